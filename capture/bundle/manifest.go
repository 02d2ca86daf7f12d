package bundle

import (
	"errors"
	"time"
)

// Ext ends the name of every bundle.
const Ext = ".rwbundle"

// Format is the version of what is inside; a later one is refused.
const Format = 1

// Manifest says what a bundle holds, so that it can be told before anything of it is
// taken in.
type Manifest struct {
	Format   int       `json:"format"`
	Program  string    `json:"program"`  // version that sealed it
	Study    string    `json:"study"`    // id
	Title    string    `json:"title"`    // of the study
	Computer string    `json:"computer"` // what the researcher calls it
	Made     time.Time `json:"made"`
	Records  int       `json:"records"` // finished ones
	Entries  int       `json:"entries"` // of the log
	Sessions []Session `json:"sessions"`
	Size     int64     `json:"size"`   // of the file of records, bytes
	SHA256   string    `json:"sha256"` // of the same, in hexadecimal
}

// Session is one participant's session, told apart by its random id.
type Session struct {
	ID   string `json:"id"`
	Code string `json:"code"`
}

// Errors that callers tell apart with errors.Is.
var (
	ErrNotABundle = errors.New("not a bundle of results")
	ErrPassphrase = errors.New("the passphrase does not open it")
	ErrChanged    = errors.New("the file has changed since it was saved")
	ErrLater      = errors.New("the file was saved by a later version of Recordwell")
	ErrShort      = errors.New("the passphrase is too short")
)

// LeastPassphrase is how many characters a passphrase has at the least.
const LeastPassphrase = 12
