package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// FileName is the name of the database in the data folder.
const FileName = "recordwell.db"

// Options are what a store needs from outside.
type Options struct {
	Clock capture.Clock
}

// Open opens the records in the folder dir for writing and makes both when they
// are not there. It brings a file of an earlier version up to date after making
// a copy of it, and looks a file over that was not closed in order.
//
// It returns [capture.ErrInUse] while another program has the folder open,
// [capture.ErrNewerFile], [capture.ErrCorrupt], [capture.ErrReadOnly] or
// [capture.ErrDiskFull]; the file is then as it was.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	s, err := open(ctx, dir, opts, current())
	return s, explain(opening, dir, err)
}

func open(ctx context.Context, dir string, opts Options, to schema) (_ *Store, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	l, err := acquire(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			l.release(!l.unclean)
		}
	}()
	if err := prepare(ctx, dir, l.unclean, opts.Clock, to); err != nil {
		return nil, err
	}
	if err := l.mark(); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, FileName)
	write, err := sql.Open(driverName, dsn(path, forWriting))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	if err := to.migrate(ctx, write); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := openReading(ctx, path)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	s := &Store{Reader: &Reader{dir: dir, db: read}, clock: opts.Clock, write: write, lock: l, names: map[string]int64{}, runs: map[uuid.UUID]event.Run{}}
	if err := s.prepareStatements(ctx); err != nil {
		return nil, errors.Join(err, read.Close(), write.Close())
	}
	return s, nil
}

// prepare looks at a file before anything writes to it, and copies one that is
// about to be brought up to date.
func prepare(ctx context.Context, dir string, unclean bool, clock capture.Clock, to schema) error {
	path := filepath.Join(dir, FileName)
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	db, err := openReading(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	version, err := to.identify(ctx, db)
	if err != nil {
		return err
	}
	if unclean || logSize(dir) > 0 {
		if err := quickCheck(ctx, db); err != nil {
			return err
		}
	}
	if version > 0 && version < to.latest() {
		if _, err := backUp(ctx, dir, fmt.Sprintf("v%d", version), clock.Now()); err != nil {
			return explain(backingUp, dir, err)
		}
	}
	return nil
}

// OpenReader opens the records in dir for reading, also while another program
// writes to them. It makes nothing: without a file it returns
// [capture.ErrNotFound]. A file of an earlier version is [capture.ErrConflict]
// until the program has opened it once for writing.
func OpenReader(ctx context.Context, dir string) (*Reader, error) {
	r, err := openReader(ctx, dir)
	return r, explain(opening, dir, err)
}

func openReader(ctx context.Context, dir string) (*Reader, error) {
	path := filepath.Join(dir, FileName)
	if _, err := os.Stat(path); err != nil {
		if notThere(err) {
			return nil, capture.ErrNotFound
		}
		return nil, err
	}
	db, err := openReading(ctx, path)
	if err != nil {
		return nil, err
	}
	version, err := current().identify(ctx, db)
	if err == nil && version < LatestVersion() {
		err = &Error{
			Words: fmt.Sprintf("The records in %s were written by an earlier version of Recordwell. They have not been changed. "+
				"Start Recordwell once on that folder, which brings them up to date, then try again.", dir),
			Kind: capture.ErrConflict,
		}
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Reader{dir: dir, db: db}, nil
}

// logSize returns the bytes that wait in the write-ahead log. After a clean
// close there are none.
func logSize(dir string) int64 {
	info, err := os.Stat(filepath.Join(dir, FileName+"-wal"))
	if err != nil {
		return 0
	}
	return info.Size()
}

const driverName = "sqlite"

func openReading(ctx context.Context, path string) (*sql.DB, error) {
	db, err := sql.Open(driverName, dsn(path, forReading))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
