package filing_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/filing"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// takenCare takes a child of SSDA903 in and gives its rows back.
func takenCare(t testing.TB, in *filing.Intake, f *filing.Filer, rows []returns.Row, new *ids) []returns.Row {
	t.Helper()
	record := in.Take(rows, "file", capture.CaseID(new.New()), new, time.Time{})
	c, err := f.Open(&record.Submission)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ssda903.FromRows(c.CareRows(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(back.Children) == 0 {
		return nil
	}
	return back.Children[0].Rows()
}

// careForms are the forms that ask for SSDA903.
var careForms = []string{"contact_referral", "child_details", "missing", "looked_after"}

// The tables that no form asks for.
var notAsked = []string{"OC3.", "AD1.", "DoLo."}

// Of made-up children with faults among them, a record holds nearly everything that a
// form asks for, and of what the files do not have nearly nothing.
func TestARecordHoldsWhatTheFilesOfCareHave(t *testing.T) {
	in, f := officeOf(t, filing.LookedAfter, careForms...)
	r, err := ssda903.ReadFiles(context.Background(), []string{"../../validation/ssda903/testdata/samples/synthetic/this"}, ssda903.Options{})
	if err != nil {
		t.Fatal(err)
	}
	new := &ids{}
	cells, lost, made := 0, map[string]int{}, map[string]int{}
	count := func(places []string, in map[string]int) (n int) {
		for _, p := range places {
			if !slices.ContainsFunc(notAsked, func(table string) bool { return strings.HasPrefix(p, table) }) {
				in[p]++
				n++
			}
		}
		return n
	}
	missing, invented := 0, 0
	for _, child := range r.Children[:60] {
		rows := child.Rows()
		for _, row := range rows {
			cells += len(row.Cells)
		}
		back := takenCare(t, in, f, rows, new)
		missing += count(filing.Missing(rows, back), lost)
		invented += count(filing.Missing(back, rows), made)
	}
	if cells < 2000 || missing*100 > cells*6 || invented*100 > cells {
		t.Errorf("of %d values %d are missing, %v, and %d were made, %v", cells, missing, lost, invented, made)
	}
}

// What nobody answers is worked out again: the number and the date of birth that other
// forms ask for, why the child is looked after, an earlier order of which only the
// month is known.
func TestWhatIsWorkedOutOfCareIsAnswered(t *testing.T) {
	in, f := officeOf(t, filing.LookedAfter, careForms...)
	row := func(table string, cells ...string) returns.Row {
		r := returns.Row{Table: table, Parent: -1, Cells: []returns.Cell{{Column: "CHILD", Value: "4071188"}}}
		for i := 0; i < len(cells); i += 2 {
			r.Cells = append(r.Cells, returns.Cell{Column: cells[i], Value: cells[i+1]})
		}
		return r
	}
	who := row("Header", "SEX", "M", "DOB", "2016-05-05", "ETHNIC", "WBRI", "UPN", "N820432112003")
	stay := row("Episodes", "DECOM", "2025-09-08", "RNE", "S", "LS", "C2", "CIN", "N1", "PLACE", "U6", "PLACE_PROVIDER", "PR1", "HOME_POST", "AB1 0AA", "PL_POST", "AB1 0AB", "URN", "1234567")
	for name, rows := range map[string][]returns.Row{
		"one stay": {who, stay},
		"two stays": {who,
			row("Episodes", "DECOM", "2025-09-08", "RNE", "S", "LS", "C2", "CIN", "N3", "PLACE", "U6", "PLACE_PROVIDER", "PR1", "HOME_POST", "AB1 0AA", "PL_POST", "AB1 0AB", "URN", "1234567", "DEC", "2025-11-03", "REC", "X1", "REASON_PLACE_CHANGE", "CARPL"),
			row("Episodes", "DECOM", "2025-11-03", "RNE", "P", "LS", "C2", "CIN", "N3", "PLACE", "U4", "PLACE_PROVIDER", "PR4", "HOME_POST", "AB1 0AA", "PL_POST", "AB1 0AD", "URN", "7654321")},
		"an order before": {who, stay, row("PrevPerm", "DOB", "2016-05-05", "PREV_PERM", "P2", "LA_PERM", "999", "DATE_PERM", "ZZ/06/2019")},
		"missing":         {who, stay, row("Missing", "DOB", "2016-05-05", "MISSING", "M", "MIS_START", "2025-10-08", "MIS_END", "2025-10-09")},
		"without a UPN":   {row("Header", "SEX", "M", "DOB", "2024-05-05", "ETHNIC", "NOBT", "UPN", "UN1"), stay},
	} {
		back := takenCare(t, in, f, rows, &ids{})
		if lost, invented := filing.Missing(rows, back), filing.Missing(back, rows); len(lost)+len(invented) > 0 {
			t.Errorf("%s: %v is lost, %v is new", name, lost, invented)
		}
	}
}
