package export_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"recordwell/capture/export"
	"recordwell/capture/report"
)

func sample() *report.Report {
	rate := report.Rate{Part: 3, Whole: 4, People: 4, Rate: 0.75}
	ranged := report.Rate{Part: 6, Whole: 8, People: 8, Rate: 0.75, Likely: &report.Range{Low: 0.4, High: 0.93}}
	return &report.Report{
		Simulated:    2,
		Dimensions:   []report.Dimension{{Name: "Accuracy", Rate: ranged, Target: 0.95}, {Name: "Timeliness", Why: "no dates"}},
		Tasks:        []report.Task{{ID: "record", Title: "Maya, Joana \"and\" Tomás", Success: rate, Time: report.Seconds{N: 3, Median: 61.5, Geometric: 60}}},
		Matrix:       []report.Outcome{{Name: "correct", Count: 3, Of: 4}, {Name: "wrong but valid", Count: 1, Of: 4}},
		Accuracy:     report.Accuracy{All: rate},
		Complete:     report.Complete{States: []report.Why{{Name: "Refused", Count: 1, Of: 4}}, Workarounds: []report.Why{{Name: "Signs", Count: 0, Of: 3}}},
		Sections:     []report.Section{{ID: "a/b", Title: "=SUM(A1)", Matrix: []int{3, 1}, Accurate: rate}},
		Questions:    []report.Question{{ID: "a/b/c", Label: "C", Matrix: []int{3, 1}, Lost: 1.25}},
		Conditions:   []report.Condition{{ID: "b", Title: "B", People: 8, Success: ranged, SUS: report.Usability{Score: report.Score{N: 2, People: 2, Mean: 70}, Complete: 1, OfComplete: 75}}},
		Comparisons:  []report.Comparison{{Kind: "tasks", Measure: "time", Tested: true, Effect: 2, Likely: &report.Range{Low: 1.5, High: 3}, P: 0.01, Adjusted: 0.02}},
		EndQuestions: []report.EndQuestion{{Item: "time", Words: "When?", Answered: 3}},
		Quotes:       []report.Quote{{About: "C", Words: "@all of it"}},
		Forms:        []report.Form{{ID: "a", Title: "A", Complete: rate}},
		Failing:      []report.Place{{Person: 3, Session: "s", ID: "a/b/c", EntityType: "child", Number: 2, What: "error", Rule: "a/b/c#type"}},
		Asked:        []report.Asked{{What: "failing places", Shown: 3, Desk: "d"}},
		Rounds: []report.Rounds{{Before: report.Round{ID: "first"}, After: report.Round{ID: "second"}, Changes: []report.Change{{Name: "Tasks completed", Unit: report.UnitShare, Tested: true, Effect: .1}},
			Forms: []report.FormChange{{Form: "A", Was: "1", Is: "2", Kind: "reworded", What: "hint", Before: "-1", After: "2"}}}},
		Items: []report.Item{{Place: "A.B", Questions: []string{"C"}, People: 3, Seconds: 30, Share: 1}},
		Rules: []report.Rule{{ID: "a/b/c#type", Title: "C: odd", Kind: "Error", Detected: 3}},
	}
}

func read(t *testing.T, table export.Table) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := table.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", table.Name, err)
	}
	return rows
}

func TestEveryColumnIsInTheDictionary(t *testing.T) {
	tables := export.Report(sample())
	described := map[string]bool{}
	rows := read(t, tables[len(tables)-1])
	for _, row := range rows[1:] {
		if row[2] == "" || row[4] == "" {
			t.Errorf("%s, %s has no type or meaning", row[0], row[1])
		}
		if described[row[0]+"/"+row[1]] {
			t.Errorf("%s, %s is described twice", row[0], row[1])
		}
		described[row[0]+"/"+row[1]] = true
	}
	columns := 0
	for _, table := range tables {
		for _, name := range read(t, table)[0] {
			columns++
			if !described[table.Name+".csv/"+name] {
				t.Errorf("%s, %s is not in the dictionary", table.Name, name)
			}
		}
	}
	if columns != len(described) {
		t.Errorf("%d columns, %d described", columns, len(described))
	}
}

// Where a column says that it is defined, there is such a heading.
func TestEveryColumnSaysWhereItIsDefined(t *testing.T) {
	data, err := os.ReadFile("../../docs/measures.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if words, ok := strings.CutPrefix(line, "## "); ok {
			words = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(words)), ",", "")
			headings["docs/measures.md#"+strings.ReplaceAll(words, " ", "-")] = true
		}
	}
	tables := export.Report(sample())
	for _, row := range read(t, tables[len(tables)-1])[1:] {
		if where := row[5]; row[0] != "data-dictionary.csv" && !headings[where] {
			t.Errorf("%s, %s is defined in %q, which is not there", row[0], row[1], where)
		}
	}
}

func TestEveryFileSaysThatDataIsSimulated(t *testing.T) {
	for _, simulated := range []int{0, 2} {
		r := sample()
		r.Simulated = simulated
		tables := export.Report(r)
		for _, table := range tables[:len(tables)-1] {
			rows := read(t, table)
			if len(rows) < 2 {
				t.Errorf("%s has no rows", table.Name)
			}
			for _, row := range rows[1:] {
				if got := row[len(row)-1] == "yes"; got != (simulated > 0) {
					t.Errorf("%s: simulated is %q for %d people", table.Name, row[len(row)-1], simulated)
				}
			}
		}
	}
}

func TestCells(t *testing.T) {
	tables := map[string][][]string{}
	for _, table := range export.Report(sample()) {
		tables[table.Name] = read(t, table)
	}
	at := func(table string, row int, column string) string {
		for i, name := range tables[table][0] {
			if name == column {
				return tables[table][row][i]
			}
		}
		t.Fatalf("%s has no column %s", table, column)
		return ""
	}
	for _, c := range []struct {
		table  string
		row    int
		column string
		want   string
	}{
		{"dimensions", 1, "reached", "0.75"},
		{"dimensions", 1, "reached_low", "0.4"},
		{"dimensions", 1, "meets", "no"},
		{"dimensions", 2, "reached", ""}, // not measured is empty, not 0
		{"dimensions", 2, "meets", ""},
		{"dimensions", 2, "not_measured", "no dates"},
		{"tasks", 1, "title", `Maya, Joana "and" Tomás`},
		{"tasks", 1, "success_low", ""}, // too few people
		{"tasks", 1, "time_median", "61.5"},
		{"tasks", 1, "elapsed_median", ""},
		{"error-matrix", 1, "wrong_but_valid", "1"},
		{"error-matrix", 2, "title", "'=SUM(A1)"}, // no formula
		{"error-matrix", 3, "level", "question"},
		{"questions", 1, "seconds_lost", "1.25"},
		{"rules", 1, "detected", "3"},
		{"rules", 1, "errors_prevented", ""}, // no key, so not 0
		{"conditions", 1, "title", "All people"},
		{"conditions", 2, "success_low", "0.4"},
		{"conditions", 2, "sus_of_complete", "75"},
		{"comparisons", 1, "effect_high", "3"},
		{"comparisons", 1, "shown", "yes"},
		{"quotes", 1, "words", "'@all of it"},
		{"failing-places", 1, "entity_number", "2"},
	} {
		if got := at(c.table, c.row, c.column); got != c.want {
			t.Errorf("%s, row %d, %s is %q, want %q", c.table, c.row, c.column, got, c.want)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

var errFull = &fullError{}

type fullError struct{}

func (*fullError) Error() string { return "disk full" }

func TestAWriteThatFailsIsReported(t *testing.T) {
	for _, table := range export.Report(sample()) {
		if err := table.Write(fullDisk{}); err == nil || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("%s: %v", table.Name, err)
		}
	}
}
