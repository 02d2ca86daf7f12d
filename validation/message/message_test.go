package message

import (
	"regexp"
	"strings"
	"testing"

	"recordwell/validation"
	"recordwell/validation/datatype"
)

// The examples of the table of error messages in the design system.
var examples = []struct {
	say  Say
	args map[string]string
	want string
}{
	{MissingText, map[string]string{"thing": "Maya’s first language"}, "Enter Maya’s first language"},
	{MissingChoice, map[string]string{"thing": "who made the referral"}, "Select who made the referral"},
	{MissingYes, map[string]string{"thing": "Maya has a UPN"}, "Select yes if Maya has a UPN"},
	{TooLong, map[string]string{"thing": "first name", "n": "35"}, "First name must be 35 characters or less"},
	{TooShort, map[string]string{"thing": "the reason", "n": "10"}, "The reason must be 10 characters or more"},
	{WrongLetters, map[string]string{"thing": "first name", "tag": "personname"}, "First name must only include letters, hyphens, spaces and apostrophes"},
	{WrongShape, map[string]string{"thing": "UPN", "tag": "upn"}, "UPN must be 13 letters and numbers, starting with a letter"},
	{NotNumber, map[string]string{"thing": "number of visits"}, "Number of visits must be a number"},
	{OutOfRange, map[string]string{"thing": "number of visits", "a": "0", "b": "99"}, "Number of visits must be between 0 and 99"},
	{NotOnList, map[string]string{"thing": "Maya’s school"}, "Choose Maya’s school from the list"},
	{MissingDate, map[string]string{"thing": "the date you received the referral"}, "Enter the date you received the referral"},
	{PartMissing, map[string]string{"thing": "Maya’s date of birth", "parts": "day"}, "Maya’s date of birth must include a day"},
	{PartMissing, map[string]string{"thing": "the date", "parts": "day month"}, "The date must include a day and month"},
	{YearShort, nil, "Year must include 4 numbers"},
	{NotReal, map[string]string{"thing": "Maya’s date of birth"}, "Maya’s date of birth must be a real date"},
	{PastOrToday, map[string]string{"thing": "the date of the visit"}, "The date of the visit must be today or in the past"},
	{Past, map[string]string{"thing": "the date of the visit"}, "The date of the visit must be in the past"},
	{Future, map[string]string{"thing": "the next review"}, "The next review must be in the future"},
	{FutureOrToday, map[string]string{"thing": "the next review"}, "The next review must be today or in the future"},
	{OnOrAfter, map[string]string{"thing": "the date the assessment ended", "date": "2025-10-09", "what": "when it started"},
		"The date the assessment ended must be the same as or after 9 October 2025 when it started"},
	{OnOrBefore, map[string]string{"thing": "the date of the visit", "date": "2025-10-30", "what": "when the case closed"},
		"The date of the visit must be the same as or before 30 October 2025 when the case closed"},
	{BetweenDates, map[string]string{"thing": "the date of the conference", "a": "2025-04-01", "b": "2026-03-31"},
		"The date of the conference must be between 1 April 2025 and 31 March 2026"},
	{ClashOne, map[string]string{"both": "you chose no further action and also recorded a visit"},
		"You chose no further action and also recorded a visit. Change one of them"},
	{Clash, map[string]string{"both": "there are two dates of birth", "one": "the date of birth", "other": "the expected date"},
		"There are two dates of birth. Change the date of birth or the expected date"},
	{CheckThis, map[string]string{"odd": "you told us Maya goes to school", "usual": "most pupils have a UPN", "explain": "If there is no UPN yet, explain why this is right"},
		"You told us Maya goes to school. Most pupils have a UPN. If there is no UPN yet, explain why this is right"},
	{CheckThis, map[string]string{"odd": "a", "usual": "b"}, "A. B. If it is right, explain why"},
	{CheckTitle, map[string]string{"thing": "that Maya does not have a UPN"}, "Check that Maya does not have a UPN"},
	{Trouble, map[string]string{"what": "we could not save", "safe": "your answers are still on the screen", "do": "check that the disk has room, then try again"},
		"We could not save. Your answers are still on the screen. Check that the disk has room, then try again"},
	{WrongCheck, map[string]string{"thing": "Maya’s UPN", "tag": "upn"}, "Check Maya’s UPN. The first letter does not match the rest"},
	{Comma, map[string]string{"thing": "the number of weeks"}, "The number of weeks must be a number without a comma"},
	{NotWhole, map[string]string{"thing": "the number of weeks"}, "The number of weeks must be a whole number"},
	{NotReal, map[string]string{"thing": "the time", "tag": "time"}, "The time must be a real time, like 10:47"},
	{WrongShape, map[string]string{"thing": "the code", "tag": "len", "n": "6"}, "The code must be 6 characters"},
	{CheckAsk, nil, "Why is this right?"},
	{TooFew, map[string]string{"thing": "the people", "n": "1"}, "Add at least 1 to the people"},
	{TooMany, map[string]string{"thing": "the number of people", "n": "20"}, "The number of people must be 20 or fewer"},
	{Words, map[string]string{"text": "Tell us who lives there"}, "Tell us who lives there"},
}

func TestTemplatesSayWhatTheDesignSystemSays(t *testing.T) {
	said := map[Say]bool{}
	for _, e := range examples {
		said[e.say] = true
		if got := English().Render(e.say, e.args); got != e.want {
			t.Errorf("%s: %q, want %q", e.say, got, e.want)
		}
	}
	for _, say := range all {
		if !said[say] {
			t.Errorf("%s has no example", say)
		}
	}
}

var banned = regexp.MustCompile(`(?i)\b(please|sorry|valid|invalid|illegal|forbidden|oops|e\.g\.|i\.e\.|etc|missing)\b`)

func TestNoTemplateUsesABannedWordOrEndsWithAFullStop(t *testing.T) {
	c := English()
	for _, words := range []map[string]string{c.Templates, c.Allowed, c.Shapes, c.Slips, c.Defaults} {
		for id, w := range words {
			if banned.MatchString(w) || strings.HasSuffix(w, ".") {
				t.Errorf("%s: %q", id, w)
			}
		}
	}
}

func TestEveryFaultHasWords(t *testing.T) {
	for _, kind := range datatype.Kinds() {
		for tag := range English().Shapes {
			say, args := OfFault(datatype.Fault{Kind: kind, Parts: datatype.DayPart}, "the answer", tag, "1 9")
			got := English().Render(say, args)
			if got == "" || strings.ContainsAny(got, "{}") || strings.Contains(got, "  ") {
				t.Errorf("%s of %s: %q", kind, tag, got)
			}
		}
	}
	say, args := OfFault(datatype.Fault{Kind: datatype.TooLong}, "local child ID", "lachildid", "")
	if got := English().Render(say, args); got != "Local child ID must be 20 characters or less" {
		t.Error(got)
	}
	say, args = OfFault(datatype.Fault{Kind: datatype.OutOfRange}, "the number", "integer", "")
	if got := English().Render(say, args); got != "The number must be a number" {
		t.Error(got)
	}
}

func TestAFormsQueryHasTitleTextAndAsk(t *testing.T) {
	issue := validation.Issue{Severity: validation.Query, Say: Words, Args: map[string]string{
		"text": "You told us Maya goes to school", "thing": "Maya’s UPN", "ask": "Why does Maya not have a UPN?"}}
	got := English().For(issue, nil, Options{})
	want := Message{Title: "Check Maya’s UPN", Text: "You told us Maya goes to school", Ask: "Why does Maya not have a UPN?"}
	if got != want {
		t.Errorf("%+v", got)
	}
	issue.Args["title"], issue.Args["ask"] = "Check that Maya does not have a UPN", ""
	got = English().For(issue, nil, Options{})
	if got.Title != "Check that Maya does not have a UPN" || got.Ask != "Why is this right?" {
		t.Errorf("%+v", got)
	}
	got = English().For(validation.Issue{Severity: validation.Error, Say: MissingDate, Args: map[string]string{"thing": "the date"}}, nil, Options{})
	if got != (Message{Title: "Enter the date", Text: "Enter the date"}) {
		t.Errorf("%+v", got)
	}
}

func TestAStatutoryRuleSpeaksWithTheValuesInIt(t *testing.T) {
	info := &validation.Info{
		Code: "8608", Severity: validation.Error, Official: "Assessment Start Date cannot be later than its End Date",
		Title: "The assessment ends before it starts",
		What:  "It ended on {AssessmentAuthorisationDate} and started on {Assessments.AssessmentActualStartDate}.",
		Do:    "Change one of the dates, the other is {AssessmentActualStartDate.2}. The main reason is {PrimaryNeedCode}, the other date {Other}, {Unheard}.",
	}
	issue := validation.Issue{Rule: "8608", Severity: validation.Error, Args: map[string]string{"Other": "2025-04-01"}, Places: []validation.Place{
		{Table: "Assessments", Field: "AssessmentAuthorisationDate", Value: "2025-10-02"},
		{Table: "Assessments", Field: "AssessmentActualStartDate"},
		{Table: "Assessments", Field: "AssessmentActualStartDate", Row: 1, Value: "2025-10-03"},
		{Table: "CINdetails", Field: "PrimaryNeedCode", Value: "N3"},
	}}
	labels := func(place, code string) (string, bool) {
		return "Parental disability or illness", place == "CINdetails.PrimaryNeedCode" && code == "N3"
	}
	got := English().For(issue, info, Options{Labels: labels})
	want := Message{
		Title: info.Title, Text: "It ended on 2 October 2025 and started on blank.",
		Do: "Change one of the dates, the other is 3 October 2025. The main reason is Parental disability or illness, the other date 1 April 2025, {Unheard}.",
	}
	if got != want {
		t.Errorf("%+v", got)
	}
	got = English().For(issue, info, Options{Wording: Official})
	if got != (Message{Title: info.Title, Text: info.Official}) {
		t.Errorf("%+v", got)
	}
}

func TestATranslationMustBeWhole(t *testing.T) {
	for _, data := range []string{``, `{}`, `{"language":"cy"}`, `{"language":"cy","templates":{"missing-text":"Rhowch {thing}"}}`, `{"speech":"cy"}`} {
		if _, err := Parse([]byte(data)); err == nil {
			t.Errorf("%s was accepted", data)
		}
	}
}

func BenchmarkFor(b *testing.B) {
	issue := validation.Issue{Severity: validation.Error, Say: PartMissing, Args: map[string]string{"thing": "Maya’s date of birth", "parts": "day"}}
	c := English()
	b.ReportAllocs()
	for b.Loop() {
		c.For(issue, nil, Options{})
	}
}
