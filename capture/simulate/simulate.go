package simulate

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
)

// Run is one made-up person's run of the program: a clock of their own, and a
// journal that only collects.
type Run struct {
	person *person
	clock  *clock
	plant  Plant
	// Batches and Events are what the session left to be written down.
	Batches []capture.Batch
	Events  []event.Event
}

// NewRun makes the n-th person of a seed, who begins at a wall time.
func NewRun(seed uint64, n int, start time.Time) *Run {
	return &Run{person: newPerson(seed, n), clock: &clock{start: start}}
}

// Habit is the name of the person's habit.
func (r *Run) Habit() string { return r.person.Name }

// Clock is the person's clock.
func (r *Run) Clock() capture.Clock { return r.clock }

// After calls back when the person's clock has passed d.
func (r *Run) After(d time.Duration, f func()) { r.clock.after(d, f) }

// Append collects events.
func (r *Run) Append(events ...event.Event) { r.Events = append(r.Events, events...) }

// Save collects a batch.
func (r *Run) Save(b capture.Batch) { r.Batches = append(r.Batches, b) }

// Take returns what was collected as batches to write, and forgets it.
func (r *Run) Take(id capture.SessionID) []capture.Batch {
	out := append(r.Batches, capture.Batch{Session: id, Events: r.Events})
	r.Batches, r.Events = nil, nil
	return out
}

// Work agrees to take part and does every task of a session.
func (r *Run) Work(s *session.Session) error {
	var agreed []string
	if c := s.Consent(); c != nil {
		for _, i := range c.Items {
			if i.Needed || r.person.chance(0.5) {
				agreed = append(agreed, i.ID)
			}
		}
	}
	if err := s.Agree(agreed); err != nil {
		return err
	}
	plant := r.plant.in(s.Round())
	doer := plant.inCondition(s.Subject(), r.person)
	for _, t := range s.Tasks() {
		if t.State == capture.TaskFinished || t.State == capture.TaskSkipped {
			continue
		}
		s.Enter(t.Spec.ID, capture.SavedCase{})
		newWorker(doer, r.clock, s, t.Scenario, plant).record()
		r.ease(s, t.Spec.ID)
		r.clock.pass(r.person.seconds(20))
	}
	r.system(s)
	s.End(event.EndFinished)
	return nil
}
