package widgets_test

import (
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
)

func TestProgressSaysHowMuchOrThatItIsBusy(t *testing.T) {
	p := widgets.NewProgress("p", "Statements")
	root, _ := page(t, p)
	p.Set(0.4, "4 of 10 answered")
	if n := find(root, "p"); n.Range == nil || n.Range.Now != 0.4 || n.Range.Words != "4 of 10 answered" || n.Has(a11y.Busy) {
		t.Errorf("it says %+v", n)
	}
	p.SetBusy("Reading the file")
	if n := find(root, "p"); n.Range != nil || !n.Has(a11y.Busy) || n.Value != "Reading the file" {
		t.Errorf("busy, it says %+v", n)
	}
	p.Set(2, "10 of 10 answered")
	if n := find(root, "p"); n.Has(a11y.Busy) || n.Range.Now != 1 {
		t.Errorf("after it, it says %+v", n.Range)
	}
}
