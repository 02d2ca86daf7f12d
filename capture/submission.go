package capture

import "time"

// Submission is what a finished task leaves: the entities and the relevant
// answers at that moment, each with the forms' versions they were given to.
type Submission struct {
	Session SessionID
	Task    string
	Case    Case
	Forms   []FormVersion // that were filled in
	// Background are the forms whose answers the record held already.
	Background []FormVersion
	Answers    []SubmittedAnswer
	Reasons    []Reason
	Finished   time.Time
	// ErrorsLeft and QueriesLeft count what was still open.
	ErrorsLeft, QueriesLeft int
	Simulated               bool
}

// FormVersion names the exact form that was filled in.
type FormVersion struct {
	Form    string
	Version string
	Hash    Hash
}

// SubmittedAnswer is one answer that left with the record. Questions that were
// not relevant are not among them.
type SubmittedAnswer struct {
	Ref
	Answer Answer
	// Known answers were there when the task began, and nobody changed them: they
	// are part of the record, and not the person's work.
	Known bool
}

// Reason is what a person wrote to explain a query. It is part of the record,
// and exported with it.
type Reason struct {
	Ref
	Rule string
	Text string
}
