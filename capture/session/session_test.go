package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// desk is a session with everything it hands over kept in memory.
type desk struct {
	*session.Session
	elapsed time.Duration
	slept   time.Duration // what the wall clock is ahead
	later   []func()
	events  []event.Event
	batches []capture.Batch
	n       int
}

func (d *desk) Now() time.Time {
	return time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC).Add(d.elapsed + d.slept)
}
func (d *desk) Elapsed() time.Duration          { return d.elapsed }
func (d *desk) Append(e ...event.Event)         { d.events = append(d.events, e...) }
func (d *desk) Save(b capture.Batch)            { d.batches = append(d.batches, b) }
func (d *desk) After(_ time.Duration, f func()) { d.later = append(d.later, f) }
func (d *desk) New() string                     { d.n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", d.n) }
func (d *desk) changes() (out []capture.Change) {
	for _, b := range d.batches {
		out = append(out, b.Changes...)
	}
	return out
}

func (d *desk) fire() {
	now := d.later
	d.later = nil
	for _, f := range now {
		f()
	}
}

func newDesk(t testing.TB, row capture.SessionRow, saved capture.SavedCase) *desk {
	t.Helper()
	lib, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	st := lib.Studies["autumn-2025"]
	d := &desk{n: int(row.LastSeq)}
	row.ID, row.Code = "00000000-0000-7000-8000-00000000aaaa", st.Codes[0]
	d.Session, err = session.New(session.Setup{
		Clock: d, IDs: d, Journal: d, Run: uuid.New(), After: d.After, Vocabulary: event.NewVocabulary(),
		Study: st, Library: lib, Timing: draft.OnContinue,
	}, row, &st.Rounds[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Agree(needed); err != nil {
		t.Fatal(err)
	}
	d.Enter(d.Tasks()[0].Spec.ID, saved)
	return d
}

// needed are the items of consent without which nobody takes part.
var needed = []string{study.Understood, study.Log, study.MayStop}

func (d *desk) ref(t testing.TB, name string) capture.Ref {
	t.Helper()
	for _, b := range d.View().Page.Blocks {
		if q := b.Question; q != nil && strings.HasSuffix(string(q.Ref.Question), "/"+name) {
			return q.Ref
		}
	}
	t.Fatalf("%s is not on the page %q", name, d.View().Page.Title)
	return capture.Ref{}
}

func (d *desk) question(t testing.TB, name string) *session.QuestionView {
	r := d.ref(t, name)
	for _, b := range d.View().Page.Blocks {
		if b.Question != nil && b.Question.Ref == r {
			return b.Question
		}
	}
	return nil
}

func TestASaveThatFindsSomethingStaysAndSaysWhat(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	first := d.View().Page.Title
	if d.Continue() {
		t.Fatal("an empty section was left")
	}
	p := d.View().Page
	if p.Title != first || !p.Failed || len(p.Summary) == 0 {
		t.Fatalf("got %q, failed %v, %d lines", p.Title, p.Failed, len(p.Summary))
	}
	last := len(p.Summary) - 1
	if !p.Summary[last].Mark || p.Mark == nil || p.Mark.Error != p.Summary[last].Text {
		t.Errorf("that the section is not marked is said as %+v, beside it %+v", p.Summary[last], p.Mark)
	}
	for _, l := range p.Summary[:last] {
		q := d.question(t, string(l.Ref.Question)[strings.LastIndex(string(l.Ref.Question), "/")+1:])
		if q.Error != l.Text || l.Text == "" {
			t.Errorf("summary %q, beside the question %q", l.Text, q.Error)
		}
	}
	if s := d.View().Sections[0]; s.ToFix != last {
		t.Errorf("the section list says %d to fix, the summary %d", s.ToFix, last)
	}
}

func TestTypingIsWrittenDownBeforeItIsCommitted(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "contact_date")
	d.Type(ref, "7|10")
	if len(d.changes()) != 0 || len(d.later) != 1 {
		t.Fatalf("%d changes, %d timers", len(d.changes()), len(d.later))
	}
	d.Type(ref, "7|10|20")
	if len(d.later) != 1 {
		t.Error("each letter set a timer of its own")
	}
	d.fire()
	c := d.changes()
	if len(c) != 1 || c[0].Answer.Raw != "7|10|20" || c[0].Answer.Readable {
		t.Fatalf("got %+v", c)
	}
	d.Commit(ref, "7|10|2025", capture.Typed)
	if c = d.changes(); len(c) != 2 || c[1].Answer.Value != "2025-10-07" || c[1].Seq != 2 {
		t.Errorf("got %+v", c)
	}
}

func TestEventsAreNumberedWithoutGapsAndGoOnAfterARestart(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Commit(d.ref(t, "contact_date"), "7|10|2025", capture.Typed)
	d.Continue()
	d.Leave()
	for i, e := range d.events {
		if e.Seq != uint64(i+1) {
			t.Fatalf("event %d has number %d", i, e.Seq)
		}
	}
	again := newDesk(t, capture.SessionRow{LastSeq: uint64(len(d.events))}, capture.SavedCase{})
	if e := again.events[0]; e.Seq != uint64(len(d.events)+1) || e.Kind != event.SessionResumed {
		t.Errorf("went on with number %d, kind %v", e.Seq, e.Kind)
	}
}

func TestARestartGoesToTheSamePageAndField(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	second := d.View().Sections[1].ID
	d.Go(second)
	var ref capture.Ref
	for _, b := range d.View().Page.Blocks {
		if b.Question != nil {
			ref = b.Question.Ref
		}
	}
	d.FieldEntered(ref)
	d.Type(ref, "half a wor")
	d.fire()
	saved := capture.SavedCase{Case: capture.Case{ID: d.batches[1].Case}}
	for _, b := range d.batches {
		saved.Case.Entities = append(saved.Case.Entities, b.Entities...)
		saved.Changes = append(saved.Changes, b.Changes...)
		if b.Place != nil {
			saved.Place = b.Place
		}
	}
	again := newDesk(t, capture.SessionRow{LastSeq: 50}, saved)
	if p := again.View().Page; p.Section != second {
		t.Errorf("went on at %q, left at %q", p.Section, second)
	}
	if got := again.Focus(); got != ref {
		t.Errorf("the focus is at %v, was at %v", got, ref)
	}
	for _, b := range again.View().Page.Blocks {
		if b.Question != nil && b.Question.Ref == ref && b.Question.Answer.Raw != "half a wor" {
			t.Errorf("the box holds %q", b.Question.Answer.Raw)
		}
	}
}

func TestFinishingIsNeverBlockedAndSaysWhatIsLeft(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Go(session.CheckSection)
	if c := d.View().Page.Check; c.Unfinished == 0 || c.FirstUnfinished == nil {
		t.Errorf("got %+v", c)
	}
	sub := d.Finish()
	if sub.ErrorsLeft == 0 || len(sub.Forms) != 3 {
		t.Errorf("an empty record left %d errors, %d forms", sub.ErrorsLeft, len(sub.Forms))
	}
	if last := d.batches[len(d.batches)-1]; last.Submission == nil || *last.Status != capture.TaskFinished {
		t.Error("the submission and the end of the task are not one batch")
	}
}

func TestChangeComesBackToCheckYourAnswers(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "contact_date")
	d.Go(session.CheckSection)
	d.Change(ref)
	if d.View().Page.Section == session.CheckSection {
		t.Fatal("the page of the answer did not open")
	}
	if !d.Back() || d.View().Page.Section != session.CheckSection {
		t.Error("Back did not go back")
	}
}

// A list without anything is opened from "check your answers" too, and saving it
// goes back there.
func TestAnEmptyListComesBackToCheckYourAnswers(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.goTo(t, session.ListPage)
	list := d.View().Page.Section
	d.Go(session.CheckSection)
	d.ChangeSection(list)
	if p := d.View().Page; p.Section != list || p.Kind != session.ListPage {
		t.Fatalf("opened is %q", p.Section)
	}
	d.More(false)
	d.Mark(true)
	if !d.Continue() || d.View().Page.Section != session.CheckSection {
		t.Errorf("saved, and at %q", d.View().Page.Section)
	}
}

func TestTheNameOfTheChildIsInTheQuestions(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	named := 0
	for _, s := range d.View().Sections {
		d.Go(s.ID)
		for _, b := range d.View().Page.Blocks {
			if b.Question == nil {
				continue
			}
			if strings.Contains(b.Question.Label, "${") {
				t.Errorf("a name is missing in %q", b.Question.Label)
			}
			if strings.Contains(b.Question.Label, "Maya") {
				named++
			}
		}
	}
	if named < 5 {
		t.Errorf("only %d questions name the child", named)
	}
}

// A page that asks twice for the same thing must not take back what came between.
func TestEnteringOrFinishingTwiceChangesNothing(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	task := d.Tasks()[0].Spec.ID
	ref := d.ref(t, "contact_date")
	d.Commit(ref, "7|10|2025", capture.Typed)
	events, batches := len(d.events), len(d.batches)
	d.Enter(task, capture.SavedCase{})
	if len(d.events) != events || len(d.batches) != batches {
		t.Error("the task was begun again")
	}
	if q := d.question(t, "contact_date"); q.Answer.Raw != "7|10|2025" {
		t.Errorf("the answer is %q", q.Answer.Raw)
	}
	d.Finish()
	events, batches = len(d.events), len(d.batches)
	if sub := d.Finish(); sub.Case.ID != "" || len(d.events) != events || len(d.batches) != batches {
		t.Errorf("it was finished again: %+v", sub)
	}
}
