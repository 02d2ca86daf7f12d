package session

import (
	"strings"

	"recordwell/validation"
	"recordwell/validation/datatype"
	"recordwell/validation/message"
)

// words says what is wrong, in plain words.
func (s *Session) words(i *validation.Issue) string {
	return message.English().For(*i, nil, message.Options{Wording: message.Wording(s.condition.Wording)}).Text
}

// weekdayWords writes "Thursday 16 October 2025".
func weekdayWords(d datatype.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Weekday().String() + " " + d.Words()
}

// firstSentence is what a summary says of a query: what looks odd.
func firstSentence(s string) string {
	first, _, _ := strings.Cut(s, ". ")
	return strings.TrimSuffix(first, ".")
}
