package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
)

// TestShortcutsInsideTextBoxes types every shortcut that changes nothing but the
// look inside each kind of box of a real page, between two letters.
func TestShortcutsInsideTextBoxes(t *testing.T) {
	w := open(t, plain)
	w.reachRecord()
	for _, box := range []struct{ page, name string }{
		{"1", "Day"}, {"1", "Who made the referral?"}, {"1", "What is their name?"}, {"2", "What did they tell you?"}, {"8", "What is Maya’s NHS number?"},
	} {
		w.key(fyne.KeyName(box.page), ctrl)
		find := func() *a11y.Node { return w.named(box.name, a11y.RoleTextBox, a11y.RoleComboBox) }
		find().Focus()
		w.enter("a")
		w.key(fyne.KeyEscape, 0) // the list of a box to search
		for _, e := range new(shortcut.Table).Entries() {
			if !stays(e.ID) {
				continue
			}
			for _, c := range []shortcut.Chord{e.Chord, e.Also} {
				if c.IsZero() {
					continue
				}
				before := find().Text.Content
				w.key(c.Key, held(c))
				if e.ID == shortcut.Story || e.ID == shortcut.Looks {
					w.key(c.Key, held(c)) // and back
				}
				if got := find(); got.Text.Content != before || !got.Has(a11y.Focused) {
					t.Fatalf("%s in %q made %q of %q; the focus is on %v", c, box.name, got.Text.Content, before, w.focus())
				}
			}
		}
		w.enter("b")
		if got := find().Text.Content; !strings.HasSuffix(got, "ab") {
			t.Errorf("%q holds %q after a, every shortcut and b", box.name, got)
		}
		w.key(fyne.KeyEscape, 0)
	}
}

// stays reports whether a shortcut leaves the page and what is in its boxes as they
// are, for the second press where it opens something.
func stays(id shortcut.ID) bool {
	switch id {
	case shortcut.Bigger, shortcut.Smaller, shortcut.NormalSize, shortcut.Story, shortcut.Looks:
		return true
	}
	return false
}

func held(c shortcut.Chord) fyne.KeyModifier {
	var m fyne.KeyModifier
	if c.Main {
		m |= ctrl
	}
	if c.Shift {
		m |= fyne.KeyModifierShift
	}
	if c.Alt {
		m |= fyne.KeyModifierAlt
	}
	return m
}

// reachRecord goes as far as the record page.
func (w *world) reachRecord() {
	for _, s := range screens {
		s.reach(w)
		if s.name == "record" {
			return
		}
	}
}

// region is the region that has the focus.
func (w *world) region() string {
	tree := w.window.Tree()
	if i := tree.Above(tree.Focus(), a11y.RoleRegion); i >= 0 {
		return tree.Node(i).Name
	}
	return ""
}

// TestRegions goes round the parts of the window, both ways.
func TestRegions(t *testing.T) {
	w := open(t, plain)
	w.reachRecord()
	want := []string{"The family", "Saving and moving on", "Top bar", "Sections", "Record"}
	for _, name := range want {
		w.key(fyne.KeyF6, 0)
		if got := w.region(); got != name {
			t.Errorf("F6 came to %q, want %q", got, name)
		}
		if got := w.focus(); name == "Sections" && got.ID != "record/sections/contact_referral/contact" {
			t.Errorf("among the sections F6 came to %q", got.ID)
		}
	}
	for _, name := range []string{"Sections", "Top bar"} {
		w.key(fyne.KeyF6, fyne.KeyModifierShift)
		if got := w.region(); got != name {
			t.Errorf("Shift+F6 came to %q, want %q", got, name)
		}
	}
}

// TestEscapeGivesTheFocusBack opens what opens, and closes it by Esc.
func TestEscapeGivesTheFocusBack(t *testing.T) {
	for _, tt := range []struct {
		name    string
		percent int
		from    string
		open    func(w *world)
	}{
		{"help", 100, "What is their name?", func(w *world) { w.key(fyne.KeyF1, 0) }},
		{"text and colours", 100, "What is their name?", func(w *world) { w.key(fyne.KeyComma, ctrl) }},
		{"menu", 200, "Menu", func(w *world) { w.press("Menu") }},
		{"sections", 200, "strip/sections", func(w *world) { w.press(w.focus().Name) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := open(t, look{theme.Light, tt.percent, 1280, 800})
			w.reachRecord()
			w.node(func(n *a11y.Node) bool { return n.Name == tt.from || n.ID == tt.from }).Focus()
			before := w.focus().ID
			tt.open(w)
			if w.focus().ID == before {
				t.Fatal("nothing opened")
			}
			w.key(fyne.KeyEscape, 0)
			if got := w.focus(); got == nil || got.ID != before {
				t.Errorf("the focus is on %v, not on %s", got, before)
			}
		})
	}
}

// TestTextSizesAndThemesKeepThePlace changes the look on the way.
func TestTextSizesAndThemesKeepThePlace(t *testing.T) {
	w := open(t, plain)
	w.reachRecord()
	w.named("What is their email address?").Focus()
	at := w.focus().ID
	check := func(what string, percent int) {
		t.Helper()
		n := w.focus()
		if n == nil || n.ID != at || n.Has(a11y.Offscreen) {
			t.Errorf("after %s the focus is on %v", what, n)
		}
		if got := w.window.Look().TextPercent; got != percent {
			t.Errorf("after %s the text is at %d %%, want %d", what, got, percent)
		}
	}
	for _, percent := range []int{125, 150, 200, 250, 300, 400, 400} {
		w.key(fyne.KeyPlus, ctrl)
		check("Ctrl and +", percent)
	}
	w.key(fyne.KeyMinus, ctrl)
	check("Ctrl and −", 300)
	w.key(fyne.Key0, ctrl)
	check("Ctrl and 0", 100)
	for _, scheme := range theme.Schemes() {
		l := w.window.Look()
		l.Scheme = scheme
		w.window.SetLook(l)
		check(string(scheme), 100)
	}
	if said := strings.Join(w.heard.Said(), "|"); !strings.Contains(said, "Text size 400%") {
		t.Errorf("the size of text is not said: %s", said)
	}
}

// TestReadAloud reads the page, and stops when the page changes or F8 comes again;
// while a screen reader is on it says nothing.
func TestReadAloud(t *testing.T) {
	w := open(t, plain)
	w.reachRecord()
	w.key(fyne.KeyF8, 0)
	read := strings.Join(w.reader.phrases, "|")
	for _, words := range []string{"Who got in touch", "When did they get in touch?", "What is their name?", "Save and continue"} {
		if !strings.Contains(read, words) {
			t.Errorf("%q is not read: %s", words, read)
		}
	}
	w.key(fyne.KeyF8, 0)
	if w.reader.stopped != 1 {
		t.Errorf("stopped %d times", w.reader.stopped)
	}
	w.key(fyne.KeyF8, 0)
	w.key(fyne.KeyF9, 0)
	if w.reader.stopped != 2 {
		t.Errorf("it goes on reading when the page is gone")
	}
	w.press("Continue")
	w.heard.Reader, w.reader.phrases = true, nil
	w.key(fyne.KeyF8, 0)
	if w.reader.phrases != nil {
		t.Error("it reads over a screen reader")
	}
}

// BenchmarkKeystroke presses a key on the record page, to type a letter and to take
// it back by turns, and publishes the tree.
func BenchmarkKeystroke(b *testing.B) {
	w := open(b, plain)
	w.reachRecord()
	w.named("What is their name?").Focus()
	typed := false
	for b.Loop() {
		if typed {
			w.keys.Keys(fyne.KeyBackspace)
		} else {
			w.keys.Type("a")
		}
		typed = !typed
		w.window.Tree()
	}
	b.ReportMetric(float64(w.window.Tree().Len()), "nodes")
}

// BenchmarkPublish publishes the tree of the record page.
func BenchmarkPublish(b *testing.B) {
	w := open(b, plain)
	w.reachRecord()
	for b.Loop() {
		w.window.Tree()
	}
	b.ReportMetric(float64(w.window.Tree().Len()), "nodes")
}
