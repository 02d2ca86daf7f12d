package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Plate is one figure with all that belongs to it: words, a picture, a tag. It is
// one Tab stop and speaks one sentence; pressing it opens what stands behind it.
type Plate struct {
	active
	// OnPress opens what stands behind the figure.
	OnPress func()

	name, description string
	card              bool
	content           fyne.CanvasObject
	ground            *canvas.Rectangle
}

// NewPlate makes a plate on a card of its own; the sentence says all that its
// content shows. The description says what a press does.
func NewPlate(id, sentence, description string, content fyne.CanvasObject, press func()) *Plate {
	p := &Plate{OnPress: press, name: named(id, sentence), description: description, card: true, content: content}
	p.start(id, p)
	p.ground = canvas.NewRectangle(nil)
	adopt(p, content)
	return p
}

// SetFlat makes it a row of a larger card, without an edge.
func (p *Plate) SetFlat() *Plate { p.card = false; p.changed(); return p }

func (p *Plate) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ground, p.ring, p.content}
}

func (p *Plate) paint() {
	t := p.look()
	b := box{radius: theme.RadiusM}
	if p.card {
		b = box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Line), edge: t.Edge(), radius: theme.RadiusL}
	}
	if p.hovered {
		b.fill = t.Colour(theme.Sunken)
	}
	b.draw(p.ground)
	show(p.ground, p.card || p.hovered)
	p.placeRing()
}

func (p *Plate) room() (x, y float32) {
	if p.card {
		return theme.Space4 + 2, theme.Space4
	}
	return theme.Space2, theme.Space2
}

func (p *Plate) measure(width float32) float32 {
	x, y := p.room()
	return max(theme.Target, heightOf(p.content, max(1, width-2*x))+2*y)
}

func (p *Plate) leastWidth() float32 {
	x, _ := p.room()
	return max(theme.Target, leastWidthOf(p.content)+2*x)
}

func (p *Plate) arrange(size fyne.Size) {
	x, y := p.room()
	place(p.ground, 0, 0, size.Width, size.Height)
	w := max(1, size.Width-2*x)
	h := heightOf(p.content, w)
	if !p.card {
		y = max(y, (size.Height-h)/2)
	}
	place(p.content, x, y, w, h)
	p.placeRing()
}

func (p *Plate) placeRing() {
	if p.card {
		p.drawRing(0, 0, p.Size().Width, p.Size().Height, theme.RadiusL)
		return
	}
	const in = theme.RingGap + theme.RingWidth
	p.drawRing(in, in, p.Size().Width-2*in, p.Size().Height-2*in, theme.RadiusS)
}

func (p *Plate) press() {
	if p.OnPress != nil {
		p.OnPress()
	}
}

func (p *Plate) key(ev *fyne.KeyEvent) bool { return pressKey(ev, p.press) }

// Tapped is for the toolkit.
func (p *Plate) Tapped(*fyne.PointEvent) { p.press() }

// Cursor is for the toolkit.
func (p *Plate) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Describe gives the sentence; the parts are not said again.
func (p *Plate) Describe() *a11y.Node {
	n := p.activeNode(a11y.RoleButton, p.name)
	n.Description = p.description
	n.Actions = []a11y.Action{{Name: "open", Do: p.press}}
	return n
}
