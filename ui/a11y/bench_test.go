package a11y_test

import (
	"strconv"
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// questions is a page of sixty nodes: fourteen questions with a text box each,
// of which the first holds the words given, in a window.
func questions(first string) *a11y.Node {
	w := &a11y.Node{ID: "window", Role: a11y.RoleWindow, Name: "Recordwell", States: a11y.Active}
	page := &a11y.Node{ID: "page", Role: a11y.RoleRegion, Name: "Maya’s details"}
	w.Children = []*a11y.Node{
		page,
		{ID: "title", Role: a11y.RoleHeading, Name: "Maya’s details", Level: 1},
		{ID: "save", Role: a11y.RoleButton, Name: "Save and continue", States: a11y.Focusable},
	}
	for i := range 14 {
		id := "question-" + strconv.Itoa(i)
		box := &a11y.Node{
			ID: id + "-box", Role: a11y.RoleTextBox, Name: "First name",
			Description: "As on the birth certificate", States: a11y.Focusable,
			Text:      &a11y.Text{},
			Relations: []a11y.Relation{{Kind: a11y.DescribedBy, IDs: []string{id + "-hint"}}},
		}
		if i == 0 {
			box.States |= a11y.Focused
			box.Text = &a11y.Text{Content: first, Caret: len(first)}
		}
		page.Children = append(page.Children, &a11y.Node{
			ID: id, Role: a11y.RoleGroup, Name: "What is Maya’s first name?",
			Children: []*a11y.Node{
				{ID: id + "-label", Role: a11y.RoleText, Name: "What is Maya’s first name?"},
				{ID: id + "-hint", Role: a11y.RoleText, Name: "As on the birth certificate"},
				box,
			},
		})
	}
	return w
}

// BenchmarkKeystroke is what one letter costs on the UI goroutine: the tree is
// described, indexed and handed over. The goal is 100 µs for sixty nodes.
func BenchmarkKeystroke(b *testing.B) {
	words := "M"
	page := a11ytest.Func(func() *a11y.Node { return questions(words) })
	p := a11y.NewPublisher(func(f func()) { f() }, a11y.Nop{}, page)
	p.Flush()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		words = "Ma"[:1+i%2]
		p.Flush()
	}
	b.ReportMetric(float64(p.Tree().Len()), "nodes")
}

// BenchmarkDiff is what the back end does then, on a goroutine of its own.
func BenchmarkDiff(b *testing.B) {
	old, now := a11y.NewTree(questions("M")), a11y.NewTree(questions("Ma"))
	b.ReportAllocs()
	for b.Loop() {
		if len(a11y.Diff(old, now)) != 2 {
			b.Fatal("a keystroke is an insertion and a move of the caret")
		}
	}
}
