package source

import (
	"bytes"
	"strings"
	"unicode"
)

// YAML writes a map as a file that [Parse] reads back as the same keys and values:
// two spaces a level, words on one line, short rows on one line too. Comments and
// anchors are not kept.
func (n *Node) YAML() []byte {
	w := &writer{}
	w.entries(n, 0, "")
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

// rowLetters is how long a row of scalars may be to stand on one line.
const rowLetters = 140

// entries writes the keys of a map; lead stands before the first instead of its
// indent.
func (w *writer) entries(n *Node, level int, lead string) {
	for _, e := range n.Entries {
		if e.Value.Kind == Empty {
			continue
		}
		if lead == "" {
			lead = strings.Repeat("  ", level)
		}
		w.WriteString(lead + Written(e.Key.Value) + ":")
		lead = ""
		w.value(e.Value, level+1)
	}
}

// value writes what stands after a key, with the end of its line.
func (w *writer) value(n *Node, level int) {
	if flow := n.Flow(); flow != "" && (n.Kind != Map || len(flow) <= rowLetters) {
		w.WriteString(" " + flow + "\n")
		return
	}
	w.WriteString("\n")
	if n.Kind == Map {
		w.entries(n, level, "")
		return
	}
	for _, item := range n.Items {
		lead := strings.Repeat("  ", level) + "- "
		flow := item.Flow()
		switch {
		case item.Kind == Map && (flow == "" || len(flow) > rowLetters || item.Get("type") != nil):
			w.entries(item, level+1, lead)
		default:
			w.WriteString(lead + flow + "\n")
		}
	}
}

// Flow is a node on one line, in brackets where it is a list or a map; empty where it
// is too deep for that.
func (n *Node) Flow() string {
	switch n.Kind {
	case Scalar:
		if n.Value == "" {
			return `""`
		}
		return Written(n.Value)
	case List:
		var parts []string
		for _, item := range n.Items {
			if item.Kind != Scalar {
				return ""
			}
			parts = append(parts, item.Flow())
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Map:
		var parts []string
		for _, e := range n.Entries {
			value := e.Value.Flow()
			if value == "" && e.Value.Kind != Empty {
				return ""
			}
			if e.Value.Kind != Empty {
				parts = append(parts, Written(e.Key.Value)+": "+value)
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return ""
}

// Written writes words as they are where YAML takes them for nothing else, and in
// quotes elsewhere. Nothing is written for no words.
func Written(words string) string {
	words = Tidy(words)
	if words == "" || plain(words) {
		return words
	}
	return Quoted(words)
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

// Quoted writes words in double quotes.
func Quoted(words string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(Tidy(words)) + `"`
}

// Tidy makes words one line that a file can hold: runs of white space are one
// space, and control characters are none.
func Tidy(words string) string {
	words = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(words, " "))
	return strings.Join(strings.Fields(words), " ")
}
