package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

var (
	aSession = uuid.MustParse("018f0000-0000-7000-8000-00000000000a")
	bSession = uuid.MustParse("018f0000-0000-7000-8000-00000000000b")
	aRun     = event.Run{ID: uuid.MustParse("018f0000-0000-7000-8000-00000000000c")}
)

// wallClock is right inside a synctest bubble.
type wallClock struct{ start time.Time }

func (c wallClock) Now() time.Time         { return time.Now() }
func (c wallClock) Elapsed() time.Duration { return time.Since(c.start) }

// disk is a writer that can be told to fail.
type disk struct {
	mu     sync.Mutex
	err    error                    // every write fails with it
	refuse func(capture.Batch) bool // such a batch is a conflict
	during func()                   // is called in the middle of a write
	runs   int
	writes [][]capture.Batch
	tries  []time.Time
}

func (d *disk) SaveRun(context.Context, event.Run) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err == nil {
		d.runs++
	}
	return d.err
}

func (d *disk) Write(_ context.Context, batches []capture.Batch) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tries = append(d.tries, time.Now())
	if d.during != nil {
		d.during()
	}
	if d.err != nil {
		return d.err
	}
	for _, b := range batches {
		if d.refuse != nil && d.refuse(b) {
			return fmt.Errorf("%w: as told", capture.ErrConflict)
		}
	}
	kept := slices.Clone(batches)
	for i := range kept {
		kept[i].Events = slices.Clone(kept[i].Events)
	}
	d.writes = append(d.writes, kept)
	return nil
}

func (d *disk) fail(err error) {
	d.mu.Lock()
	d.err = err
	d.mu.Unlock()
}

func (d *disk) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.writes)
}

func (d *disk) events() (all []event.Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, w := range d.writes {
		for _, b := range w {
			all = append(all, b.Events...)
		}
	}
	return all
}

func (d *disk) changes() (all []int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, w := range d.writes {
		for _, b := range w {
			for _, c := range b.Changes {
				all = append(all, c.Seq)
			}
		}
	}
	return all
}

// statuses remembers what a window was told.
type statuses struct {
	mu  sync.Mutex
	all []Status
}

func (s *statuses) take(st Status) { s.mu.Lock(); s.all = append(s.all, st); s.mu.Unlock() }

func (s *statuses) states() (all []State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, st := range s.all {
		all = append(all, st.State)
	}
	return all
}

func (s *statuses) last() Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[len(s.all)-1]
}

func start(d *disk, opts Options) (*Journal, *statuses) {
	opts.Run = aRun
	j := Start(d, wallClock{time.Now()}, opts)
	told := &statuses{}
	j.OnStatus(told.take)
	return j, told
}

func ev(seq uint64) event.Event {
	return event.Event{Session: aSession, Run: aRun.ID, Seq: seq, Kind: event.FieldEntered}
}

func change(seq int64) capture.Batch {
	return capture.Batch{Session: "s", Task: "t", Case: "c", Changes: []capture.Change{{Seq: seq}}}
}

func closeOrFail(t *testing.T, j *Journal) {
	t.Helper()
	if err := j.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestWaitsForCompanyButNotLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		j, told := start(d, Options{})
		j.Append(ev(1))
		time.Sleep(100 * time.Millisecond)
		j.Save(change(1))
		j.Append(ev(2))
		time.Sleep(149 * time.Millisecond)
		if d.count() != 0 {
			t.Error("it was written before the delay was over")
		}
		time.Sleep(2 * time.Millisecond)
		synctest.Wait()
		if d.count() != 1 {
			t.Fatalf("there were %d writes; want one with everything", d.count())
		}
		if got := d.writes[0]; len(got) != 2 || len(got[0].Changes) != 1 || len(got[1].Events) != 2 {
			t.Errorf("the write held %+v", got)
		}
		if got := told.states(); !slices.Equal(got, []State{Saving, Saved}) {
			t.Errorf("told %v", got)
		}
		if st := told.last(); st.Batches != 1 || !st.At.Equal(time.Now().Add(-time.Millisecond)) {
			t.Errorf("saved %d batches at %v, now is %v", st.Batches, st.At, time.Now())
		}
		if d.runs != 1 {
			t.Errorf("the run was saved %d times", d.runs)
		}
		closeOrFail(t, j)
	})
}

func TestWritesAtOnce(t *testing.T) {
	for name, hand := range map[string]func(*Journal){
		"many events":     func(j *Journal) { j.Append(ev(1), ev(2), ev(3), ev(4)) },
		"a field left":    func(j *Journal) { j.Append(event.Event{Session: aSession, Seq: 1, Kind: event.FieldLeft}) },
		"a task finished": func(j *Journal) { j.Save(capture.Batch{Session: "s", Task: "t", Submission: &capture.Submission{}}) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := &disk{}
				j, _ := start(d, Options{Many: 4})
				hand(j)
				synctest.Wait()
				if d.count() != 1 {
					t.Error("it waited")
				}
				closeOrFail(t, j)
			})
		})
	}
}

func TestFirstChangeDoesNotWaitForTheLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		j, _ := start(d, Options{})
		for n := range int64(10) {
			j.Save(change(n + 1))
			time.Sleep(100 * time.Millisecond)
		}
		if got := d.changes(); len(got) < 7 {
			t.Errorf("after a second of typing only %v is on the disk", got)
		}
		closeOrFail(t, j)
		if got := d.changes(); !slices.Equal(got, []int64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) {
			t.Errorf("changes arrived as %v", got)
		}
	})
}

func TestTriesAgainMoreSlowlyAndLosesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{err: capture.ErrDiskFull}
		j, told := start(d, Options{})
		begin := time.Now()
		j.Save(change(1))
		j.Append(ev(1))
		time.Sleep(30 * time.Second)
		j.Save(change(2))
		var at []time.Duration
		for _, x := range d.tries {
			at = append(at, x.Sub(begin))
		}
		// The run could not be saved, so the writer was not even asked.
		if len(at) != 0 {
			t.Errorf("wrote at %v without the run", at)
		}
		if st := told.last(); st.State != Failed || !errors.Is(st.Err, capture.ErrDiskFull) || !st.At.IsZero() {
			t.Errorf("told %+v", st)
		}
		if n := len(told.all); n < 6 || n > 14 {
			t.Errorf("tried %d times in 30 seconds", n)
		}
		d.fail(nil)
		time.Sleep(5*time.Second + time.Millisecond)
		synctest.Wait()
		if got := d.changes(); !slices.Equal(got, []int64{1, 2}) {
			t.Errorf("on the disk: %v", got)
		}
		if st := told.last(); st.State != Saved || st.Err != nil || st.Batches != 2 {
			t.Errorf("told %+v", st)
		}
		closeOrFail(t, j)
	})
}

func TestFullQueueIsCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{err: capture.ErrDiskFull}
		j, told := start(d, Options{Capacity: 10, Many: 4})
		for n := range uint64(4) {
			j.Append(ev(n + 1)) // these are taken by the first attempt
		}
		synctest.Wait()
		for n := range uint64(16) {
			j.Append(ev(n + 5))
		}
		other := ev(1)
		other.Session = bSession
		j.Append(other)
		j.Save(change(1)) // answers have no bound
		d.fail(nil)
		time.Sleep(6 * time.Second)
		j.Append(ev(21))
		closeOrFail(t, j)

		var seqs []uint64
		covered := map[uuid.UUID]uint64{}
		for _, e := range d.events() {
			rec := e.Record(aRun)
			if rec.Seq-rec.Missing() != covered[e.Session]+1 {
				t.Errorf("after %d came %d, which stands for %d", covered[e.Session], rec.Seq, rec.Missing()+1)
			}
			covered[e.Session] = rec.Seq
			seqs = append(seqs, e.Seq)
			if e.Kind == event.Gap && e.Session == aSession && e.Count != 10 {
				t.Errorf("the gap counts %d events; want 10", e.Count)
			}
		}
		if covered[aSession] != 21 || covered[bSession] != 1 {
			t.Errorf("covered %v by %v", covered, seqs)
		}
		if st := told.last(); st.Lost != 11 {
			t.Errorf("told that %d are lost; want 11", st.Lost)
		}
		if got := d.changes(); len(got) != 1 {
			t.Error("an answer was dropped")
		}
	})
}

func TestRefusedEventDoesNotHoldUpAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{refuse: func(b capture.Batch) bool {
			return slices.ContainsFunc(b.Events, func(e event.Event) bool { return e.Kind == event.None })
		}}
		j, told := start(d, Options{})
		bad := ev(2)
		bad.Kind = event.None
		j.Append(ev(1), bad, ev(3))
		j.Save(change(1))
		if err := j.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		var kinds []event.Kind
		for _, e := range d.events() {
			kinds = append(kinds, e.Kind)
		}
		if !slices.Equal(kinds, []event.Kind{event.FieldEntered, event.Gap, event.FieldEntered}) {
			t.Errorf("on the disk: %v", kinds)
		}
		if got := d.changes(); len(got) != 1 {
			t.Errorf("answers on the disk: %v", got)
		}
		if st := told.last(); st.State != Saved || st.Batches != 1 || st.Lost != 1 {
			t.Errorf("told %+v", st)
		}
		closeOrFail(t, j)
	})
}

func TestRefusedAnswersStayAndAreTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{refuse: func(b capture.Batch) bool { return len(b.Changes) > 0 }}
		j, told := start(d, Options{})
		j.Append(ev(1))
		j.Save(change(1))
		if err := j.Flush(t.Context()); !errors.Is(err, capture.ErrConflict) {
			t.Errorf("Flush returned %v", err)
		}
		if st := told.last(); st.State != Failed || st.Batches != 0 {
			t.Errorf("told %+v", st)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := j.Close(ctx); !errors.Is(err, capture.ErrConflict) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Close returned %v", err)
		}
	})
}

func TestSavedIsNotSaidWhileAnswersWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		j, told := start(d, Options{})
		once := sync.OnceFunc(func() { j.Save(change(2)) })
		d.during = once
		j.Save(change(1))
		time.Sleep(251 * time.Millisecond)
		synctest.Wait()
		if st := told.last(); st.State != Saving || st.Batches != 1 {
			t.Errorf("with an answer waiting, told %+v", st)
		}
		closeOrFail(t, j)
		if st := told.last(); st.State != Saved || st.Batches != 2 {
			t.Errorf("at the end, told %+v", st)
		}
	})
}

func TestPlacesReplaceEachOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		j, told := start(d, Options{})
		for _, page := range []string{"a", "b", "c"} {
			j.Save(capture.Batch{Session: "s", Task: "t", Case: "c", Place: &capture.Place{Task: "t", Page: page}})
		}
		j.Save(capture.Batch{Session: "s", Task: "u", Place: &capture.Place{Task: "u", Page: "d"}})
		closeOrFail(t, j)
		if got := d.writes[0]; len(got) != 2 || got[0].Place.Page != "c" || got[1].Place.Page != "d" {
			t.Errorf("written: %+v", got)
		}
		if st := told.last(); st.Batches != 4 {
			t.Errorf("%d batches are said to be on the disk; want 4", st.Batches)
		}
	})
}

func TestCloseWritesEverything(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{err: errors.New("a cable is loose")}
		j, _ := start(d, Options{})
		j.Append(ev(1))
		j.Save(change(1))
		time.Sleep(time.Second)
		go func() {
			time.Sleep(3 * time.Second)
			d.fail(nil)
		}()
		closeOrFail(t, j)
		closeOrFail(t, j) // again is harmless
		if len(d.events()) != 1 || len(d.changes()) != 1 {
			t.Error("something is missing")
		}
		if err := j.Flush(t.Context()); err != nil {
			t.Errorf("Flush after Close returned %v", err)
		}
	})
}

func TestManyHands(t *testing.T) {
	d := &disk{}
	j, _ := start(d, Options{Capacity: 1 << 16})
	var hands sync.WaitGroup
	for range 4 {
		hands.Go(func() {
			for n := range uint64(1000) {
				j.Append(ev(n + 1))
				if n%100 == 0 {
					j.Save(change(int64(n)))
				}
			}
		})
	}
	hands.Wait()
	closeOrFail(t, j)
	if n := len(d.events()); n != 4000 {
		t.Errorf("%d events arrived; want 4000", n)
	}
	if n := len(d.changes()); n != 40 {
		t.Errorf("%d changes arrived; want 40", n)
	}
}

func BenchmarkAppend(b *testing.B) {
	j := Start(&blackHole{}, wallClock{time.Now()}, Options{Run: aRun})
	e := ev(1)
	b.ReportAllocs()
	for b.Loop() {
		j.Append(e)
	}
	b.StopTimer()
	j.Close(b.Context())
}

// blackHole is the fastest disk there is.
type blackHole struct{}

func (blackHole) SaveRun(context.Context, event.Run) error     { return nil }
func (blackHole) Write(context.Context, []capture.Batch) error { return nil }
