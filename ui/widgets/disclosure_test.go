package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// What is opened at the end of a page comes into view, and where there is no room for
// all of it, its beginning does.
func TestWhatIsOpenedComesIntoView(t *testing.T) {
	for _, c := range []struct {
		lines int
		last  bool // the end is in view too
	}{{4, true}, {80, false}} {
		body := widgets.NewStack(0)
		for i := range c.lines {
			body.Add(widgets.NewText("line/"+string(rune('A'+i)), "A line", theme.Body))
		}
		fold := widgets.NewDisclosure("fold", "More", body)
		root, k := page(t, widgets.NewScroll("scroll", "", widgets.NewStack(0, widgets.NewSpace(900), fold)))
		fold.TakeFocus()
		k.Keys(fyne.KeyReturn)
		if n := find(root, "fold"); n.Has(a11y.Offscreen) || n.Bounds.Y < 0 || !n.Has(a11y.Focused) {
			t.Errorf("%d lines: the words are at %v", c.lines, n.Bounds)
		}
		if n := find(root, "line/A"); n.Has(a11y.Offscreen) {
			t.Errorf("%d lines: the first is out of sight", c.lines)
		}
		if n := find(root, "line/"+string(rune('A'+c.lines-1))); n.Has(a11y.Offscreen) == c.last {
			t.Errorf("%d lines: the last is at %v", c.lines, n.Bounds)
		}
	}
}
