package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/widgets"
)

// readerPage is a text box and a button of a window whose screen reader is on, and
// counts what comes to the window and the button.
func readerPage(t *testing.T, on bool) (box *widgets.TextBox, hold func(ev fyne.KeyEvent, down bool), press func(fyne.KeyName, fyne.KeyModifier), letters func(string), came *int) {
	box = widgets.NewTextBox("text", "First name")
	came = new(int)
	root, k := page(t, box, widgets.NewButton("go", "Go", widgets.Main, func() { *came++ }))
	root.Reading = func() bool { return on }
	root.OnKey = func(*fyne.KeyEvent) bool { *came++; return true }
	root.OnShortcut = func(fyne.Shortcut) bool { *came++; return true }
	k.Tab(1)
	hold = func(ev fyne.KeyEvent, down bool) {
		f := k.Canvas.Focused().(desktop.Keyable)
		if down {
			f.KeyDown(&ev)
		} else {
			f.KeyUp(&ev)
		}
	}
	return box, hold, k.Press, k.Type, came
}

// While the reader's key is held nothing is typed, pressed or moved.
func TestKeysSaidToAReaderAreLeftAlone(t *testing.T) {
	for name, own := range map[string]fyne.KeyEvent{
		"Insert": {Name: fyne.KeyInsert}, "Caps Lock": {Name: desktop.KeyCapsLock},
		"Insert of the number pad": {Name: fyne.Key0, Physical: fyne.HardwareKey{ScanCode: 90}},
	} {
		t.Run(name, func(t *testing.T) {
			box, hold, press, letters, came := readerPage(t, true)
			hold(own, true)
			letters("h")
			press(fyne.KeyF1, 0)
			press(fyne.KeyS, ctrl)
			press(fyne.KeyTab, 0)
			press(fyne.KeyBackspace, 0)
			hold(own, false)
			if box.Value() != "" || *came != 0 || !box.HasFocus() {
				t.Errorf("typed %q, %d came, focus in the box: %v", box.Value(), *came, box.HasFocus())
			}
			letters("Maya")
			press(fyne.KeyF1, 0)
			press(fyne.KeyTab, 0)
			if box.Value() != "Maya" || *came != 1 || box.HasFocus() {
				t.Errorf("afterwards: typed %q, %d came, focus in the box: %v", box.Value(), *came, box.HasFocus())
			}
		})
	}
}

// Without a reader these keys are like others, and with one they still do what they
// do for everybody.
func TestInsertAndCapsLockWithoutAReader(t *testing.T) {
	insert, caps := fyne.KeyEvent{Name: fyne.KeyInsert}, fyne.KeyEvent{Name: desktop.KeyCapsLock}
	zero := fyne.KeyEvent{Name: fyne.Key0, Physical: fyne.HardwareKey{ScanCode: 90}}
	plus := fyne.KeyEvent{Name: fyne.KeyPlus, Physical: fyne.HardwareKey{ScanCode: 86}}
	for _, tt := range []struct {
		name  string
		on    bool
		held  fyne.KeyEvent
		typed string
	}{
		{"no reader, Insert", false, insert, "h"},
		{"no reader, Caps Lock", false, caps, "h"},
		{"Caps Lock that locks", true, caps, "MAYA"},
		{"0 that is a 0", true, zero, "05"},
		{"no reader, plus of the number pad", false, plus, "+44"},
		{"the other plus", true, fyne.KeyEvent{Name: fyne.KeyEqual, Physical: fyne.HardwareKey{ScanCode: 21}}, "+44"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			box, hold, _, letters, _ := readerPage(t, tt.on)
			hold(tt.held, true)
			letters(tt.typed)
			if box.Value() != tt.typed {
				t.Errorf("typed %q, the box holds %q", tt.typed, box.Value())
			}
		})
	}
	t.Run("plus of the number pad is a reader's command", func(t *testing.T) {
		box, hold, _, letters, _ := readerPage(t, true)
		hold(plus, true)
		letters("+")
		hold(plus, false)
		letters("+4")
		if box.Value() != "+4" {
			t.Errorf("the box holds %q", box.Value())
		}
	})
	t.Run("Shift and Insert paste", func(t *testing.T) {
		box, hold, _, letters, _ := readerPage(t, true)
		hold(fyne.KeyEvent{Name: desktop.KeyShiftLeft}, true)
		hold(insert, true)
		hold(fyne.KeyEvent{Name: desktop.KeyShiftLeft}, false)
		letters("h")
		if box.Value() != "h" {
			t.Error("Insert with Shift was taken for the reader's key")
		}
	})
}

// A key that comes up while the reader has the keyboard is not held for ever.
func TestAReadersKeyIsForgotten(t *testing.T) {
	box := widgets.NewTextBox("text", "First name")
	root, k := page(t, box)
	root.Reading = func() bool { return true }
	var due func()
	var wait time.Duration
	root.After = func(d time.Duration, f func()) func() { wait, due = d, f; return func() { due = nil } }
	k.Tab(1)
	down := func() { k.Canvas.Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: fyne.KeyInsert}) }
	down()
	if due == nil || wait > 5*time.Second {
		t.Fatalf("it is forgotten after %v", wait)
	}
	due = nil
	k.Canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyInsert}) // as it repeats while it is held
	if due == nil {
		t.Fatal("a key that is held for long is forgotten")
	}
	due()
	k.Type("a")
	down()
	due = nil
	k.Type("x") // said to the reader
	if due != nil {
		t.Error("letters keep a key held that came up unseen")
	}
	root.LetGo()
	k.Type("b")
	if box.Value() != "ab" {
		t.Errorf("the box holds %q", box.Value())
	}
}
