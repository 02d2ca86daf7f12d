// Package widgettest types on a canvas as a keyboard does, for tests: keys go down
// and up, Tab moves, combinations become shortcuts, and Space also types a letter,
// all in the order in which the toolkit's desktop driver delivers them.
package widgettest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Keyboard types on one canvas.
type Keyboard struct {
	Canvas    fyne.Canvas
	Clipboard fyne.Clipboard
}

// Show puts a root in a test window of that size, with the program's letters and
// the settings given, and returns a keyboard for it.
func Show(t testing.TB, settings theme.Settings, width, height float32, root func() *widgets.Root) (*widgets.Root, *Keyboard) {
	t.Helper()
	test.NewTempApp(t)
	look, err := theme.New(assets.Look, settings)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	r := root()
	w := test.NewTempWindow(t, r)
	w.SetPadded(false)
	r.Attach(w.Canvas())
	w.Resize(fyne.NewSize(width, height))
	return r, &Keyboard{Canvas: w.Canvas(), Clipboard: test.NewClipboard()}
}

// Tab presses Tab n times, or Shift+Tab for a negative n.
func (k *Keyboard) Tab(n int) {
	for ; n > 0; n-- {
		k.Press(fyne.KeyTab, 0)
	}
	for ; n < 0; n++ {
		k.Press(fyne.KeyTab, fyne.KeyModifierShift)
	}
}

// Type types letters.
func (k *Keyboard) Type(words string) {
	for _, r := range words {
		switch r {
		case '\n':
			k.Press(fyne.KeyReturn, 0)
		case ' ':
			k.Press(fyne.KeySpace, 0)
		default:
			k.letter(r)
		}
	}
}

func (k *Keyboard) letter(r rune) {
	if f := k.Canvas.Focused(); f != nil {
		f.TypedRune(r)
	} else if on := k.Canvas.OnTypedRune(); on != nil {
		on(r)
	}
}

// Keys presses keys one after the other, without others held.
func (k *Keyboard) Keys(names ...fyne.KeyName) {
	for _, n := range names {
		k.Press(n, 0)
	}
}

// Press presses and releases a key while others are held.
func (k *Keyboard) Press(name fyne.KeyName, held fyne.KeyModifier) {
	if held&fyne.KeyModifierShift != 0 {
		k.move(desktop.KeyShiftLeft, true)
		defer k.move(desktop.KeyShiftLeft, false)
	}
	k.move(name, true)
	defer k.move(name, false)
	ev := &fyne.KeyEvent{Name: name}
	if name == fyne.KeyTab && held&^fyne.KeyModifierShift == 0 {
		if t, ok := k.Canvas.Focused().(fyne.Tabbable); !ok || !t.AcceptsTab() {
			if held == 0 {
				k.Canvas.FocusNext()
			} else {
				k.Canvas.FocusPrevious()
			}
			return
		}
	}
	if s := k.shortcut(name, held); s != nil {
		if f, ok := k.Canvas.Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		} else if c, ok := k.Canvas.(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
		return
	}
	if f := k.Canvas.Focused(); f != nil {
		f.TypedKey(ev)
	} else if on := k.Canvas.OnTypedKey(); on != nil {
		on(ev)
	}
	if name == fyne.KeySpace {
		k.letter(' ') // to whatever has the focus by now
	}
}

func (k *Keyboard) move(name fyne.KeyName, down bool) {
	f, ok := k.Canvas.Focused().(desktop.Keyable)
	if !ok {
		return
	}
	if down {
		f.KeyDown(&fyne.KeyEvent{Name: name})
	} else {
		f.KeyUp(&fyne.KeyEvent{Name: name})
	}
}

// shortcut is what the toolkit makes of a combination, or nil.
func (k *Keyboard) shortcut(name fyne.KeyName, held fyne.KeyModifier) fyne.Shortcut {
	if held == fyne.KeyModifierShortcutDefault {
		switch name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: k.Clipboard}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: k.Clipboard}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: k.Clipboard}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	if held == 0 || held == fyne.KeyModifierShift {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: held}
}
