package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"recordwell/capture"
)

const insertChangeSQL = `INSERT INTO answer_change (case_record, seq, entity, question, state, raw, value, cause, at)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_record, seq) DO NOTHING`

// insertChanges adds to the history of a case.
func (s *Store) insertChanges(ctx context.Context, tx *sql.Tx, record int64, changes []capture.Change) error {
	if len(changes) == 0 {
		return nil
	}
	insert := tx.StmtContext(ctx, s.insertChange)
	for _, c := range changes {
		done, err := insert.ExecContext(ctx, record, c.Seq, string(c.Entity), string(c.Question),
			c.Answer.State.String(), c.Answer.Raw, valueOf(c.Answer), c.Cause.String(), c.At.UnixMilli())
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil {
			return err
		} else if n == 0 {
			if err := sameChange(ctx, tx, record, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameChange makes sure that a sequence number that is taken is taken by the
// very same change, written by an attempt whose outcome was not known.
func sameChange(ctx context.Context, tx *sql.Tx, record int64, c capture.Change) error {
	var same bool
	err := tx.QueryRowContext(ctx, `SELECT entity = ? AND question = ? AND state = ? AND raw = ? AND value IS ? AND at = ?
		FROM answer_change WHERE case_record = ? AND seq = ?`,
		string(c.Entity), string(c.Question), c.Answer.State.String(), c.Answer.Raw, valueOf(c.Answer), c.At.UnixMilli(), record, c.Seq).Scan(&same)
	if err == nil && !same {
		err = conflict("change %d of case %s is taken by another change", c.Seq, c.Case)
	}
	return err
}

func findChanges(ctx context.Context, q querier, record int64, id capture.CaseID) ([]capture.Change, error) {
	var all []capture.Change
	err := each(ctx, q, func(rows *sql.Rows) error {
		c := capture.Change{Case: id}
		var value sql.NullString
		var at sql.NullInt64
		var state, cause string
		if err := rows.Scan(&c.Seq, &c.Entity, &c.Question, &state, &c.Answer.Raw, &value, &cause, &at); err != nil {
			return err
		}
		var ok bool
		if c.Cause, ok = capture.ParseCause(cause); !ok {
			return fmt.Errorf("%w: cause %q", capture.ErrCorrupt, cause)
		}
		c.At = unstamp(at)
		err := setAnswer(&c.Answer, state, value)
		all = append(all, c)
		return err
	}, `SELECT seq, entity, question, state, raw, value, cause, at FROM answer_change WHERE case_record = ? ORDER BY seq`, record)
	return all, err
}

// valueOf is null while what was typed cannot be read.
func valueOf(a capture.Answer) any {
	if !a.Readable {
		return nil
	}
	return a.Value
}

func setAnswer(a *capture.Answer, state string, value sql.NullString) error {
	known, ok := capture.ParseState(state)
	if !ok {
		return fmt.Errorf("%w: state %q", capture.ErrCorrupt, state)
	}
	a.State, a.Value, a.Readable = known, value.String, value.Valid
	return nil
}
