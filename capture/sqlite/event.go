package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

const insertEventSQL = `INSERT INTO event (session, seq, run, ms, kind, task, form, place, question, entity, rule, setting, code, count)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, seq) DO NOTHING`

// insertEvents adds to the journal. Events of a withdrawn session are let go.
func (s *Store) insertEvents(ctx context.Context, tx *sql.Tx, events []event.Event) error {
	if len(events) == 0 {
		return nil
	}
	insert := tx.StmtContext(ctx, s.insertEvent)
	w := eventWriter{store: s, tx: tx, sessions: map[uuid.UUID]int64{}, runs: map[uuid.UUID]int64{}}
	for i := range events {
		if err := w.insert(ctx, insert, &events[i]); err != nil {
			return err
		}
	}
	return nil
}

// eventWriter turns the ids of a batch of events into short numbers.
type eventWriter struct {
	store          *Store
	tx             *sql.Tx
	sessions, runs map[uuid.UUID]int64
	args           [14]any
}

// withdrawn stands for a session that is gone.
const withdrawn = -1

func (w *eventWriter) insert(ctx context.Context, insert *sql.Stmt, e *event.Event) error {
	session, err := w.session(ctx, e.Session)
	if err != nil || session == withdrawn {
		return err
	}
	run, err := w.run(ctx, e.Run)
	if err != nil {
		return err
	}
	w.args = [...]any{
		session, int64(e.Seq), run, e.Offset.Milliseconds(), int64(e.Kind), nil, nil, nil, nil, nil, nil, nil, int64(e.Code), e.Count,
	}
	for i, id := range [...]event.ID{e.Task, e.Form, e.Place, e.Question, {}, e.Rule, e.Setting} {
		if id.IsZero() {
			continue
		}
		n, err := w.name(ctx, id)
		if err != nil {
			return err
		}
		w.args[5+i] = n
	}
	if e.Entity != uuid.Nil {
		w.args[9] = e.Entity[:]
	}
	done, err := insert.ExecContext(ctx, w.args[:]...)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return w.same(ctx, session, run, e)
}

// same makes sure that a sequence number that is taken is taken by the very
// same event, written by an attempt whose outcome was not known.
func (w *eventWriter) same(ctx context.Context, session, run int64, e *event.Event) error {
	var same bool
	err := w.tx.QueryRowContext(ctx, `SELECT run = ? AND ms = ? AND kind = ? FROM event WHERE session = ? AND seq = ?`,
		run, e.Offset.Milliseconds(), int64(e.Kind), session, int64(e.Seq)).Scan(&same)
	if err == nil && !same {
		err = conflict("event %d of session %s is taken by another event", e.Seq, e.Session)
	}
	return err
}

func (w *eventWriter) session(ctx context.Context, id uuid.UUID) (int64, error) {
	if n, ok := w.sessions[id]; ok {
		return n, nil
	}
	n, err := findSession(ctx, w.tx, capture.SessionID(id.String()))
	if errors.Is(err, capture.ErrWithdrawn) {
		n, err = withdrawn, nil
	}
	if err == nil {
		w.sessions[id] = n
	}
	return n, err
}

func (w *eventWriter) run(ctx context.Context, id uuid.UUID) (int64, error) {
	if n, ok := w.runs[id]; ok {
		return n, nil
	}
	n, err := findRun(ctx, w.tx, id)
	if known, ok := w.store.runs[id]; ok && errors.Is(err, capture.ErrNotFound) {
		n, err = insertRun(ctx, w.tx, known)
	}
	if err == nil {
		w.runs[id] = n
	}
	return n, err
}

// name returns the short number of an identifier out of a definition.
func (w *eventWriter) name(ctx context.Context, id event.ID) (int64, error) {
	if n, ok := w.store.names[id.String()]; ok {
		return n, nil
	}
	var n int64
	err := w.tx.QueryRowContext(ctx, `INSERT INTO name (id) VALUES (?)
		ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING n`, id.String()).Scan(&n)
	if err == nil {
		w.store.names[id.String()] = n
	}
	return n, err
}
