package sqlite

import (
	"context"
	"database/sql"

	"recordwell/capture"
)

// upsertEntities adds entities and moves, removes or brings back known ones. An
// entity's type, parent and case never change.
func upsertEntities(ctx context.Context, tx *sql.Tx, record int64, entities []capture.Entity) error {
	for _, e := range entities {
		done, err := tx.ExecContext(ctx, `INSERT INTO entity (id, case_record, type, parent, ord, removed, added, came)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(came), 0) + 1 FROM entity WHERE case_record = ?2))
			ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, removed = excluded.removed
			WHERE case_record = excluded.case_record AND type = excluded.type AND parent IS excluded.parent`,
			string(e.ID), record, string(e.Type), orNull(e.Parent), e.Order, e.Removed, e.Added.UnixMilli())
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil {
			return err
		} else if n == 0 {
			return conflict("entity %s is known as something else", e.ID)
		}
	}
	return nil
}

// findEntities returns them as they came, so the root first and parents before
// children.
func findEntities(ctx context.Context, q querier, record int64) ([]capture.Entity, error) {
	return scanEntities(ctx, q, `SELECT id, type, parent, ord, removed, added FROM entity WHERE case_record = ? ORDER BY came`, record)
}

func scanEntities(ctx context.Context, q querier, query string, args ...any) ([]capture.Entity, error) {
	var all []capture.Entity
	err := each(ctx, q, func(rows *sql.Rows) error {
		var e capture.Entity
		var parent sql.NullString
		var added sql.NullInt64
		err := rows.Scan(&e.ID, &e.Type, &parent, &e.Order, &e.Removed, &added)
		e.Parent, e.Added = capture.EntityID(parent.String), unstamp(added)
		all = append(all, e)
		return err
	}, query, args...)
	return all, err
}
