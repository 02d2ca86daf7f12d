package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"recordwell/capture"
)

// Write writes down batches, in order, in one transaction: either all of them
// are on the disk when it returns nil, or none is. Writing the same again does
// no harm, so that a write of unknown outcome can be tried again. What belongs
// to a withdrawn session is let go.
//
// [capture.ErrConflict] means that the batches can never be written: a sequence
// number that is taken, an entity that nobody added. [capture.ErrNotFound] is an
// unknown session. After any other error, trying again makes sense.
func (s *Store) Write(ctx context.Context, batches []capture.Batch) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		for i := range batches {
			if err := s.writeBatch(ctx, tx, &batches[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// SaveBatch writes one batch; see [Store.Write].
func (s *Store) SaveBatch(ctx context.Context, b capture.Batch) error {
	return s.Write(ctx, []capture.Batch{b})
}

func (s *Store) writeBatch(ctx context.Context, tx *sql.Tx, b *capture.Batch) error {
	if b.Session != "" {
		if err := s.writeRecord(ctx, tx, b); err != nil {
			return err
		}
	}
	return s.insertEvents(ctx, tx, b.Events)
}

// writeRecord writes everything of a batch but its events.
func (s *Store) writeRecord(ctx context.Context, tx *sql.Tx, b *capture.Batch) error {
	session, err := findSession(ctx, tx, b.Session)
	if errors.Is(err, capture.ErrWithdrawn) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := writeVoice(ctx, tx, session, b); err != nil {
		return err
	}
	if b.Task == "" {
		return nil
	}
	if err := s.upsertTask(ctx, tx, session, b.Task, b.Status); err != nil {
		return err
	}
	if b.Place != nil {
		if err := upsertPlace(ctx, tx, session, b.Task, b.Place); err != nil {
			return err
		}
	}
	if b.Case == "" {
		return nil
	}
	record, err := findOrAddCase(ctx, tx, session, b.Task, b.Case)
	if err != nil {
		return err
	}
	if err := upsertEntities(ctx, tx, record, b.Entities); err != nil {
		return err
	}
	if err := s.insertChanges(ctx, tx, record, b.Changes); err != nil {
		return err
	}
	if err := upsertReasons(ctx, tx, record, b.Reasons); err != nil {
		return err
	}
	if err := insertPages(ctx, tx, record, b.Pages); err != nil {
		return err
	}
	if err := upsertMarks(ctx, tx, record, b.Marks); err != nil {
		return err
	}
	if err := insertNotThese(ctx, tx, record, b.NotThese); err != nil {
		return err
	}
	if b.Submission != nil {
		return replaceSubmission(ctx, tx, record, b.Submission)
	}
	return nil
}

// conflict is the cause of a refusal of ours, in words for a developer.
func conflict(format string, args ...any) error {
	return fmt.Errorf("%w: %s", capture.ErrConflict, fmt.Sprintf(format, args...))
}
