package session_test

import (
	"os"
	"testing"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// ashDesk is a session in which the record holds something from the start.
func ashDesk(t testing.TB) *desk { return knownDesk(t, "visit") }

func knownDesk(t testing.TB, task string) *desk {
	t.Helper()
	lib, err := study.Load(os.DirFS("testdata/known"))
	if err != nil {
		t.Fatal(err)
	}
	st := lib.Studies["winter"]
	d := &desk{}
	d.Session, err = session.New(session.Setup{
		Clock: d, IDs: d, Journal: d, Run: uuid.New(), After: d.After, Vocabulary: event.NewVocabulary(),
		Study: st, Library: lib, Timing: draft.OnContinue,
	}, capture.SessionRow{ID: "00000000-0000-7000-8000-00000000aaaa", Code: st.Codes[0]}, &st.Rounds[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Agree(needed); err != nil {
		t.Fatal(err)
	}
	d.Enter(task, capture.SavedCase{})
	return d
}

func TestWhatIsKnownStandsInTheRecordFromTheStart(t *testing.T) {
	d := ashDesk(t)
	if a := d.question(t, "date_of_birth").Answer; a.Raw != "14|6|2018" || !a.Readable || a.Value != "2018-06-14" {
		t.Errorf("the date of birth stands as %+v", a)
	}
	for _, c := range d.changes() {
		if c.Cause != capture.Imported {
			t.Errorf("%s came about as %s", c.Question, c.Cause)
		}
	}
	if n := len(d.changes()); n != 12 {
		t.Errorf("%d answers were written down", n)
	}
	for _, l := range d.View().Sections {
		if l.ID == "referral/referral" {
			t.Error("a form of the background is in the list of sections")
		}
	}
	d.Go("visit/visits")
	if n := len(d.View().Page.List.Items); n != 2 {
		t.Errorf("%d visits are listed", n)
	}
	if d.Alias("first") == "" || d.TypeOf(d.Alias("first")) != "visit" {
		t.Error("the first visit is not known by its alias")
	}
	if _, ok := d.Undo(); ok {
		t.Error("what was there from the start can be undone")
	}
}

func TestARestartKnowsNothingTwice(t *testing.T) {
	d := ashDesk(t)
	saved := capture.SavedCase{}
	for _, b := range d.batches {
		saved.Changes = append(saved.Changes, b.Changes...)
		saved.Case.Entities = append(saved.Case.Entities, b.Entities...)
		if b.Case != "" {
			saved.Case.ID = b.Case
		}
	}
	d.Leave()
	n := len(d.changes())
	d.Enter("visit", saved)
	if len(d.changes()) != n || len(saved.Case.Entities) != len(d.Entities()) {
		t.Errorf("%d more answers, %d entities", len(d.changes())-n, len(d.Entities()))
	}
}

func TestNamesOfTheBackgroundAreRead(t *testing.T) {
	d := ashDesk(t)
	d.Go("visit/visits")
	d.More(true)
	d.AddItem()
	d.Commit(d.ref(t, "visit_date"), "30|9|2025", capture.Typed)
	d.Continue()
	if err := d.question(t, "visit_date").Error; err != "The visit must not be before the referral on 1 October 2025" {
		t.Errorf("said %q", err)
	}
}

func TestOnlyWhatAPersonDidIsTheirs(t *testing.T) {
	d := ashDesk(t)
	d.Commit(d.ref(t, "family_name"), "Ashe", capture.Typed)
	d.Commit(d.ref(t, "given_names"), "Ivi", capture.Typed)
	d.Commit(d.ref(t, "given_names"), "Ivy", capture.Typed)
	sub := d.Finish()
	known := map[capture.QuestionID]bool{}
	for _, a := range sub.Answers {
		known[a.Question] = a.Known
	}
	want := map[capture.QuestionID]bool{
		"child/identity/given_names": true, "child/identity/family_name": false, "child/identity/sex": true,
		"referral/referral/referral_date": true, "visit/next/next_visit": false,
	}
	for q, is := range want {
		if k, there := known[q]; !there || k != is {
			t.Errorf("%s: known %v, submitted %v", q, k, there)
		}
	}
	if len(sub.Forms) != 2 || len(sub.Background) != 1 || sub.Background[0].Form != "referral" {
		t.Errorf("forms %v over %v", sub.Forms, sub.Background)
	}
	// One blank: when the next visit is. Nothing of the background is missing.
	if sub.ErrorsLeft != 1 {
		t.Errorf("%d errors are left", sub.ErrorsLeft)
	}
}

func TestASectionIsNotBegunByWhatIsKnown(t *testing.T) {
	d := ashDesk(t)
	if got := d.state("child/homes").State; got != session.NotStarted {
		t.Errorf("where she lives is in state %d", got)
	}
	d.Go("child/homes")
	d.OpenItem(d.Alias("old_home"))
	d.Commit(d.ref(t, "moved_in"), "1|4|2021", capture.Typed)
	d.Go("child/identity")
	if got := d.state("child/homes").State; got != session.InProgress {
		t.Errorf("changed, it is in state %d", got)
	}
}
