package a11y_test

import (
	"reflect"
	"testing"

	"recordwell/ui/a11y"
)

func TestEveryRoleHasAPlaceElsewhere(t *testing.T) {
	for _, r := range a11y.Roles() {
		p, ok := a11y.PlatformOf(r)
		if !ok {
			t.Errorf("%s has none", r)
			continue
		}
		if p.ControlType < 50000 || p.ControlType > 50040 {
			t.Errorf("%s: %d is no control type", r, p.ControlType)
		}
		if len(p.AXRole) < 3 || p.AXRole[:2] != "AX" {
			t.Errorf("%s: %q is no NSAccessibility role", r, p.AXRole)
		}
	}
	if _, ok := a11y.PlatformOf("knob"); ok {
		t.Error("a role of nobody's has a place")
	}
}

func TestEveryFieldIsCarried(t *testing.T) {
	node := reflect.TypeFor[a11y.Node]()
	for i := range node.NumField() {
		if c := a11y.Fields[node.Field(i).Name]; c.UIA == "" || c.NS == "" {
			t.Errorf("Node.%s has no place elsewhere", node.Field(i).Name)
		}
	}
	if len(a11y.Fields) != node.NumField() {
		t.Errorf("%d fields are carried, a node has %d", len(a11y.Fields), node.NumField())
	}
	last := a11y.Inline
	for s := a11y.State(1); s <= last; s <<= 1 {
		if c := a11y.StateFields[s]; c.UIA == "" || c.NS == "" {
			t.Errorf("the state %b has no place elsewhere", s)
		}
	}
	for _, r := range []a11y.RelationKind{
		a11y.LabelledBy, a11y.DescribedBy, a11y.ErrorMessage, a11y.Controls, a11y.MemberOf, a11y.ActiveChild, a11y.Details,
	} {
		if c := a11y.RelationFields[r]; c.UIA == "" || c.NS == "" {
			t.Errorf("the relation %s has no place elsewhere", r)
		}
	}
}
