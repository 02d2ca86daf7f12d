package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
)

// The letters of the box that has the focus have places: on their line, one after the
// other, inside of the box, and the last place is the caret's at the end.
func TestLettersOfTheBoxInFocusHavePlaces(t *testing.T) {
	long := widgets.NewLongText("notes", "Notes")
	long.SetLines(2, 4)
	root, k := page(t, widgets.NewTextBox("name", "First name"), long)
	k.Tab(1)
	k.Type("Maya")
	if n := find(root, "notes/box"); n != nil && n.Text.Letters != nil {
		t.Error("a box that nobody is in has places of its letters")
	}
	inside(t, find(root, "name"), 4)
	k.Tab(1)
	k.Type("Maya came with her mum and with Tomás, and they had walked all the way from Quarry Row to the school because the bus was full. Joana was tired.")
	k.Press(fyne.KeyReturn, 0)
	k.Type("End")
	n := focusedNode(root)
	inside(t, n, len([]rune(n.Text.Content)))
	l := n.Text.Letters
	if first, last := l[0], l[len(l)-1]; last.Y < first.Y+2*first.H || last.X > first.X+60 {
		t.Errorf("the end of the last line stands at %v, the beginning at %v", last, first)
	}
}

func focusedNode(root *widgets.Root) (found *a11y.Node) {
	root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.Has(a11y.Focused) {
			found = n
		}
		return true
	})
	return found
}

func inside(t *testing.T, n *a11y.Node, letters int) {
	t.Helper()
	l := n.Text.Letters
	if len(l) != letters+1 {
		t.Fatalf("%s has %d letters and %d places", n.ID, letters, len(l))
	}
	for i, r := range l {
		if r.X < n.Bounds.X || r.X+r.W > n.Bounds.X+n.Bounds.W || r.Y < n.Bounds.Y || r.Y+r.H > n.Bounds.Y+n.Bounds.H+1 {
			t.Errorf("letter %d of %s stands at %v, outside of %v", i, n.ID, r, n.Bounds)
		}
		if i > 0 && r.Y == l[i-1].Y && r.X < l[i-1].X+l[i-1].W-0.5 {
			t.Errorf("letter %d of %s stands at %v, before the end of %v", i, n.ID, r, l[i-1])
		}
	}
}

// A reader copies, cuts and pastes as the keys do, and it can be undone.
func TestAReaderCopiesCutsAndPastes(t *testing.T) {
	box := widgets.NewTextBox("name", "First name")
	secret := widgets.NewTextBox("code", "Passphrase")
	secret.SetSecret(true)
	root, k := page(t, box, secret)
	clipboard := fyne.CurrentApp().Clipboard()
	k.Tab(1)
	k.Type("one two")
	find(root, "name").Clip(a11y.Copy, 0, 4)
	find(root, "name").Clip(a11y.Paste, 7, 7)
	if box.Value() != "one twoone " || clipboard.Content() != "one " {
		t.Errorf("the box holds %q, the clipboard %q", box.Value(), clipboard.Content())
	}
	find(root, "name").Clip(a11y.Cut, 4, 11)
	if box.Value() != "one " || clipboard.Content() != "twoone " {
		t.Errorf("after cutting the box holds %q, the clipboard %q", box.Value(), clipboard.Content())
	}
	k.Press(fyne.KeyZ, ctrl)
	if box.Value() != "one twoone " {
		t.Errorf("undone to %q", box.Value())
	}
	k.Tab(1)
	k.Type("open")
	find(root, "code").Clip(a11y.Copy, 0, 4)
	find(root, "code").Clip(a11y.Cut, 0, 4)
	if clipboard.Content() != "twoone " || secret.Value() != "open" {
		t.Errorf("the clipboard holds %q of a secret, the box %q", clipboard.Content(), secret.Value())
	}
}
