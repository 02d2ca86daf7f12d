package replay

import (
	"iter"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/metrics"
	"recordwell/validation"
)

// Longest is the longest stretch without an event that is laid out as long as it
// was. What is over it is left out, and said: nobody replays a night.
const Longest = 5 * time.Minute

// Session is one session laid out in time. Times are from its first event, with
// what was left out taken away.
type Session struct {
	ID      capture.SessionID
	Length  time.Duration
	LeftOut time.Duration
	Moments []Moment // in order
	Stays   []Stay   // in order, without overlap
	// Names are the words of sections and tasks; whoever tells the events fills it.
	Names map[Place]string
}

// Moment is one event.
type Moment struct {
	Seq      uint64
	At       time.Duration
	Clock    time.Time // of the computer it happened on
	Kind     event.Kind
	Group    Group
	Mark     Mark
	Task     string
	Place    string // the section the person was in; "" between tasks
	Question capture.QuestionID
	Entity   capture.EntityID // whom the question is about; "" without a question
	Words    string           // of the teller
}

// Mark is what is drawn on the line of a section.
type Mark uint8

// The marks. An answer is changed when it was given before.
const (
	NoMark Mark = iota
	ErrorMet
	CheckMet
	AnswerChanged
	HelpOpened
)

// Stay is a stretch in which a person was at one section, or away.
type Stay struct {
	From, To time.Duration
	Task     string
	Place    string
	Presence metrics.Presence
}

// Teller puts an event into words.
type Teller func(event.Record) string

// Lay reads the events of one session in order, about as many as said. The first
// error ends it.
func Lay(id capture.SessionID, about int, events iter.Seq2[event.Record, error], tell Teller) (*Session, error) {
	l := layer{s: &Session{ID: id, Moments: make([]Moment, 0, about)}, answered: map[place]bool{}}
	for e, err := range events {
		if err != nil {
			return nil, err
		}
		l.take(&e, tell(e))
	}
	l.s.Length = l.now
	return l.s, nil
}

// place is a question about an entity.
type place struct {
	task, question string
	entity         uuid.UUID
}

type layer struct {
	s        *Session
	clock    metrics.Clock
	now      time.Duration
	task     string
	page     string
	answered map[place]bool
}

func (l *layer) take(e *event.Record, words string) {
	passed, was := l.clock.Take(e)
	step := min(passed.Wall, Longest)
	l.s.LeftOut += passed.Wall - step
	l.stay(step, was)
	switch e.Kind {
	case event.PageShown:
		l.task, l.page = e.Task, e.Place
	case event.SessionEnded, event.SessionResumed, event.TaskFinished, event.TaskSkipped:
		defer func() { l.page = "" }()
	}
	if e.Task != "" {
		l.task = e.Task
	}
	m := Moment{
		Seq: e.Seq, At: l.now, Clock: e.At, Kind: e.Kind, Group: GroupOf(e), Mark: l.mark(e),
		Task: e.Task, Place: l.page, Question: capture.QuestionID(e.Question), Words: words,
	}
	if e.Question != "" {
		m.Entity = capture.EntityID(e.Entity.String())
	}
	l.s.Moments = append(l.s.Moments, m)
}

// stay adds time to where the person was.
func (l *layer) stay(step time.Duration, was metrics.Presence) {
	if step <= 0 {
		return
	}
	next := Stay{From: l.now, To: l.now + step, Task: l.task, Place: l.page, Presence: was}
	l.now = next.To
	if n := len(l.s.Stays); n > 0 {
		last := &l.s.Stays[n-1]
		if last.To == next.From && last.Task == next.Task && last.Place == next.Place && last.Presence == next.Presence {
			last.To = next.To
			return
		}
	}
	l.s.Stays = append(l.s.Stays, next)
}

func (l *layer) mark(e *event.Record) Mark {
	switch e.Kind {
	case event.IssueShown:
		if validation.Severity(e.Code) == validation.Error {
			return ErrorMet
		}
		return CheckMet
	case event.HelpOpened:
		return HelpOpened
	case event.AnswerCommitted:
		k := place{e.Task, e.Question, e.Entity}
		again := l.answered[k]
		l.answered[k] = capture.State(e.Code) != capture.Blank
		if again {
			return AnswerChanged
		}
	}
	return NoMark
}

// Find returns the first moment from a place in the list on that fits, or -1.
func (s *Session) Find(from int, fits func(*Moment) bool) int {
	for i := max(0, from); i < len(s.Moments); i++ {
		if fits(&s.Moments[i]) {
			return i
		}
	}
	return -1
}

// Before returns the last moment that is not after a time by the computer's clock;
// 0 where all are.
func (s *Session) Before(t time.Time) int {
	at := 0
	for i := range s.Moments {
		if s.Moments[i].Clock.After(t) {
			break
		}
		at = i
	}
	return at
}

// Place is a section of a task, as a person sees it; without a section it is the
// task.
type Place struct{ Task, Section string }

// At is where the stay was.
func (s Stay) At() Place { return Place{s.Task, s.Place} }
