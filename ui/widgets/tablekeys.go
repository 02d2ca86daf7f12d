package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (t *Table) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		t.vertically(-1)
	case fyne.KeyDown:
		t.vertically(1)
	case fyne.KeyLeft:
		t.move(t.row, t.col-1)
	case fyne.KeyRight:
		t.move(t.row, t.col+1)
	case fyne.KeyHome:
		t.move(t.row, 0)
	case fyne.KeyEnd:
		t.move(t.row, len(t.columns)-1)
	case fyne.KeyPageUp:
		t.page(-1)
	case fyne.KeyPageDown:
		t.page(1)
	default:
		return pressKey(ev, t.press)
	}
	return true
}

// vertically moves the ring by what stands above or below.
func (t *Table) vertically(by int) {
	if t.grid.cards {
		t.step(by)
		return
	}
	t.move(t.row+by, t.col)
}

// page moves the ring by a view; up from the first rows it stops at the first.
func (t *Table) page(by int) {
	if t.row == headRow && by < 0 {
		return
	}
	t.move(max(0, t.row+by*t.pageRows()), t.col)
}

// chord goes to the first cell by Ctrl Home and to the last by Ctrl End.
func (t *Table) chord(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch k.KeyName {
	case fyne.KeyHome:
		t.move(0, 0)
	case fyne.KeyEnd:
		t.move(t.count-1, len(t.columns)-1)
	default:
		return false
	}
	return true
}

// move puts the ring on a cell, or the nearest there is.
func (t *Table) move(row, col int) {
	least := headRow
	if t.grid.cards && t.grid.head == 0 && t.count > 0 {
		least = 0 // no head is drawn
	}
	t.row = max(least, min(t.count-1, row))
	t.col = max(0, min(len(t.columns)-1, col))
	t.sayWhole()
	t.ensure()
}

// press sorts on a head and opens a cell.
func (t *Table) press() { t.open(t.row, t.col) }

func (t *Table) open(row, col int) {
	if row != headRow {
		if row < t.count && t.OnOpen != nil {
			t.OnOpen(row, col)
		}
		return
	}
	c := t.columns[col]
	if !c.Sortable {
		return
	}
	// Again on the same head turns round; numbers begin with the highest.
	down := c.Numeric
	if t.sorted == col {
		down = !t.descending
	}
	t.SetSorted(c.ID, down)
	if t.OnSort != nil {
		t.OnSort(c.ID, down)
	}
}

// MouseDown is for the toolkit: the ring goes to what is pressed.
func (t *Table) MouseDown(ev *desktop.MouseEvent) {
	row, col := t.cellAt(ev.Position)
	if row != noRow {
		t.row, t.col = row, col
	}
	t.active.MouseDown(ev)
	if row != noRow {
		t.move(row, col)
	}
}

// Tapped is for the toolkit: a press sorts by a head, and opens a link.
func (t *Table) Tapped(ev *fyne.PointEvent) {
	row, col := t.cellAt(ev.Position)
	if row == headRow || row >= 0 && t.at(row, col).Link {
		t.open(row, col)
	}
}

// MouseMoved is for the toolkit.
func (t *Table) MouseMoved(ev *desktop.MouseEvent) { t.point(t.cellAt(ev.Position)) }

// MouseOut is for the toolkit.
func (t *Table) MouseOut() { t.point(noRow, 0) }

func (t *Table) point(row, col int) {
	if row == t.overRow && col == t.overCol {
		return
	}
	heads := row == headRow || t.overRow == headRow
	t.overRow, t.overCol = row, col
	if heads {
		t.paint()
	}
}

// Cursor is for the toolkit: a hand over what can be pressed.
func (t *Table) Cursor() desktop.Cursor {
	switch {
	case t.overRow == headRow && t.columns[t.overCol].Sortable,
		t.overRow >= 0 && t.at(t.overRow, t.overCol).Link:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
