package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says whether a file can be used in spite of a problem.
type Severity uint8

const (
	// Error makes a file unusable.
	Error Severity = iota
	// Warning is worth a second look.
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText writes "error" or "warning".
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Problem is one mistake in a file, in words for its author.
type Problem struct {
	File string `json:"file"`
	// Line and Column count from 1, Column in letters. Both are 0 for a problem
	// of the whole file.
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"` // a sentence without its full stop
	// Suggestion is the word that was probably meant; often empty.
	Suggestion string `json:"suggestion,omitempty"`
}

// String is one line: place, severity, message and suggestion.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	fmt.Fprintf(&b, ": %s: %s", p.Severity, p.Message)
	if p.Suggestion != "" {
		fmt.Fprintf(&b, ". Did you mean %q?", p.Suggestion)
	}
	return b.String()
}

// Problems is what is wrong with one or more files. As an error it prints one
// problem a line.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Errors counts the problems that make a file unusable.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Err returns the problems as an error when at least one makes a file unusable,
// else nil.
func (ps Problems) Err() error {
	if ps.Errors() == 0 {
		return nil
	}
	return ps
}

// Sorted returns the problems by file, line and column, each once.
func (ps Problems) Sorted() Problems {
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(out)
}

// Errorf adds an error at a node; n may be nil when there is no place.
func (ps *Problems) Errorf(n *Node, format string, args ...any) {
	ps.add(n, Error, "", format, args...)
}

// Warnf adds a warning at a node.
func (ps *Problems) Warnf(n *Node, format string, args ...any) {
	ps.add(n, Warning, "", format, args...)
}

// Unknown adds an error about a word that is none of the known ones, with the
// nearest of them.
func (ps *Problems) Unknown(n *Node, word string, known []string, format string, args ...any) {
	ps.add(n, Error, Nearest(word, known), format, args...)
}

func (ps *Problems) add(n *Node, s Severity, suggestion, format string, args ...any) {
	p := Problem{Severity: s, Suggestion: suggestion, Message: fmt.Sprintf(format, args...)}
	if n != nil {
		p.File, p.Line, p.Column = n.File, n.Line, n.Column
	}
	*ps = append(*ps, p)
}
