package capture

import "time"

// Clock is the only source of real time. Stories have their own today.
type Clock interface {
	// Now returns the wall time.
	Now() time.Time
	// Elapsed returns the time since the program started, from a clock that
	// neither jumps nor runs backwards.
	Elapsed() time.Duration
}
