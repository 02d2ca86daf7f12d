package sqlite

import (
	"context"
	"database/sql"

	"recordwell/capture"
)

// SetPersonSetting keeps a choice of the person of a session; "" forgets it.
func (s *Store) SetPersonSetting(ctx context.Context, id capture.SessionID, name, value string) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		n, err := findSession(ctx, tx, id)
		if err != nil {
			return err
		}
		if value == "" {
			_, err = tx.ExecContext(ctx, `DELETE FROM person_setting WHERE session = ? AND name = ?`, n, name)
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO person_setting (session, name, value) VALUES (?, ?, ?)
			ON CONFLICT (session, name) DO UPDATE SET value = excluded.value`, n, name, value)
		return err
	})
}

// PersonSettings returns the choices of the person of a session by name; none
// for a session that is not there.
func (r *Reader) PersonSettings(ctx context.Context, id capture.SessionID) (all map[string]string, err error) {
	all = map[string]string{}
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var name, value string
			err := rows.Scan(&name, &value)
			all[name] = value
			return err
		}, `SELECT name, value FROM person_setting JOIN session ON n = session WHERE id = ?`, string(id))
	})
	return all, err
}

// PersonSaid returns what the person of a session answered to surveys and said
// about questions, in the order it was said.
func (r *Reader) PersonSaid(ctx context.Context, id capture.SessionID) (surveys []capture.SurveyAnswer, comments []capture.Comment, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		err := each(ctx, tx, func(rows *sql.Rows) error {
			var a capture.SurveyAnswer
			var at, score sql.NullInt64
			var text sql.NullString
			err := rows.Scan(&a.Survey, &a.Subject, &a.Item, &score, &text, &at)
			a.Score, a.Text, a.At = int(score.Int64), text.String, unstamp(at)
			surveys = append(surveys, a)
			return err
		}, `SELECT survey, subject, item, score, text, at FROM survey
			WHERE session = (SELECT n FROM session WHERE id = ?) ORDER BY at, survey, subject, item`, string(id))
		if err != nil {
			return err
		}
		return each(ctx, tx, func(rows *sql.Rows) error {
			var c capture.Comment
			var at sql.NullInt64
			err := rows.Scan(&c.ID, &c.Task, &c.Ref.Entity, &c.Ref.Question, &c.Text, &c.ReadBack, &at)
			c.At = unstamp(at)
			comments = append(comments, c)
			return err
		}, `SELECT id, task, entity, question, text, read_back, at FROM comment
			WHERE session = (SELECT n FROM session WHERE id = ?) ORDER BY at, id`, string(id))
	})
	return surveys, comments, err
}
