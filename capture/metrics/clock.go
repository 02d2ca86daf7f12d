package metrics

import (
	"time"

	"github.com/google/uuid"

	"recordwell/capture/event"
)

// interruption is a set of reasons why time does not count as active.
type interruption uint8

const (
	onBreak interruption = 1 << iota
	paused
	elsewhere // another window is in front
	idle
)

// clock follows a session's time over runs of the program, sleep and breaks.
type clock struct {
	now     Span // since the first event
	run     uuid.UUID
	started time.Time // of the run
	offset  time.Duration
	slept   time.Duration // in this run; the offset leaves it out
	first   time.Time
	reasons interruption
}

// advance moves the clock to an event and returns what has passed. Time never
// runs backwards: where the computer's clock was set back between two runs, the
// time between them counts as none.
func (c *clock) advance(e *event.Record) (passed Span) {
	if e.Run != c.run || c.first.IsZero() {
		return c.nextRun(e)
	}
	if d := e.Offset - c.offset; d > 0 {
		passed.Wall = d
		if c.reasons == 0 {
			passed.Active = d
		}
		c.offset = e.Offset
	}
	if e.Kind == event.Suspended && e.Count > 0 {
		d := time.Duration(e.Count) * time.Millisecond
		c.slept += d
		passed.Wall += d
	}
	c.now.add(passed)
	return passed
}

func (c *clock) nextRun(e *event.Record) (passed Span) {
	at := e.At
	if c.first.IsZero() {
		c.first = at
	} else if away := at.Sub(c.wall()); away > 0 {
		passed.Wall = away
	}
	c.run, c.started, c.offset, c.slept, c.reasons = e.Run, at.Add(-e.Offset), e.Offset, 0, 0
	c.now.add(passed)
	return passed
}

// wall returns the wall time of the last event.
func (c *clock) wall() time.Time { return c.started.Add(c.offset + c.slept) }

// mark notes the start or end of an interruption, after the time up to it.
func (c *clock) mark(k event.Kind) (began bool) {
	before := c.reasons
	switch k {
	case event.BreakStarted:
		c.reasons |= onBreak
	case event.BreakEnded:
		c.reasons &^= onBreak
	case event.PauseStarted:
		c.reasons |= paused
	case event.PauseEnded:
		c.reasons &^= paused
	case event.WindowLeft:
		c.reasons |= elsewhere
	case event.WindowEntered:
		c.reasons &^= elsewhere
	case event.IdleStarted:
		c.reasons |= idle
	case event.IdleEnded:
		c.reasons &^= idle
	case event.Suspended:
		return true
	}
	return before == 0 && c.reasons != 0
}
