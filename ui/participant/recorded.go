package participant

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// recordedStep is how many lines are shown at first, and more at each asking.
const recordedStep = 50

// recordedList is the log in words, the newest line first: row for row what the
// events table holds of this session.
type recordedList struct {
	id      string
	session *session.Session
	before  []event.Record // of earlier runs
	shown   int
	stack   *widgets.Stack
	lines   map[uint64]fyne.CanvasObject
	newest  string // line, in words
}

func newRecordedList(id string, s *session.Session) *recordedList {
	return &recordedList{id: id, session: s, shown: recordedStep, stack: widgets.NewStack(theme.Space2), lines: map[uint64]fyne.CanvasObject{}}
}

// fill makes the list agree with the log.
func (l *recordedList) fill() {
	all := append(l.before[:len(l.before):len(l.before)], l.session.Logged()...)
	from := max(0, len(all)-l.shown)
	told := l.session.Tell(all[from:])
	if n := len(told); n > 0 {
		l.newest = told[n-1].Words
	}
	lines := map[uint64]fyne.CanvasObject{}
	objects := []fyne.CanvasObject{above(l.id+"/count", count(len(all), "line")+" in the log. The newest is first.")}
	for i := len(told) - 1; i >= 0; i-- {
		seq := all[from+i].Seq
		line := l.lines[seq]
		if line == nil {
			line = withRuns(fmt.Sprintf("%s/%d", l.id, seq), theme.Small,
				widgets.Run{Words: told[i].At.Format("15:04:05") + "  ", Quiet: true}, widgets.Run{Words: told[i].Words})
		}
		lines[seq] = line
		objects = append(objects, line)
	}
	l.lines = lines
	if from > 0 {
		objects = append(objects, widgets.NewRow(theme.Space2, widgets.NewButton(l.id+"/more", "Show earlier lines", widgets.Secondary, func() {
			l.shown += recordedStep
			l.fill()
		})))
	}
	l.stack.SetChildren(objects...)
}

// load reads what earlier runs left.
func (l *recordedList) load(host Host, desk Desk) {
	id, first := l.session.ID(), uint64(1)
	if now := l.session.Logged(); len(now) > 0 {
		first = now[0].Seq
	}
	if first == 1 {
		return
	}
	var all []event.Record
	host.Work(func(ctx context.Context) (err error) {
		all, err = desk.Events(ctx, id)
		return err
	}, func(err error) {
		for i, e := range all {
			if err == nil && e.Seq >= first {
				all = all[:i]
				break
			}
		}
		l.before = all
		l.fill()
	})
}

// Recorded is “What is recorded about me” as a page of its own.
type Recorded struct {
	host    Host
	session *session.Session
	goBack  func()
	frame   *frame
	heading *widgets.Heading
	list    *recordedList
}

// NewRecorded makes the page; back goes where it was opened from.
func NewRecorded(host Host, desk Desk, s *session.Session, back func()) *Recorded {
	r := &Recorded{host: host, session: s, goBack: back, list: newRecordedList("recorded/list", s)}
	r.heading = widgets.NewHeading("recorded/title", "What is recorded about me", 1)
	button := widgets.NewButton("recorded/back", "Go back", widgets.Main, back)
	button.SetIcon("left")
	page := widgets.NewStack(theme.Space4, r.heading,
		widgets.NewText("recorded/how", "This is all that the log holds. No answer and no word that you typed is in it. Your answers and comments are kept apart.", theme.Body),
		widgets.NewRow(theme.Space3, button), widgets.NewCard(r.list.stack))
	r.frame = newFrame(host, "recorded", frameSurvey, widgets.NewMeasure(page).SetMax(760))
	r.list.fill()
	r.list.load(host, desk)
	s.OnLog(r.list.fill)
	return r
}

// Title is the window's title.
func (r *Recorded) Title() string { return "What is recorded about me - Recordwell" }

// Content is the page.
func (r *Recorded) Content() fyne.CanvasObject { return r.frame.content }

// Resize lays the page out for a class of widths.
func (r *Recorded) Resize(class widgets.Class) { r.frame.resize(class) }

// Arrive puts the focus on the title, with which readers say the newest line: Tab
// passes by the lines.
func (r *Recorded) Arrive() {
	if r.list.newest != "" {
		r.heading.SetDescription("The newest line: " + r.list.newest)
	}
	r.heading.TakeFocus()
}

// Leave stops listening.
func (r *Recorded) Leave() { r.session.OnLog(nil) }

// Command does what a shortcut means here.
func (r *Recorded) Command(id shortcut.ID) bool {
	if id == shortcut.Back {
		r.goBack()
		return true
	}
	return r.frame.command(id)
}
