package research

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// notes are what observers wrote about a session, on the time of its replay: written
// while it goes on, or later.
type notes struct {
	page    *replayed
	stack   *widgets.Stack
	write   *widgets.Button
	form    *noteForm
	deleted *capture.Note // what Undo brings back
	failed  string
	busy    bool
}

func newNotes(p *replayed) *notes { return &notes{page: p, stack: widgets.NewStack(theme.Space4)} }

var tagWords = map[string]string{
	capture.TagProblem: "A problem", capture.TagQuestion: "They asked something", capture.TagSaid: "They said something",
	capture.TagGood: "It went well", capture.TagOutside: "Something from outside",
}

var severityWords = []string{"Not rated", "Minor", "Serious", "Stops the task"}

var outcomeWords = map[capture.Outcome]string{capture.Completed: "Completed", capture.NotCompleted: "Not completed"}

func (o *notes) content() fyne.CanvasObject {
	o.show()
	return widgets.NewCard(o.stack)
}

func (o *notes) id() string { return o.page.id + "/notes" }

// show makes the list anew, below the form where one is open.
func (o *notes) show() {
	id := o.id()
	o.write = o.page.act("notes/write", "Write a note", widgets.Secondary, "note", func() { o.open(capture.Note{}) }).SetExpanded(o.form != nil && o.form.note.ID == "")
	head := widgets.NewRow(theme.Space3, widgets.NewHeading(id, "Observer notes", 2).SetStyle(theme.Title3))
	head.SetEnd(o.write)
	parts := []fyne.CanvasObject{head, widgets.NewText(id+"/what", "Notes are kept apart from the log, and are deleted when the person withdraws.", theme.Small).SetToken(theme.Muted)}
	if o.failed != "" {
		parts = append(parts, widgets.NewInlineError(id+"/failed", o.failed))
	}
	if o.deleted != nil {
		row := widgets.NewRow(theme.Space3, widgets.NewTag(id+"/deleted", widgets.TagInfo, "The note is deleted"), o.page.act("notes/undo", "Undo", widgets.Secondary, "repeat", o.undo).SetAnnounced("Undo: bring the note back"))
		parts = append(parts, row)
	}
	if o.form != nil {
		parts = append(parts, o.form.card)
	}
	if len(o.page.kept) == 0 && o.form == nil {
		parts = append(parts, widgets.NewText(id+"/none", "No notes yet", theme.BodyDense))
	}
	for i := range o.page.kept {
		parts = append(parts, o.entry(i))
	}
	widgets.Batch(func() { o.stack.SetChildren(parts...) })
}

// entry is one note.
func (o *notes) entry(i int) fyne.CanvasObject {
	n := o.page.kept[i]
	id := fmt.Sprintf("%s/%d", o.id(), i+1)
	at := o.page.timeOf(n.At)
	words := tagWords[n.Tag]
	if n.Severity > 0 {
		words += ", " + strings.ToLower(severityWords[n.Severity])
	}
	if n.Task != "" && n.Task != o.page.task {
		words += ", " + o.page.taskTitle(n.Task)
	}
	parts := []fyne.CanvasObject{
		widgets.NewRule(),
		widgets.NewText(id+"/head", "", theme.BodyDense).SetRuns(widgets.Run{Words: at, Bold: true}, widgets.Run{Words: "  " + words, Quiet: true}),
		widgets.NewMeasure(widgets.NewText(id+"/text", n.Text, theme.Body)),
	}
	if n.Outcome != "" {
		parts = append(parts, widgets.NewRow(0, widgets.NewTag(id+"/outcome", widgets.TagInfo, "Observer: "+outcomeWords[n.Outcome])),
			widgets.NewMeasure(widgets.NewText(id+"/reason", "Reason: "+n.Reason, theme.BodyDense)))
	}
	of := func(what, name, icon string, press func()) fyne.CanvasObject {
		return widgets.NewButton(id+"/"+what, name, widgets.Secondary, press).SetIcon(icon).SetCompact().SetAnnounced(name + ": note at " + at)
	}
	parts = append(parts, widgets.NewRow(theme.Space3,
		of("go", "Go to it", "play", func() { o.page.goToTime(n.At) }),
		of("change", "Change", "edit", func() { o.open(n) }),
		of("delete", "Delete", "bin", func() { o.remove(n) })))
	return widgets.NewStack(theme.Space2, parts...)
}

func (o *notes) writing() bool { return o.form != nil }

// open opens the form for a note, a new one where it has no ID. The replay stands
// still meanwhile.
func (o *notes) open(n capture.Note) {
	o.page.player.stop()
	if n.ID == "" {
		n.At, n.Tag, n.Task = o.page.clockAt(o.page.at()), capture.TagProblem, o.page.task
		if m := o.page.here(); n.Task == "" && m != nil {
			n.Task = m.Task
		}
	}
	o.deleted, o.failed = nil, ""
	o.form = newNoteForm(o, n)
	o.show()
	o.form.text.TakeFocus()
	o.page.uncover(o.form.card)
}

func (o *notes) close() {
	o.form, o.page.unsaved = nil, false
	o.page.keep()
	o.show()
	o.write.TakeFocus()
}

// save keeps what is in the form.
func (o *notes) save() {
	o.page.room.host.Root().Commit()
	n, ok := o.form.read()
	if !ok || o.busy {
		return
	}
	form := o.form
	o.change("The note is saved", func(ctx context.Context) error {
		kept, err := o.page.room.desk.SaveNote(ctx, o.page.row.ID, n)
		if err == nil {
			o.put(kept)
		}
		return err
	}, func() {
		if o.form == form {
			o.form = nil
		}
	})
}

// put has a note among those that are kept, in order. It is called beside the
// window and touches nothing of it.
func (o *notes) put(n capture.Note) {
	kept := slices.DeleteFunc(slices.Clone(o.page.kept), func(x capture.Note) bool { return x.ID == n.ID })
	kept = append(kept, n)
	slices.SortStableFunc(kept, func(a, b capture.Note) int { return a.At.Compare(b.At) })
	o.page.next = kept
}

func (o *notes) remove(n capture.Note) {
	o.change("The note is deleted. Undo brings it back", func(ctx context.Context) error {
		err := o.page.room.desk.RemoveNote(ctx, o.page.row.ID, n.ID)
		if err == nil {
			o.page.next = slices.DeleteFunc(slices.Clone(o.page.kept), func(x capture.Note) bool { return x.ID == n.ID })
		}
		return err
	}, func() { o.deleted = &n })
}

// undo brings back what was deleted last.
func (o *notes) undo() {
	n := *o.deleted
	o.change("The note is back", func(ctx context.Context) error {
		kept, err := o.page.room.desk.SaveNote(ctx, o.page.row.ID, n)
		if err == nil {
			o.put(kept)
		}
		return err
	}, func() { o.deleted = nil })
}

// change writes beside the window and then shows the notes again. What was measured
// is out of date: a note may say how a task ended.
func (o *notes) change(done string, do func(ctx context.Context) error, then func()) {
	if o.busy {
		return
	}
	o.busy = true
	o.page.run(func(*work) error { return do(context.Background()) }, func(int64, int64) {}, func(err error, _ bool) {
		o.busy = false
		o.page.unsaved = err != nil
		if err != nil {
			o.failed = "It is not saved. " + sentence(err.Error()) + " Then try again"
		} else {
			o.failed = ""
			o.page.kept = o.page.next
			then()
			o.page.room.outdated()
		}
		o.show()
		if o.form == nil { // else somebody writes in it
			o.write.TakeFocus()
		}
		o.page.tell(err == nil, orElse(o.failed, done))
	})
}

// timeOf writes when a note is on the time of the replay.
func (p *replayed) timeOf(t time.Time) string {
	m := p.laid.Moments[p.laid.Before(t)]
	return stopwatch(m.At + max(0, t.Sub(m.Clock)) - p.base)
}

// clockAt is the computer's clock at a time of the replay.
func (p *replayed) clockAt(at time.Duration) time.Time {
	before := p.laid.Moments[0]
	for _, m := range p.laid.Moments {
		if m.At > at {
			break
		}
		before = m
	}
	return before.Clock.Add(max(0, at-before.At))
}

// goToTime moves the replay to where a note is.
func (p *replayed) goToTime(t time.Time) {
	n := p.laid.Before(t)
	row := 0
	for i, moment := range p.list {
		if moment <= n {
			row = i
		}
	}
	p.goTo(row, true)
	p.table.TakeFocus()
}

// parseStopwatch reads "6:06" and "1:02:03".
func parseStopwatch(s string) (time.Duration, error) {
	parts := strings.Split(strings.TrimSpace(s), ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, errors.New("not a time")
	}
	total := 0
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || i > 0 && n > 59 || n > 9999 {
			return 0, errors.New("not a time")
		}
		total = 60*total + n
	}
	return time.Duration(total) * time.Second, nil
}
