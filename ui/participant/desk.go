package participant

import (
	"context"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
)

// Desk is where sessions come from, and where what they leave is kept.
type Desk interface {
	// StudyTitle names the study on the start page; "" while it is being read.
	StudyTitle() string
	// Ready waits until everything is read that a session needs, and says what
	// keeps the program from using it.
	Ready(ctx context.Context) error
	// Begin opens the session of a code, a new one or the one begun before. A new
	// one is in memory alone: Admit makes room for it once someone has agreed,
	// Refuse forgets it.
	Begin(ctx context.Context, code string) (*session.Session, error)
	Admit(ctx context.Context, s *session.Session) error
	Refuse(s *session.Session)
	// Choices reads the settings of the session's person.
	Choices(ctx context.Context, id capture.SessionID) (capture.Choices, error)
	// Load reads the case of a task; an empty one when it is new.
	Load(ctx context.Context, id capture.SessionID, task string) (capture.SavedCase, error)
	// Sync waits until everything handed to the journal is on disk.
	Sync(ctx context.Context) error
	// End notes that the session ended, once everything is on the disk.
	End(ctx context.Context, id capture.SessionID) error
	// Events reads what is kept of how the session went, in order.
	Events(ctx context.Context, id capture.SessionID) ([]event.Record, error)
	// SaveCopy writes an HTML page that the person keeps or prints.
	SaveCopy(id capture.SessionID, name string, page []byte) (path string, err error)
	// RemoveDetails blanks answers on the disk that the session has forgotten.
	RemoveDetails(ctx context.Context, id capture.SessionID, refs ...capture.Ref) error
	// Withdraw deletes everything of the session, and returns when.
	Withdraw(ctx context.Context, id capture.SessionID) (time.Time, error)
}
