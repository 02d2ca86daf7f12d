package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// Frame is room, a fill and edges around one thing.
type Frame struct {
	control
	content                  fyne.CanvasObject
	top, right, bottom, left float32
	fill                     theme.Token
	stroke                   theme.Token
	edge, radius             float32 // edge 0: the theme's for cards
	rules                    [4]bool // lines at top, right, bottom, left
	most                     float32 // widest, at 100% text; 0: no limit
	centred                  bool

	ground *canvas.Rectangle
	lines  [4]*canvas.Rectangle
	order  []fyne.CanvasObject
}

func newFrame(content fyne.CanvasObject) *Frame {
	f := &Frame{content: content, ground: canvas.NewRectangle(nil)}
	f.extend(anonymous, f)
	f.order = []fyne.CanvasObject{f.ground, content}
	for i := range f.lines {
		f.lines[i] = canvas.NewRectangle(nil)
		f.order = append(f.order, f.lines[i])
	}
	adopt(f, content)
	return f
}

// NewPad puts room around a thing.
func NewPad(top, right, bottom, left float32, content fyne.CanvasObject) *Frame {
	f := newFrame(content)
	f.top, f.right, f.bottom, f.left = top, right, bottom, left
	return f
}

// NewFill puts a surface behind a thing.
func NewFill(token theme.Token, content fyne.CanvasObject) *Frame {
	f := newFrame(content)
	f.fill = token
	return f
}

// NewMeasure keeps lines readable: no wider than 620 px and the size of text.
func NewMeasure(content fyne.CanvasObject) *Frame {
	f := newFrame(content)
	f.most = theme.LongLine
	return f
}

// NewCard puts a thing on a card with an edge and round corners.
func NewCard(content fyne.CanvasObject) *Frame {
	f := newFrame(content)
	f.fill, f.stroke, f.radius = theme.Surface, theme.Line, theme.RadiusL
	f.top, f.right, f.bottom, f.left = theme.Space4, theme.Space5, theme.Space4, theme.Space5
	return f
}

// SetPad changes the room around the content.
func (f *Frame) SetPad(top, right, bottom, left float32) *Frame {
	f.top, f.right, f.bottom, f.left = top, right, bottom, left
	f.changed()
	return f
}

// SetFill changes the surface; empty means none.
func (f *Frame) SetFill(token theme.Token) *Frame {
	f.fill = token
	f.paint()
	return f
}

// SetEdges draws dividing lines at the sides.
func (f *Frame) SetEdges(top, right, bottom, left bool) *Frame {
	f.rules = [4]bool{top, right, bottom, left}
	f.paint()
	return f
}

// SetMax limits the width, in pixels at 100% text; 0 means no limit.
func (f *Frame) SetMax(width float32) *Frame {
	f.most = width
	f.changed()
	return f
}

// SetCentred puts the content in the middle where it is narrower than its place.
func (f *Frame) SetCentred() *Frame { f.centred = true; return f }

// SetCurrent marks a card as the one in hand.
func (f *Frame) SetCurrent(on bool) *Frame {
	f.stroke, f.edge = theme.Line, 0
	if on {
		f.stroke, f.edge = theme.Primary, 2
	}
	f.paint()
	return f
}

// SetContent replaces what stands inside.
func (f *Frame) SetContent(o fyne.CanvasObject) {
	if f.content == o {
		return
	}
	f.content, f.order[1] = o, o
	adopt(f, o)
	f.changed()
}

func (f *Frame) parts() []fyne.CanvasObject { return f.order }

func (f *Frame) paint() {
	t := f.look()
	b := box{radius: f.radius}
	if f.fill != "" {
		b.fill = t.Colour(f.fill)
	}
	if f.stroke != "" {
		b.stroke, b.edge = t.Colour(f.stroke), max(f.edge, t.Edge())
	}
	b.draw(f.ground)
	show(f.ground, f.fill != "" || f.stroke != "")
	for i, line := range f.lines {
		box{fill: t.Colour(theme.Line)}.draw(line)
		show(line, f.rules[i])
	}
}

// inner is where the content stands in a frame of that width: x and width.
func (f *Frame) inner(width float32) (x, w float32) {
	w = max(0, width-f.left-f.right)
	x = f.left
	if most := f.most * f.look().Scale(); f.most > 0 && w > most {
		if f.centred {
			x += (w - most) / 2
		}
		w = most
	}
	return x, w
}

func (f *Frame) measure(width float32) float32 {
	_, w := f.inner(width)
	h := f.top + f.bottom
	if f.content.Visible() {
		h += heightOf(f.content, w)
	}
	return h
}

func (f *Frame) leastWidth() float32 { return leastWidthOf(f.content) + f.left + f.right }

func (f *Frame) bestWidth() float32 {
	w := bestWidthOf(f.content)
	if f.most > 0 {
		w = min(w, f.most*f.look().Scale())
	}
	return w + f.left + f.right
}

func (f *Frame) arrange(size fyne.Size) {
	place(f.ground, 0, 0, size.Width, size.Height)
	x, w := f.inner(size.Width)
	place(f.content, x, f.top, w, max(0, size.Height-f.top-f.bottom))
	e := f.look().Edge()
	place(f.lines[0], 0, 0, size.Width, e)
	place(f.lines[1], size.Width-e, 0, e, size.Height)
	place(f.lines[2], 0, size.Height-e, size.Width, e)
	place(f.lines[3], 0, 0, e, size.Height)
}

// Rule is a thin line between things.
type Rule struct {
	control
	token theme.Token
	line  *canvas.Rectangle
}

// NewRule makes a dividing line as wide as its place.
func NewRule() *Rule {
	r := &Rule{line: canvas.NewRectangle(nil), token: theme.Line}
	r.extend(anonymous, r)
	return r
}

func (r *Rule) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *Rule) paint()                     { box{fill: r.look().Colour(r.token)}.draw(r.line) }
func (r *Rule) measure(float32) float32    { return r.look().Edge() }
func (r *Rule) leastWidth() float32        { return 1 }
func (r *Rule) arrange(size fyne.Size)     { place(r.line, 0, 0, size.Width, size.Height) }

// Space is empty room.
type Space struct {
	control
	height float32
}

// NewSpace makes room of that height.
func NewSpace(height float32) *Space {
	s := &Space{height: height}
	s.extend(anonymous, s)
	return s
}

func (s *Space) parts() []fyne.CanvasObject { return nil }
func (s *Space) paint()                     {}
func (s *Space) measure(float32) float32    { return s.height }
func (s *Space) leastWidth() float32        { return 0 }
func (s *Space) arrange(fyne.Size)          {}
