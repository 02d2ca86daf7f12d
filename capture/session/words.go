package session

import (
	"recordwell/validation"
	"recordwell/validation/datatype"
)

// words says what is wrong, in plain words.
func (s *Session) words(i *validation.Issue) string {
	return sentences(s.say(i))
}

// weekdayWords writes "Thursday 16 October 2025".
func weekdayWords(d datatype.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Weekday().String() + " " + d.Words()
}

// title heads an issue in a summary: what to look at.
func (s *Session) title(i *validation.Issue) string {
	return s.say(i).Title
}
