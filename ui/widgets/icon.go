package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
)

// Icon is a drawing that grows with the text. It says nothing: words beside it do.
type Icon struct {
	control
	name    string
	ink     theme.Token
	side    float32
	picture *picture
}

// NewIcon makes an icon of that side at 100% text: 22 in general, 18 in tags, 28 in
// summaries.
func NewIcon(name string, ink theme.Token, side float32) *Icon {
	i := &Icon{name: name, ink: ink, side: side, picture: newPictureOf(side)}
	i.extend(anonymous, i)
	return i
}

// Set changes the drawing and its colour.
func (i *Icon) Set(name string, ink theme.Token) {
	i.name, i.ink = name, ink
	i.paint()
}

func (i *Icon) parts() []fyne.CanvasObject { return []fyne.CanvasObject{i.picture.image} }
func (i *Icon) paint()                     { i.picture.draw(i.look(), i.name, i.ink) }
func (i *Icon) measure(float32) float32    { return i.look().Scaled(i.side) }
func (i *Icon) leastWidth() float32        { return i.look().Scaled(i.side) }
func (i *Icon) arrange(size fyne.Size) {
	side := min(i.look().Scaled(i.side), size.Width)
	place(i.picture.image, 0, max(0, (size.Height-side)/2), side, side)
}
