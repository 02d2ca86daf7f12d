package audit

import (
	"slices"

	"recordwell/ui/a11y"
)

// Lengths are in pixels. Sizes lose up to half in rounding, and two edges one.
const (
	half      = 0.5
	whole     = 1
	leastSide = 44 // of a target
)

// top is the number of the root, which is the window.
const top = 0

func empty(r a11y.Rect) bool { return r.W <= 0 || r.H <= 0 }

// inside reports whether r lies in the frame, but for a pixel of rounding.
func inside(r, frame a11y.Rect) bool {
	return r.X >= frame.X-whole && r.Y >= frame.Y-whole &&
		r.X+r.W <= frame.X+frame.W+whole && r.Y+r.H <= frame.Y+frame.H+whole
}

// frame is the number of the nearest node around i that has a size, or -1. What
// lies above the page, a list that opens or a dialog, is framed by the window.
func (a *audit) frame(i int) int {
	if r := a.tree.Node(i).Role; r == a11y.RoleListBox || r == a11y.RoleDialog {
		return top
	}
	for p := a.tree.Parent(i); p >= 0; p = a.tree.Parent(p) {
		if !empty(a.tree.Node(p).Bounds) {
			return p
		}
	}
	return -1
}

func (a *audit) bounds() {
	a.each(func(i int, n *a11y.Node) {
		if a.offscreen(i) {
			return
		}
		if empty(n.Bounds) {
			if n.Has(a11y.Focusable) {
				a.found(i, "the focus goes there and it has no size")
			}
			return
		}
		f := a.frame(i)
		if f < 0 || f == i || empty(a.tree.Node(f).Bounds) {
			return
		}
		b := a.tree.Node(f).Bounds
		if a.scrolled(i) { // half in view: only its width can be wrong
			b.Y, b.H = n.Bounds.Y, n.Bounds.H
		}
		if !inside(n.Bounds, b) {
			a.found(i, "it is at %v and its %s at %v", n.Bounds, a.tree.Node(f).Role, b)
		}
	})
}

// scrolled reports whether a node stands in something that scrolls.
func (a *audit) scrolled(i int) bool {
	for p := a.tree.Parent(i); p >= 0; p = a.tree.Parent(p) {
		if a.tree.Node(p).Scrolls {
			return true
		}
	}
	return false
}

// offscreen reports whether a node or one above it is scrolled out of view.
func (a *audit) offscreen(i int) bool {
	for ; i >= 0; i = a.tree.Parent(i) {
		if a.tree.Node(i).Has(a11y.Offscreen) {
			return true
		}
	}
	return false
}

// pressed are the roles that are pressed, chosen or written in.
var pressed = []a11y.Role{
	a11y.RoleButton, a11y.RoleLink, a11y.RoleTextBox, a11y.RoleCheckBox, a11y.RoleRadio,
	a11y.RoleComboBox, a11y.RoleOption, a11y.RoleTab, a11y.RoleSwitch, a11y.RoleSlider,
}

func (a *audit) targets() {
	a.each(func(i int, n *a11y.Node) {
		target := slices.Contains(pressed, n.Role) || n.Has(a11y.Focusable) && len(n.Actions) > 0
		if !target || n.Has(a11y.Inline) || a.offscreen(i) && empty(n.Bounds) || a.cut(i) {
			return
		}
		if n.Bounds.W < leastSide-half || n.Bounds.H < leastSide-half {
			a.found(i, "it is %.0f by %.0f px", n.Bounds.W, n.Bounds.H)
		}
	})
}

// cut reports a cell that the edge of its table cuts off: the next one is scrolled
// out of view. It is shown whole when the focus comes to it.
func (a *audit) cut(i int) bool {
	cells := []a11y.Role{a11y.RoleCell, a11y.RoleColumnHeader, a11y.RoleRowHeader}
	row := a.tree.Parent(i)
	if !slices.Contains(cells, a.tree.Node(i).Role) || row < 0 || a.tree.Index(i)+1 >= a.tree.ChildCount(row) {
		return false
	}
	return a.offscreen(a.tree.Child(row, a.tree.Index(i)+1))
}

// inner are the roles that arrow keys reach inside of what Tab reaches once.
var inner = []a11y.Role{
	a11y.RoleRadio, a11y.RoleOption, a11y.RoleListItem, a11y.RoleTab, a11y.RoleRow,
	a11y.RoleCell, a11y.RoleColumnHeader, a11y.RoleRowHeader,
}

func (a *audit) tabOrder() {
	if a.opts.Tab == nil {
		return
	}
	last, open := -1, a.dialog()
	for _, id := range a.opts.Tab {
		i := a.tree.Find(id)
		switch {
		case i < 0:
			a.found(top, "Tab reaches %q, which is not in the tree", id)
			continue
		case !a.tree.Node(i).Has(a11y.Focusable):
			a.found(i, "Tab reaches it and it is not focusable")
		case i < last:
			a.found(i, "Tab reaches it after %q, and reading before", a.tree.Node(last).Name)
		}
		last = max(last, i)
	}
	a.each(func(i int, n *a11y.Node) {
		if !n.Has(a11y.Focusable) || slices.Contains(a.opts.Tab, n.ID) || open >= 0 && !a.tree.Contains(open, i) {
			return
		}
		// A title takes the focus when its page opens, and a list with the focus on
		// one of its items is a stop by that item.
		if n.Role == a11y.RoleHeading || n.Role == a11y.RoleAlert || slices.Contains(inner, n.Role) || a.stopInside(i) {
			return
		}
		a.found(i, "Tab never reaches it")
	})
}

// dialog is the number of the topmost open dialog, or -1: nothing else can be
// reached meanwhile.
func (a *audit) dialog() int {
	open := -1
	a.each(func(i int, n *a11y.Node) {
		if n.Has(a11y.Modal) {
			open = i
		}
	})
	return open
}

func (a *audit) stopInside(i int) bool {
	for _, id := range a.opts.Tab {
		if a.tree.Contains(i, a.tree.Find(id)) {
			return true
		}
	}
	return false
}

func (a *audit) focus() {
	holders := 0
	a.each(func(i int, n *a11y.Node) {
		if !n.Has(a11y.Focused) {
			return
		}
		if holders++; holders > 1 {
			a.found(i, "something else has the focus as well")
		}
		switch {
		case !n.Has(a11y.Focusable):
			a.found(i, "it has the focus and is not focusable")
		case n.Has(a11y.Disabled):
			a.found(i, "it has the focus and is disabled")
		}
		a.inSight(i)
	})
	a.modal()
}

// inSight checks that what has the focus can be seen: whole, or from its top on where
// it is higher than what it scrolls in. 2.4.11 lets a part of it be hidden.
func (a *audit) inSight(i int) {
	n := a.tree.Node(i)
	if a.offscreen(i) {
		a.found(i, "it has the focus and is scrolled out of view")
		return
	}
	seen := n.Bounds
	for p := a.frame(i); p >= 0; p = a.frame(p) {
		b := a.tree.Node(p).Bounds
		switch { // of what is higher than what it is in the top, or where one writes: no more is drawn
		case seen.H > b.H && n.Text != nil:
			seen.Y, seen.H = b.Y, b.H
		case seen.H > b.H:
			seen.H = b.H - (seen.Y - b.Y)
		}
		if !empty(b) && !inside(seen, b) {
			a.found(i, "it has the focus at %v, outside of the %s at %v", n.Bounds, a.tree.Node(p).Role, b)
			return
		}
		if p == top {
			return
		}
	}
}

// modal checks that a dialog holds the focus for as long as it is open.
func (a *audit) modal() {
	a.each(func(i int, n *a11y.Node) {
		if n.Has(a11y.Modal) && !a.tree.Contains(i, a.tree.Focus()) {
			a.found(i, "it is open and the focus is not in it")
		}
	})
}
