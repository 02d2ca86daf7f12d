package capture

import "time"

// State says what kind of answer there is. Where a code set has its own code
// for one of these, only the code is stored and the state is Answered.
type State uint8

// The states of an answer.
const (
	Blank State = iota
	Answered
	NotKnown
	NotYetObtained
	Refused
)

var stateNames = [...]string{"blank", "answered", "not_known", "not_yet_obtained", "refused"}

func (s State) String() string { return name(stateNames[:], int(s)) }

// ParseState reads the name of a state.
func ParseState(s string) (State, bool) { i, ok := index(stateNames[:], s); return State(i), ok }

// Cause says how an answer came about.
type Cause uint8

// The causes of a change.
const (
	Typed Cause = iota
	Chosen
	Undone
	Copied
	Imported
)

var causeNames = [...]string{"typed", "chosen", "undone", "copied", "imported"}

func (c Cause) String() string { return name(causeNames[:], int(c)) }

// ParseCause reads the name of a cause.
func ParseCause(s string) (Cause, bool) { i, ok := index(causeNames[:], s); return Cause(i), ok }

// Answer is what stands at one question about one entity.
type Answer struct {
	State State
	// Raw is what was typed, letter for letter; dates as "day|month|year".
	Raw string
	// Value is the canonical form: ISO date, number with a point, a choice's
	// name, several names separated by spaces. It means something only when
	// Readable.
	Value string
	// Readable is false while Raw cannot be turned into a value.
	Readable bool
}

// IsBlank reports that nothing has been answered.
func (a Answer) IsBlank() bool { return a.State == Blank }

// Change is one row of the append-only history. The latest row of a question
// about an entity is its answer.
type Change struct {
	Case     CaseID
	Entity   EntityID
	Question QuestionID
	Seq      int64 // without gaps within the case, from 1
	Answer   Answer
	Cause    Cause
	At       time.Time
}

// Ref returns where the change was made.
func (c Change) Ref() Ref { return Ref{c.Entity, c.Question} }

func name(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return "unknown"
}

func index(names []string, s string) (int, bool) {
	for i, n := range names {
		if n == s {
			return i, true
		}
	}
	return 0, false
}
