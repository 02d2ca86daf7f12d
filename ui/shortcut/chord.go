package shortcut

import (
	"fmt"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Chord is a key with the keys held down, such as Ctrl+Enter. The zero Chord is
// "off".
type Chord struct {
	Main  bool // Ctrl, or Cmd on macOS
	Shift bool
	Alt   bool
	Key   fyne.KeyName
}

// IsZero reports "off".
func (c Chord) IsZero() bool { return c.Key == "" }

// names of keys as people read them, where they differ from the toolkit's.
var names = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyPlus: "+", fyne.KeyMinus: "−", fyne.KeyComma: ",", fyne.KeyEqual: "=",
	fyne.KeyLeft: "Left", fyne.KeyRight: "Right", fyne.KeyUp: "Up", fyne.KeyDown: "Down",
}

// String writes the chord as people read it: "Ctrl+Shift+Z"; "Off" for none.
func (c Chord) String() string {
	if c.IsZero() {
		return "Off"
	}
	var parts []string
	for _, m := range []struct {
		held bool
		name string
	}{{c.Main, mainName()}, {c.Alt, "Alt"}, {c.Shift, "Shift"}} {
		if m.held {
			parts = append(parts, m.name)
		}
	}
	key := names[c.Key]
	if key == "" {
		key = string(c.Key)
	}
	if key == "+" || key == "−" {
		return strings.Join(append(parts, key), " ")
	}
	return strings.Join(append(parts, key), "+")
}

func mainName() string {
	if runtime.GOOS == "darwin" {
		return "Cmd"
	}
	return "Ctrl"
}

func mainModifier() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierSuper
	}
	return fyne.KeyModifierControl
}

// Parse reads what String writes.
func Parse(s string) (Chord, error) {
	var c Chord
	if s == "Off" || s == "" {
		return c, nil
	}
	rest := s
	for _, m := range []struct {
		name string
		held *bool
	}{{mainName(), &c.Main}, {"Alt", &c.Alt}, {"Shift", &c.Shift}} {
		for _, sep := range []string{"+", " "} {
			if after, ok := strings.CutPrefix(rest, m.name+sep); ok {
				*m.held, rest = true, after
				break
			}
		}
	}
	for key, name := range names {
		if name == rest && key != fyne.KeyEnter {
			c.Key = key
		}
	}
	if c.Key == "" {
		c.Key = fyne.KeyName(rest)
	}
	if rest == "" || len(rest) > 8 {
		return Chord{}, fmt.Errorf("%q is not a key. Press the keys you want, such as Ctrl and K", s)
	}
	return c, nil
}

// OfKey is the chord of a key that came without Ctrl, Alt or Cmd.
func OfKey(key fyne.KeyName, shift bool) Chord { return Chord{Shift: shift, Key: same(key)} }

// OfShortcut is the chord behind one of the toolkit's shortcuts.
func OfShortcut(s fyne.Shortcut) Chord {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return Chord{Main: true, Key: fyne.KeyZ}
	case *fyne.ShortcutRedo:
		return Chord{Main: true, Key: fyne.KeyY}
	case *desktop.CustomShortcut:
		return Chord{
			Main: s.Modifier&mainModifier() != 0, Shift: s.Modifier&fyne.KeyModifierShift != 0,
			Alt: s.Modifier&fyne.KeyModifierAlt != 0, Key: same(s.KeyName),
		}
	}
	return Chord{}
}

// same folds keys that people call by one name.
func same(k fyne.KeyName) fyne.KeyName {
	switch k {
	case fyne.KeyEnter:
		return fyne.KeyReturn
	case fyne.KeyEqual:
		return fyne.KeyPlus // the same key without Shift
	}
	return k
}
