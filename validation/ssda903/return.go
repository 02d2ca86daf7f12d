package ssda903

import (
	"recordwell/validation/datatype"
)

// Return is one SSDA903 return in memory: this year's, with last year's rows
// beside them when they were given.
type Return struct {
	// Children are in the order in which they first appear.
	Children []*Child
	// XML says that this year's rows came from the XML file of the return.
	XML bool
	// Given is what a tables file says about the return itself; zero for the
	// return's own files.
	Given Metadata

	has [Last + tableCount]uint32 // bit set of the columns that were given
}

// Metadata is what a tables file may say beside its tables. Zero fields were
// not given.
type Metadata struct {
	Start, End datatype.Date
	Year       string // collection year, such as "2026-27"
	Authority  string
	Providers  Providers
	Postcodes  Postcodes
}

// Has reports whether the table was given, even if it holds no row.
func (r *Return) Has(t Table) bool { return r.has[t] != 0 }

// HasColumn reports whether the column was given, or could be derived.
func (r *Return) HasColumn(t Table, column string) bool {
	i, ok := t.columnNamed(column)
	return ok && r.has[t]&(1<<i) != 0
}

// hasTable marks the table as given; CHILD is always part of it.
func (r *Return) hasTable(t Table) { r.has[t] |= 1 }

func (r *Return) hasColumn(t Table, i int) { r.has[t] |= 1 | 1<<i }

// Rows counts the rows of a table.
func (r *Return) Rows(t Table) int {
	n := 0
	for _, c := range r.Children {
		n += c.year(t).Len(t)
	}
	return n
}

// year is the child's rows of this year or of last year.
func (c *Child) year(t Table) *Tables {
	if t >= Last {
		return c.Last
	}
	return &c.Tables
}

// Count counts the children of this year's return.
func (r *Return) Count() int {
	n := 0
	for _, c := range r.Children {
		if c.rows() > 0 {
			n++
		}
	}
	return n
}
