package assets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/statutory"
	"recordwell/validation/datatype"
)

// underRules has the rules of the census of 2025/26 run on the record.
func (k *desk) underRules() *desk {
	k.Helper()
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		k.Fatal(err)
	}
	story := k.draft.Story()
	rules, err := statutory.New(k.set, statutory.Collection{
		Year: "2025-26", Start: datatype.MustDate(2025, 4, 1), End: datatype.MustDate(2026, 3, 31), Today: story.Today, Calendar: england,
	})
	if err != nil {
		k.Fatal(err)
	}
	schema := draft.NewSchema(k.set, event.NewVocabulary())
	schema.UseReturns(rules)
	saved := capture.SavedCase{Case: draft.NewCase(schema, "case-1", k.ids, written)}
	k.draft = draft.Open(schema, story, draft.OnContinue, saved)
	return k
}

// rows returns what the census is told of a table, "Column=value …" a row.
func (k *desk) rows(table string) []string { return k.rowsOf("cin", table) }

// rowsOf is the same of a return by its name.
func (k *desk) rowsOf(name, table string) []string {
	var out []string
	for _, row := range k.draft.Record().Rows(name) {
		if row.Table != table {
			continue
		}
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, fmt.Sprintf("%s=%s", c.Column, c.Value))
		}
		slices.Sort(cells)
		out = append(out, strings.Join(cells, " "))
	}
	return out
}

// found returns the rules that find something now, and at which questions.
func (k *desk) found() []string {
	var out []string
	for _, f := range k.draft.Record().Findings() {
		if f.Later {
			continue
		}
		at := ""
		if len(f.Refs) > 0 {
			at = " " + k.set.Question(f.Refs[0].Question).Name
		}
		out = append(out, f.Code()+at)
	}
	return out
}

// girl is all that the census asks of a child and a referral.
var girl = slices.Concat([]string{"local_id 4071"}, referred, []string{
	"sex F", "ethnicity WBRI", "disability NONE", "schooling yes", "has_upn no", "upn_unknown UN5",
	"referral_source 2A", "more_work yes", "primary_need N1",
})

// whole is such a case with everything done, reviewed once and still open.
var whole = slices.Concat(girl, plan, []string{
	"assessment_start 2025-09-03", "assessment_done yes", "assessment_end 2025-10-20", "assessment_factors 16A 18C",
	"conference_target 2025-09-29", "cp_previous 0",
	"+review", "review_date 2025-12-12", "review_result change", "cp_category_now EMO", "cp_open yes",
})

func TestTheCensusIsToldWhatThePeopleWrote(t *testing.T) {
	k := atDesk(t).underRules()
	k.write(whole...)
	for table, want := range map[string]string{
		"Assessments":          "AssessmentActualStartDate=2025-09-03 AssessmentAuthorisationDate=2025-10-20 AssessmentFactors=16A AssessmentFactors=18C",
		"Section47":            "DateOfInitialCPC=2025-09-26 ICPCnotRequired=false InitialCPCtarget=2025-09-29 S47ActualStartDate=2025-09-08",
		"ChildProtectionPlans": "CPPstartDate=2025-09-26 InitialCategoryOfAbuse=NEG LatestCategoryOfAbuse=EMO NumberOfPreviousCPP=0",
		"Reviews":              "CPPreviewDate=2025-12-12",
		"CINdetails":           "CINreferralDate=2025-09-01 PrimaryNeedCode=N1 ReferralNFA=false ReferralSource=2A",
	} {
		if got := k.rows(table); len(got) != 1 || got[0] != want {
			t.Errorf("%s is %q, want %q", table, got, want)
		}
	}
	if got := k.found(); len(got) > 0 {
		t.Errorf("a case as it should be breaks %q", got)
	}
}

func TestTheCensusFindsTheFaultsOfAProtectionCase(t *testing.T) {
	for _, c := range []struct {
		change []string
		want   string
	}{
		{[]string{"assessment_start 2025-08-29"}, "1103 assessment_start"},
		{[]string{"assessment_end 2025-09-02"}, "8608 assessment_end"},
		{[]string{"assessment_factors "}, "8897Q assessment_factors"},
		{[]string{"s47_start 2025-08-29"}, "2889 s47_start"},
		{[]string{"conference_target 2025-09-27"}, "8870Q conference_target"},
		{[]string{"conference_date 2025-09-27"}, "8875 conference_date"},
		{[]string{"cp_category "}, "8905 cp_category"},
		{[]string{"cp_previous "}, "8730 cp_previous"},
		{[]string{"review_date 2025-09-26"}, "8841 review_date"},
		{[]string{"cp_open no", "cp_end 2025-09-26"}, "8840 cp_end"},
	} {
		k := atDesk(t).underRules()
		k.write(whole...)
		k.write(c.change...)
		if got := k.found(); !slices.Contains(got, c.want) {
			t.Errorf("after %q the census finds %q, want %q", c.change, got, c.want)
		}
	}
}

// TestAPlanThatMovedHereIsNoEnquiry: the conference is told with the referral,
// and there is no row of an enquiry that nobody made.
func TestAPlanThatMovedHereIsNoEnquiry(t *testing.T) {
	k := atDesk(t).underRules()
	k.write(girl...)
	k.write("s47_route moved", "moved_told 2025-11-03", "conference_date 2025-11-14", "conference_outcome plan", "cp_category EMO", "cp_previous 1")
	if got := k.rows("Section47"); len(got) > 0 {
		t.Errorf("there is an enquiry: %q", got)
	}
	if got := k.rows("CINdetails"); len(got) != 1 || !strings.Contains(got[0], "DateOfInitialCPC=2025-11-14") {
		t.Errorf("the referral is %q", got)
	}
	if got := k.rows("ChildProtectionPlans"); len(got) != 1 || !strings.Contains(got[0], "CPPstartDate=2025-11-14") {
		t.Errorf("the plan is %q", got)
	}
	if got := k.found(); len(got) > 0 {
		t.Errorf("the census finds %q", got)
	}
}
