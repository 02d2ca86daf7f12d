package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Reader reads what a data folder holds. It may be used by several goroutines.
type Reader struct {
	dir string
	db  *sql.DB
}

// Dir returns the data folder.
func (r *Reader) Dir() string { return r.dir }

// Close ends reading.
func (r *Reader) Close() error { return r.db.Close() }

// Store also writes. Writes from several goroutines take turns.
type Store struct {
	*Reader
	clock capture.Clock
	write *sql.DB // one connection
	lock  *lock

	insertEvent, insertChange *sql.Stmt
	// names is what the table of that name holds, as far as it was needed. It is
	// read and filled only inside a transaction, so the one connection guards it.
	names map[string]int64
	// runs are those of this program, guarded likewise. One that went with the
	// last session it had comes back with the next.
	runs map[uuid.UUID]event.Run
}

func (s *Store) prepareStatements(ctx context.Context) (err error) {
	if s.insertEvent, err = s.write.PrepareContext(ctx, insertEventSQL); err != nil {
		return err
	}
	s.insertChange, err = s.write.PrepareContext(ctx, insertChangeSQL)
	return err
}

// Close ends reading and writing and folds the write-ahead log into the file.
func (s *Store) Close() error {
	err := errors.Join(s.db.Close(), s.insertEvent.Close(), s.insertChange.Close(), s.write.Close())
	return errors.Join(err, s.lock.release(err == nil))
}

// transact runs do in one transaction. What failed is undone as a whole.
func (s *Store) transact(ctx context.Context, d deed, do func(tx *sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(d, s.dir, err)
	}
	if err = do(tx); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		tx.Rollback()
		clear(s.names) // some may have been undone with the rest
		return explain(d, s.dir, err)
	}
	return nil
}

// view runs do over one unchanging state of the file.
func (r *Reader) view(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := r.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(reading, r.dir, err)
	}
	defer tx.Rollback()
	return explain(reading, r.dir, do(tx))
}

// querier is what both a pool and a transaction can do.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// each calls scan for every row of a query.
func each(ctx context.Context, q querier, scan func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Times are stored as whole milliseconds since 1970, UTC; no time is null.
func stamp(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

func unstamp(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}

// orNull stores an empty text as null.
func orNull[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}
