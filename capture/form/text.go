package form

import (
	"slices"
	"strings"

	"recordwell/capture"
)

// Text is words with ${names} in them, compiled so that rendering needs no
// parsing. The empty Text renders to "".
type Text struct {
	source string
	// segments are the parts between " · "; nil when there are only words.
	segments [][]textPart
}

type textPart struct {
	words string
	ref   *reference // nil for plain words
}

// separator stands between parts of a line that drop out when blank.
const separator = " · "

// Source returns the words as written, with their ${names}.
func (t Text) Source() string { return t.source }

// IsEmpty reports no words.
func (t Text) IsEmpty() bool { return t.source == "" }

// Words returns a Text without ${names}.
func Words(s string) Text { return Text{source: s} }

// Render writes the words with answers in place of their names: a choice by its
// label, a date as "14 June 2018", several choices with commas. A part between
// two " · " is left out when all the answers that it names are blank. A nil env
// is a case without answers.
func (t Text) Render(env Env) string {
	if t.segments == nil {
		return t.source
	}
	if env == nil {
		env = emptyEnv{}
	}
	lines := make([]string, 0, len(t.segments))
	for _, segment := range t.segments {
		line, blank := renderSegment(segment, env)
		if !blank || len(t.segments) == 1 {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, separator)
}

// renderSegment reports whether the segment names answers and all are blank.
func renderSegment(segment []textPart, env Env) (line string, blank bool) {
	var b strings.Builder
	names, filled := 0, 0
	for _, part := range segment {
		words := part.words
		if part.ref != nil {
			names++
			if words = part.ref.shown(env); words != "" {
				filled++
			}
		}
		b.WriteString(words)
	}
	if names > filled { // no double space where a name is blank
		return strings.Join(strings.Fields(b.String()), " "), filled == 0
	}
	return b.String(), false
}

// Reads returns the questions that the words name, each once.
func (t Text) Reads() []*Question {
	var reads []*Question
	for _, r := range t.references() {
		if r.question != nil && !slices.Contains(reads, r.question) {
			reads = append(reads, r.question)
		}
	}
	return reads
}

func (t Text) references() []*reference {
	var refs []*reference
	for _, segment := range t.segments {
		for _, part := range segment {
			if part.ref != nil {
				refs = append(refs, part.ref)
			}
		}
	}
	return refs
}

func (r *reference) shown(env Env) string {
	if r.question == nil {
		if r.word {
			return r.wordIn(env)
		}
		return ""
	}
	return r.question.Show(env.Value(r.question), env)
}

// Show writes a value of the question's as people read it: choices by their
// labels, dates as "14 June 2018", an escape answer in its own words.
func (q *Question) Show(v Value, env Env) string {
	switch v.kind {
	case KindNull:
		for _, s := range q.States {
			if s.State == v.state && v.state > capture.Answered {
				return s.Label.Render(env)
			}
		}
		return ""
	case KindDate:
		return dateWords(v)
	case KindText, KindSet:
		if q.List == nil {
			return v.text
		}
	default:
		return v.String()
	}
	if c := q.List.Choice(v.text); c != nil {
		return c.Label.Render(env)
	}
	var labels []string
	for _, name := range v.Names() {
		label := name
		if c := q.List.Choice(name); c != nil {
			label = c.Label.Render(env)
		}
		labels = append(labels, label)
	}
	return strings.Join(labels, ", ")
}

func dateWords(v Value) string {
	switch len(v.isoDate()) {
	case len("2006"):
		return formatDate(v.from, "%Y")
	case len("2006-01"):
		return formatDate(v.from, "%B %Y")
	}
	return v.from.Words()
}

// parseText compiles words. Names are still to be resolved.
func parseText(s string) (Text, *exprError) {
	t := Text{source: s}
	if !strings.Contains(s, "${") {
		return t, nil
	}
	at := 0
	for _, segment := range strings.Split(s, separator) {
		parts, err := parseSegment(segment, at)
		if err != nil {
			return Text{}, err
		}
		t.segments = append(t.segments, parts)
		at += len([]rune(segment + separator))
	}
	return t, nil
}

func parseSegment(s string, at int) ([]textPart, *exprError) {
	var parts []textPart
	for s != "" {
		words, rest, found := strings.Cut(s, "${")
		if words != "" {
			parts = append(parts, textPart{words: words})
		}
		at += len([]rune(words))
		if !found {
			break
		}
		l := lexer{src: []rune("${" + rest)}
		name, err := l.reference()
		if err != nil {
			err.at += at
			return nil, err
		}
		parts = append(parts, textPart{ref: &reference{name: name.text, at: at}})
		at += l.at
		s = string(l.src[l.at:])
	}
	return parts, nil
}
