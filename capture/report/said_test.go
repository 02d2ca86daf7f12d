package report_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/capture/study"
)

// conditions allots people by turns to two conditions: those of the second all
// have the number right, of the first every other one.
func (m *made) conditions(in *report.Inputs) {
	m.study.Rounds = []study.Round{{ID: "first", Conditions: []study.Condition{
		{ID: "late", When: study.OnContinue, Wording: "standard"}, {ID: "soon", When: study.OnLeaving, Wording: "standard"},
	}}}
	for i := range in.Sessions {
		in.Sessions[i].Round, in.Sessions[i].Condition = "first", int32(i%2)
	}
}

// surveys gives everyone the published SUS answers (77.5); the third person
// skips the last statement, the fourth all, and nobody finds the task easier
// than 6. The fifth says why.
func (m *made) surveys(yield func(report.Said, error) bool) {
	for n := range m.people {
		session := capture.SessionID(m.session(n).String())
		say := func(survey, subject, item string, score int, text string) bool {
			return yield(report.Said{Session: session, Answer: capture.SurveyAnswer{Survey: survey, Subject: subject, Item: item, Score: score, Text: text}}, nil)
		}
		for i, score := range []int{4, 2, 4, 1, 5, 2, 4, 2, 4, 3} {
			if n == 2 && i == 9 || n == 3 {
				score = 0
			}
			if !say(study.SUS, "late", fmt.Sprint(i+1), score, "") {
				return
			}
		}
		why := ""
		if n >= 4 {
			why = fmt.Sprintf("because %02d", 99-n)
		}
		if !say(study.SEQ, "record", "ease", 5+n%2, "") || !say(study.SEQ, "record", "why", 0, why) || !say(study.End, "late", "time", 0, why) {
			return
		}
	}
}

func TestWhatPeopleSay(t *testing.T) {
	m := newMade(t, 12)
	in := m.inputs()
	m.conditions(&in)
	in.Surveys = m.surveys
	in.Quotable = func(s capture.SessionID) (bool, error) { return s != capture.SessionID(m.session(4).String()), nil }
	in.SurveyWords = func(survey, item string) string { return "What about " + item + "?" }
	r := build(t, in)
	u := r.Usability
	if u.Mean != 77.5 || u.People != 11 || u.LeftOut != 1 || u.Complete != 10 || u.Imputed != 1 || u.OfComplete != 77.5 || u.Adjective != "good" {
		t.Errorf("SUS %+v", u)
	}
	if !strings.Contains(u.Against(), "Above the usual score of 68") || !strings.Contains(u.Against(), "11 people, 10 with complete answers") {
		t.Error(u.Against())
	}
	if e := r.Tasks[0].Ease; e.N != 12 || e.Mean != 5.5 || e.Likely == nil || r.Ease.Mean != 5.5 {
		t.Errorf("ease %+v", e)
	}
	if r.Cards[2].Name != "Ease after a task" || r.Cards[2].Figure != "5.5" {
		t.Errorf("card %+v", r.Cards[2])
	}
	if q := r.EndQuestions[0]; q.Words != "What about time?" || q.Answered != 8 || q.Skipped != 4 {
		t.Errorf("end %+v", q)
	}
	// Seven may be quoted, on two subjects, in the order of their words: the last
	// person first, who wrote the smallest number.
	if len(r.Quotes) != 14 || !slices.IsSortedFunc(r.Quotes[:7], func(a, b report.Quote) int { return strings.Compare(a.Words, b.Words) }) || r.Quotes[0].Words != "because 88" {
		t.Errorf("quotes %v", r.Quotes)
	}
	html, text := render(t, r)
	if strings.Contains(html+text, "because 95") || !strings.Contains(html, "because 94") {
		t.Error("quotes are not those of the people who agreed")
	}
}

func TestConditionsSideBySide(t *testing.T) {
	m := newMade(t, 24)
	in := m.inputs()
	m.conditions(&in)
	in.Surveys = m.surveys
	r := build(t, in)
	if len(r.Conditions) != 2 || r.Conditions[0].Success.Part != 6 || r.Conditions[1].Success.Part != 12 || r.Conditions[1].People != 12 {
		t.Fatalf("conditions %+v", r.Conditions)
	}
	if a := r.Conditions[0].Accurate; a.Part != 42 || a.Whole != 48 {
		t.Errorf("accuracy of the first %+v", a)
	}
	by := map[string]report.Comparison{}
	for _, c := range r.Comparisons {
		by[c.Measure] = c
	}
	// 6 of 12 against 12 of 12, by hand: z = −0.5·√(23/24) ÷ √(0.75·0.25·(1/12+1/12)).
	z := 0.5 * math.Sqrt(23.0/24) / math.Sqrt(0.75*0.25/6)
	p := math.Erfc(z / math.Sqrt2)
	if c := by["completed"]; !c.Shown() || math.Abs(c.P-p) > 1e-9 || c.Effect != -0.5 || c.Verdict() != fmt.Sprintf("On leaving a question is better than on Save and continue (p %.3f)", p) {
		t.Errorf("completed: %+v: %s", c, c.Verdict())
	}
	// Those who got it wrong and those who got it right took as long.
	if c := by["time"]; !c.Tested || c.Shown() || c.PeopleA != 6 || c.PeopleB != 12 {
		t.Errorf("time: %+v: %s", c, c.Verdict())
	}
	// Everyone of one group answered 5, of the other 6: no test can weigh that.
	if c := by["ease"]; c.Tested || c.Verdict() != "Cannot be tested: people of each side are all alike" {
		t.Errorf("ease: %+v", c)
	}
	few := newMade(t, 8)
	in = few.inputs()
	few.conditions(&in)
	for _, c := range build(t, in).Comparisons {
		if c.Tested || c.Shown() {
			t.Errorf("tested with 4 people a side: %+v", c)
		}
	}
}

// A place that failed says where and what, and never what was answered.
func TestFailingPlaces(t *testing.T) {
	m := newMade(t, 9)
	r := build(t, m.inputs())
	// Persons 1, 5 and 9 have the number wrong; 1 and 9 were told.
	type place struct {
		person          int
		dimension, what string
	}
	var got []place
	for _, p := range r.Failing {
		if p.Dimension == report.InCompleteness && p.ID == m.id("notes") && p.What == "left blank" {
			continue // nobody wrote a note
		}
		if p.ID != m.id("upn") || p.EntityType != "child" || p.Who() != "Child 1" || p.Label != "Unique pupil number" || p.Form() != "child" {
			t.Errorf("place %+v", p)
		}
		got = append(got, place{p.Person, p.Dimension, p.What})
	}
	want := []place{
		{1, "", "error"}, {1, report.InValidity, "answer with an error"}, {1, report.InAccuracy, "wrong and flagged"}, {5, report.InAccuracy, "wrong but valid"},
		{9, "", "error"}, {9, report.InValidity, "answer with an error"}, {9, report.InAccuracy, "wrong and flagged"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	dimensionsHaveTheirPlaces(t, r)
}

// dimensionsHaveTheirPlaces holds the places of a report against its dimensions.
func dimensionsHaveTheirPlaces(t *testing.T, r *report.Report) {
	t.Helper()
	places := map[string]int{}
	for _, p := range r.Failing {
		places[p.Dimension]++
	}
	for _, d := range r.Dimensions {
		if places[d.Name] != d.Whole-d.Part {
			t.Errorf("%s misses %d of %d, and has %d places", d.Name, d.Whole-d.Part, d.Whole, places[d.Name])
		}
	}
}
