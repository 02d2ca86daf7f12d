package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// drawn is what a control tells the code that all controls share.
type drawn interface {
	fyne.Widget
	parts() []fyne.CanvasObject    // what it is made of, bottom first, in reading order
	arrange(size fyne.Size)        // puts its parts in their places
	paint()                        // gives its parts their words and colours
	measure(width float32) float32 // how high it is when that wide
	leastWidth() float32           // below which something would be cut off
	childChanged()                 // a part has another height now
	base() *control
}

// parent is what a control stands in.
type parent interface {
	childChanged()
	handleKey(ev *fyne.KeyEvent) bool
	handleShortcut(s fyne.Shortcut) bool
	keyMoved(ev *fyne.KeyEvent, down bool)
	inside() fyne.Position // of its top left corner, in the window
	look() *theme.Theme
	reveal(area area)
	visible(area area) bool
	floor() *floats
	scope() *scope
	reader() *readerKey // nil before it is shown
	rootOf() *Root      // nil before it is shown
	announce(words string, live a11y.Live)
	window() fyne.Canvas // nil before it is shown
	later(d time.Duration, f func()) (cancel func())
}

// control is the base of everything in this package.
type control struct {
	widget.BaseWidget
	id    string
	self  drawn
	up    parent
	stale bool // its parts must be placed again even if its size stays
	laid  *theme.Theme

	known struct { // the height that was measured last
		width, height float32
		theme         *theme.Theme
	}
}

func (c *control) extend(id string, self drawn) {
	if id == "" {
		panic("widgets: a control needs an id")
	}
	c.id, c.self = id, self
	c.ExtendBaseWidget(self)
}

// anonymous is the id of things that do not stand in the accessibility tree.
const anonymous = "-"

// ID is the control's id, unique in its window.
func (c *control) ID() string { return c.id }

func (c *control) base() *control     { return c }
func (c *control) setParent(p parent) { c.up = p }

// named insists on a name: nothing can be used by ear that has none.
func named(id, name string) string {
	if name == "" {
		panic("widgets: " + id + " needs a name")
	}
	return name
}

// CreateRenderer is for the toolkit.
func (c *control) CreateRenderer() fyne.WidgetRenderer {
	c.self.paint()
	return drawing{c.self}
}

// MinSize is what the toolkit asks; containers of this package ask by width.
func (c *control) MinSize() fyne.Size {
	w := c.self.leastWidth()
	return fyne.NewSize(w, c.heightAt(max(w, c.Size().Width)))
}

// Resize places the parts when the size or anything inside has changed.
func (c *control) Resize(size fyne.Size) {
	t := c.look()
	if size == c.Size() && !c.stale && c.laid == t {
		return
	}
	again := size == c.Size()
	c.stale, c.laid = false, t
	if again {
		c.self.arrange(size)
		return
	}
	c.BaseWidget.Resize(size)
}

// Show brings the control back into its page.
func (c *control) Show() {
	if c.Hidden {
		c.BaseWidget.Show()
		c.moved()
	}
}

// Hide takes the control out of its page; its place closes.
func (c *control) Hide() {
	if !c.Hidden {
		c.BaseWidget.Hide()
		c.moved()
	}
}

func (c *control) moved() {
	if c.up != nil {
		c.up.childChanged()
	}
}

// heightAt is how high the control is when width wide.
func (c *control) heightAt(width float32) float32 {
	t := c.look()
	if c.known.theme != t || c.known.width != width {
		h := c.self.measure(width)
		c.known.width, c.known.height, c.known.theme = width, h, t
	}
	return c.known.height
}

// changed says that the control may have another height, and lays out what follows.
func (c *control) changed() {
	c.stale = true
	c.known.theme = nil
	if c.up != nil {
		c.up.childChanged()
	} else {
		settle(c.self)
	}
}

func (c *control) childChanged() { c.self.base().changed() }

// The rest carries questions upwards.

func (c *control) handleKey(ev *fyne.KeyEvent) bool {
	return c.up != nil && c.up.handleKey(ev)
}

func (c *control) handleShortcut(s fyne.Shortcut) bool {
	return c.up != nil && c.up.handleShortcut(s)
}

func (c *control) keyMoved(ev *fyne.KeyEvent, down bool) {
	if c.up != nil {
		c.up.keyMoved(ev, down)
	}
}

func (c *control) inside() fyne.Position {
	if c.up == nil {
		return c.Position()
	}
	return c.up.inside().Add(c.Position())
}

func (c *control) look() *theme.Theme {
	if c.up == nil {
		return theme.Current()
	}
	return c.up.look()
}

func (c *control) reveal(a area) {
	if c.up != nil {
		c.up.reveal(a)
	}
}

func (c *control) visible(a area) bool { return c.up == nil || c.up.visible(a) }

func (c *control) floor() *floats {
	if c.up == nil {
		return nil
	}
	return c.up.floor()
}

func (c *control) scope() *scope {
	if c.up == nil {
		return nil
	}
	return c.up.scope()
}

func (c *control) reader() *readerKey {
	if c.up == nil {
		return nil
	}
	return c.up.reader()
}

func (c *control) announce(words string, live a11y.Live) {
	if c.up != nil {
		c.up.announce(words, live)
	}
}

func (c *control) later(d time.Duration, f func()) (cancel func()) {
	if c.up == nil {
		return func() {}
	}
	return c.up.later(d, f)
}

func (c *control) window() fyne.Canvas {
	if c.up != nil {
		return c.up.window()
	}
	return fyne.CurrentApp().Driver().CanvasForObject(c.self)
}

// area is where the control stands in the window.
func (c *control) area() area { return areaOf(c.inside(), c.Size()) }

// node starts the control's node: id, role, name, bounds and whether it is in sight.
func (c *control) node(role a11y.Role, name string) *a11y.Node {
	return c.nodeAt(c.id, role, name, c.area())
}

func (c *control) nodeAt(id string, role a11y.Role, name string, a area) *a11y.Node {
	n := &a11y.Node{ID: id, Role: role, Name: name, Bounds: a.rect()}
	if !c.visible(a) {
		n.States |= a11y.Offscreen
	}
	return n
}

// drawing is the toolkit's half of a control.
type drawing struct{ drawn }

func (d drawing) Destroy()                     {}
func (d drawing) Layout(size fyne.Size)        { d.arrange(size) }
func (d drawing) MinSize() fyne.Size           { return d.drawn.MinSize() }
func (d drawing) Objects() []fyne.CanvasObject { return d.parts() }
func (d drawing) Refresh() {
	d.paint()
	if c := d.base(); c.laid != nil && c.laid != c.look() && !c.Size().IsZero() {
		c.laid = c.look()
		d.arrange(c.Size())
	}
	canvas.Refresh(d.drawn)
}

// adopt tells o, and what stands in it, what it stands in.
func adopt(p parent, o fyne.CanvasObject) {
	switch o := o.(type) {
	case interface{ setParent(parent) }:
		o.setParent(p)
	case *fyne.Container:
		f := foreign{p, o}
		for _, child := range o.Objects {
			adopt(f, child)
		}
	}
}

// foreign is a container of the toolkit between two of ours.
type foreign struct {
	parent
	box *fyne.Container
}

func (f foreign) inside() fyne.Position { return f.parent.inside().Add(f.box.Position()) }

func (f foreign) childChanged() {
	f.parent.childChanged()
	if f.box.Layout != nil {
		f.box.Layout.Layout(f.box.Objects, f.box.Size())
	}
}

// heightOf is how high o is when width wide; things not ours do not re-flow.
func heightOf(o fyne.CanvasObject, width float32) float32 {
	if c, ok := o.(interface{ heightAt(float32) float32 }); ok {
		return c.heightAt(width)
	}
	return o.MinSize().Height
}

// place moves and sizes o.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
