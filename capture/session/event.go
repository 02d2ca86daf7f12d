package session

import (
	"recordwell/capture"
	"recordwell/capture/event"
)

// eventAt is an event at a question.
func (s *Session) eventAt(kind event.Kind, ref capture.Ref) event.Event {
	e := event.Event{Kind: kind, Question: s.setup.Vocabulary.ID(string(ref.Question)), Entity: entityUUID(ref.Entity)}
	if s.now == nil {
		return e
	}
	if q := s.now.Set.Question(ref.Question); q != nil {
		e.Form, e.Place = s.setup.Vocabulary.ID(q.Form.ID), s.setup.Vocabulary.ID(q.Section.ID)
	}
	return e
}

// Enter and leave of a field bracket a visit. Deletes and cursor are how often
// letters were deleted and the caret moved in it; what was typed is not here.

// FieldEntered notes that a question got the focus.
func (s *Session) FieldEntered(ref capture.Ref) {
	if s.now == nil {
		return
	}
	s.focus, s.touched = ref, capture.Ref{}
	s.log(s.eventAt(event.FieldEntered, ref))
}

// FieldChanged notes the first change of a visit; it may be told each one.
func (s *Session) FieldChanged(ref capture.Ref) {
	if s.now != nil && s.touched != ref {
		s.touched = ref
		s.log(s.eventAt(event.FieldChanged, ref))
	}
}

// FieldLeft notes that a question lost the focus.
func (s *Session) FieldLeft(ref capture.Ref, deletes, cursor int) {
	if s.now == nil {
		return
	}
	s.touched = capture.Ref{}
	if deletes > 0 {
		e := s.eventAt(event.FieldDeletes, ref)
		e.Count = int64(deletes)
		s.log(e)
	}
	if cursor > 0 {
		e := s.eventAt(event.FieldCursor, ref)
		e.Count = int64(cursor)
		s.log(e)
	}
	e := s.eventAt(event.FieldLeft, ref)
	if !s.now.draft.Answer(ref).IsBlank() {
		e.Code = 1
	}
	s.log(e)
}

// SummaryFollowed notes that a link of the error summary was used.
func (s *Session) SummaryFollowed(ref capture.Ref) {
	if s.now != nil {
		s.log(s.eventAt(event.SummaryFollowed, ref))
	}
}

// Help notes that help was opened or closed, for a question or in general.
func (s *Session) Help(ref capture.Ref, open bool) {
	kind := event.HelpClosed
	if open {
		kind = event.HelpOpened
	}
	s.log(s.eventAt(kind, ref))
}

// Story notes that the family's story was shown or hidden.
func (s *Session) Story(shown bool) {
	kind := event.StoryHidden
	if shown {
		kind = event.StoryShown
	}
	s.log(event.Event{Kind: kind})
}

// Break notes the beginning or the end of a break.
func (s *Session) Break(begins bool) {
	kind := event.BreakEnded
	if begins {
		kind = event.BreakStarted
		s.Flush()
	}
	s.log(event.Event{Kind: kind})
}

// Window notes that the window got or lost the focus.
func (s *Session) Window(active bool) {
	kind := event.WindowLeft
	if active {
		kind = event.WindowEntered
	}
	s.log(event.Event{Kind: kind})
}

// End closes the session for good or for now.
func (s *Session) End(how int32) {
	if s.now != nil {
		s.Leave()
	}
	s.log(event.Event{Kind: event.SessionEnded, Code: how})
}
