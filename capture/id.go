package capture

import "github.com/google/uuid"

// Identifiers are UUIDs in their canonical text form, so that sessions of
// several computers merge without renaming.
type (
	// CaseID names one family's record in one session.
	CaseID string
	// EntityID names one entity of a case from the moment it is added.
	EntityID string
	// SessionID names one participant's session.
	SessionID string
	// RunID names one start of the program.
	RunID string
)

// QuestionID is a question's stable id: its XLSForm path, the form's id first,
// such as "child_details/identity/date_of_birth".
type QuestionID string

// Hash is the SHA-256 of a form version's canonical content, in hexadecimal.
type Hash string

// Ref is one question about one entity.
type Ref struct {
	Entity   EntityID
	Question QuestionID
}

// IDs makes new identifiers. Tests and simulations bring their own.
type IDs interface{ New() string }

// RandomIDs makes version 7 UUIDs, which sort by time.
type RandomIDs struct{}

// New returns a new UUID.
func (RandomIDs) New() string { return uuid.Must(uuid.NewV7()).String() }
