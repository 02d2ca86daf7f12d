package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// panel is a scrolling part beside the page with a line towards it.
func panel(token theme.Token, id, name string, content fyne.CanvasObject, leftEdge, rightEdge bool) fyne.CanvasObject {
	f := widgets.NewFill(token, scrolling(id, name, content))
	f.SetEdges(false, rightEdge, false, leftEdge)
	return f
}

func scrolling(id, name string, content fyne.CanvasObject) *widgets.Scroll {
	return widgets.NewScroll(id, name, widgets.NewPad(theme.Space5, theme.Space5, theme.Space5, theme.Space4, content))
}

func numbered(id string, i int) string { return fmt.Sprintf("%s-%d", id, i+1) }

// withRuns is a paragraph of runs, some of them bold.
func withRuns(id string, style theme.Style, runs ...widgets.Run) *widgets.Text {
	t := widgets.NewText(id, "", style)
	t.SetRuns(runs...)
	return t
}
