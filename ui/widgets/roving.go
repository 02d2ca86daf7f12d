package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
)

// roving is a control of several places that is one Tab stop: arrows move a ring
// from place to place, and a press chooses where the ring is.
type roving struct {
	active
	at   int // the place with the ring
	over int // the place under the pointer, or -1
	kept []keptPlace
}

// ofPlaces is what a roving control tells of its places.
type ofPlaces interface {
	places() int
	placeOf(i int) area // in the control
	choose(i int)       // a press; out of range is none
}

// keptPlace is what a place's nodes have in common from tree to tree.
type keptPlace struct {
	own, id string
	focus   func()
	do      func()
}

func (r *roving) start(id string, self drawn) {
	r.active.start(id, self)
	r.over = -1
}

func (r *roving) mine() ofPlaces { return r.self.(ofPlaces) }

func (r *roving) press() { r.mine().choose(r.at) }

// goal is where a key leads: arrows to the next place, stopping at the ends.
func (r *roving) goal(ev *fyne.KeyEvent, back, on fyne.KeyName) (to int, ok bool) {
	last := r.mine().places() - 1
	switch ev.Name {
	case back:
		to = r.at - 1
	case on:
		to = r.at + 1
	case fyne.KeyHome:
	case fyne.KeyEnd:
		to = last
	default:
		return 0, false
	}
	return max(0, min(last, to)), true
}

// sideways takes up and down for left and right.
func sideways(ev *fyne.KeyEvent) *fyne.KeyEvent {
	switch ev.Name {
	case fyne.KeyUp:
		return &fyne.KeyEvent{Name: fyne.KeyLeft}
	case fyne.KeyDown:
		return &fyne.KeyEvent{Name: fyne.KeyRight}
	}
	return ev
}

// moveTo puts the ring on a place.
func (r *roving) moveTo(i int) {
	r.at = i
	r.self.paint()
	r.showFocus()
}

// placeAt is the place at a point of the control, or -1.
func (r *roving) placeAt(p fyne.Position) int {
	m := r.mine()
	for i := range m.places() {
		if m.placeOf(i).holds(p) {
			return i
		}
	}
	return -1
}

// placeArea is where a place stands in the window.
func (r *roving) placeArea(i int) area {
	a := r.mine().placeOf(i)
	return r.area().within(fyne.NewPos(a.x, a.y), fyne.NewSize(a.w, a.h))
}

func (r *roving) focusArea() area {
	if r.at >= r.mine().places() {
		return r.area()
	}
	return r.placeArea(r.at)
}

// MouseDown is for the toolkit: the ring goes to what was pressed.
func (r *roving) MouseDown(ev *desktop.MouseEvent) {
	if i := r.placeAt(ev.Position); i >= 0 {
		r.at = i
	}
	r.active.MouseDown(ev)
}

// Tapped is for the toolkit.
func (r *roving) Tapped(ev *fyne.PointEvent) { r.mine().choose(r.placeAt(ev.Position)) }

// MouseMoved is for the toolkit.
func (r *roving) MouseMoved(ev *desktop.MouseEvent) { r.point(r.placeAt(ev.Position)) }

// MouseOut is for the toolkit.
func (r *roving) MouseOut() { r.point(-1) }

func (r *roving) point(i int) {
	if r.over != i {
		r.over = i
		r.self.paint()
	}
}

// Cursor is for the toolkit.
func (r *roving) Cursor() desktop.Cursor { return desktop.PointerCursor }

// placeNode starts the node of a place: own tells it from the control's others, verb
// says what a press does.
func (r *roving) placeNode(i int, role a11y.Role, own, name, verb string) *a11y.Node {
	k := r.keep(i, own)
	n := r.nodeAt(k.id, role, name, r.placeArea(i))
	n.Pos, n.Size = i+1, r.mine().places()
	n.States |= a11y.Focusable
	if i == r.at && r.focused {
		n.States |= a11y.Focused
	}
	n.Focus, n.Actions = k.focus, []a11y.Action{{Name: verb, Do: k.do}}
	return n
}

func (r *roving) keep(i int, own string) *keptPlace {
	for len(r.kept) <= i {
		at := len(r.kept)
		r.kept = append(r.kept, keptPlace{
			focus: func() { r.at = at; r.TakeFocus(); r.self.paint() },
			do:    func() { r.mine().choose(at) },
		})
	}
	k := &r.kept[i]
	if k.own != own || k.id == "" {
		k.own, k.id = own, r.id+"/"+own
	}
	return k
}
