package statutory

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation"
)

// where finds the questions behind the places of a return.
type where struct {
	c        Case
	rules    *Rules
	entities []capture.Entity
	byID     map[capture.EntityID]int
	kinds    kinds
}

func newWhere(rules *Rules, c Case) *where {
	w := &where{c: c, rules: rules, entities: c.Entities(), byID: map[capture.EntityID]int{}, kinds: kindsOf(rules.set)}
	for i, e := range w.entities {
		w.byID[e.ID] = i
	}
	return w
}

// refs returns the questions of an issue's places, once each.
func (w *where) refs(e *engine, rows []built, places []validation.Place) []capture.Ref {
	var out []capture.Ref
	for _, p := range places {
		for _, ref := range w.place(e, rows, p) {
			if !slices.Contains(out, ref) {
				out = append(out, ref)
			}
		}
	}
	return out
}

// place returns the questions of one place: those whose answer stands there,
// else those whose answer could; for a row as a whole, its first.
func (w *where) place(e *engine, rows []built, p validation.Place) []capture.Ref {
	for i := range rows {
		r := &rows[i]
		if r.Table != p.Table || r.Number != p.Row {
			continue
		}
		var gave, could []capture.Ref
		for _, o := range r.origins {
			if o.column != p.Field {
				continue
			}
			if could = append(could, w.asked(o.at, o.q)...); o.gave {
				gave = append(gave, w.asked(o.at, o.q)...)
			}
		}
		if len(gave) > 0 {
			return gave
		}
		if len(could) > 0 {
			return could
		}
		for _, o := range r.origins {
			if refs := w.asked(o.at, o.q); len(refs) > 0 {
				return refs[:1]
			}
		}
	}
	return w.absent(e, p)
}

// absent returns the questions that would fill a row which is not there.
func (w *where) absent(e *engine, p validation.Place) []capture.Ref {
	for _, t := range e.tables {
		if t.Name != p.Table {
			continue
		}
		var first []capture.Ref
		for _, kind := range append(slices.Clone(t.rows), t.joined...) {
			for _, f := range t.feeds[kind] {
				at := w.only(kind)
				if at < 0 {
					continue
				}
				refs := w.asked(at, f.q)
				if f.column == p.Field && len(refs) > 0 {
					return refs
				}
				if first == nil && len(refs) > 0 {
					first = refs[:1]
				}
			}
		}
		return first
	}
	return nil
}

// asked returns the questions that a person answers to give q its value: q
// itself when it is asked, what it is worked out from, or what decides that it
// is not asked.
func (w *where) asked(at int, q *form.Question) []capture.Ref {
	var out []capture.Ref
	seen := map[*form.Question]bool{}
	var look func(at int, q *form.Question)
	look = func(at int, q *form.Question) {
		if seen[q] {
			return
		}
		seen[q] = true
		isAsked := w.c.Asked(at, q)
		if isAsked && q.IsAsked() {
			out = append(out, capture.Ref{Entity: w.entities[at].ID, Question: q.ID})
			return
		}
		var reads []*form.Question
		if isAsked && q.Calculate != nil {
			reads = q.Calculate.Reads()
		} else {
			for _, x := range append(slices.Clone(q.Within), q.Relevant) {
				if x != nil {
					reads = append(reads, x.Reads()...)
				}
			}
		}
		for _, r := range reads {
			if to := w.nearest(at, r.Entity()); to >= 0 {
				look(to, r)
			}
		}
	}
	look(at, q)
	return out
}

// nearest is the entity of a type as seen from another: itself, one around it,
// or the only one there is; -1 for none.
func (w *where) nearest(at int, kind capture.EntityType) int {
	for i := at; ; {
		if w.entities[i].Type == kind {
			return i
		}
		parent, ok := w.byID[w.entities[i].Parent]
		if !ok {
			break
		}
		i = parent
	}
	if w.kinds.repeats[kind] {
		return -1
	}
	return w.only(kind)
}

// only is the first entity of a type that is there; -1 for none.
func (w *where) only(kind capture.EntityType) int {
	for i, e := range w.entities {
		if e.Type == kind && !e.Removed {
			return i
		}
	}
	return -1
}
