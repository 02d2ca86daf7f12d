package a11y_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recordwell/ui/a11y"
)

func node(role a11y.Role, id string, children ...*a11y.Node) *a11y.Node {
	return &a11y.Node{ID: id, Role: role, Name: id, Children: children}
}

// with copies a node and changes the copy.
func with(n *a11y.Node, f func(n *a11y.Node)) *a11y.Node {
	c := *n
	f(&c)
	return &c
}

var changeWords = map[a11y.ChangeKind]string{
	a11y.Removed: "removed", a11y.Added: "added", a11y.NameChanged: "name",
	a11y.DescriptionChanged: "description", a11y.ValueChanged: "value", a11y.StateChanged: "state",
	a11y.FocusLost: "focus lost", a11y.FocusGained: "focus", a11y.ActiveChildChanged: "active",
	a11y.TextDeleted: "deleted", a11y.TextInserted: "inserted", a11y.CaretMoved: "caret",
	a11y.TextSelectionChanged: "text selection", a11y.SelectionChanged: "selection", a11y.Said: "said",
}

func write(changes []a11y.Change) []string {
	var lines []string
	for _, c := range changes {
		l := changeWords[c.Kind] + " " + c.Key
		switch c.Kind {
		case a11y.Removed, a11y.Added:
			l += fmt.Sprintf(" %s at %d", c.Child, c.Index)
		case a11y.ActiveChildChanged:
			l += " " + c.Child
		case a11y.StateChanged:
			l += fmt.Sprintf(" %d %t", c.State, c.On)
		case a11y.TextDeleted, a11y.TextInserted:
			l += fmt.Sprintf(" %q at %d", c.Words, c.Index)
		case a11y.CaretMoved:
			l += fmt.Sprint(" ", c.Index)
		case a11y.Said:
			l += " " + c.Words
		}
		lines = append(lines, l)
	}
	return lines
}

func TestDiff(t *testing.T) {
	box := node(a11y.RoleTextBox, "box")
	box.Text = &a11y.Text{Content: "Maya", Caret: 4}
	box.States = a11y.Focusable | a11y.Focused
	radio := func(id string, s a11y.State) *a11y.Node {
		return with(node(a11y.RoleRadio, id), func(n *a11y.Node) { n.States = a11y.Focusable | s })
	}
	status := func(words string) *a11y.Node {
		return with(node(a11y.RoleStatus, "status"), func(n *a11y.Node) { n.Name, n.Live = words, a11y.LivePolite })
	}
	alert := node(a11y.RoleAlert, "alert", node(a11y.RoleText, "There is a problem"))
	alert.Name = ""
	window := func(children ...*a11y.Node) *a11y.Node { return node(a11y.RoleWindow, "w", children...) }
	options := func(active string) *a11y.Node {
		return window(
			with(box, func(n *a11y.Node) {
				if active != "" {
					n.Relations = []a11y.Relation{{Kind: a11y.ActiveChild, IDs: []string{active}}}
				}
			}),
			node(a11y.RoleListBox, "list", node(a11y.RoleOption, "a"), node(a11y.RoleOption, "b")),
		)
	}

	tests := []struct {
		name     string
		old, now *a11y.Node
		want     []string
	}{
		{"nothing", window(box), window(box), nil},
		{"the first tree", nil, window(status("Saved"), box), []string{"added  w at 0", "focus box"}},
		{"the last tree", window(box), nil, []string{"removed  w at 0"}},
		{
			"typing", window(box),
			window(with(box, func(n *a11y.Node) { n.Text = &a11y.Text{Content: "Mayra", Caret: 4} })),
			[]string{`inserted box "r" at 3`},
		},
		{
			"a letter beyond ASCII", window(box),
			window(with(box, func(n *a11y.Node) { n.Text = &a11y.Text{Content: "Mayá", Caret: 4} })),
			[]string{`deleted box "a" at 3`, `inserted box "á" at 3`},
		},
		{
			"a secret is told in dots",
			window(with(box, func(n *a11y.Node) { n.Text = &a11y.Text{Content: "ab", Secret: true} })),
			window(with(box, func(n *a11y.Node) { n.Text = &a11y.Text{Content: "abc", Secret: true} })),
			[]string{`inserted box "•" at 2`},
		},
		{
			"arrows in a radio group: the state comes before the focus",
			window(radio("yes", a11y.Checked|a11y.Focused), radio("no", 0)),
			window(radio("yes", 0), radio("no", a11y.Checked|a11y.Focused)),
			[]string{"state yes 4 false", "state no 4 true", "focus lost yes", "focus no"},
		},
		{
			"a new page: one addition, and focus inside it",
			window(node(a11y.RoleGroup, "page1", radio("yes", a11y.Focused))),
			window(node(a11y.RoleGroup, "page2", status("Saved"), radio("title", a11y.Focused))),
			[]string{"removed w page1 at 0", "added w page2 at 0", "focus title"},
		},
		{
			"the description of a box that is left comes after the focus",
			window(with(box, func(n *a11y.Node) { n.Description = "10 letters left" }), radio("yes", 0)),
			window(with(box, func(n *a11y.Node) { n.States, n.Description = a11y.Focusable, "8 letters left" }), radio("yes", a11y.Focused)),
			[]string{"focus lost box", "focus yes", "description box"},
		},
		{
			"what is wrong with a box that is left comes before it",
			window(box, radio("yes", 0)),
			window(with(box, func(n *a11y.Node) { n.States, n.Description = a11y.Focusable|a11y.Invalid, "Error: too long" }), radio("yes", a11y.Focused)),
			[]string{"description box", fmt.Sprintf("state box %d true", a11y.Invalid), "focus lost box", "focus yes"},
		},
		{
			"what changed in a box is heard with the focus that comes to it",
			window(with(box, func(n *a11y.Node) { n.States = a11y.Focusable }), radio("yes", a11y.Focused)),
			window(with(box, func(n *a11y.Node) { n.Text = &a11y.Text{Content: "Mayra", Caret: 5} }), radio("yes", 0)),
			[]string{"focus lost yes", "focus box", "caret box 5"},
		},
		{
			"the focus comes before caret and text",
			window(box, radio("yes", 0)),
			window(with(box, func(n *a11y.Node) {
				n.States, n.Text = a11y.Focusable, &a11y.Text{Content: "May", Caret: 3}
			}), radio("yes", a11y.Focused)),
			[]string{"focus lost box", "focus yes", `deleted box "a" at 3`, "caret box 3"},
		},
		{
			"changed places", window(node(a11y.RoleGroup, "a"), node(a11y.RoleGroup, "b", box)),
			window(node(a11y.RoleGroup, "b", box), node(a11y.RoleGroup, "a")),
			[]string{"removed w a at 0", "added w a at 1"},
		},
		{
			"another role is another thing", window(node(a11y.RoleGroup, "a")), window(node(a11y.RoleList, "a")),
			[]string{"removed w a at 0", "added w a at 0"},
		},
		{"a status changes", window(status("")), window(status("3 found")), []string{"name status", "said status 3 found"}},
		{"a status comes to the page", window(), window(status("3 found")), []string{"added w status at 0", "said status 3 found"}},
		{
			"a status comes with its page", window(), window(node(a11y.RoleGroup, "page", status("Saved"))),
			[]string{"added w page at 0"},
		},
		{
			"an alert comes with its page", window(), window(node(a11y.RoleGroup, "page", alert)),
			[]string{"added w page at 0", "said alert There is a problem"},
		},
		{
			"an alert that takes the focus speaks by that", window(),
			window(with(alert, func(n *a11y.Node) { n.States = a11y.Focusable | a11y.Focused })),
			[]string{"added w alert at 0", "focus alert"},
		},
		{"a mark goes into the list", options(""), options("a"), []string{"active box a"}},
		{"the mark moves", options("a"), options("b"), []string{"active box b"}},
		{"the mark leaves the list", options("b"), options(""), []string{"focus box"}},
		{
			"the window gets the keyboard", window(),
			with(window(), func(n *a11y.Node) { n.States = a11y.Active }),
			[]string{fmt.Sprintf("state w %d true", a11y.Active)},
		},
		{
			"a slider", window(with(box, func(n *a11y.Node) { n.Range = &a11y.Range{Max: 4, Now: 1} })),
			window(with(box, func(n *a11y.Node) { n.Range = &a11y.Range{Max: 4, Now: 2} })),
			[]string{"value box"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := write(a11y.Diff(a11y.NewTree(tt.old), a11y.NewTree(tt.now)))
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("changes (-want +got):\n%s", d)
			}
		})
	}
}

func TestSelectionElsewhereIsNotTold(t *testing.T) {
	page := func(selected int, focus string) *a11y.Node {
		tabs := node(a11y.RoleTabList, "tabs")
		for i := range 2 {
			tab := node(a11y.RoleTab, fmt.Sprint("tab", i))
			if i == selected {
				tab.States |= a11y.Selected
			}
			if tab.ID == focus {
				tab.States |= a11y.Focused
			}
			tabs.Children = append(tabs.Children, tab)
		}
		button := node(a11y.RoleButton, "button")
		if focus == "button" {
			button.States |= a11y.Focused
		}
		return node(a11y.RoleWindow, "w", tabs, button)
	}
	for focus, want := range map[string]int{"button": 0, "tab1": 1} {
		told := 0
		for _, c := range a11y.Diff(a11y.NewTree(page(0, focus)), a11y.NewTree(page(1, focus))) {
			if c.Kind == a11y.SelectionChanged {
				told++
			}
		}
		if told != want {
			t.Errorf("with the focus on %s, selection was told %d times, not %d", focus, told, want)
		}
	}
}

// reader is a client that knows a tree only by what Diff told it.
type reader struct {
	children map[string][]string
	names    map[string]string
	states   map[string]a11y.State
	texts    map[string]string
	focus    string
}

func newReader() *reader {
	return &reader{
		children: map[string][]string{}, names: map[string]string{},
		states: map[string]a11y.State{}, texts: map[string]string{},
	}
}

// load reads a subtree afresh, as a client does with what was added.
func (r *reader) load(t *a11y.Tree, i int) {
	n, key := t.Node(i), t.Key(i)
	r.names[key], r.states[key] = n.Name, n.States&^a11y.Focused
	if n.Text != nil {
		r.texts[key] = n.Text.Content
	}
	r.children[key] = nil
	for _, c := range t.Children(i) {
		r.children[key] = append(r.children[key], t.Key(c))
		r.load(t, c)
	}
}

func (r *reader) forget(key string) {
	for _, c := range r.children[key] {
		r.forget(c)
	}
	delete(r.children, key)
	delete(r.names, key)
	delete(r.states, key)
	delete(r.texts, key)
	if r.focus == key {
		r.focus = ""
	}
}

func (r *reader) hear(t *a11y.Tree, changes []a11y.Change) {
	for _, c := range changes {
		list := r.children[c.Key]
		switch c.Kind {
		case a11y.Removed:
			for i, child := range list {
				if child == c.Child {
					r.children[c.Key] = append(append([]string(nil), list[:i]...), list[i+1:]...)
					break
				}
			}
			r.forget(c.Child)
		case a11y.Added:
			at := min(c.Index, len(list))
			r.children[c.Key] = append(append(append([]string(nil), list[:at]...), c.Child), list[at:]...)
			r.load(t, t.Find(c.Child))
		case a11y.NameChanged:
			r.names[c.Key] = c.Words
		case a11y.StateChanged:
			if c.On {
				r.states[c.Key] |= c.State
			} else {
				r.states[c.Key] &^= c.State
			}
		case a11y.TextDeleted:
			runes := []rune(r.texts[c.Key])
			r.texts[c.Key] = string(runes[:c.Index]) + string(runes[c.Index+len([]rune(c.Words)):])
		case a11y.TextInserted:
			runes := []rune(r.texts[c.Key])
			r.texts[c.Key] = string(runes[:c.Index]) + c.Words + string(runes[c.Index:])
		case a11y.FocusLost:
			r.focus = ""
		case a11y.FocusGained:
			r.focus = c.Key
			if n := t.Node(t.Find(c.Key)); n.Text != nil { // readers say all of it then
				r.texts[c.Key] = n.Text.Content
			}
		}
	}
}

func (r *reader) write(t *a11y.Tree) string {
	var b strings.Builder
	var down func(key string, depth int)
	down = func(key string, depth int) {
		fmt.Fprintf(&b, "%s%s %q %d %q\n", strings.Repeat(" ", depth), key, r.names[key], r.states[key], r.texts[key])
		for _, c := range r.children[key] {
			down(c, depth+1)
		}
	}
	for _, top := range r.children[""] {
		down(top, 0)
	}
	return b.String() + "focus " + r.focus
}

var roles = []a11y.Role{a11y.RoleGroup, a11y.RoleTextBox, a11y.RoleButton}

func anyTree(t *rapid.T) *a11y.Tree {
	var grow func(depth int) *a11y.Node
	grow = func(depth int) *a11y.Node {
		n := &a11y.Node{
			ID:     rapid.SampledFrom([]string{"a", "b", "c", "d", "e", ""}).Draw(t, "id"),
			Role:   rapid.SampledFrom(roles).Draw(t, "role"),
			Name:   rapid.SampledFrom([]string{"one", "two"}).Draw(t, "name"),
			States: a11y.State(rapid.IntRange(0, 3).Draw(t, "states")),
		}
		if n.Role == a11y.RoleTextBox {
			n.Text = &a11y.Text{Content: rapid.StringMatching(`[aáb]{0,4}`).Draw(t, "text")}
		}
		if depth < 3 {
			for range rapid.IntRange(0, 3).Draw(t, "children") {
				n.Children = append(n.Children, grow(depth+1))
			}
		}
		return n
	}
	return a11y.NewTree(grow(0))
}

// A reader that hears every change knows the newest tree, whatever happened.
func TestWhoHearsTheChangesKnowsTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newReader()
		var last *a11y.Tree
		for range 4 {
			tree := anyTree(t)
			r.hear(tree, a11y.Diff(last, tree))
			last = tree

			fresh := newReader()
			fresh.children[""] = []string{tree.Key(0)}
			fresh.load(tree, 0)
			if f := tree.Focus(); f >= 0 {
				fresh.focus = tree.Key(f)
			}
			if d := cmp.Diff(fresh.write(tree), r.write(tree)); d != "" {
				t.Fatalf("what is there (-) and what the reader knows (+):\n%s", d)
			}
		}
	})
}
