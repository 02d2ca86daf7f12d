package widgets

import (
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
)

// grid is how a table of some width is divided.
type grid struct {
	width  float32
	theme  *theme.Theme
	spans  []span
	total  float32 // of all columns
	pinned bool    // the first column stays while the rest moves sideways
	head   float32 // height of the head
	cuts   bool    // a cell of the first rows is not shown whole
	cards  bool    // rows are lines one under another
}

// span is a column's place in what it moves with.
type span struct{ x, w float32 }

// gridFor divides a width. It does not depend on rows but for numbers seen so far.
func (t *Table) gridFor(width float32) grid {
	look := t.look()
	if t.grid.theme == look && t.grid.width == width {
		return t.grid
	}
	g := t.columnGrid(width)
	if g.total > width+0.5 && len(t.columns) > 1 && width < look.Scaled(cardsUnder) {
		return t.cardGrid(width)
	}
	return g
}

func (t *Table) columnGrid(width float32) grid {
	look := t.look()
	g := grid{width: width, theme: look, spans: make([]span, len(t.columns))}
	shares := 0
	for i, c := range t.columns {
		w := min(look.Scaled(c.Width), width)
		if c.Width == 0 {
			w = look.Scaled(shareBest)
			shares++
		}
		w = max(w, t.heads[i].least(look), t.needed[i], theme.Target)
		g.spans[i].w = w
		g.total += w
	}
	if free := width - g.total; free > 0 {
		for i, c := range t.columns {
			switch {
			case shares > 0 && c.Width == 0:
				g.spans[i].w += free / float32(shares)
			case shares == 0 && i == 0:
				g.spans[i].w += free
			}
		}
		g.total = width
	}
	// A first column that leaves no room for the rest moves with it.
	g.pinned = g.total > width+0.5 && len(t.columns) > 1 && g.spans[0].w <= width/2
	x := float32(0)
	for i := range g.spans {
		if i == 1 && g.pinned {
			x = 0
		}
		g.spans[i].x = x
		x += g.spans[i].w
		g.head = max(g.head, t.heads[i].height(look, g.spans[i].w))
		for row := 0; row < min(t.count, t.shown) && !g.cuts; row++ {
			g.cuts = t.cuts(g, row, i)
		}
	}
	return g
}

// pane is the side of the table that a column is in: 0 stays, 1 moves sideways.
func (g grid) pane(col int) int {
	if g.pinned && col == 0 {
		return 0
	}
	return 1
}

// stays is the width of what does not move sideways.
func (g grid) stays() float32 {
	if g.pinned {
		return g.spans[0].w
	}
	return 0
}

// body is where the rows begin.
func (g grid) body() float32 {
	if g.cards && g.mostSideways() > 0 {
		return g.head + barRoom
	}
	return g.head
}

// mostSideways is how far the rest can move.
func (g grid) mostSideways() float32 { return max(0, g.total-g.width) }

// lineRow is the height of a row of one line.
func (t *Table) lineRow() float32 {
	return max(theme.Target, t.look().LineHeight(cellStyle)+theme.FieldPad)
}

// rowHigh is the height of a row.
func (t *Table) rowHigh(g grid, row int) float32 {
	if g.cards {
		at := t.lineAt(g, row, len(t.columns)-1)
		return at.x + at.w + theme.Space3
	}
	h := t.lineRow()
	look := t.look()
	for i, c := range t.columns {
		if !c.Wrap {
			continue
		}
		cell := t.at(row, i)
		n := float32(len(cellLines(look, cell, g.spans[i].w)))
		h = max(h, n*look.LineHeight(cellStyle)+theme.FieldPad)
	}
	return h
}

// overflows reports whether the rows are higher than that.
func (t *Table) overflows(g grid, high float32) bool {
	if float32(t.count)*t.lineRow() > high+0.5 {
		return true
	}
	var y float32
	for i := range t.count {
		if y += t.rowHigh(g, i); y > high+0.5 {
			return true
		}
	}
	return false
}

func (t *Table) measure(width float32) float32 {
	g := t.gridFor(max(1, width))
	if t.count > t.rowsShown(g) {
		width -= barRoom
		g = t.gridFor(max(1, width))
	}
	h := g.head + t.footHigh(g, width)
	if g.mostSideways() > 0 {
		h += barRoom
	}
	for i := range t.rowsShown(g) {
		h += t.rowHigh(g, i)
	}
	return h
}

// leastWidth is small: a table that is wider than its place scrolls sideways.
func (t *Table) leastWidth() float32 { return theme.Target * 2 }

func (t *Table) bestWidth() float32 { return t.columnGrid(1).total + barRoom }

// footHigh is the room for what is cut off: kept free where the first rows have such
// a cell, so that the table does not jump as the ring moves.
func (t *Table) footHigh(g grid, width float32) float32 {
	if !g.cuts && t.foot.Words() == "" {
		return 0
	}
	return theme.Space2 + max(t.look().LineHeight(theme.Small), t.foot.heightAt(max(1, width-2*cellSide)))
}

func (t *Table) arrange(size fyne.Size) {
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	for range len(t.columns) + 1 { // once more when a number made its column wider
		t.divide(size)
		if !t.fill() {
			break
		}
	}
	foot := t.footHigh(t.grid, size.Width)
	if foot > 0 {
		place(t.foot, cellSide, size.Height-foot+theme.Space2, size.Width-2*cellSide, foot-theme.Space2)
	}
	show(t.foot, foot > 0)
}

// divide places head, body and bars.
func (t *Table) divide(size fyne.Size) {
	g := t.gridFor(size.Width)
	foot := t.footHigh(g, size.Width)
	body := func(g grid) float32 {
		h := size.Height - g.head - t.footHigh(g, size.Width)
		if g.mostSideways() > 0 {
			h -= barRoom
		}
		return max(0, h)
	}
	if t.overflows(g, body(g)) {
		g = t.gridFor(max(1, size.Width-barRoom))
		foot = t.footHigh(g, size.Width)
	}
	if g.theme != t.grid.theme || g.width != t.grid.width {
		t.drawing++
	}
	t.grid = g
	high := body(g)
	stays := g.stays()
	place(t.ground, 0, 0, size.Width, size.Height-foot)
	place(t.headFill, 0, 0, size.Width, g.head)
	place(t.headRule, 0, max(0, g.head-2), size.Width, min(2, g.head))
	for i, x := range []float32{0, stays} {
		w := max(0, g.width-x)
		if i == 0 {
			w = stays
		}
		place(t.headPane[i], x, 0, w, g.head)
		place(t.bodyPane[i], x, g.body(), w, high)
		t.headPane[i].clear()
	}
	for i, h := range t.heads {
		p := t.headPane[g.pane(i)]
		h.place(t.look(), g.spans[i], g.head, t.sorted == i)
		p.inside.Objects = append(p.inside.Objects, h.parts()...)
	}
	place(t.down, size.Width-barRoom, g.body(), barRoom, high)
	across := g.head + high
	if g.cards {
		across = g.head // only heads move sideways
	}
	place(t.across, stays, across, max(0, g.width-stays), barRoom)
	t.sideways = max(0, min(g.mostSideways(), t.sideways))
	t.view = t.within(t.view)
	t.fitSlots()
}

// cellAt is the cell at a place of the table; noRow where there is none.
func (t *Table) cellAt(p fyne.Position) (row, col int) {
	g := t.grid
	if len(g.spans) == 0 || p.X < 0 || p.X >= g.width || p.Y < 0 {
		return noRow, 0
	}
	if g.cards && p.Y >= g.head {
		return t.lineUnder(p)
	}
	x, pane := p.X, 0
	if p.X >= g.stays() {
		x, pane = p.X-g.stays()+t.sideways, 1
	}
	col = -1
	for i, s := range g.spans {
		if g.pane(i) == pane && x >= s.x && x < s.x+s.w {
			col = i
		}
	}
	switch {
	case col < 0:
		return noRow, 0
	case p.Y < g.head:
		return headRow, col
	}
	body := t.bodyPane[1]
	if p.Y >= g.body()+body.Size().Height {
		return noRow, 0
	}
	for _, s := range t.slots {
		if y := p.Y - g.body() - s.top; s.row >= 0 && y >= 0 && y < s.high {
			return s.row, col
		}
	}
	return noRow, 0
}

// lineUnder is the line of a card at a place of the table; noRow where there is none.
func (t *Table) lineUnder(p fyne.Position) (row, col int) {
	g := t.grid
	y := p.Y - g.body()
	if y < 0 || y >= t.bodyHigh() {
		return noRow, 0
	}
	for _, s := range t.slots {
		if s.row < 0 || y < s.top || y >= s.top+s.high {
			continue
		}
		for i := range t.columns {
			if at := t.lineAt(g, s.row, i); y < s.top+at.x+at.w {
				return s.row, i
			}
		}
	}
	return noRow, 0
}

// place is where a cell stands in the table, whether in view or not; a row that is
// not drawn has no height.
func (t *Table) place(row, col int) area {
	g := t.grid
	if len(g.spans) == 0 {
		return area{}
	}
	s := g.spans[col]
	x := s.x
	if g.pane(col) == 1 {
		x += g.stays() - t.sideways
	}
	if row == headRow {
		return area{x, 0, s.w, g.head}
	}
	for _, slot := range t.slots {
		if slot.row == row && g.cards {
			at := t.lineAt(g, row, col)
			return area{0, g.body() + slot.top + at.x, g.width, at.w}
		}
		if slot.row == row {
			return area{x, g.head + slot.top, s.w, slot.high}
		}
	}
	return area{x, g.body(), s.w, 0}
}

// seen is the part of an area of the table that its pane shows.
func (t *Table) seen(a area, row, col int) area {
	p := t.bodyPane[t.grid.paneOf(col)]
	if row == headRow {
		p = t.headPane[t.grid.paneOf(col)]
	}
	pos, size := p.Position(), p.Size()
	left, top := max(a.x, pos.X), max(a.y, pos.Y)
	right, bottom := min(a.x+a.w, pos.X+size.Width), min(a.y+a.h, pos.Y+size.Height)
	if right <= left || bottom <= top {
		return area{left, top, 0, 0}
	}
	return area{left, top, right - left, bottom - top}
}

func (g grid) paneOf(col int) int {
	if len(g.spans) == 0 {
		return 1
	}
	return g.pane(col)
}

// oneLine is text without line ends.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
