package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// area is a rectangle of the window.
type area struct{ x, y, w, h float32 }

func areaOf(p fyne.Position, s fyne.Size) area { return area{p.X, p.Y, s.Width, s.Height} }

func (a area) rect() a11y.Rect { return a11y.Rect{X: a.x, Y: a.y, W: a.w, H: a.h} }

// within is the part of the control at p, s, as an area of the window.
func (a area) within(p fyne.Position, s fyne.Size) area {
	return area{a.x + p.X, a.y + p.Y, s.Width, s.Height}
}

func (a area) meets(b area) bool {
	return a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h
}

// holds reports whether a point is in the area.
func (a area) holds(p fyne.Position) bool {
	return p.X >= a.x && p.X < a.x+a.w && p.Y >= a.y && p.Y < a.y+a.h
}
