package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"recordwell/capture"
)

// writeVoice keeps what a person says: consent, comments, answers to surveys.
func writeVoice(ctx context.Context, tx *sql.Tx, session int64, b *capture.Batch) error {
	for _, c := range b.Consents {
		_, err := tx.ExecContext(ctx, `INSERT INTO consent (session, item, wording, agreed, at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (session, item, at) DO UPDATE SET wording = excluded.wording, agreed = excluded.agreed`,
			session, c.Item, c.Wording, c.Agreed, c.At.UnixMilli())
		if err != nil {
			return err
		}
	}
	for _, c := range b.Comments {
		if err := upsertComment(ctx, tx, session, c); err != nil {
			return err
		}
	}
	for _, a := range b.Surveys {
		var score any
		if a.Score != 0 {
			score = a.Score
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO survey (session, survey, subject, item, score, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (session, survey, subject, item) DO UPDATE SET score = excluded.score, text = excluded.text, at = excluded.at`,
			session, a.Survey, a.Subject, a.Item, score, orNull(a.Text), a.At.UnixMilli())
		if err != nil {
			return err
		}
	}
	return nil
}

// upsertComment keeps a comment, or with no text takes it back.
func upsertComment(ctx context.Context, tx *sql.Tx, session int64, c capture.Comment) error {
	if c.Text == "" {
		_, err := tx.ExecContext(ctx, `DELETE FROM comment WHERE id = ? AND session = ?`, c.ID, session)
		return err
	}
	done, err := tx.ExecContext(ctx, `INSERT INTO comment (id, session, task, entity, question, text, read_back, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET text = excluded.text, read_back = excluded.read_back, at = excluded.at WHERE session = excluded.session`,
		c.ID, session, c.Task, string(c.Ref.Entity), string(c.Ref.Question), c.Text, int64(c.ReadBack), c.At.UnixMilli())
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return conflict("comment %s is another session's", c.ID)
}

// Consents returns what a session agreed to and refused, in the order it was
// said; the last of an item holds.
func (r *Reader) Consents(ctx context.Context, session capture.SessionID) (all []capture.Consent, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var c capture.Consent
			var at sql.NullInt64
			err := rows.Scan(&c.Item, &c.Wording, &c.Agreed, &at)
			c.At = unstamp(at)
			all = append(all, c)
			return err
		}, `SELECT item, wording, agreed, at FROM consent WHERE session = (SELECT n FROM session WHERE id = ?) ORDER BY at, item`, string(session))
	})
	return all, err
}

// Comments streams the comments of a study with the session of each, or those
// of every study for "". It ends with the first error.
func (r *Reader) Comments(ctx context.Context, study string) iter.Seq2[Said[capture.Comment], error] {
	return said(ctx, r, func(rows *sql.Rows, s *Said[capture.Comment]) error {
		var at sql.NullInt64
		c := &s.What
		err := rows.Scan(&s.Session, &c.ID, &c.Task, &c.Ref.Entity, &c.Ref.Question, &c.Text, &c.ReadBack, &at)
		c.At = unstamp(at)
		return err
	}, `SELECT s.id, comment.id, task, entity, question, text, read_back, at FROM comment JOIN session s ON s.n = session
		WHERE ? IN ('', s.study) ORDER BY s.n, at, comment.id`, study)
}

// SurveyAnswers streams the answers to surveys of a study with the session of
// each, or those of every study for "". It ends with the first error.
func (r *Reader) SurveyAnswers(ctx context.Context, study string) iter.Seq2[Said[capture.SurveyAnswer], error] {
	return said(ctx, r, func(rows *sql.Rows, s *Said[capture.SurveyAnswer]) error {
		var at, score sql.NullInt64
		var text sql.NullString
		a := &s.What
		err := rows.Scan(&s.Session, &a.Survey, &a.Subject, &a.Item, &score, &text, &at)
		a.Score, a.Text, a.At = int(score.Int64), text.String, unstamp(at)
		return err
	}, `SELECT s.id, survey, subject, item, score, text, at FROM survey JOIN session s ON s.n = session
		WHERE ? IN ('', s.study) ORDER BY s.n, survey, subject, item`, study)
}

// Said is something with the session that said it.
type Said[T any] struct {
	Session capture.SessionID
	What    T
}

func said[T any](ctx context.Context, r *Reader, scan func(*sql.Rows, *Said[T]) error, query, study string) iter.Seq2[Said[T], error] {
	return func(yield func(Said[T], error) bool) {
		stopped := false
		err := r.view(ctx, func(tx *sql.Tx) error {
			rows, err := tx.QueryContext(ctx, query, study)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				var s Said[T]
				if err := scan(rows, &s); err != nil {
					return err
				}
				if stopped = !yield(s, nil); stopped {
					return nil
				}
			}
			return rows.Err()
		})
		if err != nil && !stopped {
			yield(Said[T]{}, err)
		}
	}
}
