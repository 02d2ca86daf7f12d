package ssda903

import (
	"bytes"
	"strings"
	"testing"

	"recordwell/validation/returns"
)

func TestRowsBecomeAReturn(t *testing.T) {
	rows := []returns.Row{
		{Table: "Header", Number: 7, Cells: []returns.Cell{{Column: "CHILD", Value: "A1"}, {Column: "DOB", Value: "2012-03-09"}}},
		{Table: "UASC", Number: 8, Cells: []returns.Cell{{Column: "CHILD", Value: "A1"}}},
		{Table: "Episodes", Number: 9, Cells: []returns.Cell{{Column: "CHILD", Value: "A1"}, {Column: "DECOM", Value: "2025-05-02"}, {Column: "DEC", Value: "2025-05-01"}}},
	}
	r, err := FromRows(rows, []string{"Header.CHILD", "Header.DOB", "UASC.CHILD", "Episodes.CHILD", "Episodes.DECOM", "Episodes.DEC"})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Children) != 1 || r.Children[0].ID != "A1" || !r.Children[0].Tables.Header[0].UASC.Is("1") {
		t.Fatalf("%+v", r.Children)
	}
	cx := NewContext(r, Given{Year: "2025-26"})
	plan, err := NewPlan(r, cx, []string{"356"}, "2025-26")
	if err != nil {
		t.Fatal(err)
	}
	_, issues := NewChecker(r, cx, plan).Recheck(r.Children[0], "Episodes.DEC")
	if len(issues) != 1 || issues[0].Places[0].Row != 9 {
		t.Errorf("%+v", issues)
	}
	var b bytes.Buffer
	if err := r.WriteCSV(&b, EpisodesTable); err != nil || !strings.Contains(b.String(), "02/05/2025") {
		t.Errorf("%v: %s", err, b.String())
	}
	for _, bad := range []returns.Row{{Table: "Unheard"}, {Table: "Episodes_last"}, {Table: "Header", Cells: []returns.Cell{{Column: "Unheard"}}}} {
		if _, err := FromRows([]returns.Row{bad}, nil); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if _, err := FromRows(nil, []string{"Header.Unheard"}); err == nil {
		t.Error("a column that is none was taken")
	}
	if n := len(Model()); n != int(tableCount) {
		t.Errorf("%d tables", n)
	}
}
