package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// tableRow draws one row at a time, and another one when that has gone out of view.
type tableRow struct {
	row     int // -1: none
	drawing int
	pass    int
	ringed  int // column with the ring, or -1
	top     float32
	high    float32
	sides   [2]*fyne.Container
	rules   [2]*canvas.Rectangle
	cells   []*tableCell
}

func newTableRow(columns int) *tableRow {
	r := &tableRow{row: -1, ringed: -1}
	for i := range r.sides {
		r.sides[i] = &fyne.Container{}
		r.rules[i] = canvas.NewRectangle(nil)
	}
	for range columns {
		r.cells = append(r.cells, newTableCell())
	}
	return r
}

// fitSlots has as many rows at hand as can be in view at once.
func (t *Table) fitSlots() {
	n := int(t.bodyHigh()/t.lineRow()) + 2
	n = min(n, t.count)
	if n == len(t.slots) {
		return
	}
	for len(t.slots) < n {
		t.slots = append(t.slots, newTableRow(len(t.columns)))
	}
	t.slots = t.slots[:n]
	for _, s := range t.slots {
		s.row = -1 // rows go to slots by their number, which the count decides
	}
	for i, p := range t.bodyPane {
		p.clear()
		for _, s := range t.slots {
			p.inside.Objects = append(p.inside.Objects, s.sides[i])
		}
		canvasRefresh(p)
	}
}

// fill draws the rows in view. It reports whether the table must be divided anew,
// as a number did not fit.
func (t *Table) fill() bool {
	look, g := t.look(), t.grid
	if len(g.spans) == 0 || g.theme != look {
		return false
	}
	for i, p := range t.headPane {
		p.inside.Move(fyne.NewPos(t.shift(i), 0))
		rows := t.shift(i)
		if g.cards {
			rows = 0
		}
		t.bodyPane[i].inside.Move(fyne.NewPos(rows, 0))
	}
	t.pass++
	y := -t.view.into
	for row := t.view.row; row < t.count && y < t.bodyHigh() && len(t.slots) > 0; row++ {
		s := t.slots[row%len(t.slots)]
		s.pass = t.pass
		ringed := -1
		if t.focused && t.row == row {
			ringed = t.col
		}
		if s.row != row || s.drawing != t.drawing || s.ringed != ringed {
			s.row, s.drawing, s.ringed = row, t.drawing, ringed
			s.high = t.rowHigh(g, row)
			if t.drawRow(s) {
				s.row = -1
				return true
			}
		}
		s.top = y
		for _, side := range s.sides {
			side.Move(fyne.NewPos(0, y))
			show(side, true)
		}
		y += s.high
	}
	for _, s := range t.slots {
		if s.pass != t.pass {
			s.row = -1
			for _, side := range s.sides {
				show(side, false)
			}
		}
	}
	t.placeRing()
	t.down.follow()
	t.across.follow()
	return false
}

// shift is where the inside of a pane begins.
func (t *Table) shift(pane int) float32 {
	if pane == 0 {
		return 0
	}
	return -t.sideways
}

// drawRow draws the cells of a row. It reports whether a number did not fit, so that
// its column is wider now.
func (t *Table) drawRow(s *tableRow) bool {
	look, g := t.look(), t.grid
	if g.cards {
		t.drawCard(s)
		return false
	}
	var objects [2][]fyne.CanvasObject
	for i, c := range t.columns {
		cell := t.cell(s.row, i)
		face, side := s.cells[i], g.pane(i)
		span := g.spans[i]
		if c.Numeric {
			if w := needs(look, cell); w > span.w+0.5 {
				t.needed[i] = w
				t.outdated()
				return true
			}
		}
		face.draw(look, c, cell, area{span.x, 0, span.w, s.high}, s.ringed == i)
		objects[side] = append(objects[side], face.objects...)
	}
	t.drawSides(s, objects)
	return false
}

// drawCard draws the cells of a row one under another.
func (t *Table) drawCard(s *tableRow) {
	look, g := t.look(), t.grid
	var objects [2][]fyne.CanvasObject
	for i := range t.columns {
		at := t.lineAt(g, s.row, i)
		s.cells[i].draw(look, Column{Wrap: true}, t.line(s.row, i), area{0, at.x, g.width, at.w}, s.ringed == i)
		objects[1] = append(objects[1], s.cells[i].objects...)
	}
	t.drawSides(s, objects)
}

// drawSides puts what is drawn of a row in its two sides, with a line below.
func (t *Table) drawSides(s *tableRow, objects [2][]fyne.CanvasObject) {
	look, g := t.look(), t.grid
	for i, side := range s.sides {
		box{fill: look.Colour(theme.Line)}.draw(s.rules[i])
		w := g.stays()
		if i == 1 {
			w = g.total - w
		}
		if g.cards {
			w = g.width
		}
		place(s.rules[i], 0, s.high-look.Edge(), w, look.Edge())
		show(s.rules[i], s.row < t.count-1)
		side.Objects = append(objects[i], s.rules[i])
		side.Resize(fyne.NewSize(w, s.high))
	}
}
