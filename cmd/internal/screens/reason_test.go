package screens

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

const whyNoUPN = "Why does Maya not have a UPN?"

// toCheck opens a world at the school of a child without a number, saved once.
func toCheck(t *testing.T) *world {
	w := open(t, plain)
	for _, s := range screens {
		if s.reach(w); s.name == "check this and errors" {
			return w
		}
	}
	t.Fatal("no page has something to check")
	return nil
}

// TestAReasonIsTypedSlowly: what is typed is written down while the person thinks,
// and the page is drawn anew; the reason is given all the same once it is left.
func TestAReasonIsTypedSlowly(t *testing.T) {
	for name, leave := range map[string]func(w *world){
		"by Tab": func(w *world) { w.key(fyne.KeyTab, 0) },
		"by saving the page": func(w *world) {
			w.key(fyne.KeyReturn, ctrl)
			w.goTo("Maya’s school", "Maya’s school")
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := toCheck(t)
			w.named(whyNoUPN, a11y.RoleTextBox).Focus()
			for _, words := range []string{"She started ", "3 weeks", " ago"} {
				w.enter(words)
				w.clock.advance(time.Second)
				if err := w.program.Sync(context.Background()); err != nil {
					t.Fatal(err)
				}
				w.app.pump()
			}
			if held := w.named(whyNoUPN, a11y.RoleTextBox).Text.Content; held != "She started 3 weeks ago" {
				t.Fatalf("the box holds %q", held)
			}
			leave(w)
			w.until("the reason is taken", func() bool { return w.seek("Change your reason: "+whyNoUPN) != nil })
			if w.seek(whyNoUPN, a11y.RoleTextBox) != nil {
				t.Error("the reason is still asked for")
			}
		})
	}
}
