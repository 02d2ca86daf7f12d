package widgets

import (
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Warning is words that must not be overlooked, in bold beside a triangle: GOV.UK's
// warning text. When it comes onto a page that is open already it is announced.
type Warning struct {
	compound
	line *lead
}

// NewWarning makes a warning. The words do not begin with "Warning:", which is
// said before them.
func NewWarning(id, words string) *Warning {
	w := &Warning{line: newLead("query", theme.Text, 24, theme.Space3, quiet(named(id, words), theme.Body.AsBold(), theme.Text))}
	w.build(id, w, w.line)
	return w
}

func (w *Warning) describeParts() []*a11y.Node {
	n := w.node(a11y.RoleStatus, "Warning: "+w.line.text.Words())
	n.Live = a11y.LivePolite
	measured(n, w.Size(), w.line.text)
	return []*a11y.Node{n}
}
