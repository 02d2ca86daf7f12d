package program

import (
	"context"
	"errors"
	"io/fs"
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
	shelves shelves
	// fresh are sessions that nobody has agreed to yet: they are in memory alone.
	freshMu sync.Mutex
	fresh   map[capture.SessionID]capture.SessionRow
	// background are writes of settings that are under way.
	background sync.WaitGroup
}

// Options are what a program is opened with.
type Options struct {
	Clock capture.Clock
	Files fs.FS // forms, code sets, scenarios and studies
	Post  func(func())
	After func(time.Duration, func())
	// Hold keeps [Start] from reading forms, stories and studies until it is closed;
	// nil: they are read at once.
	Hold <-chan struct{}
}

// Open opens the data folder with the study in use, at first the newest. Closing
// it writes everything down.
func Open(ctx context.Context, dir string, o Options) (*Program, error) {
	p, err := Start(ctx, dir, o)
	if err != nil {
		return nil, err
	}
	if err := p.Ready(ctx); err != nil {
		return nil, errors.Join(err, p.Close(ctx))
	}
	return p, nil
}

// Start is Open for those who have something to show meanwhile: forms, stories and
// studies are still being read when it returns. [Program.Ready] says when they are
// there. Whatever needs them waits until then.
func Start(ctx context.Context, dir string, o Options) (*Program, error) {
	store, err := sqlite.Open(ctx, dir, sqlite.Options{Clock: o.Clock})
	if err != nil {
		return nil, err
	}
	p := &Program{
		Store: store, Clock: o.Clock, IDs: capture.RandomIDs{},
		Post: o.Post, After: o.After, vocab: event.NewVocabulary(),
		fresh: map[capture.SessionID]capture.SessionRow{}, shelves: shelves{ships: o.Files, read: make(chan struct{})},
	}
	p.shelves.over, p.shelves.end = context.WithCancel(context.Background())
	p.run = event.Run{ID: uuid.Must(uuid.NewV7()), Started: o.Clock.Now().Add(-o.Clock.Elapsed()), Program: Version}
	p.Journal = journal.Start(store, o.Clock, journal.Options{Run: p.run})
	p.Journal.OnStatus(p.status)
	go func() {
		defer close(p.shelves.read)
		if o.Hold != nil {
			select {
			case <-o.Hold:
			case <-p.shelves.over.Done():
				p.shelves.err = errors.New("the program was closed before its forms were read")
				return
			}
		}
		p.shelves.err = p.readFirst(context.WithoutCancel(ctx))
	}()
	return p, nil
}

// readFirst puts up the first shelf, and keeps what is on it.
func (p *Program) readFirst(ctx context.Context) error {
	chosen, err := p.Store.Setting(ctx, studyKey)
	if err != nil {
		return err
	}
	if err := p.readShelf(chosen); err != nil {
		return err
	}
	return p.keepDefinitions(ctx)
}

// Ready waits until forms, stories and studies are read, and says what keeps the
// program from using them.
func (p *Program) Ready(ctx context.Context) error {
	select {
	case <-p.shelves.read:
		return p.shelves.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// keepDefinitions writes the study, its forms and its scenarios into the store,
// so that reports mean years later what they meant on the day.
func (p *Program) keepDefinitions(ctx context.Context) error {
	all, err := definitions(p.shelves.now.Load().Shelf)
	if err != nil {
		return err
	}
	return p.Store.KeepDefinitions(ctx, all...)
}

// Close writes down everything and closes the store.
func (p *Program) Close(ctx context.Context) error {
	p.shelves.end()
	<-p.shelves.read
	p.background.Wait()
	return errors.Join(p.Journal.Close(ctx), p.Store.Close())
}

// StudyTitle names the study; it is "" while that is being read, and where it
// cannot be used.
func (p *Program) StudyTitle() string {
	select {
	case <-p.shelves.read:
	default:
		return ""
	}
	if p.shelves.err != nil {
		return ""
	}
	return p.Study().Title
}

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
