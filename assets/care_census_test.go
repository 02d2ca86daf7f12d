package assets_test

import (
	"slices"
	"strings"
	"testing"
)

// closed is a child in need case with pre-proceedings, from its plan to its close.
var closed = slices.Concat(girl, []string{
	"cin_plan_start 2025-09-15", "cin_plan_over yes", "cin_plan_end 2025-12-10",
	"closing yes", "closure_date 2025-12-12", "closure_reason RC7",
	"+pre_proceedings", "pp_start 2025-09-22", "pp_letter_sent 2025-09-24", "group_meeting_offered true", "group_meeting_held false",
	"pp_first_meeting 2025-10-06", "pp_review_count 2", "pp_result court", "pp_decision_date 2025-11-24", "pp_outcome A",
	"court_application 2025-11-26", "court_letter 2025-11-25",
})

// looked is a girl of 9 looked after since 2024, who moved once, was missing a night
// and has been reviewed.
var looked = slices.Concat(girl, []string{
	"upn_unknown UN2", "need_same yes", "home_postcode AB1 0AA", "earlier_order Z1",
	"+care_episode", "episode_start 2024-11-04", "episode_why S", "legal_status C2", "placement_type U6", "placement_provider PR1",
	"placement_postcode AB1 0AB", "placement_number 1234567", "episode_over yes", "episode_end 2025-09-08", "episode_end_why X1", "placement_change CARPL",
	"+care_episode", "episode_start 2025-09-08", "episode_why P", "legal_status C2", "placement_type U4", "placement_provider PR4",
	"placement_postcode AB1 0AD", "placement_number 7654321", "episode_over no",
	"+care_review", "care_review_date 2025-10-20", "care_review_part PN1",
	"+care_worker", "worker_number SW12345", "worker_start 2024-11-04", "worker_why FCONTA",
	"health_assessed 1", "teeth_checked 1", "immunised 1", "sdq_done yes", "sdq_score 12", "substance_problem 0",
}, wasMissing)

// alone is a girl of 16 who came by herself to seek asylum.
var alone = slices.Concat(girl, []string{
	"date_of_birth 2009-05-05", "immigration seeking_asylum", "unaccompanied yes", "upn_unknown UN2", "is_mother 0",
	"need_same no", "care_need_other N8", "earlier_order Z1",
	"+care_episode", "episode_start 2025-09-08", "episode_why S", "legal_status V2", "placement_type K3", "placement_provider PR4",
	"placement_postcode AB1 0AB", "placement_number 1234567", "episode_over no",
	"+care_worker", "worker_number SW12345", "worker_start 2025-09-01", "worker_why FCONTA",
})

// breaks is a disabled girl with an agreement for short breaks.
var breaks = slices.Concat(girl, []string{
	"primary_need N2", "need_same yes", "upn_unknown UN2", "home_postcode AB1 0AA", "is_mother 0", "earlier_order Z1",
	"+care_episode", "episode_start 2025-05-05", "episode_why S", "legal_status V4", "placement_type U6", "placement_provider PR1",
	"placement_postcode AB1 0AB", "placement_number 1234567", "episode_over no",
	"+care_review", "care_review_date 2025-10-20", "care_review_part PN1",
	"+care_worker", "worker_number SW12345", "worker_start 2025-04-01", "worker_why FCONTA",
})

func TestTheReturnsAreToldOfCare(t *testing.T) {
	for _, c := range []struct {
		name    string
		returns string
		answers []string
		table   string
		want    []string
	}{
		{"plan", "cin", closed, "CINplanDates", []string{"CINPlanEndDate=2025-12-10 CINPlanStartDate=2025-09-15"}},
		{"closure stands with the referral", "cin", closed, "CINdetails", []string{
			"CINclosureDate=2025-12-12 CINreferralDate=2025-09-01 PrimaryNeedCode=N1 ReasonForClosure=RC7 ReferralNFA=false ReferralSource=2A"}},
		{"pre-proceedings", "cin", closed, "PreProceedings", []string{
			"CourtAppDate=2025-11-26 FGDMMeetingFac=false FGDMMeetingOffer=true InitialPPMeetingDate=2025-10-06 LBPSentDate=2025-09-24 LetterInitCPDate=2025-11-25 " +
				"PPOutcome=A PPStartDate=2025-09-22 ReviewMeetingsCount=2 StepDecisionDate=2025-11-24"}},
		{"a case that goes on", "cin", with(closed, "closing no"), "CINdetails", []string{
			"CINreferralDate=2025-09-01 PrimaryNeedCode=N1 ReferralNFA=false ReferralSource=2A"}},
		{"header", "ssda903", looked, "Header", []string{"CHILD=4071 DOB=2016-05-05 ETHNIC=WBRI MOTHER=0 SEX=F UPN=UN2"}},
		{"episodes", "ssda903", looked, "Episodes", []string{
			"CIN=N1 DEC=2025-09-08 DECOM=2024-11-04 HOME_POST=AB1 0AA LS=C2 PLACE=U6 PLACE_PROVIDER=PR1 PL_POST=AB1 0AB REASON_PLACE_CHANGE=CARPL REC=X1 RNE=S URN=1234567",
			"CIN=N1 DECOM=2025-09-08 HOME_POST=AB1 0AA LS=C2 PLACE=U4 PLACE_PROVIDER=PR4 PL_POST=AB1 0AD RNE=P URN=7654321"}},
		{"reviews", "ssda903", looked, "Reviews", []string{"REVIEW=2025-10-20 REVIEW_CODE=PN1"}},
		{"social workers", "ssda903", looked, "SWEpisodes", []string{"SW_DECOM=2024-11-04 SW_ID=SW12345 SW_REASON=FCONTA"}},
		{"health", "ssda903", looked, "OC2", []string{"HEALTH_ASSESSMENT=1 IMMUNISATIONS=1 SDQ_SCORE=12 SUBSTANCE_MISUSE=0 TEETH_CHECK=1"}},
		{"no earlier order", "ssda903", looked, "PrevPerm", []string{"PREV_PERM=Z1"}},
		{"an earlier order", "ssda903", with(looked, "earlier_order P2", "earlier_order_date 2019-06", "earlier_order_council 999"), "PrevPerm", []string{"DATE_PERM=ZZ/06/2019 LA_PERM=999 PREV_PERM=P2"}},
		{"missing", "ssda903", looked, "Missing", []string{"MISSING=M MIS_END=2025-10-09 MIS_START=2025-10-08"}},
		{"not seeking asylum", "ssda903", looked, "UASC", nil},
		{"seeking asylum alone", "ssda903", alone, "UASC", []string{"CHILD=4071"}},
		{"came alone, no home to count from", "ssda903", alone, "Episodes", []string{"CIN=N8 DECOM=2025-09-08 LS=V2 PLACE=K3 PLACE_PROVIDER=PR4 PL_POST=AB1 0AB RNE=S URN=1234567"}},
		{"short breaks", "ssda903", breaks, "Episodes", []string{"CIN=N2 DECOM=2025-05-05 LS=V4 PLACE=U6 PLACE_PROVIDER=PR1 RNE=S"}},
		{"short breaks have no reviews", "ssda903", breaks, "Reviews", nil},
		{"no plan for adoption", "ssda903", looked, "PlacedAdoption", nil},
		{"a plan for adoption", "ssda903", with(looked, "+adoption_decision", "adoption_decided 2025-10-01", "adoption_changed no"), "PlacedAdoption", []string{"DATE_PLACED=2025-10-01"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := atDeskOf(t, care...).underRules()
			k.write(c.answers...)
			if got := k.rowsOf(c.returns, c.table); !slices.Equal(got, c.want) {
				t.Errorf("%s is %q, want %q", c.table, got, c.want)
			}
		})
	}
}

// TestTheRulesOfTheReturnsOnCare: a record as it should be breaks none, and each
// fault is found at its question.
func TestTheRulesOfTheReturnsOnCare(t *testing.T) {
	for _, c := range []struct {
		answers []string
		want    string // a rule and its question, or any question; empty for no rule at all
	}{
		{closed, ""},
		{looked, ""},
		{alone, ""},
		{with(alone, "immigration refugee", "asylum_in_year yes", "asylum_end 2025-11-05"), ""},
		{breaks, ""},
		{with(looked, "episode_over yes", "episode_end 2025-11-03", "episode_end_why E4A"), ""},
		{with(looked, "date_of_birth 2010-05-05", "is_mother 1", "mother_child_born 2025-06-01", "convicted 0"), ""},
		{with(looked, "date_of_birth 2024-10-01", "upn_unknown UN1", "care_review_part PN0", "development_checked 1"), ""},
		{with(closed, "cin_plan_start 2025-08-29"), "4015 cin_plan_start"},
		{with(closed, "cin_plan_end 2025-09-12"), "4011 cin_plan_end"},
		{with(closed, "closure_date 2025-08-29"), "8630 closure_date"},
		{with(closed, "closure_reason "), "8805 closure_reason"},
		{with(closed, "closure_date "), "8810 closure_date"},
		{with(closed, "closure_reason RC2"), "8585Q"},
		{with(looked, "episode_start 2025-09-09"), "433 episode_start"},
		{with(looked, "episode_over yes", "episode_end 2025-10-01"), "148 episode_end"},
		{with(looked, "placement_provider "), "526 placement_provider"},
		{with(looked, "care_review_part "), "167 care_review_part"},
		{with(looked, "sdq_done no", "sdq_why_not SDQ1"), "157"},
		{with(looked, "missing_end 2025-10-07"), "567"},
		{with(looked, "upn_unknown UN1"), "209"},
	} {
		k := atDeskOf(t, care...).underRules()
		k.write(c.answers...)
		got := k.found()
		if c.want == "" && len(got) > 0 {
			t.Errorf("a record as it should be, to %q, breaks %q", c.answers[len(c.answers)-1], got)
		}
		if c.want != "" && !slices.ContainsFunc(got, func(s string) bool { return s == c.want || strings.HasPrefix(s, c.want+" ") }) {
			t.Errorf("after %q the rules find %q, want %q", c.answers[len(c.answers)-1], got, c.want)
		}
	}
}

// TestClosedAfterAnAssessmentThatIsNotThere: closing after assessment asks about the
// missing assessment, and falls silent once there is one.
func TestClosedAfterAnAssessmentThatIsNotThere(t *testing.T) {
	const query = "8825Q closure_reason"
	k := atDeskOf(t, append(slices.Clone(care), "assessment")...).underRules()
	k.write(girl...)
	k.write("closing yes", "closure_date 2025-12-12", "closure_reason RC7")
	if got := k.found(); slices.Contains(got, query) {
		t.Errorf("closed for another reason, the rules find %q", got)
	}
	for _, reason := range []string{"RC8", "RC9"} {
		k.write("closure_reason " + reason)
		if got := k.found(); !slices.Contains(got, query) {
			t.Errorf("closed for %s without an assessment, the rules find %q", reason, got)
		}
	}
	k.write("assessment_start 2025-09-10")
	if got := k.found(); slices.Contains(got, query) {
		t.Errorf("with an assessment, the rules find %q", got)
	}
}
