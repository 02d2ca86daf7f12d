package metrics_test

import (
	"testing"

	"recordwell/capture/event"
	"recordwell/capture/metrics"
)

func TestTheClockTellsWhereThePersonWas(t *testing.T) {
	s := newScript(1)
	s.at(0, event.SessionStarted).at(3, event.WindowLeft).at(60, event.BreakStarted).at(30, event.WindowEntered).at(5, event.BreakEnded)
	s.at(2, event.IdleStarted).at(40, event.IdleEnded).at(1, event.PauseStarted).at(7, event.PauseEnded).at(4, event.SessionEnded)
	want := []struct {
		seconds float64
		was     metrics.Presence
	}{{0, metrics.Here}, {3, metrics.Here}, {60, metrics.Elsewhere}, {30, metrics.OnBreak}, {5, metrics.OnBreak}, {2, metrics.Here}, {40, metrics.Idle}, {1, metrics.Here}, {7, metrics.Paused}, {4, metrics.Here}}
	var c metrics.Clock
	active := secs(0)
	for i := range s.events {
		passed, was := c.Take(&s.events[i])
		active += passed.Active
		if passed.Wall != secs(want[i].seconds) || was != want[i].was {
			t.Errorf("up to event %d %v passed, %d; not %v s, %d", i, passed.Wall, was, want[i].seconds, want[i].was)
		}
	}
	if active != secs(10) {
		t.Errorf("%v were active", active)
	}
}
