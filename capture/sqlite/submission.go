package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
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
		v, err := r.Read(ctx)
		if err != nil {
			yield(capture.Submission{}, err)
			return
		}
		defer v.Close()
		v.Submissions(ctx, study)(yield)
	}
}

// CountSubmitted returns how many answers the finished records of a study hold, of one
// round or for "" of all.
func (r *Reader) CountSubmitted(ctx context.Context, study, round string) (n int, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT count(*) FROM submission_answer a JOIN submission ON submission.n = a.submission
			JOIN case_record c ON c.n = case_record JOIN session s ON s.n = c.session
			WHERE s.study = ? AND ? IN ('', s.round) AND a.raw <> ''`, study, round).Scan(&n)
	})
	return n, err
}

// submissionHead is a submission without what it holds.
type submissionHead struct {
	n   int64
	sub capture.Submission
}

func (w *raw) submissions(ctx context.Context, study string) ([]submissionHead, error) {
	var all []submissionHead
	err := w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		h := submissionHead{n: c.number()}
		h.sub.Session, h.sub.Task, h.sub.Case.ID = capture.SessionID(c.text()), c.text(), capture.CaseID(c.text())
		h.sub.Simulated, h.sub.Finished = c.number() != 0, unstamp(c.time())
		h.sub.ErrorsLeft, h.sub.QueriesLeft = int(c.number()), int(c.number())
		all = append(all, h)
		return true, c.err
	}, `SELECT submission.n, s.id, c.task, c.id, s.simulated, finished, errors_left, queries_left
		FROM submission JOIN case_record c ON c.n = case_record JOIN session s ON s.n = c.session
		WHERE ? IN ('', s.study) ORDER BY s.started, s.n, c.task`, study)
	return all, err
}

// fill reads what a submission holds. Most hold about as many answers as the one
// before.
func (w *raw) fill(ctx context.Context, n int64, sub *capture.Submission) error {
	err := w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		f := capture.FormVersion{Form: c.text(), Version: c.text(), Hash: capture.Hash(c.text())}
		if c.number() != 0 {
			sub.Background = append(sub.Background, f)
		} else {
			sub.Forms = append(sub.Forms, f)
		}
		return true, c.err
	}, `SELECT form, version, hash, background FROM submission_form WHERE submission = ? ORDER BY ord`, n)
	if err != nil {
		return err
	}
	sub.Case.Entities, err = w.entities(ctx,
		`SELECT entity, type, parent, ord, removed, added FROM submission_entity WHERE submission = ? ORDER BY came`, n)
	if err != nil {
		return err
	}
	sub.Answers = make([]capture.SubmittedAnswer, 0, w.answers)
	defer func() { w.answers = len(sub.Answers) }()
	err = w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		var a capture.SubmittedAnswer
		a.Entity, a.Question = capture.EntityID(c.text()), capture.QuestionID(c.text())
		err := c.answer(&a.Answer)
		a.Known = c.number() != 0
		sub.Answers = append(sub.Answers, a)
		return true, errors.Join(err, c.err)
	}, `SELECT entity, question, state, raw, value, known FROM submission_answer WHERE submission = ? ORDER BY ord`, n)
	if err != nil {
		return err
	}
	return w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		sub.Reasons = append(sub.Reasons, capture.Reason{
			Ref: capture.Ref{Entity: capture.EntityID(c.text()), Question: capture.QuestionID(c.text())}, Rule: c.text(), Text: c.text(),
		})
		return true, c.err
	}, `SELECT entity, question, rule, text FROM submission_reason WHERE submission = ? ORDER BY ord`, n)
}

func (w *raw) entities(ctx context.Context, query string, arg driver.Value) ([]capture.Entity, error) {
	var all []capture.Entity
	err := w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		all = append(all, capture.Entity{
			ID: capture.EntityID(c.text()), Type: capture.EntityType(c.text()), Parent: capture.EntityID(c.textOrNull().String),
			Order: int(c.number()), Removed: c.number() != 0, Added: unstamp(c.time()),
		})
		return true, c.err
	}, query, arg)
	return all, err
}

// answer takes a state, what was typed, and what it means.
func (c *columns) answer(a *capture.Answer) error {
	state := c.text()
	a.Raw = c.text()
	return setAnswer(a, state, c.textOrNull())
}
