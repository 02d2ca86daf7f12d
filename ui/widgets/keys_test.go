package widgets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

const ctrl = fyne.KeyModifierShortcutDefault

// page shows things one under the other in a scroll, at 100% text.
func page(t testing.TB, objects ...fyne.CanvasObject) (*widgets.Root, *widgettest.Keyboard) {
	return pageAt(t, theme.Settings{}, 800, 600, objects...)
}

func pageAt(t testing.TB, s theme.Settings, w, h float32, objects ...fyne.CanvasObject) (*widgets.Root, *widgettest.Keyboard) {
	t.Helper()
	return widgettest.Show(t, s, w, h, func() *widgets.Root {
		return widgets.NewRoot("Test", widgets.NewScroll("page", "", widgets.NewPad(20, 20, 20, 20, widgets.NewStack(20, objects...))))
	})
}

// focused is the id of the node that has the focus, or "".
func focused(root *widgets.Root) string {
	id := ""
	root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.Has(a11y.Focused) {
			id += n.ID
		}
		return true
	})
	return id
}

func find(root *widgets.Root, id string) *a11y.Node {
	var found *a11y.Node
	root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.ID == id {
			found = n
		}
		return true
	})
	return found
}

func TestButtonIsPressedByEnterAndSpaceAndKeepsTheFocus(t *testing.T) {
	pressed := 0
	b := widgets.NewButton("go", "Save and continue", widgets.Main, func() { pressed++ })
	root, k := page(t, b)
	k.Tab(1)
	k.Keys(fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	if pressed != 3 || focused(root) != "go" {
		t.Errorf("pressed %d times, focus on %q", pressed, focused(root))
	}
	b.SetBusy("Saving…")
	k.Keys(fyne.KeyReturn)
	if n := find(root, "go"); pressed != 3 || n.Name != "Saving…" || !n.Has(a11y.Busy) {
		t.Errorf("busy: pressed %d times, %q", pressed, n.Name)
	}
}

func TestSpaceThatMovesTheFocusTypesNothing(t *testing.T) {
	box := widgets.NewTextBox("box", "First name")
	_, k := page(t, widgets.NewButton("go", "Go there", widgets.Main, box.TakeFocus), box)
	k.Tab(1)
	k.Type(" ")
	if box.Value() != "" || !box.HasFocus() {
		t.Errorf("the box has %q, focus %v", box.Value(), box.HasFocus())
	}
}

func TestLinkFollowsOnEnterAlone(t *testing.T) {
	followed := 0
	_, k := page(t, widgets.NewLink("help", "Help with UPNs", func() { followed++ }))
	k.Tab(1)
	k.Keys(fyne.KeySpace, fyne.KeyReturn)
	if followed != 1 {
		t.Errorf("followed %d times, want 1", followed)
	}
}

func TestHeadingTakesTheFocusButTabPassesIt(t *testing.T) {
	h := widgets.NewHeading("title", "Maya’s details", 1)
	root, k := page(t, widgets.NewButton("a", "Before", widgets.Main, nil), h, widgets.NewButton("b", "After", widgets.Main, nil))
	h.TakeFocus()
	if focused(root) != "title" {
		t.Fatalf("focus on %q", focused(root))
	}
	k.Tab(1)
	if focused(root) != "b" {
		t.Errorf("Tab went from the title to %q", focused(root))
	}
	k.Tab(-1)
	if focused(root) != "a" {
		t.Errorf("Shift+Tab went to %q, not past the title", focused(root))
	}
}

func TestTextBox(t *testing.T) {
	var changes, commits []string
	box := widgets.NewTextBox("name", "First name")
	box.OnChange = func(raw string) { changes = append(changes, raw) }
	box.OnCommit = func(raw string) { commits = append(commits, raw) }
	var visits []widgets.Visit
	box.OnBlur = func(v widgets.Visit) { visits = append(visits, v) }
	_, k := page(t, box, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	k.Type("Maia")
	k.Keys(fyne.KeyLeft, fyne.KeyBackspace)
	k.Type("y")
	if box.Value() != "Maya" || len(changes) != 6 || len(commits) != 0 {
		t.Fatalf("%q after %v, committed %v", box.Value(), changes, commits)
	}
	k.Tab(1)
	if !slices.Equal(commits, []string{"Maya"}) {
		t.Errorf("committed %v on leaving", commits)
	}
	if want := []widgets.Visit{{Deletes: 1, Moves: 1}}; !slices.Equal(visits, want) {
		t.Errorf("counted %+v, want %+v", visits, want)
	}
	k.Tab(-1)
	k.Tab(1)
	if len(commits) != 1 {
		t.Errorf("leaving it unchanged committed again: %v", commits)
	}
	k.Tab(-1)
	k.Keys(fyne.KeyReturn)
	if len(commits) != 2 {
		t.Error("Enter did not commit")
	}
}

func TestSettingAValueLeavesTheCaretAlone(t *testing.T) {
	box := widgets.NewTextBox("name", "First name")
	called := false
	_, k := page(t, box)
	k.Tab(1)
	k.Type("Maya")
	k.Keys(fyne.KeyLeft, fyne.KeyLeft)
	box.OnChange = func(string) { called = true }
	box.SetValue("Maya")
	box.SetError("Enter Maya’s first name")
	if n := box.Describe(); n.Text.Caret != 2 || called {
		t.Errorf("caret at %d, called back %v", n.Text.Caret, called)
	}
}

func TestEditingShortcuts(t *testing.T) {
	box := widgets.NewTextBox("name", "First name")
	_, k := page(t, box)
	k.Tab(1)
	k.Type("one two")
	k.Press(fyne.KeyLeft, ctrl|fyne.KeyModifierShift)
	k.Press(fyne.KeyC, ctrl)
	k.Press(fyne.KeyHome, 0)
	k.Press(fyne.KeyV, ctrl)
	if box.Value() != "twoone two" {
		t.Fatalf("copied and pasted to %q", box.Value())
	}
	k.Press(fyne.KeyZ, ctrl)
	if box.Value() != "one two" {
		t.Errorf("undone to %q", box.Value())
	}
	k.Press(fyne.KeyZ, ctrl|fyne.KeyModifierShift)
	if box.Value() != "twoone two" {
		t.Errorf("done again to %q", box.Value())
	}
	k.Press(fyne.KeyA, ctrl)
	k.Press(fyne.KeyX, ctrl)
	if box.Value() != "" || k.Clipboard.Content() != "twoone two" {
		t.Errorf("cut to %q, clipboard %q", box.Value(), k.Clipboard.Content())
	}
}

func TestUndoGoesOnToTheAnswersWhenTheBoxHasNone(t *testing.T) {
	root, k := page(t, widgets.NewTextBox("name", "First name"))
	var seen []string
	root.OnShortcut = func(s fyne.Shortcut) bool { seen = append(seen, s.ShortcutName()); return true }
	k.Tab(1)
	k.Type("x")
	k.Press(fyne.KeyZ, ctrl)
	if len(seen) != 0 {
		t.Fatalf("the box’s own undo went on: %v", seen)
	}
	k.Press(fyne.KeyZ, ctrl)
	if len(seen) != 1 {
		t.Errorf("undo with nothing left gave %v", seen)
	}
}

func TestKeysNobodyWantsReachTheWindow(t *testing.T) {
	root, k := page(t, widgets.NewTextBox("name", "First name"), widgets.NewLongText("why", "Why?"),
		widgets.NewDateBoxes("dob", "Date of birth"), widgets.NewCombo("lang", "Language", nil),
		widgets.NewRadioGroup("upn", "UPN?", []widgets.Choice{{Value: "y", Words: "Yes"}}))
	var seen []string
	root.OnKey = func(ev *fyne.KeyEvent) bool {
		if widgets.ShiftHeld() {
			seen = append(seen, "Shift+"+string(ev.Name))
		} else {
			seen = append(seen, string(ev.Name))
		}
		return true
	}
	root.OnShortcut = func(s fyne.Shortcut) bool { seen = append(seen, s.ShortcutName()); return true }
	for range 7 {
		k.Tab(1)
		seen = nil
		k.Keys(fyne.KeyF6, fyne.KeyF1, fyne.KeyEscape)
		k.Press(fyne.KeyF6, fyne.KeyModifierShift)
		k.Press(fyne.KeyReturn, ctrl)
		want := []string{"F6", "F1", "Escape", "Shift+F6", "CustomDesktop:Control+Return"}
		if !slices.Equal(seen, want) {
			t.Errorf("from %s the window got %v, want %v", focused(root), seen, want)
		}
	}
}

func TestLongText(t *testing.T) {
	l := widgets.NewLongText("why", "Why?")
	l.SetLimit(10)
	root, k := page(t, l, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	before := l.Size().Height
	k.Type("a\nb\nc")
	if l.Size().Height != before {
		t.Errorf("three lines changed its height from %v to %v", before, l.Size().Height)
	}
	k.Type("\nd")
	if got := l.Size().Height - before; got != 27 {
		t.Errorf("the fourth line added %v, want 27", got)
	}
	if n := find(root, "why"); n.Description != "You have 3 characters left" || !n.Has(a11y.MultiLine) {
		t.Errorf("described as %q", n.Description)
	}
	k.Type("efghi")
	if n := find(root, "why"); n.Description != "You have 2 characters too many" {
		t.Errorf("described as %q", n.Description)
	}
	k.Keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyHome)
	k.Type("X")
	if !strings.Contains(l.Value(), "a\nXb") {
		t.Errorf("two lines up and Home gave %q", l.Value())
	}
	k.Tab(1)
	if focused(root) != "b" {
		t.Errorf("Tab did not leave: focus on %q", focused(root))
	}
}

func TestLongTextGrowsToTenLinesAndThenScrolls(t *testing.T) {
	l := widgets.NewLongText("why", "Why?")
	_, k := page(t, l)
	k.Tab(1)
	k.Type(strings.Repeat("x\n", 30))
	if got := l.Size().Height; got != 10*27+theme.FieldPad {
		t.Errorf("thirty lines are %v high", got)
	}
}

func TestDateBoxes(t *testing.T) {
	var commits []widgets.Date
	blurs := 0
	d := widgets.NewDateBoxes("dob", "What is Maya’s date of birth?")
	d.OnCommit = func(v widgets.Date) { commits = append(commits, v) }
	d.OnBlur = func(widgets.Visit) { blurs++ }
	root, k := page(t, d, widgets.NewButton("b", "Next", widgets.Main, nil))
	k.Tab(1)
	k.Type("14")
	if focused(root) != "dob/day" {
		t.Fatalf("the focus jumped to %q", focused(root))
	}
	k.Tab(1)
	k.Type("June")
	k.Tab(1)
	k.Type("2018")
	if len(commits) != 0 || blurs != 0 {
		t.Fatalf("committed %v inside the group", commits)
	}
	k.Tab(1)
	if want := (widgets.Date{Day: "14", Month: "June", Year: "2018"}); len(commits) != 1 || commits[0] != want || blurs != 1 {
		t.Errorf("committed %v, left %d times", commits, blurs)
	}
	d.SetError("Maya’s date of birth must include a day")
	d.SetWrong(true, false, false)
	if n := find(root, "dob/day"); !n.Has(a11y.Invalid) || !strings.Contains(n.Description, "must include a day") {
		t.Errorf("day is described as %q", n.Description)
	}
	if find(root, "dob/month").Has(a11y.Invalid) {
		t.Error("the month is red too")
	}
	d.TakeFocus()
	if focused(root) != "dob/day" {
		t.Errorf("the focus went to %q, not the wrong box", focused(root))
	}
}

func TestDatePastedIntoTheDaySpreads(t *testing.T) {
	d := widgets.NewDateBoxes("dob", "Date of birth")
	_, k := page(t, d)
	k.Clipboard.SetContent("31/3/2017")
	k.Tab(1)
	k.Press(fyne.KeyV, ctrl)
	if want := (widgets.Date{Day: "31", Month: "3", Year: "2017"}); d.Value() != want {
		t.Errorf("got %v", d.Value())
	}
}

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

func TestDialogKeepsTheFocusAndGivesItBack(t *testing.T) {
	var d *widgets.Dialog
	removed, kept := 0, 0
	open := widgets.NewButton("remove", "Remove", widgets.Main, nil)
	root, k := page(t, open, widgets.NewTextBox("name", "First name"))
	open.OnPress = func() {
		d = widgets.NewDialog("ask", "Remove Tomás?", "What you wrote about him will go.").
			SetMain("Remove Tomás", func() { removed++ }).SetSafe("Keep Tomás", func() { kept++ })
		d.Open(root)
	}
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	if focused(root) != "ask/title" {
		t.Fatalf("focus on %q, not on the title", focused(root))
	}
	var seen []string
	for range 3 {
		k.Tab(1)
		seen = append(seen, focused(root))
	}
	if !slices.Equal(seen, []string{"ask/main", "ask/safe", "ask/main"}) {
		t.Errorf("Tab went round %v", seen)
	}
	k.Keys(fyne.KeyEscape)
	if kept != 1 || removed != 0 || focused(root) != "remove" {
		t.Errorf("Esc: kept %d, removed %d, focus on %q", kept, removed, focused(root))
	}
	k.Keys(fyne.KeyReturn)
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	if removed != 1 || d.Showing() {
		t.Errorf("removed %d times, showing %v", removed, d.Showing())
	}
}

func TestScrollFollowsTheFocusWithRoomAround(t *testing.T) {
	var objects []fyne.CanvasObject
	for i := range 30 {
		objects = append(objects, widgets.NewTextBox(fmt.Sprintf("box%d", i), "Box"))
	}
	root, k := page(t, objects...)
	for range 30 {
		k.Tab(1)
		n := find(root, focused(root))
		if n.Bounds.Y < 16 || n.Bounds.Y+n.Bounds.H > 600-16 {
			t.Fatalf("%s stands at %v to %v of 600", n.ID, n.Bounds.Y, n.Bounds.Y+n.Bounds.H)
		}
	}
	scroll := root.Content().(*widgets.Scroll)
	before := scroll.Offset()
	k.Keys(fyne.KeyPageUp)
	if scroll.Offset() >= before {
		t.Error("Page Up in a box of one line did not move the page")
	}
}

func TestRegions(t *testing.T) {
	root, k := widgettest.Show(t, theme.Settings{}, 1280, 800, func() *widgets.Root {
		title := widgets.NewHeading("title", "Maya’s details", 1)
		main := widgets.NewRegion("main", "Page", widgets.NewStack(0, title, widgets.NewTextBox("name", "First name")))
		main.SetEntry(title)
		return widgets.NewRoot("Test", widgets.NewBorder(
			widgets.NewRegion("top", "Top bar", widgets.NewButton("help", "Help", widgets.Main, nil)),
			widgets.NewRegion("bottom", "Bottom bar", widgets.NewButton("save", "Save", widgets.Main, nil)),
			widgets.NewRegion("story", "The family", widgets.NewText("words", "Nothing to press", theme.Body)), nil, main))
	})
	k.Tab(1)
	var went []string
	for _, back := range []bool{false, false, false, true} {
		root.NextRegion(back)
		went = append(went, focused(root))
	}
	if want := []string{"title", "save", "help", "save"}; !slices.Equal(went, want) {
		t.Errorf("went %v, want %v", went, want)
	}
}

func TestPressOnNothingKeepsTheFocus(t *testing.T) {
	root, k := page(t, widgets.NewTextBox("name", "First name"))
	k.Tab(1)
	widgettest.Click(k.Canvas, 400, 500)
	if focused(root) != "name" {
		t.Errorf("focus on %q", focused(root))
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

func TestControlsNeedNames(t *testing.T) {
	test.NewTempApp(t)
	for name, make := range map[string]func(){
		"button": func() { widgets.NewButton("id", "", widgets.Main, nil) },
		"box":    func() { widgets.NewTextBox("id", "") },
		"radios": func() { widgets.NewRadioGroup("id", "", nil) },
		"no id":  func() { widgets.NewTextBox("", "Name") },
		"region": func() { widgets.NewRegion("id", "", widgets.NewSpace(0)) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was made without", name)
				}
			}()
			make()
		}()
	}
}
