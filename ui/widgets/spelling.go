package widgets

import (
	"fmt"
	"slices"
	"strconv"
	"unicode"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Speller tells words that a dictionary does not know. What it is asked stays with
// it: nothing is kept or sent.
type Speller interface {
	Right(word string) bool
	// Suggest returns what was perhaps meant, the likeliest first.
	Suggest(word string) []string
}

// stretch is a part of a text, in letters.
type stretch struct{ from, to int }

// spelling is what a long box knows of its words.
type spelling struct {
	unsure []stretch
	known  map[string]bool // of the words that are in the box: whether they are right
	kept   map[string]bool // that the person leaves as they are
	link   *Link
}

// setUpSpelling makes the link that leads from word to word. It stands under the
// box while there is something to look at.
func (l *LongText) setUpSpelling(id string) {
	l.words.link = NewLink(id+"/spelling", "Look at spelling", func() { l.lookAtWords(0) })
	l.words.link.Hidden = true
}

func (c *control) rootOf() *Root {
	if c.up == nil {
		return nil
	}
	return c.up.rootOf()
}

func (d *Dialog) rootOf() *Root { return d.root }
func (r *Root) rootOf() *Root   { return r }

func (l *LongText) speller() Speller {
	if r := l.rootOf(); r != nil && r.Speller != nil && l.box.readOnly == "" {
		return r.Speller()
	}
	return nil
}

// LookAtWords goes to the words of the long box in use that may be misspelt. It
// reports whether a long box has the focus.
func (r *Root) LookAtWords() bool {
	box, ok := r.window().Focused().(*longBox)
	if ok {
		box.owner.lookAtWords(0)
	}
	return ok
}

// spell looks at the words again, but for the one that is being typed.
func (l *LongText) spell() {
	var unsure []stretch
	s := l.speller()
	known := map[string]bool{}
	if s != nil {
		for _, w := range wordsOf(l.box.text) {
			word := string(l.box.text[w.from:w.to])
			right, asked := l.words.known[word]
			if !asked {
				right = s.Right(word)
			}
			known[word] = right
			typing := l.box.focused && l.box.caret == w.to
			if !right && !typing && !l.words.kept[word] {
				unsure = append(unsure, w)
			}
		}
	}
	l.words.known = known
	if slices.Equal(unsure, l.words.unsure) {
		return
	}
	l.words.unsure, l.box.unsure = unsure, unsure
	l.showSpelling()
	l.box.paint()
}

func (l *LongText) showSpelling() {
	n := len(l.words.unsure)
	if n == 0 {
		l.words.link.Hide()
		return
	}
	l.words.link.SetName("Look at " + unsureWords(n))
	l.words.link.SetAnnounced("Look at " + unsureWords(n) + ": " + l.box.name)
	l.words.link.Show()
}

func unsureWords(n int) string {
	if n == 1 {
		return "1 word that may be misspelt"
	}
	return fmt.Sprintf("%d words that may be misspelt", n)
}

// spellingWords are part of what is said of the box; empty when all is well.
func (l *LongText) spellingWords() string {
	if len(l.words.unsure) == 0 {
		return ""
	}
	return unsureWords(len(l.words.unsure))
}

// wordsOf are the words of a text. Parts of a word with a hyphen are words.
func wordsOf(text []rune) []stretch {
	var out []stretch
	from := -1
	for i := 0; i <= len(text); i++ {
		switch {
		case i < len(text) && letterOrDigit(text[i]):
			if from < 0 {
				from = i
			}
		case from >= 0:
			if slices.ContainsFunc(text[from:i], unicode.IsLetter) {
				out = append(out, stretch{from, i})
			}
			from = -1
		}
	}
	return out
}

// lookAtWords asks about the first word at or behind a place, then about the next.
func (l *LongText) lookAtWords(from int) {
	root, s := l.rootOf(), l.speller()
	if root == nil || s == nil {
		return
	}
	l.spell()
	at := slices.IndexFunc(l.words.unsure, func(w stretch) bool { return w.from >= from })
	if at < 0 {
		if from == 0 {
			l.announce("No word looks misspelt", a11y.LivePolite)
		}
		l.TakeFocus()
		return
	}
	w, left := l.words.unsure[at], len(l.words.unsure)-at
	word := string(l.box.text[w.from:w.to])
	d := NewDialog(l.id+"/spelling-word", "“"+word+"”", "This word is not in the dictionary")
	chosen := ""
	if near := s.Suggest(word); len(near) > 0 {
		var choices []Choice
		for i, n := range near {
			choices = append(choices, Choice{Value: strconv.Itoa(i), Words: n})
		}
		choices = append(choices, Choice{Value: "keep", Words: "Leave it as it is", Or: true})
		ask := NewRadioGroup(l.id+"/spelling-choice", "What did you mean?", choices)
		ask.OnChange = func(v string) {
			chosen = ""
			if i, err := strconv.Atoi(v); err == nil {
				chosen = near[i]
			}
		}
		ask.OnCommit = ask.OnChange
		d.SetBody(NewQuestion(l.id+"/spelling-ask", "What did you mean?", ask))
	}
	goOn := func() {
		if chosen == "" {
			l.keep(word)
		} else {
			l.correct(w, chosen)
			w.to = w.from + len([]rune(chosen))
		}
		l.lookAtWords(w.to)
	}
	name := "Go to the next word"
	if left == 1 {
		name = "Done"
	}
	d.SetMain(name, goOn).SetSafe("Stop looking", l.TakeFocus)
	d.Open(root)
}

// keep leaves a word as it is in this box.
func (l *LongText) keep(word string) {
	if l.words.kept == nil {
		l.words.kept = map[string]bool{}
	}
	l.words.kept[word] = true
	l.spell()
}

// correct puts another word in the place of one, as one step of undo.
func (l *LongText) correct(w stretch, word string) {
	l.box.anchor, l.box.caret = w.from, w.to
	l.box.put(word)
	l.box.edited()
	l.box.commit()
	l.spell()
}

// waveInk is the colour of the waves under words; that they are waves says as much.
const waveInk = theme.Check
