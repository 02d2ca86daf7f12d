package capture

import "errors"

// Errors that callers tell apart with errors.Is. Each is wrapped with what
// happened and what to do.
var (
	ErrNotFound  = errors.New("not found")
	ErrConflict  = errors.New("conflict")
	ErrNewerFile = errors.New("file of a later version")
	ErrCorrupt   = errors.New("file is damaged")
	ErrReadOnly  = errors.New("folder cannot be written")
	ErrDiskFull  = errors.New("disk is full")
	ErrInUse     = errors.New("already open in another window")
	ErrClosed    = errors.New("round is closed")
	ErrBadCode   = errors.New("not a code of this study")
	ErrVoid      = errors.New("code was taken back")
	ErrWithdrawn = errors.New("withdrawn")
)
