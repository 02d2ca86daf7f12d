package draft

import (
	"maps"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Mark answers "Have you completed this section?".
type Mark struct {
	Section   string
	Completed bool
}

func (Mark) action() {}

func (w *work) mark(a Mark) {
	if _, ok := w.schema.section[a.Section]; !ok {
		return
	}
	if was, answered := w.marks[a.Section]; answered && was == a.Completed {
		return
	}
	w.marks = maps.Clone(w.marks)
	w.marks[a.Section] = a.Completed
	w.effect.Marks = append(w.effect.Marks, capture.SectionMark{Section: a.Section, Completed: a.Completed})
	e := event.Event{Kind: event.SectionMarked, Place: w.schema.vocab.ID(a.Section)}
	if a.Completed {
		e.Code = 1
	}
	w.effect.Events = append(w.effect.Events, e)
}

// Marked returns the answer to "Have you completed this section?", and whether
// there is one.
func (d *Draft) Marked(section string) (completed, answered bool) {
	completed, answered = d.marks[section]
	return
}
