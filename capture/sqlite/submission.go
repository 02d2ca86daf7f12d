package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"slices"

	"recordwell/capture"
)

// replaceSubmission keeps what a finished task leaves. A task that was finished
// before and is finished again leaves the later one; its history has both.
func replaceSubmission(ctx context.Context, tx *sql.Tx, record int64, sub *capture.Submission) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM submission WHERE case_record = ?`, record); err != nil {
		return err
	}
	var n int64
	err := tx.QueryRowContext(ctx, `INSERT INTO submission (case_record, finished, errors_left, queries_left) VALUES (?, ?, ?, ?) RETURNING n`,
		record, sub.Finished.UnixMilli(), sub.ErrorsLeft, sub.QueriesLeft).Scan(&n)
	if err != nil {
		return err
	}
	for i, f := range slices.Concat(sub.Forms, sub.Background) {
		_, err := tx.ExecContext(ctx, `INSERT INTO submission_form (submission, ord, form, version, hash, background) VALUES (?, ?, ?, ?, ?, ?)`,
			n, i, f.Form, f.Version, string(f.Hash), i >= len(sub.Forms))
		if err != nil {
			return err
		}
	}
	for i, e := range sub.Case.Entities {
		_, err := tx.ExecContext(ctx, `INSERT INTO submission_entity (submission, came, entity, type, parent, ord, removed, added)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			n, i, string(e.ID), string(e.Type), orNull(e.Parent), e.Order, e.Removed, e.Added.UnixMilli())
		if err != nil {
			return err
		}
	}
	for i, a := range sub.Answers {
		_, err := tx.ExecContext(ctx, `INSERT INTO submission_answer (submission, ord, entity, question, state, raw, value, known)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			n, i, string(a.Entity), string(a.Question), a.Answer.State.String(), a.Answer.Raw, valueOf(a.Answer), a.Known)
		if err != nil {
			return err
		}
	}
	for i, r := range sub.Reasons {
		_, err := tx.ExecContext(ctx, `INSERT INTO submission_reason (submission, ord, entity, question, rule, text) VALUES (?, ?, ?, ?, ?, ?)`,
			n, i, string(r.Entity), string(r.Question), r.Rule, r.Text)
		if err != nil {
			return err
		}
	}
	return nil
}

// Submissions streams the submissions of a study, or of every study for "", by
// session and task, as they are at the moment the loop begins. It ends with the
// first error.
func (r *Reader) Submissions(ctx context.Context, study string) iter.Seq2[capture.Submission, error] {
	return func(yield func(capture.Submission, error) bool) {
		stopped := false
		err := r.view(ctx, func(tx *sql.Tx) error {
			numbers, err := findSubmissions(ctx, tx, study)
			if err != nil {
				return err
			}
			for _, n := range numbers {
				sub, err := findSubmission(ctx, tx, n)
				if err != nil {
					return err
				}
				if stopped = !yield(sub, nil); stopped {
					return nil
				}
			}
			return nil
		})
		if err != nil && !stopped {
			yield(capture.Submission{}, err)
		}
	}
}

func findSubmissions(ctx context.Context, q querier, study string) ([]int64, error) {
	var all []int64
	err := each(ctx, q, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		all = append(all, n)
		return err
	}, `SELECT submission.n FROM submission JOIN case_record c ON c.n = case_record JOIN session s ON s.n = c.session
		WHERE ? IN ('', s.study) ORDER BY s.started, s.n, c.task`, study)
	return all, err
}

func findSubmission(ctx context.Context, q querier, n int64) (sub capture.Submission, err error) {
	var finished sql.NullInt64
	err = q.QueryRowContext(ctx, `SELECT s.id, c.task, c.id, s.simulated, finished, errors_left, queries_left
		FROM submission JOIN case_record c ON c.n = case_record JOIN session s ON s.n = c.session WHERE submission.n = ?`, n).
		Scan(&sub.Session, &sub.Task, &sub.Case.ID, &sub.Simulated, &finished, &sub.ErrorsLeft, &sub.QueriesLeft)
	if err != nil {
		return sub, err
	}
	sub.Finished = unstamp(finished)
	err = each(ctx, q, func(rows *sql.Rows) error {
		var f capture.FormVersion
		var background bool
		err := rows.Scan(&f.Form, &f.Version, &f.Hash, &background)
		if background {
			sub.Background = append(sub.Background, f)
		} else {
			sub.Forms = append(sub.Forms, f)
		}
		return err
	}, `SELECT form, version, hash, background FROM submission_form WHERE submission = ? ORDER BY ord`, n)
	if err != nil {
		return sub, err
	}
	sub.Case.Entities, err = scanEntities(ctx, q,
		`SELECT entity, type, parent, ord, removed, added FROM submission_entity WHERE submission = ? ORDER BY came`, n)
	if err != nil {
		return sub, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var a capture.SubmittedAnswer
		var state string
		var value sql.NullString
		if err := rows.Scan(&a.Entity, &a.Question, &state, &a.Answer.Raw, &value, &a.Known); err != nil {
			return err
		}
		err := setAnswer(&a.Answer, state, value)
		sub.Answers = append(sub.Answers, a)
		return err
	}, `SELECT entity, question, state, raw, value, known FROM submission_answer WHERE submission = ? ORDER BY ord`, n)
	if err != nil {
		return sub, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var r capture.Reason
		err := rows.Scan(&r.Entity, &r.Question, &r.Rule, &r.Text)
		sub.Reasons = append(sub.Reasons, r)
		return err
	}, `SELECT entity, question, rule, text FROM submission_reason WHERE submission = ? ORDER BY ord`, n)
	return sub, err
}
