package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"recordwell/capture"
)

// Extracted is a copy of part of the records, on its way to another computer.
type Extracted struct {
	Path     string
	Sessions []capture.SessionRow // without their tasks
	Records  int                  // finished ones
	Entries  int                  // of the log
}

// Extract copies the sessions of one study into a file of records of its own, with
// everything that belongs to them and with who withdrew, of whatever study: they are
// random ids. Settings of this computer stay here, and made-up people too unless they
// are wanted.
//
// The file lies among the copies as one that is not whole: if the program ends before
// [Extracted.Drop], withdrawing deletes it.
func (r *Reader) Extract(ctx context.Context, study string, simulated bool) (x Extracted, err error) {
	folder := filepath.Join(r.dir, BackupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return x, explain(backingUp, r.dir, err)
	}
	x.Path = filepath.Join(folder, "recordwell-extract.part")
	if err := x.Drop(); err != nil {
		return x, explain(backingUp, r.dir, err)
	}
	defer func() {
		if err != nil {
			err = explain(backingUp, r.dir, errors.Join(err, x.Drop()))
		}
	}()
	if err := vacuumInto(ctx, filepath.Join(r.dir, FileName), x.Path); err != nil {
		return x, err
	}
	if err := os.Chmod(x.Path, 0o600); err != nil {
		return x, err
	}
	db, err := sql.Open(driverName, dsn(x.Path, forBackups))
	if err != nil {
		return x, err
	}
	db.SetMaxOpenConns(1)
	return x, errors.Join(x.keepOnly(ctx, db, study, simulated), db.Close())
}

// Drop deletes the copy.
func (x Extracted) Drop() error { return dropped(x.Path) }

func (x *Extracted) keepOnly(ctx context.Context, db *sql.DB, study string, simulated bool) (err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreDone(tx.Rollback()))
		}
	}()
	var others []int64
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		others = append(others, n)
		return err
	}, `SELECT n FROM session WHERE study <> ? OR simulated AND NOT ?`, study, simulated)
	if err != nil {
		return err
	}
	for _, n := range others {
		if err := deleteSession(ctx, tx, n); err != nil {
			return err
		}
	}
	for _, statement := range []string{`DELETE FROM erasing`, `DELETE FROM setting`, `DELETE FROM asked`} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM submission), (SELECT count(*) FROM event)`).Scan(&x.Records, &x.Entries); err != nil {
		return err
	}
	err = each(ctx, tx, func(rows *sql.Rows) error {
		s := capture.SessionRow{Study: study}
		err := rows.Scan(&s.ID, &s.Code, &s.Simulated)
		x.Sessions = append(x.Sessions, s)
		return err
	}, `SELECT id, code, simulated FROM session ORDER BY started, n`)
	if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM`)
	return err
}
