package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
	"recordwell/ui/widgets/widgettest"
)

// Where columns have no room, every cell of a row is whole, within the width, and
// below the one before it.
func TestTableWithoutRoomShowsRowsAsCards(t *testing.T) {
	large := theme.Settings{TextPercent: 400}
	table, root, k := alone(t, large, 1280, 2400, func() *widgets.Table { return gallery.Long(3) })
	table.TakeFocus()
	k.Press(fyne.KeyHome, ctrl)
	row := find(root, "wide/row/1")
	below := float32(0)
	for i, cell := range row.Children {
		b := cell.Bounds
		if b.X < -0.5 || b.X+b.W > 1280.5 || b.Y < below-0.5 || b.H < theme.Target {
			t.Errorf("cell %d is at %v, below %.0f", i, b, below)
		}
		below = b.Y + b.H
	}
	drawn := test.RenderToMarkup(k.Canvas)
	head := find(root, "wide/head").Children[1].Name
	if !strings.Contains(drawn, ">"+strings.Fields(head)[0]) || !strings.Contains(drawn, strings.Fields(head)[len(strings.Fields(head))-1]+":") {
		t.Errorf("no line says %q", head+":")
	}
	if row.Children[1].Name != find(root, "wide/row/1/"+strings.TrimPrefix(row.Children[1].ID, "wide/row/1/")).Name {
		t.Error("a card's cells have other names")
	}
}

// Up and down go by line, from card to card, and each line comes into view whole.
func TestCardsAreGoneThroughLineByLine(t *testing.T) {
	large := theme.Settings{TextPercent: 400}
	table, root, k := alone(t, large, 1000, 700, func() *widgets.Table { return people(20) })
	table.TakeFocus()
	k.Press(fyne.KeyHome, ctrl)
	for i, want := range []string{"1/age", "1/note", "2/name", "2/age", "2/note", "3/name"} {
		k.Keys(fyne.KeyDown)
		got := focused(root)
		if got != "people/row/"+want {
			t.Fatalf("step %d: the focus is on %q, want %s", i, got, want)
		}
		n := find(root, got)
		if b := n.Bounds; n.Has(a11y.Offscreen) || b.H < theme.Current().LineHeight(theme.BodyDense) || b.Y+b.H > 700.5 {
			t.Errorf("%s is at %v", got, b)
		}
	}
	k.Press(fyne.KeyEnd, ctrl)
	if got := focused(root); got != "people/row/20/note" {
		t.Errorf("the last line is %q", got)
	}
	k.Press(fyne.KeyHome, ctrl)
	k.Keys(fyne.KeyUp, fyne.KeyRight)
	if got, n := focused(root), find(root, "people/head/age"); got != "people/head/age" || n.Has(a11y.Offscreen) {
		t.Errorf("up from the first line and right is %q", got)
	}
	var opened []string
	table.OnOpen = func(row, col int) { opened = append(opened, fmt.Sprint(row, " ", col)) }
	k.Keys(fyne.KeyDown)
	b := find(root, "people/row/1/name").Bounds
	widgettest.Click(k.Canvas, b.X+20, b.Y+b.H/2)
	if fmt.Sprint(opened) != "[0 0]" {
		t.Errorf("a press on a link opened %v", opened)
	}
}

// A table that cannot be sorted has no head as cards, and the ring stays on lines.
func TestCardsWithoutSortingHaveNoHead(t *testing.T) {
	_, root, k := alone(t, theme.Settings{TextPercent: 400}, 1000, 700, func() *widgets.Table {
		table := widgets.NewTable("plain", "Plain", []widgets.Column{{ID: "a", Name: "First", Width: 300, Wrap: true}, {ID: "b", Name: "Second", Width: 300, Wrap: true}})
		table.SetRows(2, func(row, col int) widgets.Cell { return widgets.Cell{Text: fmt.Sprint("Words ", row, col)} })
		return table
	})
	k.Tab(1)
	k.Keys(fyne.KeyUp, fyne.KeyUp)
	if got := focused(root); got != "plain/row/1/a" {
		t.Errorf("the ring is on %q", got)
	}
	if n := find(root, "plain/head/a"); !n.Has(a11y.Offscreen) {
		t.Errorf("a head is drawn at %v", n.Bounds)
	}
	if y := find(root, "plain/row/1/a").Bounds.Y; y > 1 {
		t.Errorf("the first line begins at %.0f", y)
	}
}
