package widgets_test

import (
	"fmt"
	"slices"
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

func TestFocusInABatchWaitsUntilThingsHaveTheirPlace(t *testing.T) {
	stack := widgets.NewStack(20, widgets.NewButton("a", "First", widgets.Main, nil))
	root, _ := page(t, stack)
	widgets.Batch(func() {
		b := widgets.NewTextBox("b", "Added")
		stack.Add(b)
		b.TakeFocus()
	})
	if focused(root) != "b" {
		t.Errorf("the focus is on %q", focused(root))
	}
}
