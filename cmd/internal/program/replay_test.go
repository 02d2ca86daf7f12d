package program_test

import (
	"context"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/cmd/internal/reports"
)

// TestASessionIsReplayedInTheWordsOfThePerson lays made-up people out in time: every
// event once, in words, and none that addresses the researcher as the person.
func TestASessionIsReplayedInTheWordsOfThePerson(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir)
	defer shut(t, p)
	r := p.Research(p.Settings(), dir)
	if err := r.Simulate(t.Context(), 2, func(int) {}); err != nil {
		t.Fatal(err)
	}
	all, err := r.Sessions(t.Context(), r.Study().ID)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d sessions, %v", len(all), err)
	}
	var question capture.QuestionID
	for _, row := range all {
		told := int64(0)
		s, err := r.Replay(t.Context(), row.ID, func(done, of int64) { told = done })
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Moments) != int(row.LastSeq) || told == 0 || s.Length <= 0 || len(s.Names) == 0 {
			t.Errorf("%d moments of %d, told of %d, %v long, %d names", len(s.Moments), row.LastSeq, told, s.Length, len(s.Names))
		}
		for _, m := range s.Moments {
			if m.Words == "" || strings.HasPrefix(m.Words, "You") || strings.Contains(m.Words, "later version") {
				t.Fatalf("event %d is %q", m.Seq, m.Words)
			}
			if m.Kind == event.FieldEntered {
				question = m.Question
			}
		}
	}
	costs, err := r.Costs(t.Context(), question, func(int64, int64) {})
	if err != nil || len(costs) == 0 || costs[0].Active <= 0 {
		t.Errorf("%s cost %+v, %v", question, costs, err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Replay(stopped, costs[0].Session, func(int64, int64) {}); err == nil {
		t.Error("a session was laid out after it was stopped")
	}
}

// TestANoteReachesTheReport has an observer say that a task was completed after all.
func TestANoteReachesTheReport(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir)
	defer shut(t, p)
	r := p.Research(p.Settings(), dir)
	if err := r.Simulate(t.Context(), 2, func(int) {}); err != nil {
		t.Fatal(err)
	}
	build := func() (part, overruled int) {
		t.Helper()
		rep, err := reports.Build(t.Context(), p.Store.Reader, reports.Request{Library: p.Library(), Study: p.Study(), Made: p.Clock.Now()})
		if err != nil {
			t.Fatal(err)
		}
		for _, task := range rep.Tasks {
			part, overruled = part+task.Success.Part, overruled+task.Overruled
		}
		return part, overruled
	}
	all, err := r.Sessions(t.Context(), r.Study().ID)
	if err != nil {
		t.Fatal(err)
	}
	var row capture.SessionRow
	for _, row = range all {
		break
	}
	n := capture.Note{Task: row.Tasks[0].Task, At: row.Started, Tag: capture.TagProblem, Text: "Rang the school", Outcome: capture.NotCompleted, Reason: "The record was not finished"}
	parts := map[capture.Outcome]int{}
	for _, o := range []capture.Outcome{capture.NotCompleted, capture.Completed} { // the one that was written last counts
		n.Outcome = o
		if n, err = r.SaveNote(t.Context(), row.ID, n); err != nil || n.ID == "" || n.Written.IsZero() {
			t.Fatalf("%+v, %v", n, err)
		}
		part, overruled := build()
		if parts[o] = part; overruled != 1 {
			t.Errorf("%d outcomes are the observer's", overruled)
		}
	}
	if parts[capture.Completed] != parts[capture.NotCompleted]+1 {
		t.Errorf("completed as they say: %v", parts)
	}
	if err := r.RemoveNote(t.Context(), row.ID, n.ID); err != nil {
		t.Fatal(err)
	}
	if _, overruled := build(); overruled != 0 {
		t.Error("a deleted note still counts")
	}
	kept, err := r.Notes(t.Context(), row.ID)
	if err != nil || len(kept) != 0 {
		t.Errorf("kept are %+v, %v", kept, err)
	}
}
