package a11y_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
)

func TestTree(t *testing.T) {
	tree := a11y.NewTree(node(a11y.RoleWindow, "w",
		node(a11y.RoleGroup, "page",
			nil,
			node(a11y.RoleTextBox, "first"),
			with(node(a11y.RoleTextBox, "last"), func(n *a11y.Node) {
				n.States = a11y.Focused
				n.Relations = []a11y.Relation{{Kind: a11y.ErrorMessage, IDs: []string{"gone", "first"}}}
			}),
		),
		node(a11y.RoleStatus, ""),
		node(a11y.RoleGroup, "first"), // the same id again
	))
	var keys []string
	for i := range tree.Len() {
		keys = append(keys, tree.Key(i))
	}
	want := []string{"w", "page", "first", "last", "w/status1", "first#2"}
	if d := cmp.Diff(want, keys); d != "" {
		t.Fatalf("keys in reading order (-want +got):\n%s", d)
	}
	for i, key := range want {
		if tree.Find(key) != i {
			t.Errorf("Find(%q) = %d, want %d", key, tree.Find(key), i)
		}
	}
	if tree.Find("gone") != -1 {
		t.Error("Find found what is not there")
	}
	page := tree.Find("page")
	if got := tree.Children(page); !cmp.Equal(got, []int{2, 3}) {
		t.Errorf("children of the page: %v", got)
	}
	if tree.Child(page, 1) != 3 || tree.Child(page, 2) != -1 || tree.Child(page, -1) != -1 {
		t.Error("Child does not count from 0 to the number of children")
	}
	if tree.Parent(3) != page || tree.Index(3) != 1 || tree.Parent(0) != -1 {
		t.Error("Parent or Index is wrong")
	}
	if tree.Focus() != 3 {
		t.Errorf("Focus() = %d, want 3", tree.Focus())
	}
	if got := tree.Related(3, a11y.ErrorMessage); got != 2 {
		t.Errorf("the first related node that exists is %d, want 2", got)
	}
	if tree.Above(3, a11y.RoleWindow) != 0 || tree.Above(3, a11y.RoleTable) != -1 {
		t.Error("Above is wrong")
	}
	if !tree.Contains(page, 3) || tree.Contains(page, 4) || !tree.Contains(3, 3) {
		t.Error("Contains is wrong")
	}
}

func TestEmptyTree(t *testing.T) {
	tree := a11y.NewTree(nil)
	if tree.Len() != 0 || tree.Root() != nil || tree.Focus() != -1 || tree.Find("") != -1 {
		t.Error("an empty tree has something in it")
	}
}
