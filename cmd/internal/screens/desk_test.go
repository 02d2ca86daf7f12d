package screens

import (
	"strings"
	"testing"

	"recordwell/ui/a11y"
)

// desk are the screens of the research desk.
var desk = []screen{
	{"study overview, empty", func(w *world) bool {
		w.press("Go to the research desk")
		w.until("the overview is read", func() bool { return w.seek("Look again", a11y.RoleButton) != nil })
		return true
	}},
	{"questions", func(w *world) bool { return w.menu("Questions") }},
	{"data quality", func(w *world) bool { return w.menu("Data quality") }},
	{"check a return", func(w *world) bool { return w.menu("Check a return") }},
	{"screen lock", func(w *world) bool { return w.menu("Screen lock") }},
	{"help", func(w *world) bool { return w.menu("Help") }},
}

// menu goes to a page of the side menu, which stands behind a button where there is
// no room.
func (w *world) menu(name string) bool {
	w.Helper()
	if w.seek(name, a11y.RoleListItem) == nil {
		w.press("Menu")
	}
	w.press(name)
	w.until(name+" is open", func() bool { f := w.focus(); return f != nil && strings.HasSuffix(f.ID, "/title") })
	return true
}

// TestDesk does for the research desk what TestTree does for people who take part.
func TestDesk(t *testing.T) {
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range desk {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
		})
	}
}
