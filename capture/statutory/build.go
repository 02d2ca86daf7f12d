package statutory

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/returns"
)

// Case is a case as the returns see it.
type Case interface {
	// Entities returns every entity, removed ones too. Their order only grows.
	Entities() []capture.Entity
	// Asked reports whether a question is asked about the entity at a position.
	Asked(at int, q *form.Question) bool
	// Unmet returns the condition that keeps the question from being asked, the
	// outermost of several; nil when it is asked.
	Unmet(at int, q *form.Question) *form.Expr
	// Value returns the value of a question about the entity at a position: null
	// while it is not asked, blank, not known or cannot be read.
	Value(at int, q *form.Question) form.Value
}

// choicesPerRow is room for the choices of one question in the number of a row.
const choicesPerRow = 1 << 8

// origin is a question that fills, or could fill, a column of a row.
type origin struct {
	at     int // position of the entity
	q      *form.Question
	column string
	gave   bool // its value stands in the row
	asked  bool
}

// built is one row with where each value came from.
type built struct {
	returns.Row
	table   *table
	at      int // position of the entity that the row is
	origins []origin
}

// build makes the rows of a return, parents before what nests in them.
func build(c Case, tables []*table) []built {
	b := builder{c: c, entities: c.Entities(), byID: map[capture.EntityID]int{}}
	for i, e := range b.entities {
		b.byID[e.ID] = i
	}
	for _, t := range tables {
		b.table(t)
	}
	return b.rows
}

type builder struct {
	c        Case
	entities []capture.Entity
	byID     map[capture.EntityID]int
	rows     []built
}

// gone reports that an entity, or one that it nests in, was taken out.
func (b *builder) gone(at int) bool {
	for range b.entities {
		e := b.entities[at]
		if e.Removed {
			return true
		}
		parent, ok := b.byID[e.Parent]
		if !ok {
			break
		}
		at = parent
	}
	return false
}

// within reports whether the entity at a position is another one or nests in it.
func (b *builder) within(at, in int) bool {
	for range b.entities {
		if at == in {
			return true
		}
		parent, ok := b.byID[b.entities[at].Parent]
		if !ok {
			return false
		}
		at = parent
	}
	return false
}

func (b *builder) table(t *table) {
	first := len(b.rows)
	for _, kind := range t.rows {
		for at, e := range b.entities {
			if e.Type != kind || b.gone(at) {
				continue
			}
			b.row(t, at, kind)
		}
	}
	for i := len(b.rows) - 1; i >= first; i-- {
		if b.rows[i].isEmpty() {
			b.rows = append(b.rows[:i], b.rows[i+1:]...)
		}
	}
}

// row adds the row of one entity, or a row for each of several choices.
func (b *builder) row(t *table, at int, kind capture.EntityType) {
	r := built{Row: returns.Row{Table: t.Name, Number: at * choicesPerRow, Parent: b.parent(t, at)}, table: t, at: at}
	var choices []string
	choice := feed{}
	fill := func(at int, f feed) {
		v := b.c.Value(at, f.q)
		o := origin{at: at, q: f.q, column: f.column, gave: !v.IsNull(), asked: b.c.Asked(at, f.q)}
		if o.gave {
			r.empty(f.column)
		}
		switch {
		case !o.gave:
		case f.q.Type == form.TypeSelectMultiple && f.many:
			for _, name := range v.Names() {
				r.Cells = append(r.Cells, returns.Cell{Column: f.column, Value: name})
			}
		case f.q.Type == form.TypeSelectMultiple:
			choice, choices = f, v.Names()
		default:
			r.Cells = append(r.Cells, returns.Cell{Column: f.column, Value: v.String()})
		}
		r.origins = append(r.origins, o)
	}
	for _, f := range t.feeds[kind] {
		fill(at, f)
	}
	for _, other := range t.joined {
		for i, e := range b.entities {
			if e.Type == other && !b.gone(i) {
				for _, f := range t.feeds[other] {
					fill(i, f)
				}
			}
		}
	}
	if len(choices) == 0 {
		b.rows = append(b.rows, r)
		return
	}
	cells := r.Cells
	for n, name := range choices {
		r.Number = at*choicesPerRow + n
		r.Cells = append(cells[:len(cells):len(cells)], returns.Cell{Column: choice.column, Value: name})
		b.rows = append(b.rows, r)
	}
}

// empty takes out what an earlier question gave: the later one knows better.
func (r *built) empty(column string) {
	for i := range r.origins {
		if r.origins[i].column == column {
			r.origins[i].gave = false
		}
	}
	r.Cells = slices.DeleteFunc(r.Cells, func(c returns.Cell) bool { return c.Column == column })
}

// isEmpty reports a row that nobody has begun: there is nothing about the one
// entity of its form. An item of a repeat was added by someone, and leaves only
// when nothing is asked about it any more; what a child has
// once, and the referral, are there with the child.
func (r *built) isEmpty() bool {
	if r.table.Once || r.Table == referralTable || len(r.Cells) > 0 {
		return false
	}
	for _, o := range r.origins {
		if o.at == r.at && o.q.Repeat != nil && o.asked {
			return false
		}
	}
	return true
}

const referralTable = "CINdetails"

// parent finds the row that a row of a table nests in: that of an entity around
// its own, else the only one there is.
func (b *builder) parent(t *table, at int) int {
	only, n := -1, 0
	best := -1
	for i := range b.rows {
		if t.Parent == "" || b.rows[i].Table != t.Parent {
			continue
		}
		only, n = i, n+1
		if b.within(at, b.rows[i].at) {
			best = i
		}
	}
	if best < 0 && n == 1 {
		return only
	}
	return best
}
