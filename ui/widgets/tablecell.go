package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// tableCell draws a cell: its fill, an icon, words on one line or several, the line
// under a link, and a mark where words go on that are not shown.
type tableCell struct {
	fill    *canvas.Rectangle
	icon    *picture
	more    *picture
	words   []*canvas.Text
	unders  []*canvas.Rectangle
	objects []fyne.CanvasObject // those in use
}

const moreSide float32 = 16

func newTableCell() *tableCell { return &tableCell{fill: canvas.NewRectangle(nil)} }

func (c Cell) style() theme.Style {
	style := cellStyle
	style.Bold = c.Bold
	return style
}

// runs are the words of a cell, in a card after the name of its column.
func (c Cell) runs() []Run {
	if c.label == "" {
		return []Run{{Words: c.Text}}
	}
	return []Run{{Words: c.label}, {Words: c.Text}}
}

func (c Cell) labels(run int) bool { return c.label != "" && run == 0 }

func (c Cell) styleOf(run int) theme.Style {
	if c.labels(run) {
		return cellStyle
	}
	return c.style()
}

func (c Cell) inkOf(run int) theme.Token {
	if c.labels(run) && c.Fill == "" {
		return theme.Muted
	}
	return c.ink()
}

func (c Cell) ink() theme.Token {
	switch {
	case c.Token != "":
		return c.Token
	case c.Link:
		return theme.Link
	}
	return theme.Text
}

// beside is the room in a cell that its words do not have.
func (c Cell) beside(look *theme.Theme) float32 {
	if c.Icon == "" {
		return 2 * cellSide
	}
	return 2*cellSide + look.Scaled(22) + theme.Space2
}

// cellLines are the lines of a cell of that width whose words wrap.
func cellLines(look *theme.Theme, c Cell, width float32) [][]placed {
	style := c.style()
	return wrap(c.runs(), max(1, width-c.beside(look))+0.5, look.WordGap(style), func(s string, run int) float32 {
		return look.Width(s, c.styleOf(run))
	})
}

// needs is the width of a cell whose words stand on one line.
func needs(look *theme.Theme, c Cell) float32 {
	c.Text = oneLine(c.Text)
	return c.beside(look) + lineEnd(cellLines(look, c, 1e6)[0])
}

func lineEnd(line []placed) float32 {
	if len(line) == 0 {
		return 0
	}
	last := line[len(line)-1]
	return last.x + last.w
}

func (f *tableCell) draw(look *theme.Theme, col Column, c Cell, a area, ringed bool) {
	f.objects = f.objects[:0]
	f.drawFill(look, c, a, ringed)
	x, room := a.x+cellSide, a.w-c.beside(look)
	var lines [][]placed
	cut := false
	switch {
	case col.Wrap:
		lines = cellLines(look, c, a.w)
	default:
		cut = !col.Numeric && needs(look, c) > a.w+0.5
		c.Text = oneLine(c.Text)
		width := float32(1e6)
		if cut {
			room -= look.Scaled(moreSide)
			width = a.w - look.Scaled(moreSide)
		}
		lines = cellLines(look, c, width)[:1]
	}
	line := look.LineHeight(cellStyle)
	top := a.y + (a.h-float32(len(lines))*line)/2
	if c.Icon != "" {
		x += f.drawIcon(look, c, x, top)
	}
	n := 0
	for i, l := range lines {
		from := x
		if col.Numeric {
			from += room - lineEnd(l)
		}
		y := top + float32(i)*line
		for _, p := range l {
			f.drawWords(look, c, p, n, from+p.x, y)
			n++
		}
		for len(l) > 0 && c.labels(l[0].run) { // what is pressed is the words, not their name
			l = l[1:]
		}
		if c.Link && len(l) > 0 {
			f.drawUnder(look, c, i, from+l[0].x, y, lineEnd(l)-l[0].x)
		}
	}
	if cut {
		f.drawMore(look, c, a)
	}
}

// drawFill keeps the ring's gap free on a cell with the focus.
func (f *tableCell) drawFill(look *theme.Theme, c Cell, a area, ringed bool) {
	if c.Fill == "" {
		return
	}
	in := cellGap
	if ringed {
		in = theme.RingWidth + theme.RingGap
	}
	box{fill: look.Colour(c.Fill), radius: theme.RadiusS}.draw(f.fill)
	place(f.fill, a.x+in, a.y+in, a.w-2*in, a.h-2*in)
	f.objects = append(f.objects, f.fill)
}

func (f *tableCell) drawIcon(look *theme.Theme, c Cell, x, top float32) float32 {
	if f.icon == nil {
		f.icon = newPicture()
	}
	side := look.Scaled(22)
	ink := c.Ink
	if ink == "" {
		ink = c.ink()
	}
	f.icon.draw(look, c.Icon, ink)
	place(f.icon.image, x, top+(look.LineHeight(cellStyle)-side)/2, side, side)
	f.objects = append(f.objects, f.icon.image)
	return side + theme.Space2
}

func (f *tableCell) drawWords(look *theme.Theme, c Cell, p placed, n int, x, y float32) {
	if n == len(f.words) {
		f.words = append(f.words, canvas.NewText("", nil))
	}
	style := c.styleOf(p.run)
	letter{p.words, style, look.Colour(c.inkOf(p.run))}.draw(f.words[n], look)
	putLine(f.words[n], look, style, x, y)
	f.objects = append(f.objects, f.words[n])
}

func (f *tableCell) drawUnder(look *theme.Theme, c Cell, n int, x, y, w float32) {
	for n >= len(f.unders) {
		f.unders = append(f.unders, canvas.NewRectangle(nil))
	}
	box{fill: look.Colour(c.ink())}.draw(f.unders[n])
	place(f.unders[n], x, y+underline(look, c.style()), w, lineWeight(false))
	f.objects = append(f.objects, f.unders[n])
}

// drawMore marks that the words go on: they stand whole below the table.
func (f *tableCell) drawMore(look *theme.Theme, c Cell, a area) {
	if f.more == nil {
		f.more = newPictureOf(moreSide)
	}
	side := look.Scaled(moreSide)
	f.more.draw(look, "down", c.ink())
	place(f.more.image, a.x+a.w-cellSide/2-side, a.y+(a.h-side)/2, side, side)
	f.objects = append(f.objects, f.more.image)
}
