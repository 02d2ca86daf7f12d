package report_test

import (
	"fmt"
	"strings"
	"testing"

	"recordwell/capture/report"
	"recordwell/capture/study"
)

// rounds puts half of the people into each of two rounds; of so many the codes are
// the same in both.
func (m *made) rounds(same int) report.Inputs {
	in := m.inputs()
	m.study.Rounds = []study.Round{{ID: "first", Title: "First"}, {ID: "second", Title: "Second"}}
	half := m.people / 2
	for n := range in.Sessions {
		s := &in.Sessions[n]
		s.Round, s.Code = "first", fmt.Sprint("code", n)
		if n >= half {
			s.Round = "second"
			if n-half < same {
				s.Code = fmt.Sprint("code", n-half)
			}
		}
	}
	return in
}

func changesOf(t *testing.T, in report.Inputs) (report.Rounds, map[string]report.Change) {
	t.Helper()
	r := build(t, in)
	if len(r.Rounds) != 1 {
		t.Fatalf("%d comparisons", len(r.Rounds))
	}
	out := map[string]report.Change{}
	for _, c := range r.Rounds[0].Changes {
		out[c.Name] = c
	}
	return r.Rounds[0], out
}

// Of 12 people the 1st, 5th and 9th get the number wrong: 4 of 6 are right in the
// first round, 5 of 6 in the second.
func TestRoundsOfDifferentPeople(t *testing.T) {
	pair, by := changesOf(t, newMade(t, 12).rounds(2))
	if pair.Paired || pair.Both != 2 || pair.Before.People != 6 || !strings.Contains(pair.Sentences()[0], "2 people took part in both; they count in each") {
		t.Errorf("%+v: %s", pair, pair.Sentences()[0])
	}
	c := by["Tasks completed"]
	if c.Figures() != [2]string{"66.7%", "83.3%"} || c.Words() != "16.7 points higher" || c.Test != "N−1 two-proportion" || c.Clear() || c.Verdict() != "May be chance" {
		t.Errorf("%s, %s", c.Sentence(), c.Test)
	}
	if c := by["SUS score, 0 to 100"]; c.Name != "" {
		t.Errorf("nobody was asked: %s", c.Sentence())
	}
}

// The same people are held against themselves: two gained and one lost.
func TestRoundsOfTheSamePeople(t *testing.T) {
	pair, by := changesOf(t, newMade(t, 12).rounds(6))
	if !pair.Paired || pair.Both != 6 {
		t.Fatalf("%+v", pair)
	}
	if c := by["Tasks completed"]; c.Test != "McNemar exact" || c.P == nil || *c.P != 1 || c.Clear() {
		t.Errorf("%s, %s, %v", c.Sentence(), c.Test, c.P)
	}
	if c := by["Time for one task"]; c.Test != "paired t on ln time" || c.PeopleBefore != c.PeopleAfter {
		t.Errorf("%s, %s", c.Sentence(), c.Test)
	}
}

func TestRoundsOfFewPeopleAreNotCompared(t *testing.T) {
	pair, by := changesOf(t, newMade(t, 8).rounds(0))
	for name, c := range by {
		if c.Tested || c.Likely != nil || c.Clear() || c.Verdict() != "Too few people" {
			t.Errorf("%s of 4 people: %s", name, c.Sentence())
		}
	}
	if s := pair.Sentences(); s[len(s)-1] != "Nothing can be compared with fewer than 5 people in a round." {
		t.Errorf("%q", s)
	}
}

func TestOneRoundHasNothingToCompare(t *testing.T) {
	m := newMade(t, 12)
	in := m.rounds(0)
	in.Round = "second"
	if r := build(t, in); len(r.Rounds) > 0 || r.Counts.Started != 6 {
		t.Errorf("%d people, %+v", r.Counts.Started, r.Rounds)
	}
}

// Less of an error is better, and so is less time.
func TestChangesAreTurned(t *testing.T) {
	p := 0.01
	base := report.Change{PeopleBefore: 20, PeopleAfter: 20, Tested: true, P: &p}
	with := func(u report.Unit, effect, low, high float64) report.Change {
		c := base
		c.Unit, c.Effect, c.Likely = u, effect, &report.Range{Low: low, High: high}
		return c
	}
	for _, x := range []struct {
		c                      report.Change
		words, likely, verdict string
	}{
		{with(report.UnitErrors, 2.1, 0.9, 3.3), "2.1 fewer", "0.9 to 3.3 fewer", "Clear change"},
		{with(report.UnitTime, -0.2, -0.4, -0.1), "20% more time", "10% to 40% more time", "Clear change, worse"},
		{with(report.UnitTime, 0.1, -0.1, 0.3), "10% less time", "10% more to 30% less time", "May be chance"},
		{with(report.UnitShare, 0.14, -0.02, 0.3), "14.0 points higher", "2.0 points lower to 30.0 higher", "May be chance"},
		{with(report.UnitSUS, -0.01, -1, 1), "No change", "1.0 lower to 1.0 higher", "May be chance"},
	} {
		if x.c.Words() != x.words || x.c.RangeWords() != x.likely || x.c.Verdict() != x.verdict {
			t.Errorf("got %q, %q, %q; want %q, %q, %q", x.c.Words(), x.c.RangeWords(), x.c.Verdict(), x.words, x.likely, x.verdict)
		}
	}
	unsure := with(report.UnitShare, 0.2, 0.01, 0.4)
	*unsure.P = 0.06
	if unsure.Clear() {
		t.Error("clear although the test says otherwise")
	}
}
