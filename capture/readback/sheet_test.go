package readback_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/readback"
	"recordwell/validation/datatype"
)

var (
	now   = time.Date(2025, 10, 20, 9, 0, 0, 0, time.UTC)
	today = datatype.MustDate(2025, 10, 20)
)

type ids int

func (n *ids) New() string { *n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", int(*n)) }

// maya is a record of a girl of 7, her mum and a helper, with what not everybody
// is told.
func maya(t *testing.T) (*draft.Draft, *form.Set) {
	t.Helper()
	var defs []*form.Definition
	for _, name := range []string{"contact_referral", "child_details", "family", "section47"} {
		d, err := form.Load(assets.Content, "forms/"+name+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		defs = append(defs, d)
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	s := draft.NewSchema(set, event.NewVocabulary())
	n := new(ids)
	d := draft.Open(s, draft.Story{Today: today, Words: map[string]string{"child_name": "Maya"}}, draft.OnContinue,
		capture.SavedCase{Case: draft.NewCase(s, capture.CaseID(n.New()), n, now)})
	put := func(at capture.EntityID, q, raw string, state capture.State) {
		ref := capture.Ref{Entity: at, Question: capture.QuestionID(q)}
		if set.Question(ref.Question) == nil {
			t.Fatalf("there is no question %s", q)
		}
		d, _ = d.Apply(draft.Commit{Ref: ref, Raw: raw, State: state, At: now})
	}
	child, family := d.Single("child"), d.Single("case")
	for q, raw := range map[string]string{
		"identity/given_names": "Maya", "identity/family_name": "Carvalho", "identity/life": "born", "identity/date_of_birth": "14|6|2018",
		"background/first_language": "por", "background/gender_identity": "GENDERWORDS", "school/schooling": "yes", "school/school_name": "Ashmere Primary",
	} {
		put(child, "child_details/"+q, raw, capture.Answered)
	}
	put(child, "child_details/background/interpreter", "", capture.NotKnown)
	put(family, "family/circumstances/visit_risk", "yes", capture.Answered)
	put(family, "family/circumstances/visit_risk_what", "RISKWORDS", capture.Answered)
	put(d.Single(set.Question("section47/strategy/strategy_why").Entity()), "section47/strategy/strategy_why", "STRATEGYWORDS", capture.Answered)
	mum := capture.EntityID(n.New())
	d, _ = d.Apply(draft.AddEntity{ID: mum, Type: "person", Parent: family, At: now})
	for q, raw := range map[string]string{"given_names": "Joana", "family_name": "Carvalho", "relationship": "mother", "born": "|3|1990", "phone": "01632960000"} {
		put(mum, "family/household/people/"+q, raw, capture.Answered)
	}
	return d, set
}

func text(s readback.Sheet) string {
	var b strings.Builder
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "# %s\n", p.Title)
		for _, l := range p.Lines {
			fmt.Fprintln(&b, l.Text())
		}
	}
	return b.String()
}

func TestEachReaderHasWordsOfTheirOwn(t *testing.T) {
	d, _ := maya(t)
	for r, want := range map[form.Reader]string{
		form.Under8: "# You\nYour name is Maya\nYour birthday is 14 June 2018\n",
		form.From8:  "# You\nYour name is Maya Carvalho\nYou were born on 14 June 2018\n",
		form.From13: "# Who lives with you\nJoana lives with you\nWho Joana is to you: Mum\n",
		form.Carers: "# Maya’s details\nGiven names: Maya\nFamily name: Carvalho\nBorn or not: Born\nDate of birth: 14 June 2018\n",
	} {
		if got := text(readback.Make(d, r)); !strings.Contains(got, want) {
			t.Errorf("%s is not told\n%sbut\n%s", readback.Name(r), want, got)
		}
	}
	if got := readback.Make(d, form.Carers); got.Title != "What we wrote about Maya" || !slices.Contains(got.Unknown, "Interpreter needed") {
		t.Errorf("the carers’ sheet is %q and does not know %v", got.Title, got.Unknown)
	}
	if got := readback.Make(d, form.Under8); len(got.Unknown) > 0 {
		t.Errorf("a small child is asked for what nobody knows: %v", got.Unknown)
	}
}

// A code that says that there is no answer is not read out as one.
func TestACodeForNoAnswerIsNotReadBack(t *testing.T) {
	d, set := maya(t)
	q := set.Question("child_details/background/ethnicity")
	for code, want := range map[string]bool{"NOBT": true, "REFU": false} {
		d, _ := d.Apply(draft.Commit{Ref: d.Ref(q), Raw: code, State: capture.Answered, At: now})
		for r := range form.Readers {
			if got := text(readback.Make(d, r)); strings.Contains(strings.ToLower(got), "ethnic background") {
				t.Errorf("%s is told\n%s", readback.Name(r), got)
			}
		}
		if got := slices.Contains(readback.Make(d, form.Carers).Unknown, "Ethnic background"); got != want {
			t.Errorf("%s is among what is not known: %v", code, got)
		}
	}
}

func TestNobodyIsToldWhatIsNotTheirs(t *testing.T) {
	d, _ := maya(t)
	for r := range form.Readers {
		page := string(readback.Make(d, r).HTML(""))
		for _, secret := range []string{"RISKWORDS", "STRATEGYWORDS", "01632960000", "1990"} {
			if strings.Contains(page, secret) {
				t.Errorf("%s is told %s", readback.Name(r), secret)
			}
		}
		if told, may := strings.Contains(page, "GENDERWORDS"), r == form.From8 || r == form.From13; told != may {
			t.Errorf("%s is told what the child said about their gender: %v", readback.Name(r), told)
		}
	}
}

func TestTheSheetIsAPageToPrint(t *testing.T) {
	d, _ := maya(t)
	sheet := readback.Make(d, form.From8)
	page := string(sheet.HTML("Practice <only>"))
	for _, want := range []string{"<title>What we wrote about you</title>", "<p>Your name is Maya Carvalho</p>", "Not right", "Practice &lt;only&gt;", "What is missing?"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	small := string(readback.Make(d, form.Under8).HTML(""))
	if n := strings.Count(page, `class="write"`); n != sheet.Lines() || strings.Contains(small, `class="write"`) || !strings.Contains(small, `class="paper"`) {
		t.Errorf("%d lines have room to write, of %d; a small child draws", n, sheet.Lines())
	}
	if got := strings.Count(page, `class="boxes"`); got != sheet.Lines() || got == 0 {
		t.Errorf("%d lines have boxes, of %d", got, sheet.Lines())
	}
}

func TestTheReaderFollowsTheAge(t *testing.T) {
	d, set := maya(t)
	for year, want := range map[int]form.Reader{2025: form.Under8, 2026: form.From8, 2031: form.From13} {
		if got := readback.ReaderOf(d, set, datatype.MustDate(year, 6, 14)); got != want {
			t.Errorf("in %d the sheet is for %s", year, readback.Name(got))
		}
	}
	if got := readback.ReaderOf(d, set, datatype.MustDate(2017, 1, 1)); got != form.Carers {
		t.Errorf("before the birth the sheet is for %s", readback.Name(got))
	}
}
