package atspi

import "recordwell/ui/a11y"

// position is a row and a column, from 0.
type position struct{ Row, Col int32 }

func (o object) place() position {
	return position{int32(o.node().Row), int32(o.node().Col)}
}

// table is the table that a cell is in; false for a cell that is in none.
func (o object) table() (object, bool) {
	i := o.t.Above(o.i, a11y.RoleTable)
	return o.at(i), i >= 0
}

// header is the header of the cell's column or row, other than the cell itself.
func (o object) header(find func(table object) int) []ref {
	if t, ok := o.table(); ok {
		if h := find(t); h >= 0 && h != o.i {
			return []ref{o.refAt(h)}
		}
	}
	return []ref{}
}

// gridCell is org.a11y.atspi.TableCell. No cell spans others.
var gridCell = table[object]{
	props: map[string]property[object]{
		"RowSpan":    {typ: "i", get: func(object) any { return int32(1) }},
		"ColumnSpan": {typ: "i", get: func(object) any { return int32(1) }},
		"Position":   {typ: "(ii)", get: func(o object) any { return o.place() }},
		"Table": {typ: "(so)", get: func(o object) any {
			return o.refAt(o.t.Above(o.i, a11y.RoleTable))
		}},
	},
	methods: map[string]method[object]{
		"GetRowColumnSpan": {out: "biiii", call: func(o object, _ []any) ([]any, error) {
			p := o.place()
			return []any{true, p.Row, p.Col, int32(1), int32(1)}, nil
		}},
		"GetColumnHeaderCells": {out: "a(so)", call: func(o object, _ []any) ([]any, error) {
			return []any{o.header(func(t object) int { return t.columnHeader(o.node().Col) })}, nil
		}},
		"GetRowHeaderCells": {out: "a(so)", call: func(o object, _ []any) ([]any, error) {
			return []any{o.header(func(t object) int { return t.rowHeader(o.node().Row) })}, nil
		}},
	},
}
