package metrics

import (
	"errors"
	"fmt"

	"github.com/google/uuid"

	"recordwell/capture/event"
)

// ErrOrder says that events did not come session by session in the order of
// their sequence numbers.
var ErrOrder = errors.New("events are out of order")

// Fold turns events into sessions. Its zero value is not usable: see [NewFold].
type Fold struct {
	done  func(*Session)
	pages map[string]int
	seen  map[uuid.UUID]struct{}
	s     *sessionFold
}

// NewFold returns a fold that hands every finished session to done. pages gives
// the ids of sections in the order of the forms, for backtracks; without it a
// page is earlier when it was seen earlier.
func NewFold(pages []string, done func(*Session)) *Fold {
	f := &Fold{done: done, pages: make(map[string]int, len(pages)), seen: map[uuid.UUID]struct{}{}}
	for i, p := range pages {
		f.pages[p] = i
	}
	return f
}

// Add takes the next event. It keeps nothing of e.
func (f *Fold) Add(e *event.Record) error {
	if f.s == nil || f.s.ID != e.Session {
		f.Close()
		if _, again := f.seen[e.Session]; again {
			return fmt.Errorf("session %s comes twice: %w", e.Session, ErrOrder)
		}
		f.seen[e.Session] = struct{}{}
		f.s = newSessionFold(e.Session, f.pages)
	} else if e.Seq <= f.s.seq {
		return fmt.Errorf("session %s has event %d after %d: %w", e.Session, e.Seq, f.s.seq, ErrOrder)
	}
	f.s.add(e)
	return nil
}

// Close finishes the session in hand. It is called once after the last event.
func (f *Fold) Close() {
	if f.s != nil {
		f.s.close()
		f.done(&f.s.Session)
		f.s = nil
	}
}

// place is a question about an entity within a task.
type place struct {
	question string
	entity   uuid.UUID
}

type issueKey struct {
	place
	rule string
}

// sessionFold is the session in hand.
type sessionFold struct {
	Session
	clock
	seq   uint64
	pages map[string]int
	tasks map[string]*taskFold
	task  *taskFold // nil between tasks
	read  readBackFold
}

func newSessionFold(id uuid.UUID, pages map[string]int) *sessionFold {
	return &sessionFold{Session: Session{ID: id}, pages: pages, tasks: map[string]*taskFold{}}
}

func (s *sessionFold) add(e *event.Record) {
	s.Events++
	s.Missing += int64(e.Seq-s.seq-1) - int64(e.Missing())
	s.seq = e.Seq
	newRun := e.Run != s.clock.run || s.Events == 1
	if newRun {
		s.Runs++
		if s.task != nil {
			s.task.leave(false, false) // the window of the run before is gone
		}
	}
	passed := s.advance(e)
	s.Span = s.clock.now
	if s.task != nil {
		s.task.pass(passed)
	}
	if s.mark(e.Kind) && s.task != nil {
		s.task.Interruptions++
	}
	switch e.Kind {
	case event.SessionStarted:
		s.Condition = e.Code
	case event.SessionEnded:
		s.End = e.Code
		s.leaveTask()
	case event.Gap:
		s.Lost += e.Count
	case event.ReadBack, event.ReadBackCorrected:
		s.read.add(e)
	}
	s.follow(e)
	if s.task != nil {
		s.task.take(e)
		if e.Kind == event.TaskFinished || e.Kind == event.TaskSkipped {
			s.leaveTask()
		}
	}
}

// follow moves to the task that an event is about. A finished task stays
// finished: the questions asked after it are not part of it.
func (s *sessionFold) follow(e *event.Record) {
	if e.Task == "" || e.Kind == event.SessionEnded {
		return
	}
	t := s.tasks[e.Task]
	if t == nil {
		t = newTaskFold(e.Task, &s.clock, s.pages)
		s.tasks[e.Task] = t
		s.Tasks = append(s.Tasks, &t.Task)
	}
	if t == s.task || t.Finished && e.Kind != event.TaskStarted && e.Kind != event.TaskFinished {
		return
	}
	s.leaveTask()
	s.task = t
}

func (s *sessionFold) leaveTask() {
	if s.task != nil {
		s.task.leave(false, false)
		s.task = nil
	}
}

func (s *sessionFold) close() {
	s.leaveTask()
	s.Started = s.clock.first
	s.ReadBack = s.read.all()
	for _, t := range s.tasks {
		t.close()
	}
}
