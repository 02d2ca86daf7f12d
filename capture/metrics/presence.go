package metrics

import "recordwell/capture/event"

// Presence is where a person was over a stretch of time.
type Presence uint8

// Here is at work in the window; the others are the reasons why time does not count
// as active.
const (
	Here Presence = iota
	OnBreak
	Paused    // nothing is logged
	Elsewhere // another window was in front
	Idle      // nothing was touched
	Asleep    // the computer was
	Closed    // the program was, between two runs
)

// Clock follows the time of one session over its events, one by one, as the
// measures do. Its zero value is ready.
type Clock struct{ clock clock }

// Take moves to the next event. It returns how much time has passed since the one
// before and where the person was meanwhile.
func (c *Clock) Take(e *event.Record) (passed Span, was Presence) {
	first := c.clock.first.IsZero()
	switch {
	case !first && e.Run != c.clock.run:
		was = Closed
	case e.Kind == event.Suspended:
		was = Asleep
	default:
		was = c.clock.reasons.presence()
	}
	passed = c.clock.advance(e)
	c.clock.mark(e.Kind)
	return passed, was
}

// presence names the strongest of several reasons: what the person chose, before
// what just happened.
func (i interruption) presence() Presence {
	switch {
	case i&paused != 0:
		return Paused
	case i&onBreak != 0:
		return OnBreak
	case i&elsewhere != 0:
		return Elsewhere
	case i&idle != 0:
		return Idle
	}
	return Here
}
