package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/report"
)

func sharedTable(t *testing.T, s *report.Shared, id string) report.SharedTable {
	t.Helper()
	for _, table := range s.Tables {
		if table.ID == id {
			return table
		}
	}
	t.Fatalf("no table %s", id)
	return report.SharedTable{}
}

// A matrix by hand: 3 is hidden, and 40 beside it, 60 below it and 20 between
// them, because each total would give one of them away.
func TestSecondSuppressionBites(t *testing.T) {
	r := &report.Report{
		Counts: report.Counts{Started: 30, Invited: 30, Finished: 30},
		Matrix: []report.Outcome{{Name: "correct"}, {Name: "missing"}, {Name: "extra"}},
	}
	for i, m := range [][]int{{3, 40, 50}, {60, 20, 70}, {80, 90, 30}} {
		r.Sections = append(r.Sections, report.Section{Title: string(rune('A' + i)), Matrix: m, People: 30, Accurate: report.Rate{Part: m[0], Whole: m[0] + m[1] + m[2], People: 30}})
	}
	got := sharedTable(t, report.Share(r), "error-matrix").Rows
	want := [][]string{{"A", "c", "c", "50", "93"}, {"B", "c", "c", "70", "150"}, {"C", "80", "90", "30", "200"}}
	for i := range want {
		if strings.Join(got[i], " ") != strings.Join(want[i], " ") {
			t.Errorf("row %v, want %v", got[i], want[i])
		}
	}
}

// One of three conditions has 4 people: its mean is hidden, and so is that of the
// smallest other, because the mean over all would give it away.
func TestAMeanOfFewTakesAnotherWithIt(t *testing.T) {
	full := report.Rate{Part: 50, Whole: 100, People: 10, Rate: 0.5}
	r := &report.Report{Counts: report.Counts{Started: 26}}
	for i, n := range []int{4, 10, 12} {
		c := report.Condition{ID: string(rune('a' + i)), Title: string(rune('A' + i)), People: n, Success: full, First: full, Accurate: full, Time: report.Seconds{N: n, Geometric: 90}}
		c.SUS.Score = report.Score{N: n, People: n, Mean: 70}
		r.Conditions = append(r.Conditions, c)
	}
	rows := sharedTable(t, report.Share(r), "conditions").Rows
	for i, hidden := range []bool{true, true, false} {
		for j, cell := range rows[i][1:] {
			if (cell == report.Hidden) != hidden {
				t.Errorf("row %d, column %d: %q", i, j+1, cell)
			}
		}
	}
}

// Who did not do something can be few as well: 22 of 24 tells of 2.
func TestTheRestIsNotGivenAway(t *testing.T) {
	r := &report.Report{Counts: report.Counts{Invited: 40, Started: 24, Finished: 20}}
	for _, n := range []int{3, 12, 18, 22, 24} {
		r.Questions = append(r.Questions, report.Question{Label: "q", People: n, Time: report.Seconds{N: n, Median: 5}})
	}
	s := report.Share(r)
	for i, want := range []string{"c", "12", "18", "c", "24"} {
		if got := sharedTable(t, s, "questions").Rows[i][1]; got != want {
			t.Errorf("row %d shows %s people, want %s", i, got, want)
		}
	}
	// Four stopped part way: their number is hidden, and the next smallest with it.
	if got := strings.Join(sharedTable(t, s, "people").Rows[0], " "); got != "All 20 c c 40" {
		t.Errorf("people: %s", got)
	}
}

// With four people there is nothing left to print, and every table says so.
func TestATableOfNothingButHiddenCountsIsASentence(t *testing.T) {
	s := report.Share(build(t, newMade(t, 4).inputs()))
	for _, id := range []string{"people", "tasks", "sections", "questions", "rules"} {
		if table := sharedTable(t, s, id); table.Note == "" || len(table.Rows) > 0 {
			t.Errorf("%s has %d rows and says %q", id, len(table.Rows), table.Note)
		}
	}
}

// The shareable version says what it is on every page, and has neither words of
// participants nor places of single records in it.
func TestTheShareableVersionKeepsWhatIsPersonal(t *testing.T) {
	m := newMade(t, 24)
	in := m.inputs()
	in.Comments = func(yield func(report.Commented, error) bool) {
		yield(report.Commented{Session: capture.SessionID(m.session(1).String()), Comment: capture.Comment{Text: "THECOMMENT"}}, nil)
	}
	in.Quotable = func(capture.SessionID) (bool, error) { return true, nil }
	r := build(t, in)
	if len(r.Quotes) != 1 || r.Quotes[0].Words != "THECOMMENT" || len(r.Failing) == 0 {
		t.Fatalf("the full report has quotes %v and %d places", r.Quotes, len(r.Failing))
	}
	s := report.Share(r)
	var html, text bytes.Buffer
	if err := report.SharedHTML(&html, s); err != nil {
		t.Fatal(err)
	}
	if err := report.SharedText(&text, s); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	for name, out := range map[string]string{"page": html.String(), "text": text.String(), "JSON": string(data)} {
		if !strings.Contains(out, report.SharedWords) {
			t.Errorf("the %s does not say what it is", name)
		}
		for _, personal := range []string{"THECOMMENT", marker, string(r.Failing[0].Session), string(r.Failing[0].Entity)} {
			if strings.Contains(out, personal) {
				t.Errorf("the %s has %q in it", name, personal)
			}
		}
	}
	if !strings.Contains(html.String(), `class="simulated each-page"`) {
		t.Error("printed pages do not say what they are")
	}
	// 3 of 24 people broke the only rule: neither they nor the 21 others are counted.
	if rules := sharedTable(t, s, "rules"); rules.Note == "" || rules.Rows != nil {
		t.Errorf("rules: %+v", rules)
	}
	// 18 of 24 succeeded, and 6 did not: both may be told.
	if got := sharedTable(t, s, "tasks").Rows[0]; got[1] != "18" || got[2] != "6" || got[5] != "75.0%" {
		t.Errorf("task: %v", got)
	}
}
