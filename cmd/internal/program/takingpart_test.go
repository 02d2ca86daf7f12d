package program

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

var needed = []string{study.Understood, study.Log, study.MayStop}

// timings are codes of the study on timing, by their condition.
var timings = map[string]draft.Timing{"KH8KPG": draft.OnContinue, "4PDSFT": draft.OnLeave, "J92GDM": draft.WhileTyping}

// marker is typed wherever words can be typed.
const marker = "Zq7 Marker Wx9"

// question finds one of the page by the end of its id.
func question(t *testing.T, s *session.Session, name string) *session.QuestionView {
	t.Helper()
	for _, b := range s.View().Page.Blocks {
		if b.Question != nil && strings.HasSuffix(string(b.Question.Ref.Question), "/"+name) {
			return b.Question
		}
	}
	t.Fatalf("%s is not on %q", name, s.View().Page.Title)
	return nil
}

// fill answers every question of every section of the task in hand: words with
// the marker, the rest with the first choice or a date.
func fill(t *testing.T, d *desk, s *session.Session) {
	t.Helper()
	for _, sec := range s.View().Sections {
		s.Go(sec.ID)
		if sec.ID == session.CheckSection {
			return
		}
		done := map[capture.Ref]bool{}
		for more := true; more; {
			more = false
			for _, b := range s.View().Page.Blocks {
				q := b.Question
				if q == nil || done[q.Ref] {
					continue
				}
				done[q.Ref], more = true, true
				s.FieldEntered(q.Ref)
				d.clock.pass(2 * time.Second)
				s.FieldChanged(q.Ref)
				switch {
				case len(q.Choices) > 0:
					s.Commit(q.Ref, q.Choices[0].Name, capture.Chosen)
				case q.Type == form.TypeDate:
					s.Commit(q.Ref, "12|11|2025", capture.Typed)
				default:
					s.Type(q.Ref, marker[:3])
					s.Flush()
					s.Commit(q.Ref, marker, capture.Typed)
				}
				s.FieldLeft(q.Ref, 1, 0)
				break
			}
		}
		s.More(false)
		s.Mark(true)
		s.Continue()
	}
}

// whole goes through a session to its end: three tasks, a break, a pause, a
// comment, and every question around them.
func whole(t *testing.T, d *desk, s *session.Session) {
	t.Helper()
	for i, task := range s.Tasks() {
		saved, err := d.Load(t.Context(), s.ID(), task.Spec.ID)
		d.must(err)
		s.Enter(task.Spec.ID, saved)
		if i == 0 {
			ref := s.View().Page.Blocks[0].Question.Ref
			s.LeaveComment(ref, marker)
			s.Break(true)
			d.clock.pass(10 * time.Minute)
			s.Break(false)
		}
		fill(t, d, s)
		s.Finish()
		if !s.Due(study.SEQ, task.Spec.ID) {
			t.Errorf("nobody asks how easy %s was", task.Spec.ID)
		}
		s.Answer(study.SEQ, task.Spec.ID, capture.SurveyAnswer{Item: session.SEQItem, Score: 5}, capture.SurveyAnswer{Item: session.SEQWhy, Text: marker})
	}
	var sus []capture.SurveyAnswer
	for _, st := range session.SUSStatements() {
		sus = append(sus, capture.SurveyAnswer{Item: st.Item, Score: 3})
	}
	s.Answer(study.SUS, s.Subject(), sus...)
	s.SkipSurvey(study.End, s.Subject(), "training", "time", "change")
	if s.Due(study.SUS, s.Subject()) || s.Due(study.End, s.Subject()) {
		t.Error("what was answered or skipped is asked again")
	}
	s.End(event.EndFinished)
	d.must(d.End(t.Context(), s.ID()))
}

func TestAWholeSessionUnderEachTiming(t *testing.T) {
	for code, timing := range timings {
		t.Run(code, func(t *testing.T) {
			d := open(t, t.TempDir())
			s := d.agree(code, study.Quotes)
			whole(t, d, s)

			all, err := d.Events(t.Context(), s.ID())
			d.must(err)
			if len(all) < 100 || all[0].Kind != event.SessionStarted || all[0].Code != int32(timing) || all[len(all)-1].Kind != event.SessionEnded {
				t.Fatalf("%d events from %v (timing %d) to %v", len(all), all[0].Kind, all[0].Code, all[len(all)-1].Kind)
			}
			holds(t, all)
			// What the person is told of is what the table holds, row for row.
			logged := s.Logged()
			if len(logged) != len(all) {
				t.Fatalf("the person is shown %d lines of %d", len(logged), len(all))
			}
			for i := range all {
				if !all[i].At.Equal(logged[i].At) {
					t.Fatalf("line %d is of %v, in the table of %v", i, logged[i].At, all[i].At)
				}
				if logged[i].At = all[i].At; logged[i] != all[i] {
					t.Fatalf("line %d says %+v, the table %+v", i, logged[i], all[i])
				}
			}
			for _, told := range s.Tell(all) {
				if told.Words == "" || strings.Contains(told.Words, marker) || strings.Contains(told.Words, "later version") {
					t.Errorf("a line says %q", told.Words)
				}
			}
			consents, err := d.Store.Consents(t.Context(), s.ID())
			d.must(err)
			if len(consents) != 6 {
				t.Fatalf("%d items of consent", len(consents))
			}
			for _, c := range consents {
				want := slices.Contains(append(slices.Clone(needed), study.Quotes), c.Item)
				if c.Agreed != want || c.Wording != d.studyOf(code).Consent.Wording() {
					t.Errorf("%+v", c)
				}
			}
			row, err := d.Store.Session(t.Context(), s.ID())
			d.must(err)
			if row.Ended.IsZero() || len(row.Tasks) != 3 {
				t.Errorf("%+v", row)
			}
			if found := holding(t, d.dir, marker, "answer_change", "submission_answer", "comment", "survey", "reason", "submission_reason"); len(found) > 0 {
				t.Errorf("what was typed is also in %v", found)
			}
		})
	}
}

// holds checks what must be true of the journal of any session: numbers without
// gaps, and nothing shown that was not found, or cleared that was not shown.
func holds(t *testing.T, all []event.Record) {
	t.Helper()
	type at struct {
		task, rule, question string
		entity               [16]byte
	}
	found, shown := map[at]bool{}, map[at]bool{}
	for i, e := range all {
		if e.Seq != uint64(i+1) {
			t.Fatalf("event %d has number %d", i+1, e.Seq)
		}
		if i > 0 && e.Offset < all[i-1].Offset {
			t.Fatalf("event %d is before event %d", i+1, i)
		}
		k := at{e.Task, e.Rule, e.Question, e.Entity}
		switch e.Kind {
		case event.IssueDetected:
			if found[k] {
				t.Errorf("event %d: %s was found twice", i+1, e.Rule)
			}
			found[k] = true
		case event.IssueResolved:
			if !found[k] {
				t.Errorf("event %d: %s was never found", i+1, e.Rule)
			}
			delete(found, k)
		case event.IssueShown:
			if !found[k] {
				t.Errorf("event %d: %s is shown and was not found", i+1, e.Rule)
			}
			shown[k] = true
		case event.IssueCleared:
			if !shown[k] {
				t.Errorf("event %d: %s was never shown", i+1, e.Rule)
			}
			delete(shown, k)
		}
	}
}

func TestWhoDoesNotAgreeLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	before := dump(t, dir)
	s := d.begin("KH8KPG")
	task := s.Tasks()[0].Spec.ID
	s.Enter(task, capture.SavedCase{})
	if s.Current() != nil {
		t.Fatal("a task opened before anyone agreed")
	}
	s.Setting("scheme", 2)
	s.Window(false)
	s.Break(true)
	s.Skip(task)
	s.Answer(study.SEQ, task, capture.SurveyAnswer{Item: session.SEQItem, Score: 1})
	if err := s.Agree([]string{study.Understood, study.Log}); !errors.Is(err, session.ErrNotAgreed) {
		t.Errorf("without a needed item: %v", err)
	}
	d.Refuse(s)
	d.must(d.Sync(t.Context()))
	if after := dump(t, dir); after != before {
		t.Errorf("refusing left something:\n%s", after)
	}
}

func TestOnlyWhoAgreedHasSettingsInTheJournal(t *testing.T) {
	d := open(t, t.TempDir())
	for code, want := range map[string]int{"KH8KPG": 0, "4PDSFT": 1} {
		s := d.begin(code)
		d.must(d.Admit(t.Context(), s))
		agreed := needed
		if want > 0 {
			agreed = append(slices.Clone(needed), study.AccessNeeds)
		}
		d.must(s.Agree(agreed))
		s.Setting("text_percent", 200)
		all, err := d.Events(t.Context(), s.ID())
		d.must(err)
		got := 0
		for _, e := range all {
			if e.Kind == event.SettingChanged && e.Setting == "text_percent" && e.Code == 200 {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d events of settings, want %d", code, got, want)
		}
	}
}

func TestWithdrawingLeavesNoTraceButTheTombstone(t *testing.T) {
	for name, work := range map[string]func(*testing.T, *desk, *session.Session){
		"in the middle": func(t *testing.T, d *desk, s *session.Session) {
			s.Enter(s.Tasks()[0].Spec.ID, capture.SavedCase{})
			q := question(t, s, "referrer_name")
			s.Commit(q.Ref, marker, capture.Typed)
			s.LeaveComment(q.Ref, marker)
			d.must(d.Sync(t.Context()))
			s.Type(q.Ref, marker+" and more") // on its way to the disk
			s.Flush()
		},
		"after finishing": whole,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			d := open(t, dir)
			other := d.agree("4PDSFT")
			other.Enter(other.Tasks()[0].Spec.ID, capture.SavedCase{})
			s := d.agree("KH8KPG", study.Quotes)
			id := string(s.ID())
			choices, err := d.Choices(t.Context(), s.ID())
			d.must(err)
			choices.Set("scheme", marker)
			work(t, d, s)
			_, err = d.SaveCopy(s.ID(), "record.html", []byte(marker))
			d.must(err)
			d.must(d.Sync(t.Context()))
			d.background.Wait()
			backup, err := d.Store.BackUp(t.Context(), "before", d.Clock.Now())
			d.must(err)
			kept, err := os.ReadFile(backup)
			d.must(err)

			s.Withdraw()
			_, err = d.Withdraw(t.Context(), s.ID())
			d.must(err)
			s.Commit(capture.Ref{Entity: "x", Question: "y"}, marker, capture.Typed)
			s.End(event.EndLeft)
			choices.Set("scheme", marker+"2")
			d.must(d.Sync(t.Context()))
			d.background.Wait()

			for _, text := range []string{marker, "KH8KPG"} {
				if found := holding(t, dir, text, "definition"); len(found) > 0 {
					t.Errorf("%q is still in %v", text, found)
				}
			}
			if found := holding(t, dir, id); !slices.Equal(found, []string{"recordwell.db:tombstone"}) {
				t.Errorf("the session is in %v", found)
			}
			files := everywhere(t, dir, marker)
			if len(files) > 0 {
				t.Errorf("the bytes are in %v", files)
			}
			if rows, err := d.Store.Sessions(t.Context(), ""); err != nil || len(rows) != 1 {
				t.Errorf("there are %d sessions, %v", len(rows), err)
			}
			// The search finds something where something is.
			if !bytes.Contains(kept, []byte(marker)) {
				t.Error("the copy from before held nothing to find")
			}
			// The same person may start again, as somebody new.
			again := d.begin("KH8KPG")
			if string(again.ID()) == id || len(again.Tasks()) != 3 || again.Unfinished() != "" {
				t.Error("the old session came back")
			}
		})
	}
}

func TestRemovedDetailsAreNowhere(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	s := d.agree("KH8KPG")
	s.Enter(s.Tasks()[0].Spec.ID, capture.SavedCase{})
	q := question(t, s, "referrer_name")
	role := question(t, s, "referrer_role")
	s.Type(q.Ref, marker)
	s.Flush()
	s.Commit(q.Ref, marker, capture.Typed)
	s.Commit(q.Ref, "Marta Wolski", capture.Typed)
	s.Commit(role.Ref, "Neighbour", capture.Typed)
	s.LeaveComment(q.Ref, marker)
	_, err := d.Store.BackUp(t.Context(), "before", d.Clock.Now())
	d.must(err)
	s.Forget(q.Ref)
	d.must(d.RemoveDetails(t.Context(), s.ID(), q.Ref))
	for {
		if _, ok := s.Undo(); !ok {
			break
		}
	}
	for {
		if _, ok := s.Redo(); !ok {
			break
		}
	}
	d.must(d.Sync(t.Context()))
	if found := everywhere(t, dir, marker); len(found) > 0 {
		t.Errorf("what was removed is in %v", found)
	}
	if a := question(t, s, "referrer_role").Answer; a.Value != "Neighbour" {
		t.Errorf("another answer is %+v", a)
	}
	if s.HasHistory(q.Ref) || s.Comment(q.Ref) != "" {
		t.Error("the history or the comment is still there")
	}
	s.Commit(q.Ref, "Marta Wolski", capture.Typed)
	d.must(d.Sync(t.Context()))
	s.Leave()
	saved, err := d.Load(t.Context(), s.ID(), s.Tasks()[0].Spec.ID)
	d.must(err)
	if n := len(saved.Changes); saved.Changes[n-1].Answer.Value != "Marta Wolski" {
		t.Errorf("a new answer is %+v", saved.Changes[n-1])
	}
	all, err := d.Events(t.Context(), s.ID())
	d.must(err)
	i := slices.IndexFunc(all, func(e event.Record) bool { return e.Kind == event.DetailsRemoved })
	if i < 0 || all[i].Question != "" || all[i].Count != 0 {
		t.Error("that it happened is not in the journal, or more than that is")
	}
}
