package study

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"recordwell/validation/datatype"
)

// YAML writes the study as a file that [Load] reads back as the same study. What
// is not decided yet stands there with nothing after it, so that a person sees
// what is left to fill in.
func (s *Study) YAML() []byte {
	w := &yamlWriter{}
	w.line(0, "study", scalar(s.ID))
	w.line(0, "title", scalar(s.Title))
	c := s.Collection
	w.head(0, "collection")
	w.line(1, "return", scalar(c.Return))
	w.line(1, "year", scalar(c.Year))
	w.line(1, "start", date(c.Start))
	w.line(1, "end", date(c.End))
	w.line(0, "controller", scalar(s.Controller))
	w.line(0, "contact", scalar(s.Contact))
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
	w.line(1, "version", quoted(c.Version))
	w.line(1, "title", scalar(c.Title))
	w.line(1, "lead", scalar(c.Lead))
	w.head(1, "facts")
	for _, f := range c.Facts {
		w.item(2, flow("icon", scalar(f.Icon), "title", quoted(f.Title), "words", quoted(f.Words)))
	}
	w.line(1, "closing", scalar(c.Closing))
	w.head(1, "items")
	for _, i := range c.Items {
		pairs := []string{"item", scalar(i.ID)}
		if i.Needed {
			pairs = append(pairs, "needed", "true")
		}
		w.item(2, flow(append(pairs, "words", quoted(i.Words))...))
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
		fmt.Fprintf(w, "    %s\n", tidy(words))
	}
}

func (w *yamlWriter) rounds(rounds []Round) {
	w.head(0, "rounds")
	for _, r := range rounds {
		w.item(1, "round: "+scalar(r.ID))
		w.line(2, "title", scalar(r.Title))
		w.line(2, "open", strconv.FormatBool(r.Open))
		w.head(2, "forms")
		for _, f := range r.Forms {
			pairs := []string{"form", scalar(f.Form), "version", quoted(f.Version)}
			if f.Hash != "" {
				pairs = append(pairs, "hash", quoted(string(f.Hash)))
			}
			w.item(3, flow(pairs...))
		}
		w.line(2, "scenarios", list(r.Scenarios))
		w.head(2, "conditions")
		for _, c := range r.Conditions {
			w.item(3, flow("condition", scalar(c.ID), "when", scalar(string(c.When)), "wording", scalar(c.Wording)))
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
			row = append(row, scalar(c))
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
		parts = append(parts, scalar(w))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func date(d datatype.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// scalar writes words as they are where YAML takes them for nothing else, and in
// quotes elsewhere. Nothing is written for no words.
func scalar(words string) string {
	words = tidy(words)
	if words == "" || plain(words) {
		return words
	}
	return quoted(words)
}

// plain reports words that mean themselves without quotes, in lists too: it is
// stricter than YAML.
func plain(words string) bool {
	for i, r := range words {
		letter := unicode.IsLetter(r)
		switch {
		case letter, i > 0 && (unicode.IsDigit(r) || strings.ContainsRune(" _-/.()'’@", r)):
		default:
			return false
		}
	}
	switch strings.ToLower(words) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf":
		return false
	}
	return !strings.HasPrefix(words, "_")
}

// quoted writes words in double quotes.
func quoted(words string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(tidy(words)) + `"`
}

// tidy makes words one line that a file can hold: runs of white space are one
// space, and control characters are none.
func tidy(words string) string {
	words = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(words, " "))
	return strings.Join(strings.Fields(words), " ")
}
