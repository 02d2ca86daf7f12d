package atspi

import "recordwell/ui/a11y"

func isCell(n *a11y.Node) bool {
	return n.Role == a11y.RoleCell || n.Role == a11y.RoleColumnHeader || n.Role == a11y.RoleRowHeader
}

// cells calls visit for each cell of a table, in reading order, until it
// answers false. A table inside a cell is left alone.
func (o object) cells(visit func(i int, n *a11y.Node) bool) {
	for i := o.i + 1; i < o.t.End(o.i); {
		n := o.t.Node(i)
		if n.Role == a11y.RoleTable {
			i = o.t.End(i)
			continue
		}
		if isCell(n) && !visit(i, n) {
			return
		}
		i++
	}
}

// cell is the number of the first cell that matches, or -1.
func (o object) cell(match func(n *a11y.Node) bool) int {
	found := -1
	o.cells(func(i int, n *a11y.Node) bool {
		if match(n) {
			found = i
		}
		return found < 0
	})
	return found
}

func (o object) cellAt(row, col int32) int {
	return o.cell(func(n *a11y.Node) bool { return n.Row == int(row) && n.Col == int(col) })
}

func (o object) columnHeader(col int) int {
	return o.cell(func(n *a11y.Node) bool { return n.Role == a11y.RoleColumnHeader && n.Col == col })
}

func (o object) rowHeader(row int) int {
	return o.cell(func(n *a11y.Node) bool { return n.Role == a11y.RoleRowHeader && n.Row == row })
}

// rowSelected reports whether a row, or the row of a cell, is selected.
func (o object) rowSelected(cell int) bool {
	if cell < 0 {
		return false
	}
	if o.t.Node(cell).Has(a11y.Selected) {
		return true
	}
	row := o.t.Above(cell, a11y.RoleRow)
	return row >= 0 && o.t.Node(row).Has(a11y.Selected)
}

func (o object) selectedRows() []int32 {
	rows := []int32{}
	last := -1
	o.cells(func(i int, n *a11y.Node) bool {
		if n.Row != last && o.rowSelected(i) {
			rows = append(rows, int32(n.Row))
			last = n.Row
		}
		return true
	})
	return rows
}

// index is a cell's number when the table is counted row by row, and back.
func (o object) fromIndex(i int32) (row, col int32, err error) {
	n := o.node()
	if i < 0 || n.Cols <= 0 || int(i) >= n.Rows*n.Cols {
		return 0, 0, outOfRange("cell", i)
	}
	return i / int32(n.Cols), i % int32(n.Cols), nil
}

func (o object) mustCellAt(row, col int32) (int, error) {
	c := o.cellAt(row, col)
	if c < 0 {
		return 0, fault{errInvalidArgs, "the table has no such cell"}
	}
	return c, nil
}

// grid is org.a11y.atspi.Table. Rows and columns count the headers too. A table
// that shows a part of its rows gives the cells of that part.
var grid = table[object]{
	props: map[string]property[object]{
		"NRows":            {typ: "i", get: func(o object) any { return int32(o.node().Rows) }},
		"NColumns":         {typ: "i", get: func(o object) any { return int32(o.node().Cols) }},
		"Caption":          {typ: "(so)", get: func(o object) any { return o.refAt(o.t.Related(o.i, a11y.LabelledBy)) }},
		"Summary":          {typ: "(so)", get: func(o object) any { return o.refAt(o.t.Related(o.i, a11y.DescribedBy)) }},
		"NSelectedRows":    {typ: "i", get: func(o object) any { return int32(len(o.selectedRows())) }},
		"NSelectedColumns": {typ: "i", get: func(object) any { return int32(0) }},
	},
	methods: map[string]method[object]{
		"GetAccessibleAt": {in: "ii", out: "(so)", call: func(o object, a []any) ([]any, error) {
			c, err := o.mustCellAt(a[0].(int32), a[1].(int32))
			if err != nil {
				return nil, err
			}
			return []any{o.refAt(c)}, nil
		}},
		"GetIndexAt": {in: "ii", out: "i", call: func(o object, a []any) ([]any, error) {
			row, col := a[0].(int32), a[1].(int32)
			if n := o.node(); row < 0 || col < 0 || int(row) >= n.Rows || int(col) >= n.Cols {
				return nil, fault{errInvalidArgs, "the table has no such cell"}
			}
			return []any{row*int32(o.node().Cols) + col}, nil
		}},
		"GetRowAtIndex": {in: "i", out: "i", call: func(o object, a []any) ([]any, error) {
			row, _, err := o.fromIndex(a[0].(int32))
			return []any{row}, err
		}},
		"GetColumnAtIndex": {in: "i", out: "i", call: func(o object, a []any) ([]any, error) {
			_, col, err := o.fromIndex(a[0].(int32))
			return []any{col}, err
		}},
		"GetRowDescription": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			return []any{o.nameAt(o.rowHeader(int(a[0].(int32))))}, nil
		}},
		"GetColumnDescription": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			return []any{o.nameAt(o.columnHeader(int(a[0].(int32))))}, nil
		}},
		"GetRowExtentAt":    {in: "ii", out: "i", call: one},
		"GetColumnExtentAt": {in: "ii", out: "i", call: one},
		"GetRowHeader": {in: "i", out: "(so)", call: func(o object, a []any) ([]any, error) {
			return []any{o.refAt(o.rowHeader(int(a[0].(int32))))}, nil
		}},
		"GetColumnHeader": {in: "i", out: "(so)", call: func(o object, a []any) ([]any, error) {
			return []any{o.refAt(o.columnHeader(int(a[0].(int32))))}, nil
		}},
		"GetSelectedRows": {out: "ai", call: func(o object, _ []any) ([]any, error) {
			return []any{o.selectedRows()}, nil
		}},
		"GetSelectedColumns": {out: "ai", call: func(object, []any) ([]any, error) { return []any{[]int32{}}, nil }},
		"IsRowSelected": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
			c := o.cell(func(n *a11y.Node) bool { return n.Row == int(a[0].(int32)) })
			return []any{o.rowSelected(c)}, nil
		}},
		"IsColumnSelected": {in: "i", out: "b", call: refuse},
		"IsSelected": {in: "ii", out: "b", call: func(o object, a []any) ([]any, error) {
			return []any{o.rowSelected(o.cellAt(a[0].(int32), a[1].(int32)))}, nil
		}},
		"AddRowSelection":       {in: "i", out: "b", call: refuse},
		"AddColumnSelection":    {in: "i", out: "b", call: refuse},
		"RemoveRowSelection":    {in: "i", out: "b", call: refuse},
		"RemoveColumnSelection": {in: "i", out: "b", call: refuse},
		"GetRowColumnExtentsAtIndex": {in: "i", out: "biiiib", call: func(o object, a []any) ([]any, error) {
			row, col, err := o.fromIndex(a[0].(int32))
			if err != nil {
				return nil, err
			}
			return []any{true, row, col, int32(1), int32(1), o.rowSelected(o.cellAt(row, col))}, nil
		}},
	},
}

func one(object, []any) ([]any, error) { return []any{int32(1)}, nil }

func (o object) nameAt(i int) string {
	if i < 0 {
		return ""
	}
	return o.t.Node(i).Name
}
