package session

import (
	"strings"

	"recordwell/capture/event"
)

// Observe puts an event into words for the researcher: those that the person reads
// of it, without addressing them.
func (s *Session) Observe(e event.Record) string {
	if e.Kind == event.AnswerCommitted {
		return "Answer to " + s.nameOf(e) + " changed"
	}
	words := s.tell(e)
	if rest, ok := strings.CutPrefix(words, "You were "); ok {
		return "Was " + rest
	}
	if rest, ok := strings.CutPrefix(words, "You "); ok && rest != "" {
		return strings.ToUpper(rest[:1]) + rest[1:]
	}
	return words
}

// PageName is the words of a section or page of a task, as a person reads them.
func (s *Session) PageName(task, place string) string {
	return strings.Trim(s.pageName(event.Record{Task: task, Place: place}), "“”")
}
