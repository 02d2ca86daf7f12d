package session

import (
	"strings"

	"github.com/google/uuid"

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

// Observer is Observe for many events of the session: what is said of one is kept
// for those like it. It goes with a session in which nobody is at work.
func (s *Session) Observer() func(event.Record) string {
	type like struct {
		kind                           event.Kind
		task, place, question, setting string
		entity                         uuid.UUID
		code                           int32
		count                          int64
	}
	said := map[like]string{}
	return func(e event.Record) string {
		k := like{e.Kind, e.Task, e.Place, e.Question, e.Setting, e.Entity, e.Code, e.Count}
		words, known := said[k]
		if !known {
			words = s.Observe(e)
			said[k] = words
		}
		return words
	}
}

// PageName is the words of a section or page of a task, as a person reads them.
func (s *Session) PageName(task, place string) string {
	return strings.Trim(s.pageName(event.Record{Task: task, Place: place}), "“”")
}
