package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// scope is one world of focus: a window or a dialog. It remembers which group of
// boxes has the focus, so that the group learns when the last of them is left.
type scope struct {
	group interface{ groupLeft() }
	last  fyne.Focusable
}

// enter notes that a control of group g has the focus (nil for one of none).
func (s *scope) enter(f fyne.Focusable, g interface{ groupLeft() }) {
	if s == nil {
		return
	}
	s.last = f
	if s.group == g {
		return
	}
	before := s.group
	s.group = g
	if before != nil {
		before.groupLeft()
	}
}

// commit makes what is in hand count.
func (s *scope) commit() {
	type committer interface{ Commit() }
	if c, ok := s.group.(committer); ok {
		c.Commit()
	} else if c, ok := s.last.(committer); ok {
		c.Commit()
	}
}

// active is a control that can have the focus.
type active struct {
	control
	focused bool
	hovered bool
	noStop  bool // takes the focus when told to, but Tab passes it by
	taking  bool
	nav     bool // stands in the side menu, where the ring is another colour
	ring    *canvas.Rectangle
	group   interface{ groupLeft() }
	take    func() // TakeFocus, made once
}

var (
	_ fyne.Focusable    = (*active)(nil)
	_ fyne.Disableable  = (*active)(nil)
	_ fyne.Shortcutable = (*active)(nil)
	_ desktop.Keyable   = (*active)(nil)
	_ desktop.Mouseable = (*active)(nil)
	_ desktop.Hoverable = (*active)(nil)
)

// What a control may want of the keyboard: some keys, letters, combinations of
// keys. Each reports whether it was wanted.
type (
	keyHandler   interface{ key(ev *fyne.KeyEvent) bool }
	runeHandler  interface{ letter(r rune) bool }
	chordHandler interface{ chord(s fyne.Shortcut) bool }
)

func (a *active) start(id string, self drawn) {
	a.extend(id, self)
	a.ring = canvas.NewRectangle(nil)
	a.ring.Hide()
}

// FocusGained is for the toolkit.
func (a *active) FocusGained() {
	a.focused = true
	a.scope().enter(a.self.(fyne.Focusable), a.group)
	a.self.paint()
	canvas.Refresh(a.self)
	a.showFocus()
}

// showFocus scrolls what has the focus into view.
func (a *active) showFocus() {
	if f, ok := a.self.(interface{ focusArea() area }); ok {
		a.reveal(f.focusArea())
		return
	}
	a.reveal(a.area())
}

// FocusLost is for the toolkit.
func (a *active) FocusLost() {
	a.focused = false
	a.self.paint()
	canvas.Refresh(a.self)
	if a.group != nil && a.scope() == nil {
		a.group.groupLeft()
	}
}

// TypedKey is for the toolkit: the control first, then what it stands in.
func (a *active) TypedKey(ev *fyne.KeyEvent) {
	if a.reader().takesKey(ev) {
		return
	}
	if k, ok := a.self.(keyHandler); ok && k.key(ev) {
		return
	}
	if a.control.handleKey(ev) {
		return
	}
	if a.up == nil {
		if c := a.window(); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
	}
}

// TypedRune is for the toolkit. Space presses: see the package comment.
func (a *active) TypedRune(r rune) {
	if a.reader().takesRune(r) {
		return
	}
	if l, ok := a.self.(runeHandler); ok && l.letter(r) {
		return
	}
	if p, ok := a.self.(interface{ press() }); ok && r == ' ' {
		p.press()
	}
}

// TypedShortcut is for the toolkit: the control first, then what it stands in.
func (a *active) TypedShortcut(s fyne.Shortcut) {
	if a.reader().takes() {
		return
	}
	if c, ok := a.self.(chordHandler); ok && c.chord(s) {
		return
	}
	if a.control.handleShortcut(s) {
		return
	}
	if c, ok := a.window().(fyne.Shortcutable); ok && a.up == nil {
		c.TypedShortcut(s)
	}
}

// AcceptsTab is for the toolkit: Tab moves on, unless it is said to a reader.
func (a *active) AcceptsTab() bool { return a.reader().takes() }

// shift follows the key where the driver cannot be asked.
var shift bool

// KeyDown is for the toolkit.
func (a *active) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		shift = true
	}
	a.keyMoved(ev, true)
}

// KeyUp is for the toolkit.
func (a *active) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		shift = false
	}
	a.keyMoved(ev, false)
}

// ShiftHeld reports whether a Shift key is down: key events do not say.
func ShiftHeld() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return shift
}

// Disabled is how the toolkit learns that Tab passes this by. Nothing here is ever
// disabled otherwise: a control stays live and says what is missing.
func (a *active) Disabled() bool { return a.noStop && !a.focused && !a.taking }

// Enable and Disable are for the toolkit, and do nothing.
func (a *active) Enable()  {}
func (a *active) Disable() {}

// TakeFocus moves the focus here, within a [Batch] at its end.
func (a *active) TakeFocus() { settled(a.grab) }

func (a *active) grab() {
	c := a.window()
	if c == nil {
		return
	}
	a.taking = true
	c.Focus(a.self.(fyne.Focusable))
	a.taking = false
}

// GiveBack moves the focus to a control that had it before, also to a title, which
// the toolkit takes for disabled. It reports whether there was one.
func GiveBack(f fyne.Focusable) bool {
	t, ok := f.(interface{ TakeFocus() })
	if ok {
		t.TakeFocus()
	}
	return ok
}

// HasFocus reports whether the focus is here.
func (a *active) HasFocus() bool { return a.focused }

// MouseDown is for the toolkit: a press focuses.
func (a *active) MouseDown(*desktop.MouseEvent) {
	if !a.focused {
		a.TakeFocus()
	}
}

// MouseUp is for the toolkit.
func (a *active) MouseUp(*desktop.MouseEvent) {}

// MouseIn is for the toolkit.
func (a *active) MouseIn(*desktop.MouseEvent) { a.hover(true) }

// MouseMoved is for the toolkit.
func (a *active) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for the toolkit.
func (a *active) MouseOut() { a.hover(false) }

func (a *active) hover(on bool) {
	if a.hovered != on {
		a.hovered = on
		a.self.paint()
	}
}

// drawRing puts the ring around a part of the control, following its corner.
func (a *active) drawRing(x, y, w, h, radius float32) {
	const out = theme.RingGap + theme.RingWidth
	place(a.ring, x-out, y-out, w+2*out, h+2*out)
	token := theme.Focus
	if a.nav {
		token = theme.NavFocus
	}
	box{stroke: a.look().Colour(token), edge: theme.RingWidth, radius: radius + out}.draw(a.ring)
	show(a.ring, a.focused)
}

// activeNode starts the node of a control that can have the focus.
func (a *active) activeNode(role a11y.Role, name string) *a11y.Node {
	n := a.node(role, name)
	n.States |= a11y.Focusable
	if a.focused {
		n.States |= a11y.Focused
	}
	if a.take == nil {
		a.take = a.TakeFocus
	}
	n.Focus = a.take
	return n
}
