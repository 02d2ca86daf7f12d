package reports_test

import (
	"context"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture/report"
	"recordwell/capture/simulate"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// planted makes up 24 people in a study of one story and two conditions, with
// something put in to be found, and returns the report on them.
func planted(t *testing.T, seed uint64, plant simulate.Plant) *report.Report {
	t.Helper()
	dir := t.TempDir()
	p, err := program.Open(t.Context(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		t.Fatal(err)
	}
	desk := p.Research(p.Settings(), t.TempDir())
	id, err := desk.NewStudy("timing-2025", "Planted", true)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Shelf().Entry(id).Study.Clone()
	s.Seed = 7
	s.Rounds[0].Scenarios = []string{"carvalho"}
	s.Rounds[0].Conditions = []study.Condition{
		{ID: "on_continue", When: study.OnContinue, Wording: "standard"}, {ID: "on_leaving", When: study.OnLeaving, Wording: "standard"},
	}
	s.Rounds[0].Open = true
	if s.Codes, err = desk.NewCodes(t.Context(), s, 4); err != nil {
		t.Fatal(err)
	}
	if err := desk.SaveStudy(s); err != nil {
		t.Fatal(err)
	}
	if err := desk.Use(id); err != nil {
		t.Fatal(err)
	}
	if err := p.SimulatePlanted(t.Context(), 24, seed, plant, func(int) {}); err != nil {
		t.Fatal(err)
	}
	lib, made := p.Library(), p.Study()
	if err := p.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	r, err := reports.Build(t.Context(), reportstest.Reader(t, dir), reports.Request{Library: lib, Study: made, Made: program.NewClock().Now(), Program: program.Version})
	if err != nil {
		t.Fatal(err)
	}
	if r.Counts.Started != 24 || len(r.Conditions) != 2 {
		t.Fatalf("%d people in %d conditions", r.Counts.Started, len(r.Conditions))
	}
	return r
}

const hard = "child_details/identity/date_of_birth"

// What was put into made-up people's work is found by the report, which knows
// nothing of it: the hard question stands first and is the least accurate. Nothing
// was put into the conditions, and none is called better, but for the one false
// alarm in 20 that the level of the tests allows.
func TestTheReportFindsThePlantedQuestion(t *testing.T) {
	alarms := 0
	for _, seed := range []uint64{1, 20} {
		r := planted(t, seed, simulate.Plant{Question: hard, Slow: 30, Wrong: 0.9})
		if q := r.Questions[0]; q.ID != hard {
			t.Errorf("seed %d: most time is lost at %s, %.1f s", seed, q.ID, q.Lost)
		}
		if id, rate := leastAccurate(r); id != hard {
			t.Errorf("seed %d: least accurate is %s, %s", seed, id, rate.Words("answers"))
		}
		for _, c := range r.Comparisons {
			if c.Shown() {
				alarms++
				t.Logf("seed %d: %s: %s", seed, c.MeasureWords(), c.Verdict())
			}
		}
	}
	if alarms > 1 {
		t.Errorf("%d differences are shown where there are none", alarms)
	}
}

// leastAccurate is the question with the most wrong answers, of those that at
// least half of the people were asked.
func leastAccurate(r *report.Report) (id string, rate report.Rate) {
	rate.Rate = 2
	for _, q := range r.Questions {
		if a := q.Accurate; a.People >= r.Counts.Started/2 && a.Rate < rate.Rate {
			id, rate = q.ID, a
		}
	}
	return id, rate
}

func TestTheReportFindsThePlantedCondition(t *testing.T) {
	for _, seed := range []uint64{4, 50} {
		r := planted(t, seed, simulate.Plant{Condition: "on_leaving", Better: 0.4})
		found := false
		for _, c := range r.Comparisons {
			found = found || c.Measure == "time" && c.Shown() && c.A == "On Save and continue" && c.Effect > 1.5
			if c.Shown() && c.Measure != "time" && c.Effect > 0 {
				t.Errorf("seed %d: the worse one is called better: %s: %s", seed, c.Measure, c.Verdict())
			}
		}
		if !found {
			t.Errorf("seed %d: the better condition is not found: %+v", seed, r.Comparisons)
		}
		if c := r.Conditions; c[1].First.Rate <= c[0].First.Rate || c[1].Accurate.Rate <= c[0].Accurate.Rate {
			t.Errorf("seed %d: answers are no better in the better condition", seed)
		}
	}
}
