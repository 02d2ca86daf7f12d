package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// SaveRun keeps what the offsets of a run's events count from. It comes before
// the first of them; saving it again changes nothing.
func (s *Store) SaveRun(ctx context.Context, run event.Run) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		_, err := insertRun(ctx, tx, run)
		if err == nil {
			s.runs[run.ID] = run
		}
		return err
	})
}

func insertRun(ctx context.Context, tx *sql.Tx, run event.Run) (int64, error) {
	_, zone := run.Started.Zone()
	_, err := tx.ExecContext(ctx, `INSERT INTO run (id, started, zone, program) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		run.ID.String(), run.Started.UnixMilli(), zone, run.Program)
	if err != nil {
		return 0, err
	}
	return findRun(ctx, tx, run.ID)
}

func findRun(ctx context.Context, q querier, id uuid.UUID) (int64, error) {
	var n int64
	err := q.QueryRowContext(ctx, `SELECT n FROM run WHERE id = ?`, id.String()).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("run %s: %w", id, capture.ErrNotFound)
	}
	return n, err
}

func findRuns(ctx context.Context, q querier) (map[int64]event.Run, error) {
	all := map[int64]event.Run{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var n, started int64
		var zone int
		var run event.Run
		err := rows.Scan(&n, &run.ID, &started, &zone, &run.Program)
		run.Started = time.UnixMilli(started).In(time.FixedZone("", zone))
		all[n] = run
		return err
	}, `SELECT n, id, started, zone, program FROM run`)
	return all, err
}

// Runs returns every start of the program that left events, in order.
func (r *Reader) Runs(ctx context.Context) (all []event.Run, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		byNumber, err := findRuns(ctx, tx)
		all = slices.SortedFunc(maps.Values(byNumber), func(a, b event.Run) int { return a.Started.Compare(b.Started) })
		return err
	})
	return all, err
}
