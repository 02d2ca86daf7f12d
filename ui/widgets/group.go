package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// Group is what belongs together under a name, which readers say when the focus
// comes in: two groups may then ask the same.
type Group struct {
	compound
	name string
}

// NewGroup makes a group of what stands in content, which shows the name itself.
func NewGroup(id, name string, content fyne.CanvasObject) *Group {
	g := &Group{name: name}
	g.build(id, g, content)
	return g
}

// Describe gives the group and what stands in it.
func (g *Group) Describe() *a11y.Node {
	n := g.node(a11y.RoleGroup, g.name)
	n.Children = Nodes(g.body)
	return n
}
