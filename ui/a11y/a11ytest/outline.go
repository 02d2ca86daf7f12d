package a11ytest

import (
	"fmt"
	"strings"

	"recordwell/ui/a11y"
)

// stateWords are the states as an outline writes them, in their order.
var stateWords = []struct {
	state a11y.State
	word  string
}{
	{a11y.Focused, "focused"}, {a11y.Checked, "checked"}, {a11y.Selected, "selected"},
	{a11y.Current, "current"}, {a11y.Expanded, "expanded"}, {a11y.Expandable, "expandable"},
	{a11y.Required, "required"}, {a11y.Invalid, "invalid"}, {a11y.ReadOnly, "read-only"},
	{a11y.Disabled, "disabled"}, {a11y.MultiLine, "multi-line"}, {a11y.Busy, "busy"},
	{a11y.Modal, "modal"}, {a11y.Offscreen, "offscreen"}, {a11y.MultiSelectable, "multi-selectable"},
	{a11y.Active, "active"}, {a11y.Inline, "inline"},
}

// Outline writes a tree as indented lines, a node a line, without bounds:
//
//	textbox "First name" = "Maya" (Enter it as on the birth certificate) [focused required]
//
// It is made to be compared with a text in a test.
func Outline(root *a11y.Node) string {
	var b strings.Builder
	outline(&b, root, 0)
	return b.String()
}

func outline(b *strings.Builder, n *a11y.Node, depth int) {
	if n == nil {
		return
	}
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), n.Role)
	if n.Level > 0 {
		fmt.Fprintf(b, " %d", n.Level)
	}
	if n.Name != "" {
		fmt.Fprintf(b, " %q", n.Name)
	}
	switch {
	case n.Text != nil && n.Text.Content != "":
		fmt.Fprintf(b, " = %q", n.Text.Shown())
	case n.Value != "":
		fmt.Fprintf(b, " = %q", n.Value)
	case n.Range != nil:
		fmt.Fprintf(b, " = %v of %v to %v", n.Range.Now, n.Range.Min, n.Range.Max)
	}
	if n.Description != "" {
		fmt.Fprintf(b, " (%s)", n.Description)
	}
	if words := states(n); words != "" {
		fmt.Fprintf(b, " [%s]", words)
	}
	if n.Size > 0 {
		fmt.Fprintf(b, " %d of %d", n.Pos, n.Size)
	}
	b.WriteByte('\n')
	for _, c := range n.Children {
		outline(b, c, depth+1)
	}
}

func states(n *a11y.Node) string {
	var words []string
	for _, s := range stateWords {
		if n.Has(s.state) {
			words = append(words, s.word)
		}
	}
	return strings.Join(words, " ")
}
