package event

import (
	"time"

	"github.com/google/uuid"
)

// SchemaVersion is the version of the events written by this program.
const SchemaVersion = 1

// Event is one entry of the journal.
type Event struct {
	Session uuid.UUID
	Run     uuid.UUID
	// Seq is without gaps within the session, from 1.
	Seq uint64
	// Offset is the monotonic time since the run started.
	Offset time.Duration
	Kind   Kind
	Task   ID
	Form   ID
	// Place is the section or page the event is about, Question and Entity the
	// question, Rule the rule, Setting the setting.
	Place    ID
	Question ID
	Entity   uuid.UUID
	Rule     ID
	Setting  ID
	// Code is a number of the closed list that the kind declares (a state, a
	// cause, a severity, a condition). Count is a count, or whole milliseconds.
	Code  int32
	Count int64
}

// Run is one start of the program: what its events' offsets count from.
type Run struct {
	ID      uuid.UUID
	Started time.Time // wall time with the zone's offset
	Program string    // version of the program
}
