package widgets

import (
	"slices"
	"strings"
	"unicode"
)

// Visit counts what was done in a box between getting and losing the focus. It
// holds no content and no length.
type Visit struct {
	Deletes int // letters or selections taken away
	Moves   int // of the caret, by key or pointer
	Pastes  int
	Undos   int
}

// editor is the text of a box, its caret and selection, and how to get back. It
// knows nothing of the screen.
type editor struct {
	text   []rune
	caret  int
	anchor int // the other end of the selection; equal to caret without one
	multi  bool
	visit  Visit

	past, future []moment
	typing       bool // the next letter belongs to the same undo step
}

type moment struct {
	text          []rune
	caret, anchor int
}

// mostMoments is how far back undo goes in one box.
const mostMoments = 200

// words is the text. There is no String method: it would get into logs.
func (e *editor) words() string { return string(e.text) }

func (e *editor) selection() (from, to int) { return min(e.caret, e.anchor), max(e.caret, e.anchor) }

func (e *editor) selected() string {
	from, to := e.selection()
	return string(e.text[from:to])
}

// reset replaces everything and forgets how to get back. The caret stays where it
// is as far as the text allows, or at the end if it was there.
func (e *editor) reset(words string) {
	atEnd := e.caret == len(e.text)
	e.text = []rune(e.clean(words))
	if atEnd {
		e.caret = len(e.text)
	}
	e.caret = min(e.caret, len(e.text))
	e.anchor = e.caret
	e.past, e.future, e.typing = nil, nil, false
}

// clean makes line ends into what the box can hold.
func (e *editor) clean(words string) string {
	words = strings.ReplaceAll(words, "\r\n", "\n")
	words = strings.ReplaceAll(words, "\r", "\n")
	if !e.multi {
		words = strings.ReplaceAll(strings.Trim(words, "\n"), "\n", " ")
	}
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, words)
}

func (e *editor) remember() {
	e.past = append(e.past, moment{slices.Clone(e.text), e.caret, e.anchor})
	if len(e.past) > mostMoments {
		e.past = e.past[1:]
	}
	e.future = nil
}

func (e *editor) replace(from, to int, with []rune) {
	e.text = slices.Concat(e.text[:from], with, e.text[to:])
	e.caret = from + len(with)
	e.anchor = e.caret
}

// typed puts in one letter. A word with the space after it is one step of undo.
func (e *editor) typed(r rune) {
	from, to := e.selection()
	if !e.typing || from != to {
		e.remember()
	}
	e.replace(from, to, []rune{r})
	e.typing = !unicode.IsSpace(r)
}

// put puts in words as one step, as from the clipboard.
func (e *editor) put(words string) {
	from, to := e.selection()
	e.remember()
	e.replace(from, to, []rune(e.clean(words)))
	e.typing = false
}

// setAll replaces everything as one step, as a screen reader does.
func (e *editor) setAll(words string) {
	e.caret, e.anchor = 0, len(e.text)
	e.put(words)
}

// cut takes away the selection, or the letters between the caret and to. It
// reports whether there was anything.
func (e *editor) cut(to int) bool {
	from, end := e.selection()
	if from == end {
		from, end = min(e.caret, to), max(e.caret, to)
	}
	if from == end {
		return false
	}
	e.remember()
	e.replace(from, end, nil)
	e.typing = false
	e.visit.Deletes++
	return true
}

// move puts the caret somewhere; extend keeps the other end of the selection.
func (e *editor) move(to int, extend bool) {
	e.caret = max(0, min(len(e.text), to))
	if !extend {
		e.anchor = e.caret
	}
	e.typing = false
	e.visit.Moves++
}

// left is one letter back; from a selection that is not extended, its beginning.
func (e *editor) left(extend bool) {
	if from, to := e.selection(); from != to && !extend {
		e.move(from, false)
		return
	}
	e.move(e.caret-1, extend)
}

// right is one letter on; from a selection that is not extended, its end.
func (e *editor) right(extend bool) {
	if from, to := e.selection(); from != to && !extend {
		e.move(to, false)
		return
	}
	e.move(e.caret+1, extend)
}

func (e *editor) selectAll() {
	e.anchor, e.caret = 0, len(e.text)
	e.typing = false
}

// wordBefore and wordAfter are where words begin and end around a place.
func (e *editor) wordBefore(i int) int {
	for i > 0 && !letterOrDigit(e.text[i-1]) {
		i--
	}
	for i > 0 && letterOrDigit(e.text[i-1]) {
		i--
	}
	return i
}

func (e *editor) wordAfter(i int) int {
	for i < len(e.text) && !letterOrDigit(e.text[i]) {
		i++
	}
	for i < len(e.text) && letterOrDigit(e.text[i]) {
		i++
	}
	return i
}

// selectWord selects the word at a place.
func (e *editor) selectWord(i int) {
	from, to := i, i
	for from > 0 && letterOrDigit(e.text[from-1]) {
		from--
	}
	for to < len(e.text) && letterOrDigit(e.text[to]) {
		to++
	}
	e.anchor, e.caret = from, to
}

func letterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '\u2019'
}

// undo goes one step back, redo one on; they report whether there was one.
func (e *editor) undo() bool { return e.swap(&e.past, &e.future) }
func (e *editor) redo() bool { return e.swap(&e.future, &e.past) }

func (e *editor) swap(from, to *[]moment) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, moment{e.text, e.caret, e.anchor})
	m := (*from)[n-1]
	*from = (*from)[:n-1]
	e.text, e.caret, e.anchor = m.text, m.caret, m.anchor
	e.typing = false
	e.visit.Undos++
	return true
}

// lines are where lines begin when the text is wrapped to a width; the first is 0.
// Spaces at the end of a line stay on it.
func (e *editor) lines(width float32, measure func(string) float32) []int {
	starts := []int{0}
	if !e.multi {
		return starts
	}
	line, word := 0, 0 // where the line and the word began
	for i, r := range e.text {
		if r == '\n' {
			starts = append(starts, i+1)
			line, word = i+1, i+1
			continue
		}
		if breakable(r) {
			word = i + 1
			continue
		}
		if measure(string(e.text[line:i+1])) <= width {
			continue
		}
		if word > line {
			line = word
		} else {
			line, word = i, i // a word wider than the box is broken
		}
		if line > starts[len(starts)-1] {
			starts = append(starts, line)
		}
	}
	return starts
}
