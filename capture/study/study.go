package study

import (
	"recordwell/capture"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// Study is one piece of research.
type Study struct {
	ID         string
	Title      string
	Collection Collection
	// Controller, Contact, Retention and Withdrawal are what consent promises.
	Controller, Contact   string
	Retention, Withdrawal datatype.Date
	// Consent is what people are told and asked; never nil once loaded.
	Consent *Consent
	Rounds  []Round
	// Seed makes conditions and codes; machines with the same seed agree.
	Seed int64
	// Surveys are the questionnaires in use: SEQ, SUS, End.
	Surveys []string
	// Codes are the participants' codes, six characters, the last a check; Void
	// are those of them that were taken back.
	Codes, Void []string
	// PlainStory shows stories without their facts in bold, so that finding them is
	// part of the work.
	PlainStory bool
	// Targets are what the study sets out to reach; never empty once loaded.
	Targets Targets

	node *source.Node
}

// File returns the path that the study was read from.
func (s *Study) File() string { return s.node.File }

// Collection is the statutory collection that stories lie in.
type Collection struct {
	Return     string // "cin"
	Year       string // "2025-26"
	Start, End datatype.Date
}

// Round is one run of the study with fixed versions of the forms.
type Round struct {
	ID        string
	Title     string
	Open      bool
	Forms     []capture.FormVersion // with a hash once the forms are loaded
	Scenarios []string
	// Conditions are what participants are allotted to; never empty once loaded.
	Conditions []Condition

	node *source.Node
}

// When is the moment at which a person sees a finding.
type When string

// The moments that a condition can choose.
const (
	OnContinue  When = "on_continue"
	OnLeaving   When = "on_leaving"
	WhileTyping When = "while_typing"
)

// Condition is one way of telling people about findings.
type Condition struct {
	ID      string
	When    When
	Wording string // a variant of the message catalogue; "standard" is ours
}
