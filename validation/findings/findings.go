// Package findings writes what a check of a return found: as text, as JSON
// lines, as CSV and as an HTML page to send to a team. It knows no return.
package findings

import (
	"fmt"
	"io"
	"strings"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// Writer takes the findings of one check as they come.
type Writer interface {
	// Write takes one finding.
	Write(issue validation.Issue) error
	// Close ends the output and says what the check did. It does not close the
	// writer below.
	Close(summary returns.Summary) error
}

// About says what was checked.
type About struct {
	// Title is the name of the return, "Children in need census".
	Title string
	// Files are the names of the files, as given.
	Files []string
	// Rules describe the rules; a code may stand for several years.
	Rules []validation.Info
	// When is the day of the check as people read it; empty leaves it out.
	When string
}

// Formats lists the formats in the order of the help text.
func Formats() []string { return []string{"text", "json", "csv", "html"} }

// NewWriter makes a writer of one of the [Formats]. The words are those of the
// rules in force in year; empty means the newest. Year is asked at each finding,
// since it is known only when the header of a return is read.
func NewWriter(format string, w io.Writer, about About, year func() string) (Writer, error) {
	book := &rulebook{rules: about.Rules, year: year}
	switch format {
	case "text":
		return &textWriter{w: w, book: book, about: about}, nil
	case "json":
		return newJSONWriter(w, book), nil
	case "csv":
		return newCSVWriter(w, book), nil
	case "html":
		return &htmlWriter{w: w, book: book, about: about}, nil
	}
	return nil, fmt.Errorf("there is no format %q. Choose one of %s", format, strings.Join(Formats(), ", "))
}

// rulebook finds the description of a rule.
type rulebook struct {
	rules  []validation.Info
	year   func() string
	byCode map[string]validation.Info
}

func (b *rulebook) find(code string) validation.Info {
	if b.byCode == nil {
		b.byCode = make(map[string]validation.Info, len(b.rules))
		year := b.year()
		for _, r := range b.rules {
			if _, ok := b.byCode[r.Code]; !ok || r.InForce(year) {
				b.byCode[r.Code] = r
			}
		}
	}
	return b.byCode[code]
}

// outcome is the one-line result of a check.
func outcome(s returns.Summary, errors, queries int) string {
	switch {
	case errors+queries == 0:
		return fmt.Sprintf("Nothing was found. %s of %s %s checked on %s.",
			count(s.RulesRun, "rule"), s.Year, were(s.RulesRun), countChildren(s.Children))
	default:
		return fmt.Sprintf("%s and %s to check, in %s. %s of %s %s checked.",
			count(errors, "error"), thousands(queries), countChildren(s.Children), count(s.RulesRun, "rule"), s.Year, were(s.RulesRun))
	}
}

func were(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func countChildren(n int) string {
	if n == 1 {
		return "1 child"
	}
	return thousands(n) + " children"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes 1836 as "1,836".
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// ofReturn reports a finding about the return itself, not about a child.
func ofReturn(i validation.Issue) bool {
	return i.Child == "" && (len(i.Places) == 0 || i.Places[0].Table == "Header")
}

// tallySeverity counts findings by what they ask.
type tallySeverity struct{ errors, queries int }

func (t *tallySeverity) add(i validation.Issue) {
	if i.Severity == validation.Error {
		t.errors++
		return
	}
	t.queries++
}
