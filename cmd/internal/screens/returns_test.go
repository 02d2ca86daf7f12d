package screens

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// returns are the screens of a check of a whole return.
var returns = []screen{
	{"check a return, nothing named", func(w *world) bool {
		w.press("Go to the research desk")
		w.menu("Check a return")
		w.press("Check the return")
		return true
	}},
	{"check a return, asked", func(w *world) bool {
		w.choose("Which return is it?", "Children in need census")
		w.named("Which files?", a11y.RoleTextBox).Focus()
		w.write("Which files?", sampleReturn(w, "cin/testdata/samples/made-up-200.xml"))
		return true
	}},
	{"what a return has", func(w *world) bool {
		w.press("Check the return")
		w.until("the check has ended", func() bool { return w.seek("What was found") != nil })
		return true
	}},
	{"a finding", func(w *world) bool {
		w.finding()
		return true
	}},
	{"what a return of children looked after has", func(w *world) bool {
		w.press("Check another return")
		w.choose("Which return is it?", "Children looked after (SSDA903)")
		w.write("Which files?", sampleReturn(w, "ssda903/testdata/samples/synthetic/this"))
		w.press("Check the return")
		w.until("the check has ended", func() bool { return w.seek("What was found") != nil })
		return true
	}},
	{"a finding about a child looked after", func(w *world) bool {
		w.finding()
		return true
	}},
	{"rules that were not checked", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.press(w.node(func(n *a11y.Node) bool { return n.ID == "check/not-checked" }).Name)
		return true
	}},
}

// sampleReturn is the place of a made-up return.
func sampleReturn(t testing.TB, name string) string {
	path, err := filepath.Abs(filepath.Join("../../../validation", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// finding opens the first finding of the table.
func (w *world) finding() {
	w.Helper()
	n := w.node(func(n *a11y.Node) bool { return n.ID == "check/table" && n.Focus != nil })
	if n == nil {
		w.Fatal("no table of findings can have the focus")
	}
	n.Focus()
	w.app.pump()
	w.key(fyne.KeyReturn, 0)
	w.until("the finding is open", func() bool { f := w.focus(); return f != nil && f.ID == "check/finding" })
}

// TestReturns does for checks of returns what TestDesk does for the empty desk.
func TestReturns(t *testing.T) {
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range returns {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
		})
	}
}

// TestPixelsOfReturns measures what is drawn there.
func TestPixelsOfReturns(t *testing.T) {
	for _, l := range measuredLooks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range returns {
				if s.reach(w) {
					w.measure(s.name)
				}
			}
		})
	}
}
