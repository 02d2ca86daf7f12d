package message

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed english.json
var english []byte

// Catalogue is the words of one language. It is read-only after it is made and
// safe for use from several goroutines.
type Catalogue struct {
	Language  string            `json:"language"`
	Templates map[string]string `json:"templates"`
	// Allowed, Shapes and Slips say of a type of answer what may stand in it,
	// how it looks, and what its check found; "" is for a type without words.
	Allowed  map[string]string `json:"allowed"`
	Shapes   map[string]string `json:"shapes"`
	Slips    map[string]string `json:"slips"`
	Parts    map[string]string `json:"parts"`
	Defaults map[string]string `json:"defaults"`
}

// English returns the catalogue that the program is written in.
var English = sync.OnceValue(func() *Catalogue {
	c, err := Parse(english)
	if err != nil {
		panic(err) // the embedded file is tested
	}
	return c
})

// Parse reads a catalogue from JSON. A translation must have every template and
// every list that the English one has, except those for one type ("not-real/time").
func Parse(data []byte) (*Catalogue, error) {
	c := new(Catalogue)
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(c); err != nil {
		return nil, fmt.Errorf("messages: %w", err)
	}
	if c.Language == "" {
		return nil, fmt.Errorf("messages: no language given")
	}
	for _, say := range all {
		if c.Templates[say] == "" {
			return nil, fmt.Errorf("messages in %s: there are no words for %q", c.Language, say)
		}
	}
	return c, nil
}

// all is every template that code names.
var all = func() []Say {
	says := []Say{
		MissingText, MissingChoice, MissingYes, MissingDate, Past, PastOrToday, Future, FutureOrToday, OnOrAfter, OnOrBefore,
		BetweenDates, Clash, ClashOne, CheckThis, CheckTitle, CheckAsk, TooFew, TooMany, Trouble, Words,
	}
	says = slices.AppendSeq(says, maps.Values(ofKind))
	slices.Sort(says)
	return slices.Compact(says)
}()

// Render fills a template. The words of a type are tried first ("not-real/time"
// before "not-real"), then the plain template.
func (c *Catalogue) Render(say Say, args map[string]string) string {
	words, ok := "", false
	if tag := args["tag"]; tag != "" {
		words, ok = c.Templates[say+"/"+tag]
	}
	if !ok {
		words = c.Templates[say]
	}
	return c.fill(words, args)
}

// fill replaces {name} by its argument; {Name} gives it a capital letter.
func (c *Catalogue) fill(words string, args map[string]string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(words, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			b.WriteString(rest)
			return strings.TrimSpace(b.String())
		}
		lower := uncapital(name)
		value := c.argument(lower, args)
		if lower != name {
			value = capital(value)
		}
		b.WriteString(value)
		words = after
	}
}

func (c *Catalogue) argument(name string, args map[string]string) string {
	switch name {
	case "allowed":
		return of(c.Allowed, args["tag"])
	case "shape":
		return c.fill(of(c.Shapes, args["tag"]), args)
	case "slip":
		return of(c.Slips, args["tag"])
	case "parts":
		return c.partWords(args["parts"])
	case "date", "a", "b":
		return dateWords(args[name])
	}
	if value := args[name]; value != "" {
		return value
	}
	return c.Defaults[name]
}

// partWords turns "day month" into "day and month", "day month year" into
// "day, month and year".
func (c *Catalogue) partWords(parts string) string {
	words := strings.Fields(parts)
	for i, p := range words {
		words[i] = of(c.Parts, p)
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " " + c.Parts["and"] + " " + words[n-1]
	}
	return strings.Join(words, "")
}

func of(words map[string]string, tag string) string {
	if w, ok := words[tag]; ok {
		return w
	}
	return words[""]
}
