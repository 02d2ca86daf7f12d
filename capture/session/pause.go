package session

import (
	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/validation"
)

// standing is the issues of a task at one moment: whether each is shown.
type standing map[issueAt]issueState

type issueAt struct {
	ref  capture.Ref
	rule string
}

type issueState struct {
	severity validation.Severity
	shown    bool
}

// Paused reports that nothing is logged now.
func (s *Session) Paused() bool { return s.paused }

// Pause stops or goes on with logging. Answers are kept all the same. The span
// is marked and counts as time away. What was found or put right meanwhile is
// told in one go at the end, so that the journal agrees with the record again.
func (s *Session) Pause(begins bool) {
	if begins == s.paused || !s.open {
		return
	}
	if begins {
		s.Flush()
		s.log(event.Event{Kind: event.PauseStarted})
		s.before = s.stands()
		s.paused = true
	} else {
		s.paused = false
		s.log(event.Event{Kind: event.PauseEnded})
		s.catchUp(s.before, s.stands())
		s.before = nil
		if s.now != nil {
			s.log(s.pageShown())
		}
	}
	s.changed()
}

func (s *Session) stands() standing {
	out := standing{}
	if s.now == nil {
		return out
	}
	for _, e := range s.now.draft.Case().Entities {
		for _, q := range s.now.Set.Questions() {
			ref := capture.Ref{Entity: e.ID, Question: q.ID}
			err, query := s.now.draft.Shown(ref)
			for _, i := range s.now.draft.Issues(ref) {
				shown := err != nil && err.Rule == i.Rule || query != nil && query.Rule == i.Rule
				out[issueAt{ref, i.Rule}] = issueState{i.Severity, shown}
			}
		}
	}
	return out
}

// catchUp logs what came and what went between two moments.
func (s *Session) catchUp(before, after standing) {
	tell := func(kind event.Kind, at issueAt, severity validation.Severity) {
		e := s.eventAt(kind, at.ref)
		e.Rule, e.Code = s.setup.Vocabulary.ID(at.rule), int32(severity)
		s.log(e)
	}
	for at, was := range before {
		is, still := after[at]
		if was.shown && !is.shown {
			tell(event.IssueCleared, at, was.severity)
		}
		if !still {
			tell(event.IssueResolved, at, was.severity)
		}
	}
	for at, is := range after {
		was, already := before[at]
		if !already {
			tell(event.IssueDetected, at, is.severity)
		}
		if is.shown && !was.shown {
			tell(event.IssueShown, at, is.severity)
		}
	}
}
