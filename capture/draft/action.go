package draft

import (
	"time"

	"recordwell/capture"
)

// Action is something a person did, with the wall time of it.
type Action interface{ action() }

// Type is a letter typed or deleted: the box now holds Raw. It becomes an
// answer when it is committed, and is written down at least every second.
type Type struct {
	Ref capture.Ref
	Raw string
	At  time.Time
}

// Commit leaves an answer: the box was left, a choice taken, an escape answer
// chosen (State is then not Answered and Raw is empty).
type Commit struct {
	Ref   capture.Ref
	Raw   string
	State capture.State // Answered for an ordinary answer, even of an empty box
	Cause capture.Cause
	At    time.Time
}

// Flush writes down what is typed and not committed yet.
type Flush struct{ At time.Time }

// Settle commits everything that is typed: the page is left, saved or closed.
type Settle struct{ At time.Time }

// AddEntity adds an item to a repeating group.
type AddEntity struct {
	ID     capture.EntityID
	Type   capture.EntityType
	Parent capture.EntityID
	At     time.Time
}

// RemoveEntity takes an item out; its answers stay for undo.
type RemoveEntity struct {
	ID capture.EntityID
	At time.Time
}

// More answers "Does anyone else …?" of a section's list.
type More struct {
	Section string
	Yes     bool
}

// Save is "Save and continue" on a section, or on the page of one item. Of a
// section that a person will come back to Later nothing is missing yet, and they
// are told nothing more.
type Save struct {
	Section string
	Item    capture.EntityID // empty for the section's own page
	Later   bool
	At      time.Time
}

// Close ends the record: every blank that is asked for now counts, in sections
// that were never saved too. Nobody is shown anything.
type Close struct{}

// Explain gives the reason for a query. While someone is still Typing it, the
// words are kept but the query counts as open.
type Explain struct {
	Ref    capture.Ref
	Rule   string
	Text   string
	Typing bool
}

// Undo takes back the last committed answer or added or removed item; Redo
// brings it again.
type (
	Undo struct{ At time.Time }
	Redo struct{ At time.Time }
)

func (Type) action()         {}
func (Commit) action()       {}
func (Flush) action()        {}
func (Settle) action()       {}
func (AddEntity) action()    {}
func (RemoveEntity) action() {}
func (More) action()         {}
func (Save) action()         {}
func (Close) action()        {}
func (Explain) action()      {}
func (Undo) action()         {}
func (Redo) action()         {}

// Timing is the condition that decides when a person is shown an issue.
type Timing uint8

// The timings of a study.
const (
	OnContinue Timing = iota
	OnLeave
	WhileTyping
)
