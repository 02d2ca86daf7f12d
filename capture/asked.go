package capture

import "time"

// Asked is a line of the list of who looked at answers: that a researcher asked,
// when, at which desk and how many answers were shown. It names no person, holds no
// answer, and stays when somebody withdraws.
type Asked struct {
	At    time.Time
	Study string
	What  string // AskedPlaces or AskedFiles
	Shown int
	// Desk is a random id of the computer's data folder.
	Desk string
}

// What is asked for.
const (
	AskedPlaces = "failing places"             // where a report lists places that failed
	AskedFiles  = "finished records, in files" // for other programs
)
