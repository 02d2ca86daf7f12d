package quality

import (
	"hash/fnv"
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
	TodayAgain   Workaround = "today’s date in several boxes"     // three or more, where it is not right
	SameText     Workaround = "the same words as in another box"  // long text, in one record
	OtherRecord  Workaround = "the same words in another record"  // long text, of the same person
)

// Workarounds are all kinds, in the order in which they are listed.
func Workarounds() []Workaround {
	return []Workaround{StandIn, OnlySigns, OneLetter, StandInDate, TodayAgain, SameText, OtherRecord}
}

var standIns = map[string]bool{
	"na": true, "unknown": true, "notknown": true, "dontknow": true, "dk": true,
	"tbc": true, "tba": true, "tobeconfirmed": true, "notapplicable": true, "nil": true, "null": true,
	"test": true, "asabove": true, "seenotes": true, "seeabove": true, "notrecorded": true, "notprovided": true,
	"refused": true, "notasked": true, "blank": true, "asdf": true,
}

var standInDates = map[string]bool{
	"1900-01-01": true, "1901-01-01": true, "1970-01-01": true, "1111-11-11": true, "1999-09-09": true,
	"9999-12-31": true,
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

// fewestTodays is how many boxes of a record hold today's date before that is a way
// around them: two dates may well be of one day.
const fewestTodays = 3

// countToday counts today's date in the boxes of a record where the key does not say
// so. A day's work can honestly be dated today in any number of boxes: the key tells.
func (a *Assessment) countToday(r *record, today string) {
	var at []capture.QuestionID
	for _, e := range r.entities {
		for _, q := range r.ordered {
			if q.Type != form.TypeDate || q.Entity() != e.Type {
				continue
			}
			ref := capture.Ref{Entity: e.ID, Question: q.ID}
			answer, asked := r.answers[ref]
			if !asked || answer.known || answer.State != capture.Answered || answer.Value != today {
				continue
			}
			if k := a.key[ref]; k == nil || !k.NotScored && !hold(q, answer.Answer, k).right {
				at = append(at, q.ID)
			}
		}
	}
	if len(at) < fewestTodays {
		return
	}
	for _, id := range at {
		for i := range a.Questions {
			if a.Questions[i].Question == id {
				a.Questions[i].noteWorkaround(TodayAgain)
			}
		}
	}
}

// Text is long from this many words and letters on: shorter ones may well be the
// same in two boxes, such as the name of a school.
const (
	longWords   = 5
	longLetters = 25
)

// longText is a long text as a number, so that equal ones are found and none is
// kept.
type longText struct {
	question capture.QuestionID
	sum      uint64
}

// longSum folds case, accents, signs and spaces away.
func longSum(raw string) (sum uint64, long bool) {
	if len(strings.Fields(raw)) < longWords {
		return 0, false
	}
	folded := plain(fold(raw))
	if len(folded) < longLetters {
		return 0, false
	}
	h := fnv.New64a()
	h.Write([]byte(folded))
	return h.Sum64(), true
}
