package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"recordwell/capture"
)

const upsertNoteSQL = `INSERT INTO observer_note (id, session, task, at, tag, severity, text, outcome, reason, written)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (id) DO UPDATE SET task = excluded.task, at = excluded.at, tag = excluded.tag, severity = excluded.severity,
		text = excluded.text, outcome = excluded.outcome, reason = excluded.reason, written = excluded.written
	WHERE session = excluded.session`

// SaveNote keeps an observer's note on a session, or replaces the one with its ID.
// An outcome without a reason or without a task is an error.
func (s *Store) SaveNote(ctx context.Context, id capture.SessionID, n capture.Note) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		session, err := findSession(ctx, tx, id)
		if err != nil {
			return err
		}
		done, err := tx.ExecContext(ctx, upsertNoteSQL, n.ID, session, n.Task, n.At.UnixMilli(), n.Tag, n.Severity, n.Text, string(n.Outcome), n.Reason, n.Written.UnixMilli())
		if err != nil {
			return err
		}
		if kept, err := done.RowsAffected(); err != nil || kept == 1 {
			return err
		}
		return conflict("note %s is about another session", n.ID)
	})
}

// RemoveNote deletes a note. Saving it again brings it back.
func (s *Store) RemoveNote(ctx context.Context, id capture.SessionID, note string) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM observer_note WHERE id = ? AND session = (SELECT n FROM session WHERE id = ?)`, note, string(id))
		return err
	})
}

// Notes returns the notes on a session in the order of their moments.
func (r *Reader) Notes(ctx context.Context, id capture.SessionID) (all []capture.Note, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var s Said[capture.Note]
			err := scanNote(rows, &s)
			all = append(all, s.What)
			return err
		}, selectNotes+` WHERE s.id = ? ORDER BY at, written, o.id`, string(id))
	})
	return all, err
}

const selectNotes = `SELECT s.id, o.id, task, at, tag, severity, text, outcome, reason, written
	FROM observer_note o JOIN session s ON s.n = o.session`

// StudyNotes streams the notes on the sessions of a study, or of every study for
// "", with the session of each, in the order they were written.
func (r *Reader) StudyNotes(ctx context.Context, study string) iter.Seq2[Said[capture.Note], error] {
	return said(ctx, r, scanNote, selectNotes+` WHERE ? IN ('', s.study) ORDER BY written, o.id`, study)
}

func scanNote(rows *sql.Rows, s *Said[capture.Note]) error {
	var at, written sql.NullInt64
	n := &s.What
	err := rows.Scan(&s.Session, &n.ID, &n.Task, &at, &n.Tag, &n.Severity, &n.Text, &n.Outcome, &n.Reason, &written)
	n.At, n.Written = unstamp(at), unstamp(written)
	return err
}
