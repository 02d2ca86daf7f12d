package widgets

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Option is one row of a list.
type Option struct {
	Value string // what the callbacks are given; never shown
	Words string
	Other []string // other names it is known by
}

// fold is words as they are compared: without case, accents and punctuation.
func fold(words string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(words) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '\u2019':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// index is what is searched of a list of options.
type index struct {
	options []Option
	names   [][]string // folded: the words, then other names
}

func newIndex(options []Option) index {
	x := index{options: options, names: make([][]string, len(options))}
	for i, o := range options {
		x.names[i] = append(x.names[i], fold(o.Words))
		for _, other := range o.Other {
			x.names[i] = append(x.names[i], fold(other))
		}
	}
	return x
}

// search finds the options in which every word typed begins some word of one name.
// Those that begin with what was typed come first, else the order is the list's.
func (x index) search(typed string) []int {
	typed = fold(typed)
	type hit struct{ i, rank int }
	var hits []hit
	for i, names := range x.names {
		best := -1
		for n, name := range names {
			rank := rankOf(name, typed)
			if rank < 0 {
				continue
			}
			if n > 0 {
				rank += 3 // by another name
			}
			if best < 0 || rank < best {
				best = rank
			}
		}
		if best >= 0 {
			hits = append(hits, hit{i, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	out := make([]int, len(hits))
	for i, h := range hits {
		out[i] = h.i
	}
	return out
}

// rankOf is 0 for the same words, 1 for a beginning, 2 for words inside, -1 for none.
func rankOf(name, typed string) int {
	switch {
	case typed == "":
		return 2
	case name == typed:
		return 0
	case strings.HasPrefix(name, typed):
		return 1
	}
	words := strings.Fields(name)
	for _, want := range strings.Fields(typed) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }) {
			return -1
		}
	}
	return 2
}

// exact is the option whose words, or only other name, are what was typed; -1 for none.
func (x index) exact(typed string) int {
	typed = fold(typed)
	if typed == "" {
		return -1
	}
	return slices.IndexFunc(x.names, func(names []string) bool { return names[0] == typed })
}
