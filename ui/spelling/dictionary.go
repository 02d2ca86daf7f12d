package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dictionary is a list of words with the beginnings and endings they can have.
// It does not change, and may be used by several goroutines.
type Dictionary struct {
	words   map[string]string // to their flags
	endings map[byte][]affix  // by the last byte of what is added; 0: nothing is
	starts  map[byte][]affix  // by the first
	swaps   [][2]string       // what is often mistaken for what
	try     []rune            // letters to try, the likeliest first
	flags   flagKind
	hidden  string // the flag of words that are right and not suggested
	banned  string // the flag of words that are wrong although they look right
}

// flagKind is how flags are written.
type flagKind uint8

const (
	letters flagKind = iota
	pairs
	numbers
)

// Right reports that a word is in the dictionary, or none of its business:
// numbers, codes, and letters that stand for names, such as UPN.
func (d *Dictionary) Right(word string) bool {
	word = plain(word)
	if word == "" || strings.ContainsFunc(word, unicode.IsDigit) || utf8.RuneCountInString(word) == 1 || isInitials(word) {
		return true
	}
	if d.has(word) {
		return true
	}
	lower := strings.ToLower(word)
	if first, size := utf8.DecodeRuneInString(word); unicode.IsUpper(first) && word[size:] == lower[size:] {
		return d.has(lower)
	}
	return false
}

// plain is a word with straight apostrophes and none around it.
func plain(word string) string { return strings.Trim(straight.Replace(word), "'") }

var straight = strings.NewReplacer("’", "'", "‘", "'")

// isInitials reports capitals alone, perhaps with "s": UPN, UPNs.
func isInitials(word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "s"), "'")
	return len(word) > 1 && strings.ToUpper(word) == word
}

// has reports a word as it is written here: from the list, or from one of its
// words by rule.
func (d *Dictionary) has(word string) bool {
	if flags, ok := d.words[word]; ok {
		return d.banned == "" || !strings.Contains(flags, d.banned)
	}
	return d.byEnding(word, "") || d.byBeginning(word)
}

// byEnding takes an ending off; the word that is left must also have a flag, if
// one is named.
func (d *Dictionary) byEnding(word, also string) bool {
	for _, key := range []byte{word[len(word)-1], 0} {
		for i := range d.endings[key] {
			a := &d.endings[key][i]
			if also != "" && !a.cross {
				continue
			}
			if stem, ok := a.withoutEnding(word); ok && d.flagged(stem, a.flag) && (also == "" || d.flagged(stem, also)) {
				return true
			}
		}
	}
	return false
}

func (d *Dictionary) byBeginning(word string) bool {
	for _, key := range []byte{word[0], 0} {
		for i := range d.starts[key] {
			a := &d.starts[key][i]
			stem, ok := a.withoutBeginning(word)
			if !ok || stem == "" {
				continue
			}
			if d.flagged(stem, a.flag) || a.cross && d.byEnding(stem, a.flag) {
				return true
			}
		}
	}
	return false
}
