package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// Mark is how a stretch of a story is marked: as a fact, by a tint and a line under it,
// or as the number of one, in a disc. Line and number carry it; the tint only helps.
type Mark uint8

// The marks.
const (
	NoMark      Mark = iota
	FactMark         // words of a fact
	CurrentFact      // the same, looked at now
	FactNumber       // the number of a fact, "(4)": what is drawn is 4
)

const discGap float32 = 4

// numberStyle is how the number in a disc is set.
var numberStyle = theme.Smallest.AsBold()

// discNumber is what of a number's words is drawn.
func discNumber(words string) string { return strings.Trim(words, " \u00a0()") }

// numberDisc is the width of a disc, round for one figure and longer for more.
func numberDisc(look *theme.Theme, words string) (width, height float32) {
	height = look.Scaled(22)
	return max(height, look.Width(discNumber(words), numberStyle)+look.Scaled(10)), height
}

// markShapes are what is drawn behind one stretch of a marked run, with its line's top
// left at x, y.
func markShapes(look *theme.Theme, style theme.Style, m Mark, p placed, x, y float32) []fyne.CanvasObject {
	line := look.LineHeight(style)
	switch m {
	case FactMark, CurrentFact:
		fill, under := theme.Tint, theme.Primary
		if m == CurrentFact {
			fill, under = theme.CheckTint, theme.CheckLine
		}
		ground, rule := canvas.NewRectangle(look.Colour(fill)), canvas.NewRectangle(look.Colour(under))
		place(ground, x, y+2, p.w, line-4)
		place(rule, x, y+line-4, p.w, 2)
		return []fyne.CanvasObject{ground, rule}
	case FactNumber:
		w, h := numberDisc(look, p.words)
		disc := canvas.NewRectangle(look.Colour(theme.Primary))
		disc.CornerRadius = h / 2
		place(disc, x+discGap, y+(line-h)/2, w, h)
		return []fyne.CanvasObject{disc}
	}
	return nil
}
