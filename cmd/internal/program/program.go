package program

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/journal"
	"recordwell/capture/session"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

// Version is the program's; FyneApp.toml says the same.
const Version = "0.1.0"

// Program is one run: an open store with its journal, and one study.
type Program struct {
	Store   *sqlite.Store
	Journal *journal.Journal
	Library *study.Library
	Study   *study.Study
	Clock   capture.Clock
	IDs     capture.IDs
	run     event.Run
	given   atomic.Uint64 // batches handed to the journal
	vocab   *event.Vocabulary
	// Post runs a function on the goroutine that owns the sessions, After does so
	// later. A program without a window runs them at once.
	Post    func(func())
	After   func(time.Duration, func())
	current atomic.Pointer[session.Session]
	// background are writes of settings that are under way.
	background sync.WaitGroup
}

// Options are what a program is opened with.
type Options struct {
	Clock capture.Clock
	Files fs.FS // forms, code sets, scenarios and studies
	Post  func(func())
	After func(time.Duration, func())
}

// Open opens the data folder with the newest study of the files. Closing it
// writes everything down.
func Open(ctx context.Context, dir string, o Options) (*Program, error) {
	lib, err := study.Load(o.Files)
	if err != nil {
		return nil, fmt.Errorf("the program's own forms cannot be read: %w", err)
	}
	ids := slices.Sorted(maps.Keys(lib.Studies))
	if len(ids) == 0 {
		return nil, errors.New("there is no study among the program's files")
	}
	store, err := sqlite.Open(ctx, dir, sqlite.Options{Clock: o.Clock})
	if err != nil {
		return nil, err
	}
	p := &Program{
		Store: store, Library: lib, Study: lib.Studies[ids[len(ids)-1]], Clock: o.Clock, IDs: capture.RandomIDs{},
		Post: o.Post, After: o.After, vocab: event.NewVocabulary(),
	}
	p.run = event.Run{ID: uuid.Must(uuid.NewV7()), Started: o.Clock.Now().Add(-o.Clock.Elapsed()), Program: Version}
	if err := p.keepDefinitions(ctx, o.Files); err != nil {
		store.Close()
		return nil, err
	}
	p.Journal = journal.Start(store, o.Clock, journal.Options{Run: p.run})
	p.Journal.OnStatus(p.status)
	return p, nil
}

// keepDefinitions writes the study, its forms and its scenarios into the store,
// so that reports mean years later what they meant on the day.
func (p *Program) keepDefinitions(ctx context.Context, files fs.FS) error {
	all, err := definitions(files, p.Library)
	if err != nil {
		return err
	}
	return p.Store.KeepDefinitions(ctx, all...)
}

// Close writes down everything and closes the store.
func (p *Program) Close(ctx context.Context) error {
	p.background.Wait()
	return errors.Join(p.Journal.Close(ctx), p.Store.Close())
}

// StudyTitle names the study.
func (p *Program) StudyTitle() string { return p.Study.Title }

// Append hands events to the journal.
func (p *Program) Append(events ...event.Event) { p.Journal.Append(events...) }

// Save hands a batch to the journal.
func (p *Program) Save(b capture.Batch) {
	p.given.Add(1)
	p.Journal.Save(b)
}

// Sync waits until everything that was handed over is on the disk.
func (p *Program) Sync(ctx context.Context) error { return p.Journal.Flush(ctx) }

func (p *Program) status(s journal.Status) {
	now := session.SaveStatus{State: session.Saving, At: s.At}
	switch {
	case s.State == journal.Failed:
		now.State, now.Why = session.SaveFailed, s.Err.Error()
	case s.State == journal.Saved && s.Batches >= p.given.Load():
		now.State = session.Saved
	}
	p.Post(func() {
		if open := p.current.Load(); open != nil {
			open.Saved(now)
		}
	})
}

// round returns the round that is open.
func (p *Program) round() *study.Round {
	for i := range p.Study.Rounds {
		if p.Study.Rounds[i].Open {
			return &p.Study.Rounds[i]
		}
	}
	return nil
}

// Begin opens the session of a code: the one begun before, or a new one.
func (p *Program) Begin(ctx context.Context, typed string) (*session.Session, error) {
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
}

func (p *Program) begin(ctx context.Context, typed string, c conduct) (*session.Session, error) {
	code, err := study.ParseCode(typed)
	if err != nil || !p.Study.Has(code) && !c.simulated {
		return nil, capture.ErrBadCode
	}
	round := p.round()
	if round == nil {
		return nil, capture.ErrClosed
	}
	row, err := p.Store.SessionByCode(ctx, p.Study.ID, code)
	if errors.Is(err, capture.ErrNotFound) {
		row, err = p.create(ctx, code, round, c)
	}
	if err != nil {
		return nil, err
	}
	return session.New(session.Setup{
		Clock: c.clock, IDs: p.IDs, Journal: c.journal, Run: c.run, After: c.after, Vocabulary: p.vocab,
		Study: p.Study, Library: p.Library, Timing: timing(p.Study.Condition(round, code).When), Version: Version,
	}, row, round)
}

func (p *Program) create(ctx context.Context, code string, round *study.Round, c conduct) (capture.SessionRow, error) {
	row := capture.SessionRow{
		ID: capture.SessionID(p.IDs.New()), Code: code, Study: p.Study.ID, Round: round.ID,
		Condition: int32(study.Allocate(p.Study.Seed, code, len(round.Conditions))),
		Started:   c.clock.Now(), Simulated: c.simulated,
	}
	return row, p.Store.CreateSession(ctx, row)
}

// Load reads the case of a task.
func (p *Program) Load(ctx context.Context, id capture.SessionID, task string) (capture.SavedCase, error) {
	return p.Store.LoadCase(ctx, id, task)
}

func timing(w study.When) draft.Timing {
	switch w {
	case study.OnLeaving:
		return draft.OnLeave
	case study.WhileTyping:
		return draft.WhileTyping
	}
	return draft.OnContinue
}
