package likeness

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Degree is how much two details are alike.
type Degree uint8

// The degrees. Blank is for a detail that one side does not have.
const (
	Unlike Degree = iota
	Blank
	Near
	Same
)

// spelt are letters that do not come apart into a letter and its sign.
var spelt = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d")

// words are the parts of a name in plain lower-case letters: "O’Neill-Żak" is o,
// neill and zak.
func words(name string) []string {
	name = spelt.Replace(strings.ToLower(norm.NFD.String(name)))
	name = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, name)
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// closeWords reports two words that one slip of the keys tells apart; of long words two.
func closeWords(a, b string) bool {
	shorter := min(len([]rune(a)), len([]rune(b)))
	switch n := Edits(a, b); {
	case n == 0:
		return true
	case shorter >= 8:
		return n <= 2
	case shorter >= 3:
		return n == 1
	}
	return false
}

// Given compares given names: the first of them, its initial or its short form, or
// a name that one side uses and the other has as a middle name.
func Given(a, b string) Degree {
	x, y := words(a), words(b)
	switch {
	case len(x) == 0 || len(y) == 0:
		return Blank
	case slices.Equal(x, y), strings.Join(x, "") == strings.Join(y, ""):
		return Same
	case closeWords(x[0], y[0]), shortens(x[0], y[0]), shortens(y[0], x[0]), slices.Contains(x, y[0]), slices.Contains(y, x[0]):
		return Near
	}
	return Unlike
}

// shortens reports an initial of a name, or a short form that begins it: M or Maya
// for Maya, Sam for Samuel.
func shortens(short, long string) bool {
	n := len([]rune(short))
	return (n == 1 || n >= 3) && strings.HasPrefix(long, short)
}

// Family compares family names: joined or apart, with a letter wrong, or one part
// of a double name.
func Family(a, b string) Degree {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return Blank
	}
	joinedX, joinedY := strings.Join(x, ""), strings.Join(y, "")
	if joinedX == joinedY {
		return Same
	}
	if closeWords(joinedX, joinedY) {
		return Near
	}
	// One part of a double name is enough, if it is more than "de" or "O".
	for _, w := range x {
		if len([]rune(w)) > 2 && slices.ContainsFunc(y, func(o string) bool { return closeWords(w, o) }) && (len(x) > 1 || len(y) > 1) {
			return Near
		}
	}
	return Unlike
}
