package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Change draws what a measure has changed by, on a line whose middle is no change and
// whose right is better: a diamond at the change, filled where it is clear and hollow
// where it may be chance, and the likely range with end caps.
type Change struct {
	Reach float64 // of the line, at both sides of the middle
	Value float64
	Range *Span // nil where too few people stand behind it
	Clear bool
	Known bool // without it only the middle is drawn
}

var _ widgets.Painter = Change{}

const (
	changeHigh   float32 = 40
	changeLine   float32 = 3
	changeCap    float32 = 16
	diamondSide  float32 = 22 // from tip to tip
	changeBeside float32 = 12
)

// Height is that of a row.
func (Change) Height(*theme.Theme, float32) float32 { return changeHigh }

// LeastWidth is small: the figures stand beside it in words.
func (Change) LeastWidth(*theme.Theme) float32 { return 90 }

// Draw gives the middle, the range with its caps, and the diamond.
func (c Change) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	y := changeHigh / 2
	out := []fyne.CanvasObject{rect(look, theme.Border, size.Width/2-1, 0, 2, changeHigh, 0)}
	if !c.Known {
		return out
	}
	at := func(v float64) float32 {
		room := size.Width - 2*changeBeside
		return changeBeside + part(v, -c.Reach, c.Reach)*room
	}
	ink := theme.Muted
	if c.Clear {
		ink = theme.Data1
	}
	if c.Range != nil {
		from, to := at(c.Range.Low), at(c.Range.High)
		out = append(out, rect(look, ink, from, y-changeLine/2, to-from, changeLine, 0))
		for _, x := range []float32{from, to} {
			out = append(out, rect(look, ink, x-changeLine/2, y-changeCap/2, changeLine, changeCap, 0))
		}
	}
	return append(out, diamond(look, at(c.Value), y, diamondSide, ink, c.Clear)...)
}

// diamond is a square on its tip with its middle at x, y; a hollow one has an edge.
func diamond(look *theme.Theme, x, y, side float32, ink theme.Token, filled bool) []fyne.CanvasObject {
	square := func(side float32, fill theme.Token) fyne.CanvasObject {
		p := canvas.NewRegularPolygon(4, look.Colour(fill))
		p.Move(fyne.NewPos(x-side/2, y-side/2))
		p.Resize(fyne.NewSquareSize(side))
		return p
	}
	out := []fyne.CanvasObject{square(side, ink)}
	if !filled {
		out = append(out, square(side-8, theme.Surface))
	}
	return out
}

// RoundKey draws the mark of the earlier round (an open circle) or of the later one
// (a filled diamond).
type RoundKey struct{ Later bool }

var _ widgets.Painter = RoundKey{}

// Height is that of the mark.
func (RoundKey) Height(look *theme.Theme, _ float32) float32 { return look.Scaled(keySide) }

// LeastWidth is that of the mark.
func (RoundKey) LeastWidth(look *theme.Theme) float32 { return look.Scaled(keySide) }

// Draw gives the mark.
func (k RoundKey) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	side := look.Scaled(keySide)
	if k.Later {
		return diamond(look, side/2, size.Height/2, side, theme.Data1, true)
	}
	c := canvas.NewCircle(look.Colour(theme.Surface))
	c.StrokeColor, c.StrokeWidth = look.Colour(theme.Data2), 3
	c.Move(fyne.NewPos(1, (size.Height-side)/2+1))
	c.Resize(fyne.NewSquareSize(side - 2))
	return []fyne.CanvasObject{c}
}
