package sqlite

import (
	"context"
	"database/sql"

	"recordwell/capture"
)

// LogAsked notes that a researcher asked to see answers.
func (s *Store) LogAsked(ctx context.Context, a capture.Asked) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO asked (at, study, what, shown, desk) VALUES (?, ?, ?, ?, ?)`, a.At.UnixMilli(), a.Study, a.What, a.Shown, a.Desk)
		return err
	})
}

// Asked returns when answers of a study were asked for, the first first.
func (r *Reader) Asked(ctx context.Context, study string) (all []capture.Asked, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var a capture.Asked
			var at sql.NullInt64
			err := rows.Scan(&at, &a.Study, &a.What, &a.Shown, &a.Desk)
			a.At = unstamp(at)
			all = append(all, a)
			return err
		}, `SELECT at, study, what, shown, desk FROM asked WHERE study = ? ORDER BY at, n`, study)
	})
	return all, err
}

// asked takes in who asked on other computers. What both have stands once.
func (m *merge) asked(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO main.asked (at, study, what, shown, desk) SELECT at, study, what, shown, desk FROM other.asked o
		WHERE NOT EXISTS (SELECT 1 FROM main.asked m WHERE m.desk = o.desk AND m.at = o.at AND m.study = o.study AND m.what = o.what AND m.shown = o.shown)
		ORDER BY at, n`)
	return err
}
