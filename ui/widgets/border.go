package widgets

import "fyne.io/fyne/v2"

// Border is the frame of a page: bars at top and bottom, columns at the sides, and
// the rest in the middle. Bars never lie over the middle. Where they would leave it
// less than half of the height, as with very large text, all of it scrolls as one.
type Border struct {
	control
	all   *layers
	flow  *Scroll // around the layers, while all of it scrolls
	flows bool
	// column is set for the frame of a side column, which is narrow by itself.
	column bool
}

// layers are the parts of a Border in their places.
type layers struct {
	control
	frame                            *Border
	top, left, centre, right, bottom fyne.CanvasObject
	leftWidth, rightWidth            float32
}

// NewBorder makes a page's frame; nil leaves a place empty.
func NewBorder(top, bottom, left, right, centre fyne.CanvasObject) *Border {
	b := &Border{all: &layers{top: top, bottom: bottom, left: left, right: right, centre: centre}}
	b.extend(anonymous, b)
	b.all.frame = b
	b.all.extend(anonymous, b.all)
	for _, o := range b.all.parts() {
		adopt(b.all, o)
	}
	b.flow = NewScroll(anonymous, "", NewSpace(0))
	adopt(b, b.flow)
	adopt(b, b.all)
	return b
}

// SetWidths fixes the widths of the side columns; 0 is as wide as they want.
func (b *Border) SetWidths(left, right float32) *Border {
	if p := b.all; p.leftWidth != left || p.rightWidth != right {
		p.leftWidth, p.rightWidth = left, right
		p.changed()
	}
	return b
}

// SetColumn makes it the frame of a side column: that it is narrow does not make it
// scroll as one, only that its bars are high.
func (b *Border) SetColumn() *Border {
	b.column = true
	return b
}

// SetTop replaces the bar at the top; nil leaves it empty.
func (b *Border) SetTop(o fyne.CanvasObject) { b.all.swap(&b.all.top, o) }

// SetBottom replaces the bar at the bottom.
func (b *Border) SetBottom(o fyne.CanvasObject) { b.all.swap(&b.all.bottom, o) }

// SetLeft replaces the column at the left.
func (b *Border) SetLeft(o fyne.CanvasObject) { b.all.swap(&b.all.left, o) }

// SetRight replaces the column at the right.
func (b *Border) SetRight(o fyne.CanvasObject) { b.all.swap(&b.all.right, o) }

// SetCentre replaces the middle.
func (b *Border) SetCentre(o fyne.CanvasObject) { b.all.swap(&b.all.centre, o) }

func (b *Border) parts() []fyne.CanvasObject {
	if b.flows {
		return []fyne.CanvasObject{b.flow}
	}
	return []fyne.CanvasObject{b.all}
}

func (b *Border) paint()                        {}
func (b *Border) measure(width float32) float32 { return b.all.heightAt(width) }
func (b *Border) leastWidth() float32           { return b.all.leastWidth() }

func (b *Border) arrange(size fyne.Size) {
	if flows := b.crowded(size); flows != b.flows {
		b.flows = flows
		if flows {
			b.flow.SetContent(b.all)
		} else {
			b.flow.SetContent(NewSpace(0))
			adopt(b, b.all)
		}
		b.all.stale = true
	}
	if b.flows {
		b.flow.stale = true
		place(b.flow, 0, 0, size.Width, size.Height)
		return
	}
	place(b.all, 0, 0, size.Width, size.Height)
}

// crowded reports whether the bars leave less than half of the height.
func (b *Border) crowded(size fyne.Size) bool {
	if size.Height <= 0 {
		return false
	}
	top, bottom := b.all.bars(size.Width)
	least := !b.column && ClassOf(EffectiveWidth(size.Width, b.look().Scale())) == Least
	return top+bottom > 0 && (least || top+bottom > size.Height/2)
}

func (p *layers) swap(part *fyne.CanvasObject, o fyne.CanvasObject) {
	if *part == o {
		return
	}
	*part = o
	if o != nil {
		adopt(p, o)
	}
	p.changed()
	canvasRefresh(p)
	p.frame.relieve()
}

func (p *layers) childChanged() {
	p.changed()
	p.frame.relieve()
}

// relieve lets the bars stand again once they leave enough room, as when a menu in them
// is closed: the scroll around them does not tell the frame what changes in it.
func (b *Border) relieve() {
	if b.flows && !b.crowded(b.Size()) {
		settle(b)
	}
}

func (p *layers) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{p.top, p.left, p.centre, p.right, p.bottom} {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

func (p *layers) paint() {}

func visible(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func (p *layers) sides() (left, right float32) {
	if visible(p.left) {
		if left = p.leftWidth; left == 0 {
			left = bestWidthOf(p.left)
		}
	}
	if visible(p.right) {
		if right = p.rightWidth; right == 0 {
			right = bestWidthOf(p.right)
		}
	}
	return left, right
}

func (p *layers) bars(width float32) (top, bottom float32) {
	if visible(p.top) {
		top = heightOf(p.top, width)
	}
	if visible(p.bottom) {
		bottom = heightOf(p.bottom, width)
	}
	return top, bottom
}

func (p *layers) measure(width float32) float32 {
	left, right := p.sides()
	top, bottom := p.bars(width)
	var middle float32
	if visible(p.left) {
		middle = heightOf(p.left, left)
	}
	if visible(p.right) {
		middle = max(middle, heightOf(p.right, right))
	}
	if visible(p.centre) {
		middle = max(middle, heightOf(p.centre, max(0, width-left-right)))
	}
	return top + middle + bottom
}

func (p *layers) leastWidth() float32 {
	left, right := p.sides()
	var w float32
	if visible(p.centre) {
		w = leastWidthOf(p.centre)
	}
	return w + left + right
}

func (p *layers) arrange(size fyne.Size) {
	left, right := p.sides()
	top, bottom := p.bars(size.Width)
	middle := max(0, size.Height-top-bottom)
	if visible(p.top) {
		place(p.top, 0, 0, size.Width, top)
	}
	if visible(p.left) {
		place(p.left, 0, top, left, middle)
	}
	if visible(p.centre) {
		place(p.centre, left, top, max(0, size.Width-left-right), middle)
	}
	if visible(p.right) {
		place(p.right, size.Width-right, top, right, middle)
	}
	if visible(p.bottom) {
		place(p.bottom, 0, size.Height-bottom, size.Width, bottom)
	}
}
