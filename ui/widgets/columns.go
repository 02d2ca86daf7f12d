package widgets

import "fyne.io/fyne/v2"

// Columns puts things side by side in columns of the same height, or one under
// the other where there is too little room.
type Columns struct {
	control
	gap      float32
	widths   []float32 // 0: a share of what the others leave
	children []fyne.CanvasObject
	narrow   float32
}

// NewColumns makes a column for each child. A width is in pixels, or 0 for a share
// of the rest.
func NewColumns(gap float32, widths []float32, children ...fyne.CanvasObject) *Columns {
	if len(widths) != len(children) {
		panic("widgets: columns need as many widths as children")
	}
	c := &Columns{gap: gap, widths: widths, children: children}
	c.extend(anonymous, c)
	for _, o := range children {
		adopt(c, o)
	}
	return c
}

// SetNarrow stacks the columns where there is less width than this at 100% text.
func (c *Columns) SetNarrow(below float32) *Columns {
	c.narrow = below
	return c
}

func (c *Columns) parts() []fyne.CanvasObject { return c.children }
func (c *Columns) paint()                     {}
func (c *Columns) leastWidth() float32        { return widest(c.children) }

func (c *Columns) stacked(width float32) bool { return width < c.narrow*c.look().Scale() }

func (c *Columns) columnWidths(width float32) []float32 {
	rest, shares, n := width, 0, 0
	for i, o := range c.children {
		if !o.Visible() {
			continue
		}
		n++
		rest -= c.widths[i]
		if c.widths[i] == 0 {
			shares++
		}
	}
	rest -= c.gap * float32(max(0, n-1))
	out := make([]float32, len(c.children))
	for i := range out {
		if out[i] = c.widths[i]; out[i] == 0 && shares > 0 {
			out[i] = max(0, rest/float32(shares))
		}
	}
	return out
}

func (c *Columns) measure(width float32) float32 {
	var h float32
	if c.stacked(width) {
		for _, o := range c.children {
			if o.Visible() {
				h += heightOf(o, width) + c.gap
			}
		}
		return max(0, h-c.gap)
	}
	for i, w := range c.columnWidths(width) {
		if c.children[i].Visible() {
			h = max(h, heightOf(c.children[i], w))
		}
	}
	return h
}

func (c *Columns) arrange(size fyne.Size) {
	if c.stacked(size.Width) {
		var y float32
		for _, o := range c.children {
			if o.Visible() {
				h := heightOf(o, size.Width)
				place(o, 0, y, size.Width, h)
				y += h + c.gap
			}
		}
		return
	}
	var x float32
	for i, w := range c.columnWidths(size.Width) {
		if o := c.children[i]; o.Visible() {
			place(o, x, 0, w, size.Height)
			x += w + c.gap
		}
	}
}
