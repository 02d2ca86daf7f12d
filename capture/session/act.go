package session

import (
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
)

// flushAfter is how long typing may stay unsaved. With a batch's own delay it
// keeps the promise of a second.
const flushAfter = 500 * time.Millisecond

// apply sends an action through the reducer and hands on what it left to be
// written down.
func (s *Session) apply(a draft.Action) draft.Effect {
	next, effect := s.now.draft.Apply(a)
	s.now.draft = next
	if len(effect.Events) > 0 {
		s.log(effect.Events...)
	}
	if effect.Unsaved() {
		s.store(capture.Batch{
			Entities: effect.Entities, Changes: effect.Changes, Reasons: effect.Reasons, Pages: effect.Pages, Marks: effect.Marks,
		})
	}
	return effect
}

// store hands a batch of the task in hand to the journal.
func (s *Session) store(b capture.Batch) {
	b.Session, b.Task, b.Case, b.Place = s.id, s.now.Spec.ID, s.now.draft.ID(), s.place()
	s.save.State = Saving
	s.now.changes = append(s.now.changes, b.Changes...)
	s.keep(b)
}

func (s *Session) place() *capture.Place {
	p := s.now.page
	return &capture.Place{Task: s.now.Spec.ID, Page: p.section, Item: p.item, Focus: s.focus, ViaBack: s.now.back}
}

func (s *Session) at() time.Time { return s.setup.Clock.Now() }

// Type takes what a box holds while someone types in it.
func (s *Session) Type(ref capture.Ref, raw string) {
	if s.now == nil {
		return
	}
	s.apply(draft.Type{Ref: ref, Raw: raw, At: s.at()})
	s.lookSoon(ref)
	if s.now.draft.HasTyping() {
		s.flushSoon()
	}
	if s.setup.Timing == draft.WhileTyping {
		s.changed()
	}
}

// Flush writes down what is typed and not committed.
func (s *Session) Flush() {
	s.flushing = false
	if s.now == nil {
		return
	}
	if s.reason != nil {
		s.apply(*s.reason)
		s.reason = nil
	}
	s.apply(draft.Flush{At: s.at()})
}

// Commit takes an answer: typed and left, or chosen.
func (s *Session) Commit(ref capture.Ref, raw string, cause capture.Cause) {
	s.commit(draft.Commit{Ref: ref, Raw: raw, State: capture.Answered, Cause: cause})
}

// CommitState takes an escape answer, such as "I do not know".
func (s *Session) CommitState(ref capture.Ref, state capture.State) {
	s.commit(draft.Commit{Ref: ref, State: state, Cause: capture.Chosen})
}

func (s *Session) commit(c draft.Commit) {
	if s.now == nil {
		return
	}
	c.At = s.at()
	s.apply(c)
	s.start()
	s.look(c.Ref)
	s.changed()
}

// start marks a task as begun by its first answer.
func (s *Session) start() {
	if s.now.State == capture.TaskNotStarted {
		s.setStatus(capture.TaskInProgress)
	}
}

func (s *Session) setStatus(status capture.TaskStatus) {
	s.now.State = status
	s.store(capture.Batch{Status: &status})
}

// Explain takes the reason for a query; TypeReason takes it while it is typed.
func (s *Session) Explain(ref capture.Ref, rule, text string) {
	if s.now == nil {
		return
	}
	s.reason = nil
	s.apply(draft.Explain{Ref: ref, Rule: rule, Text: text})
	s.changed()
}

// TypeReason keeps what is typed as a reason, so that it is written down in time.
func (s *Session) TypeReason(ref capture.Ref, rule, text string) {
	if s.now == nil {
		return
	}
	s.reason = &draft.Explain{Ref: ref, Rule: rule, Text: text, Typing: true}
	s.flushSoon()
}

func (s *Session) flushSoon() {
	if !s.flushing {
		s.flushing = true
		s.setup.After(flushAfter, s.Flush)
	}
}

// More answers "Does anyone else …?" on the page of a list.
func (s *Session) More(yes bool) {
	if s.now == nil {
		return
	}
	s.apply(draft.More{Section: s.now.page.section, Yes: yes})
	s.now.failed = false
	s.changed()
}

// Remove takes an item out of a list; BringBack brings the last one back.
func (s *Session) Remove(item capture.EntityID) {
	if s.now == nil {
		return
	}
	s.apply(draft.RemoveEntity{ID: item, At: s.at()})
	s.now.removed = item
	if s.now.page.item == item {
		s.goTo(page{kind: ListPage, section: s.now.page.section})
	}
	s.changed()
}

// Undo takes back the last answer, or the last item added or removed, and goes
// to the page where it stands. It returns the place, for the focus.
func (s *Session) Undo() (capture.Ref, bool) {
	if s.now == nil {
		return capture.Ref{}, false
	}
	ref, ok := s.now.draft.LastStep()
	if ok {
		s.apply(draft.Undo{At: s.at()})
		s.lookAgain()
		s.show(ref)
	}
	return ref, ok
}

// Redo brings the last undone step again.
func (s *Session) Redo() (capture.Ref, bool) {
	if s.now == nil {
		return capture.Ref{}, false
	}
	ref, ok := s.now.draft.NextStep()
	if ok {
		s.apply(draft.Redo{At: s.at()})
		s.lookAgain()
		s.show(ref)
	}
	return ref, ok
}

// Saved is told by the journal how saving goes, on the session's goroutine.
func (s *Session) Saved(status SaveStatus) {
	before := s.save.State
	s.save = status
	switch {
	case status.State == SaveFailed && before != SaveFailed:
		s.log(event.Event{Kind: event.SaveFailed})
	case status.State == Saved && before == SaveFailed:
		s.log(event.Event{Kind: event.SaveRecovered})
	}
	s.changed()
}

// settle commits what is typed; the page is left.
func (s *Session) settle() {
	s.Flush()
	if s.now != nil {
		s.apply(draft.Settle{At: s.at()})
	}
}

func entityUUID(id capture.EntityID) uuid.UUID {
	u, _ := uuid.Parse(string(id))
	return u
}

// MoreAnswer returns the answer to "Does anyone else …?" on this page: "yes",
// "no" or "".
func (s *Session) MoreAnswer() string {
	if s.now == nil {
		return ""
	}
	yes, answered := s.now.draft.MoreItems(s.now.page.section)
	switch {
	case !answered:
		return ""
	case yes:
		return "yes"
	}
	return "no"
}
