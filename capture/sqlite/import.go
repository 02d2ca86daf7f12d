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
)

// Imported is what came of taking in another file of records, in sessions.
type Imported struct {
	Added     int // were not here
	Grown     int // have gone on there since, and are now as they are there
	Known     int // were here already, and stay as they are here
	Withdrawn int // withdrew here before, and are left out
	Deleted   int // were here, withdrew there, and are deleted here too
	// Clashes are codes with more than one session, in the order of the codes.
	Clashes []Clash
}

// Clash is a code of a study under which several sessions were begun, as on two
// computers. All are kept; which one counts is the researcher's to settle.
type Clash struct {
	Study, Code string
	Sessions    []capture.SessionID // in the order they began
}

// Import takes the sessions of another file of records into this one: a copy, or
// the records of another computer. from is the file, or the folder it is in; it
// is only read, and one of an earlier version is understood.
//
// Sessions are told apart by their random ID. Of one that is in both, what has
// gone further stays. Whoever withdrew here does not come back, and whoever
// withdrew there is deleted here, from the copies too. Sessions that are to be left
// are not taken in. It is one transaction: after an error nothing has come in.
//
// Errors are those of [Open], about the file that is read: [capture.ErrNotFound]
// where there is none.
func (s *Store) Import(ctx context.Context, from string, leave ...capture.SessionID) (done Imported, err error) {
	if info, err := os.Stat(from); err == nil && info.IsDir() {
		from = filepath.Join(from, FileName)
	}
	copied, err := s.takeIn(ctx, from)
	if err != nil {
		return done, explain(importing, from, err)
	}
	defer func() { err = errors.Join(err, explain(erasing, s.dir, dropped(copied))) }()
	m := merge{store: s, leave: leave}
	if err := m.from(ctx, copied); err != nil {
		return done, explain(importing, from, err)
	}
	if err := m.clean(ctx); err != nil {
		return m.done, err
	}
	m.done.Clashes, err = s.Clashes(ctx)
	return m.done, err
}

// takeIn makes a copy of a file that can be brought up to date. It lies among the
// copies as one that is not whole: if the program ends here, withdrawing deletes it.
func (s *Store) takeIn(ctx context.Context, from string) (path string, err error) {
	if _, err := os.Stat(from); err != nil {
		if notThere(err) {
			return "", capture.ErrNotFound
		}
		return "", err
	}
	db, err := openReading(ctx, from)
	if err != nil {
		return "", err
	}
	version, err := current().identify(ctx, db)
	if err = errors.Join(err, db.Close()); err != nil {
		return "", err
	}
	if version == 0 {
		return "", capture.ErrNotFound
	}
	folder := filepath.Join(s.dir, BackupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	path = filepath.Join(folder, "recordwell-import.part")
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, dropped(path))
		}
	}()
	if err := vacuumInto(ctx, from, path); err != nil {
		return "", err
	}
	if version == LatestVersion() {
		return path, nil
	}
	old, err := sql.Open(driverName, dsn(path, forBackups))
	if err != nil {
		return "", err
	}
	old.SetMaxOpenConns(1)
	return path, errors.Join(current().migrate(ctx, old), old.Close())
}

// Drop deletes a file of records that was only on its way, overwriting it. One that is
// not there is no error.
func Drop(path string) error { return dropped(path) }

func dropped(path string) error {
	err := shred(path)
	if notThere(err) {
		return nil
	}
	return err
}

// Clashes returns the codes under which more than one session was begun.
func (r *Reader) Clashes(ctx context.Context) (all []Clash, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var c Clash
			var id capture.SessionID
			if err := rows.Scan(&c.Study, &c.Code, &id); err != nil {
				return err
			}
			if n := len(all); n > 0 && all[n-1].Study == c.Study && all[n-1].Code == c.Code {
				all[n-1].Sessions = append(all[n-1].Sessions, id)
				return nil
			}
			c.Sessions = []capture.SessionID{id}
			all = append(all, c)
			return nil
		}, `SELECT study, code, id FROM session AS s
			WHERE EXISTS (SELECT 1 FROM session AS o WHERE o.study = s.study AND o.code = s.code AND o.n <> s.n)
			ORDER BY study, code, started, n`)
	})
	return all, err
}

// tombstones returns who withdrew there and is not known to have withdrawn here.
func tombstones(ctx context.Context, q querier) (map[capture.SessionID]time.Time, error) {
	all := map[capture.SessionID]time.Time{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var id capture.SessionID
		var at int64
		err := rows.Scan(&id, &at)
		all[id] = time.UnixMilli(at).UTC()
		return err
	}, `SELECT session, withdrawn FROM other.tombstone WHERE session NOT IN (SELECT session FROM main.tombstone)`)
	return all, err
}

// columnsOf returns the names of a table's columns but for some.
func columnsOf(ctx context.Context, q querier, table string, but ...string) (all []string, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		for _, b := range but {
			if name == b {
				return nil
			}
		}
		all = append(all, name)
		return nil
	}, `SELECT name FROM pragma_table_info(?, 'main')`, table)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("there is no table %s", table)
	}
	return all, err
}
