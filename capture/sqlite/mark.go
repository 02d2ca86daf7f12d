package sqlite

import (
	"context"
	"database/sql"

	"recordwell/capture"
)

// upsertMarks keeps the latest answer to "Have you completed this section?".
func upsertMarks(ctx context.Context, tx *sql.Tx, record int64, marks []capture.SectionMark) error {
	for _, m := range marks {
		_, err := tx.ExecContext(ctx, `INSERT INTO section_mark (case_record, section, completed) VALUES (?, ?, ?)
			ON CONFLICT (case_record, section) DO UPDATE SET completed = excluded.completed`, record, m.Section, m.Completed)
		if err != nil {
			return err
		}
	}
	return nil
}

func findMarks(ctx context.Context, q querier, record int64) ([]capture.SectionMark, error) {
	var all []capture.SectionMark
	err := each(ctx, q, func(rows *sql.Rows) error {
		var m capture.SectionMark
		err := rows.Scan(&m.Section, &m.Completed)
		all = append(all, m)
		return err
	}, `SELECT section, completed FROM section_mark WHERE case_record = ? ORDER BY section`, record)
	return all, err
}
