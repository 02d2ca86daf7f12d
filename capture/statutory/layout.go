package statutory

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/cin"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// prefix903 marks the items of SSDA903; those of the census have none.
const prefix903 = "ssda903/"

// Items returns every place that a form's item may name: "Table.Column" of the
// census, "ssda903/Table.Column" of the children looked after return.
func Items() map[string]bool {
	out := map[string]bool{}
	add := func(prefix string, tables []returns.Table) {
		for _, t := range tables {
			for _, c := range t.Columns {
				out[prefix+t.Name+"."+c.Name] = true
			}
		}
	}
	add("", cin.Model())
	add(prefix903, ssda903.Model())
	return out
}

// feed is a question that fills a column.
type feed struct {
	q      *form.Question
	column string
	many   bool // the column takes a list
}

// table is one table of a return, with the questions that fill it.
type table struct {
	returns.Table
	feeds map[capture.EntityType][]feed
	// rows are the types whose entities are rows each; joined are the types
	// whose answers stand in rows of others.
	rows, joined []capture.EntityType
}

// kinds is what the forms say of types of entities.
type kinds struct {
	parent  map[capture.EntityType]capture.EntityType
	repeats map[capture.EntityType]bool
}

func kindsOf(set *form.Set) kinds {
	k := kinds{map[capture.EntityType]capture.EntityType{}, map[capture.EntityType]bool{}}
	for _, f := range slices.Concat(set.Forms, set.Background) {
		if f.Entity != capture.CaseEntity {
			if k.parent[f.Entity] = f.Parent; f.Parent == "" {
				k.parent[f.Entity] = capture.CaseEntity
			}
		}
		for _, r := range f.Repeats() {
			k.repeats[r.Entity] = true
			if k.parent[r.Entity] = f.Entity; r.Parent != nil {
				k.parent[r.Entity] = r.Parent.Entity
			}
		}
	}
	return k
}

// below reports whether entities of type t nest, at any depth, in those of above.
func (k kinds) below(t, above capture.EntityType) bool {
	for n := 0; t != "" && t != capture.CaseEntity && n <= len(k.parent); n++ {
		if t = k.parent[t]; t == above {
			return true
		}
	}
	return false
}

// layout finds the tables of a return that the forms fill, in the order of its
// model. Prefix is that of the return's items.
func layout(set *form.Set, model []returns.Table, prefix string) []*table {
	k := kindsOf(set)
	var out []*table
	for _, m := range model {
		t := &table{Table: m, feeds: map[capture.EntityType][]feed{}}
		var types []capture.EntityType
		for _, q := range set.Questions() {
			for _, item := range q.Items {
				name, column, _ := strings.Cut(strings.TrimPrefix(item, prefix), ".")
				if name != m.Name || !strings.HasPrefix(item, prefix) {
					continue
				}
				c := slices.IndexFunc(m.Columns, func(c returns.Column) bool { return c.Name == column })
				if c < 0 {
					continue
				}
				if e := q.Entity(); !slices.Contains(types, e) {
					types = append(types, e)
				}
				t.feeds[q.Entity()] = append(t.feeds[q.Entity()], feed{q, column, m.Columns[c].Many})
			}
		}
		if len(types) > 0 {
			t.place(k, types)
			out = append(out, t)
		}
	}
	return out
}

// place decides which types are rows and which join those of others.
func (t *table) place(k kinds, types []capture.EntityType) {
	var single capture.EntityType
	for _, e := range types {
		if k.repeats[e] {
			t.rows = append(t.rows, e)
		}
	}
	for _, e := range types {
		if k.repeats[e] {
			continue
		}
		within := slices.ContainsFunc(types, func(o capture.EntityType) bool { return o != e && !k.repeats[o] && k.below(e, o) })
		shared := len(t.rows) > 0 && slices.ContainsFunc(t.rows, func(r capture.EntityType) bool { return k.repeats[r] && !t.overlap(e, r) })
		if within || shared || single != "" {
			t.joined = append(t.joined, e)
			continue
		}
		single = e
		t.rows = append(t.rows, e)
	}
}

// overlap reports whether two types fill a column both.
func (t *table) overlap(a, b capture.EntityType) bool {
	return slices.ContainsFunc(t.feeds[a], func(f feed) bool {
		return slices.ContainsFunc(t.feeds[b], func(g feed) bool { return f.column == g.column })
	})
}

// columns lists what the forms can fill, with the tables themselves.
func columns(tables []*table) map[string]bool {
	out := map[string]bool{}
	for _, t := range tables {
		out[t.Name] = true
		for _, feeds := range t.feeds {
			for _, f := range feeds {
				out[t.Name+"."+f.column] = true
			}
		}
	}
	return out
}
