package draft

import (
	"maps"
	"slices"

	"recordwell/capture"
)

// Forget blanks answers as if they had never been given: no row of history says
// that they were, and no undo brings them back.
type Forget struct{ Refs []capture.Ref }

func (Forget) action() {}

func (w *work) forget(a Forget) {
	for _, ref := range a.Refs {
		e, sp, c := w.own(ref)
		if c == nil {
			continue
		}
		w.reasons = maps.Clone(w.reasons)
		maps.DeleteFunc(w.reasons, func(k reasonKey, _ reason) bool { return k.ref == ref })
		w.set(e, sp, c, capture.Answer{}, c.changed)
		w.spread(sp.ordinal)
	}
	w.done, w.undone = without(w.done, a.Refs), without(w.undone, a.Refs)
}

// without returns the steps that are not about any of the places.
func without(s *step, refs []capture.Ref) *step {
	if s == nil {
		return nil
	}
	prev := without(s.prev, refs)
	if s.item == "" && slices.Contains(refs, s.ref) {
		return prev
	}
	kept := *s
	kept.prev = prev
	return &kept
}
