package widgets

import "fyne.io/fyne/v2"

// compound is a control that is made of others by one container.
type compound struct {
	control
	body fyne.CanvasObject
}

func (c *compound) build(id string, self drawn, body fyne.CanvasObject) {
	c.extend(id, self)
	c.body = body
	adopt(self.(parent), body)
}

func (c *compound) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.body} }
func (c *compound) paint()                     {}
func (c *compound) measure(w float32) float32  { return heightOf(c.body, w) }
func (c *compound) leastWidth() float32        { return leastWidthOf(c.body) }
func (c *compound) bestWidth() float32         { return bestWidthOf(c.body) }
func (c *compound) arrange(size fyne.Size)     { place(c.body, 0, 0, size.Width, size.Height) }
