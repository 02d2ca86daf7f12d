package screens

import (
	"strings"
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
	"recordwell/ui/theme"
)

// Somebody who goes through what the rules find stays where they are when an answer
// has been saved meanwhile, whether the rules stand beside the page or on it.
func TestSavingLeavesTheFocusOnWhatTheRulesFind(t *testing.T) {
	for _, percent := range []int{100, 400} {
		w := open(t, look{theme.Light, percent, 1024, 800})
		w.begin(w.program.Study().Codes[0])
		w.goTo("Check your answers", "Check your answers")
		var link *a11y.Node // the last
		w.tree().Walk(func(n, _ *a11y.Node) bool {
			if n.Role == a11y.RoleLink && strings.HasPrefix(n.ID, "rules/") {
				link = n
			}
			return true
		})
		if link == nil {
			t.Fatalf("the rules find nothing:\n%s", a11ytest.Outline(w.tree()))
		}
		link.Focus()
		for range 3 {
			if err := w.program.Sync(t.Context()); err != nil {
				t.Fatal(err)
			}
			w.app.pump()
			w.window.Page().Resize(w.window.Class())
			w.app.pump()
		}
		if got := w.focus(); got == nil || got.ID != link.ID {
			t.Errorf("at %d%% the focus is on %v, was on %s", percent, got, link.ID)
		}
	}
}
