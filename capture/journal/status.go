package journal

import "time"

// State is how saving goes.
type State uint8

// The states of saving.
const (
	Saving State = iota // answers are on their way to the disk
	Saved               // every answer handed over is on the disk
	Failed              // the last attempt did not succeed; another follows
)

func (s State) String() string {
	return [...]string{"saving", "saved", "failed"}[s]
}

// Status is what a window says about saving.
type Status struct {
	State State
	// At is when the last write reached the disk; zero if none has yet.
	At time.Time
	// Err is why the last attempt failed; its text is in plain words.
	Err error
	// Batches is how many of the batches given to Save are on the disk. A window
	// that has given more than that does not say "Saved" yet.
	Batches uint64
	// Lost counts events that found the queue full. A Gap event stands for them.
	Lost uint64
}
