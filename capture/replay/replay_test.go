package replay_test

import (
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/metrics"
	"recordwell/capture/replay"
)

var began = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// log is a session's events, written one by one.
type log struct {
	all    []event.Record
	run    byte
	wall   time.Time // of the run's start
	offset time.Duration
}

func newLog() *log { return &log{run: 1, wall: began} }

// later starts the program anew after a while.
func (l *log) later(d time.Duration) *log {
	l.wall, l.offset, l.run = l.wall.Add(l.offset+d), 0, l.run+1
	return l
}

func (l *log) at(seconds int, e event.Record) *log {
	l.offset += time.Duration(seconds) * time.Second
	e.Session, e.Run, e.Seq, e.Offset, e.At = uuid.UUID{1}, uuid.UUID{l.run}, uint64(len(l.all)+1), l.offset, l.wall.Add(l.offset)
	l.all = append(l.all, e)
	return l
}

func (l *log) events() iter.Seq2[event.Record, error] {
	return func(yield func(event.Record, error) bool) {
		for _, e := range l.all {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func words(e event.Record) string { return e.Kind.String() }

// visit is a session with a change of mind, an error, a break, and a night.
func visit() *log {
	given, blank := int32(capture.Answered), int32(capture.Blank)
	return newLog().
		at(0, event.Record{Kind: event.SessionStarted}).
		at(5, event.Record{Kind: event.TaskStarted, Task: "maya"}).
		at(0, event.Record{Kind: event.PageShown, Task: "maya", Place: "referral"}).
		at(10, event.Record{Kind: event.AnswerCommitted, Task: "maya", Question: "q", Code: given}).
		at(10, event.Record{Kind: event.AnswerCommitted, Task: "maya", Question: "q", Code: blank}).
		at(1, event.Record{Kind: event.AnswerCommitted, Task: "maya", Question: "q", Code: given}).
		at(2, event.Record{Kind: event.IssueShown, Task: "maya", Question: "q", Code: 1}).
		at(0, event.Record{Kind: event.IssueShown, Task: "maya", Question: "p", Code: 2}).
		at(7, event.Record{Kind: event.BreakStarted, Task: "maya"}).
		at(60, event.Record{Kind: event.BreakEnded, Task: "maya"}).
		at(5, event.Record{Kind: event.PageShown, Task: "maya", Place: "details"}).
		at(20, event.Record{Kind: event.HelpOpened, Task: "maya"}).
		later(12*time.Hour).
		at(0, event.Record{Kind: event.SessionResumed, Task: "maya"}).
		at(1, event.Record{Kind: event.PageShown, Task: "maya", Place: "details"}).
		at(9, event.Record{Kind: event.TaskFinished, Task: "maya"})
}

func TestASessionIsLaidOutInTime(t *testing.T) {
	s, err := replay.Lay("one", 0, visit().events(), words)
	if err != nil {
		t.Fatal(err)
	}
	sec := func(n int) time.Duration { return time.Duration(n) * time.Second }
	want := []replay.Stay{
		{From: 0, To: sec(5)},
		{From: sec(5), To: sec(35), Task: "maya", Place: "referral"},
		{From: sec(35), To: sec(95), Task: "maya", Place: "referral", Presence: metrics.OnBreak},
		{From: sec(95), To: sec(100), Task: "maya", Place: "referral"},
		{From: sec(100), To: sec(120), Task: "maya", Place: "details"},
		{From: sec(120), To: sec(420), Task: "maya", Place: "details", Presence: metrics.Closed},
		{From: sec(420), To: sec(421), Task: "maya"},
		{From: sec(421), To: sec(430), Task: "maya", Place: "details"},
	}
	if len(s.Stays) != len(want) {
		t.Fatalf("the stays are %+v", s.Stays)
	}
	for i := range want {
		if s.Stays[i] != want[i] {
			t.Errorf("stay %d is %+v, not %+v", i, s.Stays[i], want[i])
		}
	}
	if s.Length != sec(430) || s.LeftOut != 12*time.Hour-replay.Longest {
		t.Errorf("%v long, %v left out", s.Length, s.LeftOut)
	}
	marks := map[replay.Mark]int{}
	for _, m := range s.Moments {
		marks[m.Mark]++
		if m.Words != m.Kind.String() {
			t.Errorf("a moment says %q", m.Words)
		}
	}
	if marks[replay.AnswerChanged] != 1 || marks[replay.ErrorMet] != 1 || marks[replay.CheckMet] != 1 || marks[replay.HelpOpened] != 1 {
		t.Errorf("the marks are %v", marks)
	}
	if at := s.Before(began.Add(29 * time.Second)); s.Moments[at].Seq != 8 {
		t.Errorf("at 9:00:29 comes moment %d", at)
	}
	if s.Find(7, func(m *replay.Moment) bool { return m.Mark == replay.ErrorMet }) != -1 || s.Find(0, func(m *replay.Moment) bool { return m.Mark == replay.ErrorMet }) != 6 {
		t.Error("the error is not found, or twice")
	}
}

// Stays cover the whole session once, whatever happened, and moments never go back.
func TestNothingOverlaps(t *testing.T) {
	kinds := event.Kinds()
	l := newLog()
	for i := range 600 {
		l.at(i*7%90, event.Record{Kind: kinds[i*31%len(kinds)], Task: []string{"", "a", "b"}[i%3], Place: []string{"x", "y"}[i%2]})
		if i%150 == 149 {
			l.later(time.Duration(i) * time.Minute)
		}
	}
	s, err := replay.Lay("one", 0, l.events(), words)
	if err != nil {
		t.Fatal(err)
	}
	var now, before time.Duration
	for _, stay := range s.Stays {
		if stay.From != now || stay.To <= stay.From {
			t.Fatalf("%+v after %v", stay, now)
		}
		now = stay.To
	}
	for _, m := range s.Moments {
		if m.At < before {
			t.Fatalf("%+v after %v", m, before)
		}
		before = m.At
	}
	if now != s.Length || before != s.Length || len(s.Moments) != 600 {
		t.Errorf("%v of stays, %v of moments, %v in all", now, before, s.Length)
	}
}

func TestReadingEndsWithTheError(t *testing.T) {
	broken := errors.New("disk")
	_, err := replay.Lay("one", 0, func(yield func(event.Record, error) bool) { yield(event.Record{}, broken) }, words)
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if _, err := replay.Costs(func(yield func(event.Record, error) bool) { yield(event.Record{}, broken) }, "q"); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func TestWhatAQuestionCostIsFoundDearestFirst(t *testing.T) {
	var all []event.Record
	for n, seconds := range []int{4, 30, 11} {
		l := newLog().at(0, event.Record{Kind: event.SessionStarted}).
			at(0, event.Record{Kind: event.FieldEntered, Task: "maya", Question: "q"}).
			at(seconds, event.Record{Kind: event.FieldLeft, Task: "maya", Question: "q"}).
			at(0, event.Record{Kind: event.FieldEntered, Task: "maya", Question: "other"}).
			at(50, event.Record{Kind: event.FieldLeft, Task: "maya", Question: "other"})
		for i := range l.all {
			l.all[i].Session = uuid.UUID{0: byte(n + 1)}
		}
		all = append(all, l.all...)
	}
	costs, err := replay.Costs((&log{all: all}).events(), "q")
	if err != nil || len(costs) != 3 {
		t.Fatalf("%+v, %v", costs, err)
	}
	for i, want := range []int{30, 11, 4} {
		if costs[i].Active != time.Duration(want)*time.Second || costs[i].Visits != 1 {
			t.Errorf("%d is %+v", i, costs[i])
		}
	}
}
