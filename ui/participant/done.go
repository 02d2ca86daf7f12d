package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
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

func newMessage(host Host, id string, kind frameKind, title string, words []string, button string, press func()) *Message {
	m := &Message{title: title, main: press}
	m.heading = widgets.NewHeading(id+"/title", title, 1)
	stack := widgets.NewStack(theme.Space4, m.heading)
	for i, w := range words {
		stack.Add(widgets.NewText(numbered(id+"/words", i), w, theme.Body))
	}
	if press != nil {
		stack.Add(widgets.NewRow(theme.Space2, widgets.NewButton(id+"/go", button, widgets.Main, press)))
	}
	m.frame = newFrame(host, id, kind, widgets.NewMeasure(stack))
	return m
}

// NewDone says that a task is finished, and what was left in it.
func NewDone(host Host, desk Desk, s *session.Session, title string, sub capture.Submission, err error) *Message {
	words := []string{"You have finished " + title + ". Your record is saved on this computer."}
	if err != nil {
		words = []string{"You have finished " + title + ". It is not on the disk yet. " + err.Error()}
	}
	switch {
	case sub.ErrorsLeft > 0:
		words = append(words, fmt.Sprintf("You left %s to fix. That is fine: it tells us about the form.", count(sub.ErrorsLeft, "answer")))
	case sub.QueriesLeft > 0:
		words = append(words, fmt.Sprintf("You left %s to check. That is fine: it tells us about the form.", count(sub.QueriesLeft, "answer")))
	}
	left := 0
	for _, t := range s.Tasks() {
		if t.State == capture.TaskNotStarted || t.State == capture.TaskInProgress {
			left++
		}
	}
	if left > 0 {
		return newMessage(host, "done", frameTask, "Record finished", words, "Go to your tasks", func() { host.Show(NewTasks(host, desk, s)) })
	}
	words = append(words, "That was the last task. Tell the researcher you have finished.")
	return newMessage(host, "done", frameTask, "Thank you", words, "Close the session", func() {
		s.End(event.EndFinished)
		host.Work(desk.Sync, func(error) { host.Show(NewStart(host, desk)) })
	})
}

// NewBreak covers the screen until someone goes on.
func NewBreak(host Host, code string, goOn func()) *Message {
	return newMessage(host, "break", frameStart, "You are taking a break", []string{
		"Your answers are saved. This time is not counted.",
		"Your code is " + spaced(code) + ".",
	}, "Continue", goOn)
}

func stopSession(host Host, desk Desk, s *session.Session) {
	s.End(event.EndStopped)
	host.Work(desk.Sync, func(error) {
		host.Show(newMessage(host, "stopped", frameStart, "Thank you", []string{
			"You have stopped. What you did is saved on this computer.",
			"Tell the researcher you have finished.",
		}, "Go to the start", func() { host.Show(NewStart(host, desk)) }))
	})
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
