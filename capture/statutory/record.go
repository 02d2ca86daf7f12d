package statutory

import (
	"cmp"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/validation"
	"recordwell/validation/returns"
)

// Record is a case as the returns see it, with what the rules find in it.
type Record struct {
	rules    *Rules
	parts    []part
	findings []Finding
}

// part is what belongs to one return.
type part struct {
	rows     []built
	now, end []validation.Issue
}

// Finding is one thing that one rule finds.
type Finding struct {
	// Issue has the rule's id ("cin/8606"). Its places are those of the return.
	validation.Issue
	Info *validation.Info
	// Return names the return: "Children in need census".
	Return string
	// Refs are the questions that it is about, the one to change first at the
	// front: each is asked now. A value that is worked out stands for the
	// questions it comes from, and one that is not asked for those that decide so.
	Refs []capture.Ref
	// Later is set for what is not wrong on the story's day, and will be at the
	// end of the collection year unless something changes.
	Later bool
}

// Code is the rule's published code.
func (f *Finding) Code() string { return f.Info.Code }

// WholeCase reports that the finding needs several records to be seen.
func (f *Finding) WholeCase() bool { return f.Info.Scope >= validation.ChildScope }

// Check builds the record of a case and runs every rule.
func (r *Rules) Check(c Case) *Record {
	next := &Record{rules: r, parts: make([]part, len(r.engines))}
	for i, e := range r.engines {
		p := &next.parts[i]
		p.rows = build(c, e.tables)
		rows := plain(p.rows)
		p.now, p.end = e.now.check(rows, nil, nil), e.end.check(rows, nil, nil)
	}
	next.find(c)
	return next
}

// Update builds the record anew and runs the rules that read what differs.
func (rec *Record) Update(c Case) *Record {
	next := &Record{rules: rec.rules, parts: make([]part, len(rec.parts))}
	for i, e := range rec.rules.engines {
		before, p := &rec.parts[i], &next.parts[i]
		p.rows = build(c, e.tables)
		p.now, p.end = before.now, before.end
		if changed := differences(before.rows, p.rows); len(changed) > 0 {
			rows := plain(p.rows)
			p.now, p.end = e.now.check(rows, changed, before.now), e.end.check(rows, changed, before.end)
		}
	}
	next.find(c)
	return next
}

// Findings returns what the rules find, in the order of the Department's lists.
// The slice must not be changed.
func (rec *Record) Findings() []Finding { return rec.findings }

// Rows returns the rows of a return ("cin", "ssda903"), for a file.
func (rec *Record) Rows(name string) []returns.Row {
	for i, e := range rec.rules.engines {
		if e.name == name {
			return plain(rec.parts[i].rows)
		}
	}
	return nil
}

func plain(rows []built) []returns.Row {
	out := make([]returns.Row, len(rows))
	for i := range rows {
		out[i] = rows[i].Row
	}
	return out
}

func (rec *Record) find(c Case) {
	var w *where
	for i, e := range rec.rules.engines {
		p := &rec.parts[i]
		if len(p.end) == 0 {
			continue
		}
		if w == nil {
			w = newWhere(rec.rules, c)
		}
		for _, issue := range p.end {
			f := Finding{Issue: issue, Later: !contains(p.now, &issue)}
			f.Rule = e.name + "/" + issue.Rule
			f.Info, f.Return = rec.rules.Info(f.Rule), e.title
			f.Refs = w.refs(e, p.rows, &issue)
			rec.findings = append(rec.findings, f)
		}
	}
	slices.SortStableFunc(rec.findings, func(a, b Finding) int {
		x, y := rec.rules.info[a.Rule], rec.rules.info[b.Rule]
		return cmp.Or(slices.Index(rec.rules.engines, x.engine)-slices.Index(rec.rules.engines, y.engine), x.order-y.order)
	})
}

// contains reports whether the same rule found the same places.
func contains(issues []validation.Issue, i *validation.Issue) bool {
	return slices.ContainsFunc(issues, func(o validation.Issue) bool {
		return o.Rule == i.Rule && slices.EqualFunc(o.Places, i.Places, func(a, b validation.Place) bool {
			return a.Table == b.Table && a.Row == b.Row && a.Field == b.Field
		})
	})
}

// differences lists the columns whose values differ, and the tables of which a
// row came or went.
func differences(before, after []built) []string {
	var out []string
	add := func(place string) {
		if !slices.Contains(out, place) {
			out = append(out, place)
		}
	}
	find := func(rows []built, r *built) *built {
		for i := range rows {
			if rows[i].Table == r.Table && rows[i].Number == r.Number {
				return &rows[i]
			}
		}
		return nil
	}
	for i := range before {
		if find(after, &before[i]) == nil {
			add(before[i].Table)
		}
	}
	for i := range after {
		was := find(before, &after[i])
		if was == nil {
			add(after[i].Table)
			continue
		}
		if slices.Equal(was.Cells, after[i].Cells) {
			continue
		}
		for _, c := range after[i].table.Columns {
			if !sameCells(was.Cells, after[i].Cells, c.Name) {
				add(after[i].Table + "." + c.Name)
			}
		}
	}
	return out
}

func sameCells(a, b []returns.Cell, column string) bool {
	n := 0
	for _, c := range a {
		if c.Column != column {
			continue
		}
		for n < len(b) && b[n].Column != column {
			n++
		}
		if n == len(b) || b[n].Value != c.Value {
			return false
		}
		n++
	}
	for ; n < len(b); n++ {
		if b[n].Column == column {
			return false
		}
	}
	return true
}

func cutPlace(place string) (table, column string, ok bool) {
	table, column, ok = strings.Cut(place, ".")
	if !ok {
		return "", "", false
	}
	return table, column, true
}
