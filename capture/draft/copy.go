package draft

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Copy takes over answers that stand elsewhere already. Undo takes all of them
// back at once. What is being typed is committed before: see Settle.
type Copy struct {
	// Items are added to their lists before.
	Items   []CopiedItem
	Answers []Copied
	At      time.Time
}

// CopiedItem is an item of a list that comes with answers.
type CopiedItem struct {
	ID   capture.EntityID
	Type capture.EntityType
}

// Copied is one answer taken over. Copy writes its Raw from its Value.
type Copied struct {
	Ref    capture.Ref
	Answer capture.Answer
}

func (Copy) action() {}

func (w *work) copyIn(a Copy) {
	group := w.seq + 1 // of the first answer, which nothing else has
	for _, item := range a.Items {
		before := w.done
		w.add(AddEntity{ID: item.ID, Type: item.Type, At: a.At})
		if w.done != before {
			w.done.group = group
		}
	}
	for _, given := range a.Answers {
		e, sp, c := w.own(given.Ref)
		if c == nil {
			continue
		}
		answer := given.Answer
		answer.Raw = AsTyped(sp.q, answer.Value)
		before := c.answer
		if answer == before {
			continue
		}
		w.write(e, sp, answer, capture.Copied, a.At)
		w.push(step{ref: given.Ref, before: before, after: answer, group: group})
		w.set(e, sp, c, answer, a.At)
		w.log(e, sp, event.Event{Kind: event.AnswerCommitted, Code: int32(answer.State), Count: int64(capture.Copied)})
		w.spread(sp.ordinal)
	}
}
