package statutory_test

import (
	"slices"
	"testing"

	"recordwell/capture/event"
)

// Each rule broken in a case that breaks none gives its finding, at the question
// that changed last of those that it is about, and mended it goes. A code with no
// question waits, because the form itself says the same there already.
var broken = []struct {
	name string
	do   []string
	want []string
	mend []string
}{
	{"no referral date", []string{"referral_date: "}, []string{"8600"}, []string{"referral_date: 2025-10-07"}},
	{
		"referral long before the birth",
		[]string{"contact_date: 2017-01-02", "referral_date: 2017-01-03"}, []string{"8606@referral_date"}, []string{"date_of_birth: 2016-06-14"},
	},
	{"the birth long after the referral", []string{"date_of_birth: 2017-06-14", "contact_date: 2015-10-06", "referral_date: 2015-10-07", "date_of_birth: 2018-06-14"}, []string{"8606@date_of_birth"}, []string{"referral_date: 2025-10-07"}},
	{"no decision", []string{"more_work: "}, []string{"8568"}, []string{"more_work: yes"}},
	{"nobody referred", []string{"referral_source: "}, []string{"8866"}, []string{"referral_source: 2A"}},
	{"no main reason", []string{"primary_need: "}, []string{"8610"}, []string{"primary_need: N2"}},
	{"no further action, and much was done", []string{"more_work: no"}, []string{"8831@more_work", "8832@more_work"}, []string{"more_work: yes"}},
	{"assessment before the referral", []string{"assessment_start: 2025-10-06"}, []string{"1103"}, []string{"assessment_start: 2025-10-08"}},
	{"assessment ends before it starts", []string{"assessment_end: 2025-10-07"}, []string{"8608"}, []string{"assessment_end: 2025-10-30"}},
	{"no factors with factors", []string{"assessment_factors: 3A 21"}, []string{"8869@assessment_factors"}, []string{"assessment_factors: 3A"}},
	{"conference on a Saturday", []string{"conference_date: 2025-11-01"}, []string{"8875"}, []string{"conference_date: 2025-10-28"}},
	{"target on a Saturday", []string{"conference_target: 2025-11-01"}, []string{"8870Q"}, []string{"conference_target: 2025-10-30"}},
	{"no sex", []string{"sex: "}, []string{"4180"}, []string{"sex: F"}},
	{"unborn and a girl", []string{"life: unborn", "expected_date: 2026-03-20"}, []string{"8750"}, []string{"sex: U"}},
	{"no ethnicity", []string{"ethnicity: "}, []string{"4220"}, []string{"ethnicity: NOBT"}},
	{"none and a disability", []string{"disability: NONE LD"}, []string{"8790@disability"}, []string{"disability: LD MOB"}},
	{"no disability answer", []string{"disability: "}, []string{"8540"}, []string{"disability: NONE"}},
	{"UPN with a wrong letter", []string{"upn: T820432112003"}, []string{"1510"}, []string{"upn: N820432112003"}},
	{"no UPN, and no reason", []string{"has_upn: no"}, []string{"8770Q"}, []string{"upn_unknown: UN3"}},
	{"UN7 with further action", []string{"has_upn: no", "upn_unknown: UN7"}, []string{"8772@upn_unknown"}, []string{"has_upn: yes"}},
	{"no number", []string{"local_id: "}, []string{"8500"}, []string{"local_id: 4071188"}},
	{"closed without a reason", []string{"closing: yes", "closure_date: 2025-11-20"}, []string{"8805"}, []string{"closure_reason: RC1"}},
	{"closed after assessment, with a plan", []string{"closing: yes", "closure_date: 2025-11-20", "closure_reason: RC8"}, []string{"2990@closure_reason"}, []string{"closure_reason: RC1"}},
	{"died, and no date", []string{"closing: yes", "closure_date: 2025-11-20", "closure_reason: RC2"}, []string{"8585Q"}, []string{"closure_reason: RC1"}},
	{
		"child in need plan during a protection plan",
		[]string{"cp_open: yes", "cin_plan_start: 2025-11-10", "cin_plan_over: yes", "cin_plan_end: 2025-11-20"},
		[]string{"4016@cin_plan_start"}, []string{"cp_open: no", "cp_end: 2025-11-10"},
	},
	{
		"both plans open",
		[]string{"cp_open: yes", "cin_plan_start: 2025-10-21", "cin_plan_over: no"},
		[]string{"4001@cin_plan_over", "4017@cin_plan_over"}, []string{"cin_plan_over: yes", "cin_plan_end: 2025-10-28"},
	},
	{"review before the plan", []string{"+review", "review_date@review: 2025-10-20"}, []string{"8841"}, []string{"-review"}},
	{"review without a date", []string{"+review"}, []string{"8842Q"}, []string{"-review"}},
	{"plan of one day", []string{"cp_open: no", "cp_end: 2025-10-28"}, []string{"8840"}, []string{"cp_end: 2025-11-20"}},
	{"plans before are not counted", []string{"cp_previous: "}, []string{"8730"}, []string{"cp_previous: 1"}},
	{"a plan without its conference", []string{"conference_needed: no"}, []string{"8720@conference_needed"}, []string{"conference_needed: yes"}},
}

func TestEachRuleBrokenAndMended(t *testing.T) {
	for _, b := range broken {
		d := full(t)
		d.save()
		d.fill(b.do...)
		if got := d.found(); !slices.Equal(got, b.want) {
			t.Errorf("%s: found %v, want %v", b.name, got, b.want)
		}
		d.fill(b.mend...)
		if got := d.found(); len(got) > 0 {
			t.Errorf("%s, mended: found %v", b.name, got)
		}
	}
}

// What update finds is what a check of the whole finds.
func TestRecheckingFindsWhatCheckingFinds(t *testing.T) {
	for _, b := range broken {
		d := full(t)
		d.save()
		d.fill(b.do...)
		if got, want := d.found(), d.reopened().found(); !slices.Equal(got, want) {
			t.Errorf("%s: rechecked %v, checked %v", b.name, got, want)
		}
	}
}

// Halfway through the year, what only the last day can show is for later.
func TestWhatIsWrongAtTheEndOfTheYearIsForLater(t *testing.T) {
	d := full(t)
	d.fill("assessment_done: no")
	if got := d.found(); !slices.Equal(got, []string{"later 8670Q"}) {
		t.Errorf("found %v", got)
	}
	d = newDesk(t, "2026-03-02", allForms...)
	d.fill(story...)
	d.fill("assessment_done: no")
	d.save()
	if got := d.found(); !slices.Equal(got, []string{"8670Q"}) { // the form asks about it itself
		t.Errorf("found %v", got)
	}
}

// What is blank on a page that nobody has saved is not told yet.
func TestWhatIsBlankWaitsForItsPage(t *testing.T) {
	d := newDesk(t, "2025-12-04", allForms...)
	events := d.fill(story[:5]...)
	for _, f := range d.found() {
		if len(f) > 5 {
			t.Errorf("%s is told", f)
		}
	}
	for _, e := range events {
		if e.Kind == event.IssueDetected {
			t.Errorf("%s is logged", e.Rule)
		}
	}
}

func TestAFindingIsLoggedWhereItStands(t *testing.T) {
	d := full(t)
	kinds := func(events []event.Event) (out []string) {
		for _, e := range events {
			switch e.Kind {
			case event.IssueDetected:
				out = append(out, "+"+e.Rule.String()+"@"+e.Question.String())
			case event.IssueResolved:
				out = append(out, "-"+e.Rule.String()+"@"+e.Question.String())
			}
		}
		return out
	}
	const at = "assessment/ending/assessment_factors"
	if got, want := kinds(d.fill("assessment_factors: 3A 21")), []string{"+cin/8869@" + at}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := kinds(d.fill("assessment_factors: 21")), []string{"-cin/8869@" + at}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
