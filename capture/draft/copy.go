package draft

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Copy takes over answers that stand elsewhere already. Undo takes all of them
// back at once. What is being typed is committed before: see Settle.
type Copy struct {
	Answers []Copied
	At      time.Time
}

// Copied is one answer taken over. Copy writes its Raw from its Value.
type Copied struct {
	Ref    capture.Ref
	Answer capture.Answer
}

func (Copy) action() {}

func (w *work) copyIn(a Copy) {
	var group int64
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
		if group == 0 {
			group = w.seq
		}
		w.push(step{ref: given.Ref, before: before, after: answer, group: group})
		w.set(e, sp, c, answer, a.At)
		w.log(e, sp, event.Event{Kind: event.AnswerCommitted, Code: int32(answer.State), Count: int64(capture.Copied)})
		w.spread(sp.ordinal)
	}
}
