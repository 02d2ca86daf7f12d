package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// Nodes are the nodes of a thing and what stands in it, in reading order. Things
// that only arrange others vanish; hidden ones are left out.
func Nodes(o fyne.CanvasObject) []*a11y.Node {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case interface{ describeParts() []*a11y.Node }:
		return o.describeParts()
	case a11y.Describer:
		return []*a11y.Node{o.Describe()}
	case drawn:
		return nodesOf(o.parts()...)
	case *fyne.Container:
		return nodesOf(o.Objects...)
	}
	return nil
}

func nodesOf(objects ...fyne.CanvasObject) []*a11y.Node {
	var out []*a11y.Node
	for _, o := range objects {
		out = append(out, Nodes(o)...)
	}
	return out
}

// scrolls reports whether o is scrolled as a whole, without a node of its own that
// says so.
func scrolls(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Scroll:
		return true
	case a11y.Describer, nil:
		return false
	case drawn:
		for _, p := range o.parts() {
			if scrolls(p) {
				return true
			}
		}
	}
	return false
}
