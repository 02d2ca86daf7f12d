package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

func sizes() *widgets.Slider {
	return widgets.NewSlider("size", "Text size", []string{"100%", "150%", "200%", "400%"}).SetButtonNames("Smaller text", "Bigger text")
}

func TestSliderGoesByArrowsAndButtons(t *testing.T) {
	s := sizes()
	var got []int
	s.OnCommit = func(step int) { got = append(got, step) }
	root, k := page(t, s)
	k.Tab(1)
	k.Keys(fyne.KeyReturn) // "Smaller" at the end does nothing
	k.Tab(1)
	if focused(root) != "size" {
		t.Fatalf("the second stop is %q", focused(root))
	}
	k.Keys(fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyEnd, fyne.KeyHome)
	k.Tab(1)
	k.Keys(fyne.KeyReturn, fyne.KeySpace)
	if fmt.Sprint(got) != "[1 2 1 3 0 1 2]" {
		t.Errorf("went to %v", got)
	}
	n := find(root, "size")
	if n.Role != a11y.RoleSlider || n.Range.Words != "200%" || n.Range.Now != 2 || n.Range.Max != 3 {
		t.Errorf("it says %+v", n.Range)
	}
	if find(root, "size/more").Name != "Bigger text" {
		t.Errorf("the button is called %q", find(root, "size/more").Name)
	}
	n.SetValue(2.6)
	if s.Value() != 3 {
		t.Errorf("a reader set it to %d", s.Value())
	}
}

func TestSliderCountsWhenADragIsLetGo(t *testing.T) {
	s := sizes()
	var changed, counted []int
	s.OnChange = func(step int) { changed = append(changed, step) }
	s.OnCommit = func(step int) { counted = append(counted, step) }
	root, _ := page(t, s)
	n := find(root, "size")
	rail := at(t, root, n.Bounds.X+n.Bounds.W/2, n.Bounds.Y+10)
	for _, x := range []float32{n.Bounds.W * 0.4, n.Bounds.W * 0.7, n.Bounds.W} {
		rail.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
	}
	if len(counted) != 0 || fmt.Sprint(changed) != "[1 2 3]" {
		t.Errorf("while dragged: changed %v, counted %v", changed, counted)
	}
	rail.DragEnd()
	if fmt.Sprint(counted) != "[3]" {
		t.Errorf("let go: counted %v", counted)
	}
}

// at is what can be dragged at a place of the window.
func at(t *testing.T, o fyne.CanvasObject, x, y float32) fyne.Draggable {
	t.Helper()
	var found fyne.Draggable
	var walk func(o fyne.CanvasObject, x, y float32)
	walk = func(o fyne.CanvasObject, x, y float32) {
		x, y = x-o.Position().X, y-o.Position().Y
		s := o.Size()
		if !o.Visible() || x < 0 || y < 0 || x >= s.Width || y >= s.Height {
			return
		}
		if d, ok := o.(fyne.Draggable); ok {
			found = d
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, child := range test.WidgetRenderer(w).Objects() {
				walk(child, x, y)
			}
		}
	}
	walk(o, x, y)
	if found == nil {
		t.Fatalf("nothing to drag at %.0f, %.0f", x, y)
	}
	return found
}

func ease() (*widgets.Rating, *[]int) {
	r := widgets.NewRating("ease", "How difficult or easy was the task?", 7, "Very difficult", "Very easy")
	var got []int
	r.OnCommit = func(v int) { got = append(got, v) }
	return r, &got
}

func TestRatingCountsWhenLeftOrTyped(t *testing.T) {
	r, got := ease()
	root, k := page(t, r, widgets.NewButton("after", "Continue", widgets.Main, nil))
	k.Tab(1)
	k.Keys(fyne.KeyRight, fyne.KeyRight)
	if len(*got) != 0 || r.Value() != 3 || focused(root) != "ease/3" {
		t.Errorf("arrows: %v, value %d, focus on %q", *got, r.Value(), focused(root))
	}
	k.Tab(1)
	k.Tab(-1)
	k.Type("6")
	k.Type("80x") // not on the scale
	k.Keys(fyne.KeyEnd, fyne.KeyRight, fyne.KeySpace, fyne.KeyHome, fyne.KeyReturn)
	if fmt.Sprint(*got) != "[3 6 7 1]" {
		t.Errorf("counted %v, want 3 when left, 6 typed, then both ends", *got)
	}
	n := find(root, "ease/1")
	if n.Name != "1 of 7" || n.Description != "1 is very difficult, 7 is very easy" || !n.Has(a11y.Checked) || n.Pos != 1 || n.Size != 7 {
		t.Errorf("it says %+v", n)
	}
}

func TestRatingIsSetWithoutCallingBack(t *testing.T) {
	r, got := ease()
	root, k := page(t, r)
	r.SetValue(5)
	k.Tab(1)
	if focused(root) != "ease/5" {
		t.Errorf("Tab comes to %q", focused(root))
	}
	r.SetValue(0)
	if r.Commit(); len(*got) != 0 || find(root, "ease/5").Has(a11y.Checked) {
		t.Errorf("called with %v", *got)
	}
}

func TestRatingInCirclesIsPressed(t *testing.T) {
	r, got := ease()
	root, k := page(t, r.SetCircles(false))
	b := find(root, "ease/4").Bounds
	widgettest.Click(k.Canvas, b.X+b.W/2, b.Y+b.H/2)
	if fmt.Sprint(*got) != "[4]" || focused(root) != "ease/4" {
		t.Errorf("counted %v, focus on %q", *got, focused(root))
	}
}

func TestTabsMoveByArrowsAndChooseByEnter(t *testing.T) {
	s := widgets.NewTabs("tabs", "The family")
	s.SetItems([]widgets.TabItem{{ID: "a", Name: "Set-up"}, {ID: "b", Name: "Story"}, {ID: "c", Name: "Rounds"}})
	s.SetCurrent("b")
	var got []string
	s.OnChoose = func(id string) { got = append(got, id) }
	root, k := page(t, s, widgets.NewButton("after", "After", widgets.Main, nil))
	var said []string
	root.OnAnnounce = func(words string, _ a11y.Live) { said = append(said, words) }
	k.Tab(1)
	if focused(root) != "tabs/b" {
		t.Fatalf("Tab comes to %q", focused(root))
	}
	k.Keys(fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight)
	if len(got) != 0 || focused(root) != "tabs/c" {
		t.Errorf("arrows chose %v, focus on %q", got, focused(root))
	}
	k.Keys(fyne.KeyReturn, fyne.KeyHome, fyne.KeySpace)
	if fmt.Sprint(got) != "[c a]" || fmt.Sprint(said) != "[Rounds is shown Set-up is shown]" {
		t.Errorf("chose %v, said %q", got, said)
	}
	if n := find(root, "tabs/a"); !n.Has(a11y.Selected) || n.Pos != 1 || n.Size != 3 {
		t.Errorf("it says %+v", n)
	}
	b := find(root, "tabs/b").Bounds
	if widgettest.Click(k.Canvas, b.X+9, b.Y+9); s.Current() != "b" {
		t.Errorf("a press chose %q", s.Current())
	}
	k.Tab(1)
	if focused(root) != "after" {
		t.Errorf("the tabs are more than one stop: %q", focused(root))
	}
}

func TestMakingWithoutANamePanics(t *testing.T) {
	for name, make := range map[string]func(){
		"table":   func() { widgets.NewTable("t", "", []widgets.Column{{ID: "a", Name: "A"}}) },
		"column":  func() { widgets.NewTable("t", "T", []widgets.Column{{ID: "a"}}) },
		"tabs":    func() { widgets.NewTabs("t", "") },
		"slider":  func() { widgets.NewSlider("s", "", []string{"a", "b"}) },
		"steps":   func() { widgets.NewSlider("s", "S", []string{"a"}) },
		"rating":  func() { widgets.NewRating("r", "R", 7, "", "Easy") },
		"numbers": func() { widgets.NewRating("r", "R", 12, "Hard", "Easy") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it was made")
				}
			}()
			make()
		})
	}
}
