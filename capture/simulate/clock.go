package simulate

import (
	"time"

	"recordwell/capture"
)

// clock is a clock that moves only when told to, and calls back what was due.
type clock struct {
	start   time.Time
	elapsed time.Duration
	due     []due
}

type due struct {
	at time.Duration
	f  func()
}

var _ capture.Clock = (*clock)(nil)

func (c *clock) Now() time.Time         { return c.start.Add(c.elapsed) }
func (c *clock) Elapsed() time.Duration { return c.elapsed }

func (c *clock) after(d time.Duration, f func()) {
	c.due = append(c.due, due{c.elapsed + d, f})
}

func (c *clock) pass(seconds float64) {
	c.elapsed += time.Duration(seconds * float64(time.Second))
	waiting := c.due
	c.due = nil
	for _, d := range waiting {
		if d.at <= c.elapsed {
			d.f()
		} else {
			c.due = append(c.due, d)
		}
	}
}
