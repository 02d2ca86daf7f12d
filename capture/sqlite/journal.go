package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"iter"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Events streams the journal of one session, in order, as it is at the moment
// the loop begins. It ends with the first error.
func (r *Reader) Events(ctx context.Context, session capture.SessionID) iter.Seq2[event.Record, error] {
	return r.events(ctx, `WHERE id = ?`, string(session))
}

// StudyEvents streams the journal of a study, or of every study for "", session
// by session.
func (r *Reader) StudyEvents(ctx context.Context, study string) iter.Seq2[event.Record, error] {
	return r.events(ctx, `WHERE ? IN ('', study)`, study)
}

// Taking a value out of a row takes longer than finding the row, so numbers that
// are small come together: the kind and code of an event with its run, and names
// by threes.
const (
	nameBits  = 21
	codeBits  = 32
	kindBits  = 8
	mostNames = 1<<nameBits - 1
	mostRuns  = 1<<(63-codeBits-kindBits) - 1
)

const selectEvents = `SELECT seq, ms, (run << 40) | (kind << 32) | (code & 4294967295), count,
	ifnull(task, 0) | (ifnull(form, 0) << 21) | (ifnull(place, 0) << 42),
	ifnull(question, 0) | (ifnull(rule, 0) << 21) | (ifnull(setting, 0) << 42), entity
	FROM event WHERE session = ? ORDER BY seq`

func (r *Reader) events(ctx context.Context, where, arg string) iter.Seq2[event.Record, error] {
	return func(yield func(event.Record, error) bool) {
		stopped := false
		err := r.rawView(ctx, func(w *raw) error {
			scan, err := newEventScanner(ctx, w.tx)
			if err != nil {
				return err
			}
			sessions, err := w.sessionNumbers(ctx, where, arg)
			for _, s := range sessions {
				if err != nil || stopped {
					break
				}
				scan.rec.Session = s.id
				err = w.each(ctx, func(row []driver.Value) (bool, error) {
					if err := scan.read(row); err != nil {
						return false, err
					}
					stopped = !yield(scan.rec, nil)
					return !stopped, nil
				}, selectEvents, s.n)
			}
			return err
		})
		if err != nil && !stopped {
			yield(event.Record{}, err)
		}
	}
}

type numbered struct {
	n  int64
	id uuid.UUID
}

func (w *raw) sessionNumbers(ctx context.Context, where, arg string) (all []numbered, err error) {
	err = w.each(ctx, func(row []driver.Value) (bool, error) {
		c := columns{row: row}
		s := numbered{n: c.number()}
		err := s.id.UnmarshalText([]byte(c.text()))
		all = append(all, s)
		if c.err != nil {
			err = c.err
		}
		return true, err
	}, `SELECT n, id FROM session `+where+` ORDER BY n`, arg)
	return all, err
}

// eventScanner turns short numbers back into ids.
type eventScanner struct {
	names []string // by number; 0 is none
	runs  map[int64]event.Run

	run   int64 // the one in hand
	began event.Run
	rec   event.Record
}

func newEventScanner(ctx context.Context, tx *sql.Tx) (*eventScanner, error) {
	s := &eventScanner{run: -1}
	names, err := findNames(ctx, tx)
	if err != nil {
		return nil, err
	}
	if s.runs, err = findRuns(ctx, tx); err != nil {
		return nil, err
	}
	most := int64(0)
	for n := range names {
		most = max(most, n)
		if n < 1 || n > mostNames {
			return nil, fmt.Errorf("%w: an identifier has the number %d", capture.ErrCorrupt, n)
		}
	}
	for n := range s.runs {
		if n < 1 || n > mostRuns {
			return nil, fmt.Errorf("%w: a run has the number %d", capture.ErrCorrupt, n)
		}
	}
	s.names = make([]string, most+1)
	for n, id := range names {
		s.names[n] = id
	}
	return s, nil
}

// read fills the record from a row of selectEvents.
func (s *eventScanner) read(row []driver.Value) error {
	var n [6]int64
	for i := range n {
		v, ok := row[i].(int64)
		if !ok {
			return fmt.Errorf("%w: an event has %T where a number belongs", capture.ErrCorrupt, row[i])
		}
		n[i] = v
	}
	if run := n[2] >> (codeBits + kindBits); run != s.run {
		s.run, s.began = run, s.runs[run]
	}
	rec := &s.rec
	rec.Seq, rec.Run = uint64(n[0]), s.began.ID
	rec.Offset = time.Duration(n[1]) * time.Millisecond
	rec.At = s.began.Started.Add(rec.Offset)
	rec.Kind, rec.Code, rec.Count = event.Kind(n[2]>>codeBits), int32(n[2]), n[3]
	ok := s.name(n[4], &rec.Task, &rec.Form, &rec.Place) && s.name(n[5], &rec.Question, &rec.Rule, &rec.Setting)
	if !ok {
		return fmt.Errorf("%w: an event has an identifier that is not there", capture.ErrCorrupt)
	}
	rec.Entity = uuid.Nil
	if v, ok := row[6].([]byte); ok {
		copy(rec.Entity[:], v)
	}
	return nil
}

// name takes numbers apart.
func (s *eventScanner) name(packed int64, ids ...*string) bool {
	for _, id := range ids {
		n := packed & mostNames
		if n >= int64(len(s.names)) {
			return false
		}
		*id = s.names[n]
		packed >>= nameBits
	}
	return packed == 0
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
