package stories

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// enterKey goes through the task section by section, and once more for what was
// not asked the first time.
func (d *desk) enterKey() {
	d.Helper()
	for range 2 {
		done := map[string]bool{}
		for again := true; again; {
			again = false
			for _, s := range d.View().Sections {
				if s.ID != session.CheckSection && !done[s.ID] {
					done[s.ID], again = true, true
					d.Go(s.ID)
					d.section()
					break
				}
			}
		}
	}
}

func (d *desk) section() {
	d.Helper()
	if l := d.View().Page.List; l != nil {
		d.list(l)
	}
	d.page()
	d.Mark(true)
	d.save()
}

// save saves the page. Nothing on it may be called wrong, however much of the record
// is still to come.
func (d *desk) save() {
	d.Helper()
	if d.Continue() {
		return
	}
	for _, b := range d.View().Page.Blocks {
		if b.Question != nil && b.Question.Error != "" {
			d.Errorf("a right answer to %s of %q is called wrong on the way: %s", b.Question.Ref.Question, d.name(b.Question.Ref.Entity), b.Question.Error)
		}
	}
	if l := d.View().Page.List; l != nil {
		for _, item := range l.Items {
			if item.ToFix > 0 {
				d.Errorf("something right about %q is called wrong on the way, in the list", d.name(item.Entity))
			}
		}
	}
}

// list brings what is known up to date and adds what is in the story besides.
func (d *desk) list(l *session.ListView) {
	d.Helper()
	at := d.View().Page.Section
	for _, item := range l.Items {
		if d.tells(d.name(item.Entity)) {
			d.OpenItem(item.Entity)
			d.page()
			d.save()
			d.Go(at)
		}
	}
	for _, k := range d.story.Key.Entities {
		if k.Type != l.Entity || d.alias[k.Alias] != "" || !d.tells(k.Alias) {
			continue
		}
		d.More(true)
		d.save()
		d.alias[k.Alias] = d.View().Page.Item
		d.page()
		d.save()
		d.Go(at)
	}
	d.More(false)
}

// tells reports whether the key says anything of someone.
func (d *desk) tells(alias string) bool {
	for ref := range d.key {
		if ref.Alias == alias {
			return true
		}
	}
	return false
}

// page answers every question of the page, with those that follow up.
func (d *desk) page() {
	d.Helper()
	done := map[capture.Ref]bool{}
	for again := true; again; {
		again = false
		for _, b := range d.View().Page.Blocks {
			if q := b.Question; q != nil && !done[q.Ref] {
				done[q.Ref], again = true, true
				d.answer(q)
				break
			}
		}
	}
}

func (d *desk) answer(q *session.QuestionView) {
	d.Helper()
	cell := d.key[study.KeyRef{Alias: d.name(q.Ref.Entity), Question: q.Ref.Question}]
	switch {
	case cell != nil && len(cell.Values) > 0 && (!q.Answer.Readable || q.Answer.Value != cell.Values[0]):
		d.give(q.Ref, capture.Answer{State: capture.Answered, Value: cell.Values[0]})
	case cell != nil && len(cell.Values)+len(cell.States) > 0:
		if len(cell.Values) == 0 && q.Answer.State != cell.States[0] {
			d.CommitState(q.Ref, cell.States[0])
		}
	case q.Optional || !q.Answer.IsBlank():
	case cell == nil:
		d.Errorf("%s of %q has to be answered, and the key does not say how", q.Ref.Question, d.name(q.Ref.Entity))
	default:
		d.give(q.Ref, d.made(q))
	}
}

// give enters an answer as a person would.
func (d *desk) give(ref capture.Ref, a capture.Answer) {
	d.Helper()
	q := d.task.Set.Question(ref.Question)
	cause := capture.Typed
	if q.Type == form.TypeSelectOne || q.Type == form.TypeSelectMultiple {
		cause = capture.Chosen
	}
	if a.State > capture.Answered {
		d.CommitState(ref, a.State)
		return
	}
	d.Commit(ref, draft.AsTyped(q, a.Value), cause)
}

// made is something for a question that is asked and not scored.
func (d *desk) made(q *session.QuestionView) capture.Answer {
	a := capture.Answer{State: capture.Answered, Value: "As it is told in the story"}
	switch {
	case len(q.Choices) > 0:
		a.Value = q.Choices[0].Name
	case q.Type == form.TypeDate:
		a.Value = d.story.Today.String()
	case q.Type == form.TypeInteger, q.Type == form.TypeDecimal:
		a.Value = "1"
	case q.Type == form.TypeTime:
		a.Value = "10:30"
	case strings.Contains(string(q.Ref.Question), "phone"):
		a.Value = "+441632960999"
	}
	return a
}
