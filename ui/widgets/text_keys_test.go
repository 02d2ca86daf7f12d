package widgets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

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

func TestLettersLeftAreWrittenAsNumbersAre(t *testing.T) {
	l := widgets.NewLongText("why", "Why?")
	l.SetLimit(2000)
	root, _ := page(t, l)
	if n := find(root, "why"); n.Description != "You have 2,000 characters left" {
		t.Errorf("described as %q", n.Description)
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
	described := func(words string) {
		t.Helper()
		if n := find(root, "why"); n.Description != words || !n.Has(a11y.MultiLine) {
			t.Errorf("described as %q, not %q", n.Description, words)
		}
	}
	described("You have 10 characters left") // a reader would say it at every letter
	k.Tab(1)
	described("You have 3 characters left")
	k.Tab(1)
	described("You have 3 characters left")
	k.Type("efghi")
	k.Tab(1)
	described("You have 2 characters too many")
	k.Tab(1)
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
	// Whoever comes in hears the error once, wherever it is: group and box are said together.
	d.SetError("Year must include 4 numbers")
	d.SetWrong(false, false, true)
	for id, want := range map[string]bool{"dob": false, "dob/day": true, "dob/month": false, "dob/year": true} {
		if n := find(root, id); strings.Contains(n.Description, "Error: Year must include 4 numbers") != want {
			t.Errorf("%s is described as %q", id, n.Description)
		}
	}
	if find(root, "dob").Has(a11y.Invalid) || find(root, "dob/day").Has(a11y.Invalid) || !find(root, "dob/year").Has(a11y.Invalid) {
		t.Error("another box than the year is in error")
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
