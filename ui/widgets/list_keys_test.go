package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

func languages() []widgets.Option {
	return []widgets.Option{
		{Value: "eng", Words: "English"}, {Value: "por", Words: "Portuguese", Other: []string{"Português"}},
		{Value: "porb", Words: "Portuguese (Brazil)"}, {Value: "poro", Words: "Portuguese (any other)"},
	}
}

func TestCombo(t *testing.T) {
	type commit struct{ raw, value string }
	var commits []commit
	c := widgets.NewCombo("lang", "What is Maya’s first language?", languages())
	c.SetNoun("language", "languages")
	c.OnCommit = func(raw, value string) { commits = append(commits, commit{raw, value}) }
	root, k := page(t, c, widgets.NewButton("b", "Next", widgets.Main, nil))
	var said []string
	root.OnAnnounce = func(words string, _ a11y.Live) { said = append(said, words) }
	k.Tab(1)
	k.Type("port")
	if last := said[len(said)-1]; last != "3 languages found" {
		t.Errorf("said %q", last)
	}
	n := find(root, "lang")
	if !n.Has(a11y.Expanded) || find(root, "lang/option/por") == nil || !find(root, "lang/option/por").Has(a11y.Selected) {
		t.Fatalf("not open on its first row: %+v", n)
	}
	k.Keys(fyne.KeyDown, fyne.KeyReturn)
	if raw, value := c.Value(); raw != "Portuguese (Brazil)" || value != "porb" {
		t.Errorf("took %q, %q", raw, value)
	}
	if !slices.Equal(commits, []commit{{"Portuguese (Brazil)", "porb"}}) {
		t.Errorf("committed %v", commits)
	}
	if find(root, "lang").Has(a11y.Expanded) {
		t.Error("the list stayed open")
	}
}

func TestComboKeepsWhatWasTyped(t *testing.T) {
	var raws []string
	var values []string
	c := widgets.NewCombo("lang", "Language", languages())
	c.OnCommit = func(raw, value string) { raws, values = append(raws, raw), append(values, value) }
	root, k := page(t, c, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	k.Type("port")
	k.Keys(fyne.KeyEscape)
	if raw, _ := c.Value(); raw != "port" || find(root, "lang").Has(a11y.Expanded) {
		t.Fatalf("Esc left %q", raw)
	}
	left := ""
	root.OnKey = func(ev *fyne.KeyEvent) bool { left = string(ev.Name); return true }
	k.Keys(fyne.KeyEscape)
	if left != "Escape" {
		t.Error("the second Esc did not go on")
	}
	k.Type("u")
	k.Tab(1)
	if !slices.Equal(raws, []string{"portu"}) || values[0] != "" || focused(root) != "b" {
		t.Errorf("Tab committed %v, %v; focus on %q", raws, values, focused(root))
	}
	if find(root, "lang/list") != nil {
		t.Error("the list stayed open behind the focus")
	}
}

func TestComboRowTakenByPointer(t *testing.T) {
	commits := 0
	c := widgets.NewCombo("lang", "Language", languages())
	var value string
	c.OnCommit = func(_, v string) { commits++; value = v }
	root, k := page(t, c)
	k.Tab(1)
	k.Type("port")
	row := find(root, "lang/option/poro").Bounds
	widgettest.Click(k.Canvas, row.X+5, row.Y+5)
	if value != "poro" || commits != 1 || !c.HasFocus() {
		t.Errorf("took %q in %d commits, focus in the box %v", value, commits, c.HasFocus())
	}
}

func TestSelectDoesNotChangeInSilence(t *testing.T) {
	s := widgets.NewSelect("filter", "Section", languages())
	committed := ""
	s.OnCommit = func(v string) { committed = v }
	root, k := page(t, s)
	k.Tab(1)
	k.Keys(fyne.KeyDown, fyne.KeyRight)
	if s.Value() != "eng" || committed != "" {
		t.Fatalf("arrows changed a closed list to %q", s.Value())
	}
	k.Type(" ")
	if !find(root, "filter").Has(a11y.Expanded) {
		t.Fatal("Space did not open it")
	}
	k.Type("p")
	k.Keys(fyne.KeyDown, fyne.KeyReturn)
	if committed != "porb" {
		t.Errorf("took %q", committed)
	}
	k.Press(fyne.KeyDown, fyne.KeyModifierAlt)
	k.Keys(fyne.KeyEscape)
	if s.Value() != "porb" || find(root, "filter").Has(a11y.Expanded) {
		t.Error("Alt+Down and Esc did not open and close it")
	}
}

func TestErrorSummary(t *testing.T) {
	box := widgets.NewTextBox("name/field", "First name")
	s := widgets.NewErrorSummary("summary")
	s.SetItems([]widgets.SummaryItem{
		{ID: "name", Words: "Enter Maya’s first name", Go: box.TakeFocus},
		{ID: "upn", Words: "Check that Maya does not have a UPN", Check: true},
	})
	root, k := page(t, s, box)
	s.TakeFocus()
	if n := find(root, "summary"); n.Name != "There is a problem. 1 error, 1 to check" || n.Role != a11y.RoleAlert || focused(root) != "summary" {
		t.Fatalf("%q, focus on %q", n.Name, focused(root))
	}
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	if focused(root) != "name/field" {
		t.Errorf("the link led to %q", focused(root))
	}
	k.Tab(-1)
	if focused(root) != "summary/upn" {
		t.Errorf("Shift+Tab went to %q; the summary itself is no stop", focused(root))
	}
	s.Next(false)
	if s.SetItems(nil); s.Visible() {
		t.Error("an empty summary is shown")
	}
}

func TestSectionList(t *testing.T) {
	l := widgets.NewSectionList("sections", "Sections")
	l.SetItems([]widgets.Section{
		{ID: "a", Name: "Referral", Status: "Completed"}, {ID: "b", Name: "Maya’s details", Status: "2 to fix", Current: true}, {ID: "c", Name: "Household", Status: "Not started"},
	})
	chosen := ""
	l.OnChoose = func(id string) { chosen = id }
	root, k := page(t, l, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	if focused(root) != "sections/b" {
		t.Fatalf("came to %q, not to the current section", focused(root))
	}
	k.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if chosen != "c" {
		t.Errorf("chose %q", chosen)
	}
	if n := find(root, "sections/b"); n.Name != "Maya’s details, 2 to fix" || !n.Has(a11y.Current) || n.Pos != 2 {
		t.Errorf("described as %+v", n)
	}
	k.Tab(1)
	if focused(root) != "b" {
		t.Errorf("the list is more than one stop: %q", focused(root))
	}
}

func TestFocusMovesOnWhenItsItemIsRemoved(t *testing.T) {
	l := widgets.NewRepeatList("people", "People in the home")
	items := []widgets.RepeatItem{{ID: "1", Name: "Joana"}, {ID: "2", Name: "Daniel"}, {ID: "3", Name: "Tomás"}}
	l.SetItems(items)
	root, _ := page(t, l)
	l.FocusItem("2")
	l.SetItems(append(items[:1:1], items[2]))
	if focused(root) != "people/3/change" {
		t.Errorf("the focus went to %q, not to what stands there now", focused(root))
	}
	l.SetItems(items[:1])
	if focused(root) != "people/1/change" {
		t.Errorf("the focus went to %q, not to the one before", focused(root))
	}
}
