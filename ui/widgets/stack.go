package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Stack puts things one under the other, each as wide as the stack.
type Stack struct {
	control
	gap      float32
	children []fyne.CanvasObject
	fill     fyne.CanvasObject
}

// NewStack makes a stack with a gap between its children. Hidden ones take no room.
func NewStack(gap float32, children ...fyne.CanvasObject) *Stack {
	s := &Stack{gap: gap}
	s.extend(anonymous, s)
	s.SetChildren(children...)
	return s
}

// SetChildren replaces the children; those that stay keep their state.
func (s *Stack) SetChildren(children ...fyne.CanvasObject) {
	if slices.Equal(s.children, children) && len(children) > 0 {
		return
	}
	before := s.children
	s.children = slices.Clone(children)
	for _, o := range s.children {
		adopt(s, o)
	}
	s.changed()
	s.keepFocus(before, s.children)
}

// Children are what stands in the stack, top first.
func (s *Stack) Children() []fyne.CanvasObject { return slices.Clone(s.children) }

// Add puts one more at the end.
func (s *Stack) Add(o fyne.CanvasObject) { s.SetChildren(append(s.Children(), o)...) }

// SetFill says which child takes the height that is left over.
func (s *Stack) SetFill(o fyne.CanvasObject) {
	if s.fill != o {
		s.fill = o
		s.changed()
	}
}

func (s *Stack) parts() []fyne.CanvasObject { return s.children }
func (s *Stack) paint()                     {}

func (s *Stack) measure(width float32) float32 {
	var h float32
	first := true
	for _, o := range s.children {
		if !o.Visible() {
			continue
		}
		if !first {
			h += s.gap
		}
		first = false
		h += heightOf(o, width)
	}
	return h
}

func (s *Stack) leastWidth() float32 { return widest(s.children) }

func (s *Stack) bestWidth() float32 {
	var w float32
	for _, o := range s.children {
		if o.Visible() {
			w = max(w, bestWidthOf(o))
		}
	}
	return w
}

func (s *Stack) arrange(size fyne.Size) {
	spare := max(0, size.Height-s.measure(size.Width))
	var y float32
	for _, o := range s.children {
		if !o.Visible() {
			continue
		}
		h := heightOf(o, size.Width)
		if o == s.fill {
			h += spare
		}
		place(o, 0, y, size.Width, h)
		y += h + s.gap
	}
}

func widest(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		if o.Visible() {
			w = max(w, leastWidthOf(o))
		}
	}
	return w
}

func leastWidthOf(o fyne.CanvasObject) float32 {
	if c, ok := o.(interface{ leastWidth() float32 }); ok {
		return c.leastWidth()
	}
	return o.MinSize().Width
}
