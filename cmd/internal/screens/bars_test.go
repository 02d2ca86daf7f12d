package screens

import (
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TestBarsStandAgainOnceTheMenuIsClosed: an open menu takes so much of a small window
// that its bars scroll with the page; without it they stand again.
func TestBarsStandAgainOnceTheMenuIsClosed(t *testing.T) {
	w := open(t, look{theme.Light, 200, 1280, 800})
	w.begin(w.program.Study().Codes[0])
	stands := func() bool {
		n := w.node(func(n *a11y.Node) bool { return n.ID == "record/bottom" })
		return n != nil && n.Bounds.Y+n.Bounds.H == 800
	}
	if !stands() {
		t.Fatal("the bars do not stand to begin with")
	}
	w.press("Menu")
	if stands() {
		t.Fatal("the open menu leaves room for the page: this test shows nothing")
	}
	w.press("Menu")
	if !stands() {
		t.Error("the menu is closed, and the bars still scroll with the page")
	}
}
