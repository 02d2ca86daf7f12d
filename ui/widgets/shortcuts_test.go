package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/widgets"
)

// Every shortcut is typed inside each kind of text box: it reaches the window, and
// neither the text nor the focus changes.
func TestShortcutsInsideTextBoxes(t *testing.T) {
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
	root, k := page(t, text, long, number, date, combo)

	var got shortcut.Chord
	root.OnKey = func(ev *fyne.KeyEvent) bool {
		got = shortcut.OfKey(ev.Name, widgets.ShiftHeld())
		return true
	}
	root.OnShortcut = func(s fyne.Shortcut) bool { got = shortcut.OfShortcut(s); return true }
	content := func() [5]any {
		raw, _ := combo.Value()
		return [5]any{text.Value(), long.Value(), number.Value(), date.Value(), raw}
	}
	before := content()
	var table shortcut.Table
	for range 7 { // a date has three boxes
		k.Tab(1)
		at := focused(root)
		k.Keys(fyne.KeyEnd)
		for _, e := range table.Entries() {
			for _, c := range []shortcut.Chord{e.Chord, e.Also} {
				if c.IsZero() {
					continue
				}
				got = shortcut.Chord{}
				k.Press(c.Key, held(c))
				if table.Find(got) != e.ID {
					t.Errorf("%s in %s came to the window as %q", c, at, table.Find(got))
				}
				if content() != before || focused(root) != at {
					t.Fatalf("%s in %s changed %v to %v, focus on %s", c, at, before, content(), focused(root))
				}
			}
		}
	}
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
