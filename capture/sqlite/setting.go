package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// SetSetting keeps a choice of this computer, such as the theme; "" forgets it.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		if value == "" {
			_, err := tx.ExecContext(ctx, `DELETE FROM setting WHERE name = ?`, name)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
		return err
	})
}

// Setting returns a choice of this computer, or "".
func (r *Reader) Setting(ctx context.Context, name string) (value string, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}
