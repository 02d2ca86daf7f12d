package atspi

import (
	"math"

	"recordwell/ui/a11y"
)

// box is a rectangle in whole pixels.
type box struct{ X, Y, W, H int32 }

func (b box) contains(x, y int32) bool {
	return x >= b.X && y >= b.Y && x < b.X+b.W && y < b.Y+b.H
}

// What coordinates are relative to (enum AtspiCoordType).
const (
	onScreen = 0
	inWindow = 1
	inParent = 2
)

// pixels is a rectangle of a tree's window on the screen, a little larger rather
// than smaller.
func pixels(r a11y.Rect, scale float32) box {
	x, y := math.Floor(float64(r.X*scale)), math.Floor(float64(r.Y*scale))
	return box{
		int32(x), int32(y),
		int32(math.Ceil(float64((r.X+r.W)*scale)) - x), int32(math.Ceil(float64((r.Y+r.H)*scale)) - y),
	}
}

// inPixels is where a node stands in its window, in pixels.
func (o object) inPixels() box { return pixels(o.node().Bounds, o.scale()) }

// scale is how many pixels of the screen a unit of the node's window is.
func (o object) scale() float32 {
	w := o.i
	if o.node().Role != a11y.RoleWindow {
		w = o.t.Above(o.i, a11y.RoleWindow)
	}
	if w >= 0 && o.t.Node(w).Scale > 0 {
		return o.t.Node(w).Scale
	}
	return 1
}

// origin is what must be added to coordinates in the window.
func (o object) origin(relative uint32) (x, y int32) {
	switch relative {
	case onScreen:
		if o.s.prog.Origin != nil {
			if x, y, ok := o.s.prog.Origin(); ok {
				return int32(x), int32(y)
			}
		}
	case inParent:
		if p := o.t.Parent(o.i); p > 0 {
			b := o.at(p).inPixels()
			return -b.X, -b.Y
		}
	}
	return 0, 0
}

func (o object) extents(relative uint32) box {
	b := o.inPixels()
	x, y := o.origin(relative)
	b.X += x
	b.Y += y
	return b
}

// component is org.a11y.atspi.Component.
var component = table[object]{
	methods: map[string]method[object]{
		"Contains": {in: "iiu", out: "b", call: func(o object, a []any) ([]any, error) {
			return []any{o.extents(a[2].(uint32)).contains(a[0].(int32), a[1].(int32))}, nil
		}},
		"GetAccessibleAtPoint": {in: "iiu", out: "(so)", call: func(o object, a []any) ([]any, error) {
			x, y := o.origin(a[2].(uint32))
			return []any{o.refAt(o.under(a[0].(int32)-x, a[1].(int32)-y))}, nil
		}},
		"GetExtents": {in: "u", out: "(iiii)", call: func(o object, a []any) ([]any, error) {
			return []any{o.extents(a[0].(uint32))}, nil
		}},
		"GetPosition": {in: "u", out: "ii", call: func(o object, a []any) ([]any, error) {
			b := o.extents(a[0].(uint32))
			return []any{b.X, b.Y}, nil
		}},
		"GetSize": {out: "ii", call: func(o object, _ []any) ([]any, error) {
			b := o.extents(inWindow)
			return []any{b.W, b.H}, nil
		}},
		"GetLayer":     {out: "u", call: func(o object, _ []any) ([]any, error) { return []any{o.layer()}, nil }},
		"GetMDIZOrder": {out: "n", call: func(object, []any) ([]any, error) { return []any{int16(-1)}, nil }},
		"GetAlpha":     {out: "d", call: func(object, []any) ([]any, error) { return []any{1.0}, nil }},
		"GrabFocus": {out: "b", call: func(o object, _ []any) ([]any, error) {
			return []any{o.ui(o.node().Focus)}, nil
		}},
		"SetExtents":    {in: "iiiiu", out: "b", call: refuse},
		"SetPosition":   {in: "iiu", out: "b", call: refuse},
		"SetSize":       {in: "ii", out: "b", call: refuse},
		"ScrollTo":      {in: "u", out: "b", call: scrollTo},
		"ScrollToPoint": {in: "uii", out: "b", call: refuse},
	},
}

// refuse answers that it was not done.
func refuse(object, []any) ([]any, error) { return []any{false}, nil }

// scrollTo brings what can have the focus into view: the window scrolls to where
// the focus is. Words are left where they are: a reader that says all asks it of each,
// and should not be told of the focus on the way.
func scrollTo(o object, _ []any) ([]any, error) {
	switch n := o.node(); {
	case !n.Has(a11y.Offscreen):
		return []any{true}, nil
	case onPage(n):
		return []any{false}, nil
	}
	return []any{o.ui(o.node().Focus)}, nil
}

// under is the innermost node at or below this one that covers a point of the
// window, or -1. Of two that overlap, the later lies on top.
func (o object) under(x, y int32) int {
	n := o.node()
	if n.Has(a11y.Offscreen) || !o.inPixels().contains(x, y) {
		return -1
	}
	found := o.i
	for _, c := range o.t.Children(o.i) {
		if hit := o.at(c).under(x, y); hit >= 0 {
			found = hit
		}
	}
	return found
}

// layer is where a node is drawn (enum AtspiComponentLayer).
func (o object) layer() uint32 {
	const widget, popup, window = 3, 5, 7
	switch o.node().Role {
	case a11y.RoleWindow:
		return window
	case a11y.RoleDialog, a11y.RoleListBox:
		return popup
	}
	return widget
}
