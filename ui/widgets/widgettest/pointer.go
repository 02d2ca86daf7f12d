package widgettest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Click presses and releases the main button at a place of the canvas. As on a
// desktop, what has the focus loses it unless it is what was pressed.
func Click(c fyne.Canvas, x, y float32) {
	pos := fyne.NewPos(x, y)
	pressed := at(c, pos)
	if m, ok := pressed.object.(desktop.Mouseable); ok {
		m.MouseDown(event(pressed, pos))
	}
	unfocus(c, pressed, pos)
	released := at(c, pos)
	if m, ok := released.object.(desktop.Mouseable); ok {
		m.MouseUp(event(released, pos))
	}
	unfocus(c, released, pos)
	if t, ok := released.object.(fyne.Tappable); ok && released.object == pressed.object {
		t.Tapped(&fyne.PointEvent{AbsolutePosition: pos, Position: released.pos})
	}
}

type hit struct {
	object fyne.CanvasObject
	pos    fyne.Position
}

func event(h hit, pos fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{
		PointEvent: fyne.PointEvent{AbsolutePosition: pos, Position: h.pos}, Button: desktop.MouseButtonPrimary,
	}
}

func unfocus(c fyne.Canvas, h hit, pos fyne.Position) {
	focused, _ := c.Focused().(fyne.CanvasObject)
	if focused == nil || h.object == focused {
		return
	}
	if inside(focused, fyne.CurrentApp().Driver().AbsolutePositionForObject(focused), pos) {
		return
	}
	c.Unfocus()
}

func inside(o fyne.CanvasObject, at, pos fyne.Position) bool {
	s := o.Size()
	return pos.X >= at.X && pos.X < at.X+s.Width && pos.Y >= at.Y && pos.Y < at.Y+s.Height
}

// at is the topmost thing at a place that can be pressed.
func at(c fyne.Canvas, pos fyne.Position) hit {
	top := c.Overlays().Top()
	if top == nil {
		top = c.Content()
	}
	var found hit
	walk(top, fyne.Position{}, pos, &found)
	return found
}

func walk(o fyne.CanvasObject, offset, pos fyne.Position, found *hit) {
	if o == nil || !o.Visible() {
		return
	}
	here := offset.Add(o.Position())
	within := inside(o, here, pos)
	switch o.(type) {
	case fyne.Tappable, fyne.Focusable, desktop.Mouseable:
		if within {
			*found = hit{o, pos.Subtract(here)}
		}
	}
	if _, clips := o.(fyne.Scrollable); clips && !within {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, here, pos, found)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, here, pos, found)
		}
	}
}
