package research

import (
	"context"

	"recordwell/capture"
	"recordwell/capture/replay"
)

// Watch is where sessions are looked at one by one. Its calls run off the UI
// goroutine.
type Watch interface {
	// Replay lays a session out in time: where, when and how long, never what was
	// typed. Progress hears events read, and of how many.
	Replay(ctx context.Context, id capture.SessionID, progress func(done, of int64)) (*replay.Session, error)
	// Costs are what a question cost each person, what cost most first.
	Costs(ctx context.Context, question capture.QuestionID, progress func(done, of int64)) ([]replay.Cost, error)

	// Notes are what observers wrote about a session. SaveNote keeps one, a new one
	// under an ID of its own, and returns it as kept; RemoveNote deletes it, and
	// saving it again brings it back.
	Notes(ctx context.Context, id capture.SessionID) ([]capture.Note, error)
	SaveNote(ctx context.Context, id capture.SessionID, n capture.Note) (capture.Note, error)
	RemoveNote(ctx context.Context, id capture.SessionID, note string) error
}
