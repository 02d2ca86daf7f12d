package atspi

import "recordwell/ui/a11y"

// The numbers of enum AtspiStateType that are in use.
const (
	stActive          = 1
	stBusy            = 3
	stChecked         = 4
	stCollapsed       = 5
	stEditable        = 7
	stEnabled         = 8
	stExpandable      = 9
	stExpanded        = 10
	stFocusable       = 11
	stFocused         = 12
	stHorizontal      = 14
	stModal           = 16
	stMultiLine       = 17
	stMultiSelectable = 18
	stSelectable      = 22
	stSelected        = 23
	stSensitive       = 24
	stShowing         = 25
	stSingleLine      = 26
	stVisible         = 30
	stRequired        = 33
	stInvalidEntry    = 36
	stSelectableText  = 38
	stCheckable       = 41
	stHasPopup        = 42
	stReadOnly        = 43
)

// stateNames are the words of state-changed events.
var stateNames = map[int]string{
	stActive: "active", stBusy: "busy", stChecked: "checked", stEditable: "editable",
	stEnabled: "enabled", stExpandable: "expandable", stExpanded: "expanded",
	stFocusable: "focusable", stFocused: "focused", stModal: "modal",
	stMultiLine: "multi-line", stMultiSelectable: "multiselectable",
	stSelected: "selected", stSensitive: "sensitive", stShowing: "showing",
	stSingleLine: "single-line", stRequired: "required", stInvalidEntry: "invalid-entry",
	stReadOnly: "read-only", stCollapsed: "collapsed",
}

// set is a state set as AT-SPI sends it: 64 bits in two words, low word first.
type set uint64

func (s *set) add(states ...int) {
	for _, st := range states {
		*s |= 1 << st
	}
}

func (s set) has(state int) bool { return s&(1<<state) != 0 }

func (s set) words() []uint32 { return []uint32{uint32(s), uint32(s >> 32)} }

// simple are the states that need no more than a number.
var simple = []struct {
	from a11y.State
	to   int
}{
	{a11y.Focusable, stFocusable},
	{a11y.Focused, stFocused},
	{a11y.Checked, stChecked},
	{a11y.Expandable, stExpandable},
	{a11y.Required, stRequired},
	{a11y.Invalid, stInvalidEntry},
	{a11y.ReadOnly, stReadOnly},
	{a11y.Busy, stBusy},
	{a11y.Modal, stModal},
	{a11y.MultiSelectable, stMultiSelectable},
	{a11y.Active, stActive},
}

// statesOf are the states of a node for a client.
func statesOf(n *a11y.Node) set {
	var s set
	s.add(stVisible)
	for _, p := range simple {
		if n.Has(p.from) {
			s.add(p.to)
		}
	}
	if !n.Has(a11y.Offscreen) {
		s.add(stShowing)
	}
	if !n.Has(a11y.Disabled) {
		s.add(stEnabled, stSensitive)
	}
	if n.Has(a11y.Selected) {
		s.add(stSelectable, stSelected)
	}
	if n.Has(a11y.Expandable) {
		if n.Has(a11y.Expanded) {
			s.add(stExpanded)
		} else {
			s.add(stCollapsed)
		}
	}
	byRole(n, &s)
	return s
}

func byRole(n *a11y.Node, s *set) {
	switch n.Role {
	case a11y.RoleCheckBox, a11y.RoleRadio, a11y.RoleSwitch: // a switch that is pressed too is said twice
		s.add(stCheckable)
	case a11y.RoleOption, a11y.RoleTab:
		s.add(stSelectable)
	case a11y.RoleComboBox:
		s.add(stHasPopup)
	case a11y.RoleSlider:
		s.add(stHorizontal)
	}
	if n.Text == nil {
		return
	}
	s.add(stSelectableText)
	if editable(n) {
		s.add(stEditable)
	}
	if n.Has(a11y.MultiLine) {
		s.add(stMultiLine)
	} else {
		s.add(stSingleLine)
	}
}

func editable(n *a11y.Node) bool {
	return n.SetText != nil && n.States&(a11y.ReadOnly|a11y.Disabled) == 0
}
