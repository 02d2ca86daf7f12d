package reports_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture/report"
	"recordwell/capture/simulate"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// twoRounds makes up people in the study of two rounds that ships, with something
// put in, or with nothing but what the program puts in itself.
func twoRounds(t *testing.T, seed uint64, plant *simulate.Plant) *report.Report {
	t.Helper()
	dir := t.TempDir()
	p, err := program.Open(t.Context(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Research(p.Settings(), t.TempDir()).Use("hint-2025"); err != nil {
		t.Fatal(err)
	}
	if plant == nil {
		err = p.Simulate(t.Context(), 48, seed, func(int) {})
	} else {
		err = p.SimulatePlanted(t.Context(), 48, seed, *plant, func(int) {})
	}
	if err != nil {
		t.Fatal(err)
	}
	lib, in := p.Library(), p.Study()
	if err := p.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	r, err := reports.Build(t.Context(), reportstest.Reader(t, dir), reports.Request{Library: lib, Study: in, Made: program.NewClock().Now(), Program: program.Version})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Rounds) != 1 || r.Rounds[0].Before.People != 24 || r.Rounds[0].After.People != 24 || r.Rounds[0].Paired {
		t.Fatalf("the rounds are %+v", r.Rounds)
	}
	return r
}

// changes are all of them by name.
func changes(r *report.Report) map[string]report.Change {
	out := map[string]report.Change{}
	for _, list := range [][]report.Change{r.Rounds[0].Changes, r.Rounds[0].Questions} {
		for _, c := range list {
			out[c.FullName()] = c
		}
	}
	return out
}

// A round in which everyone does better is found to be better, and what changed in
// the forms is named.
func TestThePlantedBetterRoundIsFound(t *testing.T) {
	for _, seed := range []uint64{2} {
		r := twoRounds(t, seed, &simulate.Plant{Round: "second", Better: 0.4})
		all := changes(r)
		for _, name := range []string{"Time for one task", "Right at the first try", "Answers that match the story"} {
			if c := all[name]; !c.Better() {
				t.Errorf("seed %d: %s", seed, c.Sentence())
			}
		}
		for name, c := range all {
			if c.Clear() && !c.Better() {
				t.Errorf("seed %d: %s is called worse: %s", seed, name, c.Sentence())
			}
		}
		forms := r.Rounds[0].Forms
		if len(forms) != 1 || forms[0].Kind != "reworded" || forms[0].What != "hint" || forms[0].Question != "Person: date of birth" || forms[0].Was != "1" || forms[0].Is != "2" {
			t.Errorf("changed in the forms: %+v", forms)
		}
	}
}

// Where nothing was put in, next to nothing looks clear; the few false alarms are
// those that the level of the tests allows.
func TestRoundsThatAreAlikeAreNotCalledBetter(t *testing.T) {
	alarms, asked := 0, 0
	for _, seed := range []uint64{1, 5} {
		for _, c := range changes(twoRounds(t, seed, &simulate.Plant{})) {
			asked++
			if c.Clear() {
				alarms++
				t.Logf("seed %d: %s", seed, c.Sentence())
			}
		}
	}
	if asked < 20 || alarms > 3 {
		t.Errorf("%d of %d changes are called clear where there is none", alarms, asked)
	}
}

// The made-up people of the desk find the question harder before its hint was
// reworded; the comparison of that one question tells, and the files say the same.
func TestTheRewordedQuestionTells(t *testing.T) {
	r := twoRounds(t, 1, nil)
	if c := changes(r)["Person: date of birth, matches the story"]; !c.Better() {
		t.Errorf("%s", c.Sentence())
	}
	out := t.TempDir()
	if _, err := reports.Write(out, r); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(out, "rounds.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 1+len(r.Rounds[0].Changes)+len(r.Rounds[0].Questions) {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
