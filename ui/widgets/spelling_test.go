package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// speller knows every word but these.
type speller map[string][]string

func (s speller) Right(word string) bool       { _, wrong := s[word]; return !wrong }
func (s speller) Suggest(word string) []string { return s[word] }

var mistakes = speller{"recieved": {"received", "relieved"}, "scool": {"school"}, "zzz": nil}

// longBoxIn shows a long box whose words are looked at.
func longBoxIn(t *testing.T) (*LongText, *Question, *Root) {
	t.Helper()
	l := NewLongText("what/field", "What happened?")
	q := NewQuestion("what", "What happened?", l)
	root := NewRoot("window", q)
	root.Speller = func() Speller { return mistakes }
	w := test.NewTempWindow(t, root)
	w.Resize(fyne.NewSize(800, 600))
	root.Attach(w.Canvas())
	return l, q, root
}

func unsureIn(l *LongText) (out []string) {
	for _, w := range l.words.unsure {
		out = append(out, string(l.box.text[w.from:w.to]))
	}
	return out
}

func TestWordsThatMayBeMisspeltAreMarked(t *testing.T) {
	l, _, _ := longBoxIn(t)
	l.SetValue("She recieved a letter from scool.")
	if got := unsureIn(l); !slices.Equal(got, []string{"recieved", "scool"}) {
		t.Fatalf("marked %q", got)
	}
	if n := l.Describe(); !strings.Contains(n.Description, "2 words that may be misspelt") {
		t.Errorf("a reader is told %q", n.Description)
	}
	if !l.words.link.Visible() || len(l.box.waves) == 0 {
		t.Error("nothing is drawn under the words, or no link leads to them")
	}
	l.SetReadOnly("It was sent")
	l.spell()
	if len(unsureIn(l)) > 0 {
		t.Error("words are marked that cannot be changed")
	}
}

func TestTheWordThatIsTypedIsLeftInPeace(t *testing.T) {
	l, _, root := longBoxIn(t)
	l.TakeFocus()
	for _, r := range "at scool" {
		l.box.TypedRune(r)
	}
	if got := unsureIn(l); len(got) > 0 {
		t.Errorf("%q is marked while it is typed", got)
	}
	l.box.TypedRune(' ')
	if got := unsureIn(l); !slices.Equal(got, []string{"scool"}) {
		t.Errorf("then %q is marked", got)
	}
	root.Speller = func() Speller { return nil }
	l.spell()
	if len(unsureIn(l)) > 0 || l.words.link.Visible() {
		t.Error("spelling is looked at although it is turned off")
	}
}

// From word to word by keys: one is corrected, one is left as it is.
func TestSpellingIsPutRightByKeys(t *testing.T) {
	l, _, root := longBoxIn(t)
	var committed []string
	l.OnCommit = func(raw string) { committed = append(committed, raw) }
	l.SetValue("She recieved zzz at scool")
	l.TakeFocus()
	if !root.LookAtWords() || len(root.dialogs) != 1 {
		t.Fatal("no word is asked about")
	}
	ask := func(i int) *RadioGroup {
		t.Helper()
		for _, o := range root.dialogs[0].body.Children() {
			if q, ok := o.(*Question); ok {
				return q.field.(*RadioGroup)
			}
		}
		t.Fatalf("question %d offers nothing", i)
		return nil
	}
	ask(1).FocusGained()
	ask(1).press() // the first
	root.dialogs[0].main.OnPress()
	if got := l.Value(); got != "She received zzz at scool" || !slices.Equal(committed, []string{got}) {
		t.Fatalf("the box holds %q, told %q", got, committed)
	}
	root.dialogs[0].main.OnPress() // nothing is like zzz
	root.dialogs[0].handleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(root.dialogs) > 0 {
		t.Error("Esc does not stop looking")
	}
	if got := unsureIn(l); !slices.Equal(got, []string{"scool"}) {
		t.Errorf("%q is still marked", got)
	}
	l.box.undo()
	if got := l.Value(); got != "She recieved zzz at scool" {
		t.Errorf("one step back is %q", got)
	}
}

func TestWordsOfAText(t *testing.T) {
	text := []rune("Maya’s well-known  10 o’clock (no)")
	var got []string
	for _, w := range wordsOf(text) {
		got = append(got, string(text[w.from:w.to]))
	}
	if want := []string{"Maya’s", "well", "known", "o’clock", "no"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
