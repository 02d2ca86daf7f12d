package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

func yesNo() []widgets.Choice {
	return []widgets.Choice{{Value: "yes", Words: "Yes"}, {Value: "no", Words: "No"}, {Value: "unknown", Words: "I do not know", Or: true}}
}

func TestRadioGroup(t *testing.T) {
	var changes, commits []string
	r := widgets.NewRadioGroup("upn", "Does Maya have a UPN?", yesNo())
	r.OnChange = func(v string) { changes = append(changes, v) }
	r.OnCommit = func(v string) { commits = append(commits, v) }
	root, k := page(t, r, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	if focused(root) != "upn/yes" || r.Value() != "" {
		t.Fatalf("focus on %q, value %q", focused(root), r.Value())
	}
	k.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if !slices.Equal(changes, []string{"no", "unknown", "no"}) || len(commits) != 0 {
		t.Fatalf("changes %v, commits %v", changes, commits)
	}
	k.Tab(1)
	if focused(root) != "b" || !slices.Equal(commits, []string{"no"}) {
		t.Errorf("one Tab went to %q; commits %v", focused(root), commits)
	}
	k.Tab(-1)
	if focused(root) != "upn/no" {
		t.Errorf("back at %q, not at the choice", focused(root))
	}
	k.Keys(fyne.KeyUp)
	k.Type(" ")
	if r.Value() != "yes" || !slices.Equal(commits, []string{"no", "yes"}) {
		t.Errorf("Space: value %q, commits %v", r.Value(), commits)
	}
	if n := find(root, "upn/yes"); !n.Has(a11y.Checked) || n.Pos != 1 || n.Size != 3 {
		t.Errorf("described as %+v", n)
	}
}

func TestTickBoxes(t *testing.T) {
	b := widgets.NewTickBoxes("needs", "What help?", []widgets.Choice{
		{Value: "see", Words: "Seeing"}, {Value: "hear", Words: "Hearing"}, {Value: "none", Words: "None of these", Exclusive: true},
	})
	var commits [][]string
	b.OnCommit = func(v []string) { commits = append(commits, v) }
	root, k := page(t, b)
	var said []string
	root.OnAnnounce = func(words string, _ a11y.Live) { said = append(said, words) }
	k.Tab(1)
	k.Type(" ")
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	if !slices.Equal(b.Value(), []string{"see", "hear"}) {
		t.Fatalf("ticked %v", b.Value())
	}
	k.Tab(1)
	k.Type(" ")
	if !slices.Equal(b.Value(), []string{"none"}) || !slices.Equal(said, []string{"Seeing, Hearing unticked"}) {
		t.Errorf("ticked %v, said %v", b.Value(), said)
	}
	k.Tab(-1)
	k.Type(" ")
	if !slices.Equal(b.Value(), []string{"hear"}) || len(commits) != 4 {
		t.Errorf("ticked %v after %v", b.Value(), commits)
	}
}

func TestSwitch(t *testing.T) {
	s := widgets.NewSwitch("move", "Reduce movement", "No sliding or fading")
	root, k := page(t, s)
	k.Tab(1)
	k.Type(" ")
	if n := find(root, "move"); !s.On() || n.Value != "On" || !n.Has(a11y.Checked) {
		t.Errorf("described as %q", n.Value)
	}
	k.Keys(fyne.KeyReturn)
	if s.On() {
		t.Error("Enter did not turn it off")
	}
}

func TestPressFocusesAndActs(t *testing.T) {
	r := widgets.NewRadioGroup("upn", "UPN?", yesNo())
	box := widgets.NewTextBox("name", "First name")
	var order []string
	box.OnCommit = func(string) { order = append(order, "box") }
	r.OnCommit = func(v string) { order = append(order, v) }
	root, k := page(t, box, r)
	k.Tab(1)
	k.Type("x")
	b := find(root, "upn/no").Bounds
	widgettest.Click(k.Canvas, b.X+10, b.Y+10)
	if focused(root) != "upn/no" || !slices.Equal(order, []string{"box", "no"}) {
		t.Errorf("focus on %q, order %v", focused(root), order)
	}
}
