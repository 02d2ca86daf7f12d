package session_test

import (
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/validation"
)

func (d *desk) kinds() (out []event.Kind) {
	for _, e := range d.events {
		out = append(out, e.Kind)
	}
	return out
}

func (d *desk) count(kind event.Kind) (n int) {
	for _, k := range d.kinds() {
		if k == kind {
			n++
		}
	}
	return n
}

func TestAPauseStopsTheLogAndTheJournalAgreesAfterIt(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Continue() // every required answer is missing, found and shown
	missing := d.count(event.IssueShown)
	date := d.ref(t, "contact_date")
	d.Pause(true)
	before := len(d.events)
	d.FieldEntered(date)
	d.Commit(date, "7|10|2025", capture.Typed)
	d.Commit(d.ref(t, "contact_method"), "phone", capture.Chosen)
	d.FieldLeft(date, 3, 3)
	d.Continue()
	if len(d.events) != before {
		t.Errorf("%d events in a pause", len(d.events)-before)
	}
	if n := len(d.changes()); n != 2 {
		t.Errorf("%d answers were kept in a pause", n)
	}
	d.elapsed += time.Minute
	d.Pause(false)
	d.Pause(false)
	if got := d.count(event.IssueResolved); got != 2 {
		t.Errorf("%d of 2 things that were put right are told", got)
	}
	stands := 0
	for _, b := range d.View().Page.Blocks {
		if b.Question != nil && b.Question.Error != "" {
			stands++
		}
	}
	if left := missing - d.count(event.IssueCleared); left != stands {
		t.Errorf("the journal leaves %d messages standing, the page shows %d", left, stands)
	}
	for i, e := range d.events {
		if e.Seq != uint64(i+1) {
			t.Fatalf("event %d has number %d", i+1, e.Seq)
		}
	}
	if d.count(event.PauseStarted) != 1 || d.count(event.PauseEnded) != 1 {
		t.Errorf("the pause is marked %v", d.kinds())
	}
	if p := d.events[before-1]; p.Kind != event.PauseStarted {
		t.Errorf("the last event before is %v", p.Kind)
	}
}

func TestWhatAPauseFoundIsToldWithItsSeverity(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Pause(true)
	d.Continue()
	d.Pause(false)
	if n := d.count(event.IssueDetected); n == 0 || n != d.count(event.IssueShown) {
		t.Fatalf("%d found, %d shown", n, d.count(event.IssueShown))
	}
	for _, e := range d.events {
		if e.Kind == event.IssueShown && (e.Code != int32(validation.Error) || e.Rule.IsZero() || e.Question.IsZero()) {
			t.Errorf("%+v", e)
		}
	}
}

func TestAPauseEndsWithItsTask(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Pause(true)
	d.Leave()
	if d.Paused() || d.count(event.PauseEnded) != 1 {
		t.Error("the pause went on without its task")
	}
}

func TestSleepOfTheComputerIsAway(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.elapsed += time.Minute
	d.Window(false)
	d.slept += 90 * time.Minute
	d.elapsed += time.Second
	d.Window(true)
	n := len(d.events)
	if e := d.events[n-2]; e.Kind != event.Suspended || e.Count != (90*time.Minute).Milliseconds() {
		t.Errorf("got %v, %d", e.Kind, e.Count)
	}
	d.slept += time.Second // a clock that is put right by a little
	d.elapsed += time.Minute
	d.slept -= 3 * time.Hour // or set back by hand
	d.Window(false)
	if d.count(event.Suspended) != 1 {
		t.Error("a clock that was put right counts as sleep")
	}
}

func TestIdleIsToldOnce(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Idle(false)
	d.Idle(true)
	d.Idle(true)
	d.Idle(false)
	d.Idle(false)
	if d.count(event.IdleStarted) != 1 || d.count(event.IdleEnded) != 1 {
		t.Errorf("got %v", d.kinds())
	}
}
