package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"recordwell/capture"
)

// CreateSession begins a session: its ID, Code, Study, Round, Condition,
// Simulated and Started are kept; the rest grows with what is written. An ID or
// a study's code that has a session already is [capture.ErrConflict], a
// withdrawn ID [capture.ErrWithdrawn].
func (s *Store) CreateSession(ctx context.Context, row capture.SessionRow) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		_, err := findSession(ctx, tx, row.ID)
		if err == nil {
			return conflict("there is a session %s", row.ID)
		}
		if !errors.Is(err, capture.ErrNotFound) {
			return err
		}
		var taken int
		err = tx.QueryRowContext(ctx, `SELECT count(*) FROM session WHERE study = ? AND code = ?`, row.Study, row.Code).Scan(&taken)
		if err != nil {
			return err
		}
		if taken > 0 {
			return conflict("the code has a session")
		}
		return insertSession(ctx, tx, row)
	})
}

func insertSession(ctx context.Context, tx *sql.Tx, row capture.SessionRow) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO session (id, study, round, code, condition, simulated, started, ended)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		string(row.ID), row.Study, row.Round, row.Code, row.Condition, row.Simulated, row.Started.UnixMilli(), stamp(row.Ended))
	return err
}

// EndSession notes when a session ended. A session that is taken up again and
// ended again keeps the later time.
func (s *Store) EndSession(ctx context.Context, id capture.SessionID, at time.Time) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		n, err := findSession(ctx, tx, id)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE session SET ended = max(started, ?) WHERE n = ?`, at.UnixMilli(), n)
		return err
	})
}

// SessionByCode returns the session that a code of a study began, with its
// tasks, or [capture.ErrNotFound]. Of several, as after merging two computers,
// it is the one that began last.
func (r *Reader) SessionByCode(ctx context.Context, study, code string) (capture.SessionRow, error) {
	return r.oneSession(ctx, `WHERE study = ? AND code = ? ORDER BY started DESC, n DESC LIMIT 1`, study, code)
}

// Session returns a session by its ID, or [capture.ErrNotFound].
func (r *Reader) Session(ctx context.Context, id capture.SessionID) (capture.SessionRow, error) {
	return r.oneSession(ctx, `WHERE id = ?`, string(id))
}

func (r *Reader) oneSession(ctx context.Context, where string, args ...driver.Value) (row capture.SessionRow, err error) {
	err = r.rawView(ctx, func(w *raw) error {
		all, err := w.sessions(ctx, where, args...)
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return &Error{Words: "There is no session for this code on this computer.", Kind: capture.ErrNotFound}
		}
		row = all[0]
		return nil
	})
	return row, err
}

// Sessions returns the sessions of a study in the order they began, or those of
// every study for "".
func (r *Reader) Sessions(ctx context.Context, study string) (all []capture.SessionRow, err error) {
	err = r.rawView(ctx, func(w *raw) (err error) {
		all, err = w.sessions(ctx, ofStudy, study)
		return err
	})
	return all, err
}

const ofStudy = `WHERE ? IN ('', study) ORDER BY started, n`

// findSession returns the short number of a session, [capture.ErrWithdrawn] or
// [capture.ErrNotFound].
func findSession(ctx context.Context, q querier, id capture.SessionID) (int64, error) {
	var n int64
	err := q.QueryRowContext(ctx, `SELECT n FROM session WHERE id = ?`, string(id)).Scan(&n)
	if !errors.Is(err, sql.ErrNoRows) {
		return n, err
	}
	var gone bool
	if err := q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tombstone WHERE session = ?)`, string(id)).Scan(&gone); err != nil {
		return 0, err
	}
	if gone {
		return 0, capture.ErrWithdrawn
	}
	return 0, fmt.Errorf("session %s: %w", id, capture.ErrNotFound)
}

func (w *raw) sessions(ctx context.Context, where string, args ...driver.Value) ([]capture.SessionRow, error) {
	var all []capture.SessionRow
	var numbers []int64
	err := w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		numbers = append(numbers, c.number())
		all = append(all, capture.SessionRow{
			ID: capture.SessionID(c.text()), Code: c.text(), Study: c.text(), Round: c.text(), Condition: int32(c.number()), Simulated: c.number() != 0,
			Started: unstamp(c.time()), Ended: unstamp(c.time()), LastSeq: uint64(c.number()),
		})
		return true, c.err
	}, `SELECT n, id, code, study, round, condition, simulated, started, ended,
		(SELECT coalesce(max(seq), 0) FROM event WHERE event.session = session.n) FROM session `+where, args...)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Tasks, err = w.tasks(ctx, numbers[i]); err != nil {
			return nil, err
		}
		if all[i].Place, err = w.lastPlace(ctx, numbers[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}
