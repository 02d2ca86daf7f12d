package screens

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// casework are the sections of every form of everyday work, as a story of that study
// opens them; it is the only table whose screens are many and of one kind.
var casework = everySection("9FWWDN",
	"Jude Lockwood: from the enquiry to the plan", "Abena Osei: the last review, the plan after, and closing", "Ruby Sutcliffe: two times away",
	"Leah Tansley: assessment and visits", "Zabih Noorzai: in our care",
)

// everySection goes through the sections of some tasks of the study of a code.
func everySection(code string, tasks ...string) []screen {
	out := []screen{{"tasks of everyday work", func(w *world) bool {
		w.consent(code)
		for _, i := range w.program.Study().Consent.Needed() {
			w.press(i.Words)
		}
		w.press("I agree, start")
		w.title("Your tasks")
		return true
	}}}
	for i, task := range tasks {
		for n := range 14 {
			out = append(out, screen{fmt.Sprintf("%d %s %02d", i+1, strings.SplitN(task, ":", 2)[0], n+1), func(w *world) bool {
				if n == 0 {
					if i > 0 {
						w.toTasks()
					}
					w.press("Start, " + task)
					w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
				}
				ids := w.sections()
				if n >= len(ids) {
					return false
				}
				w.node(func(c *a11y.Node) bool { return c.ID == ids[n] }).Actions[0].Do()
				w.app.pump()
				return true
			}})
		}
	}
	return out
}

// sections are the ids of the rows of the list of sections, which is opened where it
// stands behind a button.
func (w *world) sections() []string {
	row := func(n *a11y.Node) bool {
		return n.Role == a11y.RoleListItem && strings.HasPrefix(n.ID, "record/sections/")
	}
	if w.node(row) == nil {
		if b := w.node(func(n *a11y.Node) bool { return n.ID == "strip/sections" }); b != nil {
			w.press(b.Name)
		}
	}
	var ids []string
	w.tree().Walk(func(n, _ *a11y.Node) bool {
		if row(n) && len(n.Actions) > 0 && !slices.Contains(ids, n.ID) {
			ids = append(ids, n.ID)
		}
		return true
	})
	return ids
}

// toTasks goes back from wherever the record is to the list of tasks.
func (w *world) toTasks() {
	w.Helper()
	for range 40 {
		if strings.HasPrefix(w.window.Fyne().Title(), "Your tasks") {
			return
		}
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
	}
	w.Fatalf("no way back to the tasks from %q", w.window.Fyne().Title())
}
