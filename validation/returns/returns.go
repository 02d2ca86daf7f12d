// Package returns is the seam between a statutory return and whoever checks it:
// the command line and the researcher's desk see every return in one shape.
package returns

import (
	"context"

	"recordwell/validation"
)

// Return is one statutory return that the Department for Education collects.
type Return interface {
	// Name is the word on the command line: "cin" or "ssda903".
	Name() string
	// Title is the name that people know: "Children in need census".
	Title() string
	// Years lists the collection years that it knows, such as "2025-26", newest
	// last.
	Years() []string
	// Info describes every rule, in the order of the Department's list.
	Info() []validation.Info
	// Check reads the files of one return and calls emit for each finding, from
	// one goroutine, in document order. It returns an error when the files could
	// not be read, the context was cancelled or an option makes no sense; what
	// was emitted until then still stands.
	Check(ctx context.Context, files []string, opts Options, emit func(validation.Issue)) (Summary, error)
}

// Options say how to check.
type Options struct {
	// Year is the collection year whose rules are used, such as "2025-26". Empty
	// leaves it to the return: the newest, or that of its header.
	Year string
	// Rules limits the check to these codes; empty checks all.
	Rules []string
	// Previous is the folder of last year's files, where a return uses them.
	Previous string
	// Postcodes and Providers are files of outside lists that the user gave;
	// empty uses what the program ships, if anything.
	Postcodes, Providers string
	// Started, when set, is told the collection year before the first finding, so
	// that the words of that year's rules can be used.
	Started func(year string)
	// Progress, when set, is told how far the work is. Total is 0 while it is
	// not known. It is called from one goroutine at a time.
	Progress func(done, total int64)
}

// FileError is what is wrong with a file that [Options] names beside the return.
type FileError struct {
	File string // as Options names it
	Err  error  // for people, with the name of the file
}

func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap gives the error that stopped the reading.
func (e *FileError) Unwrap() error { return e.Err }

// Summary says what a check did.
type Summary struct {
	// Year is the collection year whose rules were used.
	Year string
	// Children counts the children of the return.
	Children int
	// Findings counts the issues emitted.
	Findings int
	// RulesRun counts the rules that were checked.
	RulesRun int
	// NotChecked lists the rules in force that could not be checked.
	NotChecked []NotChecked
	// Remarks are what the reader noticed in the files that no rule is about:
	// an element it does not know, a date that is none. For people.
	Remarks []string
}

// NotChecked is a rule that could not run.
type NotChecked struct {
	Code string
	// Because completes the sentence "Not checked, because …", for people.
	Because string
}
