package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"iter"
	"time"

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

// Events streams the journal of one session, in order, as it is at the moment
// the loop begins. It ends with the first error.
func (r *Reader) Events(ctx context.Context, session capture.SessionID) iter.Seq2[event.Record, error] {
	return r.events(ctx, `WHERE s.id = ?`, string(session))
}

// StudyEvents streams the journal of a study, or of every study for "", session
// by session.
func (r *Reader) StudyEvents(ctx context.Context, study string) iter.Seq2[event.Record, error] {
	return r.events(ctx, `WHERE ? IN ('', s.study)`, study)
}

func (r *Reader) events(ctx context.Context, where string, arg string) iter.Seq2[event.Record, error] {
	return func(yield func(event.Record, error) bool) {
		stopped := false
		err := r.rawView(ctx, func(tx *sql.Tx, query queryRaw) error {
			scan, err := newEventScanner(ctx, tx)
			if err != nil {
				return err
			}
			var rec event.Record
			return query(`SELECT s.n, seq, run, ms, kind, event.code, count, task, form, place, question, rule, setting, entity
				FROM session s CROSS JOIN event ON event.session = s.n `+where+` ORDER BY s.n, seq`, arg, func(row []driver.Value) (bool, error) {
				if err := scan.read(row, &rec); err != nil {
					return false, err
				}
				stopped = !yield(rec, nil)
				return !stopped, nil
			})
		})
		if err != nil && !stopped {
			yield(event.Record{}, err)
		}
	}
}

// eventScanner turns short numbers back into ids.
type eventScanner struct {
	names    map[int64]string
	runs     map[int64]event.Run
	sessions map[int64]uuid.UUID

	// The one in hand: events come session by session, and run by run.
	session, run int64
	id           uuid.UUID
	began        event.Run
}

func newEventScanner(ctx context.Context, tx *sql.Tx) (*eventScanner, error) {
	s := &eventScanner{sessions: map[int64]uuid.UUID{}, session: -1, run: -1}
	var err error
	if s.names, err = findNames(ctx, tx); err != nil {
		return nil, err
	}
	if s.runs, err = findRuns(ctx, tx); err != nil {
		return nil, err
	}
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var n int64
		var id uuid.UUID
		err := rows.Scan(&n, &id)
		s.sessions[n] = id
		return err
	}, `SELECT n, id FROM session`)
	return s, err
}

// read fills a record from a row: seven numbers that are never null, six names,
// and an entity.
func (s *eventScanner) read(row []driver.Value, rec *event.Record) error {
	var n [7]int64
	for i := range n {
		v, ok := row[i].(int64)
		if !ok {
			return fmt.Errorf("%w: an event has %T where a number belongs", capture.ErrCorrupt, row[i])
		}
		n[i] = v
	}
	if n[0] != s.session {
		s.session, s.id = n[0], s.sessions[n[0]]
	}
	if n[2] != s.run {
		s.run, s.began = n[2], s.runs[n[2]]
	}
	rec.Session, rec.Seq, rec.Run = s.id, uint64(n[1]), s.began.ID
	rec.Offset = time.Duration(n[3]) * time.Millisecond
	rec.At = s.began.Started.Add(rec.Offset)
	rec.Kind, rec.Code, rec.Count = event.Kind(n[4]), int32(n[5]), n[6]
	for i, text := range [...]*string{&rec.Task, &rec.Form, &rec.Place, &rec.Question, &rec.Rule, &rec.Setting} {
		*text = ""
		if v, ok := row[7+i].(int64); ok {
			*text = s.names[v]
		}
	}
	rec.Entity = uuid.Nil
	if v, ok := row[13].([]byte); ok {
		copy(rec.Entity[:], v)
	}
	return nil
}

func findNames(ctx context.Context, q querier) (map[int64]string, error) {
	all := map[int64]string{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var n int64
		var id string
		err := rows.Scan(&n, &id)
		all[n] = id
		return err
	}, `SELECT n, id FROM name`)
	return all, err
}
