package cin

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"recordwell/assets/calendars"
	"recordwell/validation"
	"recordwell/validation/datatype"
)

// fixture is one rule's file in testdata/fixtures.
type fixture struct {
	Code  string `json:"code"`
	Cases []struct {
		Test     string          `json:"test"`
		Inputs   json.RawMessage `json:"inputs"`
		Metadata json.RawMessage `json:"metadata"`
		Expected struct {
			Locations []location `json:"locations"`
			Groups    []struct {
				ID    json.RawMessage `json:"id"`
				Table string          `json:"table"`
				Rows  []int           `json:"rows"`
			} `json:"groups"`
			ReturnLevel bool `json:"return_level"`
		} `json:"expected"`
	} `json:"cases"`
}

type location struct {
	Table string `json:"table"`
	Field string `json:"field"`
	Row   int    `json:"row"`
}

func (l location) String() string { return fmt.Sprintf("%s.%s[%d]", l.Table, l.Field, l.Row) }

// departures are the places that we do not report although a fixture does, with
// the reason. docs/rules-cin.md has the same list.
var departures = map[string]struct {
	without []string
	why     string
}{
	"8670Q": {
		without: []string{"Assessments.AssessmentActualStartDate[3]", "Assessments.AssessmentAuthorisationDate[3]"},
		why:     "29 January 2023 is not before 31 March 2023 minus 45 working days, which is 27 January",
	},
}

func TestFixtures(t *testing.T) {
	files, _ := filepath.Glob("testdata/fixtures/*.json")
	if len(files) < 60 {
		t.Fatalf("only %d fixtures", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f fixture
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatal(err)
		}
		for _, c := range f.Cases {
			t.Run(f.Code+"/"+c.Test, func(t *testing.T) {
				tables := fmt.Sprintf(`{"inputs": %s, "metadata": %s}`, c.Inputs, c.Metadata)
				issues, not := checkTables(t, tables, f.Code)
				if len(not) > 0 {
					t.Fatalf("not checked: %v", not)
				}
				want := map[string]bool{}
				for _, l := range c.Expected.Locations {
					want[l.String()] = true
				}
				for _, l := range departures[f.Code].without {
					if !want[l] {
						t.Errorf("the fixture has no %s to depart from", l)
					}
					delete(want, l)
				}
				compareLocations(t, want, issues)
				if whole := len(issues) == 1 && len(issues[0].Places) == 0; whole != c.Expected.ReturnLevel {
					t.Errorf("finding on the whole return: got %v", issues)
				}
				joined := map[string][]string{}
				for _, g := range c.Expected.Groups {
					for _, row := range g.Rows {
						if at := fmt.Sprintf("%s[%d]", g.Table, row); g.Table != "" && !slices.Contains(joined[string(g.ID)], at) {
							joined[string(g.ID)] = append(joined[string(g.ID)], at)
						}
					}
				}
				for id, rows := range joined {
					// Enquiries with equal dates share an id there, and are two findings.
					if f.Code != "8740" && f.Code != "8670Q" && !someIssueHasAll(issues, rows) {
						t.Errorf("no finding joins %v of %s", rows, id)
					}
				}
			})
		}
	}
}

func someIssueHasAll(issues []validation.Issue, rows []string) bool {
	for _, i := range issues {
		n := 0
		for _, row := range rows {
			if slices.ContainsFunc(i.Places, func(p validation.Place) bool { return fmt.Sprintf("%s[%d]", p.Table, p.Row) == row }) {
				n++
			}
		}
		if n == len(rows) {
			return true
		}
	}
	return false
}

func compareLocations(t *testing.T, want map[string]bool, issues []validation.Issue) {
	t.Helper()
	got := map[string]bool{}
	for _, i := range issues {
		for _, p := range i.Places {
			got[location{p.Table, p.Field, p.Row}.String()] = true
		}
	}
	for l := range want {
		if !got[l] {
			t.Errorf("missing %s", l)
		}
	}
	for l := range got {
		if !want[l] {
			t.Errorf("too much: %s", l)
		}
	}
}

var englandOnce = sync.OnceValues(func() (*datatype.Workdays, error) { return datatype.ParseWorkdays(calendars.England) })

func england(t testing.TB) *datatype.Workdays {
	t.Helper()
	w, err := englandOnce()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// checkTables runs one rule, or all, on a tables file.
func checkTables(t testing.TB, tables string, codes ...string) (issues []validation.Issue, not []string) {
	t.Helper()
	r, err := ReadTables(strings.NewReader(tables))
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewChecker(Config{Codes: codes, Reference: r.Reference, Calendar: england(t), Columns: r.Columns})
	if err != nil {
		t.Fatal(err)
	}
	emit := func(i validation.Issue) { issues = append(issues, i) }
	for i := range r.Headers {
		for _, issue := range c.CheckHeader(&r.Headers[i]) {
			emit(issue)
		}
	}
	if _, err := c.Run(context.Background(), FromMemory(r.Children), emit); err != nil {
		t.Fatal(err)
	}
	for _, n := range c.NotChecked() {
		not = append(not, n.Code+": "+n.Because)
	}
	return issues, not
}

func TestEveryRuleIsThere(t *testing.T) {
	have := map[string]bool{}
	for _, i := range Rules() {
		have[i.Code] = true
	}
	if len(have) != 109 || len(facts()) != 109 {
		t.Errorf("%d rules of 109", len(have))
	}
	for _, f := range facts() {
		if !have[f.Code] {
			t.Errorf("rule %s is not written", f.Code)
		}
	}
	for _, year := range []string{"2024-25", "2025-26"} {
		c, err := NewChecker(Config{Year: year, Calendar: england(t), Reference: ParseDate("2026-03-31")})
		if err != nil || c.RulesRun() != 109 || len(c.NotChecked()) > 0 {
			t.Errorf("%s: %d rules run, %v, %v", year, c.RulesRun(), c.NotChecked(), err)
		}
	}
}
