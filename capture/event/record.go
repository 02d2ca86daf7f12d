package event

import (
	"time"

	"github.com/google/uuid"
)

// Record is an event as it is read back. Its identifiers are plain text,
// because a reader does not need the vocabulary that the writer was bound to;
// "" is none.
type Record struct {
	Session uuid.UUID
	Run     uuid.UUID
	Seq     uint64 // from 1; only a Gap makes numbers missing before it
	// Offset is whole milliseconds since the run started. Intervals within a run
	// are differences of offsets; only between runs does At decide.
	Offset time.Duration
	// At is the run's wall start plus Offset, in the zone of that run.
	At       time.Time
	Kind     Kind
	Task     string
	Form     string
	Place    string
	Question string
	Entity   uuid.UUID // uuid.Nil: none
	Rule     string
	Setting  string
	Code     int32
	Count    int64
}

// Missing returns how many sequence numbers before r are accounted for by it: a
// Gap stands for Count events and takes the number of the last of them.
func (r Record) Missing() uint64 {
	if r.Kind == Gap && r.Count > 1 {
		return uint64(r.Count) - 1
	}
	return 0
}

// Record returns the event as a reader would see it.
func (e Event) Record(run Run) Record {
	return Record{
		Session: e.Session, Run: e.Run, Seq: e.Seq, Offset: e.Offset.Truncate(time.Millisecond),
		At: run.Started.Add(e.Offset.Truncate(time.Millisecond)), Kind: e.Kind,
		Task: e.Task.s, Form: e.Form.s, Place: e.Place.s, Question: e.Question.s, Entity: e.Entity,
		Rule: e.Rule.s, Setting: e.Setting.s, Code: e.Code, Count: e.Count,
	}
}
