package spelling

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// affix is one rule: a word with a flag takes this beginning or ending in place
// of what is stripped, if it is of a shape.
type affix struct {
	flag  string
	cross bool // an ending and a beginning may come together
	strip string
	add   string
	shape []letterSet
}

// letterSet is one letter of a shape: "." is any, "[aeiou]" some, "[^y]" all others.
type letterSet struct {
	letters string
	not     bool
}

func (l letterSet) has(r rune) bool { return strings.ContainsRune(l.letters, r) != l.not }

// readShape reads the condition of a rule; ok is false where a bracket is open.
func readShape(s string) (shape []letterSet, ok bool) {
	for s != "" {
		switch {
		case s[0] == '.':
			shape, s = append(shape, letterSet{not: true}), s[1:]
		case s[0] == '[':
			inside, rest, closed := strings.Cut(s[1:], "]")
			if !closed {
				return nil, false
			}
			letters, not := strings.CutPrefix(inside, "^")
			shape, s = append(shape, letterSet{letters, not}), rest
		default:
			r, size := utf8.DecodeRuneInString(s) // a byte that is no letter counts as one
			shape, s = append(shape, letterSet{letters: string(r)}), s[size:]
		}
	}
	return shape, true
}

// fits reports that a word ends (or, of a beginning, starts) in the shape.
func (a *affix) fits(word string, atEnd bool) bool {
	letters := []rune(word)
	if len(letters) < len(a.shape) {
		return false
	}
	if atEnd {
		letters = letters[len(letters)-len(a.shape):]
	}
	for i, l := range a.shape {
		if !l.has(letters[i]) {
			return false
		}
	}
	return true
}

// withoutEnding undoes an ending: the word it was put on, if it can have been.
func (a *affix) withoutEnding(word string) (stem string, ok bool) {
	if len(word) <= len(a.add) || !strings.HasSuffix(word, a.add) {
		return "", false
	}
	stem = word[:len(word)-len(a.add)] + a.strip
	return stem, a.fits(stem, true)
}

// withoutBeginning undoes a beginning.
func (a *affix) withoutBeginning(word string) (stem string, ok bool) {
	if len(word) <= len(a.add) || !strings.HasPrefix(word, a.add) {
		return "", false
	}
	stem = a.strip + word[len(a.add):]
	return stem, a.fits(stem, false)
}

// flagged reports that a word of the list has a flag.
func (d *Dictionary) flagged(word, flag string) bool {
	return slices.Contains(d.split(d.words[word]), flag)
}

// split takes the flags of a word apart.
func (d *Dictionary) split(flags string) []string {
	switch {
	case flags == "":
		return nil
	case d.flags == numbers:
		return strings.Split(flags, ",")
	}
	var out []string
	letters := []rune(flags)
	size := 1
	if d.flags == pairs {
		size = 2
	}
	for len(letters) >= size {
		out, letters = append(out, string(letters[:size])), letters[size:]
	}
	return out
}
