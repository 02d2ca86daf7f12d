package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// boxes are one of each kind of text box, in a window that notes the combination of
// keys that came to it.
type boxes struct {
	root    *widgets.Root
	keys    *widgettest.Keyboard
	came    shortcut.Chord
	content func() [7]any
}

// stops is how often Tab stops in the boxes: a date has three.
const stops = 9

func newBoxes(t *testing.T) *boxes {
	text := widgets.NewTextBox("text", "First name")
	text.SetValue("one two")
	long := widgets.NewLongText("long", "Why?")
	long.SetValue("one two\nthree")
	number := widgets.NewNumberBox("number", "Visits")
	number.SetValue("12")
	date := widgets.NewDateBoxes("date", "Date of birth")
	date.SetValue(widgets.Date{Day: "14", Month: "June", Year: "2018"})
	combo := widgets.NewCombo("combo", "Language", languages())
	combo.SetValue("", "por")
	list := widgets.NewSelect("list", "Section", languages())
	secret := widgets.NewTextBox("secret", "Passphrase")
	secret.SetSecret(true)
	secret.SetValue("fern beck")
	b := &boxes{}
	b.root, b.keys = page(t, text, long, number, date, combo, list, secret)
	b.root.OnKey = func(ev *fyne.KeyEvent) bool {
		b.came = shortcut.OfKey(ev.Name, widgets.ShiftHeld())
		return true
	}
	b.root.OnShortcut = func(s fyne.Shortcut) bool { b.came = shortcut.OfShortcut(s); return true }
	b.content = func() [7]any {
		raw, _ := combo.Value()
		return [7]any{text.Value(), long.Value(), number.Value(), date.Value(), raw, list.Value(), secret.Value()}
	}
	return b
}

// Every shortcut is typed inside each kind of text box: it reaches the window, and
// neither the text nor the focus changes. So does every other combination that
// somebody may choose instead.
func TestShortcutsInsideTextBoxes(t *testing.T) {
	var chords []shortcut.Chord
	for _, e := range new(shortcut.Table).Entries() {
		chords = append(chords, e.Chord, e.Also)
	}
	chords = append(chords, choosable()...)
	b := newBoxes(t)
	before := b.content()
	for range stops {
		b.keys.Tab(1)
		at := focused(b.root)
		b.keys.Keys(fyne.KeyEnd)
		for _, c := range chords {
			if c.IsZero() {
				continue
			}
			b.came = shortcut.Chord{}
			b.keys.Press(c.Key, held(c))
			if b.came != c {
				t.Errorf("%s in %s came to the window as %q", c, at, b.came)
			}
			if b.content() != before || focused(b.root) != at {
				t.Fatalf("%s in %s changed %v to %v, focus on %s", c, at, before, b.content(), focused(b.root))
			}
		}
	}
}

// choosable are all combinations that the table of shortcuts lets a person choose.
func choosable() []shortcut.Chord {
	keys := []fyne.KeyName{
		fyne.KeyReturn, fyne.KeySpace, fyne.KeyTab, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyPlus, fyne.KeyMinus, fyne.KeyComma,
	}
	for n := range 12 {
		keys = append(keys, fyne.KeyName(fmt.Sprintf("F%d", n+1)))
	}
	for r := 'A'; r <= 'Z'; r++ {
		keys = append(keys, fyne.KeyName(r))
	}
	for r := '0'; r <= '9'; r++ {
		keys = append(keys, fyne.KeyName(r))
	}
	var all []shortcut.Chord
	for _, k := range keys {
		for bits := range 8 {
			c := shortcut.Chord{Main: bits&1 != 0, Shift: bits&2 != 0, Alt: bits&4 != 0, Key: k}
			free := new(shortcut.Table)
			for _, e := range free.Entries() {
				if err := free.Set(e.ID, shortcut.Chord{}); err != nil {
					panic(err)
				}
			}
			if free.Set(shortcut.Help, c) == nil {
				all = append(all, c)
			}
		}
	}
	return all
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
