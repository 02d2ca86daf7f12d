package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// BackupFolder is where copies are kept, below the data folder.
const BackupFolder = "backups"

// BackUp writes a sound copy of the records into the folder of backups and
// returns its path. The name says when: recordwell-LABEL-20261122-181500.db.
func (r *Reader) BackUp(ctx context.Context, label string, at time.Time) (string, error) {
	path, err := backUp(ctx, r.dir, label, at)
	return path, explain(backingUp, r.dir, err)
}

func backUp(ctx context.Context, dir, label string, at time.Time) (string, error) {
	folder := filepath.Join(dir, BackupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	base := fmt.Sprintf("recordwell-%s-%s", label, at.UTC().Format("20060102-150405"))
	path := filepath.Join(folder, base+".db")
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); os.IsNotExist(err) {
			break
		} else if err != nil {
			return "", err
		}
		path = filepath.Join(folder, fmt.Sprintf("%s-%d.db", base, n))
	}
	// A copy that broke off must not pass for a backup.
	part := path + ".part"
	if err := os.Remove(part); err != nil && !os.IsNotExist(err) {
		return "", err
	}
	if err := vacuumInto(ctx, filepath.Join(dir, FileName), part); err != nil {
		os.Remove(part)
		return "", err
	}
	return path, settle(part, path)
}

// vacuumInto needs a connection that may write, if only to the copy.
func vacuumInto(ctx context.Context, from, to string) error {
	db, err := sql.Open(driverName, dsn(from, []string{"mode=ro"}))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, to)
	return errors.Join(err, db.Close())
}

// settle gives a finished file its name, for certain.
func settle(from, to string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Chmod(0o600); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// backups returns the paths of all copies, and of copies that broke off.
func backups(dir string) ([]string, error) {
	folder := filepath.Join(dir, BackupFolder)
	entries, err := os.ReadDir(folder)
	if notThere(err) {
		return nil, nil
	}
	var all []string
	for _, e := range entries {
		if e.Type().IsRegular() {
			all = append(all, filepath.Join(folder, e.Name()))
		}
	}
	return all, err
}
