package ssda903

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// csv reads one table. The table is known by its columns, whatever the file is
// called; their order does not matter.
func (b *builder) csv(r io.Reader, last bool) (Table, error) {
	s := newCSVScanner(r)
	head, err := s.next()
	if errors.Is(err, io.EOF) {
		return 0, errors.New("the file is empty. The first line must name the columns")
	}
	if err != nil {
		return 0, err
	}
	t, order, err := tableOf(head)
	if err != nil {
		return 0, fmt.Errorf("line 1: %w", err)
	}
	if last {
		t += Last
	}
	if b.ret.Has(t) {
		return t, fmt.Errorf("a second file has the columns of %s. Give each table once", t)
	}
	for _, i := range order {
		b.ret.hasColumn(t, i)
	}
	cells := make([]*text, len(order))
	kinds := make([]columnKind, len(order))
	for i, to := range order {
		kinds[i] = schema[t.thisYear()].columns[to].kind
	}
	for n := 0; ; n++ {
		fields, err := s.next()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return t, err
		}
		if len(fields) != len(order) {
			return t, s.errorf("the row has %d values and the first line names %d columns", len(fields), len(order))
		}
		for i, f := range fields {
			switch {
			case len(f) == 0:
				cells[order[i]] = nil
			case order[i] == 0:
				cells[0] = b.id(f)
			default:
				cells[order[i]] = b.text(f, kinds[i])
			}
		}
		if _, err := b.add(t, cells, n); err != nil {
			return t, s.errorf("%v", err)
		}
	}
}

// tableOf finds the table with exactly these columns, and where each column of
// the file stands in the schema.
func tableOf(head [][]byte) (Table, []int, error) {
	names := make([]string, len(head))
	for i, h := range head {
		names[i] = strings.TrimSpace(string(h))
	}
	best, most := Table(0), 0
	for t := range tableCount {
		order := make([]int, 0, len(names))
		for _, name := range names {
			if i, ok := t.columnNamed(name); ok && i < t.fileColumns() && !slices.Contains(order, i) {
				order = append(order, i)
			}
		}
		if len(order) == len(names) && len(names) == t.fileColumns() {
			return t, order, nil
		}
		if len(order) > most {
			best, most = t, len(order)
		}
	}
	if most < 2 {
		return 0, nil, errors.New("these are not the columns of any table of the return. Check that it is a CSV file of the SSDA903 return")
	}
	return 0, nil, columnsError(best, names)
}

// columnsError says how the columns differ from the table they look like.
func columnsError(t Table, names []string) error {
	var say []string
	for _, c := range schema[t].columns[:t.fileColumns()] {
		if !slices.Contains(names, c.name) {
			say = append(say, "has no "+c.name)
		}
	}
	for i, name := range names {
		at, ok := t.columnNamed(name)
		switch {
		case !ok || at >= t.fileColumns():
			say = append(say, fmt.Sprintf("has %.40q, which the table does not have", name))
		case slices.Contains(names[:i], name):
			say = append(say, "has "+name+" twice")
		}
	}
	return fmt.Errorf("the file looks like %s but %s", schema[t].file, strings.Join(say, ", "))
}

// WriteCSV writes one table of this year (or of last year, with Last) as its
// CSV file, rows in document order, dates as DD/MM/YYYY.
func (r *Return) WriteCSV(w io.Writer, t Table) error {
	type placed struct {
		number int32
		row    row
	}
	var rows []placed
	for _, c := range r.Children {
		ts := c.year(t)
		for i := range ts.Len(t) {
			found := ts.at(t, i)
			rows = append(rows, placed{found.field(0).row, found})
		}
	}
	slices.SortStableFunc(rows, func(a, b placed) int { return int(a.number) - int(b.number) })
	columns := schema[t.thisYear()].columns[:t.fileColumns()]
	var line []byte
	for i, c := range columns {
		if i > 0 {
			line = append(line, ',')
		}
		line = append(line, c.name...)
	}
	line = append(line, "\r\n"...)
	if _, err := w.Write(line); err != nil {
		return err
	}
	for _, p := range rows {
		line = line[:0]
		for i := range columns {
			if i > 0 {
				line = append(line, ',')
			}
			line = appendCSV(line, p.row.field(i).written())
		}
		if _, err := w.Write(append(line, "\r\n"...)); err != nil {
			return err
		}
	}
	return nil
}

// written is the text as the return's own files hold it.
func (v Value) written() string {
	if v.IsDate() && schema[v.table.thisYear()].columns[v.col].kind == dateColumn {
		return v.Day().DMY()
	}
	return v.Text()
}

func appendCSV(line []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\r\n") {
		return append(line, s...)
	}
	line = append(line, '"')
	line = append(line, strings.ReplaceAll(s, `"`, `""`)...)
	return append(line, '"')
}
