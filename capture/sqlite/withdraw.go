package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"recordwell/capture"
)

// Withdraw deletes everything of a session: answers and their history, drafts,
// submissions, events, comments, surveys and consent, here and in all copies
// under backups. Deleted rows are overwritten, the file is rebuilt and the
// write-ahead log emptied, so that nothing can be dug up. What is left is a
// tombstone of the session's random ID and the time.
//
// A copy that cannot be cleaned, because another version wrote it or it is
// damaged, is deleted as a whole. Withdrawing again does no harm and cleans what
// an attempt that broke off has left. An ID that was never here gets a tombstone
// too, so that a later import honours it.
func (s *Store) Withdraw(ctx context.Context, id capture.SessionID, at time.Time) error {
	err := s.transact(ctx, erasing, func(tx *sql.Tx) error {
		return withdraw(ctx, tx, id, at)
	})
	if err != nil {
		return err
	}
	if err := s.scrub(ctx); err != nil {
		return err
	}
	return explain(erasing, s.dir, s.eachBackup(ctx, func(tx *sql.Tx) error {
		return withdraw(ctx, tx, id, at)
	}))
}

// withdraw deletes the rows of a session. What is append-only goes first, while
// the rows that lead to it are still there.
func withdraw(ctx context.Context, tx *sql.Tx, id capture.SessionID, at time.Time) error {
	n, err := findSession(ctx, tx, id)
	switch {
	case errors.Is(err, capture.ErrWithdrawn):
		return nil
	case err == nil:
		if err := deleteSession(ctx, tx, n); err != nil {
			return err
		}
	case !errors.Is(err, capture.ErrNotFound):
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO tombstone (session, withdrawn) VALUES (?, ?)`, string(id), at.UnixMilli())
	return err
}

func deleteSession(ctx context.Context, tx *sql.Tx, n int64) error {
	for _, statement := range []string{
		`INSERT INTO erasing (session) VALUES (?)`,
		`DELETE FROM answer_change WHERE case_record IN (SELECT n FROM case_record WHERE session = ?)`,
		`DELETE FROM entity WHERE case_record IN (SELECT n FROM case_record WHERE session = ?)`,
		`DELETE FROM event WHERE session = ?`,
		`DELETE FROM session WHERE n = ?`, // and, by foreign keys, all the rest
	} {
		if _, err := tx.ExecContext(ctx, statement, n); err != nil {
			return err
		}
	}
	// When a run was is known of nobody else then.
	_, err := tx.ExecContext(ctx, `DELETE FROM run WHERE n NOT IN (SELECT run FROM event)`)
	return err
}

// RemoveDetails blanks an answer with its history, and the reasons and comments
// that were written about it, in the draft, in the submission and in all copies. That it
// happened is an event of the session's.
func (s *Store) RemoveDetails(ctx context.Context, id capture.SessionID, refs ...capture.Ref) error {
	err := s.transact(ctx, erasing, func(tx *sql.Tx) error {
		return removeDetails(ctx, tx, id, refs)
	})
	if err != nil {
		return err
	}
	if err := s.scrub(ctx); err != nil {
		return err
	}
	return explain(erasing, s.dir, s.eachBackup(ctx, func(tx *sql.Tx) error {
		err := removeDetails(ctx, tx, id, refs)
		if errors.Is(err, capture.ErrNotFound) || errors.Is(err, capture.ErrWithdrawn) {
			return nil // the copy was made before the session, or after it was deleted
		}
		return err
	}))
}

func removeDetails(ctx context.Context, tx *sql.Tx, id capture.SessionID, refs []capture.Ref) error {
	n, err := findSession(ctx, tx, id)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO erasing (session) VALUES (?)`, n); err != nil {
		return err
	}
	const (
		records     = `case_record IN (SELECT n FROM case_record WHERE session = ?) AND entity = ? AND question = ?`
		submissions = `submission IN (SELECT s.n FROM submission s JOIN case_record c ON c.n = s.case_record WHERE c.session = ?) AND entity = ? AND question = ?`
	)
	for _, ref := range refs {
		for _, statement := range []string{
			`UPDATE answer_change SET state = 'blank', raw = '', value = NULL WHERE ` + records,
			`DELETE FROM reason WHERE ` + records,
			`UPDATE submission_answer SET state = 'blank', raw = '', value = NULL WHERE ` + submissions,
			`DELETE FROM submission_reason WHERE ` + submissions,
			`DELETE FROM comment WHERE session = ? AND entity = ? AND question = ?`,
		} {
			if _, err := tx.ExecContext(ctx, statement, n, string(ref.Entity), string(ref.Question)); err != nil {
				return err
			}
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM erasing WHERE session = ?`, n)
	return err
}

// scrub rebuilds the file without its free pages and empties the log.
func (s *Store) scrub(ctx context.Context) error {
	if _, err := s.write.ExecContext(ctx, `VACUUM`); err != nil {
		return explain(erasing, s.dir, err)
	}
	var busy, logged, done int
	err := s.write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &logged, &done)
	if err == nil && busy != 0 {
		err = fmt.Errorf("%w: the log cannot be emptied while someone reads it", capture.ErrInUse)
	}
	return explain(erasing, s.dir, err)
}

// eachBackup changes every copy, or deletes one that cannot be changed for
// certain.
func (s *Store) eachBackup(ctx context.Context, change func(tx *sql.Tx) error) error {
	paths, err := backups(s.dir)
	if err != nil {
		return err
	}
	for _, path := range paths {
		err := errors.New("not a whole copy")
		if strings.HasSuffix(path, ".db") {
			err = changeBackup(ctx, path, change)
		}
		if err == nil {
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := shred(path); err != nil {
			return err
		}
	}
	return nil
}

func changeBackup(ctx context.Context, path string, change func(tx *sql.Tx) error) (err error) {
	db, err := sql.Open(driverName, dsn(path, forBackups))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	version, err := current().identify(ctx, db)
	if err != nil {
		return err
	}
	if version != LatestVersion() {
		return fmt.Errorf("the copy %s has version %d", filepath.Base(path), version)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := change(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM`)
	return err
}

// shred overwrites a file before it removes it.
func shred(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		zeros := make([]byte, 1<<16)
		for at := int64(0); err == nil && at < info.Size(); at += int64(len(zeros)) {
			_, err = f.WriteAt(zeros[:min(int64(len(zeros)), info.Size()-at)], at)
		}
	}
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Remove(path)
}

// Withdrew reports that a session was here, or at a computer whose records came in,
// and is deleted.
func (r *Reader) Withdrew(ctx context.Context, id capture.SessionID) (gone bool, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		_, err := findSession(ctx, tx, id)
		gone = errors.Is(err, capture.ErrWithdrawn)
		if gone || errors.Is(err, capture.ErrNotFound) {
			return nil
		}
		return err
	})
	return gone, err
}
