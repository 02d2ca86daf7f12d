package validation

import "fmt"

// Severity says what an issue asks of a person.
type Severity uint8

const (
	// Error must be put right before a return is sent.
	Error Severity = iota + 1
	// Query ("Check this") is put right or explained; it never stops anyone.
	Query
	// Warning informs.
	Warning
)

var severityNames = [...]string{Error: "error", Query: "query", Warning: "warning"}

func (s Severity) String() string {
	if int(s) < len(severityNames) && s != 0 {
		return severityNames[s]
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// Place is where one value stands.
//
// For a statutory return Table and Field are the names of the return's own
// model ("Assessments", "AssessmentActualStartDate") and Row is the 0-based
// position of the row among the rows of its table, in document order. For a
// form Table is empty, Field is the question id and Entity the UUID of the
// entity that the question is about.
type Place struct {
	Table  string
	Field  string
	Row    int
	Entity string
	// Value is what stands there, as written. It is for the words shown to the
	// person who wrote it, and goes into no log.
	Value string
}

// Issue is one finding of one rule.
type Issue struct {
	Rule     string
	Severity Severity
	// Child is the local identifier of the child it is about; empty for an
	// issue of the whole return.
	Child string
	// Group numbers the findings of one rule from 0, in document order, so that
	// the places of one finding can be joined again in a flat file.
	Group int
	// Places are the values that together break the rule, the one to change
	// first. It is empty for an issue of the whole return.
	Places []Place
	// Say names the template of [message] to use when the rule has several
	// (missing, not a real date, too long …); empty for the rule's own words.
	Say string
	// Args fill the template, by name.
	Args map[string]string
}
