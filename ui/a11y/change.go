package a11y

// ChangeKind says what happened to a node between two trees.
type ChangeKind uint8

// The kinds of change, in the order in which [Diff] gives them. Things that
// describe a node come before the focus reaches it, so that a reader says them
// once, and the description of the node that it left after it, when nobody listens; the focus comes before its text and caret, or Orca skips the field in
// silence; words to announce come last, so that nothing cuts them short.
const (
	Removed ChangeKind = iota // Child, from Key; Index was its place
	Added                     // Child, to Key; Index is its place
	NameChanged
	DescriptionChanged
	ValueChanged // Value or Range
	StateChanged // State and On
	FocusLost
	FocusGained
	ActiveChildChanged // Child is the new one
	TextDeleted        // Index, in letters, and Words
	TextInserted       // the same
	CaretMoved         // Index, in letters
	TextSelectionChanged
	SelectionChanged // of a list, tabs or table: other children are selected
	Said             // Words are to be announced, as Live says
)

// Change is one difference between two trees. Key is the node it happened to,
// which is in the new tree; for Removed and Added that is the parent, and "" is
// what is above the root.
type Change struct {
	Kind  ChangeKind
	Key   string
	Child string
	Role  Role // of Child
	Index int
	State State
	On    bool
	Words string
	Live  Live
}

// Diff lists what a reader must be told so that, knowing the old tree, it knows
// the new one. A node is the same if its key, its role and its parent are. Either
// tree may be nil or empty.
func Diff(old, now *Tree) []Change {
	if old == nil {
		old = NewTree(nil)
	}
	if now == nil {
		now = NewTree(nil)
	}
	d := differ{old: old, now: now}
	d.match()
	d.structure()
	for i, j := range d.was {
		if j >= 0 {
			d.describe(i, j)
		}
	}
	d.focus()
	for i, j := range d.was {
		if d.leaving(i) {
			d.description(i, j)
		}
	}
	arriving := d.arriving()
	for i, j := range d.was {
		if j >= 0 {
			if i != arriving {
				d.content(i, j)
			}
			d.caret(i, j)
		}
	}
	d.selections()
	d.live()
	return d.changes
}

type differ struct {
	old, now *Tree
	was      []int  // for each node of now: its number in old, or -1
	kept     []bool // for each node of old: it is in now
	selected []int  // nodes of now whose selected state changed
	changes  []Change
}

func (d *differ) say(c Change) { d.changes = append(d.changes, c) }

// match pairs the nodes of both trees, parents first.
func (d *differ) match() {
	d.was = make([]int, d.now.Len())
	d.kept = make([]bool, d.old.Len())
	for i := range d.was {
		d.was[i] = -1
		j := d.old.Find(d.now.Key(i))
		if j < 0 || d.old.Node(j).Role != d.now.Node(i).Role {
			continue
		}
		p, q := d.now.Parent(i), d.old.Parent(j)
		if (p < 0) != (q < 0) || p >= 0 && d.was[p] != q {
			continue
		}
		d.was[i], d.kept[j] = j, true
	}
	for i := range d.was {
		if d.was[i] >= 0 {
			d.reordered(i)
		}
	}
}

// reordered unpairs the children of i that changed places among themselves,
// with all below them: to a reader they left and came back.
func (d *differ) reordered(i int) {
	highest := -1
	for c := i + 1; c < d.now.End(i); c = d.now.End(c) {
		j := d.was[c]
		switch {
		case j < 0:
		case j > highest:
			highest = j
		default:
			for k := c; k < d.now.End(c); k++ {
				if d.was[k] >= 0 {
					d.kept[d.was[k]] = false
					d.was[k] = -1
				}
			}
		}
	}
}

// structure tells of the tops of what left, last first, and of what came.
func (d *differ) structure() {
	for j := d.old.Len() - 1; j >= 0; j-- {
		p := d.old.Parent(j)
		if d.kept[j] || p >= 0 && !d.kept[p] {
			continue
		}
		d.say(Change{Kind: Removed, Key: keyOrTop(d.old, p), Child: d.old.Key(j), Role: d.old.Node(j).Role, Index: d.old.Index(j)})
	}
	for i, j := range d.was {
		p := d.now.Parent(i)
		if j >= 0 || p >= 0 && d.was[p] < 0 {
			continue
		}
		d.say(Change{Kind: Added, Key: keyOrTop(d.now, p), Child: d.now.Key(i), Role: d.now.Node(i).Role, Index: d.now.Index(i)})
	}
}

func keyOrTop(t *Tree, i int) string {
	if i < 0 {
		return ""
	}
	return t.Key(i)
}

// leaving reports the node that had the focus and has it no longer, unless something
// is wrong with it, which should be heard.
func (d *differ) leaving(i int) bool {
	return d.was[i] >= 0 && d.was[i] == d.old.Focus() && i != d.now.Focus() && !d.now.Node(i).Has(Invalid)
}

// description compares the descriptions of a node.
func (d *differ) description(i, j int) {
	if n := d.now.Node(i); n.Description != d.old.Node(j).Description {
		d.say(Change{Kind: DescriptionChanged, Key: d.now.Key(i), Words: n.Description})
	}
}

// describe compares what is said of a node, apart from its focus and text.
func (d *differ) describe(i, j int) {
	n, o, key := d.now.Node(i), d.old.Node(j), d.now.Key(i)
	if n.Name != o.Name {
		d.say(Change{Kind: NameChanged, Key: key, Words: n.Name})
	}
	if !d.leaving(i) {
		d.description(i, j)
	}
	if n.Value != o.Value || (n.Range == nil) != (o.Range == nil) || n.Range != nil && *n.Range != *o.Range {
		d.say(Change{Kind: ValueChanged, Key: key, Words: n.Value})
	}
	diff := (n.States ^ o.States) &^ Focused
	for s := State(1); diff != 0; s <<= 1 {
		if diff&s != 0 {
			diff &^= s
			d.say(Change{Kind: StateChanged, Key: key, State: s, On: n.Has(s)})
			if s == Selected {
				d.selected = append(d.selected, i)
			}
		}
	}
}

// arriving is the number of a node that was there before and has the focus now, or -1.
// What changed in its box is not told: with the focus readers say all that it holds,
// and would say the change once more.
func (d *differ) arriving() int {
	to := d.now.Focus()
	if to < 0 || d.was[to] < 0 || d.was[to] == d.old.Focus() {
		return -1
	}
	return to
}

// focus tells of the one focus that moved, if it did.
func (d *differ) focus() {
	from, to := d.old.Focus(), d.now.Focus()
	moved := to >= 0 && (from < 0 || d.was[to] != from)
	if from >= 0 && d.kept[from] && (moved || to < 0) {
		d.say(Change{Kind: FocusLost, Key: d.old.Key(from)})
	}
	if to < 0 {
		return
	}
	child := d.now.Related(to, ActiveChild)
	if !moved {
		before := d.old.Related(from, ActiveChild)
		switch {
		case child >= 0 && (before < 0 || d.was[child] != before):
		case child < 0 && before >= 0:
			moved = true // the mark left the list: the reader goes back to the text box
		default:
			return
		}
	}
	if moved {
		d.say(Change{Kind: FocusGained, Key: d.now.Key(to)})
	}
	if child >= 0 {
		d.say(Change{Kind: ActiveChildChanged, Key: d.now.Key(to), Child: d.now.Key(child), Role: d.now.Node(child).Role, Index: d.now.Index(child)})
	}
}

// selections tells of containers in which the person is and something else is
// selected. One elsewhere is left out: it would pull the reader away.
func (d *differ) selections() {
	told := -1
	for _, i := range d.selected {
		p := d.now.Above(i, RoleListBox, RoleTabList, RoleTable, RoleList)
		if p < 0 || p == told || !d.now.Contains(p, d.now.Focus()) {
			continue
		}
		told = p
		d.say(Change{Kind: SelectionChanged, Key: d.now.Key(p)})
	}
}
