package a11y_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
)

func TestWords(t *testing.T) {
	name := func(n *a11y.Node) *a11y.Node { n.ID = ""; return n }
	tests := []struct {
		name string
		node *a11y.Node
		want string
	}{
		{"name", node(a11y.RoleButton, "Save"), "Save"},
		{"name and value", &a11y.Node{Name: "Section", Value: "All"}, "Section, All"},
		{"a name that ends in a stop", &a11y.Node{Name: "Is it?", Value: "Yes"}, "Is it? Yes"},
		{"text", &a11y.Node{Name: "Name", Text: &a11y.Text{Content: "Maya"}}, "Name, Maya"},
		{"a secret", &a11y.Node{Name: "Passphrase", Value: "x", Text: &a11y.Text{Content: "open", Secret: true}}, "Passphrase"},
		{"a range", &a11y.Node{Name: "Size", Range: &a11y.Range{Now: 2, Words: "200%"}}, "Size, 200%"},
		{"what is below", name(&a11y.Node{Children: []*a11y.Node{nil, node(a11y.RoleText, "A"), node(a11y.RoleText, "B")}}), "A, B"},
		{"nothing", &a11y.Node{}, ""},
	}
	for _, tt := range tests {
		if got := a11y.Words(tt.node); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestReadingSaysALabelOnce(t *testing.T) {
	page := &a11y.Node{Role: a11y.RoleWindow, Name: "Recordwell", Children: []*a11y.Node{
		{Role: a11y.RoleHeading, Name: "Maya’s details", Description: "What stands on the page as well"},
		{Role: a11y.RoleGroup, Name: "What is Maya’s first name?", Children: []*a11y.Node{
			{Role: a11y.RoleText, Name: "First name"},
			{Role: a11y.RoleText, Name: "As on the birth certificate"},
			{Role: a11y.RoleTextBox, Name: "First name", Description: "As on the birth certificate", Text: &a11y.Text{Content: "Maya"}},
		}},
		{Role: a11y.RoleButton, Name: "Save"},
	}}
	want := []string{"Maya’s details", "What is Maya’s first name?", "First name", "As on the birth certificate", "Maya", "Save"}
	if d := cmp.Diff(want, a11y.Reading(page)); d != "" {
		t.Errorf("reading (-want +got):\n%s", d)
	}
}
