package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Lane draws when somebody was at one place, and what happened there, along a scale
// of time that it shares with the lanes above and below. It may be changed and drawn
// anew.
type Lane struct {
	Length float64 // of the scale, in seconds
	Stays  []Span  // in seconds, in order
	Away   bool    // drawn as an edge: nobody worked
	Marks  []Mark  // in order
	At     float64 // where the replay is, in seconds
}

// Mark is a thing that happened, as a letter in a ring, so that it is told from
// others without its colour.
type Mark struct {
	At     float64
	Letter string
	Ink    theme.Token
}

var _ widgets.Painter = (*Lane)(nil)

const (
	laneHigh float32 = 30
	stayHigh float32 = 20
	ringSide float32 = 24
)

// Height is that of a lane, grown with the text.
func (*Lane) Height(look *theme.Theme, _ float32) float32 { return look.Scaled(laneHigh) }

// LeastWidth leaves room for a few marks: the list beside it says them all.
func (*Lane) LeastWidth(*theme.Theme) float32 { return 80 }

// Draw gives line, stays, marks, and where the replay is. Marks that would cover
// one of their kind are left out, so that a long session is drawn as fast as a
// short one.
func (l *Lane) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	laneHigh, stayHigh, ringSide := look.Scaled(laneHigh), look.Scaled(stayHigh), look.Scaled(ringSide)
	out := []fyne.CanvasObject{rect(look, theme.Line, 0, laneHigh/2-.5, size.Width, 1, 0)}
	y := (laneHigh - stayHigh) / 2
	end := float32(-1)
	for _, s := range l.Stays {
		from, to := part(s.Low, 0, l.Length)*size.Width, part(s.High, 0, l.Length)*size.Width
		if to-end < 1 {
			continue // within a pixel of the one before
		}
		from = max(from, end)
		wide := max(3, to-from)
		if l.Away {
			out = append(out, edged(look, from, y, wide, stayHigh, theme.RadiusS))
		} else {
			out = append(out, rect(look, theme.Data1, from, y, wide, stayHigh, theme.RadiusS))
		}
		end = from + wide
	}
	last := map[string]float32{}
	for _, m := range l.Marks {
		x := min(max(part(m.At, 0, l.Length)*size.Width, ringSide/2), size.Width-ringSide/2)
		if before, drawn := last[m.Letter]; drawn && x-before < ringSide {
			continue
		}
		last[m.Letter] = x
		out = append(out, ring(look, m, x, laneHigh/2)...)
	}
	x := part(l.At, 0, l.Length) * size.Width
	return append(out, tick(look, min(max(x, 2), size.Width-2), 0, laneHigh, 3)...)
}

// ring is a mark with its middle at x, y.
func ring(look *theme.Theme, m Mark, x, y float32) []fyne.CanvasObject {
	ringSide := look.Scaled(ringSide)
	c := canvas.NewCircle(look.Colour(theme.Surface))
	c.StrokeColor, c.StrokeWidth = look.Colour(m.Ink), 2
	c.Move(fyne.NewPos(x-ringSide/2, y-ringSide/2))
	c.Resize(fyne.NewSize(ringSide, ringSide))
	style := theme.Smallest.AsBold()
	t := canvas.NewText(m.Letter, look.Colour(m.Ink))
	t.TextSize, t.TextStyle.Bold, t.Alignment = look.TextSize(style), true, fyne.TextAlignCenter
	t.FontSource = look.Source(m.Letter, true)
	h := look.LetterHeight(style)
	t.Move(fyne.NewPos(x-ringSide/2, y-h/2))
	t.Resize(fyne.NewSize(ringSide, h))
	return []fyne.CanvasObject{c, t}
}

// MarkKey draws a mark beside its words.
type MarkKey struct{ Mark }

var _ widgets.Painter = MarkKey{}

// Height is that of the mark.
func (MarkKey) Height(look *theme.Theme, _ float32) float32 { return look.Scaled(ringSide) }

// LeastWidth is that of the mark.
func (MarkKey) LeastWidth(look *theme.Theme) float32 { return look.Scaled(ringSide) }

// Draw gives the mark.
func (k MarkKey) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	return ring(look, k.Mark, look.Scaled(ringSide)/2, size.Height/2)
}
