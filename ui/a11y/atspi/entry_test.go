package atspi

import (
	"testing"

	"recordwell/ui/a11y"
)

// date is a page with a date of three boxes, one of them in focus, and a button.
func date(focus string) *a11y.Tree {
	node := func(id string, role a11y.Role, description string, children ...*a11y.Node) *a11y.Node {
		n := &a11y.Node{ID: id, Role: role, Name: id, Description: description, Children: children}
		if id == focus {
			n.States |= a11y.Focusable | a11y.Focused
		}
		return n
	}
	return a11y.NewTree(node("application", a11y.RoleApplication, "", node("window", a11y.RoleWindow, "",
		node("date", a11y.RoleGroup, "For example, 27 3 2025", node("day", a11y.RoleTextBox, ""), node("month", a11y.RoleTextBox, "In numbers")),
		node("save", a11y.RoleButton, ""))))
}

func TestSentencesHaveOneStop(t *testing.T) {
	for want, all := range map[string][]string{
		"A note. A hint":  {"A note", "A hint"},
		"A note. A hint.": {"A note.", "", "A hint."},
		"Which? This":     {"", "Which?", "This"},
		"":                nil,
	} {
		if got := sentences(all...); got != want {
			t.Errorf("%q are joined as %q, want %q", all, got, want)
		}
	}
}

func TestAGroupIsHeardAsItIsEntered(t *testing.T) {
	s := newServer(a11y.Program{})
	told := func(focus, of string) string {
		tree := date(focus)
		s.entry.Store(s.entry.Load().enter(tree))
		return object{s: s, t: tree, i: tree.Find(of)}.describe()
	}
	for _, step := range []struct{ focus, of, want string }{
		{"save", "save", ""},
		{"day", "day", "For example, 27 3 2025"},
		{"day", "day", "For example, 27 3 2025"}, // another tree, the same place
		{"month", "month", "In numbers"},
		{"month", "day", ""},
		{"save", "month", "In numbers"},
		{"month", "month", "In numbers. For example, 27 3 2025"},
	} {
		if got := told(step.focus, step.of); got != step.want {
			t.Errorf("with the focus on %s, %s is described as %q, want %q", step.focus, step.of, got, step.want)
		}
	}
}
