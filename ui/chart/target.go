package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Target draws a share against the one that was set out to reach: what is
// reached, what is still to reach, and a tick at the target. All are 0 to 1.
type Target struct{ Share, Goal float64 }

var _ widgets.Painter = Target{}

const (
	targetHigh     float32 = 18
	targetTickHigh float32 = 26
)

// Height is that of the tick.
func (Target) Height(*theme.Theme, float32) float32 { return targetTickHigh }

// LeastWidth is small: the figures stand beside it in words.
func (Target) LeastWidth(*theme.Theme) float32 { return 80 }

// Draw gives track, reached, still to reach, and the tick.
func (t Target) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	y := (targetTickHigh - targetHigh) / 2
	reached, goal := part(t.Share, 0, 1)*size.Width, part(t.Goal, 0, 1)*size.Width
	out := []fyne.CanvasObject{rect(look, theme.DataBg, 0, y, size.Width, targetHigh, theme.RadiusS)}
	if goal > reached {
		out = append(out, rect(look, theme.CheckLine, reached-2, y, goal-reached+2, targetHigh, 0))
	}
	out = append(out, rect(look, theme.Data1, 0, y, reached, targetHigh, theme.RadiusS))
	x := min(max(goal, 2), size.Width-2)
	return append(out, rect(look, theme.Text, x-1.5, 0, 3, targetTickHigh, 1))
}
