package audit

import (
	"slices"
	"strings"

	"recordwell/ui/a11y"
)

// named are the roles that need a name even where the focus does not go.
var named = []a11y.Role{
	a11y.RoleWindow, a11y.RoleRegion, a11y.RoleDialog, a11y.RoleHeading, a11y.RoleRadioGroup,
	a11y.RoleTable, a11y.RoleTabList, a11y.RoleImage, a11y.RoleProgress, a11y.RoleText,
}

func (a *audit) names() {
	a.each(func(i int, n *a11y.Node) {
		switch {
		case !slices.Contains(a11y.Roles(), n.Role):
			a.found(i, "the role %q is none of a11y.Roles", n.Role)
		case strings.TrimSpace(n.Name) != "":
		case n.Has(a11y.Focusable):
			a.found(i, "the focus goes there and nothing is said")
		case slices.Contains(named, n.Role):
			a.found(i, "a %s needs a name", n.Role)
		}
	})
}

// groups are the roles inside which every action has a name of its own.
var groups = []a11y.Role{
	a11y.RoleWindow, a11y.RoleRegion, a11y.RoleDialog, a11y.RoleDocument, a11y.RoleGroup,
	a11y.RoleRadioGroup, a11y.RoleList, a11y.RoleListBox, a11y.RoleTable, a11y.RoleTabList,
}

func (a *audit) sameNames() {
	type place struct {
		group int
		name  string
	}
	seen := map[place]bool{}
	a.each(func(i int, n *a11y.Node) {
		actions := map[string]bool{}
		for _, act := range n.Actions {
			if actions[act.Name] {
				a.found(i, "it has two actions named %q", act.Name)
			}
			actions[act.Name] = true
		}
		if n.Role != a11y.RoleButton && n.Role != a11y.RoleLink || n.Name == "" {
			return
		}
		p := place{a.tree.Above(i, groups...), n.Name}
		if seen[p] {
			a.found(i, "another in the same group has this name; say what it is about, as in “Change date of birth”")
		}
		seen[p] = true
	})
}

func (a *audit) errors() {
	a.each(func(i int, n *a11y.Node) {
		if !n.Has(a11y.Invalid) {
			return
		}
		if strings.TrimSpace(n.Description) == "" {
			a.found(i, "it is in error and has no description")
			return
		}
		for _, r := range n.Relations {
			if r.Kind != a11y.ErrorMessage {
				continue
			}
			for _, id := range r.IDs {
				j := a.tree.Find(id)
				if j < 0 {
					continue // LeadsNowhere tells of it
				}
				if said := a11y.Words(a.tree.Node(j)); !strings.Contains(n.Description, said) {
					a.found(i, "the description lacks the error %q", said)
				}
			}
		}
	})
}

func (a *audit) headings() {
	last, titles, any := 0, 0, -1
	a.each(func(i int, n *a11y.Node) {
		if n.Role == a11y.RoleDialog {
			last = 0 // a dialog begins anew
		}
		if n.Role != a11y.RoleHeading {
			return
		}
		any = i
		switch {
		case n.Level < 1 || n.Level > 6:
			a.found(i, "its level is %d, which is not 1 to 6", n.Level)
		case last > 0 && n.Level > last+1:
			a.found(i, "its level is %d after %d", n.Level, last)
		}
		last = n.Level
		if n.Level == 1 && a.tree.Above(i, a11y.RoleDialog) < 0 {
			if titles++; titles == 2 {
				a.found(i, "the page has a second title")
			}
		}
	})
	if any >= 0 && titles == 0 && a.tree.Node(0).Role == a11y.RoleWindow {
		a.found(any, "the page has headings and none of level 1")
	}
}

func (a *audit) text() {
	a.each(func(i int, n *a11y.Node) {
		if n.Measure == nil {
			return
		}
		needed, given := n.Measure()
		if needed.W > given.W+half || needed.H > given.H+half {
			a.found(i, "the words need %.0f by %.0f px and have %.0f by %.0f", needed.W, needed.H, given.W, given.H)
		}
	})
}
