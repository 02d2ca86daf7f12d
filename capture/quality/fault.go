package quality

import "recordwell/capture"

// FaultKind says which dimension a place of a record counts against, and why.
type FaultKind uint8

// The kinds. A place can have several faults.
const (
	LeftBlank     FaultKind = iota // completeness
	BrokenAnswer                   // validity: an answer with an error at the finish
	Disagrees                      // consistency: its rule reads another question, and does not hold
	NotTheSame                     // consistency: asked twice, answered otherwise
	RepeatedEntry                  // uniqueness: an entry of a list that repeats an earlier one
)

// Fault is a place that counts against a dimension. A repeated entry has no
// question.
type Fault struct {
	capture.Ref
	Kind FaultKind
}

func (a *Assessment) fault(kind FaultKind, entity capture.EntityID, question capture.QuestionID) {
	a.Faults = append(a.Faults, Fault{capture.Ref{Entity: entity, Question: question}, kind})
}
