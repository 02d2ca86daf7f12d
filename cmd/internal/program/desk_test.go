package program

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture/session"
)

// hands is a clock that moves when the test says so; wall time may jump.
type hands struct {
	mu      sync.Mutex
	elapsed time.Duration
	slept   time.Duration
}

func (h *hands) Now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC).Add(h.elapsed + h.slept)
}

func (h *hands) Elapsed() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.elapsed
}

func (h *hands) pass(d time.Duration) {
	h.mu.Lock()
	h.elapsed += d
	h.mu.Unlock()
}

func (h *hands) sleep(d time.Duration) {
	h.mu.Lock()
	h.slept += d
	h.mu.Unlock()
}

// desk is a program with one person at it.
type desk struct {
	*Program
	t     *testing.T
	dir   string
	clock *hands
}

func open(t *testing.T, dir string) *desk {
	t.Helper()
	clock := &hands{}
	p, err := Open(t.Context(), dir, Options{
		Clock: clock, Files: assets.Content, Post: func(func()) {}, After: func(time.Duration, func()) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Program: p, t: t, dir: dir, clock: clock}
	t.Cleanup(func() { d.close() })
	return d
}

func (d *desk) close() {
	if d.Program != nil {
		d.must(d.Program.Close(context.Background()))
		d.Program = nil
	}
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) begin(code string) *session.Session {
	d.t.Helper()
	s, err := d.Begin(d.t.Context(), code)
	d.must(err)
	return s
}

func (d *desk) agree(code string, more ...string) *session.Session {
	d.t.Helper()
	s := d.begin(code)
	d.must(d.Admit(d.t.Context(), s))
	d.must(s.Agree(append(slices.Clone(needed), more...)))
	return s
}
