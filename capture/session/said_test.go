package session_test

import (
	"strings"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

func TestEarlierVersionsComeBack(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "contact_method")
	if d.HasHistory(ref) {
		t.Error("an answer that nobody gave has a history")
	}
	for _, v := range []string{"phone", "email", "letter"} {
		d.elapsed += time.Minute
		d.Commit(ref, v, capture.Chosen)
	}
	h := d.History(ref)
	if len(h) != 3 || h[0].Words != "Letter" || !h[0].Current || h[2].Words != "Phone" || h[2].Current {
		t.Fatalf("%+v", h)
	}
	d.BringBack(ref, h[2])
	if a := d.question(t, "contact_method").Answer; a.Value != "phone" {
		t.Errorf("the answer is %+v", a)
	}
	if h := d.History(ref); len(h) != 4 || h[0].Cause != capture.Undone {
		t.Errorf("%+v", h)
	}
	d.Undo()
	if a := d.question(t, "contact_method").Answer; a.Value != "letter" {
		t.Errorf("undoing it gave %+v", a)
	}
}

func TestTypingIsOneVersion(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "referrer_role")
	for i := range "Safeguarding" {
		d.elapsed += 600 * time.Millisecond
		d.Type(ref, "Safeguarding"[:i+1])
		d.Flush()
	}
	d.Commit(ref, "Safeguarding lead", capture.Typed)
	d.elapsed += time.Hour
	d.Commit(ref, "Teacher", capture.Typed)
	h := d.History(ref)
	if len(h) != 2 || h[1].Words != "Safeguarding lead" {
		t.Errorf("%+v", h)
	}
	if n := len(d.changes()); n < 10 {
		t.Errorf("only %d rows are kept", n)
	}
}

func TestANameThatIsNotInTheStoryIsAsked(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Commit(d.ref(t, "referrer_name"), "Joana", capture.Typed)
	for name, strange := range map[string]bool{
		"Farah Anwar": false, "Miss Anwar": false, "farah ANWAR": false, "F Anwar": false,
		"Gwendolyn Smythe": true, "Farah Smythe": true,
	} {
		before := len(d.events)
		ref := d.ref(t, "referrer_name")
		d.Commit(ref, name, capture.Typed)
		q := d.question(t, "referrer_name")
		if got := q.Notice != ""; got != strange {
			t.Errorf("%s: %q", name, q.Notice)
		}
		if q.Error != "" || d.View().Page.Failed {
			t.Errorf("%s is an error", name)
		}
		for _, e := range d.events[before:] {
			if e.Kind != event.AnswerCommitted {
				t.Errorf("%s: the journal hears %v", name, e.Kind)
			}
		}
	}
	d.Commit(d.ref(t, "referrer_agency"), "Gwendolyn Smythe", capture.Typed)
	if q := d.question(t, "referrer_agency"); q.Notice != "" {
		t.Error("a question that asks for no name asks about one")
	}
}

func TestCommentsAreKeptApartAndTakenBack(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "contact_date")
	d.LeaveComment(ref, "  Which day counts?  ")
	d.LeaveComment(ref, "Which day counts?")
	d.LeaveComment(ref, "")
	var said []capture.Comment
	for _, b := range d.batches {
		said = append(said, b.Comments...)
	}
	if len(said) != 2 || said[0].Text != "Which day counts?" || said[1].Text != "" || said[0].ID != said[1].ID {
		t.Errorf("%+v", said)
	}
	if d.count(event.CommentLeft) != 1 {
		t.Error("the journal does not hear that a comment was left, once")
	}
	if d.Comment(ref) != "" {
		t.Error("the comment is still there")
	}
}

// What is kept of an event is said of no other: each field that the words come from
// tells two events apart.
func TestAnObserverSaysWhatIsSaidOfEach(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	observer := d.Observer()
	var questions []string
	for _, q := range d.Tasks()[0].Set.Questions()[:2] {
		questions = append(questions, string(q.ID))
	}
	task := d.Tasks()[0].Spec.ID
	for range 2 {
		for _, k := range event.Kinds() {
			for _, e := range []event.Record{
				{Kind: k}, {Kind: k, Question: questions[0], Seq: 3}, {Kind: k, Question: questions[1], Seq: 4}, {Kind: k, Code: 1}, {Kind: k, Code: 2},
				{Kind: k, Count: 2}, {Kind: k, Count: 60_000}, {Kind: k, Task: task}, {Kind: k, Task: task, Place: session.CheckSection},
				{Kind: k, Place: study.SUS}, {Kind: k, Setting: "theme"}, {Kind: k, Setting: "text_percent"},
			} {
				if got, want := observer(e), d.Observe(e); got != want {
					t.Errorf("of %+v the observer says %q, want %q", e, got, want)
				}
			}
		}
	}
}

func TestEveryKindOfEventIsPutIntoWords(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	seen := map[string]event.Kind{}
	for _, k := range event.Kinds() {
		e := event.Record{Kind: k, Code: 1, Count: 2}
		words := d.Tell([]event.Record{e})[0].Words
		if words == "" || strings.Contains(words, "later version") {
			t.Errorf("%v: %q", k, words)
		}
		if other, twice := seen[words]; twice {
			t.Errorf("%v and %v are both %q", k, other, words)
		}
		seen[words] = k
	}
	if w := d.Tell([]event.Record{{Kind: event.Kind(250)}})[0].Words; !strings.Contains(w, "later version") {
		t.Errorf("an unknown kind is %q", w)
	}
}

func TestACopyHoldsWhatWasAgreedAndTheRecord(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	consent := string(d.ConsentPage())
	for _, want := range []string{"30 June 2027", "TS2 M4P", "5 January 2026", "<dd>Yes</dd>", "<dd>No</dd>", d.Consent().Wording()} {
		if !strings.Contains(consent, want) {
			t.Errorf("the copy of consent does not say %q", want)
		}
	}
	d.Commit(d.ref(t, "referrer_role"), "<b>Lead</b> & teacher", capture.Typed)
	record := string(d.RecordPage())
	if !strings.Contains(record, "&lt;b&gt;Lead&lt;/b&gt; &amp; teacher") || strings.Contains(record, "<b>") {
		t.Error("what was typed is not written as words")
	}
	if !strings.Contains(record, "Not provided") || !strings.Contains(record, "16 October 2025") {
		t.Error("the record lacks blanks or the story's date")
	}
	if !strings.Contains(record, "<h2>Where Maya lives</h2>\n<p>Nothing is written here.</p>") {
		t.Error("a list that holds nobody is a heading over nothing")
	}
}

func TestSurveysAreAskedOnceAndSkippedWithTheirItems(t *testing.T) {
	past := capture.SurveyAnswer{Survey: study.SEQ, Subject: "record", Item: session.SEQItem, Score: 4}
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	if !d.Due(study.SEQ, "record") {
		t.Fatal("nobody asks")
	}
	d.Answer(study.SEQ, "record", past)
	if d.Due(study.SEQ, "record") || d.Said(study.SEQ, "record", session.SEQItem).Score != 4 {
		t.Error("an answer is asked for again")
	}
	d.SkipSurvey(study.SUS, d.Subject(), "1", "2")
	var rows []capture.SurveyAnswer
	for _, b := range d.batches {
		rows = append(rows, b.Surveys...)
	}
	if len(rows) != 3 || rows[1].Score != 0 || rows[1].Text != "" || rows[2].Item != "2" {
		t.Errorf("%+v", rows)
	}
	if d.count(event.SurveyAnswered) != 1 || d.count(event.SurveySkipped) != 1 {
		t.Errorf("%v", d.kinds())
	}
	if len(session.SUSStatements()) != 10 || session.SEQWords != "Overall, how difficult or easy was the task?" {
		t.Error("the standard words changed")
	}
}
