package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Times writes round times below lanes, as many as there is room for.
type Times struct {
	Length float64 // of the scale, in seconds
	Words  func(seconds float64) string
}

var _ widgets.Painter = Times{}

// timeSteps are what lies between two times, in seconds.
var timeSteps = []float64{10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 4 * 3600, 12 * 3600, 24 * 3600}

// Height is a line.
func (Times) Height(look *theme.Theme, _ float32) float32 { return look.LineHeight(theme.Small) }

// LeastWidth leaves room for the first.
func (Times) LeastWidth(*theme.Theme) float32 { return 80 }

// Draw gives the times. The first begins at the left edge and none goes over the right
// one; the others have their time in the middle.
func (t Times) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	style := theme.Small
	out := []fyne.CanvasObject{words(look, t.Words(0), style, theme.Muted, 0, 0, fyne.TextAlignLeading)}
	room := look.Width(t.Words(t.Length), style) + look.Scaled(20)
	for _, step := range timeSteps {
		if part(step, 0, t.Length)*size.Width < room {
			continue
		}
		for at := step; at <= t.Length; at += step {
			x := part(at, 0, t.Length) * size.Width
			if x+look.Width(t.Words(at), style)/2 <= size.Width {
				out = append(out, words(look, t.Words(at), style, theme.Muted, x, 0, fyne.TextAlignCenter))
			}
		}
		break
	}
	return out
}
