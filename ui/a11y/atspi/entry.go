package atspi

import (
	"strings"

	"recordwell/ui/a11y"
)

// entry is what is said beside the node with the focus because the focus has just
// come into its groups: their hints and errors. Orca reads the names of groups that
// are entered and not their descriptions, so that "For example, 27 3 2025" would
// never be heard.
type entry struct {
	focus string // the key of the node
	words string
}

// enter works out the entry for a tree, from the one before.
func (e *entry) enter(t *a11y.Tree) *entry {
	i := t.Focus()
	if i < 0 {
		return &entry{}
	}
	key := t.Key(i)
	if key == e.focus {
		return e
	}
	from := t.Find(e.focus)
	var words []string
	for p := t.Parent(i); p >= 0; p = t.Parent(p) {
		n := t.Node(p)
		group := n.Role == a11y.RoleGroup || n.Role == a11y.RoleRadioGroup
		if group && n.Description != "" && !t.Contains(p, from) {
			words = append([]string{n.Description}, words...)
		}
	}
	return &entry{focus: key, words: sentences(words...)}
}

// describe is what is told as the description of an object.
func (o object) describe() string {
	own := describe(o.node())
	e := o.s.entry.Load()
	if e.words == "" || o.t.Key(o.i) != e.focus || strings.Contains(own, e.words) {
		return own
	}
	return sentences(own, e.words)
}

// sentences joins words with one stop between them, whether or not they end with one.
func sentences(all ...string) string {
	out := ""
	for _, words := range all {
		switch {
		case out == "":
			out = words
		case words == "":
		case strings.ContainsAny(out[len(out)-1:], ".?!"):
			out += " " + words
		default:
			out += ". " + words
		}
	}
	return out
}

// focused tells that an object has the focus. What else is said of it is told
// before, when readers do not look at it yet, and taken back from the one before
// it after, when they no longer do.
func (t *teller) focused(o object) {
	key := o.t.Key(o.i)
	if o.s.entry.Load().words != "" {
		t.property(o, "accessible-description", o.describe())
	}
	t.state(o, stFocused, true)
	if i := o.t.Find(t.entered); t.entered != key && i > 0 {
		t.property(o.at(i), "accessible-description", o.at(i).describe())
	}
	t.entered = ""
	if o.s.entry.Load().words != "" {
		t.entered = key
	}
}

// around tells of new words about a group that the focus is in and stays in, such as the
// error of a question whose choice has the focus: readers look at the focus alone.
func (t *teller) around(group object) {
	n, f := group.node(), t.told.Focus()
	if t.stays && n.Description != "" && (n.Role == a11y.RoleGroup || n.Role == a11y.RoleRadioGroup) && group.i != f && t.told.Contains(group.i, f) {
		t.property(group.at(f), "accessible-description", n.Description)
	}
}
