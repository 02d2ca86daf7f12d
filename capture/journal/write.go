package journal

import (
	"context"
	"errors"

	"recordwell/capture"
	"recordwell/capture/event"
)

// slowest is how many times the first pause the longest one is.
const slowest = 20

// write makes one attempt. What an earlier attempt could not write goes first,
// alone, so that a load is either wholly written or wholly waiting.
func (j *Journal) write() error {
	j.mu.Lock()
	if j.load.empty() {
		j.waiting.take(&j.load)
		j.taken = len(j.load.events)
	}
	j.mu.Unlock()
	if j.load.empty() {
		return nil
	}
	if len(j.load.batches) > 0 && j.status.State != Failed {
		j.tell(Saving, nil)
	}
	err := j.attempt(j.load.all())
	if errors.Is(err, capture.ErrConflict) || errors.Is(err, capture.ErrNotFound) {
		err = j.salvage(err)
	}
	if err != nil {
		j.pause = min(max(2*j.pause, j.opts.Retry), slowest*j.opts.Retry)
		j.tell(Failed, err)
		return err
	}
	j.wrote()
	return nil
}

// attempt writes batches, and the run before the first events.
func (j *Journal) attempt(batches []capture.Batch) error {
	ctx := context.Background() // a write is not broken off half-way
	if !j.runSaved && len(j.load.events) > 0 {
		if err := j.writer.SaveRun(ctx, j.opts.Run); err != nil {
			return err
		}
		j.runSaved = true
	}
	return j.writer.Write(ctx, batches)
}

// salvage sees to it that one entry that can never be written does not hold up
// the others: answers go without the events, and an event that is refused
// becomes a Gap. Answers that are refused stay, and the error is returned.
func (j *Journal) salvage(refused error) error {
	if len(j.load.events) == 0 {
		return refused
	}
	if len(j.load.batches) > 0 {
		if err := j.attempt(j.load.batches); err != nil {
			return err
		}
		j.status.Batches += j.load.given
		j.load.batches, j.load.given, j.load.salvaged = nil, 0, true
	}
	for len(j.load.events) > 0 {
		first := j.load.events[:1]
		err := j.attempt([]capture.Batch{{Events: first}})
		if errors.Is(err, capture.ErrConflict) {
			err = j.giveUp(&first[0])
		}
		if err != nil {
			return err
		}
		j.load.events = j.load.events[1:]
	}
	return nil
}

// giveUp puts a Gap where an event was refused. If its number is taken by
// another event, nothing can be put there; it only counts as lost.
func (j *Journal) giveUp(e *event.Event) error {
	j.mu.Lock()
	j.waiting.lost++
	j.mu.Unlock()
	err := j.attempt([]capture.Batch{{Events: []event.Event{gapOf(e)}}})
	if errors.Is(err, capture.ErrConflict) {
		return nil
	}
	return err
}

// wrote notes that the load is on the disk.
func (j *Journal) wrote() {
	answers := len(j.load.batches) > 0 || j.load.salvaged
	failed := j.status.State == Failed
	j.pause = 0
	j.status.Batches += j.load.given
	j.load.done()
	j.mu.Lock()
	j.taken = 0
	more := len(j.waiting.batches) > 0
	j.mu.Unlock()
	if answers || failed {
		j.status.At = j.clock.Now()
		if more {
			j.tell(Saving, nil)
		} else {
			j.tell(Saved, nil)
		}
	}
}

func (j *Journal) tell(state State, err error) {
	j.status.State, j.status.Err = state, err
	j.mu.Lock()
	j.status.Lost = j.waiting.lost
	f := j.onStatus
	j.mu.Unlock()
	if f != nil {
		f(j.status)
	}
}
