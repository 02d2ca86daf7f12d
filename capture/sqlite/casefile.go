package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"recordwell/capture"
)

// LoadCase returns everything that a task's draft is rebuilt from. A task that
// has no case yet has an empty one.
func (r *Reader) LoadCase(ctx context.Context, session capture.SessionID, task string) (saved capture.SavedCase, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		n, err := findSession(ctx, tx, session)
		if err != nil {
			return err
		}
		saved, err = findCase(ctx, tx, n, task)
		return err
	})
	return saved, err
}

func findCase(ctx context.Context, q querier, session int64, task string) (saved capture.SavedCase, err error) {
	if saved.Status, err = findTaskStatus(ctx, q, session, task); err != nil {
		return saved, err
	}
	if saved.Place, err = findPlace(ctx, q, session, task); err != nil {
		return saved, err
	}
	var record int64
	err = q.QueryRowContext(ctx, `SELECT n, id FROM case_record WHERE session = ? AND task = ?`, session, task).Scan(&record, &saved.Case.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return saved, nil
	}
	if err != nil {
		return saved, err
	}
	if saved.Case.Entities, err = findEntities(ctx, q, record); err != nil {
		return saved, err
	}
	if saved.Changes, err = findChanges(ctx, q, record, saved.Case.ID); err != nil {
		return saved, err
	}
	if saved.Reasons, err = findReasons(ctx, q, record); err != nil {
		return saved, err
	}
	if saved.Pages, err = findPages(ctx, q, record); err != nil {
		return saved, err
	}
	if saved.Marks, err = findMarks(ctx, q, record); err != nil {
		return saved, err
	}
	saved.NotThese, err = findNotThese(ctx, q, record)
	return saved, err
}

func findOrAddCase(ctx context.Context, tx *sql.Tx, session int64, task string, id capture.CaseID) (int64, error) {
	var record int64
	var known capture.CaseID
	err := tx.QueryRowContext(ctx, `SELECT n, id FROM case_record WHERE session = ? AND task = ?`, session, task).Scan(&record, &known)
	if errors.Is(err, sql.ErrNoRows) {
		err := tx.QueryRowContext(ctx, `INSERT INTO case_record (id, session, task) VALUES (?, ?, ?) RETURNING n`,
			string(id), session, task).Scan(&record)
		return record, err
	}
	if err == nil && known != id {
		return 0, conflict("task %s has case %s, not %s", task, known, id)
	}
	return record, err
}

// upsertReasons keeps the latest reason for each query; an empty one is taken
// back.
func upsertReasons(ctx context.Context, tx *sql.Tx, record int64, reasons []capture.Reason) error {
	for _, r := range reasons {
		var err error
		if r.Text == "" {
			_, err = tx.ExecContext(ctx, `DELETE FROM reason WHERE case_record = ? AND entity = ? AND question = ? AND rule = ?`,
				record, string(r.Entity), string(r.Question), r.Rule)
		} else {
			_, err = tx.ExecContext(ctx, `INSERT INTO reason (case_record, entity, question, rule, text) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (case_record, entity, question, rule) DO UPDATE SET text = excluded.text`,
				record, string(r.Entity), string(r.Question), r.Rule, r.Text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func findReasons(ctx context.Context, q querier, record int64) ([]capture.Reason, error) {
	var all []capture.Reason
	err := each(ctx, q, func(rows *sql.Rows) error {
		var r capture.Reason
		err := rows.Scan(&r.Entity, &r.Question, &r.Rule, &r.Text)
		all = append(all, r)
		return err
	}, `SELECT entity, question, rule, text FROM reason WHERE case_record = ? ORDER BY entity, question, rule`, record)
	return all, err
}

func insertPages(ctx context.Context, tx *sql.Tx, record int64, pages []capture.SavedPage) error {
	for _, p := range pages {
		_, err := tx.ExecContext(ctx, `INSERT INTO saved_page (case_record, section, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
			record, p.Section, string(p.Item))
		if err != nil {
			return err
		}
	}
	return nil
}

func findPages(ctx context.Context, q querier, record int64) ([]capture.SavedPage, error) {
	var all []capture.SavedPage
	err := each(ctx, q, func(rows *sql.Rows) error {
		var p capture.SavedPage
		err := rows.Scan(&p.Section, &p.Item)
		all = append(all, p)
		return err
	}, `SELECT section, item FROM saved_page WHERE case_record = ? ORDER BY section, item`, record)
	return all, err
}
