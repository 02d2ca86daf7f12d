package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	driver "modernc.org/sqlite"

	"recordwell/capture"
)

// Error is a failure in plain words: what happened, that nothing is lost, and
// what to do.
type Error struct {
	// Words are for the person at the screen.
	Words string
	// Kind is an error of package capture, or nil when it is none of them.
	Kind error
	// Cause is what the file system or SQLite said.
	Cause error
}

func (e *Error) Error() string { return e.Words }

// Unwrap makes errors.Is find both the kind and the cause.
func (e *Error) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Cause} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

// deed is what was being done when something failed; it decides the words.
type deed uint8

const (
	opening deed = iota
	saving
	reading
	erasing
	backingUp
	importing
)

// The primary result codes of SQLite that we tell apart.
const (
	codeBusy       = 5
	codeLocked     = 6
	codeReadOnly   = 8
	codeIO         = 10
	codeCorrupt    = 11
	codeFull       = 13
	codeCannotOpen = 14
	codeConstraint = 19
	codeMismatch   = 20
	codeNotADB     = 26
)

// kindOf sorts what the file system or SQLite said under an error of package
// capture, or nil.
func kindOf(err error) error {
	if e, ok := errors.AsType[*driver.Error](err); ok {
		switch e.Code() & 0xff {
		case codeFull:
			return capture.ErrDiskFull
		case codeCorrupt, codeNotADB:
			return capture.ErrCorrupt
		case codeReadOnly, codeCannotOpen:
			return capture.ErrReadOnly
		case codeBusy, codeLocked:
			return capture.ErrInUse
		case codeConstraint, codeMismatch:
			return capture.ErrConflict
		}
		return nil
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return capture.ErrDiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return capture.ErrReadOnly
	}
	for _, kind := range []error{
		capture.ErrNotFound, capture.ErrConflict, capture.ErrNewerFile, capture.ErrCorrupt, capture.ErrReadOnly,
		capture.ErrDiskFull, capture.ErrInUse, capture.ErrWithdrawn,
	} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return nil
}

// explain turns err into an [*Error]. It leaves nil, cancellation and errors
// that are explained already as they are.
func explain(d deed, dir string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if _, ok := errors.AsType[*Error](err); ok {
		return err
	}
	kind := kindOf(err)
	words, ok := wording[d][kind]
	if !ok {
		words = wording[d][nil]
	}
	return &Error{Words: strings.ReplaceAll(words, "{dir}", dir), Kind: kind, Cause: err}
}

// wording holds, for each deed, what is said of each kind of failure; nil is
// for all others. {dir} stands for the data folder.
var wording = [...]map[error]string{
	opening: {
		capture.ErrInUse: "Recordwell is already open on the records in {dir}. Nothing is lost. Use the window that is open, or close it and start again.",
		capture.ErrNewerFile: "The records in {dir} were written by a later version of Recordwell. They have not been changed. " +
			"Install that version or a later one, then start again.",
		capture.ErrCorrupt: "The file of records in {dir} is damaged, so it was not opened. It has not been changed. " +
			"Run \"recordwellctl doctor\" on that folder to see what can be read; earlier copies are in its folder \"backups\", if any were made.",
		capture.ErrReadOnly: "Recordwell cannot write to the folder {dir}. Nothing has been changed. Allow writing to it, or choose another folder, then start again.",
		capture.ErrDiskFull: "The disk that holds {dir} is full, so the records could not be opened. Nothing is lost. Free some space, then start again.",
		capture.ErrNotFound: "There are no records in {dir}. Check the name of the folder.",
		nil:                 "The records in {dir} could not be opened. They have not been changed. Start again; if it happens again, run \"recordwellctl doctor\" on that folder.",
	},
	saving: {
		capture.ErrInUse:    "Another program is using the records in {dir}, so the last changes are not saved yet. They are kept here and saved as soon as it lets go. Close the other program.",
		capture.ErrCorrupt:  "The file of records in {dir} is damaged, so the last changes are not saved. What was saved before has not been touched. Tell the researcher before you close this window.",
		capture.ErrReadOnly: "The folder {dir} cannot be written to any more, so the last changes are not saved yet. They are kept here. Allow writing to it; saving then goes on by itself.",
		capture.ErrDiskFull: "The disk is full, so the last changes are not saved yet. They are kept here. Free some space; saving then goes on by itself.",
		capture.ErrConflict: "The records in {dir} do not fit with the last changes, so these are not saved. What was saved before has not been touched. Tell the researcher before you close this window.",
		capture.ErrNotFound: "The session that the last changes belong to is not in {dir}, so they are not saved. Tell the researcher before you close this window.",
		nil:                 "The last changes could not be saved to {dir} yet. They are kept here, and saving is tried again. If this goes on, tell the researcher before you close this window.",
	},
	reading: {
		capture.ErrInUse:   "Another program is using the records in {dir}. Nothing is lost. Close it, then try again.",
		capture.ErrCorrupt: "Part of the file of records in {dir} is damaged and could not be read. It has not been changed. Run \"recordwellctl doctor\" on that folder.",
		nil:                "The records in {dir} could not be read. They have not been changed. Try again; if it happens again, run \"recordwellctl doctor\" on that folder.",
	},
	erasing: {
		capture.ErrInUse: "Another program is reading the records in {dir}, so deleting is not complete yet. Close the other program, then delete again.",
		nil:              "Deleting from the records in {dir} did not succeed, so it is not complete. Try again; if it happens again, tell the researcher.",
	},
	backingUp: {
		capture.ErrDiskFull: "The disk is full, so no copy of the records in {dir} could be made. The records have not been changed. Free some space, then try again.",
		capture.ErrReadOnly: "No copy of the records could be made, because the folder {dir} cannot be written to. The records have not been changed. Allow writing to it, then try again.",
		capture.ErrCorrupt:  "The file of records in {dir} is damaged, so no sound copy could be made. It has not been changed. Keep the whole folder as it is and ask for help.",
		nil:                 "No copy of the records in {dir} could be made. The records have not been changed. Try again.",
	},
	importing: { // {dir} is the file that is taken in
		capture.ErrNotFound: "There are no records in {dir}. Nothing has been imported. Check its name.",
		capture.ErrNewerFile: "The records in {dir} were written by a later version of Recordwell. Nothing has been imported. " +
			"Install that version or a later one, then try again.",
		capture.ErrCorrupt:  "The file {dir} is damaged, or Recordwell did not write it. Nothing has been imported. Get another copy of it.",
		capture.ErrReadOnly: "The file {dir} cannot be read, or the data folder cannot be written to. Nothing has been imported. Allow both, then try again.",
		capture.ErrDiskFull: "The disk is full. Nothing has been imported. Free some space, then try again.",
		capture.ErrInUse:    "Another program is using the file {dir}. Nothing has been imported. Close it, then try again.",
		capture.ErrConflict: "The records in {dir} do not fit with the ones here. Nothing has been imported, and nothing has been changed. Tell whoever looks after Recordwell.",
		nil:                 "The records in {dir} could not be imported. Nothing has been changed. Try again.",
	},
}

// notThere reports that a row or a file does not exist.
func notThere(err error) bool { return errors.Is(err, sql.ErrNoRows) || errors.Is(err, os.ErrNotExist) }
