package participant

import (
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Message is a page with a title, some sentences and one way on.
type Message struct {
	frame   *frame
	title   string
	heading *widgets.Heading
	main    func()
}

// newMessage makes a page; what else there is to see stands under the button.
func newMessage(host Host, id string, kind frameKind, title string, words []string, button string, press func(), more ...fyne.CanvasObject) *Message {
	m := &Message{title: title, main: press}
	m.heading = widgets.NewHeading(id+"/title", title, 1)
	m.heading.SetDescription(strings.Join(words, " ")) // Tab passes by words
	stack := widgets.NewStack(theme.Space4, m.heading)
	for i, w := range words {
		stack.Add(widgets.NewText(numbered(id+"/words", i), w, theme.Body))
	}
	if press != nil {
		stack.Add(widgets.NewRow(theme.Space2, widgets.NewButton(id+"/go", button, widgets.Main, press)))
	}
	for _, o := range more {
		stack.Add(o)
	}
	m.frame = newFrame(host, id, kind, widgets.NewMeasure(stack))
	return m
}

// newUnsaved says that a finished task is not on the disk yet. Whoever goes on all the
// same is not held up: saving is tried again by itself.
func newUnsaved(host Host, desk Desk, task string, err error, goOn func()) (m *Message) {
	m = newMessage(host, "done", frameTask, "Record finished, not saved yet", []string{
		"You have finished " + task + ". It is not on the disk yet, so do not close this window.", err.Error(),
	}, "Try again", func() { saveFinished(host, desk, m.Title(), task, goOn) }, widgets.NewRow(0, widgets.NewLink("done/on", "Go on, it is saved later", goOn)))
	return m
}

// NewBreak covers the screen until someone goes on.
func NewBreak(host Host, code string, goOn func()) *Message {
	return newMessage(host, "break", frameStart, "You are taking a break", []string{
		"Your answers are saved. This time is not counted.",
		"Your code is " + spaced(code) + ".",
	}, "Continue", goOn)
}

// Title is the window's title.
func (m *Message) Title() string { return m.title + " - Recordwell" }

// Content is the page.
func (m *Message) Content() fyne.CanvasObject { return m.frame.content }

// Resize lays the page out for a class of widths.
func (m *Message) Resize(class widgets.Class) { m.frame.resize(class) }

// Arrive puts the focus on the title.
func (m *Message) Arrive() { m.heading.TakeFocus() }

// Leave does nothing: there is nothing to keep.
func (m *Message) Leave() {}

// Command does what a shortcut means here.
func (m *Message) Command(id shortcut.ID) bool {
	if id == shortcut.Continue && m.main != nil {
		m.main()
		return true
	}
	return m.frame.command(id)
}
