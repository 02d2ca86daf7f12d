package quality

import (
	"recordwell/capture"
)

// Outcome is how one cell compares with the answer key. Every applicable cell
// has exactly one.
type Outcome uint8

// The outcomes. Extra is an answer where the key says blank, or about someone
// who is not in the story; NotKnownWhenKnown is an escape answer where the story
// gives the value.
const (
	Correct Outcome = iota
	WrongButValid
	WrongAndFlagged
	Missing
	Extra
	NotKnownWhenKnown
	outcomes
)

var outcomeNames = [outcomes]string{
	"correct", "wrong but valid", "wrong and flagged", "missing", "extra", "not known when known",
}

func (o Outcome) String() string { return outcomeNames[o] }

// Outcomes returns all of them in the order of the error matrix.
func Outcomes() []Outcome {
	return []Outcome{Correct, WrongButValid, WrongAndFlagged, Missing, Extra, NotKnownWhenKnown}
}

// Tally counts cells by outcome: a row of the error matrix.
type Tally [outcomes]int

// Applicable is the number of cells; the outcomes always sum to it.
func (t Tally) Applicable() int {
	n := 0
	for _, v := range t {
		n += v
	}
	return n
}

// Wrong is the number of cells that are not correct.
func (t Tally) Wrong() int { return t.Applicable() - t[Correct] }

func (t *Tally) add(o Tally) {
	for i, v := range o {
		t[i] += v
	}
}

// Cell is one applicable cell of a record.
type Cell struct {
	capture.Ref        // no entity where the record lacks one
	Alias       string // the story's name; empty for what is not in the story
	Outcome     Outcome
	// Diacritics marks a name that is right but for its accents.
	Diacritics bool
	// Critical cells decide whether the task succeeded.
	Critical bool
	// Set marks a select_multiple. F1 is its agreement with the key, 0 to 1;
	// SetMissing and SetExtra count choices.
	Set                  bool
	F1                   float64
	SetMissing, SetExtra int
}
