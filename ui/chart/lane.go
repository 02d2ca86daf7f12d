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

// Mark is a thing that happened, as an icon in a ring, so that it is told from others
// without its colour.
type Mark struct {
	At   float64
	Icon string
	Ink  theme.Token
}

var _ widgets.Painter = (*Lane)(nil)

const (
	laneHigh float32 = 30
	stayHigh float32 = 20
	ringSide float32 = 26
	markSide float32 = 17
)

// Height is that of a lane, grown with the text.
func (*Lane) Height(look *theme.Theme, _ float32) float32 { return look.Scaled(laneHigh) }

// LeastWidth leaves room for a few marks: the list beside it says them all.
func (*Lane) LeastWidth(*theme.Theme) float32 { return 80 }

// Draw gives line, stays, where the replay is, and marks. Marks that would cover one
// of their kind are left out, so that a long session is drawn as fast as a short one;
// those that would cover another move aside by less than their own width.
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
	now := min(max(part(l.At, 0, l.Length)*size.Width, 2), size.Width-2)
	out = append(out, tick(look, now, 0, laneHigh, 3)...)
	last, right := map[string]float32{}, -ringSide
	for _, m := range l.Marks {
		x := min(max(part(m.At, 0, l.Length)*size.Width, ringSide/2), size.Width-ringSide/2)
		if before, drawn := last[m.Icon]; drawn && x-before < ringSide {
			continue
		}
		last[m.Icon] = x
		if aside := right + ringSide; aside > x && aside-x <= ringSide && aside <= size.Width-ringSide/2 {
			x = aside
		}
		right = x
		out = append(out, ring(look, m, x, laneHigh/2)...)
	}
	return out
}

// ring is a mark with its middle at x, y.
func ring(look *theme.Theme, m Mark, x, y float32) []fyne.CanvasObject {
	side := look.Scaled(ringSide)
	c := canvas.NewCircle(look.Colour(theme.Surface))
	c.StrokeColor, c.StrokeWidth = look.Colour(m.Ink), 2
	c.Move(fyne.NewPos(x-side/2, y-side/2))
	c.Resize(fyne.NewSquareSize(side))
	icon := widgets.DrawIcon(look, m.Icon, m.Ink, markSide)
	icon.Move(fyne.NewPos(x-icon.Size().Width/2, y-icon.Size().Height/2))
	return []fyne.CanvasObject{c, icon}
}
