package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// rect is a filled bar with round ends.
func rect(look *theme.Theme, fill theme.Token, x, y, w, h, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(look.Colour(fill))
	r.CornerRadius = min(radius, h/2, max(0, w)/2)
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(max(0, w), h))
	return r
}

// edged is a bar with an edge, for what is not there yet.
func edged(look *theme.Theme, x, y, w, h, radius float32) *canvas.Rectangle {
	r := rect(look, theme.DataBg, x, y, w, h, radius)
	r.StrokeColor, r.StrokeWidth = look.Colour(theme.Border), 1
	return r
}

// tick is an upright mark with a gap of the ground at both sides, so that it is
// seen on any bar.
func tick(look *theme.Theme, x, y, h, width float32) []fyne.CanvasObject {
	const gap = 2
	return []fyne.CanvasObject{
		rect(look, theme.Surface, x-width/2-gap, y, width+2*gap, h, 0),
		rect(look, theme.Text, x-width/2, y, width, h, 1),
	}
}

// words is one line of letters with its middle, left or right at x.
func words(look *theme.Theme, s string, style theme.Style, ink theme.Token, x, y float32, align fyne.TextAlign) *canvas.Text {
	t := canvas.NewText(s, look.Colour(ink))
	t.TextSize, t.TextStyle.Bold, t.FontSource = look.TextSize(style), style.Bold, look.Source(s, style.Bold)
	w := look.Width(s, style)
	switch align {
	case fyne.TextAlignCenter:
		x -= w / 2
	case fyne.TextAlignTrailing:
		x -= w
	}
	h := look.LetterHeight(style)
	t.Move(fyne.NewPos(x, y+(look.LineHeight(style)-h)/2))
	t.Resize(fyne.NewSize(w, h))
	return t
}

// part is where a value stands on a scale, 0 to 1.
func part(v, low, high float64) float32 {
	if high <= low {
		return 0
	}
	return float32(min(1, max(0, (v-low)/(high-low))))
}
