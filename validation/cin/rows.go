package cin

import (
	"fmt"

	"recordwell/validation/returns"
)

// Model lists the tables of a child with their columns, parents first. The key
// columns that link tables in a file are not among them.
func Model() []returns.Table {
	return []returns.Table{
		describeTable(&identifiersTable, "", true),
		describeTable(&characteristicsTable, "", true),
		describeTable(&disabilitiesTable, "", false),
		describeTable(&detailsTable, "", false),
		describeTable(&assessmentsTable, detailsTable.name, false),
		describeTable(&plansTable, detailsTable.name, false),
		describeTable(&section47Table, detailsTable.name, false),
		describeTable(&cppTable, detailsTable.name, false),
		describeTable(&reviewsTable, cppTable.name, false),
		describeTable(&preProceedingsTable, detailsTable.name, false),
	}
}

func describeTable[T any](t *table[T], parent string, once bool) returns.Table {
	out := returns.Table{Name: t.name, Parent: parent, Once: once}
	for i := range t.columns {
		out.Columns = append(out.Columns, returns.Column{Name: t.columns[i].name, Many: t.columns[i].list != nil})
	}
	return out
}

// FromRows types the rows of one child, parents before what nests in them. A
// row whose parent is not there gets one that stands for it (Orphan). It is an
// error to name a table or column that the census has not got.
func FromRows(rows []returns.Row) (*Child, error) {
	b := rowsBuilder{rows: rows, details: make([]int, len(rows)), cpps: make([]int, len(rows))}
	for i := range rows {
		if err := b.add(i); err != nil {
			return nil, err
		}
	}
	return &b.child, nil
}

// rowsBuilder knows where each row went: rows move while their slice grows, so
// it keeps positions.
type rowsBuilder struct {
	rows    []returns.Row
	child   Child
	details []int // position in child.Details, of a row of CINdetails
	cpps    []int // position in its referral's CPPs, of a row of ChildProtectionPlans
	orphan  int   // position in child.Details plus 1 of the referral that is not there
}

func (b *rowsBuilder) add(i int) error {
	r, c := &b.rows[i], &b.child
	var err error
	switch r.Table {
	case identifiersTable.name:
		c.Identifiers, err = appendRow(c.Identifiers, &identifiersTable, r, Identifiers{Row: int32(r.Number)})
	case characteristicsTable.name:
		c.Characteristics, err = appendRow(c.Characteristics, &characteristicsTable, r, Characteristics{Row: int32(r.Number)})
	case disabilitiesTable.name:
		c.Disabilities, err = appendRow(c.Disabilities, &disabilitiesTable, r, Disability{Row: int32(r.Number)})
	case detailsTable.name:
		b.details[i] = len(c.Details)
		c.Details, err = appendRow(c.Details, &detailsTable, r, Details{Row: int32(r.Number)})
	case reviewsTable.name:
		p := b.cpp(r.Parent)
		p.Reviews, err = appendRow(p.Reviews, &reviewsTable, r, Review{Row: int32(r.Number)})
	default:
		return b.below(i, b.referral(r.Parent))
	}
	return err
}

// below adds a row of a table that nests in a referral.
func (b *rowsBuilder) below(i int, d *Details) error {
	r := &b.rows[i]
	n := int32(r.Number)
	var err error
	switch r.Table {
	case assessmentsTable.name:
		d.Assessments, err = appendRow(d.Assessments, &assessmentsTable, r, Assessment{Row: n})
	case plansTable.name:
		d.Plans, err = appendRow(d.Plans, &plansTable, r, CINPlan{Row: n})
	case section47Table.name:
		d.Section47, err = appendRow(d.Section47, &section47Table, r, Section47{Row: n})
	case cppTable.name:
		b.cpps[i] = len(d.CPPs)
		d.CPPs, err = appendRow(d.CPPs, &cppTable, r, CPP{Row: n})
	case preProceedingsTable.name:
		d.PreProceedings, err = appendRow(d.PreProceedings, &preProceedingsTable, r, PreProceedings{Row: n})
	default:
		return fmt.Errorf("the census has no table %q of a child", r.Table)
	}
	return err
}

func (b *rowsBuilder) referral(parent int) *Details {
	if parent >= 0 && parent < len(b.rows) && b.rows[parent].Table == detailsTable.name {
		return &b.child.Details[b.details[parent]]
	}
	if b.orphan == 0 {
		b.child.Details = append(b.child.Details, Details{Row: -1, Orphan: true})
		b.orphan = len(b.child.Details)
	}
	return &b.child.Details[b.orphan-1]
}

func (b *rowsBuilder) cpp(parent int) *CPP {
	if parent >= 0 && parent < len(b.rows) && b.rows[parent].Table == cppTable.name {
		return &b.referral(b.rows[parent].Parent).CPPs[b.cpps[parent]]
	}
	d := b.referral(-1)
	d.CPPs = append(d.CPPs, CPP{Row: -1, Orphan: true})
	return &d.CPPs[len(d.CPPs)-1]
}

func appendRow[T any](rows []T, t *table[T], r *returns.Row, row T) ([]T, error) {
	for _, cell := range r.Cells {
		if !setCell(t, &row, cell) {
			return rows, fmt.Errorf("table %s of the census has no column %q", t.name, cell.Column)
		}
	}
	return append(rows, row), nil
}

func setCell[T any](t *table[T], row *T, cell returns.Cell) bool {
	for i := range t.columns {
		c := &t.columns[i]
		if c.name != cell.Column {
			continue
		}
		switch {
		case c.date != nil:
			*c.date(row) = ParseDate(cell.Value)
		case c.text != nil:
			*c.text(row) = NewText(cell.Value)
		default:
			list := c.list(row)
			*list = append(*list, NewText(cell.Value))
		}
		return true
	}
	return false
}

// Rows takes a child apart into rows, parents before what nests in them: the
// opposite of [FromRows]. Rows that stand for missing ones are left out.
func (c *Child) Rows() []returns.Row {
	var out []returns.Row
	for i := range each(c.Identifiers) {
		out = append(out, rowOf(&identifiersTable, i, -1))
	}
	for i := range each(c.Characteristics) {
		out = append(out, rowOf(&characteristicsTable, i, -1))
	}
	for i := range each(c.Disabilities) {
		out = append(out, rowOf(&disabilitiesTable, i, -1))
	}
	for d := range each(c.Details) {
		at := -1
		if !d.Orphan {
			at = len(out)
			out = append(out, rowOf(&detailsTable, d, -1))
		}
		out = d.rowsBelow(out, at)
	}
	return out
}

func (d *Details) rowsBelow(out []returns.Row, at int) []returns.Row {
	for i := range each(d.Assessments) {
		out = append(out, rowOf(&assessmentsTable, i, at))
	}
	for i := range each(d.Plans) {
		out = append(out, rowOf(&plansTable, i, at))
	}
	for i := range each(d.Section47) {
		out = append(out, rowOf(&section47Table, i, at))
	}
	for i := range each(d.CPPs) {
		plan := -1
		if !i.Orphan {
			plan = len(out)
			out = append(out, rowOf(&cppTable, i, at))
		}
		for r := range each(i.Reviews) {
			out = append(out, rowOf(&reviewsTable, r, plan))
		}
	}
	for i := range each(d.PreProceedings) {
		out = append(out, rowOf(&preProceedingsTable, i, at))
	}
	return out
}

func rowOf[T any](t *table[T], row *T, parent int) returns.Row {
	out := returns.Row{Table: t.name, Number: int(t.row(row)), Parent: parent}
	for i := range t.columns {
		c := &t.columns[i]
		switch {
		case c.date != nil:
			if d := c.date(row); d.Present() || d.Unreadable() {
				out.Cells = append(out.Cells, returns.Cell{Column: c.name, Value: d.String()})
			}
		case c.text != nil:
			if v := c.text(row); v.Present() {
				out.Cells = append(out.Cells, returns.Cell{Column: c.name, Value: v.String()})
			}
		default:
			for _, v := range *c.list(row) {
				out.Cells = append(out.Cells, returns.Cell{Column: c.name, Value: v.String()})
			}
		}
	}
	return out
}
