package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Describe gives the table with its head, the rows in view and the one with the
// ring. Rows and columns are counted as all there are, with the head as row 0.
func (t *Table) Describe() *a11y.Node {
	n := t.node(a11y.RoleTable, t.name)
	n.Rows, n.Cols = t.count+1, len(t.columns)
	n.Focus = t.TakeFocus
	n.Children = append(n.Children, t.describeRow(headRow))
	first, last := t.inView()
	if t.row >= 0 && t.row < first {
		n.Children = append(n.Children, t.describeRow(t.row))
	}
	for row := first; row <= last; row++ {
		n.Children = append(n.Children, t.describeRow(row))
	}
	if t.row > last && t.row < t.count {
		n.Children = append(n.Children, t.describeRow(t.row))
	}
	return n
}

// inView are the first and last row that are drawn; last is before first for none.
func (t *Table) inView() (first, last int) {
	first, last = t.count, -1
	for _, s := range t.slots {
		if s.row >= 0 {
			first, last = min(first, s.row), max(last, s.row)
		}
	}
	return first, last
}

func (t *Table) describeRow(row int) *a11y.Node {
	id := t.id + "/head"
	if row != headRow {
		id = t.id + "/row/" + strconv.Itoa(row+1)
	}
	table := t.area()
	var all area // of what is seen of the row's cells
	var cells []*a11y.Node
	for col := range t.columns {
		a := t.seen(t.place(row, col), row, col)
		if a.w < min(t.place(row, col).w, theme.Target) {
			a.w = 0 // of a sliver nothing can be read or pressed
		}
		one := t.describeCell(row, col, id)
		one.Bounds = table.within(fyne.NewPos(a.x, a.y), fyne.NewSize(a.w, a.h)).rect()
		if a.w == 0 || a.h == 0 {
			one.States |= a11y.Offscreen
		} else {
			all = all.with(a)
		}
		cells = append(cells, one)
	}
	n := t.nodeAt(id, a11y.RoleRow, "", table.within(fyne.NewPos(all.x, all.y), fyne.NewSize(all.w, all.h)))
	n.Row = row + 1
	if row != headRow {
		n.Pos, n.Size = row+1, t.count
	}
	if all.h == 0 {
		n.States |= a11y.Offscreen
	}
	n.Children = cells
	return n
}

func (t *Table) describeCell(row, col int, rowID string) *a11y.Node {
	c := t.columns[col]
	n := &a11y.Node{ID: rowID + "/" + c.ID, Role: a11y.RoleCell, Row: row + 1, Col: col, States: a11y.Focusable}
	if !t.visible(t.area()) {
		n.States |= a11y.Offscreen
	}
	if row == t.row && col == t.col && t.focused {
		n.States |= a11y.Focused
	}
	n.Focus = func() { t.row, t.col = row, col; t.TakeFocus(); t.move(row, col) }
	switch {
	case row == headRow:
		n.Role, n.Name = a11y.RoleColumnHeader, c.Name
		n.Description = t.sortWords(col)
		if c.Sortable {
			n.Actions = []a11y.Action{{Name: "sort", Do: func() { t.open(headRow, col) }}}
		}
		return n
	case col == 0:
		n.Role = a11y.RoleRowHeader
	}
	cell := t.at(row, col)
	n.Name = cell.Text
	if n.Name == "" {
		n.Name = "Blank"
	}
	says := cell.Says
	if cell.Link {
		says = joinComma("link", says)
	}
	n.Description = joinComma(says, "row "+strconv.Itoa(row+1)+" of "+strconv.Itoa(t.count))
	if t.OnOpen != nil {
		n.Actions = []a11y.Action{{Name: "open", Do: func() { t.open(row, col) }}}
	}
	return n
}

// sortWords says how the rows are sorted by a column.
func (t *Table) sortWords(col int) string {
	c := t.columns[col]
	switch {
	case t.sorted == col && c.Numeric && t.descending:
		return "sorted, highest first"
	case t.sorted == col && c.Numeric:
		return "sorted, lowest first"
	case t.sorted == col && t.descending:
		return "sorted, Z to A"
	case t.sorted == col:
		return "sorted, A to Z"
	case c.Sortable:
		return "can be sorted"
	}
	return ""
}

// with is the least area that holds both; an empty one holds nothing.
func (a area) with(b area) area {
	switch {
	case a.w == 0 || a.h == 0:
		return b
	case b.w == 0 || b.h == 0:
		return a
	}
	x, y := min(a.x, b.x), min(a.y, b.y)
	return area{x, y, max(a.x+a.w, b.x+b.w) - x, max(a.y+a.h, b.y+b.h) - y}
}
