package capture

import "time"

// Consent is one item of the consent form, agreed to or refused. Each session
// confirms anew; what was said before stays.
type Consent struct {
	Item    string // its id in the study's wording
	Wording string // the version of the wording
	Agreed  bool
	At      time.Time
}

// Comment is what a person chose to say about a question. It is research data
// of its own, by consent, and never in the journal.
type Comment struct {
	ID   string // a UUID; saving it again replaces the text
	Task string
	Ref  Ref
	Text string
	// ReadBack marks what the child or family said is not right, when the record
	// was read back to them.
	ReadBack Correction
	At       time.Time
}

// Correction is whether a person agrees that an answer is not right.
type Correction uint8

// The kinds of corrections. Their numbers are stored, and stand in events.
const (
	NoCorrection Correction = iota // a comment of the person's own
	Agreed                         // the record is wrong
	Disagreed                      // they see it differently
)

// SurveyAnswer is one item of a survey, such as the sixth of SUS.
type SurveyAnswer struct {
	Survey  string // "seq", "sus", "end"
	Subject string // what it is about: a task's id, a condition's, or ""
	Item    string
	Score   int    // from 1; 0 when it was skipped or asks for words
	Text    string // of an open question
	At      time.Time
}
