package a11y

import "strconv"

// Tree is an immutable snapshot of everything on the screen, with an index.
// Any goroutine may read it; nobody may change its nodes.
//
// Nodes are numbered in reading order, parents first, from 0. A node is
// addressed by its key: its ID, or where it has none or shares it with an
// earlier node, a name made from its place.
type Tree struct {
	items []item
	byKey map[string]int
	focus int
}

type item struct {
	node   *Node
	key    string
	parent int // -1 for the root
	index  int // among the parent's children
	count  int // of children
	end    int // one past the last descendant
}

// NewTree indexes the nodes below root. A nil root gives an empty tree; nil
// children are left out.
func NewTree(root *Node) *Tree {
	t := &Tree{focus: -1}
	if root == nil {
		return t
	}
	n := count(root)
	t.items = make([]item, 0, n)
	t.byKey = make(map[string]int, n)
	t.add(root, -1, 0)
	return t
}

func count(n *Node) int {
	c := 1
	for _, child := range n.Children {
		if child != nil {
			c += count(child)
		}
	}
	return c
}

func (t *Tree) add(n *Node, parent, index int) {
	at := len(t.items)
	t.items = append(t.items, item{node: n, key: t.keyFor(n, parent, index), parent: parent, index: index})
	t.byKey[t.items[at].key] = at
	if n.Has(Focused) {
		t.focus = at
	}
	children := 0
	for _, c := range n.Children {
		if c == nil {
			continue
		}
		t.add(c, at, children)
		children++
	}
	t.items[at].count = children
	t.items[at].end = len(t.items)
}

func (t *Tree) keyFor(n *Node, parent, index int) string {
	key := n.ID
	if key == "" {
		if parent >= 0 {
			key = t.items[parent].key
		}
		key += "/" + string(n.Role) + strconv.Itoa(index)
	}
	if _, taken := t.byKey[key]; !taken {
		return key
	}
	for i := 2; ; i++ {
		again := key + "#" + strconv.Itoa(i)
		if _, taken := t.byKey[again]; !taken {
			return again
		}
	}
}

// Len is the number of nodes.
func (t *Tree) Len() int { return len(t.items) }

// Root is the topmost node, nil in an empty tree.
func (t *Tree) Root() *Node {
	if len(t.items) == 0 {
		return nil
	}
	return t.items[0].node
}

// Node is the node with the number i, from 0 to Len()-1.
func (t *Tree) Node(i int) *Node { return t.items[i].node }

// Key is the address of a node.
func (t *Tree) Key(i int) string { return t.items[i].key }

// Find is the number of the node with a key, or -1.
func (t *Tree) Find(key string) int {
	if i, ok := t.byKey[key]; ok {
		return i
	}
	return -1
}

// Parent is the number of a node's parent, -1 for the root.
func (t *Tree) Parent(i int) int { return t.items[i].parent }

// Index is a node's place among its parent's children, from 0.
func (t *Tree) Index(i int) int { return t.items[i].index }

// ChildCount is how many children a node has.
func (t *Tree) ChildCount(i int) int { return t.items[i].count }

// Child is the number of a node's child, or -1 where there is none.
func (t *Tree) Child(i, index int) int {
	if index < 0 || index >= t.items[i].count {
		return -1
	}
	c := i + 1
	for ; index > 0; index-- {
		c = t.items[c].end
	}
	return c
}

// Children are the numbers of a node's children.
func (t *Tree) Children(i int) []int {
	list := make([]int, 0, t.items[i].count)
	for c := i + 1; c < t.items[i].end; c = t.items[c].end {
		list = append(list, c)
	}
	return list
}

// End is one more than the number of a node's last descendant, so that the
// descendants of i are i+1 to End(i)-1.
func (t *Tree) End(i int) int { return t.items[i].end }

// Contains reports whether the node i is the node j or one above it.
func (t *Tree) Contains(i, j int) bool { return i >= 0 && j >= i && j < t.items[i].end }

// Above is the nearest node above i with one of the roles, or -1.
func (t *Tree) Above(i int, roles ...Role) int {
	for p := t.items[i].parent; p >= 0; p = t.items[p].parent {
		for _, r := range roles {
			if t.items[p].node.Role == r {
				return p
			}
		}
	}
	return -1
}

// Focus is the number of the innermost node with the focus, or -1.
func (t *Tree) Focus() int { return t.focus }

// Related is the first node that node i names in a relation, or -1.
func (t *Tree) Related(i int, kind RelationKind) int {
	for _, r := range t.items[i].node.Relations {
		if r.Kind != kind {
			continue
		}
		for _, id := range r.IDs {
			if j := t.Find(id); j >= 0 {
				return j
			}
		}
	}
	return -1
}
