package journal

import (
	"recordwell/capture"
	"recordwell/capture/event"
)

// queue is what waits to be written. The journal's mutex guards it.
type queue struct {
	events   []event.Event
	capacity int // of events
	batches  []capture.Batch
	given    uint64 // calls of Save whose batches are in the queue
	gaps     []event.Event
	lost     uint64
	urgent   bool
}

func (q *queue) empty() bool { return len(q.events) == 0 && len(q.batches) == 0 && len(q.gaps) == 0 }

// append takes events that fit beside taken ones, which are being written.
func (q *queue) append(events []event.Event, taken, many int) {
	room := q.capacity - taken - len(q.events)
	if len(q.gaps) > 0 {
		room = 0 // what comes after a gap waits until the gap is on its way
	}
	keep := max(0, min(room, len(events)))
	q.events = append(q.events, events[:keep]...)
	for i := range events[keep:] {
		q.miss(&events[keep+i])
	}
	for i := range events[:keep] {
		q.urgent = q.urgent || events[i].Kind == event.FieldLeft || events[i].Kind == event.TaskFinished || events[i].Kind == event.SessionEnded
	}
	q.urgent = q.urgent || len(q.events) >= many
}

// miss counts an event that is not kept in the gap of its session. The gap
// takes the number of the last event it stands for.
func (q *queue) miss(e *event.Event) {
	q.lost++
	for i := range q.gaps {
		if g := &q.gaps[i]; g.Session == e.Session {
			g.Seq, g.Run, g.Offset = e.Seq, e.Run, e.Offset
			g.Count++
			return
		}
	}
	q.gaps = append(q.gaps, gapOf(e))
}

// gapOf stands for one event that is not kept.
func gapOf(e *event.Event) event.Event {
	return event.Event{Session: e.Session, Run: e.Run, Seq: e.Seq, Offset: e.Offset, Kind: event.Gap, Count: 1}
}

// save takes a batch. One that only says where a person is replaces the place
// before it, so that walking about on a full disk does not fill the memory.
func (q *queue) save(b capture.Batch) {
	q.given++
	q.urgent = q.urgent || b.Submission != nil
	if n := len(q.batches); n > 0 && onlyPlace(&b) {
		if last := &q.batches[n-1]; last.Session == b.Session && last.Task == b.Task && last.Case == b.Case && last.Submission == nil {
			last.Place = b.Place
			return
		}
	}
	q.batches = append(q.batches, b)
}

func onlyPlace(b *capture.Batch) bool {
	return b.Place != nil && b.Status == nil && b.Submission == nil &&
		len(b.Entities)+len(b.Changes)+len(b.Reasons)+len(b.Pages)+len(b.Marks)+len(b.NotThese)+len(b.Events)+
			len(b.Consents)+len(b.Comments)+len(b.Surveys) == 0
}

// load is what one transaction writes.
type load struct {
	events  []event.Event
	batches []capture.Batch
	given   uint64
	// salvaged: its batches are on the disk already, without the events.
	salvaged bool
}

// take empties the queue into a load. The load's own event slice is used for
// the queue from now on, so that two buffers are enough.
func (q *queue) take(l *load) {
	l.events, q.events = q.events, l.events[:0]
	l.events = append(l.events, q.gaps...)
	l.batches, q.batches = q.batches, nil
	l.given += q.given
	q.given, q.gaps, q.urgent = 0, nil, false
}

func (l *load) empty() bool { return len(l.events) == 0 && len(l.batches) == 0 }

// all is the load as the store takes it: answers first, so that what an event
// speaks of is there.
func (l *load) all() []capture.Batch {
	if len(l.events) == 0 {
		return l.batches
	}
	return append(l.batches[:len(l.batches):len(l.batches)], capture.Batch{Events: l.events})
}

// done forgets what was written and keeps the buffer, without the ids in it.
func (l *load) done() {
	clear(l.events)
	*l = load{events: l.events[:0]}
}
