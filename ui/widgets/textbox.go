package widgets

import "recordwell/ui/a11y"

// TextBox is a box for one line of text.
type TextBox struct{ edit }

var _ Field = (*TextBox)(nil)

// NewTextBox makes a box with the name of its question.
func NewTextBox(id, name string) *TextBox {
	b := &TextBox{}
	b.setUp(id, name, b)
	return b
}

// SetLimit tells screen readers how many letters the answer can have. More can be
// typed: what is too long is kept and said.
func (b *TextBox) SetLimit(letters int) { b.limit = letters }

// SetIcon puts an icon before the text.
func (b *TextBox) SetIcon(name string) {
	b.icon = name
	b.changed()
}

// SetSecret shows dots for letters, as for a passphrase; it may still be pasted.
func (b *TextBox) SetSecret(on bool) {
	b.secret = on
	b.redraw()
}

// Describe gives the box.
func (b *TextBox) Describe() *a11y.Node { return b.describe(a11y.RoleTextBox) }
