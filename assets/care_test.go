package assets_test

import (
	"slices"
	"strings"
	"testing"
)

// care is a case from the first contact to its close: visits, a child in need
// plan, missing episodes, and being looked after.
var care = []string{"contact_referral", "child_details", "visit", "cin_plan", "missing", "looked_after"}

// visited is a visit on Monday 8 September 2025.
var visited = []string{"+visit", "visit_date 2025-09-08", "visit_time 16:30", "visit_type cp", "visit_how face_to_face", "visit_where home"}

// wasMissing is a night away: back on Thursday 9 October 2025 at 07:40.
var wasMissing = []string{
	"+missing_episode", "missing_start 2025-10-08", "missing_start_time 21:15", "missing_type M", "missing_back yes",
	"missing_end 2025-10-09", "missing_end_time 07:40", "interview_offered yes", "interview_accepted yes",
}

var cinPlan = []string{"cin_plan_start 2025-10-01"}

var preProceedings = []string{"+pre_proceedings", "pp_start 2025-02-03"}

// inCare is a first episode with foster carers.
var inCare = []string{"+care_episode", "episode_start 2025-10-01", "episode_why S", "legal_status C1", "placement_type U6"}

func TestWhatTheFormsOfACaseTell(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []string
		at      string
		want    string // how what is told starts; empty for nothing
	}{
		{"visit", visited, "visit_date", ""},
		{"visit tomorrow", with(visited, "visit_date 2025-12-16"), "visit_date", "error: The date of the visit must be today or in the past"},
		{"visit before the referral", with(visited, "visit_date 2025-08-29"), "visit_date", "query: The visit was before you received the referral on 1 September 2025"},
		{"nobody in", with(visited, "visit_how failed"), "visit_seen", "not asked"},
		{"nobody in, and nowhere", with(visited, "visit_how failed"), "visit_where", "not asked"},
		{"nobody in, and why", with(visited, "visit_how failed"), "visit_failed_why", ""},
		{"a video call shows no bedroom", with(visited, "visit_how virtual"), "visit_bedroom", "not asked"},
		{"bedroom not seen", with(visited, "visit_bedroom no"), "visit_bedroom", "query: You did not see where Maya sleeps"},
		{"bedroom not seen on a visit of another kind", with(visited, "visit_type cin", "visit_bedroom no"), "visit_bedroom", ""},
		{"not seen, and alone", with(visited, "visit_seen no"), "visit_seen_alone", "not asked"},
		{"too young at 9", with(visited, "visit_seen yes", "visit_seen_alone baby"), "visit_seen_alone", "query: You chose “too young to talk”"},
		{"too young at 2", with(visited, "date_of_birth 2023-05-05", "visit_seen yes", "visit_seen_alone baby"), "visit_seen_alone", ""},
		{"written up after 3 working days", with(visited, "visit_written 2025-09-11"), "visit_written", ""},
		{"written up after 4", with(visited, "visit_written 2025-09-12"), "visit_written", "query: You wrote this up more than 3 working days after"},
		{"written up before", with(visited, "visit_written 2025-09-07"), "visit_written", "error: The date you wrote this up must be today or in the past, and not before the visit"},
		{"next visit before this", with(visited, "visit_next 2025-09-08"), "visit_next", "error: The next visit must be after 8 September 2025"},
		{"something to do from no visit", with(visited, "+visit_action", "visit_action_from 2025-09-05"), "visit_action_from", "query: No visit in this record"},
		{"something to do from the visit", with(visited, "+visit_action", "visit_action_from 2025-09-08"), "visit_action_from", ""},
		{"something to do and no visit", []string{"+visit_action", "visit_action_from 2025-09-08"}, "visit_action_from", ""},

		{"plan with the referral", []string{"cin_plan_start 2025-09-01"}, "cin_plan_start", ""},
		{"plan before the referral", []string{"cin_plan_start 2025-08-31"}, "cin_plan_start", "error: The date the plan started must be today or in the past, and not before you received the referral"},
		{"family does not agree", with(cinPlan, "cin_plan_agreed no"), "cin_plan_agreed", "query: The family does not agree"},
		{"change before the plan", with(cinPlan, "+goal", "goal_by 2025-09-30"), "goal_by", "error: The date it will be done by must be the same as or after 1 October 2025"},
		{"change after a year", with(cinPlan, "+goal", "goal_by 2026-10-02"), "goal_by", "query: This is more than a year after"},
		{"review after 3 months", with(cinPlan, "+plan_review", "cin_review_date 2025-11-03", "cin_review_outcome continue", "cin_review_next 2026-02-03"), "cin_review_next", ""},
		{"review after more", with(cinPlan, "+plan_review", "cin_review_date 2025-11-03", "cin_review_outcome continue", "cin_review_next 2026-02-04"), "cin_review_next", "query: The next review is more than 3 months"},
		{"no review after the last", with(cinPlan, "+plan_review", "cin_review_outcome close"), "cin_review_next", "not asked"},
		{"plan goes on", with(cinPlan, "cin_plan_over no"), "cin_plan_end", "not asked"},
		{"plan ends before it starts", with(cinPlan, "cin_plan_over yes", "cin_plan_end 2025-09-30"), "cin_plan_end", "error: The date the plan ended must be today or in the past, and not before the plan started"},
		{"plan of one day", with(cinPlan, "cin_plan_over yes", "cin_plan_end 2025-10-01"), "cin_plan_end", "query: The plan started and ended on the same day"},
		{"plan of two", with(cinPlan, "cin_plan_over yes", "cin_plan_end 2025-10-02"), "cin_plan_end", ""},

		{"case goes on", []string{"closing no"}, "closure_date", "not asked"},
		{"case goes on, no reason", []string{"closing no"}, "closure_reason", "not asked"},
		{"case closes with its plan", with(cinPlan, "cin_plan_over yes", "closing yes"), "closing", ""},
		{"case closes before its plan", with(cinPlan, "cin_plan_over no", "closing yes"), "closing", "query: The case closes and the child in need plan has not ended"},
		{"case closes without a plan", []string{"cin_plan_over no", "closing yes"}, "closing", ""},
		{"closed before the referral", []string{"closing yes", "closure_date 2025-08-31"}, "closure_date", "error: The date the case closed must be today or in the past, and not before you received the referral"},
		{"died and no date", []string{"closing yes", "closure_reason RC2"}, "closure_reason", "query: You chose “Died” and child details have no date of death"},
		{"died and a date", []string{"life died", "date_of_death 2025-11-10", "closing yes", "closure_reason RC2"}, "closure_reason", ""},
		{"a date that is not asked is none", []string{"life died", "date_of_death 2025-11-10", "life born", "closing yes", "closure_reason RC2"}, "closure_reason", "query: You chose “Died”"},
		{"nobody asks whether a child who died is well", []string{"closing yes", "closure_reason RC2"}, "closure_why", "not asked"},

		{"letter before pre-proceedings", with(preProceedings, "contact_date 2025-01-06", "referral_date 2025-01-06", "pp_letter_sent 2025-02-02"), "pp_letter_sent", "error: The date the letter was sent must be today or in the past, and not before pre-proceedings started"},
		{"pre-proceedings of 6 months", with(preProceedings, "pp_result step_down", "pp_decision_date 2025-08-03"), "pp_decision_date", ""},
		{"pre-proceedings of more", with(preProceedings, "pp_result step_down", "pp_decision_date 2025-08-04"), "pp_decision_date", "query: Pre-proceedings lasted more than 6 months"},
		{"no meeting offered", with(preProceedings, "group_meeting_offered false"), "group_meeting_held", "not asked"},
		{"no court", with(preProceedings, "pp_result step_down"), "court_application", "not asked"},
		{"not over", with(preProceedings, "pp_result open"), "pp_decision_date", "not asked"},
		{"too many meetings", with(preProceedings, "pp_review_count 100"), "pp_review_count", "error: "},
		{"an outcome that is no code", with(preProceedings, "pp_result court", "pp_outcome went to court"), "pp_outcome", "error: The outcome code must be up to 10 letters and numbers"},

		{"back before leaving", with(wasMissing, "missing_end 2025-10-07"), "missing_end", "error: The date Maya came back must be today or in the past, and not before Maya went missing"},
		{"back on the day, earlier", with(wasMissing, "missing_end 2025-10-08"), "missing_end_time", "error: The time Maya came back must be the same as or after 21:15"},
		{"back on the day, nobody knows when it began", with(wasMissing, "missing_end 2025-10-08", "missing_start_time not_known"), "missing_end_time", ""},
		{"police not told", with(wasMissing, "missing_police no"), "missing_police", "query: Maya was missing and nobody told the police"},
		{"away, and police not told", with(wasMissing, "missing_type A", "missing_police no"), "missing_police", ""},
		{"not back", with(wasMissing, "missing_back no"), "interview_offered", "not asked"},
		{"no interview offered", with(wasMissing, "interview_offered no"), "interview_offered", "query: Nobody has offered Maya an interview"},
		{"interview after 3 days", with(wasMissing, "interview_date 2025-10-12"), "interview_date", ""},
		{"interview after 72 hours", with(wasMissing, "interview_date 2025-10-12", "interview_time 07:40"), "interview_time", ""},
		{"interview a minute later", with(wasMissing, "interview_date 2025-10-12", "interview_time 07:41"), "interview_time", "query: The interview was more than 72 hours"},
		{"interview the day before, later", with(wasMissing, "interview_date 2025-10-11", "interview_time 18:00"), "interview_time", ""},
		{"interview after 4 days", with(wasMissing, "interview_date 2025-10-13"), "interview_date", "query: The interview was more than 72 hours"},
		{"interview after 4 days, said once", with(wasMissing, "interview_date 2025-10-13", "interview_time 18:00"), "interview_time", ""},
		{"interview before the return", with(wasMissing, "interview_date 2025-10-08"), "interview_date", "error: The date of the interview must be today or in the past, and not before Maya came back"},
		{"no interview yet", with(wasMissing, "interview_date not_yet_obtained"), "interview_time", "not asked"},

		{"episode ends before it began", with(inCare, "episode_over yes", "episode_end 2025-09-30"), "episode_end", "error: The date it ended must be today or in the past, and not before the episode began"},
		{"open episode", with(inCare, "episode_over no"), "episode_end_why", "not asked"},
		{"foster home of parents", with(inCare, "placement_provider PR0"), "placement_provider", "error: Select parents for a placement with own parents"},
		{"own parents of the council", with(inCare, "placement_type P1", "placement_provider PR1"), "placement_provider", "error: Select parents for a placement with own parents"},
		{"own parents", with(inCare, "placement_type P1", "placement_provider PR0"), "placement_provider", ""},
		{"a hospital stay has no provider", with(inCare, "placement_type T1"), "placement_provider", "not asked"},
		{"own parents have no Ofsted number", with(inCare, "placement_type P1"), "placement_number", "not asked"},
		{"a family centre has one", with(inCare, "placement_type R3"), "placement_number", ""},
		{"a short break has no postcode", with(inCare, "legal_status V4"), "placement_postcode", "not asked"},
		{"a short break has no reviews", with(inCare, "legal_status V4", "+care_review"), "care_review_date", "not asked"},
		{"care ended, no move", with(inCare, "episode_over yes", "episode_end_why E4A"), "placement_change", "not asked"},
		{"under 4 at 9", with(inCare, "+care_review", "care_review_date 2025-10-20", "care_review_part PN0"), "care_review_part", "error: Select “Under 4 at the time” for a child under 4"},
		{"spoke at 9", with(inCare, "+care_review", "care_review_date 2025-10-20", "care_review_part PN1"), "care_review_part", ""},
		{"spoke at 2", with(inCare, "date_of_birth 2023-05-05", "+care_review", "care_review_date 2025-10-20", "care_review_part PN1"), "care_review_part", "error: Select “Under 4 at the time” for a child under 4"},
		{"review before care", with(inCare, "+care_review", "care_review_date 2025-09-30"), "care_review_date", "query: The review was before the first episode"},
		{"next review after 7 months", with(inCare, "+care_review", "care_review_date 2025-10-20", "care_review_next 2026-05-20"), "care_review_next", "query: The next review is more than 6 months"},
		{"a boy is no mother", []string{"sex M"}, "is_mother", "not asked"},
		{"a girl of 9 is not asked", []string{"sex F"}, "is_mother", "not asked"},
		{"a girl of 15 is", []string{"sex F", "date_of_birth 2010-05-05"}, "is_mother", ""},
		{"older than her mother", []string{"sex F", "date_of_birth 2010-05-05", "is_mother 1", "mother_child_born 2010-05-05"}, "mother_child_born", "error: Her first child’s date of birth must be today or in the past, and after her own"},
		{"a council that is none", []string{"earlier_order P2", "earlier_order_council Northmere"}, "earlier_order_council", "error: The council must be three figures"},
		{"a worker’s number", []string{"+care_worker", "worker_number 12345"}, "worker_number", "error: The Social Work England number must start with SW"},
		{"the reason is known from the referral", []string{"primary_need N1"}, "care_need_other", "not asked"},
		{"the reason was not known then", []string{"primary_need N0"}, "need_same", "not asked"},
		{"born here", []string{"immigration british_irish"}, "asylum_arrived", "not asked"},
		{"seeking asylum alone", []string{"immigration seeking_asylum", "unaccompanied yes"}, "asylum_in_year", "not asked"},
		{"alone past 18", []string{"immigration seeking_asylum", "unaccompanied yes", "date_of_birth 2007-11-05", "asylum_end 2025-11-06"}, "asylum_end", "error: The date Maya stopped seeking asylum alone"},
		{"alone, at 9", []string{"immigration seeking_asylum", "unaccompanied yes"}, "asylum_end", "not asked"},
		{"with family now", []string{"immigration seeking_asylum", "unaccompanied no", "asylum_in_year yes"}, "asylum_end", ""},
		{"alone up to 18", []string{"immigration seeking_asylum", "unaccompanied yes", "date_of_birth 2007-11-05", "asylum_end 2025-11-05"}, "asylum_end", ""},
		{"no plan for school", []string{"pep no"}, "pep", "query: Maya has no personal education plan"},
		{"a baby has no plan for school", []string{"date_of_birth 2024-05-05"}, "pep", "not asked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := atDeskOf(t, care...)
			k.write(referred...)
			k.write(c.answers...)
			if got := k.said(c.at); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
				t.Errorf("at %s: %q, want %q", c.at, got, c.want)
			}
		})
	}
}

// with adds answers to those of a case.
func with(answers []string, more ...string) []string { return slices.Concat(answers, more) }

// TestAClosedCaseHasADateAndAReason: both must be answered, or neither is asked.
func TestAClosedCaseHasADateAndAReason(t *testing.T) {
	k := atDeskOf(t, care...)
	for _, c := range []struct{ closing, want string }{{"no", "not asked"}, {"yes", ""}} {
		k.write(referred...)
		k.answer("closing", c.closing)
		for _, name := range []string{"closure_date", "closure_reason"} {
			ref := k.ref(name)
			if got := k.said(name); got != c.want {
				t.Errorf("closing %s: at %s %q, want %q", c.closing, name, got, c.want)
			}
			if q := k.question(name); q.Required.Source() != "true()" || k.draft.Relevant(ref) != (c.closing == "yes") {
				t.Errorf("closing %s: %s is not asked for with the other", c.closing, name)
			}
		}
	}
}

// TestTheLookedAfterReturnTakesWhatIsKnown: what child details and the referral
// say is not asked again.
func TestTheLookedAfterReturnTakesWhatIsKnown(t *testing.T) {
	girl := []string{"local_id 4072290", "sex F", "ethnicity AIND", "has_upn yes", "upn A123456789012", "primary_need N4", "need_same yes", "home_postcode FB1 2LD"}
	for _, c := range []struct {
		name    string
		answers []string
		want    map[string]string
	}{
		{"header", girl, map[string]string{
			"care_child": "4072290", "care_sex": "F", "care_born": "2016-05-05", "care_ethnicity": "AIND", "care_upn": "A123456789012", "care_mother": "0",
			"asylum_child": "", "earlier_order_written": "",
		}},
		{"why there is no UPN", with(girl, "has_upn no", "upn_unknown UN2"), map[string]string{"care_upn": "UN2"}},
		{"a girl of 15", with(girl, "date_of_birth 2010-05-05", "is_mother 1"), map[string]string{"care_mother": "1"}},
		{"a girl of 15 nobody asked", with(girl, "date_of_birth 2010-05-05"), map[string]string{"care_mother": ""}},
		{"a boy", with(girl, "sex M"), map[string]string{"care_mother": ""}},
		{"episode", slices.Concat(girl, inCare), map[string]string{"episode_need": "N4", "episode_home": "FB1 2LD"}},
		{"another reason", slices.Concat(girl, []string{"need_same no", "care_need_other N2"}, inCare), map[string]string{"episode_need": "N2"}},
		{"short breaks", slices.Concat(girl, inCare, []string{"legal_status V3"}), map[string]string{"episode_home": "", "care_mother": ""}},
		{"came alone", slices.Concat(girl, []string{"immigration seeking_asylum", "unaccompanied yes"}, inCare), map[string]string{"episode_home": "", "asylum_child": "4072290"}},
		{"came alone, now a refugee", with(girl, "immigration refugee", "asylum_in_year yes"), map[string]string{"asylum_child": "4072290"}},
		{"an earlier order, the day", with(girl, "earlier_order P1", "earlier_order_date 2019-06-14"), map[string]string{"earlier_order_written": "14/06/2019"}},
		{"an earlier order, the month", with(girl, "earlier_order P1", "earlier_order_date 2019-06"), map[string]string{"earlier_order_written": "ZZ/06/2019"}},
		{"an earlier order, the year", with(girl, "earlier_order P1", "earlier_order_date 2019"), map[string]string{"earlier_order_written": "ZZ/ZZ/2019"}},
		{"an earlier order, nobody knows when", with(girl, "earlier_order P4", "earlier_order_date not_known"), map[string]string{"earlier_order_written": "ZZ/ZZ/ZZZZ"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := atDeskOf(t, care...)
			k.write(referred...)
			k.write(c.answers...)
			for name, want := range c.want {
				if got := k.calculated(name); got != want {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
		})
	}
}

// TestHealthIsAskedOfAWholeYear: the return asks about health when a child is
// looked after from 1 April to 31 March without a break.
func TestHealthIsAskedOfAWholeYear(t *testing.T) {
	ended := []string{"episode_over yes", "episode_end 2025-09-01", "episode_end_why E4A"}
	moved := []string{"episode_over yes", "episode_end 2025-09-01", "episode_end_why X1"}
	next := []string{"+care_episode", "episode_start 2025-09-01", "episode_why P", "legal_status C1"}
	again := []string{"+care_episode", "episode_start 2025-11-03", "episode_why S", "legal_status C1"}
	for _, c := range []struct {
		name    string
		answers []string
		want    string
	}{
		{"from the first day", []string{"episode_start 2025-04-01"}, "yes"},
		{"from the second", []string{"episode_start 2025-04-02"}, "no"},
		{"ended", with(ended, "episode_start 2024-05-01"), "no"},
		{"ended and began again", slices.Concat([]string{"episode_start 2024-05-01"}, ended, again), "no"},
		{"moved", slices.Concat([]string{"episode_start 2024-05-01"}, moved, next), "yes"},
		{"ended long ago", slices.Concat([]string{"episode_start 2021-05-04"}, ended, []string{"episode_end 2022-05-04"}, again, []string{"episode_start 2024-11-04"}), "yes"},
		{"short breaks", []string{"episode_start 2024-05-01", "legal_status V4"}, "no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := atDeskOf(t, care...)
			k.write(referred...)
			k.write(inCare...)
			k.write(c.answers...)
			if got := k.calculated("care_whole_year"); got != c.want {
				t.Errorf("a whole year: %q, want %q", got, c.want)
			}
			if got := k.said("immunised") != "not asked"; got != (c.want == "yes") {
				t.Errorf("immunisations are asked: %t", got)
			}
		})
	}

	k := atDeskOf(t, care...)
	k.write(referred...)
	k.write(with(inCare, "episode_start 2024-05-01")...)
	if got := k.calculated("care_year_end"); got != "2026-03-31" {
		t.Errorf("the year ends on %q", got)
	}
	for _, c := range []struct {
		born                             string
		development, feelings, convicted bool
	}{
		{"2021-04-01", true, true, false}, // 4 on 31 March, or will be 5 the next day
		{"2021-03-31", false, true, false},
		{"2022-04-01", true, false, false},
		{"2016-03-31", false, true, true},
		{"2016-04-01", false, true, false},
		{"2008-04-02", false, true, true},
		{"2008-04-01", false, false, true}, // 17 on 1 April
	} {
		k.write("date_of_birth " + c.born)
		for name, want := range map[string]bool{"development_checked": c.development, "sdq_done": c.feelings, "convicted": c.convicted} {
			if got := k.said(name) != "not asked"; got != want {
				t.Errorf("born %s: %s is asked: %t", c.born, name, got)
			}
		}
	}
}
