package reports_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/report"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
)

// BenchmarkReport makes the whole report, with its page, of a file of records
// with about 10 thousand, 100 thousand and 1 million events: 24 simulated people,
// copied as often as it takes. With RECORDWELL_BENCH_DIR the file of a million
// stays there, for another program to be held against.
func BenchmarkReport(b *testing.B) {
	dir := b.TempDir()
	makeUp(b, dir, 24)
	once := count(b, dir)
	lib, s := library(b)
	for _, size := range []struct {
		name   string
		events int
	}{{"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}} {
		from := dir
		if copies := (size.events + once - 1) / once; copies > 1 {
			from = b.TempDir()
			if keep := os.Getenv("RECORDWELL_BENCH_DIR"); keep != "" && size.events == 1_000_000 {
				from = keep
			}
			multiply(b, dir, from, copies)
		}
		events := count(b, from)
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.HTML(io.Discard, buildOf(b, from, lib, s)); err != nil {
					b.Fatal(err)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys)/(1<<20), "process-MB")
			b.ReportMetric(float64(events), "events")
			b.ReportMetric(float64(events)*float64(b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}

func makeUp(tb testing.TB, dir string, people int) {
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

func reader(tb testing.TB, dir string) *sqlite.Reader {
	tb.Helper()
	r, err := sqlite.OpenReader(tb.Context(), dir)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { r.Close() })
	return r
}

func build(tb testing.TB, dir string) *report.Report {
	tb.Helper()
	lib, s := library(tb)
	return buildOf(tb, dir, lib, s)
}

func buildOf(tb testing.TB, dir string, lib *study.Library, s *study.Study) *report.Report {
	tb.Helper()
	r := reader(tb, dir)
	out, err := reports.Build(tb.Context(), r, reports.Request{Library: lib, Study: s, Made: program.NewClock().Now(), Program: program.Version})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func count(tb testing.TB, dir string) (n int) {
	tb.Helper()
	for _, err := range reader(tb, dir).StudyEvents(tb.Context(), "") {
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

// multiply copies every session so many times into another folder.
func multiply(tb testing.TB, from, to string, copies int) {
	tb.Helper()
	fail := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	ctx, in := tb.Context(), reader(tb, from)
	out, err := sqlite.Open(ctx, to, sqlite.Options{Clock: program.NewClock()})
	fail(err)
	defer func() { fail(out.Close()) }()
	vocabulary := event.NewVocabulary()
	journal := map[uuid.UUID][]event.Event{}
	for e, err := range in.StudyEvents(ctx, "") {
		fail(err)
		vocabulary.Add(e.Task, e.Form, e.Place, e.Question, e.Rule, e.Setting)
		id := vocabulary.ID
		journal[e.Session] = append(journal[e.Session], event.Event{
			Session: e.Session, Run: e.Run, Seq: e.Seq, Offset: e.Offset, Kind: e.Kind, Task: id(e.Task), Form: id(e.Form), Place: id(e.Place),
			Question: id(e.Question), Entity: e.Entity, Rule: id(e.Rule), Setting: id(e.Setting), Code: e.Code, Count: e.Count,
		})
	}
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
