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

// refs returns the questions of an issue's places, once each, with those of the
// further columns that its rule is about.
func (w *where) refs(e *engine, rows []built, issue *validation.Issue) []capture.Ref {
	var out []capture.Ref
	add := func(refs []capture.Ref) {
		for _, ref := range refs {
			if !slices.Contains(out, ref) {
				out = append(out, ref)
			}
		}
	}
	more := further[e.name+"/"+issue.Rule]
	add(w.column(e, rows, more.before))
	for _, p := range issue.Places {
		add(w.place(e, rows, p))
	}
	add(w.column(e, rows, more.after))
	return out
}

// column returns the questions behind a "Table.Column" in all its rows.
func (w *where) column(e *engine, rows []built, name string) []capture.Ref {
	table, field, ok := cutPlace(name)
	if !ok {
		return nil
	}
	var out []capture.Ref
	for i := range rows {
		if rows[i].Table == table {
			out = append(out, w.place(e, rows, validation.Place{Table: table, Field: field, Row: rows[i].Number})...)
		}
	}
	if out == nil {
		out = w.absent(e, validation.Place{Table: table, Field: field})
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
		for _, r := range w.sources(at, q, isAsked) {
			if to := w.nearest(at, r.Entity()); to >= 0 {
				look(to, r)
			}
		}
	}
	look(at, q)
	return out
}

// sources are the questions that decide over one which nobody answers: what it
// is worked out from, and of these only those that have the very value, when
// there are any; or what keeps it from being asked.
func (w *where) sources(at int, q *form.Question, isAsked bool) []*form.Question {
	if !isAsked {
		if x := w.c.Unmet(at, q); x != nil {
			return x.Reads()
		}
		return nil
	}
	if q.Calculate == nil {
		return nil
	}
	value := w.c.Value(at, q)
	if value.IsNull() {
		return q.Calculate.Reads()
	}
	var same []*form.Question
	for _, r := range q.Calculate.Reads() {
		if to := w.nearest(at, r.Entity()); to >= 0 && w.c.Value(to, r).String() == value.String() {
			same = append(same, r)
		}
	}
	if len(same) > 0 {
		return same
	}
	return q.Calculate.Reads()
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
