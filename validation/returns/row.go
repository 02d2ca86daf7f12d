package returns

// Table describes one table of a return: what a form can collect.
type Table struct {
	Name string
	// Parent is the table whose rows these nest in; empty below the child itself.
	Parent string
	// Once marks a table with one row a child.
	Once    bool
	Columns []Column
}

// Column is one column of a table.
type Column struct {
	Name string
	// Many marks a column that holds a list of codes.
	Many bool
}

// Row is one row of a return before it is typed: how a form's answers become a
// return, and how a return's children become cases.
type Row struct {
	Table string
	// Number is what the Row of a finding's places will say. It is the caller's
	// to choose, and different for each row of a table.
	Number int
	// Parent is the position, in the list that the row stands in, of the row it
	// nests in; -1 for none.
	Parent int
	// Cells are the values there are. A column that holds a list stands once for
	// each; a column that does not stand here is missing.
	Cells []Cell
}

// Cell is one value of a row: dates as YYYY-MM-DD, codes as they are.
type Cell struct{ Column, Value string }

// Value returns the first value of a column, or "".
func (r *Row) Value(column string) string {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return r.Cells[i].Value
		}
	}
	return ""
}
