package widgets

import "fyne.io/fyne/v2"

// Border is the frame of a page: bars at top and bottom, columns at the sides, and
// the rest in the middle. Bars never lie over the middle.
type Border struct {
	control
	top, left, centre, right, bottom fyne.CanvasObject
	leftWidth, rightWidth            float32
}

// NewBorder makes a page's frame; nil leaves a place empty.
func NewBorder(top, bottom, left, right, centre fyne.CanvasObject) *Border {
	b := &Border{top: top, bottom: bottom, left: left, right: right, centre: centre}
	b.extend(anonymous, b)
	for _, o := range b.parts() {
		adopt(b, o)
	}
	return b
}

// SetWidths fixes the widths of the side columns; 0 is as wide as they want.
func (b *Border) SetWidths(left, right float32) *Border {
	if b.leftWidth != left || b.rightWidth != right {
		b.leftWidth, b.rightWidth = left, right
		b.changed()
	}
	return b
}

// SetTop replaces the bar at the top; nil leaves it empty.
func (b *Border) SetTop(o fyne.CanvasObject) { b.swap(&b.top, o) }

// SetBottom replaces the bar at the bottom.
func (b *Border) SetBottom(o fyne.CanvasObject) { b.swap(&b.bottom, o) }

// SetLeft replaces the column at the left.
func (b *Border) SetLeft(o fyne.CanvasObject) { b.swap(&b.left, o) }

// SetRight replaces the column at the right.
func (b *Border) SetRight(o fyne.CanvasObject) { b.swap(&b.right, o) }

// SetCentre replaces the middle.
func (b *Border) SetCentre(o fyne.CanvasObject) { b.swap(&b.centre, o) }

func (b *Border) swap(part *fyne.CanvasObject, o fyne.CanvasObject) {
	if *part == o {
		return
	}
	*part = o
	if o != nil {
		adopt(b, o)
	}
	b.changed()
	canvasRefresh(b)
}

func (b *Border) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{b.top, b.left, b.centre, b.right, b.bottom} {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

func (b *Border) paint() {}

func visible(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func (b *Border) sides() (left, right float32) {
	if visible(b.left) {
		if left = b.leftWidth; left == 0 {
			left = bestWidthOf(b.left)
		}
	}
	if visible(b.right) {
		if right = b.rightWidth; right == 0 {
			right = bestWidthOf(b.right)
		}
	}
	return left, right
}

func (b *Border) bars(width float32) (top, bottom float32) {
	if visible(b.top) {
		top = heightOf(b.top, width)
	}
	if visible(b.bottom) {
		bottom = heightOf(b.bottom, width)
	}
	return top, bottom
}

func (b *Border) measure(width float32) float32 {
	left, right := b.sides()
	top, bottom := b.bars(width)
	var middle float32
	if visible(b.left) {
		middle = heightOf(b.left, left)
	}
	if visible(b.right) {
		middle = max(middle, heightOf(b.right, right))
	}
	if visible(b.centre) {
		middle = max(middle, heightOf(b.centre, max(0, width-left-right)))
	}
	return top + middle + bottom
}

func (b *Border) leastWidth() float32 {
	left, right := b.sides()
	var w float32
	if visible(b.centre) {
		w = leastWidthOf(b.centre)
	}
	return w + left + right
}

func (b *Border) arrange(size fyne.Size) {
	left, right := b.sides()
	top, bottom := b.bars(size.Width)
	middle := max(0, size.Height-top-bottom)
	if visible(b.top) {
		place(b.top, 0, 0, size.Width, top)
	}
	if visible(b.left) {
		place(b.left, 0, top, left, middle)
	}
	if visible(b.centre) {
		place(b.centre, left, top, max(0, size.Width-left-right), middle)
	}
	if visible(b.right) {
		place(b.right, size.Width-right, top, right, middle)
	}
	if visible(b.bottom) {
		place(b.bottom, 0, size.Height-bottom, size.Width, bottom)
	}
}
