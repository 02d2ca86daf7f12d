package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"recordwell/capture"
)

// taskStatuses are the names in the file, by status.
var taskStatuses = map[string]capture.TaskStatus{
	capture.TaskNotStarted.String(): capture.TaskNotStarted,
	capture.TaskInProgress.String(): capture.TaskInProgress,
	capture.TaskFinished.String():   capture.TaskFinished,
	capture.TaskSkipped.String():    capture.TaskSkipped,
}

// upsertTask makes sure of the task's row and sets its status; nil leaves it.
func (s *Store) upsertTask(ctx context.Context, tx *sql.Tx, session int64, task string, status *capture.TaskStatus) error {
	if status == nil {
		_, err := tx.ExecContext(ctx, `INSERT INTO task (session, task, status) VALUES (?, ?, 'not_started')
			ON CONFLICT DO NOTHING`, session, task)
		return err
	}
	var started, finished any
	switch now := s.clock.Now().UnixMilli(); *status {
	case capture.TaskInProgress:
		started = now
	case capture.TaskFinished:
		started, finished = now, now
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO task (session, task, status, started, finished) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (session, task) DO UPDATE SET status = excluded.status,
			started = coalesce(started, excluded.started), finished = coalesce(excluded.finished, finished)`,
		session, task, status.String(), started, finished)
	return err
}

func (w *raw) tasks(ctx context.Context, session int64) ([]capture.TaskRow, error) {
	var all []capture.TaskRow
	err := w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		all = append(all, capture.TaskRow{Task: c.text(), Case: capture.CaseID(c.textOrNull().String), Status: taskStatuses[c.text()]})
		return true, c.err
	}, `SELECT task, case_record.id, status FROM task LEFT JOIN case_record USING (session, task)
		WHERE session = ? ORDER BY task`, session)
	return all, err
}

func findTaskStatus(ctx context.Context, q querier, session int64, task string) (capture.TaskStatus, error) {
	var status string
	err := q.QueryRowContext(ctx, `SELECT status FROM task WHERE session = ? AND task = ?`, session, task).Scan(&status)
	if errors.Is(err, sql.ErrNoRows) {
		return capture.TaskNotStarted, nil
	}
	return taskStatuses[status], err
}

// upsertPlace notes where the person is. The latest of all tasks is where the
// session goes on.
func upsertPlace(ctx context.Context, tx *sql.Tx, session int64, task string, p *capture.Place) error {
	if p.Task != "" && p.Task != task {
		return conflict("a place in task %s came with a batch of task %s", p.Task, task)
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO place (session, task, page, item, focus_entity, focus_question, via_back, turn)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(turn), 0) + 1 FROM place WHERE session = ?1))
		ON CONFLICT (session, task) DO UPDATE SET page = excluded.page, item = excluded.item,
			focus_entity = excluded.focus_entity, focus_question = excluded.focus_question,
			via_back = excluded.via_back, turn = excluded.turn`,
		session, task, p.Page, string(p.Item), string(p.Focus.Entity), string(p.Focus.Question), p.ViaBack)
	return err
}

const selectPlace = `SELECT task, page, item, focus_entity, focus_question, via_back FROM place WHERE session = ? `

// lastPlace is nil for a session without one.
func (w *raw) lastPlace(ctx context.Context, session int64) (p *capture.Place, err error) {
	err = w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		p = &capture.Place{
			Task: c.text(), Page: c.text(), Item: capture.EntityID(c.text()),
			Focus: capture.Ref{Entity: capture.EntityID(c.text()), Question: capture.QuestionID(c.text())}, ViaBack: c.number() != 0,
		}
		return true, c.err
	}, selectPlace+`ORDER BY turn DESC LIMIT 1`, session)
	return p, err
}

func findPlace(ctx context.Context, q querier, session int64, task string) (*capture.Place, error) {
	var p capture.Place
	err := q.QueryRowContext(ctx, selectPlace+`AND task = ?`, session, task).
		Scan(&p.Task, &p.Page, &p.Item, &p.Focus.Entity, &p.Focus.Question, &p.ViaBack)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("place: %w", err)
	}
	return &p, nil
}
