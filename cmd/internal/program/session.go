package program

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// Begin opens the session of a code: the one begun before, or a new one. A new
// one is in memory alone until [Program.Admit].
func (p *Program) Begin(ctx context.Context, typed string) (*session.Session, error) {
	if err := p.Ready(ctx); err != nil {
		return nil, err
	}
	s, err := p.begin(ctx, typed, conduct{clock: p.Clock, journal: p, after: p.After, run: p.run.ID})
	if err == nil {
		p.current.Store(s)
	}
	return s, err
}

// conduct is what differs between a person at the window and a made-up one.
type conduct struct {
	clock     capture.Clock
	journal   session.Journal
	after     func(time.Duration, func())
	run       uuid.UUID
	simulated bool
	round     string // of a made-up person, whether it is open or not; "" the one that is
}

func (p *Program) begin(ctx context.Context, typed string, c conduct) (*session.Session, error) {
	code, err := study.ParseCode(typed)
	if err != nil {
		return nil, capture.ErrBadCode
	}
	in := p.studyOf(code)
	if in == nil && c.simulated {
		in = p.Study()
	}
	if in == nil {
		return nil, capture.ErrBadCode
	}
	if in.Voided(code) {
		return nil, capture.ErrVoid
	}
	row, err := p.Store.SessionByCode(ctx, in.ID, code)
	isNew := errors.Is(err, capture.ErrNotFound)
	if err != nil && !isNew {
		return nil, err
	}
	round := round(in, row.Round)
	if c.round != "" {
		round = roundOf(in, cmp.Or(row.Round, c.round))
	}
	if round == nil {
		return nil, capture.ErrClosed
	}
	var past session.Past
	if isNew {
		row = p.newRow(in, round, code, c)
	} else if past.Surveys, past.Comments, err = p.Store.PersonSaid(ctx, row.ID); err != nil {
		return nil, err
	}
	return session.New(session.Setup{
		Clock: c.clock, IDs: p.IDs, Journal: c.journal, Run: c.run, After: c.after, Vocabulary: p.vocab,
		Study: in, Library: p.Library(), Timing: timing(condition(round, row).When), Version: Version, Past: past,
		Calendar: Calendar(),
	}, row, round)
}

// studyOf finds the study that a code was handed out for.
func (p *Program) studyOf(code string) *study.Study {
	if p.Study().Has(code) {
		return p.Study()
	}
	for _, s := range p.Library().Studies {
		if s.Has(code) {
			return s
		}
	}
	return nil
}

// round returns the round of a study if it is open; "" is the first open one.
func round(s *study.Study, id string) *study.Round {
	for i := range s.Rounds {
		if r := &s.Rounds[i]; r.Open && (id == "" || r.ID == id) {
			return r
		}
	}
	return nil
}

// roundOf returns a round of a study, open or not.
func roundOf(s *study.Study, id string) *study.Round {
	for i := range s.Rounds {
		if s.Rounds[i].ID == id {
			return &s.Rounds[i]
		}
	}
	return nil
}

// condition is the one that the session began with.
func condition(r *study.Round, row capture.SessionRow) study.Condition {
	if n := int(row.Condition); n < len(r.Conditions) {
		return r.Conditions[n]
	}
	return r.Conditions[0]
}

func (p *Program) newRow(in *study.Study, round *study.Round, code string, c conduct) capture.SessionRow {
	row := capture.SessionRow{
		ID: capture.SessionID(p.IDs.New()), Code: code, Study: in.ID, Round: round.ID,
		Condition: int32(study.Allocate(in.Seed, code, len(round.Conditions))),
		Started:   c.clock.Now(), Simulated: c.simulated,
	}
	p.freshMu.Lock()
	p.fresh[row.ID] = row
	p.freshMu.Unlock()
	return row
}

// Admit makes room for a session in the store. Only when a person agrees to take
// part is it called; then comes [session.Session.Agree].
func (p *Program) Admit(ctx context.Context, s *session.Session) error {
	p.freshMu.Lock()
	row, isNew := p.fresh[s.ID()]
	p.freshMu.Unlock()
	if !isNew {
		return nil
	}
	if err := p.Store.CreateSession(ctx, row); err != nil {
		return err
	}
	p.freshMu.Lock()
	delete(p.fresh, s.ID())
	p.freshMu.Unlock()
	return nil
}

// Refuse forgets a session that nobody agreed to.
func (p *Program) Refuse(s *session.Session) {
	p.freshMu.Lock()
	delete(p.fresh, s.ID())
	p.freshMu.Unlock()
	p.current.Store(nil)
}

// End notes when a session ended, once everything is on the disk.
func (p *Program) End(ctx context.Context, id capture.SessionID) error {
	return errors.Join(p.Sync(ctx), p.Store.EndSession(ctx, id, p.Clock.Now()))
}

// Withdraw deletes everything of a session. What is still on its way to the disk
// is let go.
func (p *Program) Withdraw(ctx context.Context, id capture.SessionID) (time.Time, error) {
	// A write that fails here fails again after the tombstone, and then has
	// nothing left to write.
	syncErr := p.Sync(ctx)
	at := p.Clock.Now()
	if err := errors.Join(p.Store.Withdraw(ctx, id, at), p.removeCopies(id)); err != nil {
		return at, errors.Join(err, syncErr)
	}
	p.current.Store(nil)
	return at, p.Sync(ctx)
}

// RemoveDetails blanks answers in the store, with their history and in all
// copies, after [session.Session.Forget] has blanked them in the record.
func (p *Program) RemoveDetails(ctx context.Context, id capture.SessionID, refs ...capture.Ref) error {
	if err := p.Sync(ctx); err != nil {
		return err
	}
	return errors.Join(p.Store.RemoveDetails(ctx, id, refs...), p.removeCopies(id))
}

// Events reads what is kept of how a session went, in order.
func (p *Program) Events(ctx context.Context, id capture.SessionID) ([]event.Record, error) {
	if err := p.Sync(ctx); err != nil {
		return nil, err
	}
	var all []event.Record
	for rec, err := range p.Store.Events(ctx, id) {
		if err != nil {
			return nil, err
		}
		all = append(all, rec)
	}
	return all, nil
}
