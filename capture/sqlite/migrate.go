package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"recordwell/capture"
)

//go:embed migrations/*.sql
var embedded embed.FS

// schema is the steps from an empty file to the one this program writes.
type schema struct{ files fs.FS }

// current is the schema of this program.
func current() schema {
	files, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	return schema{files}
}

// applicationID is what every file of ours says of itself: "RCWL".
const applicationID = 0x5243574c

const versionTable = "goose_db_version"

// LatestVersion is the version of the file that this program writes.
func LatestVersion() int64 { return current().latest() }

func (s schema) latest() int64 {
	names, _ := fs.Glob(s.files, "*.sql")
	var latest int64
	for _, name := range names {
		if v, err := goose.NumericComponent(name); err == nil {
			latest = max(latest, v)
		}
	}
	return latest
}

// migrate brings the file to the latest version.
func (s schema) migrate(ctx context.Context, db *sql.DB) error {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, s.files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("bring the file up to date: %w", err)
	}
	return nil
}

// identify returns the version of a file, 0 for one with nothing in it. It
// changes nothing. A file of another program is [capture.ErrCorrupt], one of a
// later version [capture.ErrNewerFile].
func (s schema) identify(ctx context.Context, db *sql.DB) (int64, error) {
	var app, tables, version int64
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema WHERE name <> ? AND name NOT LIKE 'sqlite_%')`, versionTable).Scan(&app, &tables)
	if err != nil {
		return 0, err
	}
	if app == 0 && tables == 0 {
		return 0, nil
	}
	if app != applicationID {
		return 0, fmt.Errorf("%w: it was not written by Recordwell", capture.ErrCorrupt)
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM `+versionTable+` WHERE is_applied`).Scan(&version)
	if err != nil {
		return 0, err
	}
	if version > s.latest() {
		return version, fmt.Errorf("%w: it has version %d, this program knows %d", capture.ErrNewerFile, version, s.latest())
	}
	return version, nil
}

// quickCheck looks for damage that SQLite can see without reading every index.
func quickCheck(ctx context.Context, db *sql.DB) error {
	found, err := pragmaRows(ctx, db, `PRAGMA quick_check(1)`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return fmt.Errorf("%w: %v", capture.ErrCorrupt, errors.New(found[0]))
	}
	return nil
}

func pragmaRows(ctx context.Context, db *sql.DB, pragma string) ([]string, error) {
	rows, err := db.QueryContext(ctx, pragma)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}
