package a11y

import (
	"testing"
	"time"
)

// stage is a UI goroutine and a clock that a test drives.
type stage struct {
	queue  []func()
	timers []func()
	built  int
	trees  int
	closed bool
}

func (s *stage) run(f func()) { s.queue = append(s.queue, f) }

func (s *stage) Describe() *Node {
	s.built++
	return &Node{ID: "w", Role: RoleWindow}
}

func (s *stage) Publish(*Tree)         { s.trees++ }
func (s *stage) Announce(string, Live) {}
func (s *stage) ReaderActive() bool    { return true }
func (s *stage) Close() error          { s.closed = true; return nil }

// turn lets the UI goroutine do what waits for it.
func (s *stage) turn() {
	q := s.queue
	s.queue = nil
	for _, f := range q {
		f()
	}
}

// frame lets a frame pass.
func (s *stage) frame() {
	q := s.timers
	s.timers = nil
	for _, f := range q {
		f()
	}
}

func newStage(t *testing.T) (*stage, *Publisher) {
	s := &stage{}
	p := NewPublisher(s.run, s, s)
	p.after = func(d time.Duration, f func()) {
		if d != Frame {
			t.Errorf("waits %v, want a frame", d)
		}
		s.timers = append(s.timers, f)
	}
	return s, p
}

func TestPublisherBuildsOneTreeAFrame(t *testing.T) {
	s, p := newStage(t)
	p.Changed()
	p.Changed()
	if s.built != 0 || len(s.queue) != 1 {
		t.Fatalf("built %d before the UI goroutine had its turn, %d waiting", s.built, len(s.queue))
	}
	s.turn()
	if s.built != 1 || p.Tree().Len() != 2 || p.Tree().Root().Role != RoleApplication {
		t.Fatalf("after the first change: %d built, %d nodes", s.built, p.Tree().Len())
	}
	for range 50 {
		p.Changed()
	}
	s.turn()
	if s.built != 1 {
		t.Fatalf("built %d within a frame", s.built)
	}
	s.frame()
	s.turn()
	if s.built != 2 || s.trees != 2 {
		t.Fatalf("after the frame: %d built, %d published", s.built, s.trees)
	}
	s.frame()
	s.turn()
	if s.built != 2 {
		t.Fatal("built although nothing changed")
	}
	p.Changed()
	s.turn()
	if s.built != 3 {
		t.Fatal("a change after a quiet frame was not built at once")
	}
}

func TestPublisherFlushAndClose(t *testing.T) {
	s, p := newStage(t)
	p.Flush()
	if s.built != 1 {
		t.Fatal("Flush did not build")
	}
	p.Changed()
	if err := p.Close(); err != nil || !s.closed {
		t.Fatalf("Close: %v, back end closed: %t", err, s.closed)
	}
	s.turn()
	s.frame()
	p.Changed()
	s.turn()
	if s.built != 1 {
		t.Errorf("built %d after Close", s.built)
	}
}

func TestPublisherSeveralWindows(t *testing.T) {
	s, p := newStage(t)
	other := &stage{}
	p.SetRoots(s, other)
	s.turn()
	if p.Tree().ChildCount(0) != 2 {
		t.Errorf("the application has %d windows, want 2", p.Tree().ChildCount(0))
	}
}

func TestPublisherSaysWhichWindowIsActive(t *testing.T) {
	s, p := newStage(t)
	other := &stage{}
	p.SetRoots(s, other)
	s.turn()
	for want := range 2 {
		windows := p.Tree().Root().Children
		if windows[0].Has(Active) || windows[1].Has(Active) == (want == 1) {
			t.Errorf("active: %t and %t", windows[0].Has(Active), windows[1].Has(Active))
		}
		s.frame()
		p.SetActive(false)
		s.turn()
	}
}
