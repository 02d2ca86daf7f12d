package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
)

// anchor is the row at the top of the view and how much of it is above. Places are
// kept this way and not in pixels, which would run out of digits long before a
// million rows.
type anchor struct {
	row  int
	into float32
}

func (a anchor) before(b anchor) bool { return a.row < b.row || a.row == b.row && a.into < b.into }

// bodyHigh is the height of the rows' view.
func (t *Table) bodyHigh() float32 { return t.bodyPane[1].Size().Height }

// endingWith is the view whose lower edge is that of a row.
func (t *Table) endingWith(row int) anchor {
	left := t.bodyHigh()
	for row >= 0 {
		h := t.rowHigh(t.grid, row)
		if h >= left {
			return anchor{row, h - left}
		}
		left -= h
		row--
	}
	return anchor{}
}

// within is the nearest view that shows no room beyond the rows.
func (t *Table) within(a anchor) anchor {
	if t.count == 0 || a.row < 0 || a.row == 0 && a.into < 0 {
		return anchor{}
	}
	a.row = min(a.row, t.count-1)
	if end := t.endingWith(t.count - 1); end.before(a) {
		return end
	}
	return a
}

// shifted is the view moved down by some pixels.
func (t *Table) shifted(a anchor, by float32) anchor {
	a.into += by
	for a.into < 0 && a.row > 0 {
		a.row--
		a.into += t.rowHigh(t.grid, a.row)
	}
	for a.row < t.count-1 {
		h := t.rowHigh(t.grid, a.row)
		if a.into < h {
			break
		}
		a.into -= h
		a.row++
	}
	return t.within(a)
}

// scrollTo shows another part, and reports whether that moved anything.
func (t *Table) scrollTo(a anchor) bool {
	a = t.within(a)
	if a == t.view {
		return false
	}
	t.view = a
	if t.fill() {
		t.arrange(t.Size())
	}
	return true
}

func (t *Table) moveSideways(to float32) bool {
	to = max(0, min(t.grid.mostSideways(), to))
	if to == t.sideways {
		return false
	}
	t.sideways = to
	t.fill()
	return true
}

// wheel scrolls; what the table does not need goes to the page around it.
func (t *Table) wheel(ev *fyne.ScrollEvent) {
	dx, dy := ev.Scrolled.DX, ev.Scrolled.DY
	if ShiftHeld() && dx == 0 {
		dx, dy = dy, 0
	}
	moved := dx != 0 && t.moveSideways(t.sideways-dx)
	if dy != 0 && t.scrollTo(t.shifted(t.view, -dy)) {
		moved = true
	}
	if !moved {
		if page := pageAround(t.up); page != nil {
			page.Scrolled(ev)
		}
	}
}

// pageAround is the nearest thing around that scrolls, or nil.
func pageAround(p parent) fyne.Scrollable {
	for p != nil {
		if s, ok := p.(fyne.Scrollable); ok {
			return s
		}
		switch in := p.(type) {
		case foreign:
			p = in.parent
		case drawn:
			p = in.base().up
		default:
			return nil
		}
	}
	return nil
}

// ensure scrolls the cell with the ring into view, in the table and in its page.
func (t *Table) ensure() {
	if t.grid.cards && t.row == headRow && t.grid.head == 0 && t.count > 0 {
		t.row = 0
	}
	if t.row >= 0 && t.row < t.count && t.bodyHigh() > 0 {
		top, last := anchor{t.row, 0}, t.endingWith(t.row)
		if t.grid.cards { // a row may be higher than the view
			at := t.lineAt(t.grid, t.row, t.col)
			top, last = anchor{t.row, at.x}, t.shifted(anchor{t.row, at.x + at.w}, -t.bodyHigh())
		}
		switch {
		case top.before(t.view), top.before(last): // above, or higher than the view
			t.view = t.within(top)
		case t.view.before(last):
			t.view = t.within(last)
		}
	}
	if g := t.grid; len(g.spans) > 0 && g.pane(t.col) == 1 && (!g.cards || t.row == headRow) {
		s, room := g.spans[t.col], g.width-g.stays()
		to := min(max(t.sideways, s.x+s.w-room), s.x)
		t.sideways = max(0, min(g.mostSideways(), to))
	}
	if t.fill() {
		t.arrange(t.Size())
	}
	t.showFocus()
}

func (t *Table) focusArea() area {
	a := t.place(t.row, t.col)
	a = t.seen(a, t.row, t.col)
	return t.area().within(fyne.NewPos(a.x, a.y), fyne.NewSize(a.w, a.h))
}

// pageRows is by how many rows Page Down moves.
func (t *Table) pageRows() int {
	n := 0
	for _, s := range t.slots {
		if s.row >= 0 && s.top >= 0 && s.top+s.high <= t.bodyHigh()+0.5 {
			n++
		}
	}
	return max(1, n-1)
}

// pane is a part of the table that is clipped; what is inside moves under it.
type pane struct {
	control
	table  *Table
	inside *fyne.Container
}

// The toolkit clips what scrolls.
var _ fyne.Scrollable = (*pane)(nil)

func newPane(t *Table) *pane {
	p := &pane{table: t, inside: &fyne.Container{}}
	p.extend(anonymous, p)
	p.up = t
	return p
}

// Scrolled is for the toolkit: the wheel.
func (p *pane) Scrolled(ev *fyne.ScrollEvent) { p.table.wheel(ev) }

func (p *pane) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.inside} }
func (p *pane) paint()                     {}
func (p *pane) measure(float32) float32    { return 0 }
func (p *pane) leastWidth() float32        { return 0 }
func (p *pane) arrange(size fyne.Size)     { p.inside.Resize(size) }
func (p *pane) clear()                     { p.inside.Objects = p.inside.Objects[:0] }

// placeRing draws the ring of the focus inside the edges of its cell, or of what is
// seen of it.
func (t *Table) placeRing() {
	const in = theme.RingGap + theme.RingWidth
	a := t.seen(t.place(t.row, t.col), t.row, t.col)
	t.drawRing(a.x+in, a.y+in, max(0, a.w-2*in), max(0, a.h-2*in), theme.RadiusS)
	show(t.ring, t.focused && a.h > 0)
}
