package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// Choice is one of the answers of a group.
type Choice struct {
	Value string // what the callbacks are given; never shown
	Words string
	Hint  string
	// Or puts a gap with "or" before the choice, as before "I do not know".
	Or bool
	// Exclusive clears all the others of a group of tick boxes.
	Exclusive bool
	// Sample is shown beside the words of one answer out of a few.
	Sample Sample
	// Content is shown under the choice while it is chosen.
	Content fyne.CanvasObject
}

// face draws one choice: a row with a circle or a square, words and a hint.
type face struct {
	square bool
	plain  bool // no row around it
	row    *canvas.Rectangle
	mark   *canvas.Rectangle
	dot    *canvas.Rectangle
	tick   *picture
	words  *Text
	hint   *Text
	or     *Text
	sample *swatch
	at     area // of the row, in the control that draws it
}

const (
	markSide float32 = 26
	dotSide  float32 = 12
	rowGap   float32 = 8
)

func newFace(c Choice, square bool) *face {
	f := &face{
		square: square,
		row:    canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil), dot: canvas.NewRectangle(nil),
		tick:  newPicture(),
		words: quiet(c.Words, theme.Body, theme.Text),
		hint:  quiet(c.Hint, theme.Small, theme.Muted),
		or:    quiet("", theme.Body, theme.Text),

		sample: newSwatch(c.Sample),
	}
	if c.Or {
		f.or.SetWords("or")
	}
	return f
}

func (f *face) adopt(p parent) {
	for _, t := range []*Text{f.words, f.hint, f.or} {
		adopt(p, t)
	}
}

func (f *face) parts() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{f.or, f.row, f.mark, f.dot, f.tick.image, f.words, f.hint}, f.sample.parts()...)
}

func (f *face) paint(t *theme.Theme, on, over, wrong bool) {
	row := box{radius: theme.RadiusM, edge: t.EdgeInput(), stroke: t.Colour(theme.Line), fill: t.Colour(theme.Surface)}
	mark := box{stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: markSide * t.Scale() / 2, fill: t.Colour(theme.Surface)}
	ink, hint, style := theme.Text, theme.Muted, theme.Body
	if over {
		row.fill = t.Colour(theme.Sunken)
	}
	if wrong {
		mark.stroke, mark.edge = t.Colour(theme.Error), theme.EdgeError
	}
	if on {
		if !f.plain {
			row.fill, row.stroke = t.Colour(theme.Tint), t.Colour(theme.Primary)
			ink, style = theme.OnTint, theme.Body.AsBold()
		}
		mark.stroke, mark.edge = t.Colour(theme.Primary), 3
	}
	if f.square {
		mark.radius = theme.RadiusS
		if on {
			mark.fill = t.Colour(theme.Primary)
		}
	}
	row.draw(f.row)
	show(f.row, !f.plain)
	mark.draw(f.mark)
	box{fill: t.Colour(theme.Primary), radius: dotSide * t.Scale() / 2}.draw(f.dot)
	show(f.dot, on && !f.square)
	name := ""
	if on && f.square {
		name = "check"
	}
	f.tick.draw(t, name, theme.OnPrimary)
	f.words.SetToken(ink)
	f.words.SetStyle(style)
	f.hint.SetToken(hint)
	f.sample.paint(t)
}

func (f *face) side() float32 {
	if f.plain {
		return 0
	}
	return fieldSide
}

// textLeft is where the words begin.
func (f *face) textLeft(t *theme.Theme) float32 { return f.side() + t.Scaled(markSide) + fieldSide }

func (f *face) textWidth(t *theme.Theme, width float32) float32 {
	return max(1, width-f.textLeft(t)-f.side()-f.sample.width(t))
}

func (f *face) bestWidth(t *theme.Theme) float32 {
	// Bold when chosen: the row must not wrap then.
	words := t.Width(f.words.Words(), theme.Body.AsBold())
	return f.textLeft(t) + max(words, f.hint.bestWidth()) + f.sample.width(t) + fieldSide + 4
}

func (f *face) leastWidth(t *theme.Theme) float32 {
	return f.textLeft(t) + f.words.leastWidth() + f.sample.width(t) + f.side()
}

// orHeight is the room of the "or" above the row.
func (f *face) orHeight(t *theme.Theme) float32 {
	if len(f.or.runs) == 0 {
		return 0
	}
	return t.LineHeight(theme.Body) + rowGap
}

// height is that of the row with what stands above it.
func (f *face) height(t *theme.Theme, width float32) float32 {
	w := f.textWidth(t, width)
	pad := theme.FieldPad
	if f.plain {
		pad = theme.Space3
	}
	// As high in bold, which may wrap where regular does not: nothing jumps.
	bold := float32(len(wrap([]Run{{Words: f.words.Words()}}, w+0.5, t.WordGap(theme.Body), func(s string, _ int) float32 {
		return t.Width(s, theme.Body.AsBold())
	}))) * t.LineHeight(theme.Body)
	h := max(f.words.heightAt(w), bold) + f.hint.heightAt(w) + pad
	return f.orHeight(t) + max(h, 48, t.Scaled(markSide)+pad)
}

func (f *face) place(t *theme.Theme, x, y, width float32) float32 {
	h := f.height(t, width)
	or := f.orHeight(t)
	place(f.or, x+f.textLeft(t), y, max(1, width-f.textLeft(t)), max(0, or-rowGap))
	f.at = area{x, y + or, width, h - or}
	place(f.row, x, f.at.y, width, f.at.h)
	w := f.textWidth(t, width)
	words, hint := f.words.heightAt(w), f.hint.heightAt(w)
	top := f.at.y + (f.at.h-words-hint)/2
	place(f.words, x+f.textLeft(t), top, w, words)
	place(f.hint, x+f.textLeft(t), top+words, w, hint)
	side := t.Scaled(markSide)
	my := f.at.y + (f.at.h-side)/2
	if words > t.LineHeight(theme.Body) || hint > 0 {
		my = top + (t.LineHeight(theme.Body)-side)/2 // beside the first line
	}
	place(f.mark, x+f.side(), my, side, side)
	dot := t.Scaled(dotSide)
	place(f.dot, x+f.side()+(side-dot)/2, my+(side-dot)/2, dot, dot)
	f.sample.place(t, x+width-f.side(), f.at.y+f.at.h/2)
	place(f.tick.image, x+f.side()+3, my+3, side-6, side-6)
	return h
}
