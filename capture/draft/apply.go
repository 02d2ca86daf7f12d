package draft

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Effect is what an action leaves to be written down. Session, run, sequence
// number, offset and task of the events are the session's to fill in.
type Effect struct {
	Changes  []capture.Change
	Entities []capture.Entity
	Reasons  []capture.Reason
	Pages    []capture.SavedPage
	Marks    []capture.SectionMark
	Events   []event.Event
}

// Unsaved reports that there is something besides events.
func (e *Effect) Unsaved() bool {
	return len(e.Changes)+len(e.Entities)+len(e.Reasons)+len(e.Pages)+len(e.Marks) > 0
}

// work is one application of an action: the draft being made, and which of its
// cells are its own already.
type work struct {
	*Draft
	fresh  []bool
	effect Effect
	stale  bool // an answer changed since the returns were checked
	turned bool // a page was saved: blanks count that did not
}

// Apply returns the draft after an action. An action at a place that does not
// exist changes nothing.
func (d *Draft) Apply(a Action) (*Draft, Effect) {
	next := *d
	next.gen++
	next.entities = slices.Clone(d.entities)
	w := &work{Draft: &next, fresh: make([]bool, len(next.entities))}
	switch a := a.(type) {
	case Type:
		w.typed(a)
	case Commit:
		w.commit(a)
	case Flush:
		w.flush(a)
	case Settle:
		w.settleTyping(a.At)
	case AddEntity:
		w.add(a)
	case RemoveEntity:
		w.remove(a)
	case More:
		w.more = maps.Clone(w.more)
		w.more[a.Section] = a.Yes
	case Mark:
		w.mark(a)
	case Save:
		w.save(a)
	case Close:
		w.close()
	case Explain:
		w.explain(a)
	case Undo:
		w.undo(a.At)
	case Redo:
		w.redo(a.At)
	case Forget:
		w.forget(a)
	case Copy:
		w.copyIn(a)
	}
	w.checkReturns()
	return w.Draft, w.effect
}

// own returns a cell that may be written to; nil when there is no such place.
func (w *work) own(ref capture.Ref) (*entity, *spec, *cell) {
	sp := w.specOf(ref.Question)
	if sp == nil {
		return nil, nil, nil
	}
	for i := range w.entities {
		if w.entities[i].ID == ref.Entity && w.entities[i].Type == sp.owner {
			e, c := w.ownCell(i, sp)
			return e, sp, c
		}
	}
	return nil, nil, nil
}

func (w *work) ownCell(i int, sp *spec) (*entity, *cell) {
	e := &w.entities[i]
	if !w.fresh[i] {
		e.cells = slices.Clone(e.cells)
		w.fresh[i] = true
	}
	c := e.cells[sp.index]
	if c.gen != w.gen {
		own := *c
		own.gen = w.gen
		c = &own
		e.cells[sp.index] = c
	}
	return e, c
}

func (w *work) typed(a Type) {
	e, sp, c := w.own(a.Ref)
	if c == nil || a.Raw == c.typing && c.isTyping {
		return
	}
	c.typing, c.isTyping = a.Raw, true
	if w.timing == WhileTyping {
		w.recheck(e, sp, c, true)
	}
}

func (w *work) flush(a Flush) {
	for i := range w.entities {
		for n, ordinal := range w.schema.bySheet[w.entities[i].Type] {
			c := w.entities[i].cells[n]
			if !c.isTyping || c.typing == c.written() {
				continue
			}
			sp := w.schema.specs[ordinal]
			e, c := w.ownCell(i, sp)
			c.flushed, c.hasFlush = c.typing, true
			w.write(e, sp, Parse(sp.q, c.typing, w.story.Today).Answer, capture.Typed, a.At)
		}
	}
}

func (w *work) settleTyping(at time.Time) {
	for i := range w.entities {
		for n, ordinal := range w.schema.bySheet[w.entities[i].Type] {
			if c := w.entities[i].cells[n]; c.isTyping {
				ref := capture.Ref{Entity: w.entities[i].ID, Question: w.schema.specs[ordinal].q.ID}
				w.commit(Commit{Ref: ref, Raw: c.typing, State: capture.Answered, Cause: capture.Typed, At: at})
			}
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(w.reasons), byRef) {
		if r := w.reasons[key]; r.open {
			w.explain(Explain{Ref: key.ref, Rule: key.rule, Text: r.text})
		}
	}
}

// byRef orders reasons, so that what is logged of them has an order.
func byRef(a, b reasonKey) int {
	return cmp.Or(cmp.Compare(a.ref.Entity, b.ref.Entity), cmp.Compare(a.ref.Question, b.ref.Question), cmp.Compare(a.rule, b.rule))
}

// written is the text of the newest row of the cell's history.
func (c *cell) written() string {
	if c.hasFlush {
		return c.flushed
	}
	return c.answer.Raw
}

// HasTyping reports that something is typed and neither committed nor flushed.
func (d *Draft) HasTyping() bool {
	for i := range d.entities {
		for n := range d.entities[i].cells {
			if c := d.entities[i].cells[n]; c.isTyping && c.typing != c.written() {
				return true
			}
		}
	}
	return false
}

func (w *work) write(e *entity, sp *spec, a capture.Answer, cause capture.Cause, at time.Time) {
	w.seq++
	w.effect.Changes = append(w.effect.Changes, capture.Change{
		Case: w.id, Entity: e.ID, Question: sp.q.ID, Seq: w.seq, Answer: a, Cause: cause, At: at,
	})
}

func (w *work) commit(a Commit) {
	e, sp, c := w.own(a.Ref)
	if c == nil {
		return
	}
	answer := capture.Answer{State: a.State, Readable: a.State != capture.Answered && a.State != capture.Blank}
	if a.State == capture.Answered || a.State == capture.Blank {
		answer = Parse(sp.q, a.Raw, w.story.Today).Answer
	}
	before, last := c.answer, c.answer
	if c.hasFlush {
		last = Parse(sp.q, c.flushed, w.story.Today).Answer
	}
	c.typing, c.isTyping, c.flushed, c.hasFlush = "", false, "", false
	same := answer == before
	if answer != last {
		w.write(e, sp, answer, a.Cause, a.At)
	}
	if !same {
		w.push(step{ref: a.Ref, before: before, after: answer})
		w.set(e, sp, c, answer, a.At)
		w.log(e, sp, event.Event{Kind: event.AnswerCommitted, Code: int32(answer.State), Count: int64(a.Cause)})
		w.spread(sp.ordinal)
	} else if w.timing == WhileTyping {
		w.recheck(e, sp, c, false)
	}
	if w.timing != OnContinue {
		w.checkReturns()
		w.show(e, sp, c)
	}
}

func (w *work) set(e *entity, sp *spec, c *cell, a capture.Answer, at time.Time) {
	c.answer, c.changed, c.seq = a, at, w.seq
	c.typing, c.isTyping, c.flushed, c.hasFlush = "", false, "", false
}

func (w *work) save(a Save) {
	n, ok := w.schema.section[a.Section]
	if !ok {
		return
	}
	pressed := event.Event{Kind: event.SavePressed, Place: w.schema.vocab.ID(a.Section)}
	if a.Later {
		w.effect.Events = append(w.effect.Events, pressed)
		return
	}
	if a.Item != "" || !w.more[a.Section] { // a list is saved once there is no more to add
		w.savePage(capture.SavedPage{Section: a.Section, Item: a.Item})
	}
	w.onPage(n, a.Item, func(e *entity, sp *spec, c *cell) {
		if sp.q.Repeat != nil {
			w.savePage(capture.SavedPage{Section: a.Section, Item: e.ID})
		}
		w.recheck(e, sp, c, false)
	})
	w.checkReturns()
	w.onPage(n, a.Item, func(e *entity, sp *spec, c *cell) {
		w.show(e, sp, c)
		if c.shownError != "" {
			pressed.Code = 1
		}
	})
	w.effect.Events = append(w.effect.Events, pressed)
}

// onPage visits the questions of a section, about one item or ("") all.
func (w *work) onPage(section int, item capture.EntityID, visit func(e *entity, sp *spec, c *cell)) {
	for i := range w.entities {
		if w.entities[i].Removed || item != "" && w.entities[i].ID != item {
			continue
		}
		for _, ordinal := range w.schema.bySheet[w.entities[i].Type] {
			if sp := w.schema.specs[ordinal]; sp.section == section {
				e, c := w.ownCell(i, sp)
				visit(e, sp, c)
			}
		}
	}
}

func (w *work) savePage(p capture.SavedPage) {
	if !w.saved[p] {
		w.saved = maps.Clone(w.saved)
		w.saved[p] = true
		w.turned = true
		w.effect.Pages = append(w.effect.Pages, p)
	}
}

func (w *work) close() {
	w.closed, w.turned = true, true
	for i := range w.entities {
		for _, ordinal := range w.schema.bySheet[w.entities[i].Type] {
			sp := w.schema.specs[ordinal]
			e, c := w.ownCell(i, sp)
			w.recheck(e, sp, c, false)
		}
	}
}

func (w *work) explain(a Explain) {
	e, sp, c := w.own(a.Ref)
	key := reasonKey{a.Ref, a.Rule}
	before, after := w.reasons[key], reason{text: a.Text, open: a.Typing}
	if c == nil || before == after {
		return
	}
	w.reasons = maps.Clone(w.reasons)
	w.reasons[key] = after
	if before.text != after.text {
		w.effect.Reasons = append(w.effect.Reasons, capture.Reason{Ref: a.Ref, Rule: a.Rule, Text: a.Text})
	}
	if !a.Typing && strings.TrimSpace(a.Text) != "" {
		w.log(e, sp, event.Event{Kind: event.QueryExplained, Rule: w.schema.vocab.ID(a.Rule)})
	}
}

func (w *work) log(e *entity, sp *spec, ev event.Event) {
	ev.Form, ev.Place, ev.Question, ev.Entity = sp.form, sp.place, sp.id, e.uuid
	w.effect.Events = append(w.effect.Events, ev)
}
