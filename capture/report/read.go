package report

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/metrics"
)

// every is how many events pass between two looks at the context.
const every = 8192

// readEvents reads the journal. Between two sessions it judges the records whose
// events have been read, so that reading the one does not wait for the other.
func (b *builder) readEvents(ctx context.Context) error {
	fold := metrics.NewFold(b.labels.pages, b.session)
	n := &b.events
	for e, err := range b.in.Events {
		if err != nil {
			return fmt.Errorf("reading the journal: %w", err)
		}
		if *n++; *n%every == 0 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			b.progress()
		}
		if b.sessions[e.Session] == nil {
			continue
		}
		if err := fold.Add(&e); err != nil {
			return fmt.Errorf("reading the journal: %w", err)
		}
		if b.waiting.told != uuid.Nil {
			b.waiting.told = uuid.Nil
			if err := b.readRecords(ctx, false); err != nil {
				return err
			}
		}
	}
	fold.Close()
	b.progress()
	return nil
}

func (b *builder) progress() {
	if b.in.Progress != nil {
		b.in.Progress(b.events, b.waiting.done)
	}
}

// waiting is the next record, and where the ones after it come from.
type waiting struct {
	next  func() (capture.Submission, error, bool)
	head  *capture.Submission
	ended bool
	done  int
	told  uuid.UUID // a session whose events have just been read
}

// readRecords judges the records that come next and whose session's events have
// been read, or all that are left.
func (b *builder) readRecords(ctx context.Context, all bool) error {
	w := &b.waiting
	for !w.ended {
		if w.head == nil {
			sub, err, ok := w.next()
			if !ok {
				w.ended = true
				return nil
			}
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return fmt.Errorf("reading the records: %w", err)
			}
			if b.row(sub.Session) == nil {
				continue
			}
			w.head = &sub
		}
		if b.people[w.head.Session] == nil && !all {
			return nil
		}
		if err := b.submission(w.head); err != nil {
			return err
		}
		w.head = nil
		w.done++
		b.progress()
	}
	return nil
}
