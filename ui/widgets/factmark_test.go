package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// TestFactsAreMarkedByLineAndNumber: what is said has the number in it, and what is
// drawn is a line under the words and a disc that fits its number.
func TestFactsAreMarkedByLineAndNumber(t *testing.T) {
	var text *widgets.Text
	widgettest.Show(t, theme.Settings{Scheme: theme.Light, TextPercent: 100}, 600, 200, func() *widgets.Root {
		text = widgets.NewText("story", "", theme.Body).SetRuns(
			widgets.Run{Words: "They rang on "}, widgets.Run{Words: "7 October", Bold: true, Mark: widgets.FactMark}, widgets.Run{Words: "\u00a0(12)", Mark: widgets.FactNumber}, widgets.Run{Words: "."})
		return widgets.NewRoot("Story", text)
	})
	if got := text.Describe().Name; got != "They rang on 7 October\u00a0(12)." {
		t.Errorf("%q is said", got)
	}
	look := theme.Current()
	var line, disc, number fyne.CanvasObject
	for _, o := range test.WidgetRenderer(text).Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle:
			switch o.FillColor {
			case look.Colour(theme.Primary):
				if o.CornerRadius > 0 {
					disc = o
				} else {
					line = o
				}
			}
		case *canvas.Text:
			if o.Text == "12" {
				number = o
			}
		}
	}
	if line == nil || disc == nil || number == nil {
		t.Fatalf("line %v, disc %v, number %v", line, disc, number)
	}
	if line.Size().Height != 2 {
		t.Errorf("the line is %v high", line.Size().Height)
	}
	if number.Position().X < disc.Position().X || number.Position().X+number.Size().Width > disc.Position().X+disc.Size().Width {
		t.Errorf("the number at %v, %v wide, stands out of its disc at %v, %v wide", number.Position().X, number.Size().Width, disc.Position().X, disc.Size().Width)
	}
}
