package session

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
)

// oneVersion is how close rows of an answer's history are that were written
// while somebody typed: each is kept, the last one is a version.
const oneVersion = 10 * time.Second

// Version is one of an answer's versions.
type Version struct {
	Words   string // as a person reads it; "Not provided" for a blank
	At      time.Time
	Cause   capture.Cause
	Current bool
	answer  capture.Answer
}

// History returns what an answer was, the newest first. That somebody looked is
// an event.
func (s *Session) History(ref capture.Ref) []Version {
	if s.now == nil {
		return nil
	}
	s.Flush()
	s.log(s.eventAt(event.FieldHistory, ref))
	return s.versions(ref)
}

// HasHistory reports whether an answer was anything else before.
func (s *Session) HasHistory(ref capture.Ref) bool { return s.now != nil && len(s.versions(ref)) > 1 }

func (s *Session) versions(ref capture.Ref) []Version {
	var rows []capture.Change
	for _, c := range s.now.changes {
		if c.Ref() != ref {
			continue
		}
		if n := len(rows); n > 0 && (c.Answer == rows[n-1].Answer ||
			c.Cause == capture.Typed && rows[n-1].Cause == capture.Typed && c.At.Sub(rows[n-1].At) < oneVersion) {
			rows[n-1] = c
			continue
		}
		rows = append(rows, c)
	}
	out := make([]Version, len(rows))
	for i, c := range rows {
		words := s.now.draft.WordsOf(ref, c.Answer)
		if words == "" {
			words = "Not provided"
		}
		out[len(rows)-1-i] = Version{Words: words, At: c.At, Cause: c.Cause, Current: i == len(rows)-1, answer: c.Answer}
	}
	return out
}

// BringBack makes an earlier version the answer again. The versions in between
// stay, and Undo takes it back.
func (s *Session) BringBack(ref capture.Ref, v Version) {
	s.commit(draft.Commit{Ref: ref, Raw: v.answer.Raw, State: v.answer.State, Cause: capture.Undone})
}
