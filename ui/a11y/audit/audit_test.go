package audit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
	"recordwell/ui/a11y/audit"
)

// tab is the order of the sample's stops.
var tab = []string{
	"guide", "first", "notes", "passcode", "school-yes", "agree", "motion", "section", "language",
	"choice-0", "section-1", "figures-1-0", "tab-story", "size", "save", "keep",
}

// page is the sample with one error shown and the list of languages open.
func page() *a11y.Node {
	s := a11ytest.NewSample()
	s.Fail("Enter Maya’s first name")
	s.Search("p", []string{"Polish", "Portuguese"}, 1)
	return s.Describe()
}

func find(root *a11y.Node, id string) *a11y.Node {
	var found *a11y.Node
	root.Walk(func(n, _ *a11y.Node) bool {
		if n.ID == id {
			found = n
		}
		return found == nil
	})
	return found
}

func TestASoundPage(t *testing.T) {
	audit.Report(t, "sample", page(), audit.Options{Tab: tab})
}

// measured is what Measure gives where words of w by h have room for 100 by 40.
func measured(w, h float32) func() (a11y.Extent, a11y.Extent) {
	return func() (a11y.Extent, a11y.Extent) { return a11y.Extent{W: w, H: h}, a11y.Extent{W: 100, H: 40} }
}

func TestFindings(t *testing.T) {
	tests := []struct {
		rule audit.Rule
		name string
		spot string // the id that is found
		why  string // a part of the reason
		do   func(n *a11y.Node, root *a11y.Node)
	}{
		{audit.Nameless, "a button without name", "save", "nothing is said", func(n, _ *a11y.Node) { n.Name = " " }},
		{audit.Nameless, "a picture without name", "chart", "needs a name", func(n, _ *a11y.Node) { n.Name = "" }},
		{audit.Nameless, "a role of one's own", "save", "none of", func(n, _ *a11y.Node) { n.Role = "knob" }},
		{audit.SameName, "two Changes in one list", "b", "another in the same group", func(n, root *a11y.Node) {
			list := find(root, "sections")
			list.Children = append(list.Children, &a11y.Node{ID: "i", Role: a11y.RoleListItem, Children: []*a11y.Node{
				{ID: "a", Role: a11y.RoleLink, Name: "Change"},
			}}, &a11y.Node{ID: "j", Role: a11y.RoleListItem, Children: []*a11y.Node{
				{ID: "b", Role: a11y.RoleLink, Name: "Change"},
			}})
		}},
		{audit.SameName, "two actions of a node", "save", "two actions", func(n, _ *a11y.Node) { n.Actions = append(n.Actions, n.Actions[0]) }},
		{audit.ErrorUntold, "no description", "first", "no description", func(n, _ *a11y.Node) { n.Description = "" }},
		{audit.ErrorUntold, "the hint alone", "first", "lacks the error", func(n, _ *a11y.Node) { n.Description = "As on the birth certificate" }},
		{audit.HeadingSkipped, "from 1 to 3", "story-title", "3 after 1", func(n, _ *a11y.Node) { n.Level = 3 }},
		{audit.HeadingSkipped, "no level", "story-title", "not 1 to 6", func(n, _ *a11y.Node) { n.Level = 0 }},
		{audit.HeadingSkipped, "two titles", "story-title", "second title", func(n, _ *a11y.Node) { n.Level = 1 }},
		{audit.HeadingSkipped, "no title", "story-title", "none of level 1", func(_, root *a11y.Node) { find(root, "title").Level = 2 }},
		{audit.OutsideParent, "below its group", "first", "its group", func(n, _ *a11y.Node) { n.Bounds.Y += 50 }},
		{audit.OutsideParent, "beside the window", "language-list", "its window", func(n, _ *a11y.Node) {
			n.Bounds.X += 900
			for _, c := range n.Children {
				c.Bounds.X += 900
			}
		}},
		{audit.OutsideParent, "no size", "keep", "no size", func(n, _ *a11y.Node) { n.Bounds = a11y.Rect{} }},
		{audit.TargetSmall, "a flat button", "save", "600 by 30", func(n, _ *a11y.Node) { n.Bounds.H = 30 }},
		{audit.TargetSmall, "a link that stands alone", "guide", "600 by 24", func(n, _ *a11y.Node) { n.States &^= a11y.Inline }},
		{audit.FocusHidden, "two have it", "save", "something else", func(n, _ *a11y.Node) { n.States |= a11y.Focused }},
		{audit.FocusHidden, "scrolled away", "title", "out of view", func(_, root *a11y.Node) { find(root, "title").States |= a11y.Offscreen }},
		{audit.FocusHidden, "a dialog without it", "dialog", "not in it", func(n, _ *a11y.Node) { n.States |= a11y.Modal }},
		{audit.FocusHidden, "not focusable", "title", "not focusable", func(n, _ *a11y.Node) { n.States = a11y.Focused }},
		{audit.TextCut, "too wide", "save", "need 101 by 40", func(n, _ *a11y.Node) { n.Measure = measured(101, 40) }},
		{audit.TextCut, "too high", "save", "need 100 by 41", func(n, _ *a11y.Node) { n.Measure = measured(100, 41) }},
		{audit.Identity, "taken", "save#2", "another node", func(_, root *a11y.Node) { find(root, "keep").ID = "save" }},
		{audit.Identity, "missing", "dialog/button0", "no id", func(_, root *a11y.Node) { find(root, "keep").ID = "" }},
		{audit.Contradiction, "expanded", "save", "expanded", func(n, _ *a11y.Node) { n.States |= a11y.Expanded }},
		{audit.Contradiction, "checked", "save", "no box", func(n, _ *a11y.Node) { n.States |= a11y.Checked }},
		{audit.Contradiction, "two radios", "school-no", "chosen as well", func(n, root *a11y.Node) {
			n.States |= a11y.Checked
			find(root, "school-yes").States |= a11y.Checked
		}},
		{audit.Contradiction, "a caret beyond the text", "first", "caret", func(n, _ *a11y.Node) { n.Text.Caret = 9 }},
		{audit.Contradiction, "a cell beyond the table", "figures-1-1", "column 5", func(n, _ *a11y.Node) { n.Col = 5 }},
		{audit.Contradiction, "a value beyond the range", "size", "outside of its range", func(n, _ *a11y.Node) { n.Range.Now = 999 }},
		{audit.LeadsNowhere, "a relation", "first", `names "gone"`, func(n, _ *a11y.Node) {
			n.Relations = append(n.Relations, a11y.Relation{Kind: a11y.Details, IDs: []string{"gone"}})
		}},
		{audit.TabOrder, "backwards", "first", "reading before", nil},
		{audit.TabOrder, "left out", "keep", "never reaches", nil},
	}
	orders := map[string][]string{
		"backwards": append([]string{"guide", "notes", "first"}, tab[3:]...),
		"left out":  tab[:len(tab)-1],
	}
	tried := map[audit.Rule]bool{}
	for _, tt := range tests {
		tried[tt.rule] = true
		t.Run(string(tt.rule)+"/"+tt.name, func(t *testing.T) {
			root := page()
			order := tab
			if tt.do != nil {
				n := find(root, tt.spot)
				tt.do(n, root)
			} else {
				order = orders[tt.name]
			}
			got := audit.Check(root, audit.Options{Tab: order, Only: []audit.Rule{tt.rule}})
			if len(got) != 1 || got[0].ID != tt.spot || !strings.Contains(got[0].Why, tt.why) {
				t.Errorf("found %v, want %s at %s", got, tt.why, tt.spot)
			}
		})
	}
	for _, r := range audit.Rules() {
		if !tried[r] {
			t.Errorf("nothing here breaks the rule %q", r)
		}
	}
}

// TestFocusHigherThanItsPlace: what has the focus may be higher than what it scrolls
// in, as a long list of errors is, while its top is in sight.
func TestFocusHigherThanItsPlace(t *testing.T) {
	for _, tt := range []struct {
		y, h float32
		want bool // found
	}{{60, 300, false}, {60, 560, false}, {60, 900, false}, {40, 560, true}, {460, 300, true}} {
		summary := &a11y.Node{ID: "summary", Role: a11y.RoleAlert, Name: "There is a problem", Bounds: a11y.Rect{Y: tt.y, W: 600, H: tt.h}, States: a11y.Focusable | a11y.Focused}
		root := &a11y.Node{ID: "window", Role: a11y.RoleWindow, Name: "Recordwell", Bounds: a11y.Rect{W: 600, H: 600}, Children: []*a11y.Node{
			{ID: "page", Role: a11y.RoleGroup, Name: "Questions", Scrolls: true, Bounds: a11y.Rect{Y: 50, W: 600, H: 500}, Children: []*a11y.Node{summary}},
		}}
		got := audit.Check(root, audit.Options{Only: []audit.Rule{audit.FocusHidden}})
		if (len(got) > 0) != tt.want {
			t.Errorf("from %v, %v high: %v", tt.y, tt.h, got)
		}
	}
}

// log is a Reporter that keeps what it is told.
type log []string

func (*log) Helper() {}

func (l *log) Errorf(format string, args ...any) { *l = append(*l, fmt.Sprintf(format, args...)) }

func TestReportAndAllow(t *testing.T) {
	root := page()
	find(root, "save").Name = ""
	find(root, "chart").Name = ""
	var l log
	audit.Report(&l, "sample, dark", root, audit.Options{
		Allow: func(f audit.Finding) bool { return f.ID == "chart" },
	})
	want := log{`sample, dark: no name or role (4.1.2): button "" (save): the focus goes there and nothing is said`}
	if !slices.Equal(l, want) {
		t.Errorf("reported %q, want %q", l, want)
	}
}
