package research

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/ui/participant"
)

// trial answers what a participant's pages ask while somebody at the desk tries
// them: the real session, of which nothing is logged or kept. A task can be left
// and gone on with: its record is in memory as long as the trial.
type trial struct {
	title   string
	session *session.Session
	mu      sync.Mutex
	tasks   map[string]*capture.SavedCase
	done    *capture.Submission // of the task that was finished last
}

var _ participant.Desk = (*trial)(nil)

func newTrial(title string) *trial {
	return &trial{title: title, tasks: map[string]*capture.SavedCase{}}
}

// Append logs nothing.
func (t *trial) Append(...event.Event) {}

// Save remembers a record until the trial is over.
func (t *trial) Save(b capture.Batch) {
	if b.Task == "" {
		return
	}
	fyne.Do(func() { t.session.Saved(session.SaveStatus{State: session.NotKept}) })
	t.mu.Lock()
	defer t.mu.Unlock()
	saved := t.tasks[b.Task]
	if saved == nil {
		saved = &capture.SavedCase{}
		t.tasks[b.Task] = saved
	}
	if b.Case != "" {
		saved.Case.ID = b.Case
	}
	for _, e := range b.Entities {
		saved.Case.Entities = put(saved.Case.Entities, e, func(o capture.Entity) bool { return o.ID == e.ID })
	}
	saved.Changes = append(saved.Changes, b.Changes...)
	for _, r := range b.Reasons {
		saved.Reasons = put(saved.Reasons, r, func(o capture.Reason) bool { return o.Ref == r.Ref && o.Rule == r.Rule })
	}
	for _, p := range b.Pages {
		saved.Pages = put(saved.Pages, p, func(o capture.SavedPage) bool { return o == p })
	}
	for _, m := range b.Marks {
		saved.Marks = put(saved.Marks, m, func(o capture.SectionMark) bool { return o.Section == m.Section })
	}
	if b.Submission != nil {
		t.done = b.Submission
	}
	saved.NotThese = append(saved.NotThese, b.NotThese...)
	if b.Place != nil {
		saved.Place = b.Place
	}
	if b.Status != nil {
		saved.Status = *b.Status
	}
}

// submission is what was answered in the task that was finished last; nil before.
func (t *trial) submission() *capture.Submission {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.done
}

// put replaces what is the same thing, or adds it.
func put[T any](all []T, one T, same func(T) bool) []T {
	if i := slices.IndexFunc(all, same); i >= 0 {
		all[i] = one
		return all
	}
	return append(all, one)
}

// StudyTitle names the study.
func (t *trial) StudyTitle() string { return t.title }

// Ready has nothing to wait for.
func (t *trial) Ready(context.Context) error { return nil }

// Begin takes no code: a trial is begun at the research desk.
func (t *trial) Begin(context.Context, string) (*session.Session, error) {
	return nil, capture.ErrBadCode
}

// Admit makes no room.
func (t *trial) Admit(context.Context, *session.Session) error { return nil }

// Refuse has nothing to forget.
func (t *trial) Refuse(*session.Session) {}

// Choices are in memory.
func (t *trial) Choices(context.Context, capture.SessionID) (capture.Choices, error) {
	return trialChoices{}, nil
}

// Load gives what is remembered of a task.
func (t *trial) Load(_ context.Context, _ capture.SessionID, task string) (capture.SavedCase, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	saved := t.tasks[task]
	if saved == nil {
		return capture.SavedCase{}, nil
	}
	out := *saved
	out.Case.Entities, out.Changes = slices.Clone(out.Case.Entities), slices.Clone(out.Changes)
	out.Reasons, out.Pages, out.Marks = slices.Clone(out.Reasons), slices.Clone(out.Pages), slices.Clone(out.Marks)
	out.NotThese = slices.Clone(out.NotThese)
	return out, nil
}

// Sync has nothing to wait for.
func (t *trial) Sync(context.Context) error { return nil }

// End notes nothing.
func (t *trial) End(context.Context, capture.SessionID) error { return nil }

// Events are none.
func (t *trial) Events(context.Context, capture.SessionID) ([]event.Record, error) { return nil, nil }

// SaveCopy keeps no copy.
func (t *trial) SaveCopy(capture.SessionID, string, []byte) (string, error) {
	return "", errors.New("nothing is kept while you try it out")
}

// RemoveDetails has nothing to remove.
func (t *trial) RemoveDetails(context.Context, capture.SessionID, ...capture.Ref) error { return nil }

// Withdraw has nothing to delete.
func (t *trial) Withdraw(context.Context, capture.SessionID) (time.Time, error) {
	return time.Time{}, errors.New("nothing is kept while you try it out, so there is nothing to delete")
}

// trialChoices are one person's settings, for as long as the trial lasts.
type trialChoices map[string]string

// Get returns a choice, or "".
func (c trialChoices) Get(name string) string { return c[name] }

// Set remembers a choice.
func (c trialChoices) Set(name, value string) { c[name] = value }
