package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// sized is a thing that would rather not be as wide as its place.
type sized interface {
	bestWidth() float32
}

// bestWidthOf is how wide o wants to be where there is room.
func bestWidthOf(o fyne.CanvasObject) float32 {
	if s, ok := o.(sized); ok {
		return s.bestWidth()
	}
	return leastWidthOf(o)
}

// Row puts things side by side, each as wide as it wants to be, and begins a new
// line when the next one does not fit.
type Row struct {
	control
	gap      float32
	children []fyne.CanvasObject
	end      int // how many of the last children stand at the right end
}

// NewRow makes a row with a gap between its children and between its lines.
func NewRow(gap float32, children ...fyne.CanvasObject) *Row {
	r := &Row{gap: gap, children: children}
	r.extend(anonymous, r)
	for _, o := range children {
		adopt(r, o)
	}
	return r
}

// SetEnd adds things that stand at the right end of the row while it is one line.
func (r *Row) SetEnd(objects ...fyne.CanvasObject) {
	r.children = append(r.children[:len(r.children)-r.end:len(r.children)-r.end], objects...)
	r.end = len(objects)
	for _, o := range objects {
		adopt(r, o)
	}
	r.changed()
}

// SetChildren replaces all that stand at the left.
func (r *Row) SetChildren(objects ...fyne.CanvasObject) {
	end := r.children[len(r.children)-r.end:]
	next := append(slices.Clone(objects), end...)
	if slices.Equal(next, r.children) {
		return
	}
	r.children = next
	for _, o := range objects {
		adopt(r, o)
	}
	r.changed()
}

func (r *Row) parts() []fyne.CanvasObject { return r.children }
func (r *Row) paint()                     {}
func (r *Row) leastWidth() float32        { return widest(r.children) }

func (r *Row) bestWidth() float32 {
	var w float32
	for _, o := range r.children {
		if o.Visible() {
			w += bestWidthOf(o) + r.gap
		}
	}
	return max(0, w-r.gap)
}

// slot is a place in a row.
type slot struct {
	o          fyne.CanvasObject
	x, y, w, h float32
	line       int
	end        bool
}

func (r *Row) slots(width float32) ([]slot, float32) {
	var slots []slot
	var x, y, lineHigh float32
	line := 0
	for i, o := range r.children {
		if !o.Visible() {
			continue
		}
		w := min(bestWidthOf(o), width)
		if x > 0 && x+w > width {
			x, y, lineHigh, line = 0, y+lineHigh+r.gap, 0, line+1
		}
		h := heightOf(o, w)
		slots = append(slots, slot{o, x, y, w, h, line, i >= len(r.children)-r.end})
		x += w + r.gap
		lineHigh = max(lineHigh, h)
	}
	return slots, y + lineHigh
}

func (r *Row) measure(width float32) float32 {
	_, h := r.slots(width)
	return h
}

func (r *Row) arrange(size fyne.Size) {
	slots, _ := r.slots(size.Width)
	high := map[int]float32{}
	right := map[int]float32{} // how far the end of each line is from the edge
	for _, s := range slots {
		high[s.line] = max(high[s.line], s.h)
		right[s.line] = size.Width - s.x - s.w
	}
	for _, s := range slots {
		x := s.x
		if s.end {
			x += right[s.line]
		}
		place(s.o, x, s.y+(high[s.line]-s.h)/2, s.w, s.h)
	}
}
