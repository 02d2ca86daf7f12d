package draft

import (
	"maps"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// step is something that Undo can take back: an answer, or an item added or
// removed.
type step struct {
	ref           capture.Ref
	before, after capture.Answer
	item          capture.EntityID // set for an item
	removed       bool             // the item was removed by the step
	group         int64            // steps of one group are undone together; 0 alone
	// prev is the step before. Steps are a list and not a slice because every
	// draft keeps its own, and most of each is the same.
	prev *step
}

// CanUndo and CanRedo report whether there is a step.
func (d *Draft) CanUndo() bool { return d.done != nil }

// CanRedo reports whether an undone step can be brought again.
func (d *Draft) CanRedo() bool { return d.undone != nil }

// LastStep returns the place of the step that Undo would take back, so that the
// window can go there. The question is empty for an item.
func (d *Draft) LastStep() (capture.Ref, bool) {
	s := d.done
	for s != nil && s.group != 0 && s.prev != nil && s.prev.group == s.group {
		s = s.prev // a group begins at its first
	}
	return place(s)
}

// NextStep returns the place of the step that Redo would bring again.
func (d *Draft) NextStep() (capture.Ref, bool) { return place(d.undone) }

func place(s *step) (capture.Ref, bool) {
	if s == nil {
		return capture.Ref{}, false
	}
	if s.item != "" {
		return capture.Ref{Entity: s.item}, true
	}
	return s.ref, true
}

func (w *work) push(s step) {
	s.prev = w.done
	w.done, w.undone = &s, nil
}

func (w *work) undo(at time.Time) {
	if w.done == nil {
		return
	}
	w.effect.Events = append(w.effect.Events, event.Event{Kind: event.Undone})
	for again := true; again; {
		s := *w.done
		w.done = s.prev
		s.prev = w.undone
		w.undone = &s
		again = s.group != 0 && w.done != nil && w.done.group == s.group
		if s.item != "" {
			w.setRemoved(s.item, !s.removed)
			continue
		}
		w.restore(s.ref, s.before, at)
	}
}

func (w *work) redo(at time.Time) {
	if w.undone == nil {
		return
	}
	w.effect.Events = append(w.effect.Events, event.Event{Kind: event.Redone})
	for again := true; again; {
		s := *w.undone
		w.undone = s.prev
		s.prev = w.done
		w.done = &s
		again = s.group != 0 && w.undone != nil && w.undone.group == s.group
		if s.item != "" {
			w.setRemoved(s.item, s.removed)
			continue
		}
		w.restore(s.ref, s.after, at)
	}
}

func (w *work) restore(ref capture.Ref, a capture.Answer, at time.Time) {
	e, sp, c := w.own(ref)
	if c == nil {
		return
	}
	w.write(e, sp, a, capture.Undone, at)
	w.set(e, sp, c, a, at)
	w.log(e, sp, event.Event{Kind: event.AnswerCommitted, Code: int32(a.State), Count: int64(capture.Undone)})
	w.spread(sp.ordinal)
}

func (w *work) add(a AddEntity) {
	if w.entityOf(a.ID) != nil || w.schema.repeats[a.Type] == nil {
		return
	}
	parent := a.Parent
	if parent == "" {
		parent = w.Single(w.schema.Parent(a.Type))
	}
	order := 0
	for i := range w.entities {
		if w.entities[i].Type == a.Type {
			order = max(order, w.entities[i].Order+1)
		}
	}
	e := w.schema.newEntity(capture.Entity{ID: a.ID, Type: a.Type, Parent: parent, Order: order, Added: a.At})
	w.entities = append(w.entities, e)
	w.fresh = append(w.fresh, true)
	for _, n := range w.schema.bySheet[a.Type] {
		sp := w.schema.specs[n]
		added := &w.entities[len(w.entities)-1]
		added.cells[sp.index].relevant = w.isRelevant(added, sp)
	}
	w.effect.Entities = append(w.effect.Entities, e.Entity)
	w.effect.Events = append(w.effect.Events, event.Event{Kind: event.RepeatAdded, Entity: e.uuid})
	w.push(step{item: a.ID})
	w.askAgain(a.Type)
	w.spread(w.schema.bySheet[a.Type]...)
}

// askAgain forgets the answer to "Does anyone else …?", which is asked anew
// after each item.
func (w *work) askAgain(t capture.EntityType) {
	for _, s := range w.schema.sections {
		if r := RepeatOf(s); r != nil && r.Entity == t {
			w.more = maps.Clone(w.more)
			delete(w.more, s.ID)
		}
	}
}

func (w *work) remove(a RemoveEntity) {
	e := w.entityOf(a.ID)
	if e == nil || e.Removed || w.schema.repeats[e.Type] == nil {
		return
	}
	w.push(step{item: a.ID, removed: true})
	w.setRemoved(a.ID, true)
}

func (w *work) setRemoved(id capture.EntityID, removed bool) {
	for i := range w.entities {
		e := &w.entities[i]
		if e.ID != id || e.Removed == removed {
			continue
		}
		e.Removed = removed
		w.effect.Entities = append(w.effect.Entities, e.Entity)
		kind := event.RepeatAdded
		if removed {
			kind = event.RepeatRemoved
		}
		w.effect.Events = append(w.effect.Events, event.Event{Kind: kind, Entity: e.uuid})
		if removed {
			// What was wrong in it is no longer wrong with the record.
			for _, n := range w.schema.bySheet[e.Type] {
				sp := w.schema.specs[n]
				own, c := w.ownCell(i, sp)
				w.recheck(own, sp, c, false)
			}
		}
		w.spread(w.schema.bySheet[e.Type]...)
	}
}
