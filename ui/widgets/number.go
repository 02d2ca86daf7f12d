package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// NumberBox is a box for a number, with its unit beside it. Anything can be typed:
// what is not a number is kept and said.
type NumberBox struct {
	edit
	unit *Text
}

var _ Field = (*NumberBox)(nil)

// NewNumberBox makes a box with the name of its question.
func NewNumberBox(id, name string) *NumberBox {
	n := &NumberBox{}
	n.setUp(id, name, n)
	n.letters = 5
	n.unit = quiet("", theme.Body, theme.Text)
	adopt(n, n.unit)
	return n
}

// SetUnit says what is counted: "visits".
func (n *NumberBox) SetUnit(words string) { n.unit.SetWords(words) }

func (n *NumberBox) parts() []fyne.CanvasObject { return append(n.edit.parts(), n.unit) }

func (n *NumberBox) bestWidth() float32 {
	return n.boxWidth(1e6) + theme.Space2 + n.unit.bestWidth()
}

func (n *NumberBox) arrange(size fyne.Size) {
	n.edit.arrange(size)
	x := n.boxWidth(size.Width) + theme.Space2
	h := n.look().LineHeight(theme.Body)
	place(n.unit, x, (size.Height-h)/2, max(1, size.Width-x), h)
}

// Describe gives the box; its unit is part of the description.
func (n *NumberBox) Describe() *a11y.Node {
	node := n.describe(a11y.RoleTextBox)
	node.Description = joinWords(n.unit.Words(), node.Description)
	return node
}
