package cin

import (
	"bytes"
	"slices"
	"testing"

	"recordwell/validation/returns"
)

// A child of every table, as a form would give it.
func everyTable() []returns.Row {
	var rows []returns.Row
	at := map[string]int{}
	for n, table := range Model() {
		parent, ok := at[table.Parent]
		if !ok {
			parent = -1
		}
		row := returns.Row{Table: table.Name, Number: n, Parent: parent}
		for _, c := range table.Columns {
			row.Cells = append(row.Cells, returns.Cell{Column: c.Name, Value: "2025-05-01"})
			if c.Many {
				row.Cells = append(row.Cells, returns.Cell{Column: c.Name, Value: "2A"})
			}
		}
		at[table.Name] = len(rows)
		rows = append(rows, row)
	}
	return rows
}

func TestRowsBecomeAChildAndTheSameRowsAgain(t *testing.T) {
	want := everyTable()
	child, err := FromRows(want)
	if err != nil {
		t.Fatal(err)
	}
	got := child.Rows()
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Table != want[i].Table || got[i].Number != want[i].Number || got[i].Parent != want[i].Parent || !slices.Equal(got[i].Cells, want[i].Cells) {
			t.Errorf("row %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	var b bytes.Buffer
	w, err := NewWriter(&b, &Header{})
	if err == nil {
		err = w.Write(child)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range read.Rows() {
		if row.Table != want[i].Table || row.Parent != want[i].Parent || !slices.Equal(row.Cells, want[i].Cells) {
			t.Errorf("row %d was written and read as %+v, want %+v", i, row, want[i])
		}
	}
}

func TestRowsWithoutWhatTheyNestInStandByThemselves(t *testing.T) {
	child, err := FromRows([]returns.Row{{Table: "Reviews", Parent: -1, Cells: []returns.Cell{{Column: "CPPreviewDate", Value: "2025-05-01"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if len(child.Details) != 1 || !child.Details[0].Orphan || !child.Details[0].CPPs[0].Orphan {
		t.Errorf("%+v", child.Details)
	}
	if rows := child.Rows(); len(rows) != 1 || rows[0].Parent != -1 {
		t.Errorf("%+v", rows)
	}
	for _, bad := range []returns.Row{{Table: "Unheard"}, {Table: "CINdetails", Cells: []returns.Cell{{Column: "Unheard"}}}} {
		if _, err := FromRows([]returns.Row{bad}); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
}

// Halfway through the year, an open assessment is as long open as it is today.
func TestTheYearStandsAtToday(t *testing.T) {
	child, err := FromRows([]returns.Row{
		{Table: "CINdetails", Parent: -1, Cells: []returns.Cell{{Column: "CINreferralDate", Value: "2025-09-01"}}},
		{Table: "Assessments", Parent: 0, Cells: []returns.Cell{{Column: "AssessmentActualStartDate", Value: "2025-09-01"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for today, want := range map[string]int{"2025-10-16": 0, "2025-12-04": 1, "2026-03-31": 1, "": 1} {
		c, err := NewChecker(Config{Reference: ParseDate("2026-03-31"), Today: ParseDate(today), Codes: []string{"8670Q"}, Calendar: england(t)})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Check(child); len(got) != want {
			t.Errorf("on %q: %+v", today, got)
		}
		if c.Period().Start != ParseDate("2025-04-01") {
			t.Errorf("on %q the year starts on %s", today, c.Period().Start)
		}
	}
}
