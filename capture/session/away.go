package session

import (
	"time"

	"recordwell/capture/event"
	"recordwell/capture/study"
)

// IdleAfter is how long without a key or a movement of the pointer counts as
// away. Time up to then counts as work.
const IdleAfter = 30 * time.Second

// suspendedBeyond is by how much more the wall clock moves than the monotonic
// one when a computer has slept.
const suspendedBeyond = 2 * time.Second

// Idle notes that nobody has touched anything for [IdleAfter], or that someone
// does again.
func (s *Session) Idle(begins bool) {
	if begins == s.idle {
		return
	}
	s.idle = begins
	kind := event.IdleEnded
	if begins {
		kind = event.IdleStarted
		s.Flush()
	}
	s.log(event.Event{Kind: kind})
}

// slept returns how long the computer was suspended since it was asked last.
func (s *Session) slept() time.Duration {
	// Without their monotonic reading, or the difference would be of that.
	wall, elapsed := s.setup.Clock.Now().Round(0), s.setup.Clock.Elapsed()
	jump := time.Duration(0)
	if !s.wall.IsZero() {
		jump = wall.Sub(s.wall) - (elapsed - s.elapsed)
	}
	s.wall, s.elapsed = wall, elapsed
	if jump > suspendedBeyond {
		return jump
	}
	return 0
}

// Setting notes that a person changed how the program looks or works: the name
// of the setting and the step of its closed list. Only who agreed that access
// needs are recorded is in the journal with them.
func (s *Session) Setting(name string, step int) {
	if !s.May(study.AccessNeeds) {
		return
	}
	s.setup.Vocabulary.Add(name)
	s.log(event.Event{Kind: event.SettingChanged, Setting: s.setup.Vocabulary.ID(name), Code: int32(step)})
}
