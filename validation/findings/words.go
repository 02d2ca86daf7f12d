package findings

import (
	"strings"

	"recordwell/validation"
	"recordwell/validation/message"
)

// Words says what is wrong and what to do, each as a sentence with its full
// stop, with the values of the finding in them.
func Words(info validation.Info, issue validation.Issue) (what, do string) {
	m := message.English().For(issue, &info, message.Options{})
	return sentence(m.Text), sentence(m.Do)
}

// Message is Words in one piece.
func Message(info validation.Info, issue validation.Issue) string {
	what, do := Words(info, issue)
	return strings.TrimSpace(what + " " + do)
}

func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// shown writes a value beside the name of its field.
func shown(value string) string {
	if value == "" {
		return "blank"
	}
	return value
}

// SeverityName is the plain word for a severity.
func SeverityName(s validation.Severity) string {
	switch s {
	case validation.Error:
		return "Error"
	case validation.Query:
		return "Check this"
	}
	return "For information"
}
