package assets_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// protection is a case from the first contact to a child protection review.
var protection = []string{"contact_referral", "child_details", "family", "assessment", "section47", "conference_plan", "protection_review"}

// desk answers the questions of a task by their names, which are each one's own.
type desk struct {
	*testing.T
	set   *form.Set
	draft *draft.Draft
	ids   *countedIDs
}

var written = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

// atDesk opens an empty record of the protection case on Monday 15 December
// 2025.
func atDesk(t *testing.T) *desk {
	t.Helper()
	return atDeskOf(t, protection...)
}

// atDeskOf opens an empty record of some forms on that day.
func atDeskOf(t *testing.T, forms ...string) *desk {
	t.Helper()
	set := task(t, forms)
	ids := new(countedIDs)
	schema := draft.NewSchema(set, event.NewVocabulary())
	story := draft.Story{Today: datatype.MustDate(2025, 12, 15), Words: map[string]string{"child_name": "Maya"}}
	saved := capture.SavedCase{Case: draft.NewCase(schema, "case-1", ids, written)}
	return &desk{T: t, set: set, draft: draft.Open(schema, story, draft.OnContinue, saved), ids: ids}
}

// tasks are those that were linked before: it takes longer than a test.
var tasks = map[string]*form.Set{}

func task(t *testing.T, forms []string) *form.Set {
	t.Helper()
	key := strings.Join(forms, " ")
	if set := tasks[key]; set != nil {
		return set
	}
	var defs []*form.Definition
	for _, id := range forms {
		d, err := form.Load(assets.Content, "forms/"+id+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		defs = append(defs, d)
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	tasks[key] = set
	return set
}

// question finds the question of a name: the one outside repeats, else the only
// one inside.
func (k *desk) question(name string) *form.Question {
	k.Helper()
	var found []*form.Question
	for _, q := range k.set.Questions() {
		if q.Name == name && q.Repeat == nil {
			return q
		}
		if q.Name == name {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		k.Fatalf("%s is the name of %d questions", name, len(found))
	}
	return found[0]
}

// ref returns where a question is answered: in the last item of its repeat.
func (k *desk) ref(name string) capture.Ref {
	k.Helper()
	q := k.question(name)
	if q.Repeat == nil {
		return k.draft.Ref(q)
	}
	items := k.draft.Entities(q.Repeat.Entity)
	if len(items) == 0 {
		k.Fatalf("there is no %s to answer %s for", q.Repeat.Entity, name)
	}
	return capture.Ref{Entity: items[len(items)-1].ID, Question: q.ID}
}

func (k *desk) answer(name, value string) {
	k.Helper()
	commit := draft.Commit{Ref: k.ref(name), State: capture.Answered, Raw: asTyped(k.question(name), value), At: written}
	if state, ok := capture.ParseState(value); ok && state > capture.Answered {
		commit.State, commit.Raw = state, ""
	}
	k.draft, _ = k.draft.Apply(commit)
}

// add adds an item of a repeat and answers about it.
func (k *desk) add(kind capture.EntityType, answers ...string) {
	k.Helper()
	parent := k.draft.Single(k.draft.Schema().Parent(kind))
	k.draft, _ = k.draft.Apply(draft.AddEntity{ID: capture.EntityID(k.ids.New()), Type: kind, Parent: parent, At: written})
	k.write(answers...)
}

// write takes names and values in turn; a name that starts with + adds an item.
func (k *desk) write(answers ...string) {
	k.Helper()
	for _, a := range answers {
		if kind, add := strings.CutPrefix(a, "+"); add {
			k.add(capture.EntityType(kind))
			continue
		}
		name, value, _ := strings.Cut(a, " ")
		k.answer(name, value)
	}
}

// said returns what is told at a question: "query: …", "error: …", or nothing.
func (k *desk) said(name string) string {
	k.Helper()
	ref := k.ref(name)
	if !k.draft.Relevant(ref) {
		return "not asked"
	}
	for _, issue := range k.draft.Issues(ref) {
		return strings.ToLower(issue.Severity.String()) + ": " + issue.Args["text"]
	}
	return ""
}

// shown renders words of a form as they stand now.
func (k *desk) shown(name string) string {
	k.Helper()
	q := k.question(name)
	return k.draft.Render(q.Label, k.ref(name).Entity)
}

// calculated returns what a calculate row gives to the record.
func (k *desk) calculated(name string) string {
	k.Helper()
	ref := k.ref(name)
	for _, a := range k.draft.Submitted() {
		if a.Ref == ref {
			return a.Answer.Value
		}
	}
	return ""
}

// referred is a girl of 9 whom someone told us about on Monday 1 September 2025.
var referred = []string{"contact_date 2025-09-01", "referral_date 2025-09-01", "life born", "date_of_birth 2016-05-05"}

// enquiry is a section 47 enquiry with a conference on Friday 26 September.
var enquiry = []string{
	"s47_route worry", "strategy_date 2025-09-08", "strategy_decision joint",
	"s47_start 2025-09-08", "conference_needed yes", "conference_date 2025-09-26",
}

var plan = slices.Concat(enquiry, []string{
	"conference_outcome plan", "cp_category NEG",
	"+plan_line", "line_about Getting to school", "line_who Joana", "line_by 2025-11-03",
	"+plan_line", "line_about Sleep", "line_who Dev", "line_by 2025-12-01",
})

func TestWhatTheFormsOfAProtectionCaseTell(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []string
		at      string
		want    string // how what is told starts; empty for nothing
	}{
		{"assessment starts with the referral", []string{"assessment_start 2025-09-01"}, "assessment_start", ""},
		{"assessment starts before the referral", []string{"assessment_start 2025-08-29"}, "assessment_start", "error: The date the assessment started must be the same as or after 1 September 2025"},
		{"assessment starts tomorrow", []string{"assessment_start 2025-12-16"}, "assessment_start", "error: The date the assessment started"},
		{"assessment starts late", []string{"assessment_start 2025-09-09"}, "assessment_start", "query: The assessment started more than 5 working days"},
		{"assessment open for long", []string{"assessment_start 2025-09-03", "assessment_done no"}, "assessment_done", "query: This assessment has been open for 73 working days. Finish it, or explain why"},
		{"assessment open for a while", []string{"assessment_start 2025-10-13", "assessment_done no"}, "assessment_done", ""},
		{"assessment ends before it starts", []string{"assessment_start 2025-09-03", "assessment_done yes", "assessment_end 2025-09-02"}, "assessment_end", "error: The date a manager agreed the assessment must be the same as or after 3 September 2025"},
		{"assessment takes 45 days", []string{"assessment_start 2025-09-03", "assessment_done yes", "assessment_end 2025-11-05"}, "assessment_end", ""},
		{"assessment takes 46 days", []string{"assessment_start 2025-09-03", "assessment_done yes", "assessment_end 2025-11-06"}, "assessment_end", "query: The assessment took more than 45 working days"},
		{"factors only once it is finished", []string{"assessment_done no"}, "assessment_factors", "not asked"},
		{"no factor and a plan", []string{"assessment_done yes", "assessment_factors 21", "assessment_outcome cin_plan"}, "assessment_outcome", "query: You chose “No factors identified”"},
		{"no factor and nothing more", []string{"assessment_done yes", "assessment_factors 21", "assessment_outcome nfa"}, "assessment_outcome", ""},
		{"safety beyond its scale", []string{"assessment_safety 11"}, "assessment_safety", "error: How safe Maya is must be a number between 0 and 10"},
		{"not safe and no strategy discussion", []string{"assessment_safety 2", "assessment_done yes", "assessment_outcome early_help"}, "assessment_safety", "query: You chose a low number"},
		{"a young child is not asked about our work", []string{"date_of_birth 2023-05-05"}, "voice_safe", "not asked"},
		{"an unborn child is not seen", []string{"life unborn"}, "assessment_seen", "not asked"},

		{"strategy without the police", []string{"s47_route worry", "strategy_agencies social_care health"}, "strategy_agencies", "query: You did not select all"},
		{"strategy with all three", []string{"s47_route worry", "strategy_agencies social_care health police school"}, "strategy_agencies", ""},
		{"enquiry before the referral", []string{"s47_route worry", "strategy_decision single", "s47_start 2025-08-29"}, "s47_start", "error: The date the enquiry started must be the same as or after 1 September 2025"},
		{"no enquiry was decided", []string{"s47_route worry", "strategy_decision none"}, "s47_start", "not asked"},
		{"child seen late", slices.Concat(enquiry, []string{"s47_seen yes", "s47_seen_on 2025-09-11"}), "s47_seen_on", "query: Maya was not seen within 1 working day of 8 September 2025"},
		{"no date for the conference", slices.Concat(enquiry, []string{"conference_date "}), "conference_needed", "query: No conference date after 70 working days"},
		{"still not decided", slices.Concat(enquiry, []string{"conference_date ", "conference_needed not_yet_obtained"}), "conference_needed", "query: No conference date after 70 working days"},
		{"a date for the conference", enquiry, "conference_needed", ""},
		{"target on a Saturday", slices.Concat(enquiry, []string{"conference_target 2025-09-27"}), "conference_target", "query: 27 September 2025 is a Saturday"},
		{"conference on a Saturday", slices.Concat(enquiry, []string{"conference_date 2025-09-27"}), "conference_date", "error: The date the conference was held must be a weekday"},
		{"conference on a Sunday", slices.Concat(enquiry, []string{"conference_date 2025-09-28"}), "conference_date", "error: The date the conference was held must be a weekday"},
		{"conference before the enquiry", slices.Concat(enquiry, []string{"conference_date 2025-09-05"}), "conference_date", "error: The date the conference was held"},
		{"conference within 15 days", slices.Concat(enquiry, []string{"conference_date 2025-09-29"}), "conference_date", ""},
		{"conference after 16 days", slices.Concat(enquiry, []string{"conference_date 2025-09-30"}), "conference_date", "query: The conference was more than 15 working days after 8 September 2025"},
		{"conference after a move", []string{"s47_route moved", "moved_told 2025-11-03", "conference_date 2025-11-14"}, "conference_date", ""},
		{"conference long after a move", []string{"s47_route moved", "moved_told 2025-11-03", "conference_date 2025-11-25"}, "conference_date", "query: The conference was more than 15 working days after 3 November 2025"},

		{"two services are few", []string{"conference_agencies social_care school", "conference_quorate yes"}, "conference_quorate", "query: You selected fewer than 3 services"},
		{"an unborn child takes no part", []string{"life unborn"}, "conference_child", "not asked"},
		{"reports a day before", slices.Concat(enquiry, []string{"conference_reports_on 2025-09-25"}), "conference_reports_on", "query: The family saw the reports less than 2 working days"},
		{"no plan, no category", slices.Concat(enquiry, []string{"conference_outcome early_help"}), "cp_category", "not asked"},
		{"plans before", slices.Concat(plan, []string{"cp_previous 4"}), "cp_previous", "query: You told us Maya had more than 3"},
		{"plans before, as a slip", slices.Concat(plan, []string{"cp_previous 21"}), "cp_previous", "error: The number of plans before this one must be between 0 and 20"},
		{"part of the plan before the conference", slices.Concat(plan, []string{"line_by 2025-09-25"}), "line_by", "error: The date it will be done by must be the same as or after 26 September 2025"},
		{"core group after 11 days", slices.Concat(plan, []string{"core_group_first 2025-10-13"}), "core_group_first", "query: The core group meets more than 10 working days"},
		{"first review after 3 months", slices.Concat(plan, []string{"first_review_due 2025-12-29"}), "first_review_due", "query: The first review is more than 3 months"},

		{"review on the first day", slices.Concat(plan, []string{"+review", "review_date 2025-09-26"}), "review_date", "error: The date of the review must be after 26 September 2025"},
		{"review in time", slices.Concat(plan, []string{"+review", "review_date 2025-12-12"}), "review_date", ""},
		{"more parts done than there are", slices.Concat(plan, []string{"+review", "review_parts_done 3"}), "review_parts_done", "error: The number of parts that are done must be between 0 and 2"},
		{"ended with a part not done", slices.Concat(plan, []string{"+review", "review_parts_done 1", "review_result end"}), "review_result", "query: The review ended the plan"},
		{"ended and open", slices.Concat(plan, []string{"+review", "review_result end", "cp_open yes"}), "cp_open", "error: You recorded a review that ended the plan"},
		{"goes on and open", slices.Concat(plan, []string{"+review", "review_result go_on", "cp_open yes"}), "cp_open", ""},
		{"next review before the last", slices.Concat(plan, []string{"+review", "review_date 2025-12-12", "cp_open yes", "next_review_due 2025-12-12"}), "next_review_due", "error: The date of the next review must be after the last review"},
		{"next review after 7 months", slices.Concat(plan, []string{"+review", "review_date 2025-12-12", "cp_open yes", "next_review_due 2026-07-10"}), "next_review_due", "query: The next review is more than 6 months"},
		{"ends on the first day", slices.Concat(plan, []string{"cp_open no", "cp_end 2025-09-26"}), "cp_end", "error: The date the plan ended must be after 26 September 2025"},
		{"ends on another day than the review", slices.Concat(plan, []string{"+review", "review_date 2025-12-12", "review_result end", "cp_open no", "cp_end 2025-12-11"}), "cp_end", "query: A review ended the plan, but"},
		{"ends with the review", slices.Concat(plan, []string{"+review", "review_date 2025-12-12", "review_result end", "cp_open no", "cp_end 2025-12-12"}), "cp_end", ""},
		{"ended by a death that nobody recorded", slices.Concat(plan, []string{"cp_open no", "cp_end_reason died"}), "cp_end_reason", "error: You chose that Maya has died"},
		{"ends after the child died", slices.Concat(plan, []string{"life died", "date_of_death 2025-11-10", "cp_open no", "cp_end 2025-11-11"}), "cp_end", "error: The date the plan ended must be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := atDesk(t)
			k.write(referred...)
			k.write(c.answers...)
			if got := k.said(c.at); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
				t.Errorf("at %s: %q, want %q", c.at, got, c.want)
			}
		})
	}
}

// TestReviewsAreCountedFromEachOther: a second review may come 9 months after
// the start when the first came within 3.
func TestReviewsAreCountedFromEachOther(t *testing.T) {
	late := "query: This review came later than most"
	for _, c := range []struct {
		first, second string
		want          string // at the second
	}{
		{"2025-03-03", "2025-09-01", ""},
		{"2025-03-03", "2025-10-15", late},
		{"2025-05-12", "2025-09-01", ""}, // it is the first that is late
	} {
		k := atDesk(t)
		k.write("contact_date 2024-11-18", "referral_date 2024-11-18", "life born", "s47_route worry", "strategy_date 2024-11-20",
			"strategy_decision joint", "s47_start 2024-11-20", "conference_needed yes", "conference_date 2024-12-06", "conference_outcome plan")
		k.write("+review", "review_date "+c.first)
		first := k.said("review_date")
		if wantFirst := c.first > "2025-03-06"; strings.HasPrefix(first, late) != wantFirst {
			t.Errorf("%s: %q", c.first, first)
		}
		k.write("+review", "review_date "+c.second)
		if got := k.said("review_date"); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s after %s: %q, want %q", c.second, c.first, got, c.want)
		}
	}
}

// TestTheConferenceDateIsAskedOnce: the census wants it below the enquiry, or
// below the referral when a plan moved here, and never in both. A plan starts on
// that day, and what is in it is shown at the review.
func TestTheConferenceDateIsAskedOnce(t *testing.T) {
	for _, c := range []struct {
		answers                   []string
		enquiry, referral, refuse string
	}{
		{plan, "2025-09-26", "", "false"},
		{[]string{"s47_route moved", "moved_told 2025-11-03", "conference_date 2025-11-14", "conference_outcome plan"}, "", "2025-11-14", ""},
		{[]string{"s47_route worry", "strategy_decision single", "conference_needed no"}, "", "", "true"},
	} {
		k := atDesk(t)
		k.write(referred...)
		k.write(c.answers...)
		for name, want := range map[string]string{
			"conference_of_enquiry": c.enquiry, "conference_of_move": c.referral, "conference_not_needed": c.refuse, "cp_start": c.enquiry + c.referral,
		} {
			if got := k.calculated(name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
	}

	k := atDesk(t)
	k.write(plan...)
	k.write("+review")
	for name, want := range map[string]string{
		"conference_held": "The conference was held on 26 September 2025. ",
		"cp_start_note":   "The plan starts on 26 September 2025",
		"review_plan":     "The plan of 26 September 2025 says: Getting to school (Joana, by 3 November 2025); Sleep (Dev, by 1 December 2025)",
	} {
		if got := k.shown(name); !strings.HasPrefix(got, want) {
			t.Errorf("%s shows %q, want %q", name, got, want)
		}
	}
}

// TestAReviewAsksTheCategoryAgain, and says which answer it takes the place of.
func TestAReviewAsksTheCategoryAgain(t *testing.T) {
	k := atDesk(t)
	if q := k.question("cp_category_now"); q.SameAs != k.question("cp_category").ID {
		t.Errorf("%s takes the place of %s", q.ID, q.SameAs)
	}
}

// TestNamesMeanOneQuestion: whatever forms a task joins, a name outside the
// repeats is one question's only.
func TestNamesMeanOneQuestion(t *testing.T) {
	first := map[string]*form.Question{}
	for _, q := range forms(t).Questions() {
		if q.Repeat != nil {
			continue
		}
		if other := first[q.Name]; other != nil {
			t.Errorf("%s and %s have one name", q.ID, other.ID)
		}
		first[q.Name] = q
	}
}
