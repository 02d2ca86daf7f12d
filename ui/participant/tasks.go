package participant

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Tasks is the list of tasks with one main button: the task in hand.
type Tasks struct {
	host     Host
	desk     Desk
	session  *session.Session
	frame    *frame
	heading  *widgets.Heading
	progress *widgets.Progress
	list     *widgets.Stack
	failed   *widgets.ErrorSummary
	main     func()
}

// NewTasks makes the page.
func NewTasks(host Host, desk Desk, s *session.Session) *Tasks {
	t := &Tasks{host: host, desk: desk, session: s}
	t.heading = widgets.NewHeading("tasks/title", "Your tasks", 1)
	t.progress = widgets.NewProgress("tasks/progress", "Tasks completed")
	t.list = widgets.NewStack(theme.Space3)
	t.failed = widgets.NewErrorSummary("tasks/failed")
	t.failed.Hide()
	code := withRuns("tasks/code", theme.BodyDense, widgets.Run{Words: "Your code is "}, widgets.Run{Words: spaced(s.Code()), Bold: true})
	page := widgets.NewStack(theme.Space4, t.failed, widgets.NewStack(theme.Space1, code, t.heading), t.progress, t.list,
		above("tasks/order", orderWords(s)))
	t.frame = newFrame(host, "tasks", frameTask, page)
	t.frame.top.onBreak = t.takeBreak
	t.frame.setBottom(widgets.NewText("tasks/saved", "Everything is saved on this computer", theme.Small),
		widgets.NewLink("tasks/data", "Your data and your choices", t.data), widgets.NewLink("tasks/stop", "Stop and leave the study", t.stop))
	t.fill()
	return t
}

func (t *Tasks) fill() {
	done := 0
	var cards []fyne.CanvasObject
	t.main = nil
	for i, task := range t.session.Tasks() {
		if task.State == capture.TaskFinished || task.State == capture.TaskSkipped {
			done++
		}
		cards = append(cards, t.card(i, task))
	}
	all := len(t.session.Tasks())
	t.progress.Set(float64(done)/float64(max(all, 1)), fmt.Sprintf("%d of %d completed", done, all))
	if left := minutesLeft(t.session); left > 0 {
		t.progress.SetAside("about " + inMinutes(left) + " left")
	} else {
		t.progress.SetAside("")
	}
	t.list.SetChildren(cards...)
}

func (t *Tasks) card(i int, task *session.Task) fyne.CanvasObject {
	var forms []string
	for _, f := range task.Set.Forms {
		forms = append(forms, f.Title)
	}
	spec := widgets.Task{
		Number: fmt.Sprint(i + 1), Name: task.Spec.Title, Aside: inMinutes(task.Spec.Minutes), Line: task.Scenario.Summary,
		Facts: []widgets.Fact{{Icon: "file", Words: formsWords(forms)}, {Icon: "info", Words: "Content note: " + task.Scenario.ContentNote}},
	}
	id := task.Spec.ID
	switch task.State {
	case capture.TaskFinished:
		spec.TagKind, spec.Tag, spec.Done = widgets.TagDone, "Completed", true
	case capture.TaskSkipped:
		spec.TagKind, spec.Tag, spec.Act = widgets.TagGrey, "Skipped", "Do it after all"
	case capture.TaskInProgress:
		spec.TagKind, spec.Tag, spec.Act, spec.Other = widgets.TagProgress, "In progress", "Continue", "Skip this one"
	default:
		spec.TagKind, spec.Tag, spec.Act, spec.Other = widgets.TagTodo, "Not started", "Start", "Skip this one"
	}
	// The first task that can be gone on with has the main button.
	if spec.Other != "" && t.main == nil {
		spec.Current = true
		t.main = func() { t.open(id) }
	}
	c := widgets.NewTaskCard(fmt.Sprintf("tasks/%d", i+1), spec)
	c.OnAct, c.OnOther = func() { t.open(id) }, func() { t.skip(id) }
	return c
}

func orderWords(s *session.Session) string {
	words := "You can do the tasks in any order, and skip any of them."
	if s.Due(study.SUS, s.Subject()) {
		words += fmt.Sprintf(" At the end we will ask you %d short questions about the record.", len(session.SUSStatements()))
	}
	return words
}

func formsWords(titles []string) string {
	if len(titles) == 1 {
		return titles[0]
	}
	return fmt.Sprintf("%d forms: %s", len(titles), strings.Join(titles, "; "))
}

func (t *Tasks) open(id string) {
	openTask(t.host, t.desk, t, t.session, id, func(err error) {
		t.failed.SetItems([]widgets.SummaryItem{{ID: "tasks/failed-1", Words: err.Error()}})
		t.failed.Show()
		t.failed.TakeFocus()
	})
}

func (t *Tasks) skip(id string) {
	t.session.Skip(id)
	if tasksLeft(t.session) == 0 {
		next(t.host, t.desk, t.session)
		return
	}
	t.fill()
	t.heading.TakeFocus()
	t.host.Announce("Skipped. You can still do it", a11y.LivePolite)
}

func (t *Tasks) takeBreak() {
	t.session.Break(true)
	t.host.Show(NewBreak(t.host, t.session.Code(), func() {
		t.session.Break(false)
		t.host.Show(NewTasks(t.host, t.desk, t.session))
	}))
}

func (t *Tasks) data() {
	t.host.Show(NewYourData(t.host, t.desk, t.session, func() { t.host.Show(NewTasks(t.host, t.desk, t.session)) }))
}

// stop asks first. What there is stays.
func (t *Tasks) stop() {
	d := widgets.NewDialog("tasks/stop-ask", "Stop and leave the study?", "What you have done so far is kept. You can come back with your code.")
	d.SetMain("Stop", func() { t.host.Show(NewThanks(t.host, t.desk, t.session, event.EndStopped)) })
	d.SetSafe("Go on", func() {})
	d.Open(t.host.Root())
}

// spaced writes a code as people read it: "K7M 4QX".
func spaced(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + " " + code[3:]
}

// Title is the window's title.
func (t *Tasks) Title() string { return "Your tasks - Recordwell" }

// Content is the page.
func (t *Tasks) Content() fyne.CanvasObject { return t.frame.content }

// Resize lays the page out for a class of widths.
func (t *Tasks) Resize(class widgets.Class) { t.frame.resize(class) }

// Arrive puts the focus on the title.
func (t *Tasks) Arrive() { t.heading.TakeFocus() }

// Leave does nothing: there is nothing to keep.
func (t *Tasks) Leave() {}

// Command does what a shortcut means here.
func (t *Tasks) Command(id shortcut.ID) bool {
	if id == shortcut.Continue && t.main != nil {
		t.main()
		return true
	}
	return t.frame.command(id)
}
