package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"recordwell/capture"
)

// Reading is one unchanging state of the file, held open for many small
// questions: each query is parsed once. It is for one goroutine at a time.
type Reading struct {
	r *Reader
	q *prepared
}

// Read opens a reading. Close ends it.
func (r *Reader) Read(ctx context.Context) (*Reading, error) {
	tx, err := r.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, explain(reading, r.dir, err)
	}
	return &Reading{r, &prepared{tx: tx, known: map[string]*sql.Stmt{}}}, nil
}

// Close ends the reading. A sequence of it that is under way ends with an error.
func (v *Reading) Close() error { return v.q.tx.Rollback() }

// Sessions returns the sessions of a study as [Reader.Sessions] does.
func (v *Reading) Sessions(ctx context.Context, study string) ([]capture.SessionRow, error) {
	all, err := findSessions(ctx, v.q, `WHERE ? IN ('', study) ORDER BY started, n`, study)
	return all, explain(reading, v.r.dir, err)
}

// Submissions streams the submissions of a study as [Reader.Submissions] does.
func (v *Reading) Submissions(ctx context.Context, study string) iter.Seq2[capture.Submission, error] {
	return func(yield func(capture.Submission, error) bool) {
		numbers, err := findSubmissions(ctx, v.q, study)
		for _, n := range numbers {
			var sub capture.Submission
			if sub, err = findSubmission(ctx, v.q, n); err != nil {
				break
			}
			if !yield(sub, nil) {
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
	all, err := scanEntities(ctx, v.q, `SELECT id, type, parent, ord, removed, added FROM entity
		WHERE case_record = (SELECT n FROM case_record WHERE id = ?) ORDER BY came`, string(record))
	return all, explain(reading, v.r.dir, err)
}

// History returns the changes of one answer, oldest first.
func (v *Reading) History(ctx context.Context, ref capture.Ref) ([]capture.Change, error) {
	var all []capture.Change
	err := each(ctx, v.q, func(rows *sql.Rows) error {
		c := capture.Change{Entity: ref.Entity, Question: ref.Question}
		var value sql.NullString
		var at sql.NullInt64
		var state string
		if err := rows.Scan(&c.Seq, &state, &c.Answer.Raw, &value, &at); err != nil {
			return err
		}
		c.At = unstamp(at)
		err := setAnswer(&c.Answer, state, value)
		all = append(all, c)
		return err
	}, `SELECT seq, state, raw, value, at FROM answer_change WHERE entity = ? AND question = ? ORDER BY seq`, string(ref.Entity), string(ref.Question))
	return all, explain(reading, v.r.dir, err)
}

// prepared is a transaction that keeps its queries parsed.
type prepared struct {
	tx    *sql.Tx
	known map[string]*sql.Stmt
}

func (p *prepared) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	s := p.known[query]
	if s == nil {
		var err error
		if s, err = p.tx.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
		p.known[query] = s // closed with the transaction
	}
	return s, nil
}

func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext asks the transaction where the query cannot be parsed, which
// says why.
func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := p.statement(ctx, query)
	if err != nil {
		return p.tx.QueryRowContext(ctx, query, args...)
	}
	return s.QueryRowContext(ctx, args...)
}
