package participant

import (
	"context"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/widgets"
)

// Page is one screen of the window.
type Page interface {
	// Title is the window's title while the page is shown.
	Title() string
	// Content is made once; Resize lays it out for another class of widths.
	Content() fyne.CanvasObject
	Resize(class widgets.Class)
	// Arrive puts the focus where someone begins to read: the page's title, or
	// where they were before.
	Arrive()
	// Command does what a shortcut means here; false when it means nothing.
	Command(id shortcut.ID) bool
	// Leave is called when another page takes its place.
	Leave()
}

// Host is the window, as its pages see it.
type Host interface {
	Show(Page)
	Retitle()
	Class() widgets.Class
	Announce(words string, live a11y.Live)
	// Work does a job off the UI goroutine and then calls done on it.
	Work(job func(ctx context.Context) error, done func(error))
	// Root is where dialogs open and what is in hand is committed.
	Root() *widgets.Root
	// TextAndColours, Help and ReadAloud open what is the same on every page.
	TextAndColours()
	Help()
	ReadAloud()
	CanReadAloud() bool
	// Researcher opens the researcher's side, which nobody reaches while someone
	// takes part.
	Researcher()
	// Seat tells who takes part, from consent until they leave; nil is nobody. The
	// person's choices come with them.
	Seat(s *session.Session, choices capture.Choices)
	// OpenFile opens a file with the program of this computer that it belongs to.
	OpenFile(path string) error
	Quit()
}
