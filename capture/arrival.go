package capture

import "time"

// Sealed is what went into a file of results for another computer.
type Sealed struct {
	Path     string
	Sessions int
	Records  int // finished ones
	Entries  int // of the log
}

// ArrivalState is what became of a file of results.
type ArrivalState uint8

// The states.
const (
	ArrivalAdded   ArrivalState = iota // something of it is new here
	ArrivalSkipped                     // all of it was here before
	ArrivalDecide                      // a code stands for another session here: nothing is added yet
	ArrivalRefused                     // nothing of it is added
)

// Arrival is a file of results that was brought from another computer, and what became
// of it.
type Arrival struct {
	Path     string
	Size     int64 // bytes
	Computer string
	Made     time.Time // zero where the file cannot be opened
	State    ArrivalState
	Why      string // in a sentence: why it was refused, and what to do
	Locked   bool   // it was refused because the passphrase does not open it

	// Sessions.
	Added, Grown, Known, Withdrawn, Deleted, Left int
	Records, Entries                              int // of what is in the file
	// Codes are those that stand for another session here.
	Codes []string
}
