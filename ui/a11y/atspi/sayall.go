package atspi

import (
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"

	"recordwell/ui/a11y"
)

// roleTold is what stands in the place of a control where a reader says all. Orca then
// reads nothing but text, from one object to the next that it flows to: a question and
// its choices would be passed by. A told object has in its text all that is said of the
// control, and stands in no list of children.
//
// A number follows the role in its path, which grows when something goes: clients
// remember for good what an object is in, and are not told that it went when it is in
// no list. Any number will do in a question.
const roleTold = "told"

// toldPath is the path of what stands in the place of the node with a key.
func (s *server) toldPath(key string) dbus.ObjectPath {
	return pathOf(a11y.Role(roleTold+strconv.Itoa(int(s.gone.Load()))), key)
}

// isTold reports the role in the path of a told object.
func isTold(role a11y.Role) bool { return strings.HasPrefix(string(role), roleTold) }

// told reports nodes that are told in words of their own where a reader says all:
// controls, what is shown of a state, and the hints of groups, whose names readers say
// as they come into them. A link inside a sentence is part of it.
func told(t *a11y.Tree, i int) bool {
	n := t.Node(i)
	switch n.Role {
	case a11y.RoleLink:
		return t.Node(t.Parent(i)).Role != a11y.RoleText
	case a11y.RoleGroup, a11y.RoleRadioGroup:
		return n.Description != ""
	case a11y.RoleListItem:
		return n.Name != "" && !isLine(n)
	case a11y.RoleStatus, a11y.RoleAlert:
		return n.Name != ""
	}
	return control(n)
}

// control reports what can be worked, or shows something without words around it.
func control(n *a11y.Node) bool {
	switch n.Role {
	case a11y.RoleButton, a11y.RoleTextBox, a11y.RoleCheckBox, a11y.RoleRadio, a11y.RoleComboBox, a11y.RoleOption, a11y.RoleTab,
		a11y.RoleSwitch, a11y.RoleSlider, a11y.RoleProgress, a11y.RoleImage, a11y.RoleColumnHeader, a11y.RoleRowHeader, a11y.RoleCell:
		return true
	}
	return false
}

// onPage reports words on the page, which are read as they stand.
func onPage(n *a11y.Node) bool {
	return n.Role == a11y.RoleText || n.Role == a11y.RoleHeading || isLine(n)
}

// flows reports what a reader can say all from.
func (o object) flows() bool {
	n := o.t.Node(o.i)
	return onPage(n) || n.Role == a11y.RoleLink || told(o.t, o.i)
}

// next is what comes next on the page, in words, or before with a step of -1.
func (o object) next(step int) (object, bool) {
	for i := o.i + step; i > 0 && i < o.t.Len(); i += step {
		switch {
		case onPage(o.t.Node(i)) && !heads(o.t, i):
			return o.at(i), true
		case told(o.t, i):
			return object{s: o.s, t: o.t, i: i, told: true}, true
		}
	}
	return o, false
}

// heads reports the title of a group that has its name, which readers say as they come
// into it.
func heads(t *a11y.Tree, i int) bool {
	n, p := t.Node(i), t.Node(t.Parent(i))
	return n.Role == a11y.RoleHeading && p.Role == a11y.RoleGroup && p.Name == n.Name
}

// tell is the node of a told object: words in the place of the control number i.
func tell(t *a11y.Tree, i int) *a11y.Node {
	n := t.Node(i)
	words, hint := toldWords(n), n.Description
	if head := headOf(t, i); n.Role == a11y.RoleCell && head != "" {
		words = head + ": " + words
	}
	if isCell(n) || onPageToo(n) || beside(t, i) {
		hint = "" // a cell has the number of its row
	}
	return &a11y.Node{Role: a11y.RoleText, Name: sentences(words, hint), Lang: n.Lang, Bounds: n.Bounds, States: n.States & a11y.Offscreen}
}

// toldWords are the name of a control, what it is and what it holds.
func toldWords(n *a11y.Node) string {
	switch n.Role {
	case a11y.RoleGroup, a11y.RoleRadioGroup:
		return "" // a reader has said its name
	case a11y.RoleColumnHeader, a11y.RoleRowHeader, a11y.RoleCell, a11y.RoleListItem, a11y.RoleOption, a11y.RoleStatus, a11y.RoleAlert:
		return n.Name
	}
	words := kindOf(n).name
	switch {
	case n.Role == a11y.RoleSwitch:
		words = "switch"
	case n.Role == a11y.RoleRadio && n.Has(a11y.Checked), n.Has(a11y.Selected):
		words += ", selected"
	case n.Role == a11y.RoleRadio:
		words += ", not selected"
	case n.Role == a11y.RoleCheckBox && n.Has(a11y.Checked):
		words += ", checked"
	case n.Role == a11y.RoleCheckBox:
		words += ", not checked"
	}
	for _, s := range []struct {
		state a11y.State
		words string
	}{{a11y.Required, ", required"}, {a11y.Invalid, ", invalid"}, {a11y.Disabled, ", not available"}} {
		if n.Has(s.state) {
			words += s.words
		}
	}
	switch {
	case n.Name == "":
	case strings.ContainsAny(n.Name[len(n.Name)-1:], ".?!"):
		words = n.Name + " " + words
	default:
		words = n.Name + ", " + words
	}
	return sentences(words, shown(n))
}

// headOf is the name of a cell's column.
func headOf(t *a11y.Tree, i int) string {
	o := object{t: t, i: i}
	if in, ok := o.table(); ok {
		if h := in.columnHeader(o.t.Node(i).Col); h >= 0 {
			return t.Node(h).Name
		}
	}
	return ""
}

// beside reports a hint that was told with the control before or the item around, as
// each box of a date has the same error, and a link to an answer has the answer.
func beside(t *a11y.Tree, i int) bool {
	hint, p, before := t.Node(i).Description, t.Parent(i), t.Index(i)-1
	return before >= 0 && t.Node(t.Child(p, before)).Description == hint ||
		t.Node(p).Role == a11y.RoleListItem && strings.Contains(t.Node(p).Name, hint)
}

// onPageToo reports a node whose hint or error stands on the page as well.
func onPageToo(n *a11y.Node) bool {
	for _, r := range n.Relations {
		if r.Kind == a11y.DescribedBy || r.Kind == a11y.ErrorMessage {
			return true
		}
	}
	return false
}

// shown is what a box, a list or a slider shows.
func shown(n *a11y.Node) string {
	switch {
	case n.Text != nil && n.Text.Content == "", n.Role == a11y.RoleComboBox && n.Text == nil && n.Value == "":
		return "Empty"
	case n.Text != nil && n.Text.Secret:
		return "Hidden"
	case n.Text != nil:
		return n.Text.Content
	case n.Value == "" && n.Range != nil:
		return n.Range.Words
	}
	return n.Value
}
