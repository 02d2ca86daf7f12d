package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets/widgettest"
)

// again closes the window and opens the program's next one.
func (w *world) again() {
	w.window.Quit()
	w.app.pump()
	w.window = ui.New(w.parts())
	w.keys = &widgettest.Keyboard{Canvas: w.window.Fyne().Canvas(), Clipboard: test.NewClipboard()}
	w.app.pump()
}

// TestTheDeskComesBackAsItWasLeft: the window's size, look and shortcuts. Those of
// people who take part follow their code, not the computer.
func TestTheDeskComesBackAsItWasLeft(t *testing.T) {
	w := open(t, plain)
	change := func() {
		w.key(fyne.KeyComma, ctrl)
		for _, name := range []string{"High contrast dark", "OpenDyslexic", "More space between lines and words", "Bigger text", "Change shortcuts"} {
			w.press(name)
		}
		w.write("Help for this question", "Ctrl+K")
		w.key(fyne.KeyTab, 0)
		w.window.Fyne().Resize(fyne.NewSize(1111, 777))
	}
	holds := func(want theme.Settings, keys bool) {
		t.Helper()
		if got := w.window.Fyne().Canvas().Size(); got != fyne.NewSize(1111, 777) {
			t.Errorf("the window is %v", got)
		}
		if w.window.Look() != want || theme.Current().Settings() != want {
			t.Errorf("came back as %+v, drawn as %+v, want %+v", w.window.Look(), theme.Current().Settings(), want)
		}
		w.key(fyne.KeyComma, ctrl)
		if got := w.seek("Ctrl+K") != nil; got != keys {
			t.Errorf("the shortcut is kept: %v", got)
		}
	}
	changed := theme.Settings{Scheme: theme.ContrastDark, Letters: theme.OpenDyslexic, MoreSpace: true, TextPercent: 125}

	change() // on the start page: nobody has agreed to anything being kept
	if w.window.Look() != changed {
		t.Errorf("the look is %+v", w.window.Look())
	}
	w.again()
	holds(theme.Settings{Scheme: theme.Light, TextPercent: 100}, false)

	w.again()
	desk[0].reach(w)
	change()
	w.again()
	holds(changed, true)
}

// A window is never too small to be used, and a size that cannot be read is as if
// there were none.
func TestTheWindowIsLargeEnough(t *testing.T) {
	for kept, want := range map[string]fyne.Size{
		"": {Width: 1280, Height: 800}, "wide": {Width: 1280, Height: 800}, "10x10": {Width: 1024, Height: 640}, "1600x10": {Width: 1600, Height: 640},
	} {
		w := open(t, plain)
		w.window.Quit()
		w.settings["window"] = kept
		w.window = ui.New(w.parts())
		if got := w.window.Fyne().Canvas().Size(); got != want {
			t.Errorf("a window kept as %q is %v, want %v", kept, got, want)
		}
	}
}

// TestFollowingTheComputer chooses to, and changes what the computer is set to.
func TestFollowingTheComputer(t *testing.T) {
	w := open(t, plain)
	w.key(fyne.KeyComma, ctrl)
	if w.seek("Match my computer", a11y.RoleRadio) != nil {
		t.Error("what a computer does not tell can be matched")
	}
	w.computer = &ui.Computer{Dark: true}
	w.again()
	w.key(fyne.KeyComma, ctrl)
	w.press("Match my computer")
	for _, tt := range []struct {
		computer ui.Computer
		want     theme.Scheme
	}{
		{ui.Computer{Dark: true}, theme.Dark}, {ui.Computer{}, theme.Light},
		{ui.Computer{MoreContrast: true}, theme.ContrastLight}, {ui.Computer{Dark: true, MoreContrast: true}, theme.ContrastDark},
	} {
		*w.computer = tt.computer
		w.window.ComputerChanged()
		if got := theme.Current().Settings().Scheme; got != tt.want {
			t.Errorf("%+v is drawn in %s, want %s", tt.computer, got, tt.want)
		}
	}
	w.press("Light")
	w.window.ComputerChanged()
	if got := theme.Current().Settings().Scheme; got != theme.Light {
		t.Errorf("somebody who chose light has %s", got)
	}
}
