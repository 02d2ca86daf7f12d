package capture

import "time"

// Note is what somebody who watches a session writes about a moment of it. Notes
// are research data of the observer's, kept apart from the journal and from what
// the person said, and go with the session.
type Note struct {
	ID   string // a UUID; saving it again replaces the note
	Task string // the task it is about; "" is none
	At   time.Time
	// Tag is one of [NoteTags], Severity 0 (none) to 3.
	Tag      string
	Severity int
	Text     string
	// Outcome overrules how the task ended, with the Reason; both are empty where it
	// does not.
	Outcome Outcome
	Reason  string
	Written time.Time
}

// Outcome is how a task ended by the observer.
type Outcome string

// The outcomes; the empty one leaves the task's own rule.
const (
	Completed    Outcome = "completed"
	NotCompleted Outcome = "not_completed"
)

// The tags of notes.
const (
	TagProblem  = "problem"
	TagQuestion = "question"
	TagSaid     = "said"
	TagGood     = "good"
	TagOutside  = "outside"
)

// NoteTags are the tags in the order they are offered.
func NoteTags() []string { return []string{TagProblem, TagQuestion, TagSaid, TagGood, TagOutside} }
