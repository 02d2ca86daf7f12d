package sqlite

import (
	"context"
	"database/sql"
)

// insertNotThese keeps which children of the index are not the one in hand.
func insertNotThese(ctx context.Context, tx *sql.Tx, record int64, children []string) error {
	for _, child := range children {
		_, err := tx.ExecContext(ctx, `INSERT INTO not_this_child (case_record, child) VALUES (?, ?) ON CONFLICT DO NOTHING`, record, child)
		if err != nil {
			return err
		}
	}
	return nil
}

func findNotThese(ctx context.Context, q querier, record int64) ([]string, error) {
	var all []string
	err := each(ctx, q, func(rows *sql.Rows) error {
		var child string
		err := rows.Scan(&child)
		all = append(all, child)
		return err
	}, `SELECT child FROM not_this_child WHERE case_record = ? ORDER BY child`, record)
	return all, err
}
