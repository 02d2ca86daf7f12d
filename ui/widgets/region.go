package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// Region is a named part of a window: F6 goes from one to the next.
type Region struct {
	compound
	name  string
	entry interface{ TakeFocus() }
}

// NewRegion makes a region of a window.
func NewRegion(id, name string, content fyne.CanvasObject) *Region {
	r := &Region{name: named(id, name)}
	r.build(id, r, content)
	return r
}

// SetContent replaces what stands in the region.
func (r *Region) SetContent(o fyne.CanvasObject) {
	if r.body == o {
		return
	}
	r.body = o
	adopt(r, o)
	r.changed()
	canvasRefresh(r)
}

// SetEntry says what gets the focus when a person comes to the region by key; by
// default that is its first control.
func (r *Region) SetEntry(entry interface{ TakeFocus() }) { r.entry = entry }

// SetName changes the region's name, with what stands in it.
func (r *Region) SetName(name string) { r.name = named(r.id, name) }

// FocusFirst moves the focus into the region: to its entry or first control. It reports whether there was anything
// to focus.
func (r *Region) FocusFirst() bool {
	if r.entry != nil {
		r.entry.TakeFocus()
		return true
	}
	if f := firstStop(r.body); f != nil {
		f.TakeFocus()
		return true
	}
	return false
}

// stop is a control that Tab stops at.
type stop interface {
	fyne.Focusable
	TakeFocus()
	HasFocus() bool
	Disabled() bool
}

// eachStop visits what can have the focus below o, in Tab order, until visit
// returns false.
func eachStop(o fyne.CanvasObject, visit func(stop) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if s, ok := o.(stop); ok && !visit(s) {
		return false
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case drawn:
		parts = o.parts()
	case *fyne.Container:
		parts = o.Objects
	}
	for _, p := range parts {
		if !eachStop(p, visit) {
			return false
		}
	}
	return true
}

func firstStop(o fyne.CanvasObject) (first stop) {
	eachStop(o, func(s stop) bool {
		if s.Disabled() {
			return true
		}
		first = s
		return false
	})
	return first
}

func holdsFocus(o fyne.CanvasObject) bool {
	return !eachStop(o, func(s stop) bool { return !s.HasFocus() })
}

func regionsOf(o fyne.CanvasObject, out []*Region) []*Region {
	if o == nil || !o.Visible() {
		return out
	}
	switch o := o.(type) {
	case *Region:
		return append(out, o)
	case drawn:
		for _, p := range o.parts() {
			out = regionsOf(p, out)
		}
	case *fyne.Container:
		for _, p := range o.Objects {
			out = regionsOf(p, out)
		}
	}
	return out
}

// NextRegion moves the focus to the next region of the window, or the one before,
// round and round. It reports whether there was one.
func (r *Root) NextRegion(back bool) bool {
	regions := regionsOf(r.content, nil)
	at, step := -1, 1
	for i, region := range regions {
		if holdsFocus(region) {
			at = i
		}
	}
	if back {
		step = -1
		if at < 0 {
			at = 0
		}
	}
	for range regions {
		at = (at + step + len(regions)) % len(regions)
		if regions[at].FocusFirst() {
			return true
		}
	}
	return false
}

// Describe gives the region and what stands in it.
func (r *Region) Describe() *a11y.Node {
	n := r.node(a11y.RoleRegion, r.name)
	n.Children, n.Scrolls = Nodes(r.body), scrolls(r.body)
	// A scroll that is all of the region and has its name would make readers pass
	// over both: Orca takes the two for layout.
	if len(n.Children) == 1 {
		if c := n.Children[0]; c.Role == a11y.RoleGroup && c.Name == n.Name && c.Scrolls {
			n.Children, n.Scrolls = c.Children, true
		}
	}
	return n
}
