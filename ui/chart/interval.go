package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Span is from one number to another.
type Span struct{ Low, High float64 }

// Interval draws a figure on its scale with the range it likely lies in.
type Interval struct {
	Scale Span
	Value float64
	Range *Span     // nil where too few people stand behind the figure
	Ends  [2]string // words under the ends of the scale; none for none
}

var _ widgets.Painter = Interval{}

const (
	trackHigh float32 = 10
	tickHigh  float32 = 22
	tickWide  float32 = 5
)

// Height is that of the bar and the words under it.
func (i Interval) Height(look *theme.Theme, _ float32) float32 {
	h := tickHigh
	if i.Ends != [2]string{} {
		h += look.LineHeight(theme.Smallest)
	}
	return h
}

// LeastWidth is that of the words at both ends.
func (i Interval) LeastWidth(look *theme.Theme) float32 {
	return max(60, look.Width(i.Ends[0], theme.Smallest)+look.Width(i.Ends[1], theme.Smallest)+theme.Space2)
}

// Draw gives track, range, tick and words.
func (i Interval) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	y := (tickHigh - trackHigh) / 2
	out := []fyne.CanvasObject{rect(look, theme.DataBg, 0, y, size.Width, trackHigh, trackHigh/2)}
	if i.Range != nil {
		from, to := part(i.Range.Low, i.Scale.Low, i.Scale.High)*size.Width, part(i.Range.High, i.Scale.Low, i.Scale.High)*size.Width
		long := max(trackHigh, to-from) // a short range is still seen
		out = append(out, rect(look, theme.Data1, min(from, size.Width-long), y, long, trackHigh, trackHigh/2))
	}
	x := part(i.Value, i.Scale.Low, i.Scale.High) * size.Width
	x = min(max(x, tickWide/2), size.Width-tickWide/2)
	out = append(out, tick(look, x, 0, tickHigh, tickWide)...)
	if i.Ends != [2]string{} {
		out = append(out,
			words(look, i.Ends[0], theme.Smallest, theme.Muted, 0, tickHigh, fyne.TextAlignLeading),
			words(look, i.Ends[1], theme.Smallest, theme.Muted, size.Width, tickHigh, fyne.TextAlignTrailing))
	}
	return out
}
