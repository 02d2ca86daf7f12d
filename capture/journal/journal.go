package journal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Writer is what the journal writes to; package sqlite has one.
type Writer interface {
	// SaveRun keeps a run. It comes before the first of its events.
	SaveRun(ctx context.Context, run event.Run) error
	// Write puts all batches on the disk, or none. capture.ErrConflict says that
	// trying the same again is of no use, capture.ErrNotFound that a session or
	// run is not known.
	Write(ctx context.Context, batches []capture.Batch) error
}

// Options tune a journal. Zero fields have a default.
type Options struct {
	// Run is this start of the program; all events appended must belong to it.
	Run event.Run
	// Capacity is how many events may wait (8192).
	Capacity int
	// Many is how many waiting events are written without delay (128).
	Many int
	// Delay is the longest that anything waits for company (250 ms).
	Delay time.Duration
	// Retry is the pause after a first failure (250 ms). It doubles with each
	// further one, up to 20 times as long.
	Retry time.Duration
}

// Journal is the way from a session to the store. Append and Save may be called
// from any goroutine.
type Journal struct {
	writer Writer
	clock  capture.Clock
	opts   Options

	mu       sync.Mutex
	waiting  queue
	taken    int // events in the load that is being written
	onStatus func(Status)

	wake  chan struct{}   // something came in that the goroutine has to see
	flush chan chan error // a caller waits until all is written, or for the error
	stop  chan context.Context
	done  chan struct{}
	ended error // valid when done is closed

	// Below is the goroutine's own.
	load     load
	runSaved bool
	status   Status
	pause    time.Duration // before the next attempt; 0 when the last one succeeded
}

// Start begins carrying. The clock dates the status.
func Start(w Writer, clock capture.Clock, opts Options) *Journal {
	opts.Capacity = orDefault(opts.Capacity, 8192)
	opts.Many = orDefault(opts.Many, 128)
	opts.Delay = orDefault(opts.Delay, 250*time.Millisecond)
	opts.Retry = orDefault(opts.Retry, 250*time.Millisecond)
	j := &Journal{
		writer: w, clock: clock, opts: opts,
		waiting: queue{capacity: opts.Capacity, events: make([]event.Event, 0, 2*opts.Many)},
		load:    load{events: make([]event.Event, 0, 2*opts.Many)},
		wake:    make(chan struct{}, 1), flush: make(chan chan error), stop: make(chan context.Context), done: make(chan struct{}),
	}
	go j.run()
	return j
}

func orDefault[T int | time.Duration](v, otherwise T) T {
	if v <= 0 {
		return otherwise
	}
	return v
}

// Append hands over events. It does not wait for anything but another Append:
// when the queue is full, the events are counted instead of kept, and
// [Status].Lost says so.
func (j *Journal) Append(events ...event.Event) {
	j.mu.Lock()
	quiet, urgent := j.waiting.empty(), j.waiting.urgent
	j.waiting.append(events, j.taken, j.opts.Many)
	tell := quiet || j.waiting.urgent && !urgent
	j.mu.Unlock()
	if tell {
		j.rouse()
	}
}

// Save hands over a batch of answers. It never waits and never drops; the
// journal owns the batch from now on.
func (j *Journal) Save(b capture.Batch) {
	j.mu.Lock()
	j.waiting.save(b)
	j.mu.Unlock()
	j.rouse()
}

// OnStatus sets what is told about saving, on the journal's goroutine.
func (j *Journal) OnStatus(f func(Status)) {
	j.mu.Lock()
	j.onStatus = f
	j.mu.Unlock()
}

func (j *Journal) rouse() {
	select {
	case j.wake <- struct{}{}:
	default: // it has been told and has not looked yet
	}
}

// Flush writes down now what was handed over before the call. It returns the
// error of the attempt if that failed; the journal then goes on trying.
func (j *Journal) Flush(ctx context.Context) error {
	answer := make(chan error, 1)
	select {
	case j.flush <- answer:
	case <-j.done:
		return j.ended
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-answer:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close writes down everything and ends the journal. While writing fails it is
// tried again until ctx is done; the error then says how much is not saved.
// Nothing may be handed over after Close.
func (j *Journal) Close(ctx context.Context) error {
	select {
	case j.stop <- ctx:
	case <-j.done:
		return j.ended
	}
	<-j.done
	return j.ended
}

// run is the goroutine.
func (j *Journal) run() {
	defer close(j.done)
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	armed := false
	for {
		attempt := false
		select {
		case <-j.wake:
			switch empty, urgent := j.peek(); {
			case j.pause > 0: // the timer is set for the next attempt
			case urgent:
				attempt = true
			case !empty && !armed:
				timer.Reset(j.opts.Delay)
				armed = true
			}
		case <-timer.C:
			armed, attempt = false, true
		case answer := <-j.flush:
			err := j.writeAll()
			if answer <- err; err != nil {
				timer.Reset(j.pause)
				armed = true
			}
		case ctx := <-j.stop:
			timer.Stop()
			j.ended = j.drain(ctx)
			return
		}
		if attempt {
			timer.Stop()
			armed = false
			if j.write() != nil {
				timer.Reset(j.pause)
				armed = true
			} else if empty, _ := j.peek(); !empty {
				j.rouse()
			}
		}
	}
}

// peek reports what waits, beside what a failed attempt has taken already.
func (j *Journal) peek() (empty, urgent bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.waiting.empty() && j.load.empty(), j.waiting.urgent
}

// writeAll writes until nothing waits, or an attempt fails.
func (j *Journal) writeAll() error {
	for {
		if empty, _ := j.peek(); empty {
			return nil
		}
		if err := j.write(); err != nil {
			return err
		}
	}
}

// drain writes everything before the end, however often that takes.
func (j *Journal) drain(ctx context.Context) error {
	for {
		err := j.writeAll()
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			j.mu.Lock()
			defer j.mu.Unlock()
			return fmt.Errorf("%d changes and %d events are not saved: %w",
				len(j.load.batches)+len(j.waiting.batches), len(j.load.events)+len(j.waiting.events), errors.Join(err, ctx.Err()))
		case <-time.After(j.pause):
		}
	}
}
