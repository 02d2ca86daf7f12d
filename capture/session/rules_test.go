package session_test

import (
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
)

func codes(list []session.RuleFinding) (out []string) {
	for _, f := range list {
		out = append(out, f.Code)
	}
	return out
}

// rules opens "check your answers" and returns its national rules.
func (d *desk) rules(t *testing.T) *session.RulesView {
	t.Helper()
	d.Go(session.CheckSection)
	v := d.View().Page.Check.Rules
	if v == nil {
		t.Fatal("no rules are checked")
	}
	return v
}

// Before anything is answered, everything that a return needs is missing, and
// nothing is told at a question.
func TestReadinessOfAnEmptyRecord(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	r := d.rules(t)
	if want := []string{"Check 8525Q", "Rule 4180", "Rule 4220", "Rule 8500", "Rule 8568", "Rule 8600"}; !slices.Equal(sorted(codes(r.NotReached)), want) {
		t.Errorf("not reached: %v, want %v", sorted(codes(r.NotReached)), want)
	}
	if r.Stops() != len(r.NotReached)-1 || len(r.Findings) != 0 { // a query stops nothing
		t.Errorf("%d stop the case, found %v", r.Stops(), codes(r.Findings))
	}
	for _, f := range r.NotReached {
		if f.Short == "" || f.Ref.Question == "" {
			t.Errorf("%s leads nowhere", f.Code)
		}
	}
}

func sorted(s []string) []string { slices.Sort(s); return s }

// A rule that looks at two pages speaks at the answer that changed last, by the
// child's name and without a code, and leads to the other answer.
func TestARuleSpeaksAtTheQuestionChangedLast(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.answer(t, "contact_date", "2|1|2017")
	d.Go("contact_referral/referral")
	d.answer(t, "referral_date", "3|1|2017")
	d.Go("child_details/identity")
	d.answer(t, "life", "born")
	d.answer(t, "date_of_birth", "14|6|2018")
	d.Continue()
	q := d.question(t, "date_of_birth")
	if want := "The referral date, 3 January 2017, is more than 40 weeks before Maya was born or is expected. Change the referral date, or the date of birth or expected date"; q.Error != want {
		t.Errorf("error %q, want %q", q.Error, want)
	}
	if !strings.HasSuffix(q.Why, "Rule 8606 of the Children in need census.") {
		t.Errorf("why: %q", q.Why)
	}
	if !slices.ContainsFunc(q.Others, func(l session.QuestionLink) bool { return strings.HasSuffix(string(l.Ref.Question), "/referral_date") }) {
		t.Errorf("leads to %v", q.Others)
	}
	var logged []event.Kind
	for _, e := range d.events {
		if e.Rule.String() == "cin/8606" {
			logged = append(logged, e.Kind)
		}
	}
	if want := []event.Kind{event.IssueDetected, event.IssueShown}; !slices.Equal(logged, want) {
		t.Errorf("logged %v, want %v", logged, want)
	}
	if r := d.rules(t); r.ToFix == 0 || r.Findings[0].Title == "" {
		t.Errorf("%+v", r)
	}
	d.Go("child_details/identity")
	d.answer(t, "date_of_birth", "14|6|2016")
	if q := d.question(t, "date_of_birth"); q.Error != "" {
		t.Errorf("mended, and still %q", q.Error)
	}
}

func (d *desk) answer(t *testing.T, name, raw string) {
	t.Helper()
	d.Commit(d.ref(t, name), raw, capture.Chosen)
}
