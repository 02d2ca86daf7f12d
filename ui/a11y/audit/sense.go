package audit

import (
	"slices"

	"recordwell/ui/a11y"
)

func (a *audit) identity() {
	taken := map[string]bool{}
	a.each(func(i int, n *a11y.Node) {
		switch {
		case n.ID == "" && n.Has(a11y.Focusable):
			a.found(i, "the focus goes there and it has no id")
		case n.ID != "" && taken[n.ID]:
			a.found(i, "another node has the id %q", n.ID)
		}
		taken[n.ID] = true
	})
}

// checkable are the roles that are ticked or not.
var checkable = []a11y.Role{a11y.RoleCheckBox, a11y.RoleRadio, a11y.RoleSwitch}

func (a *audit) contradictions() {
	a.each(func(i int, n *a11y.Node) {
		say := func(when bool, why string) {
			if when {
				a.found(i, "%s", why)
			}
		}
		say(n.Has(a11y.Expanded) && !n.Has(a11y.Expandable), "it is expanded and cannot be")
		say(n.Has(a11y.Checked) && !slices.Contains(checkable, n.Role), "it is checked and has no box")
		say(n.Has(a11y.Required|a11y.ReadOnly), "it is required and cannot be written")
		say(n.Has(a11y.Focusable|a11y.Disabled), "it is disabled and takes the focus; leave it live and say what is missing")
		say(n.Pos < 0 || n.Pos > n.Size, "its place is beyond the size of its set")
		say(n.Role == a11y.RoleTextBox && n.Text == nil, "it is a text box without text")
		say(n.Role == a11y.RoleSlider && n.Range == nil, "it is a slider without a range")
		say(n.Role == a11y.RoleTable && (n.Rows <= 0 || n.Cols <= 0), "it is a table without rows or columns")
		if r := n.Range; r != nil {
			say(r.Now < r.Min || r.Now > r.Max, "its value is outside of its range")
		}
		if t := n.Text; t != nil {
			length := len([]rune(t.Content))
			say(t.Caret < 0 || t.Caret > length || min(t.SelStart, t.SelEnd) < 0 || max(t.SelStart, t.SelEnd) > length,
				"its caret or selection is outside of its text")
		}
		a.cell(i, n)
	})
	a.choices()
}

func (a *audit) cell(i int, n *a11y.Node) {
	if n.Role != a11y.RoleCell && n.Role != a11y.RoleColumnHeader && n.Role != a11y.RoleRowHeader {
		return
	}
	t := a.tree.Above(i, a11y.RoleTable)
	if t < 0 {
		a.found(i, "it is a cell and in no table")
		return
	}
	if in := a.tree.Node(t); n.Row < 0 || n.Col < 0 || n.Row >= in.Rows || n.Col >= in.Cols {
		a.found(i, "it is at row %d, column %d of %d by %d", n.Row, n.Col, in.Rows, in.Cols)
	}
}

// choices checks that at most one radio button of a group is chosen.
func (a *audit) choices() {
	chosen := map[int]int{}
	a.each(func(i int, n *a11y.Node) {
		if n.Role != a11y.RoleRadio {
			return
		}
		g := a.tree.Above(i, a11y.RoleRadioGroup)
		if g < 0 {
			a.found(i, "it is a radio button and in no group")
			return
		}
		if n.Has(a11y.Checked) {
			if chosen[g]++; chosen[g] > 1 {
				a.found(i, "another of its group is chosen as well")
			}
		}
	})
}

func (a *audit) relations() {
	a.each(func(i int, n *a11y.Node) {
		for _, r := range n.Relations {
			for _, id := range r.IDs {
				if a.tree.Find(id) < 0 {
					a.found(i, "%s names %q, which is not in the tree", r.Kind, id)
				}
			}
		}
	})
}
