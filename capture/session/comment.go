package session

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Comment returns what the person said about a question, so that it can be
// changed or taken back.
func (s *Session) Comment(ref capture.Ref) string { return s.comments[ref].Text }

// LeaveComment keeps what a person says about a question of the task in hand, in
// a table of its own. Nothing takes it back. The journal hears that a comment
// was left at the question, and no word of it.
func (s *Session) LeaveComment(ref capture.Ref, text string) {
	text = strings.TrimSpace(text)
	before, there := s.comments[ref]
	if !s.open || s.now == nil || text == before.Text {
		return
	}
	c := capture.Comment{ID: before.ID, Task: s.now.Spec.ID, Ref: ref, Text: text, At: s.at()}
	if !there {
		c.ID = s.setup.IDs.New()
	}
	s.comments[ref] = c
	if text == "" {
		delete(s.comments, ref)
	}
	s.keep(capture.Batch{Session: s.id, Comments: []capture.Comment{c}})
	if text != "" {
		s.log(s.eventAt(event.CommentLeft, ref))
	}
}
