package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Run is some words of a paragraph that look alike. With Do it is a link, which
// then needs an ID.
type Run struct {
	Words string
	Bold  bool
	Quiet bool // regular weight and the colour of hints
	Mark  Mark // a fact of a story
	ID    string
	Do    func()
}

// ParseRuns reads **bold** marks.
func ParseRuns(words string) []Run {
	var out []Run
	for i, part := range strings.Split(words, "**") {
		if part != "" {
			out = append(out, Run{Words: part, Bold: i%2 == 1})
		}
	}
	return out
}

// placed is a stretch of one run on one line.
type placed struct {
	run   int
	words string
	x, w  float32
	from  int // letters of the whole text before it
}

// ruler measures words of a run.
type ruler func(words string, run int) float32

// atom is something that is not broken: a word, perhaps of several runs ("**Maya**.").
type atom struct {
	pieces []placed
	w      float32
	space  bool // words are white space
	end    bool // a line ends here
}

// wrap breaks runs into lines no wider than width, between words, and inside a word
// only if it alone is wider. With gap words stand that much further apart.
func wrap(runs []Run, width, gap float32, measure ruler) [][]placed {
	var lines [][]placed
	var line []placed
	var x float32
	var pending []atom // spaces that are drawn only if another word follows
	flush := func() {
		lines = append(lines, line)
		line, x, pending = nil, 0, nil
	}
	put := func(p placed) {
		last := len(line) - 1
		if gap == 0 && last >= 0 && line[last].run == p.run {
			line[last].words += p.words
			line[last].w += p.w
		} else {
			p.x = x
			line = append(line, p)
		}
		x += p.w
	}
	for _, a := range atoms(runs, measure) {
		switch {
		case a.end:
			flush()
			continue
		case a.space:
			pending = append(pending, a)
			continue
		}
		var spaces float32
		for _, s := range pending {
			spaces += s.w + gap
		}
		if len(line) > 0 && x+spaces+a.w > width {
			flush()
		} else if len(line) > 0 {
			for _, s := range pending {
				for _, p := range s.pieces {
					put(p)
				}
				x += gap
			}
		}
		pending = nil
		for _, p := range a.pieces {
			if x+p.w > width && a.w > width {
				p = breakWord(p, width, &x, put, flush, measure)
			}
			put(p)
		}
	}
	flush()
	return lines
}

// breakWord puts all but the last part of a word too wide for a line.
func breakWord(p placed, width float32, x *float32, put func(placed), flush func(), measure ruler) placed {
	for {
		n := 0
		var w float32
		for i := range p.words {
			_, size := utf8.DecodeRuneInString(p.words[i:])
			next := measure(p.words[:i+size], p.run)
			if *x+next > width && (n > 0 || *x > 0) {
				break
			}
			n, w = i+size, next
		}
		if n == len(p.words) {
			return p
		}
		if n > 0 {
			put(placed{run: p.run, words: p.words[:n], w: w, from: p.from})
			p.from += utf8.RuneCountInString(p.words[:n])
			p.words = p.words[n:]
			p.w = measure(p.words, p.run)
		}
		flush()
	}
}

func atoms(runs []Run, measure ruler) []atom {
	var out []atom
	from := 0
	glued := false // the last atom is a word that the next piece may belong to
	for i, r := range runs {
		for rest := r.Words; rest != ""; {
			first, size := utf8.DecodeRuneInString(rest)
			if first == '\n' {
				out = append(out, atom{end: true})
				rest, glued = rest[size:], false
				from++
				continue
			}
			space := breakable(first)
			n := strings.IndexFunc(rest, func(c rune) bool { return c == '\n' || breakable(c) != space })
			if n < 0 {
				n = len(rest)
			}
			p := placed{run: i, words: rest[:n], w: measure(rest[:n], i), from: from}
			from += utf8.RuneCountInString(p.words)
			rest = rest[n:]
			if !space && glued {
				last := &out[len(out)-1]
				last.pieces = append(last.pieces, p)
				last.w += p.w
				continue
			}
			out = append(out, atom{pieces: []placed{p}, w: p.w, space: space})
			glued = !space
		}
	}
	return out
}

// breakable reports white space a line may end at.
func breakable(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }
