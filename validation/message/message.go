package message

import (
	"strings"

	"recordwell/validation"
)

// Wording is how findings are said: a condition of a study.
type Wording string

const (
	// Standard is our own plain words.
	Standard Wording = "standard"
	// Official is the Department's message for a statutory rule, to measure ours
	// against; form rules have no other words than ours.
	Official Wording = "official"
)

// Wordings lists what a study may choose.
func Wordings() []Wording { return []Wording{Standard, Official} }

// Message is what a person reads about one issue.
type Message struct {
	// Title heads the finding and is its link in the summary; for a form's
	// error it is the same as Text.
	Title string
	// Text says what happened, Do what to do about it (statutory rules only).
	Text, Do string
	// Ask is the question above the box for a reason; empty unless a query.
	Ask string
}

// Labels gives the label of a code at "Table.Column"; ok is false where the
// place holds no codes or the code is unknown.
type Labels func(place, code string) (label string, ok bool)

// Options choose the words.
type Options struct {
	Wording Wording // empty is Standard
	Labels  Labels  // nil shows codes as they are
}

// For puts an issue into words. The info is that of a statutory rule; it is nil
// for a rule of a form, whose template the issue names in Say.
func (c *Catalogue) For(i validation.Issue, info *validation.Info, o Options) Message {
	var m Message
	switch {
	case i.Say == "" && info != nil:
		m = c.statutory(i, info, o)
	default:
		m.Text = c.Render(i.Say, i.Args)
		m.Title = m.Text
		if i.Severity == validation.Query {
			m.Title = i.Args["title"]
		}
	}
	if i.Severity == validation.Query {
		if m.Title == "" {
			m.Title = c.Render(CheckTitle, i.Args)
		}
		if m.Ask = i.Args["ask"]; m.Ask == "" {
			m.Ask = c.Render(CheckAsk, nil)
		}
	}
	return m
}

func (c *Catalogue) statutory(i validation.Issue, info *validation.Info, o Options) Message {
	if o.Wording == Official && info.Official != "" {
		return Message{Title: info.Title, Text: info.Official}
	}
	return Message{Title: info.Title, Text: c.values(info.What, i, o.Labels), Do: c.values(info.Do, i, o.Labels)}
}

// values replaces {Table.Column} or {Column} by what stands at the first of the
// issue's places of that name, {Column.2} by the second, or a name by the
// issue's argument of that name. A name that is none of these stays as it is, so
// that it is seen and put right.
func (c *Catalogue) values(words string, i validation.Issue, labels Labels) string {
	if !strings.Contains(words, "{") {
		return words
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(words, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			b.WriteString(rest)
			return b.String()
		}
		b.WriteString(c.value(name, i, labels))
		words = after
	}
}

func (c *Catalogue) value(name string, i validation.Issue, labels Labels) string {
	if p, ok := find(i.Places, name); ok {
		if p.Value == "" {
			return c.Defaults["nothing"]
		}
		if labels != nil {
			if label, ok := labels(p.Table+"."+p.Field, p.Value); ok {
				return label
			}
		}
		return dateWords(p.Value)
	}
	if value, ok := i.Args[name]; ok {
		return dateWords(value)
	}
	return "{" + name + "}"
}

// find returns the place that a name in a rule's words means.
func find(places []validation.Place, name string) (validation.Place, bool) {
	count := 1
	if n := len(name); n > 2 && name[n-2] == '.' && name[n-1] >= '1' && name[n-1] <= '9' {
		count, name = int(name[n-1]-'0'), name[:n-2]
	}
	for _, p := range places {
		if p.Field != name && p.Table+"."+p.Field != name {
			continue
		}
		if count--; count == 0 {
			return p, true
		}
	}
	return validation.Place{}, false
}
