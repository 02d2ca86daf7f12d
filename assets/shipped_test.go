package assets_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// TestAnswersHaveNamesOfTheirOwn: a list of answers has a link "Change …" for
// each, which must say which.
func TestAnswersHaveNamesOfTheirOwn(t *testing.T) {
	for _, d := range forms(t).Forms {
		for _, s := range d.Sections {
			first := map[string]*form.Question{}
			for _, q := range d.Questions() {
				if q.Section != s || !q.IsAsked() {
					continue
				}
				if other := first[q.Short.Source()]; other != nil {
					t.Errorf("%s and %s are both called %q", other.ID, q.ID, q.Short.Source())
				}
				first[q.Short.Source()] = q
			}
		}
	}
}

// TestTheGuideNamesTheFormsThatShip holds the table of the guide for authors
// against the forms.
func TestTheGuideNamesTheFormsThatShip(t *testing.T) {
	guide, err := os.ReadFile("../docs/forms.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for line := range strings.Lines(string(guide)) {
		if cells := strings.Split(line, "|"); len(cells) == 6 {
			rows[strings.Trim(cells[1], " `")] = strings.Join(cells[2:], "|")
		}
	}
	for _, d := range forms(t).Forms {
		row := rows[d.ID]
		want := []string{string(d.Entity)}
		if d.Parent != "case" {
			want = append(want, string(d.Parent))
		}
		for _, r := range d.Repeats() {
			want = append(want, string(r.Entity))
		}
		for _, q := range d.Questions() {
			for _, item := range q.Items {
				table, _, _ := strings.Cut(strings.TrimPrefix(item, "ssda903/"), ".")
				want = append(want, table)
			}
		}
		for _, word := range want {
			if !strings.Contains(row, word) {
				t.Errorf("the guide says %q of %s, and nothing of %s", row, d.ID, word)
			}
		}
	}
}

// TestTheGuideNamesTheStoriesThatShip holds the table of the guide for authors
// against the stories and the study that has them all.
func TestTheGuideNamesTheStoriesThatShip(t *testing.T) {
	guide, err := os.ReadFile("../docs/scenarios.md")
	if err != nil {
		t.Fatal(err)
	}
	library, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for line := range strings.Lines(string(guide)) {
		if cells := strings.Split(line, "|"); len(cells) == 6 {
			rows[strings.Trim(cells[1], " `")] = cells[3]
		}
	}
	all := library.Studies["casework-2025"].Rounds[0].Scenarios
	for id, s := range library.Scenarios {
		if !slices.Contains(all, id) {
			t.Errorf("%s is in no round of casework-2025", id)
		}
		for _, task := range s.Tasks {
			for _, f := range task.Forms {
				if !strings.Contains(rows[id], "`"+f+"`") {
					t.Errorf("the guide says %q of %s, and nothing of %s", rows[id], id, f)
				}
			}
		}
	}
}
