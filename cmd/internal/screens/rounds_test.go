package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/ui/a11y"
)

// rounds are the screens of a study of two rounds.
var rounds = []screen{
	{"study overview of all rounds", func(w *world) bool {
		w.press("Go to the research desk")
		w.until("the results are shown", func() bool { return w.seek("In short") != nil })
		return true
	}},
	{"study overview of a round", func(w *world) bool {
		w.node(func(n *a11y.Node) bool { return n.ID == "overview/round" }).Focus()
		w.app.pump()
		for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
			w.key(k, 0)
		}
		w.until("the round is shown", func() bool {
			return w.seek("Does a new hint help? Two rounds › Second round") != nil && w.seek("In short") != nil
		})
		return true
	}},
	{"compare rounds", func(w *world) bool {
		w.press("Compare rounds")
		w.until("the rounds are compared", func() bool { return w.seek("What changed in the forms") != nil })
		return true
	}},
	{"compare rounds as a table", func(w *world) bool {
		w.press("Show as a table")
		return true
	}},
}

// madeRounds is a data folder in which made-up people were in both rounds.
func madeRounds(t *testing.T) string {
	dir := t.TempDir()
	t.Run("people", func(t *testing.T) {
		w := openIn(t, plain, assets.Content, dir)
		if err := w.program.Research(w.program.Settings(), t.TempDir()).Use("hint-2025"); err != nil {
			t.Fatal(err)
		}
		if err := w.program.Simulate(t.Context(), 12, 7, func(int) {}); err != nil {
			t.Fatal(err)
		}
	})
	return dir
}

// TestDeskOfTwoRounds does for a study of two rounds what TestDeskWithResults does for
// one.
func TestDeskOfTwoRounds(t *testing.T) {
	dir := madeRounds(t)
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := openMade(t, l, dir)
			for _, s := range rounds {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
		})
	}
}

// TestPixelsOfTwoRounds measures what is drawn there.
func TestPixelsOfTwoRounds(t *testing.T) {
	dir := madeRounds(t)
	for _, l := range measuredLooks() {
		t.Run(l.String(), func(t *testing.T) {
			w := openMade(t, l, dir)
			for _, s := range rounds {
				if s.reach(w) {
					w.measure(s.name)
				}
			}
		})
	}
}
