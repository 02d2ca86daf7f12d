// Package replay lays the events of one session out in time: the moments one after
// the other, in words, and the stretches in which the person was at a section or
// away. It is pure, and knows nothing of answers: there are none in an event.
package replay
