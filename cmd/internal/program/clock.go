package program

import (
	"time"

	"recordwell/capture"
)

// Clock is the real clock. Elapsed is monotonic from the moment it was made.
type Clock struct{ start time.Time }

var _ capture.Clock = Clock{}

// NewClock starts a clock.
func NewClock() Clock { return Clock{start: time.Now()} }

// Now returns the wall time.
func (Clock) Now() time.Time { return time.Now() }

// Elapsed returns the time since NewClock.
func (c Clock) Elapsed() time.Duration { return time.Since(c.start) }
