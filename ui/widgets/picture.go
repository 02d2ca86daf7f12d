package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Painter draws a picture of plain shapes, such as a chart.
type Painter interface {
	// Height is how high the picture is when that wide.
	Height(look *theme.Theme, width float32) float32
	// LeastWidth is the width below which it cannot be read.
	LeastWidth(look *theme.Theme) float32
	// Draw gives the shapes in their places, bottom first.
	Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject
}

// Picture shows what a painter draws. With a name it is an image for those who
// listen; without one the words beside it say what it shows.
type Picture struct {
	control
	name    string
	painter Painter
	shapes  []fyne.CanvasObject
}

// NewPicture makes a picture. An empty name makes it silent.
func NewPicture(id, name string, p Painter) *Picture {
	c := &Picture{name: name, painter: p}
	c.extend(id, c)
	return c
}

func (p *Picture) parts() []fyne.CanvasObject { return p.shapes }

func (p *Picture) paint() {
	if !p.Size().IsZero() {
		p.arrange(p.Size())
	}
}

func (p *Picture) measure(width float32) float32 { return p.painter.Height(p.look(), width) }
func (p *Picture) leastWidth() float32           { return p.painter.LeastWidth(p.look()) }

func (p *Picture) arrange(size fyne.Size) {
	p.shapes = p.painter.Draw(p.look(), size)
	canvasRefresh(p)
}

// Describe gives the image with what it shows as its name.
func (p *Picture) Describe() *a11y.Node { return p.node(a11y.RoleImage, p.name) }

func (p *Picture) describeParts() []*a11y.Node {
	if p.name == "" {
		return nil
	}
	return []*a11y.Node{p.Describe()}
}
