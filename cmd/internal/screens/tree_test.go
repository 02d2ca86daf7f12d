package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y/audit"
	"recordwell/ui/theme"
)

// looks are every scheme, three sizes of text and two widths.
func looks() []look {
	var all []look
	for _, scheme := range theme.Schemes() {
		for _, percent := range []int{100, 200, 400} {
			for _, width := range []float32{1280, 1024} {
				all = append(all, look{scheme, percent, width, 800})
			}
		}
	}
	return all
}

// TestTree audits the accessibility tree of every screen in every look, and goes
// round each with Tab.
func TestTree(t *testing.T) {
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range screens {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
		})
	}
}

// TestTreeWithMoreSpace audits every screen with the widest letters on offer and
// more space between lines, words and paragraphs.
func TestTreeWithMoreSpace(t *testing.T) {
	for _, percent := range []int{100, 200, 400} {
		t.Run(fmt.Sprint(percent), func(t *testing.T) {
			w := open(t, look{theme.Light, percent, 1280, 800})
			w.settings["more_space"], w.settings["letters"] = "on", string(theme.OpenDyslexic)
			w.again()
			for _, s := range screens {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
			if got := theme.Current().Settings(); !got.MoreSpace || got.Letters != theme.OpenDyslexic {
				t.Errorf("it was drawn as %+v", got)
			}
		})
	}
}

// audit checks the tree as it opened, and again after a round with Tab.
func (w *world) audit(screen string) {
	w.Helper()
	for _, f := range audit.Check(w.tree(), audit.Options{}) {
		w.Errorf("%s: %v", screen, f)
	}
	stops := w.round(screen)
	for _, f := range audit.Check(w.tree(), audit.Options{Tab: stops, Only: []audit.Rule{audit.TabOrder}}) {
		w.Errorf("%s: %v", screen, f)
	}
}

// round presses Tab until the focus is where it was after the first time, and
// gives the ids of the stops from the first in reading order.
func (w *world) round(screen string) []string {
	w.Helper()
	var ids []string
	places := map[string]int{}
	for range 300 {
		w.key(fyne.KeyTab, 0)
		n := w.focus()
		if n == nil {
			w.Errorf("%s: after %v the focus is nowhere", screen, ids)
			return nil
		}
		if len(ids) > 0 && n.ID == ids[0] {
			return fromTop(ids, places)
		}
		for _, f := range audit.Check(w.tree(), audit.Options{Only: []audit.Rule{audit.FocusHidden}}) {
			w.Errorf("%s: %v", screen, f)
		}
		ids = append(ids, n.ID)
		places[n.ID] = w.window.Tree().Find(n.ID)
	}
	w.Errorf("%s: the focus never came round", screen)
	return nil
}

// fromTop turns a round so that it begins at the top of the window.
func fromTop(ids []string, places map[string]int) []string {
	first := 0
	for i, id := range ids {
		if places[id] < places[ids[first]] {
			first = i
		}
	}
	return append(append([]string(nil), ids[first:]...), ids[:first]...)
}
