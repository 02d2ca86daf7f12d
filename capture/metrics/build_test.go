package metrics_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/capture/event"
	"recordwell/capture/metrics"
)

// script writes the events of one session as they happen.
type script struct {
	session, run uuid.UUID
	started      time.Time
	offset       time.Duration
	seq          uint64
	task         string
	events       []event.Record
}

func newScript(n byte) *script {
	return &script{
		session: uuid.UUID{n, 1}, run: uuid.UUID{n, 2}, task: "record",
		started: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour),
	}
}

// at writes an event some seconds after the one before.
func (s *script) at(after float64, kind event.Kind, set ...func(*event.Record)) *script {
	s.offset += time.Duration(after * float64(time.Second))
	s.seq++
	e := event.Record{
		Session: s.session, Run: s.run, Seq: s.seq, Offset: s.offset, At: s.started.Add(s.offset),
		Kind: kind, Task: s.task,
	}
	for _, f := range set {
		f(&e)
	}
	s.events = append(s.events, e)
	return s
}

// restart begins a new run, so many seconds of wall time later.
func (s *script) restart(after float64) *script {
	s.started = s.started.Add(s.offset + time.Duration(after*float64(time.Second)))
	s.offset = 0
	s.run[15]++
	return s.at(0, event.SessionResumed)
}

func q(id string) func(*event.Record) {
	return func(e *event.Record) { e.Question, e.Place = "form/section/"+id, "form/section" }
}

func person(n byte) func(*event.Record) {
	return func(e *event.Record) { e.Entity = uuid.UUID{n} }
}

func page(id string) func(*event.Record) { return func(e *event.Record) { e.Place = id } }

func rule(id string, severity int32) func(*event.Record) {
	return func(e *event.Record) { e.Rule, e.Code = id, severity }
}

func code(c int32) func(*event.Record)  { return func(e *event.Record) { e.Code = c } }
func count(c int64) func(*event.Record) { return func(e *event.Record) { e.Count = c } }

// fold returns the only session of a script.
func fold(t *testing.T, events []event.Record) *metrics.Session {
	t.Helper()
	var out []*metrics.Session
	f := metrics.NewFold(nil, func(s *metrics.Session) { out = append(out, s) })
	for i := range events {
		if err := f.Add(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	if len(out) != 1 {
		t.Fatalf("%d sessions", len(out))
	}
	return out[0]
}
