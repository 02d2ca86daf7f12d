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
	// TextAndColours and ReadAloud open what is the same on every page.
	TextAndColours()
	ReadAloud()
	CanReadAloud() bool
	Researcher()
	Quit()
}

// Desk is where sessions come from.
type Desk interface {
	// StudyTitle names the study on the start page.
	StudyTitle() string
	// Begin opens the session of a code, a new one or the one begun before.
	Begin(ctx context.Context, code string) (*session.Session, error)
	// Load reads the case of a task; an empty one when it is new.
	Load(ctx context.Context, id capture.SessionID, task string) (capture.SavedCase, error)
	// Sync waits until everything handed to the journal is on disk.
	Sync(ctx context.Context) error
}
