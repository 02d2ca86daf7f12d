package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
)

// queryRaw calls row for every row of a query with one argument, until it says
// no. The values are the driver's, and are its own again after the call.
type queryRaw func(query, arg string, row func([]driver.Value) (more bool, err error)) error

// rawView is view for long streams: rows come from the driver without what
// database/sql does to each value of each of them, which takes longer than
// reading it. do may use both ways to ask, one after the other.
func (r *Reader) rawView(ctx context.Context, do func(tx *sql.Tx, query queryRaw) error) error {
	conn, err := r.db.Conn(ctx)
	if err != nil {
		return explain(reading, r.dir, err)
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(reading, r.dir, err)
	}
	defer tx.Rollback()
	return explain(reading, r.dir, do(tx, func(query, arg string, row func([]driver.Value) (bool, error)) error {
		return conn.Raw(func(c any) error { return rawRows(ctx, c, query, arg, row) })
	}))
}

// looks is how many rows pass between two looks at the context: to be woken by it
// costs the driver more than reading a row.
const looks = 1024

func rawRows(ctx context.Context, conn any, query, arg string, row func([]driver.Value) (bool, error)) (err error) {
	q, ok := conn.(driver.QueryerContext)
	if !ok {
		return fmt.Errorf("the database driver %T cannot stream rows", conn)
	}
	rows, err := q.QueryContext(context.WithoutCancel(ctx), query, []driver.NamedValue{{Ordinal: 1, Value: arg}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	values := make([]driver.Value, len(rows.Columns()))
	for n := 1; ; n++ {
		if n%looks == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := rows.Next(values); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if more, err := row(values); err != nil || !more {
			return err
		}
	}
}
