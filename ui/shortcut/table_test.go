package shortcut

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestNoShortcutClashes(t *testing.T) {
	seen := map[Chord]ID{}
	for _, e := range (&Table{}).Entries() {
		for _, c := range []Chord{e.Chord, e.Also} {
			if c.IsZero() {
				continue
			}
			if other, ok := seen[c]; ok {
				t.Errorf("%s does both %s and %s", c, other, e.ID)
			}
			seen[c] = e.ID
			if why := taken(c); why != "" {
				t.Errorf("%s (%s) is needed for %s", c, e.ID, why)
			}
		}
		if e.Words == "" {
			t.Errorf("%s has no words", e.ID)
		}
	}
}

func TestChordsAreReadBack(t *testing.T) {
	for _, e := range (&Table{}).Entries() {
		got, err := Parse(e.Chord.String())
		if err != nil || got != e.Chord {
			t.Errorf("%s was read as %+v, %v", e.Chord, got, err)
		}
	}
	if _, err := Parse("Ctrl+"); err == nil {
		t.Error("Ctrl alone is not a chord")
	}
}

func TestKeysAreChangedTurnedOffAndKept(t *testing.T) {
	var tab Table
	if err := tab.Set(Story, Chord{Main: true, Key: fyne.KeyK}); err != nil {
		t.Fatal(err)
	}
	if err := tab.Set(Help, Chord{}); err != nil {
		t.Fatal(err)
	}
	again := Load(tab.Save())
	if again.Find(Chord{Main: true, Key: fyne.KeyK}) != Story || again.Find(Chord{Key: fyne.KeyF7}) != "" {
		t.Error("the new keys were not kept")
	}
	if again.Find(Chord{Key: fyne.KeyF1}) != "" {
		t.Error("F1 should be off")
	}
	again.Reset()
	if again.Find(Chord{Key: fyne.KeyF1}) != Help {
		t.Error("F1 should be back")
	}
}

func TestKeysThatPeopleNeedAreRefused(t *testing.T) {
	var tab Table
	for _, c := range []Chord{{Key: "K"}, {Shift: true, Key: "K"}, {Main: true, Key: "C"}, {Main: true, Alt: true, Key: "E"}, {Key: fyne.KeyF1}, {Main: true, Key: fyne.KeyReturn}} {
		if err := tab.Set(Story, c); err == nil {
			t.Errorf("%s should be refused", c)
		}
	}
}

func TestTheToolkitsShortcuts(t *testing.T) {
	var tab Table
	if got := tab.Find(OfShortcut(&fyne.ShortcutUndo{})); got != Undo {
		t.Error(got)
	}
	if got := tab.Find(OfShortcut(&fyne.ShortcutRedo{})); got != Redo {
		t.Error(got)
	}
	s := &desktop.CustomShortcut{KeyName: fyne.KeyEnter, Modifier: mainModifier()}
	if got := tab.Find(OfShortcut(s)); got != Continue {
		t.Error(got)
	}
	if got := tab.Find(OfKey(fyne.KeyF6, true)); got != PreviousRegion {
		t.Error(got)
	}
	if n, ok := Section(SectionID(4)); n != 4 || !ok {
		t.Error(n, ok)
	}
}
