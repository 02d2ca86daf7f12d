package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"

	"recordwell/capture"
)

// raw is one unchanging state of the file that is asked for many rows or many
// times: each query is parsed once, and rows come from the driver without what
// database/sql does to each value, which takes longer than reading it. It is for
// one goroutine at a time, and no row may ask again.
type raw struct {
	conn  *sql.Conn
	tx    *sql.Tx
	known map[string]*rawQuery
	named []driver.NamedValue // the arguments in hand

	answers int // of the last submission
}

// rawQuery is a parsed query with room for one of its rows.
type rawQuery struct {
	stmt driver.StmtQueryContext
	row  []driver.Value
}

func (r *Reader) openRaw(ctx context.Context) (*raw, error) {
	conn, err := r.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &raw{conn: conn, tx: tx, known: map[string]*rawQuery{}}, nil
}

// rawView is view for long streams.
func (r *Reader) rawView(ctx context.Context, do func(w *raw) error) error {
	w, err := r.openRaw(ctx)
	if err == nil {
		err = errors.Join(do(w), w.close())
	}
	return explain(reading, r.dir, err)
}

func (w *raw) close() error {
	err := w.conn.Raw(func(any) (err error) {
		for _, q := range w.known {
			err = errors.Join(err, q.stmt.(driver.Stmt).Close())
		}
		return err
	})
	if ended := w.tx.Rollback(); !errors.Is(ended, sql.ErrTxDone) { // a context that ended has rolled back already
		err = errors.Join(err, ended)
	}
	return errors.Join(err, w.conn.Close())
}

// looks is how many rows pass between two looks at the context: to be woken by it
// costs the driver more than reading a row.
const looks = 1024

// each calls row for every row of a query, until it says no. The values are its
// own after the call; the slice is not.
func (w *raw) each(ctx context.Context, row func([]driver.Value) (more bool, err error), query string, args ...driver.Value) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx, still := context.WithoutCancel(ctx), ctx.Err
	return w.conn.Raw(func(c any) (err error) {
		q, err := w.parsed(ctx, c, query)
		if err != nil {
			return err
		}
		w.named = w.named[:0]
		for i, a := range args {
			w.named = append(w.named, driver.NamedValue{Ordinal: i + 1, Value: a})
		}
		rows, err := q.stmt.QueryContext(ctx, w.named)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		if q.row == nil {
			q.row = make([]driver.Value, len(rows.Columns()))
		}
		for n := 1; ; n++ {
			if n%looks == 0 && still() != nil {
				return still()
			}
			if err := rows.Next(q.row); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
			if more, err := row(q.row); err != nil || !more {
				return err
			}
		}
	})
}

func (w *raw) parsed(ctx context.Context, conn any, query string) (*rawQuery, error) {
	if q := w.known[query]; q != nil {
		return q, nil
	}
	c, ok := conn.(driver.ConnPrepareContext)
	if !ok {
		return nil, fmt.Errorf("the database driver %T cannot parse a query ahead", conn)
	}
	stmt, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	asks, ok := stmt.(driver.StmtQueryContext)
	if !ok {
		return nil, errors.Join(fmt.Errorf("the database driver %T cannot stream rows", conn), stmt.Close())
	}
	q := &rawQuery{stmt: asks}
	w.known[query] = q
	return q, nil
}

// columns takes the values of a row one after another; the first that is of
// another kind than the file's schema says is its error.
type columns struct {
	row []driver.Value
	err error
}

func (c *columns) next() driver.Value {
	v := c.row[0]
	c.row = c.row[1:]
	return v
}

func (c *columns) wrong(v driver.Value, belongs string) {
	if c.err == nil {
		c.err = fmt.Errorf("%w: %T where %s belongs", capture.ErrCorrupt, v, belongs)
	}
}

func (c *columns) number() int64 {
	v := c.next()
	n, ok := v.(int64)
	if !ok {
		c.wrong(v, "a number")
	}
	return n
}

func (c *columns) text() string {
	v := c.next()
	s, ok := v.(string)
	if !ok {
		c.wrong(v, "a text")
	}
	return s
}

// textOrNull tells null from a text.
func (c *columns) textOrNull() (s sql.NullString) {
	switch v := c.next().(type) {
	case nil:
	case string:
		s = sql.NullString{String: v, Valid: true}
	default:
		c.wrong(v, "a text")
	}
	return s
}

// time is none for null.
func (c *columns) time() (ms sql.NullInt64) {
	switch v := c.next().(type) {
	case nil:
	case int64:
		ms = sql.NullInt64{Int64: v, Valid: true}
	default:
		c.wrong(v, "a time")
	}
	return ms
}
