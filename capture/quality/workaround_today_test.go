package quality_test

import (
	"testing"

	"recordwell/capture/quality"
	"recordwell/validation/datatype"
)

// Today's date counts from the third box on where it is not right.
func TestTodayAgainAndAgain(t *testing.T) {
	today, err := datatype.ParseISO("2025-08-02")
	if err != nil {
		t.Fatal(err)
	}
	// The key has 1 August for the arrival, three days more or less.
	for _, c := range []struct {
		what string
		p    *paper
		want int
	}{
		{"one box of today", newPaper().set("date_of_birth", value("2025-08-02")), 0},
		{"three boxes of today", newPaper().set("date_of_birth", value("2025-08-02")).
			person("p1", "Joana Carvalho", "2025-08-02").person("p2", "Tomás Carvalho", "2025-08-02"), 3},
		{"two, and one that is right", newPaper().set("arrived", value("2025-08-02")).
			person("p1", "Joana Carvalho", "2025-08-02").person("p2", "Tomás Carvalho", "2025-08-02"), 0},
		{"three of another day", newPaper().set("date_of_birth", value("2025-08-01")).
			person("p1", "Joana Carvalho", "2025-08-01").person("p2", "Tomás Carvalho", "2025-08-01"), 0},
	} {
		story := key()
		story.Today = today
		a := quality.Assess(quality.Inputs{Submission: &c.p.sub, Forms: quality.NewForms(loadFamily(t)), Scenario: story})
		got := 0
		for _, q := range a.Questions {
			got += q.Workarounds[quality.TodayAgain]
		}
		if got != c.want {
			t.Errorf("%s: %d are counted, want %d", c.what, got, c.want)
		}
	}
}
