package study

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// YAML writes the study as a file that [Load] reads back as the same study. What
// is not decided yet stands there with nothing after it, so that a person sees
// what is left to fill in.
func (s *Study) YAML() []byte {
	w := &yamlWriter{}
	w.line(0, "study", source.Written(s.ID))
	w.line(0, "title", source.Written(s.Title))
	c := s.Collection
	w.head(0, "collection")
	w.line(1, "return", source.Written(c.Return))
	w.line(1, "year", source.Written(c.Year))
	w.line(1, "start", date(c.Start))
	w.line(1, "end", date(c.End))
	w.line(0, "controller", source.Written(s.Controller))
	w.line(0, "contact", source.Written(s.Contact))
	w.line(0, "withdrawal", date(s.Withdrawal))
	w.line(0, "retention", date(s.Retention))
	w.line(0, "seed", strconv.FormatInt(s.Seed, 10))
	w.line(0, "surveys", list(s.Surveys))
	if s.PlainStory {
		w.line(0, "story", "plain")
	}
	var targets []string
	t := s.Targets
	t.Each(func(dimension string, percent *float64) {
		targets = append(targets, dimension+": "+FormatPercent(*percent))
	})
	w.line(0, "targets", "{"+strings.Join(targets, ", ")+"}")
	if s.Consent != nil {
		w.consent(s.Consent)
	}
	w.rounds(s.Rounds)
	w.codes("codes", s.Codes)
	if len(s.Void) > 0 {
		w.codes("void", s.Void)
	}
	return w.Bytes()
}

// yamlWriter writes lines of two spaces a level.
type yamlWriter struct{ bytes.Buffer }

func (w *yamlWriter) head(level int, key string) { w.line(level, key, "") }

// line writes "key: value"; a level with a dash is written by item.
func (w *yamlWriter) line(level int, key, value string) {
	if value != "" {
		value = " " + value
	}
	fmt.Fprintf(w, "%s%s:%s\n", strings.Repeat("  ", level), key, value)
}

func (w *yamlWriter) item(level int, value string) {
	fmt.Fprintf(w, "%s- %s\n", strings.Repeat("  ", level), value)
}

func (w *yamlWriter) consent(c *Consent) {
	w.head(0, "consent")
	w.line(1, "version", source.Quoted(c.Version))
	w.line(1, "title", source.Written(c.Title))
	w.line(1, "lead", source.Written(c.Lead))
	w.head(1, "facts")
	for _, f := range c.Facts {
		w.item(2, flow("icon", source.Written(f.Icon), "title", source.Quoted(f.Title), "words", source.Quoted(f.Words)))
	}
	w.line(1, "closing", source.Written(c.Closing))
	w.head(1, "items")
	for _, i := range c.Items {
		pairs := []string{"item", source.Written(i.ID)}
		if i.Needed {
			pairs = append(pairs, "needed", "true")
		}
		w.item(2, flow(append(pairs, "words", source.Quoted(i.Words))...))
	}
	if len(c.Debrief) == 0 {
		w.head(1, "debrief")
		return
	}
	w.line(1, "debrief", "|")
	for n, words := range c.Debrief {
		if n > 0 {
			w.WriteByte('\n')
		}
		fmt.Fprintf(w, "    %s\n", source.Tidy(words))
	}
}

func (w *yamlWriter) rounds(rounds []Round) {
	w.head(0, "rounds")
	for _, r := range rounds {
		w.item(1, "round: "+source.Written(r.ID))
		w.line(2, "title", source.Written(r.Title))
		w.line(2, "open", strconv.FormatBool(r.Open))
		w.head(2, "forms")
		for _, f := range r.Forms {
			pairs := []string{"form", source.Written(f.Form), "version", source.Quoted(f.Version)}
			if f.Hash != "" {
				pairs = append(pairs, "hash", source.Quoted(string(f.Hash)))
			}
			w.item(3, flow(pairs...))
		}
		w.line(2, "scenarios", list(r.Scenarios))
		w.head(2, "conditions")
		for _, c := range r.Conditions {
			w.item(3, flow("condition", source.Written(c.ID), "when", source.Written(string(c.When)), "wording", source.Written(c.Wording)))
		}
	}
}

// codesALine is as many as a line of 100 letters takes.
const codesALine = 8

func (w *yamlWriter) codes(key string, codes []string) {
	if len(codes) == 0 {
		w.head(0, key)
		return
	}
	w.line(0, key, "[")
	for at := 0; at < len(codes); at += codesALine {
		var row []string
		for _, c := range codes[at:min(at+codesALine, len(codes))] {
			row = append(row, source.Written(c))
		}
		fmt.Fprintf(w, "  %s,\n", strings.Join(row, ", "))
	}
	w.WriteString("]\n")
}

func flow(pairs ...string) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		parts = append(parts, pairs[i]+": "+pairs[i+1])
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func list(words []string) string {
	var parts []string
	for _, w := range words {
		parts = append(parts, source.Written(w))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func date(d datatype.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
