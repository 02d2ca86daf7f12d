package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// most is how many words are suggested, and longest the letters of a word that
// anything is suggested for.
const (
	most    = 5
	longest = 30
)

// Suggest returns what was perhaps meant, the likeliest first: words one mistake
// away, then two words run together, then words of the list two mistakes away. They
// begin with a capital where the word does.
func (d *Dictionary) Suggest(word string) []string {
	word = plain(word)
	if n := utf8.RuneCountInString(word); n < 2 || n > longest {
		return nil
	}
	first, size := utf8.DecodeRuneInString(word)
	lower := string(unicode.ToLower(first)) + word[size:]
	var out []string
	take := func(s string) bool {
		if s == word || !d.has(s) || d.hidden != "" && strings.Contains(d.words[s], d.hidden) {
			return len(out) < most
		}
		if unicode.IsUpper(first) {
			r, n := utf8.DecodeRuneInString(s)
			s = string(unicode.ToUpper(r)) + s[n:]
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
		return len(out) < most
	}
	capital := string(unicode.ToUpper(first)) + word[size:]
	if take(capital) && d.oneAway(lower, take) && d.apart(lower, &out) {
		d.near(lower, take)
	}
	return out
}

// oneAway tries every word one mistake away until take has enough: what is often
// mistaken, letters in the wrong order, one wrong, one too many, one missing.
func (d *Dictionary) oneAway(word string, take func(string) bool) bool {
	for _, s := range d.swaps {
		for at := 0; ; {
			i := strings.Index(word[at:], s[0])
			if i < 0 {
				break
			}
			if !take(word[:at+i] + s[1] + word[at+i+len(s[0]):]) {
				return false
			}
			at += i + len(s[0])
		}
	}
	w := []rune(word)
	for i := range len(w) - 1 {
		x := slices.Clone(w)
		x[i], x[i+1] = x[i+1], x[i]
		if !take(string(x)) {
			return false
		}
	}
	for i := range w {
		if !take(string(slices.Delete(slices.Clone(w), i, i+1))) {
			return false
		}
	}
	for _, r := range d.try {
		for i := range len(w) + 1 {
			if !take(string(slices.Insert(slices.Clone(w), i, r))) {
				return false
			}
			if i < len(w) {
				x := slices.Clone(w)
				x[i] = r
				if !take(string(x)) {
					return false
				}
			}
		}
	}
	return true
}

// apart puts a space into a word, and reports whether there is room for more.
func (d *Dictionary) apart(word string, out *[]string) bool {
	for i := 2; i < len(word)-1; i++ {
		if utf8.RuneStart(word[i]) && d.has(word[:i]) && d.has(word[i:]) {
			*out = append(*out, word[:i]+" "+word[i:])
			break
		}
	}
	return len(*out) < most
}

// near looks through the list for words two mistakes away that begin alike.
func (d *Dictionary) near(word string, take func(string) bool) {
	w := []rune(word)
	var found []string
	for s := range d.words {
		if s != "" && s[0] == word[0] && within(w, []rune(s), 2) {
			found = append(found, s)
		}
	}
	slices.Sort(found) // a map has no order
	for _, s := range found {
		if !take(s) {
			return
		}
	}
}

// within reports that at most n letters must be changed, put in or taken out to
// make one word of the other.
func within(a, b []rune, n int) bool {
	if len(a)-len(b) > n || len(b)-len(a) > n {
		return false
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal, best := row[0], i+1
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal, row[j+1] = row[j+1], min(cost, row[j+1]+1, row[j]+1)
			best = min(best, row[j+1])
		}
		if best > n {
			return false
		}
	}
	return row[len(b)] <= n
}
