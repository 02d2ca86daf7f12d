package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Preview is a date question as it looks under the settings of the moment. Nothing
// in it can be typed into or come to by Tab: it is a picture, with a name.
type Preview struct {
	control
	name   string
	ground *canvas.Rectangle
	words  []*Text // question, hint
	boxes  []previewBox
}

type previewBox struct {
	edge  *canvas.Rectangle
	words *Text
	width float32 // at 100 %
}

// NewPreview makes a picture of a question with its hint and the parts of a date.
func NewPreview(id, name, question, hint string, date [3]string) *Preview {
	p := &Preview{name: named(id, name), ground: canvas.NewRectangle(nil)}
	p.extend(id, p)
	p.words = []*Text{quiet(question, theme.Question, theme.Text), quiet(hint, theme.BodyDense, theme.Muted)}
	for i, w := range []float32{67, 67, 93} {
		p.boxes = append(p.boxes, previewBox{canvas.NewRectangle(nil), quiet(date[i], theme.Body, theme.Text), w})
		adopt(p, p.boxes[i].words)
	}
	for _, w := range p.words {
		adopt(p, w)
	}
	return p
}

func (p *Preview) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.ground, p.words[0], p.words[1]}
	for _, b := range p.boxes {
		out = append(out, b.edge, b.words)
	}
	return out
}

func (p *Preview) paint() {
	t := p.look()
	box{fill: t.Colour(theme.Sunken), stroke: t.Colour(theme.Line), edge: t.Edge(), radius: theme.RadiusM}.draw(p.ground)
	for _, b := range p.boxes {
		box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}.draw(b.edge)
	}
}

func (p *Preview) leastWidth() float32 {
	return max(p.words[0].leastWidth(), p.look().Scaled(p.boxes[2].width)) + 2*theme.Space4
}

func (p *Preview) measure(width float32) float32 { return p.layout(width, false) }
func (p *Preview) arrange(size fyne.Size) {
	place(p.ground, 0, 0, size.Width, size.Height)
	p.layout(size.Width, true)
}

// layout gives the height, and puts everything in its place; boxes that do not fit
// stand one over the other.
func (p *Preview) layout(width float32, put bool) float32 {
	t, inner := p.look(), max(1, width-2*theme.Space4)
	y := theme.Space4
	for _, w := range p.words {
		h := w.heightAt(inner)
		if put {
			place(w, theme.Space4, y, inner, h)
		}
		y += h + 2
	}
	y += theme.Space2
	x, h := theme.Space4, t.LineHeight(theme.Body)+theme.FieldPad
	for i, b := range p.boxes {
		w := t.Scaled(b.width)
		if i > 0 && x+w > width-theme.Space4 {
			x, y = theme.Space4, y+h+theme.Space2
		}
		if put {
			place(b.edge, x, y, w, h)
			place(b.words, x+fieldSide, y+theme.FieldPad/2, max(1, w-2*fieldSide), t.LineHeight(theme.Body))
		}
		x += w + theme.Space4
	}
	return y + h + theme.Space4
}

// Describe gives the picture with what it shows as its name.
func (p *Preview) Describe() *a11y.Node { return p.node(a11y.RoleImage, p.name) }
