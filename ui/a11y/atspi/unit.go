package atspi

import "unicode"

// unit is a stretch of text that a reader moves by.
type unit uint8

const (
	letter unit = iota
	wordFromStart
	wordFromEnd
	sentence
	line
	wholeParagraph
)

// boundaries are the units of the older methods (enum AtspiTextBoundaryType).
var boundaries = [...]unit{letter, wordFromStart, wordFromEnd, sentence, sentence, line, line}

// granularities are those of GetStringAtOffset (enum AtspiTextGranularity).
var granularities = [...]unit{letter, wordFromStart, sentence, line, wholeParagraph}

// bounds are the offsets from which and up to which the unit around at reaches.
// lines holds where lines on the screen begin, if that is known. The units of a
// text follow each other without gaps; the end of a text belongs to its last unit.
func (u unit) bounds(r []rune, lines []int, at int) (from, to int) {
	if u == letter {
		return min(at, len(r)), min(at+1, len(r))
	}
	if at >= len(r) {
		if len(r) == 0 || endsInNewLine(u, r) {
			return len(r), len(r)
		}
		at = len(r) - 1
	}
	begins := u.begins(r, lines)
	for from = at; from > 0 && !begins(from); {
		from--
	}
	for to = at + 1; to < len(r) && !begins(to); {
		to++
	}
	return from, to
}

// endsInNewLine is whether the end of the text is an empty line of its own.
func endsInNewLine(u unit, r []rune) bool {
	return (u == line || u == wholeParagraph) && len(r) > 0 && r[len(r)-1] == '\n'
}

// begins gives the test of whether a unit begins at an offset above 0.
func (u unit) begins(r []rune, lines []int) func(i int) bool {
	switch u {
	case wordFromStart:
		return func(i int) bool { return inWord(r[i]) && !inWord(r[i-1]) }
	case wordFromEnd:
		return func(i int) bool { return !inWord(r[i]) && inWord(r[i-1]) }
	case sentence:
		return func(i int) bool {
			if unicode.IsSpace(r[i]) || !unicode.IsSpace(r[i-1]) {
				return false
			}
			k := i - 1
			for k > 0 && unicode.IsSpace(r[k]) && r[k] != '\n' {
				k--
			}
			return r[k] == '.' || r[k] == '!' || r[k] == '?' || r[k] == '\n'
		}
	case line:
		if lines != nil {
			return func(i int) bool {
				for _, l := range lines {
					if l == i {
						return true
					}
				}
				return false
			}
		}
	}
	return func(i int) bool { return r[i-1] == '\n' }
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '_' || c == '\'' || c == '’' || c == '\u2022'
}
