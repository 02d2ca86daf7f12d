package datatype

import (
	"strings"
	"unicode"
)

// PersonName is a name with single spaces and no spaces around.
type PersonName string

// ParsePersonName reads a name: letters and marks of any script, spaces,
// hyphens and apostrophes of every kind. It keeps the letters as typed.
func ParsePersonName(s string) (PersonName, error) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return "", fault(Missing)
	}
	letters := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsMark(r), isNameSign(r):
		default:
			return "", fault(WrongLetters)
		}
	}
	if !letters {
		return "", fault(WrongShape)
	}
	return PersonName(s), nil
}

// isNameSign knows hyphens, apostrophes, the dot of Catalan names and the two
// joiners that Persian and Indic spelling needs.
func isNameSign(r rune) bool {
	switch r {
	case ' ', '-', '\u2010', '\u2011', '\'', '\u2019', '\u2018', '\u02bc', '\u02bb', '\u00b7', '\u200c', '\u200d':
		return true
	}
	return false
}
