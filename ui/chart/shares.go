package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Share is one part of a whole.
type Share struct {
	Count int
	Ink   theme.Token // empty: not there yet, drawn as an edge
}

// Shares draws how a whole is divided, in one bar.
type Shares []Share

var _ widgets.Painter = Shares{}

const sharesHigh float32 = 22

// Height is that of the bar.
func (Shares) Height(*theme.Theme, float32) float32 { return sharesHigh }

// LeastWidth is small: the counts stand beside it in words.
func (Shares) LeastWidth(*theme.Theme) float32 { return 60 }

// Draw gives a piece for each part that there is, with gaps between.
func (s Shares) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	total, pieces := 0, 0
	for _, p := range s {
		total += p.Count
		if p.Count > 0 {
			pieces++
		}
	}
	if total == 0 {
		return []fyne.CanvasObject{edged(look, 0, 0, size.Width, sharesHigh, theme.RadiusS)}
	}
	const gap = 3
	room := size.Width - float32(pieces-1)*gap
	var out []fyne.CanvasObject
	var x float32
	for _, p := range s {
		if p.Count == 0 {
			continue
		}
		w := room * float32(p.Count) / float32(total)
		if p.Ink == "" {
			out = append(out, edged(look, x, 0, w, sharesHigh, theme.RadiusS))
		} else {
			out = append(out, rect(look, p.Ink, x, 0, w, sharesHigh, theme.RadiusS))
		}
		x += w + gap
	}
	return out
}

// Key draws the mark of a part beside its words.
type Key struct{ Ink theme.Token }

var _ widgets.Painter = Key{}

const keySide float32 = 14

// Height is that of the mark, grown with the text.
func (Key) Height(look *theme.Theme, _ float32) float32 { return look.Scaled(keySide) }

// LeastWidth is that of the mark.
func (Key) LeastWidth(look *theme.Theme) float32 { return look.Scaled(keySide) }

// Draw gives the mark.
func (k Key) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	side := look.Scaled(keySide)
	y := (size.Height - side) / 2
	if k.Ink == "" {
		return []fyne.CanvasObject{edged(look, 0, y, side, side, 4)}
	}
	return []fyne.CanvasObject{rect(look, k.Ink, 0, y, side, side, 4)}
}
