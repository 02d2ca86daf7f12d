package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"iter"

	"recordwell/capture"
)

// Reading is one unchanging state of the file, held open for many small
// questions: each query is parsed once. It is for one goroutine at a time.
type Reading struct {
	r *Reader
	w *raw
}

// Read opens a reading. Close ends it.
func (r *Reader) Read(ctx context.Context) (*Reading, error) {
	w, err := r.openRaw(ctx)
	if err != nil {
		return nil, explain(reading, r.dir, err)
	}
	return &Reading{r, w}, nil
}

// Close ends the reading. A sequence of it that is under way ends with an error.
func (v *Reading) Close() error { return v.w.close() }

// Sessions returns the sessions of a study as [Reader.Sessions] does.
func (v *Reading) Sessions(ctx context.Context, study string) ([]capture.SessionRow, error) {
	all, err := v.w.sessions(ctx, ofStudy, study)
	return all, explain(reading, v.r.dir, err)
}

// Submissions streams the submissions of a study, or of every study for "", by
// session and task. It ends with the first error.
func (v *Reading) Submissions(ctx context.Context, study string) iter.Seq2[capture.Submission, error] {
	return func(yield func(capture.Submission, error) bool) {
		heads, err := v.w.submissions(ctx, study)
		for _, h := range heads {
			if err = v.w.fill(ctx, h.n, &h.sub); err != nil {
				break
			}
			if !yield(h.sub, nil) {
				return
			}
		}
		if err != nil {
			yield(capture.Submission{}, explain(reading, v.r.dir, err))
		}
	}
}

// Entities returns the entities of a record as they came, removed ones among them.
func (v *Reading) Entities(ctx context.Context, record capture.CaseID) ([]capture.Entity, error) {
	all, err := v.w.entities(ctx, `SELECT id, type, parent, ord, removed, added FROM entity
		WHERE case_record = (SELECT n FROM case_record WHERE id = ?) ORDER BY came`, string(record))
	return all, explain(reading, v.r.dir, err)
}

// History returns the changes of one answer, oldest first.
func (v *Reading) History(ctx context.Context, ref capture.Ref) ([]capture.Change, error) {
	var all []capture.Change
	err := v.w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		change := capture.Change{Entity: ref.Entity, Question: ref.Question, Seq: c.number()}
		err := c.answer(&change.Answer)
		change.At = unstamp(c.time())
		all = append(all, change)
		return true, errors.Join(err, c.err)
	}, `SELECT seq, state, raw, value, at FROM answer_change WHERE entity = ? AND question = ? ORDER BY seq`, string(ref.Entity), string(ref.Question))
	return all, explain(reading, v.r.dir, err)
}
