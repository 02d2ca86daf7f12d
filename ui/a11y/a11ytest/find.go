package a11ytest

import (
	"testing"

	"recordwell/ui/a11y"
)

// Find is the first node with a role and a name. The test ends if there is none,
// and prints the tree.
func Find(t testing.TB, root *a11y.Node, role a11y.Role, name string) *a11y.Node {
	t.Helper()
	var found *a11y.Node
	root.Walk(func(n, _ *a11y.Node) bool {
		if found == nil && n.Role == role && n.Name == name {
			found = n
		}
		return found == nil
	})
	if found == nil {
		t.Fatalf("there is no %s named %q in:\n%s", role, name, Outline(root))
	}
	return found
}

// Do runs an action of a node by its name. The test ends if there is none.
func Do(t testing.TB, n *a11y.Node, action string) {
	t.Helper()
	for _, a := range n.Actions {
		if a.Name == action && a.Do != nil {
			a.Do()
			return
		}
	}
	t.Fatalf("%s %q has no action %q", n.Role, n.Name, action)
}
