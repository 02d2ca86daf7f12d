package widgets

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// readerKey tells a screen reader's keys from ours. A reader has a key of its own,
// Insert or Caps Lock; what is pressed while that is held is said to the reader,
// and some readers let the window have it too.
type readerKey struct {
	root     *Root
	insert   bool // Insert is held
	capsLock bool // Caps Lock is held, and is not known to lock
	keypad   bool // the 0 of the number pad is held, and did not type a 0
	sign     bool // a sign of the number pad is held
	forget   func()
}

const (
	// heldAtMost is when a reader's key that neither repeats nor came up is
	// forgotten: it may have come up while the reader had the keyboard.
	heldAtMost = 5 * time.Second
	// keypadInsert is the number of the number pad's 0 on Linux, which is Insert
	// while Num Lock is off. The toolkit gives it the name of the other 0.
	keypadInsert = 90
)

// keypadSigns are the numbers of * - + and / of the number pad on Linux. They are
// commands of a reader by themselves: plus is to say all.
var keypadSigns = [...]int{63, 82, 86, 106}

// moved follows the reader's keys.
func (k *readerKey) moved(ev *fyne.KeyEvent, down bool) {
	if slices.Contains(keypadSigns[:], ev.Physical.ScanCode) {
		k.sign = down
		return
	}
	switch {
	case ev.Name == fyne.KeyInsert:
		k.insert = down && !editsHeld() // Shift+Insert pastes
	case ev.Name == desktop.KeyCapsLock:
		k.capsLock = down
	case ev.Name == fyne.Key0 && ev.Physical.ScanCode == keypadInsert:
		k.keypad = down
	default:
		return
	}
	k.wait(down)
}

// wait forgets what is held after a while, from now on.
func (k *readerKey) wait(held bool) {
	if k.forget != nil {
		k.forget()
	}
	k.forget = nil
	if held {
		k.forget = k.root.later(heldAtMost, k.release)
	}
}

// takesKey is takes for a key. The reader's own key repeats for as long as it is
// held: then it has not come up unseen.
func (k *readerKey) takesKey(ev *fyne.KeyEvent) bool {
	if !k.takes() {
		return false
	}
	if k.insert && ev.Name == fyne.KeyInsert || k.capsLock && ev.Name == desktop.KeyCapsLock ||
		k.keypad && ev.Name == fyne.Key0 && ev.Physical.ScanCode == keypadInsert {
		k.wait(true)
	}
	return true
}

// release forgets what is held, as when another window gets the keyboard.
func (k *readerKey) release() { k.insert, k.capsLock, k.keypad, k.sign = false, false, false, false }

// takes reports whether keys are the reader's now.
func (k *readerKey) takes() bool {
	return k != nil && (k.insert || k.capsLock || k.keypad) && k.reads()
}

// reads reports whether a reader is on.
func (k *readerKey) reads() bool { return k.root.Reading != nil && k.root.Reading() }

// takesRune is takes for a letter that was typed. A letter can show that the key
// does what it does for everybody else: Caps Lock locks, and 0 is a 0.
func (k *readerKey) takesRune(r rune) bool {
	if k != nil && k.sign && k.reads() && strings.ContainsRune("*-+/", r) {
		return true
	}
	if !k.takes() {
		return false
	}
	if k.capsLock && unicode.IsLetter(r) && unicode.IsUpper(r) != ShiftHeld() {
		k.capsLock = false
	}
	if r == '0' {
		k.keypad = false
	}
	return k.takes()
}

// editsHeld reports whether a key is held with which Insert copies or pastes.
func editsHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ShiftHeld() || ok && d.CurrentKeyModifiers()&fyne.KeyModifierControl != 0
}
