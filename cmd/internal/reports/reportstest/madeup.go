// Package reportstest fills folders with records of made-up people, as many as a
// benchmark needs.
package reportstest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
)

// MakeUp fills a folder with the session of so many made-up people.
func MakeUp(tb testing.TB, dir string, people int) {
	tb.Helper()
	p, err := program.Open(tb.Context(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := p.Simulate(tb.Context(), people, 1, func(int) {}); err != nil {
		tb.Fatal(err)
	}
	if err := p.Close(context.Background()); err != nil {
		tb.Fatal(err)
	}
}

// Reader reads a folder until the test ends.
func Reader(tb testing.TB, dir string) *sqlite.Reader {
	tb.Helper()
	r, err := sqlite.OpenReader(tb.Context(), dir)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { r.Close() })
	return r
}

// Count returns how many events a folder holds.
func Count(tb testing.TB, dir string) (n int) {
	tb.Helper()
	for _, err := range Reader(tb, dir).StudyEvents(tb.Context(), "") {
		if err != nil {
			tb.Fatal(err)
		}
		n++
	}
	return n
}

// twin is the id of a thing's n-th copy.
func twin(id uuid.UUID, n int) uuid.UUID {
	if id != uuid.Nil {
		id[8] ^= byte(n >> 8)
		id[9] ^= byte(n)
	}
	return id
}

func twinText[T ~string](id T, n int) T {
	u, err := uuid.Parse(string(id))
	if err != nil {
		return id
	}
	return T(twin(u, n).String())
}

// Multiply copies every session so many times into another folder.
func Multiply(tb testing.TB, from, to string, copies int) {
	tb.Helper()
	fail := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	ctx, in := tb.Context(), Reader(tb, from)
	out, err := sqlite.Open(ctx, to, sqlite.Options{Clock: program.NewClock()})
	fail(err)
	defer func() { fail(out.Close()) }()
	journal := journalOf(tb, in)
	runs, err := in.Runs(ctx)
	fail(err)
	sessions, err := in.Sessions(ctx, "")
	fail(err)
	submissions := map[capture.SessionID]capture.Submission{}
	for sub, err := range in.Submissions(ctx, "") {
		fail(err)
		submissions[sub.Session] = sub
	}
	for n := range copies {
		for _, r := range runs {
			r.ID = twin(r.ID, n)
			fail(out.SaveRun(ctx, r))
		}
		for i, s := range sessions {
			saved, err := in.LoadCase(ctx, s.ID, submissions[s.ID].Task)
			fail(err)
			events := journal[uuid.MustParse(string(s.ID))]
			s.Code = fmt.Sprintf("%03d%03d", n, i)
			copySession(tb, out, s, submissions[s.ID], saved, events, n)
		}
	}
}

func copySession(tb testing.TB, out *sqlite.Store, s capture.SessionRow, sub capture.Submission, saved capture.SavedCase, events []event.Event, n int) {
	tb.Helper()
	s.ID = twinText(s.ID, n)
	sub.Session, sub.Case.ID = s.ID, twinText(sub.Case.ID, n)
	batch := capture.Batch{Session: s.ID, Task: sub.Task, Case: sub.Case.ID, Submission: &sub}
	var entities []capture.Entity
	for _, e := range sub.Case.Entities {
		e.ID, e.Parent = twinText(e.ID, n), twinText(e.Parent, n)
		entities = append(entities, e)
	}
	batch.Entities, sub.Case.Entities = entities, entities
	var answers []capture.SubmittedAnswer
	for _, a := range sub.Answers {
		a.Entity = twinText(a.Entity, n)
		answers = append(answers, a)
	}
	sub.Answers, sub.Reasons = answers, nil
	for _, c := range saved.Changes {
		c.Case, c.Entity = sub.Case.ID, twinText(c.Entity, n)
		batch.Changes = append(batch.Changes, c)
	}
	for _, e := range events {
		e.Session, e.Run, e.Entity = twin(e.Session, n), twin(e.Run, n), twin(e.Entity, n)
		batch.Events = append(batch.Events, e)
	}
	err := out.CreateSession(tb.Context(), s)
	if err == nil {
		err = out.SaveBatch(tb.Context(), batch)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// journalOf returns the events of each session, to be written again.
func journalOf(tb testing.TB, in *sqlite.Reader) map[uuid.UUID][]event.Event {
	tb.Helper()
	vocabulary := event.NewVocabulary()
	journal := map[uuid.UUID][]event.Event{}
	for e, err := range in.StudyEvents(tb.Context(), "") {
		if err != nil {
			tb.Fatal(err)
		}
		vocabulary.Add(e.Task, e.Form, e.Place, e.Question, e.Rule, e.Setting)
		id := vocabulary.ID
		journal[e.Session] = append(journal[e.Session], event.Event{
			Session: e.Session, Run: e.Run, Seq: e.Seq, Offset: e.Offset, Kind: e.Kind, Task: id(e.Task), Form: id(e.Form), Place: id(e.Place),
			Question: id(e.Question), Entity: e.Entity, Rule: id(e.Rule), Setting: id(e.Setting), Code: e.Code, Count: e.Count,
		})
	}
	return journal
}

// Lengthen gives the session that began first a journal of so many events: what
// the person did comes again and again, each time a run later. It returns the
// session.
func Lengthen(tb testing.TB, dir string, events int) capture.SessionRow {
	tb.Helper()
	fail := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	ctx := tb.Context()
	out, err := sqlite.Open(ctx, dir, sqlite.Options{Clock: program.NewClock()})
	fail(err)
	defer func() { fail(out.Close()) }()
	all, err := out.Sessions(ctx, "")
	fail(err)
	first := all[0]
	once := slices.DeleteFunc(journalOf(tb, out.Reader)[uuid.MustParse(string(first.ID))], func(e event.Event) bool {
		return e.Kind == event.SessionStarted || e.Kind == event.SessionEnded || e.Kind == event.TaskFinished
	})
	runs, err := out.Runs(ctx)
	fail(err)
	run := runs[slices.IndexFunc(runs, func(r event.Run) bool { return r.ID == once[0].Run })]
	for seq := first.LastSeq; seq < uint64(events); {
		run.ID, run.Started = uuid.New(), run.Started.Add(3*time.Hour)
		fail(out.SaveRun(ctx, run))
		again := slices.Clone(once[:min(len(once), events-int(seq))])
		for i := range again {
			seq++
			again[i].Run, again[i].Seq = run.ID, seq
		}
		fail(out.SaveBatch(ctx, capture.Batch{Events: again}))
	}
	first.LastSeq = uint64(events)
	return first
}
