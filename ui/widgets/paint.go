package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// box is how a rectangle looks.
type box struct {
	fill, stroke color.Color
	edge, radius float32
}

// draw gives r the look, and redraws it only if it differs.
func (b box) draw(r *canvas.Rectangle) {
	if c, ok := b.stroke.(color.NRGBA); ok && b.fill == nil {
		// The toolkit blends an edge into its fill. Into nothing would be into black.
		b.fill = color.NRGBA{R: c.R, G: c.G, B: c.B, A: 1}
	}
	if r.FillColor == b.fill && r.StrokeColor == b.stroke && r.StrokeWidth == b.edge && r.CornerRadius == b.radius {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = b.fill, b.stroke, b.edge, b.radius
	r.Refresh()
}

// letter is how one line of words looks.
type letter struct {
	words  string
	style  theme.Style
	colour color.Color
}

// draw gives t the words and look, redraws it only if they differ, and makes it as
// large as they are.
func (l letter) draw(t *canvas.Text, look *theme.Theme) {
	size, file := look.TextSize(l.style), look.Source(l.words, l.style.Bold)
	if t.Text != l.words || t.Color != l.colour || t.TextSize != size || t.TextStyle.Bold != l.style.Bold || t.FontSource != file {
		t.Text, t.Color, t.TextSize, t.TextStyle.Bold, t.FontSource = l.words, l.colour, size, l.style.Bold, file
		t.Refresh()
	}
}

// putLine places t, one line of a style, with its line's top left at x, y.
func putLine(t *canvas.Text, look *theme.Theme, style theme.Style, x, y float32) {
	h := letterHeight(look, style)
	t.Move(fyne.NewPos(x, y+(look.LineHeight(style)-h)/2))
	t.Resize(fyne.NewSize(look.Width(t.Text, style), h))
}

// letterHeight is the height of the toolkit's own line, which ours stands around.
func letterHeight(look *theme.Theme, style theme.Style) float32 {
	return look.LetterHeight(style)
}

// show shows or hides a part, which does not change the shape of what it is part of.
func show(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	switch c, ours := o.(interface{ base() *control }); {
	case ours:
		c.base().Hidden = !on
	case on:
		o.Show()
	default:
		o.Hide()
	}
	canvas.Refresh(o)
}

// picture is an icon in one colour.
type picture struct {
	image *canvas.Image
	name  string
	ink   theme.Token
	from  *theme.Theme
	side  float32 // at 100% text
}

func newPicture() *picture { return newPictureOf(22) }

func newPictureOf(side float32) *picture {
	p := &picture{image: &canvas.Image{FillMode: canvas.ImageFillContain}, side: side}
	p.image.Hide()
	return p
}

// draw shows the icon of that name; none for an empty name.
func (p *picture) draw(look *theme.Theme, name string, ink theme.Token) {
	if p.name == name && p.ink == ink && p.from == look {
		return
	}
	p.name, p.ink, p.from = name, ink, look
	pixels := p.side * look.Scale() * screenScale()
	switch name {
	case "":
		p.image.Hide()
		return
	case "logo":
		on := theme.OnPrimary
		if ink == theme.NavText { // on the dark menu it is the other way round
			on = theme.Nav
		}
		p.image.Resource = look.Logo(ink, on, pixels)
	default:
		p.image.Resource = look.IconFile(name, ink, pixels)
	}
	p.image.Show()
	if p.image.Resource != nil {
		p.image.Refresh()
	}
}

// DrawIcon is an icon of that side at 100% text, for a [Painter] to place.
func DrawIcon(look *theme.Theme, name string, ink theme.Token, side float32) *canvas.Image {
	p := newPictureOf(side)
	p.draw(look, name, ink)
	p.image.Resize(fyne.NewSquareSize(look.Scaled(side)))
	return p.image
}

// screenScale is how many pixels of the screen one of ours is.
func screenScale() float32 {
	if windows := fyne.CurrentApp().Driver().AllWindows(); len(windows) > 0 {
		return windows[0].Canvas().Scale()
	}
	return 1
}

// canvasRefresh tells the toolkit that an object has other parts now.
func canvasRefresh(o fyne.CanvasObject) { canvas.Refresh(o) }
