package participant

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Start is the first page: one door for people who take part, one for the
// people who run the study.
type Start struct {
	host    Host
	desk    Desk
	frame   *frame
	heading *widgets.Heading
	study   *widgets.Text
	code    *widgets.TextBox
	ask     *widgets.Question
	begin   *widgets.Button
	run     *widgets.Button
	doors   *widgets.Columns
	busy    bool
	reading bool // forms, stories and studies
	broken  bool // they cannot be used
	wanted  bool // the research desk, as soon as they are read
}

// NewStart makes the start page.
func NewStart(host Host, desk Desk) *Start {
	s := &Start{host: host, desk: desk}
	s.heading = widgets.NewHeading("start/title", "Welcome to Recordwell", 1)
	s.code = widgets.NewTextBox("start/code", "Your code")
	s.code.SetLetters(10)
	s.code.OnCommit = func(string) {}
	s.ask = widgets.NewQuestion("start/ask", "What is your code?", s.code)
	s.ask.SetHint("The researcher gave it to you. It has 6 letters and numbers")
	s.begin = widgets.NewButton("start/begin", "Start", widgets.Main, s.start)
	s.run = widgets.NewButton("start/research", "Go to the research desk", widgets.Secondary, s.research)
	part := widgets.NewStack(theme.Space4,
		widgets.NewHeading("start/part", "I am taking part", 2),
		widgets.NewText("start/part-words", "You fill in trial forms for a made-up family. We are testing the forms. We are not testing you.", theme.Body),
		s.ask, widgets.NewRow(theme.Space2, s.begin))
	run := widgets.NewStack(theme.Space4,
		widgets.NewHeading("start/run", "I am running the study", 2),
		widgets.NewText("start/run-words", "See how the trial goes, and make its data quality report.", theme.Body),
		widgets.NewRow(theme.Space2, s.run))
	s.doors = widgets.NewColumns(theme.Space5, []float32{0, 0}, widgets.NewCard(part), widgets.NewCard(run))
	s.doors.SetNarrow(760)
	s.study = above("start/study", desk.StudyTitle())
	page := widgets.NewStack(theme.Space5, s.study, s.heading, s.doors,
		note("start/real", "Do not type details of any real child or family."))
	s.frame = newFrame(host, "start", frameStart, page)
	if desk.StudyTitle() == "" {
		s.read()
	}
	return s
}

// read waits for what the page itself can do without.
func (s *Start) read() {
	s.reading = true
	s.study.SetWords("Opening the study…")
	s.host.Work(s.desk.Ready, func(err error) {
		s.reading = false
		if err != nil {
			s.broken = true
			s.host.Show(NewTrouble(s.host, err))
			return
		}
		s.study.SetWords(s.desk.StudyTitle())
		if s.wanted {
			s.host.Researcher()
		}
	})
}

func (s *Start) research() {
	if s.busy {
		return // somebody begins to take part
	}
	if s.reading {
		s.wanted = true
		s.run.SetBusy("Opening…")
		return
	}
	s.host.Researcher()
}

func (s *Start) start() {
	if s.busy {
		return
	}
	code := strings.TrimSpace(s.code.Value())
	if code == "" {
		s.fail("Enter your code")
		return
	}
	s.busy = true
	s.begin.SetBusy("Opening…")
	var opened *session.Session
	s.host.Work(func(ctx context.Context) (err error) {
		opened, err = s.desk.Begin(ctx, code)
		return err
	}, func(err error) {
		s.busy = false
		s.begin.SetBusy("")
		switch {
		case s.broken: // another page says so
		case errors.Is(err, capture.ErrBadCode):
			s.fail("Check your code. It has 6 letters and numbers, like K7M 4QX")
		case errors.Is(err, capture.ErrVoid):
			s.fail("This code was taken back. Ask the researcher for another")
		case errors.Is(err, capture.ErrClosed):
			s.fail("This round of the study is closed. Ask the researcher what to do")
		case err != nil:
			s.fail(err.Error())
		default:
			s.ask.SetError("")
			s.host.Show(NewConsent(s.host, s.desk, opened))
		}
	})
}

func (s *Start) fail(words string) {
	s.ask.SetError(words)
	s.code.TakeFocus()
}

// enter goes to the tasks, or straight to the page that a session was left at.
func enter(host Host, desk Desk, open *session.Session) {
	if task := open.Unfinished(); task != "" {
		NewTasks(host, desk, open).open(task)
		return
	}
	next(host, desk, open)
}

// Title is the window's title.
func (s *Start) Title() string { return "Recordwell" }

// Content is the page.
func (s *Start) Content() fyne.CanvasObject { return s.frame.content }

// Resize lays the page out for a class of widths.
func (s *Start) Resize(class widgets.Class) { s.frame.resize(class) }

// Arrive puts the focus on the title.
func (s *Start) Arrive() { s.heading.TakeFocus() }

// Leave does nothing: there is nothing to keep.
func (s *Start) Leave() {}

// Command does what a shortcut means here.
func (s *Start) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		s.start()
		return true
	}
	return s.frame.command(id)
}
