package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Inspection is what there is to say about a data folder.
type Inspection struct {
	Path          string    `json:"path"`
	Version       int64     `json:"version"`
	LatestVersion int64     `json:"latest_version"`
	Bytes         int64     `json:"bytes"`
	LogBytes      int64     `json:"log_bytes"` // in the write-ahead log, not yet in the file
	InUse         bool      `json:"in_use"`    // another program has it open for writing
	Backups       int       `json:"backups"`
	Sessions      int       `json:"sessions"`
	Simulated     int       `json:"simulated_sessions"`
	Withdrawn     int       `json:"withdrawn_sessions"`
	Submissions   int       `json:"submissions"`
	Changes       int       `json:"answer_changes"`
	Events        int       `json:"events"`
	EventsNotKept int       `json:"events_not_kept"` // that gap events stand for
	FirstSession  time.Time `json:"first_session,omitzero"`
	LatestSession time.Time `json:"latest_session,omitzero"`
	// Problems are what is wrong, in words; none when all is well.
	Problems []string `json:"problems"`
}

// Inspect reads the whole file and checks it: its structure, the references
// between rows, and that no history or journal has a hole.
func (r *Reader) Inspect(ctx context.Context) (found Inspection, err error) {
	found = Inspection{
		Path: filepath.Join(r.dir, FileName), LatestVersion: LatestVersion(), LogBytes: logSize(r.dir), Problems: []string{},
	}
	info, err := os.Stat(found.Path)
	if err != nil {
		return found, explain(reading, r.dir, err)
	}
	found.Bytes = info.Size()
	copies, err := backups(r.dir)
	if err != nil {
		return found, explain(reading, r.dir, err)
	}
	found.Backups = len(copies)
	if found.InUse, err = inUse(r.dir); err != nil {
		return found, explain(reading, r.dir, err)
	}
	if found.Version, err = current().identify(ctx, r.db); err != nil {
		return found, explain(reading, r.dir, err)
	}
	err = r.view(ctx, func(tx *sql.Tx) error {
		if err := inspectFile(ctx, tx, &found); err != nil {
			return err
		}
		return inspectRows(ctx, tx, &found)
	})
	if errors.Is(err, capture.ErrCorrupt) {
		found.Problems = append(found.Problems, "Because of the damage, not everything could be counted.")
		err = nil
	}
	return found, err
}

// inUse reports that a program holds the lock. It takes no lock that is not
// there.
func inUse(dir string) (bool, error) {
	path := filepath.Join(dir, lockName)
	if _, err := os.Stat(path); err != nil {
		if notThere(err) {
			return false, nil
		}
		return false, err
	}
	l, err := acquire(path)
	switch kindOf(err) {
	case capture.ErrInUse:
		return true, nil
	case capture.ErrReadOnly:
		return false, nil // a folder that cannot be written to is not written to
	}
	if err != nil {
		return false, err
	}
	return false, l.release(!l.unclean)
}

func inspectFile(ctx context.Context, q querier, found *Inspection) error {
	err := each(ctx, q, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		if err == nil && s != "ok" {
			found.Problems = append(found.Problems, "The file is damaged: "+s+".")
		}
		return err
	}, `PRAGMA integrity_check(20)`)
	if err != nil {
		return err
	}
	return each(ctx, q, func(rows *sql.Rows) error {
		var table, parent string
		var row, key sql.NullInt64
		err := rows.Scan(&table, &row, &parent, &key)
		if err == nil {
			found.Problems = append(found.Problems, fmt.Sprintf("A row of %s refers to a row of %s that is not there.", table, parent))
		}
		return err
	}, `PRAGMA foreign_key_check`)
}

func inspectRows(ctx context.Context, q querier, found *Inspection) error {
	var first, latest sql.NullInt64
	err := q.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM session), (SELECT count(*) FROM session WHERE simulated), (SELECT count(*) FROM tombstone),
		(SELECT count(*) FROM submission), (SELECT count(*) FROM answer_change), (SELECT count(*) FROM event),
		(SELECT coalesce(sum(count), 0) FROM event WHERE kind = ?),
		(SELECT min(started) FROM session), (SELECT max(started) FROM session)`, int64(event.Gap)).
		Scan(&found.Sessions, &found.Simulated, &found.Withdrawn, &found.Submissions, &found.Changes, &found.Events,
			&found.EventsNotKept, &first, &latest)
	if err != nil {
		return err
	}
	found.FirstSession, found.LatestSession = unstamp(first), unstamp(latest)
	err = holes(ctx, q, &found.Problems, "The journal of session %s goes from %d to %d without saying why.",
		`SELECT s.id, before, seq FROM (
			SELECT session, seq, lag(seq, 1, 0) OVER (PARTITION BY session ORDER BY seq) AS before,
				CASE WHEN kind = ? AND count > 1 THEN count - 1 ELSE 0 END AS missing FROM event
		) JOIN session s ON s.n = session WHERE seq - missing <> before + 1 ORDER BY s.n, seq`, int64(event.Gap))
	if err != nil {
		return err
	}
	return holes(ctx, q, &found.Problems, "The history of answers of case %s goes from change %d to change %d.",
		`SELECT c.id, before, seq FROM (
			SELECT case_record, seq, lag(seq, 1, 0) OVER (PARTITION BY case_record ORDER BY seq) AS before FROM answer_change
		) JOIN case_record c ON c.n = case_record WHERE seq <> before + 1 ORDER BY c.n, seq`)
}

func holes(ctx context.Context, q querier, problems *[]string, words, query string, args ...any) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var id string
		var before, after int64
		err := rows.Scan(&id, &before, &after)
		if err == nil {
			*problems = append(*problems, fmt.Sprintf(words, id, before, after))
		}
		return err
	}, query, args...)
}
