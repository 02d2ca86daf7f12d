package quality

import (
	"strings"
	"unicode"

	"recordwell/capture"
	"recordwell/capture/form"
)

// Workaround is a kind of answer that stands in for a real one. Only its kind
// and count are kept.
type Workaround string

// The kinds of workarounds.
const (
	NoWorkaround Workaround = ""
	StandIn      Workaround = "words that stand in for an answer" // "n/a", "unknown", "tbc"
	OnlySigns    Workaround = "signs without a letter or number"  // "-", "."
	OneLetter    Workaround = "one letter over and over"          // "xxx", "000"
	StandInDate  Workaround = "a date that stands in for one"     // 1 January 1900
)

var standIns = map[string]bool{
	"na": true, "none": true, "unknown": true, "notknown": true, "dontknow": true, "dk": true,
	"tbc": true, "tba": true, "tobeconfirmed": true, "notapplicable": true, "nil": true, "null": true,
	"test": true, "asabove": true, "seenotes": true, "seeabove": true, "notrecorded": true, "notprovided": true,
	"refused": true, "notasked": true, "blank": true, "asdf": true,
}

var standInDates = map[string]bool{
	"1900-01-01": true, "1901-01-01": true, "1970-01-01": true, "1111-11-11": true, "1999-09-09": true,
	"2000-01-01": true, "9999-12-31": true,
}

func workaround(q *form.Question, a capture.Answer) Workaround {
	switch q.Type {
	case form.TypeDate:
		if standInDates[a.Value] {
			return StandInDate
		}
	case form.TypeText:
		return textWorkaround(a.Raw)
	}
	return NoWorkaround
}

func textWorkaround(raw string) Workaround {
	text := strings.TrimSpace(raw)
	folded := plain(fold(text))
	switch {
	case text == "":
		return NoWorkaround
	case folded == "":
		return OnlySigns
	case standIns[folded]:
		return StandIn
	}
	letters := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text))
	if len(letters) >= 3 && strings.Count(string(letters), string(letters[0])) == len(letters) {
		return OneLetter
	}
	return NoWorkaround
}
