package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// Nodes are the nodes of a thing and what stands in it, in reading order. Things
// that only arrange others vanish; hidden ones are left out.
func Nodes(o fyne.CanvasObject) []*a11y.Node { return addNodes(nil, o) }

func nodesOf(objects ...fyne.CanvasObject) []*a11y.Node { return addNodes(nil, objects...) }

// addNodes adds the nodes of things to a list: a tree is built after each key, and
// should make little that lives no longer than itself.
func addNodes(out []*a11y.Node, objects ...fyne.CanvasObject) []*a11y.Node {
	for _, o := range objects {
		if o == nil || !o.Visible() {
			continue
		}
		switch o := o.(type) {
		case *Text:
			if !o.unsaid() {
				out = append(out, o.Describe())
			}
		case interface{ describeParts() []*a11y.Node }:
			out = append(out, o.describeParts()...)
		case a11y.Describer:
			out = append(out, o.Describe())
		case drawn:
			out = addNodes(out, o.parts()...)
		case *fyne.Container:
			out = addNodes(out, o.Objects...)
		}
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
