package quality

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// verdict is an answer held against the key's right answers.
type verdict struct {
	right      bool
	diacritics bool
	// likeness is how near it comes, 0 to 1, for finding out who is who.
	likeness             float64
	f1                   float64
	setMissing, setExtra int
}

// hold compares a readable answer with a key cell. Of several right answers the
// nearest counts.
func hold(q *form.Question, a capture.Answer, k *study.KeyCell) verdict {
	if a.State != capture.Answered {
		right := slices.Contains(k.States, a.State)
		v := verdict{right: right}
		if right {
			v.likeness, v.f1 = 1, 1
		}
		return v
	}
	best := verdict{}
	if !a.Readable {
		return best
	}
	for _, want := range k.Values {
		v := holdValue(q, a.Value, want, k.Days)
		if v.right && !v.diacritics {
			return v
		}
		if v.right && !best.right || v.right == best.right && (v.f1 > best.f1 || v.likeness > best.likeness) {
			best = v
		}
	}
	return best
}

func holdValue(q *form.Question, got, want string, days int) verdict {
	switch q.Type {
	case form.TypeDate:
		return holdDate(got, want, days)
	case form.TypeInteger, form.TypeDecimal:
		x, err1 := strconv.ParseFloat(got, 64)
		y, err2 := strconv.ParseFloat(want, 64)
		return yes(err1 == nil && err2 == nil && x == y || got == want)
	case form.TypeSelectMultiple:
		return holdSet(strings.Fields(got), strings.Fields(want))
	case form.TypeText:
		return holdText(got, want, isName(q))
	default:
		return yes(got == want)
	}
}

func yes(right bool) verdict {
	if right {
		return verdict{right: true, likeness: 1, f1: 1}
	}
	return verdict{}
}

// isName reports a question for a person's name, which compares without
// diacritics.
func isName(q *form.Question) bool {
	if !strings.Contains(q.Validate, "personname") {
		return false // most questions: nothing to take apart
	}
	for _, tag := range strings.Split(q.Validate, ",") {
		if strings.TrimSpace(tag) == "personname" {
			return true
		}
	}
	return false
}

func holdText(got, want string, name bool) verdict {
	x, y := fold(got), fold(want)
	if x == y {
		return yes(true)
	}
	v := verdict{}
	if name {
		if plain(x) == plain(y) {
			v = yes(true)
			v.diacritics = true
			return v
		}
	}
	if longest := max(len([]rune(x)), len([]rune(y))); longest > 0 {
		v.likeness = 1 - float64(distance(x, y))/float64(longest)
	}
	return v
}

func holdDate(got, want string, days int) verdict {
	if got == want {
		return yes(true)
	}
	x, err1 := time.Parse(time.DateOnly, got)
	y, err2 := time.Parse(time.DateOnly, want)
	if err1 != nil || err2 != nil { // a partial date is right only as it is in the key
		return verdict{}
	}
	if d := x.Sub(y).Abs(); days > 0 && d <= time.Duration(days)*24*time.Hour {
		return yes(true)
	}
	same := 0.0
	for _, part := range []bool{x.Day() == y.Day(), x.Month() == y.Month(), x.Year() == y.Year()} {
		if part {
			same++
		}
	}
	return verdict{likeness: same / 3}
}

func holdSet(got, want []string) verdict {
	v := verdict{}
	hit := 0
	for _, w := range want {
		if slices.Contains(got, w) {
			hit++
		} else {
			v.setMissing++
		}
	}
	v.setExtra = len(got) - hit
	if len(got)+len(want) > 0 {
		v.f1 = 2 * float64(hit) / float64(len(got)+len(want))
	}
	v.likeness, v.right = v.f1, v.setMissing == 0 && v.setExtra == 0
	return v
}
