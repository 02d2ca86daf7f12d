package draft

import (
	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// scope is where an expression stands: one entity of one draft. Names resolve
// from there: the same item of a repeat first, then what encloses it, then the
// one entity of the type that the name belongs to.
type scope struct {
	d *Draft
	e *entity
	// this is the answer that "." means; null outside a question.
	this form.Value
}

var (
	_ form.Env      = scope{}
	_ form.Calendar = scope{}
)

func (s scope) Value(q *form.Question) form.Value {
	sp := s.d.specOf(q.ID)
	if sp == nil {
		return form.Value{}
	}
	if e := s.d.nearest(s.e, sp.owner); e != nil {
		return s.d.value(e, sp)
	}
	return form.Value{}
}

func (s scope) All(q *form.Question) []form.Value {
	sp := s.d.specOf(q.ID)
	if sp == nil {
		return nil
	}
	var out []form.Value
	for i := range s.d.entities {
		if e := &s.d.entities[i]; e.Type == sp.owner && !e.Removed {
			out = append(out, s.d.value(e, sp))
		}
	}
	return out
}

func (s scope) This() form.Value     { return s.this }
func (s scope) Today() datatype.Date { return s.d.story.Today }

// IsHoliday reports a bank holiday, for working-days().
func (s scope) IsHoliday(d datatype.Date) bool { return s.d.story.Calendar.IsHoliday(d) }

func (s scope) Word(name string) string { return s.d.story.Words[name] }

// value is a question's value as rules see it: null while it is blank,
// unreadable or not relevant.
func (d *Draft) value(e *entity, sp *spec) form.Value {
	if sp.q.Calculate != nil {
		return sp.q.Calculate.Eval(scope{d: d, e: e})
	}
	c := e.cells[sp.index]
	if !c.relevant {
		return form.Value{}
	}
	return form.FromAnswer(sp.q, c.answer)
}

// nearest finds the entity of a type as seen from another: itself, what it is
// nested in, or the only one there is.
func (d *Draft) nearest(from *entity, t capture.EntityType) *entity {
	for e := from; e != nil; e = d.entityOf(e.Parent) {
		if e.Type == t {
			return e
		}
		if e.Parent == "" {
			break
		}
	}
	if d.schema.repeats[t] != nil {
		return nil
	}
	for i := range d.entities {
		if d.entities[i].Type == t {
			return &d.entities[i]
		}
	}
	return nil
}

func (d *Draft) isRelevant(e *entity, sp *spec) bool { return sp.q.IsRelevant(scope{d: d, e: e}) }

// Render writes a form's words as seen from an entity; the case when empty.
func (d *Draft) Render(t form.Text, at capture.EntityID) string {
	e := d.entityOf(at)
	if e == nil && len(d.entities) > 0 {
		e = &d.entities[0]
	}
	return t.Render(scope{d: d, e: e})
}

// Choices returns the choices of a question that its filter lets through.
func (d *Draft) Choices(ref capture.Ref) []form.Choice {
	sp, e := d.specOf(ref.Question), d.entityOf(ref.Entity)
	if sp == nil || e == nil || sp.q.List == nil {
		return nil
	}
	return sp.q.Choices(scope{d: d, e: e})
}

// SectionRelevant reports whether a section is asked at all.
func (d *Draft) SectionRelevant(s *form.Section) bool {
	if s.Relevant == nil {
		return true
	}
	return s.Relevant.True(scope{d: d, e: d.entityOf(d.Single(s.Form.Entity))})
}

// True evaluates a condition as seen from an entity; a missing one is true.
func (d *Draft) True(x *form.Expr, at capture.EntityID) bool {
	return x == nil || x.True(scope{d: d, e: d.entityOf(at)})
}
