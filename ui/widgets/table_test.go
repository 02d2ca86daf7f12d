package widgets_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
	"recordwell/ui/widgets/widgettest"
)

// people is a table of three columns and so many rows.
func people(rows int) *widgets.Table {
	t := widgets.NewTable("people", "People", []widgets.Column{
		{ID: "name", Name: "Name", Width: 120, Sortable: true},
		{ID: "age", Name: "Age", Width: 60, Numeric: true, Sortable: true},
		{ID: "note", Name: "Note", Width: 100},
	})
	t.SetRows(rows, func(row, col int) widgets.Cell {
		return widgets.Cell{Text: []string{"Person ", "", "Note "}[col] + strconv.Itoa(row+1), Link: col == 0}
	})
	return t
}

// alone shows a table that fills a window.
func alone(tb testing.TB, s theme.Settings, w, h float32, t func() *widgets.Table) (*widgets.Table, *widgets.Root, *widgettest.Keyboard) {
	var table *widgets.Table
	root, k := widgettest.Show(tb, s, w, h, func() *widgets.Root { table = t(); return widgets.NewRoot("Test", table) })
	return table, root, k
}

func TestTableIsOneStopAndArrowsGoByCell(t *testing.T) {
	root, k := page(t, widgets.NewButton("before", "Before", widgets.Main, nil), people(4), widgets.NewButton("after", "After", widgets.Main, nil))
	k.Tab(2)
	for id, want := range map[string]string{"people/row/1/name": "link, row 1 of 4", "people/row/1/age": "row 1 of 4"} {
		if got := find(root, id).Description; got != want {
			t.Errorf("%s is described as %q, want %q", id, got, want)
		}
	}
	for _, step := range []struct {
		key  fyne.KeyName
		held fyne.KeyModifier
		want string
	}{
		{fyne.KeyRight, 0, "people/row/1/age"}, {fyne.KeyDown, 0, "people/row/2/age"},
		{fyne.KeyEnd, 0, "people/row/2/note"}, {fyne.KeyRight, 0, "people/row/2/note"},
		{fyne.KeyHome, 0, "people/row/2/name"}, {fyne.KeyEnd, ctrl, "people/row/4/note"},
		{fyne.KeyDown, 0, "people/row/4/note"}, {fyne.KeyHome, ctrl, "people/row/1/name"},
		{fyne.KeyUp, 0, "people/head/name"}, {fyne.KeyUp, 0, "people/head/name"},
		{fyne.KeyPageUp, 0, "people/head/name"}, {fyne.KeyLeft, 0, "people/head/name"},
	} {
		k.Press(step.key, step.held)
		if got := focused(root); got != step.want {
			t.Errorf("%s: the focus is on %q, want %q", step.key, got, step.want)
		}
	}
	k.Tab(1)
	if got := focused(root); got != "after" {
		t.Errorf("Tab goes on to %q", got)
	}
}

func TestTableSortsByItsHeadAndOpensACell(t *testing.T) {
	table := people(3)
	var said []string
	table.OnSort = func(column string, descending bool) { said = append(said, fmt.Sprintf("%s %v", column, descending)) }
	table.OnOpen = func(row, col int) { said = append(said, fmt.Sprint(row, col)) }
	root, k := page(t, table)
	k.Tab(1)
	k.Keys(fyne.KeyUp, fyne.KeyReturn, fyne.KeySpace, fyne.KeyRight, fyne.KeyReturn)
	if n := find(root, "people/head/age"); n.Description != "sorted, highest first" {
		t.Errorf("the head says %q", n.Description)
	}
	k.Keys(fyne.KeyRight, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got, want := strings.Join(said, "; "), "name false; name true; age true; 1 2"; got != want {
		t.Errorf("called with %q, want %q", got, want)
	}
}

func TestTablePressedByPointer(t *testing.T) {
	table, root, k := alone(t, theme.Settings{}, 500, 400, func() *widgets.Table { return people(4) })
	var opened []int
	table.OnOpen = func(row, _ int) { opened = append(opened, row) }
	for _, id := range []string{"people/row/3/name", "people/row/2/note"} {
		b := find(root, id).Bounds
		widgettest.Click(k.Canvas, b.X+b.W/2, b.Y+b.H/2)
		if focused(root) != id {
			t.Errorf("a press on %s puts the focus on %q", id, focused(root))
		}
	}
	if fmt.Sprint(opened) != "[2]" {
		t.Errorf("opened rows %v, want the one of the link", opened)
	}
	b := find(root, "people/head/age").Bounds
	widgettest.Click(k.Canvas, b.X+b.W/2, b.Y+b.H/2)
	if n := find(root, "people/head/age"); n.Description != "sorted, highest first" {
		t.Errorf("a press on a head says %q", n.Description)
	}
}

func TestTableTellsTrueTotalsAndRowsInView(t *testing.T) {
	table, root, k := alone(t, theme.Settings{}, 500, 400, func() *widgets.Table { return people(1_000_000) })
	table.TakeFocus()
	n := find(root, "people")
	if n.Rows != 1_000_001 || n.Cols != 3 || len(n.Children) > 12 {
		t.Fatalf("%d by %d, %d rows described", n.Rows, n.Cols, len(n.Children))
	}
	k.Press(fyne.KeyEnd, ctrl)
	n = find(root, "people/row/1000000/note")
	if n == nil || !n.Has(a11y.Focused) || n.Has(a11y.Offscreen) || n.Row != 1_000_000 || n.Col != 2 {
		t.Fatalf("the last cell is %+v", n)
	}
	if !strings.Contains(n.Description, "row 1000000 of 1000000") {
		t.Errorf("it says %q", n.Description)
	}
	if b := n.Bounds; b.H < theme.Target || b.Y+b.H > 400.5 {
		t.Errorf("it is at %v", b)
	}
	table.ScrollToTop()
	if n = find(root, "people/row/1000000/note"); n == nil || !n.Has(a11y.Offscreen) || !n.Has(a11y.Focused) {
		t.Errorf("scrolled away, the cell with the focus is %+v", n)
	}
	if find(root, "people/row/1/name").Has(a11y.Offscreen) {
		t.Error("the first row is out of view at the top")
	}
}

func TestTableScrollsByWheelAndPassesOnWhatItDoesNotNeed(t *testing.T) {
	for _, rows := range []int{3, 100} {
		table := people(rows)
		root, _ := page(t, table, widgets.NewSpace(2000))
		before := find(root, "people/head").Bounds.Y
		pos := fyne.NewPos(60, 120)
		c := fyne.CurrentApp().Driver().CanvasForObject(root)
		test.Scroll(c, pos, 0, -30)
		moved := find(root, "people/head").Bounds.Y != before
		if moved != (rows == 3) {
			t.Errorf("%d rows: the page moved: %v", rows, moved)
		}
		if rows == 100 && find(root, "people/row/1/name").Bounds.H > 20 {
			t.Errorf("the rows did not move: %v", find(root, "people/row/1/name").Bounds)
		}
	}
}

func TestTableKeepsTheFirstColumnInView(t *testing.T) {
	table, root, k := alone(t, theme.Settings{}, 700, 400, func() *widgets.Table { return gallery.Long(50) })
	table.TakeFocus()
	first := find(root, "wide/row/1/name").Bounds
	k.Keys(fyne.KeyEnd)
	last := find(root, "wide/row/1/n8")
	if !last.Has(a11y.Focused) || last.Has(a11y.Offscreen) || last.Bounds.X+last.Bounds.W > 700.5 || last.Bounds.W < 80 {
		t.Errorf("the last column is at %v, %b", last.Bounds, last.States)
	}
	if now := find(root, "wide/row/1/name").Bounds; now != first {
		t.Errorf("the first column went from %v to %v", first, now)
	}
	if n := find(root, "wide/row/1/n0"); !n.Has(a11y.Offscreen) {
		t.Errorf("the second column is still at %v", n.Bounds)
	}
}

func TestTableShowsBelowWhatItCutsOff(t *testing.T) {
	const long = "A note that is far longer than its column and is told below the table"
	var table *widgets.Table
	root, k := page(t, func() fyne.CanvasObject {
		table = widgets.NewTable("cut", "Notes", []widgets.Column{{ID: "n", Name: "Number", Width: 400}, {ID: "t", Name: "Note", Width: 360}})
		table.SetRows(2, func(row, col int) widgets.Cell { return widgets.Cell{Text: []string{"Short", long}[col]} })
		return table
	}())
	drawn := func() string { return test.RenderToMarkup(fyne.CurrentApp().Driver().CanvasForObject(root)) }
	if strings.Contains(drawn(), "below the table") {
		t.Fatal("the text is whole, so that nothing is tested")
	}
	k.Tab(1)
	k.Keys(fyne.KeyRight)
	if !strings.Contains(drawn(), "below the table") {
		t.Error("the cell in focus is nowhere whole")
	}
	if n := find(root, "cut/row/1/t"); n.Name != long {
		t.Errorf("it is announced as %q", n.Name)
	}
	k.Keys(fyne.KeyLeft)
	if strings.Contains(drawn(), "below the table") {
		t.Error("it stays below when the focus has gone on")
	}
}

func TestTableNeverCutsANumber(t *testing.T) {
	_, root, _ := alone(t, theme.Settings{}, 600, 300, func() *widgets.Table {
		table := widgets.NewTable("n", "Numbers", []widgets.Column{{ID: "a", Name: "A", Width: 100}, {ID: "n", Name: "N", Width: 44, Numeric: true}})
		table.SetRows(1, func(_, col int) widgets.Cell { return widgets.Cell{Text: []string{"a", "123,456,789"}[col]} })
		return table
	})
	if w := find(root, "n/row/1/n").Bounds.W; w < theme.Current().Width("123,456,789", theme.BodyDense) {
		t.Errorf("the number has %.0f px", w)
	}
}

// TestTableIsQuick holds what a person feels: the first rows of a million at once,
// and a page of them within a frame. Both have a wide margin over what is measured.
func TestTableIsQuick(t *testing.T) {
	start := time.Now()
	table, _, k := alone(t, theme.Settings{}, 1280, 800, func() *widgets.Table { return gallery.Long(1_000_000) })
	table.TakeFocus()
	if took := time.Since(start); took > time.Second {
		t.Errorf("the first rows took %v", took)
	}
	asked := 0
	table.SetRows(1_000_000, func(row, col int) widgets.Cell { asked++; return widgets.Cell{Text: strconv.Itoa(row)} })
	if asked > 2000 {
		t.Errorf("%d cells were asked for to show one view", asked)
	}
	asked = 0
	k.Keys(fyne.KeyPageDown, fyne.KeyPageDown)
	if asked == 0 || asked > 2000 {
		t.Errorf("%d cells were asked for to go two views on", asked)
	}
}

func TestTableGrowsWithTheText(t *testing.T) {
	_, root, _ := alone(t, theme.Settings{}, 900, 700, func() *widgets.Table { return people(20) })
	before := find(root, "people/row/1/age").Bounds
	look, err := theme.New(assets.Look, theme.Settings{TextPercent: 200, Scheme: theme.Dark})
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	root.Refresh()
	after := find(root, "people/row/1/age").Bounds
	if after.H < look.LineHeight(theme.BodyDense) || after.W <= before.W || find(root, "people/head/name").Bounds.H > after.Y+0.5 {
		t.Errorf("a cell was %v and is %v", before, after)
	}
	if n := len(find(root, "people").Children); n < 8 || n > 12 {
		t.Errorf("%d rows are in view", n)
	}
}
