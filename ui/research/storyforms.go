package research

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// forms offers to make the key by filling in the forms of a task, and to go back to the
// earlier one.
func (p *storyPage) forms() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for n, t := range p.draft.Tasks {
		name := "Fill in the forms to make the key"
		if len(p.draft.Tasks) > 1 {
			name += ": " + t.Title
		}
		buttons = append(buttons, p.act(fmt.Sprintf("fill/%d", n), name, widgets.Secondary, "edit", func() { p.whenSaved(func() { p.fillIn(n) }) }))
	}
	if p.before != nil {
		buttons = append(buttons, p.act("undo", "Bring back the earlier key", widgets.Secondary, "left", p.undo))
	}
	return widgets.NewStack(theme.Space3,
		widgets.NewMeasure(widgets.NewText(p.id+"/fill/words", "The forms open with the answers that the key has now. Answer as the story says, and finish the task: then your answers can become the key. Nothing is logged.", theme.Body)),
		widgets.NewRow(theme.Space3, buttons...))
}

// fillIn opens the forms of a task with the key's answers in them.
func (p *storyPage) fillIn(n int) {
	if !p.here() {
		return // something else is looked at by now
	}
	r, id := p.room, p.draft.ID
	t := &tryout{Host: r.host, trial: newTrial(r.desk.StudyTitle()), bar: "You are making the answer key. Finish the task to use your answers", title: "Making the key"}
	t.back = p.comeBack
	s, err := r.desk.TryScenario(id, t.trial)
	if err != nil {
		p.failed(err)
		return
	}
	t.trial.session = s
	var items []string
	if c := s.Consent(); c != nil {
		for _, i := range c.Items {
			items = append(items, i.ID)
		}
	}
	if err := s.Agree(items); err != nil {
		p.failed(err)
		return
	}
	names := map[string]map[capture.EntityID]string{}
	for _, task := range s.Tasks() {
		saved, aliases := s.Keyed(task.Spec.ID)
		t.trial.tasks[task.Spec.ID], names[task.Spec.ID] = &saved, aliases
	}
	t.finished = func(sub *capture.Submission) {
		p.comeBack()
		for n, task := range p.draft.Tasks {
			if task.ID == sub.Task {
				p.offer(n, sub, names[sub.Task])
			}
		}
	}
	task := s.Tasks()[n].Spec.ID
	saved, err := t.trial.Load(context.Background(), s.ID(), task) // in memory
	if err != nil {
		p.failed(err)
		return
	}
	s.Enter(task, saved)
	t.Show(participant.NewRecord(t, t.trial, s))
}

// offer asks whether what was answered becomes the key.
func (p *storyPage) offer(n int, sub *capture.Submission, aliases map[capture.EntityID]string) {
	next := p.draft.Clone()
	sets := next.Sets(p.room.desk.Shelf().Library)
	if n >= len(sets) || sets[n] == nil {
		return // its forms are not here any more
	}
	taken := next.Take(sets, n, sub, aliases)
	if taken.None() {
		words := "The key is as it was: all your answers are in it already"
		p.status.Set(widgets.StatusSaved, words)
		p.room.host.Announce(words, a11y.LivePolite)
		return
	}
	widgets.NewDialog(p.id+"/take", "Use these answers as the key?", takenWords(taken)).SetMain("Use these answers as the key", func() {
		p.before = p.draft.Clone()
		p.change(func(d *study.Draft) { *d = *next })
		p.showTab(tabKey)
		p.key.table.TakeFocus()
		p.room.host.Announce("Your answers are the key", a11y.LivePolite)
	}).SetSafe("Leave the key as it is", func() { p.key.table.TakeFocus() }).Open(p.room.host.Root())
}

// takenWords says what becomes of the key.
func takenWords(t study.Taken) string {
	words := []string{counted(t.Same, "answer stays", "answers stay") + " as they are."}
	if t.Same == 1 {
		words[0] = "1 answer stays as it is."
	}
	if t.Changed > 0 {
		words = append(words, counted(t.Changed, "answer changes and keeps its facts.", "answers change and keep their facts."))
	}
	if t.New > 0 {
		words = append(words, counted(t.New, "answer is new, and rests on no fact yet.", "answers are new, and rest on no fact yet."))
	}
	if t.Gone > 0 {
		words = append(words, counted(t.Gone, "answer goes, as it is not asked any more.", "answers go, as they are not asked any more."))
	}
	if t.Unread > 0 {
		words = append(words, counted(t.Unread, "answer could not be read: the key has what it had.", "answers could not be read: the key has what it had."))
	}
	return strings.Join(words, " ")
}

// undo goes back to the key as it was before the forms were filled in.
func (p *storyPage) undo() {
	before := p.before
	p.before = nil
	p.change(func(d *study.Draft) {
		d.Entities, d.Cells = before.Entities, before.Cells
		for i := range d.Tasks {
			d.Tasks[i].Success = before.Tasks[i].Success
		}
	})
	p.showTab(tabKey)
	p.key.table.TakeFocus()
	p.room.host.Announce("The earlier key is back", a11y.LivePolite)
}
