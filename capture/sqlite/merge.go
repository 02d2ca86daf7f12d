package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// The tables of a session, by the row that theirs belong to. References between
// them hold at the end of the transaction.
var (
	ofSession    = []string{"consent", "task", "place", "case_record", "comment", "survey", "person_setting", "observer_note"}
	ofRecord     = []string{"entity", "answer_change", "reason", "saved_page", "section_mark", "not_this_child", "submission"}
	ofSubmission = []string{"submission_form", "submission_entity", "submission_answer", "submission_reason"}
)

// merge takes another file in, which is attached as "other".
type merge struct {
	store *Store
	done  Imported
	gone  map[capture.SessionID]time.Time // withdrew there
	// poorer are sessions out of which details were removed there: older copies of
	// them must not keep these.
	poorer []capture.SessionID
	leave  []capture.SessionID // are not taken in
}

func (m *merge) from(ctx context.Context, path string) (err error) {
	conn, err := m.store.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, `ATTACH DATABASE ? AS other`, dsn(path)); err != nil {
		return err
	}
	defer func() {
		_, detached := conn.ExecContext(context.WithoutCancel(ctx), `DETACH DATABASE other`)
		err = errors.Join(err, detached)
	}()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err = m.all(ctx, tx); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return nil
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

func (m *merge) all(ctx context.Context, tx *sql.Tx) (err error) {
	for _, statement := range []string{
		`PRAGMA defer_foreign_keys = ON`,
		`INSERT INTO main.definition SELECT * FROM other.definition WHERE true ON CONFLICT DO NOTHING`,
		`INSERT INTO main.name (id) SELECT id FROM other.name WHERE true ON CONFLICT DO NOTHING`,
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := m.asked(ctx, tx); err != nil {
		return err
	}
	if m.gone, err = tombstones(ctx, tx); err != nil {
		return err
	}
	for id, at := range m.gone {
		n := m.done.Deleted
		if _, err := findSession(ctx, tx, id); err == nil {
			n++
		}
		if err := withdraw(ctx, tx, id, at); err != nil {
			return err
		}
		m.done.Deleted = n
	}
	var numbers []int64
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		numbers = append(numbers, n)
		return err
	}, `SELECT n FROM other.session ORDER BY started, n`)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		if err := m.session(ctx, tx, n); err != nil {
			return err
		}
	}
	return nil
}

// session takes in one session, unless it withdrew or has gone further here.
func (m *merge) session(ctx context.Context, tx *sql.Tx, there int64) error {
	var id capture.SessionID
	if err := tx.QueryRowContext(ctx, `SELECT id FROM other.session WHERE n = ?`, there).Scan(&id); err != nil {
		return err
	}
	if slices.Contains(m.leave, id) {
		return nil
	}
	here, err := findSession(ctx, tx, id)
	switch {
	case errors.Is(err, capture.ErrWithdrawn):
		m.done.Withdrawn++
		return nil
	case errors.Is(err, capture.ErrNotFound):
		m.done.Added++
		return m.copy(ctx, tx, there)
	case err != nil:
		return err
	}
	mine, err := reachOf(ctx, tx, "main", here)
	if err != nil {
		return err
	}
	theirs, err := reachOf(ctx, tx, "other", there)
	if err != nil {
		return err
	}
	if theirs.events <= mine.events {
		m.done.Known++
		return m.notes(ctx, tx, here, there)
	}
	if theirs.removals > mine.removals {
		m.poorer = append(m.poorer, id)
	}
	m.done.Grown++
	return m.replace(ctx, tx, here, there)
}

// replace puts their session in the place of ours. What was noted of it here stays.
func (m *merge) replace(ctx context.Context, tx *sql.Tx, here, there int64) error {
	if err := m.notesBack(ctx, tx, here, there); err != nil {
		return err
	}
	if err := deleteSession(ctx, tx, here); err != nil {
		return err
	}
	return m.copy(ctx, tx, there)
}

// notes takes in what was noted of a session there and is not known here.
func (m *merge) notes(ctx context.Context, tx *sql.Tx, here, there int64) error {
	return copyNotes(ctx, tx, "main", "other", here, there)
}

// notesBack puts what was noted of a session here into the copy that is read, from
// where it comes back with the rest.
func (m *merge) notesBack(ctx context.Context, tx *sql.Tx, here, there int64) error {
	return copyNotes(ctx, tx, "other", "main", there, here)
}

func copyNotes(ctx context.Context, tx *sql.Tx, into, from string, owner, of int64) error {
	columns, err := columnsOf(ctx, tx, "observer_note", "session")
	if err != nil {
		return err
	}
	list := strings.Join(columns, ", ")
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`INSERT INTO %[1]s.observer_note (session, %[3]s) SELECT ?, %[3]s FROM %[2]s.observer_note
		WHERE session = ? ON CONFLICT (id) DO NOTHING`, into, from, list), owner, of)
	return err
}

// reach is how far a session has gone: its journal has no gaps in its numbers, and
// all that is done in it is an event.
type reach struct{ events, removals int64 }

func reachOf(ctx context.Context, q querier, file string, n int64) (r reach, err error) {
	err = q.QueryRowContext(ctx, fmt.Sprintf(`SELECT coalesce(max(seq), 0), coalesce(sum(kind = ?), 0) FROM %s.event WHERE session = ?`, file),
		int64(event.DetailsRemoved), n).Scan(&r.events, &r.removals)
	return r, err
}

func (m *merge) copy(ctx context.Context, tx *sql.Tx, there int64) error {
	columns, err := columnsOf(ctx, tx, "session", "n")
	if err != nil {
		return err
	}
	list := strings.Join(columns, ", ")
	var here int64
	err = tx.QueryRowContext(ctx, `INSERT INTO main.session (`+list+`) SELECT `+list+` FROM other.session WHERE n = ? RETURNING n`, there).Scan(&here)
	if err != nil {
		return err
	}
	const (
		records     = ` JOIN other.case_record c ON c.n = o.case_record JOIN main.case_record m ON m.id = c.id WHERE c.session = ?`
		submissions = ` JOIN other.submission s ON s.n = o.submission JOIN other.case_record c ON c.n = s.case_record
			JOIN main.case_record r ON r.id = c.id JOIN main.submission m ON m.case_record = r.n WHERE c.session = ?`
	)
	for _, t := range ofSession {
		if err := copyTable(ctx, tx, t, "session", fmt.Sprint(here), ` WHERE o.session = ?`, there); err != nil {
			return err
		}
	}
	for _, t := range ofRecord {
		if err := copyTable(ctx, tx, t, "case_record", "m.n", records, there); err != nil {
			return err
		}
	}
	for _, t := range ofSubmission {
		if err := copyTable(ctx, tx, t, "submission", "m.n", submissions, there); err != nil {
			return err
		}
	}
	return copyEvents(ctx, tx, here, there)
}

// copyTable copies the rows of a session, which belong to another row here.
func copyTable(ctx context.Context, tx *sql.Tx, table, parent, owner, where string, there int64) error {
	columns, err := columnsOf(ctx, tx, table, "n", parent)
	if err != nil {
		return err
	}
	into, from := strings.Join(columns, ", "), "o."+strings.Join(columns, ", o.")
	_, err = tx.ExecContext(ctx, `INSERT INTO main.`+table+` (`+parent+`, `+into+`) SELECT `+owner+`, `+from+` FROM other.`+table+` o`+where, there)
	return err
}

// copyEvents copies the journal of a session with its runs; names have other
// numbers here.
func copyEvents(ctx context.Context, tx *sql.Tx, here, there int64) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO main.run (id, started, zone, program) SELECT id, started, zone, program FROM other.run
		WHERE n IN (SELECT run FROM other.event WHERE session = ?) ON CONFLICT DO NOTHING`, there)
	if err != nil {
		return err
	}
	columns, err := columnsOf(ctx, tx, "event", "session")
	if err != nil {
		return err
	}
	values := make([]string, len(columns))
	for i, c := range columns {
		switch c {
		case "run":
			values[i] = `(SELECT h.n FROM main.run h JOIN other.run t USING (id) WHERE t.n = o.run)`
		case "task", "form", "place", "question", "rule", "setting":
			values[i] = `(SELECT h.n FROM main.name h JOIN other.name t USING (id) WHERE t.n = o.` + c + `)`
		default:
			values[i] = "o." + c
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO main.event (session, `+strings.Join(columns, ", ")+`)
		SELECT ?, `+strings.Join(values, ", ")+` FROM other.event o WHERE o.session = ? ORDER BY o.seq`, here, there)
	return err
}

// clean takes those who withdrew there, and what was removed there, out of the
// free pages and the copies of this file.
func (m *merge) clean(ctx context.Context) error {
	if len(m.gone) == 0 && len(m.poorer) == 0 {
		return nil
	}
	s := m.store
	if err := s.scrub(ctx); err != nil {
		return err
	}
	return explain(erasing, s.dir, s.eachBackup(ctx, func(tx *sql.Tx) error {
		for id, at := range m.gone {
			if err := withdraw(ctx, tx, id, at); err != nil {
				return err
			}
		}
		for _, id := range m.poorer {
			n, err := findSession(ctx, tx, id)
			switch {
			case errors.Is(err, capture.ErrNotFound), errors.Is(err, capture.ErrWithdrawn):
				continue
			case err != nil:
				return err
			}
			if err := deleteSession(ctx, tx, n); err != nil {
				return err
			}
		}
		return nil
	}))
}
