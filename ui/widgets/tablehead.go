package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// tableHead draws the head of a column, with an arrow on the one that rows are
// sorted by.
type tableHead struct {
	ground  *canvas.Rectangle
	text    *Text
	arrow   *picture
	line    *canvas.Rectangle
	numeric bool
}

const (
	arrowSide float32 = 18
	headPad   float32 = 10
	headLine  float32 = 3
)

func newTableHead(t *Table, name string, numeric bool) *tableHead {
	h := &tableHead{
		ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		text: quiet(name, headStyle, theme.Text), arrow: newPictureOf(arrowSide), numeric: numeric,
	}
	if numeric {
		h.text.SetAlign(fyne.TextAlignTrailing)
	}
	adopt(t, h.text)
	return h
}

func (h *tableHead) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.ground, h.text, h.arrow.image, h.line}
}

func (h *tableHead) paint(look *theme.Theme, arrow string, over bool) {
	box{fill: look.Colour(theme.Tint)}.draw(h.ground)
	show(h.ground, over)
	h.arrow.draw(look, arrow, theme.Text)
	box{fill: look.Colour(theme.Primary)}.draw(h.line)
	show(h.line, arrow != "")
}

// beside is the room of the arrow, kept free so that sorting moves nothing.
func (h *tableHead) beside(look *theme.Theme) float32 {
	return 2*cellSide + look.Scaled(arrowSide)
}

func (h *tableHead) least(look *theme.Theme) float32 {
	return h.text.leastWidth() + h.beside(look)
}

func (h *tableHead) height(look *theme.Theme, width float32) float32 {
	return max(theme.Target, h.text.heightAt(max(1, width-h.beside(look)))+2*headPad)
}

// place puts the words at the foot of the head, as heads of more lines are beside.
// Heads of numbers end where the numbers do, or the arrow does.
func (h *tableHead) place(look *theme.Theme, s span, high float32, sorted bool) {
	place(h.ground, s.x, 0, s.w, high-2)
	w, side := max(1, s.w-h.beside(look)), look.Scaled(arrowSide)
	tall := h.text.heightAt(w)
	y := high - headPad - tall
	x := s.x + cellSide
	place(h.text, x, y, w, tall)
	ax := x + min(w, h.text.bestWidth())
	if h.numeric {
		ax = x + w
		if !sorted {
			h.text.Move(fyne.NewPos(x+side, y))
		}
	}
	place(h.arrow.image, ax, y+(tall-side)/2, side, side)
	place(h.line, s.x+cellGap, high-headLine, s.w-2*cellGap, headLine)
}
