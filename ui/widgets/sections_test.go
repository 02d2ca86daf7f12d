package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
)

// The place that is open is in sight in a long list of places, wherever the list was
// scrolled to, and so is what has the focus.
func TestTheCurrentPlaceIsInSight(t *testing.T) {
	list := widgets.NewSectionList("sections", "Sections").SetFollow()
	items := func(current int) []widgets.Section {
		var all []widgets.Section
		for i := range 40 {
			all = append(all, widgets.Section{ID: string(rune('A' + i)), Name: "Section", Current: i == current})
		}
		return all
	}
	root, k := page(t, widgets.NewButton("go", "Go", widgets.Main, func() {}), list)
	for _, at := range []int{30, 2, 39} {
		list.SetItems(items(at))
		if n := find(root, "sections/"+string(rune('A'+at))); n.Has(a11y.Offscreen) || n.Bounds.Y < 0 || n.Bounds.Y+n.Bounds.H > 600 {
			t.Errorf("place %d is at %v", at, n.Bounds)
		}
	}
	k.Tab(2)
	k.Keys(fyne.KeyHome)
	list.SetItems(items(20))
	if n := find(root, focused(root)); n.Has(a11y.Offscreen) {
		t.Errorf("%s has the focus and is out of sight", n.ID)
	}
}

// A region that is all one scroll of its name is one node: Orca passes over a thing
// that has one child of the same name.
func TestARegionOfOneScrollIsOneNode(t *testing.T) {
	button := widgets.NewButton("go", "Go", widgets.Main, func() {})
	root, _ := page(t, widgets.NewRegion("part", "The family", widgets.NewScroll("part/scroll", "The family", button)))
	n := find(root, "part")
	if len(n.Children) != 1 || n.Children[0].ID != "go" || !n.Scrolls || find(root, "part/scroll") != nil {
		t.Errorf("the region holds %+v, and scrolls: %v", n.Children, n.Scrolls)
	}
}
