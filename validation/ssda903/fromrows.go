package ssda903

import (
	"fmt"

	"recordwell/validation/returns"
)

// Model lists the tables of this year's return with the columns that a file
// holds. CHILD, the first of each, links them.
func Model() []returns.Table {
	out := make([]returns.Table, tableCount)
	for t := range tableCount {
		out[t] = returns.Table{Name: schema[t].name, Once: t == HeaderTable}
		for _, c := range schema[t].columns[:t.fileColumns()] {
			out[t].Columns = append(out[t].Columns, returns.Column{Name: c.name})
		}
	}
	return out
}

// FromRows types rows of this year's tables; each names its child in CHILD.
// Dates are YYYY-MM-DD. Columns holds the "Table.Column"s that somebody could
// have filled in, so that the rules on others are left out. It is an error to
// name a table or column that the return has not got.
func FromRows(rows []returns.Row, columns []string) (*Return, error) {
	b := newBuilder(true)
	for _, place := range columns {
		t, i, err := placeNamed(place)
		if err != nil {
			return nil, err
		}
		b.ret.hasColumn(t, i)
	}
	for n := range rows {
		t, ok := tableNamed(rows[n].Table)
		if !ok || t >= Last {
			return nil, fmt.Errorf("SSDA903 has no table %q", rows[n].Table)
		}
		cells := make([]*text, len(schema[t].columns))
		for _, cell := range rows[n].Cells {
			i, ok := t.columnNamed(cell.Column)
			if !ok {
				return nil, fmt.Errorf("table %s of SSDA903 has no column %q", t, cell.Column)
			}
			cells[i] = b.text([]byte(cell.Value), textColumn)
		}
		if _, err := b.add(t, cells, rows[n].Number); err != nil {
			return nil, err
		}
	}
	b.derive(nil, "")
	return b.ret, nil
}

// FileOf returns the table of this year with a name, such as "Episodes", and the
// usual name of its CSV file.
func FileOf(name string) (t Table, file string, ok bool) {
	t, ok = tableNamed(name)
	if !ok || t >= Last {
		return 0, "", false
	}
	return t, schema[t].file, true
}

func placeNamed(place string) (Table, int, error) {
	for t := range tableCount {
		prefix := schema[t].name + "."
		if len(place) > len(prefix) && place[:len(prefix)] == prefix {
			if i, ok := t.columnNamed(place[len(prefix):]); ok {
				return t, i, nil
			}
		}
	}
	return 0, 0, fmt.Errorf("SSDA903 has no column %q", place)
}
