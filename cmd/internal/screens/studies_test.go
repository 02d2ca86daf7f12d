package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/a11y"
)

// setting are the screens of a study's set-up, in the order of a visit that sets one
// up from nothing.
var setting = []screen{
	{"studies", func(w *world) bool {
		w.press("Go to the research desk")
		w.until("the overview is read", func() bool { return w.seek("Look again", a11y.RoleButton) != nil })
		return w.menu("Studies")
	}},
	{"new study", func(w *world) bool { w.press("New study"); return true }},
	{"set-up of a new study", func(w *world) bool {
		w.write("What is the new study called?", "Spring 2026 trial")
		w.press("Make the study")
		w.title("Set up a study")
		return true
	}},
	{"what is missing", func(w *world) bool {
		w.press("Show what is missing")
		return true
	}},
	{"set-up, finished", func(w *world) bool {
		w.press("Enter who answers for the data")
		w.enter("Northmere Council")
		w.press("Enter whom people can ask")
		w.enter("Rowan Ellery")
		for link, date := range map[string][3]string{"Enter the last day on which people can withdraw": {"31", "3", "2027"}, "Enter the day on which everything is deleted": {"30", "6", "2027"}} {
			w.press(link)
			for _, part := range date {
				w.enter(part)
				w.key(fyne.KeyTab, 0)
			}
		}
		w.until("nothing is missing", func() bool { return w.seek("Show what is missing") == nil })
		return true
	}},
	{"consent of a study", func(w *world) bool { w.press("Consent"); return true }},
	{"remove a part of the consent asks", func(w *world) bool { w.ask("setup/", "/remove"); return true }},
	{"rounds, closed", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.press("Rounds")
		w.until("a round can be opened", func() bool { return w.seek("Open First round") != nil })
		return true
	}},
	{"remove a round asks", func(w *world) bool { w.ask("setup/", "/remove"); return true }},
	{"rounds, open", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.press("Open First round")
		w.until("the round is open", func() bool { return w.seek("Close First round") != nil && w.seek("Saved on this computer") != nil })
		return true
	}},
	{"codes, none", func(w *world) bool { w.press("Codes"); return true }},
	{"codes", func(w *world) bool {
		w.press("Make codes")
		w.until("there are codes", func() bool {
			return w.seek("Print slips of the unused codes") != nil && w.seek("Saved on this computer") != nil
		})
		return true
	}},
	{"take a code back asks", func(w *world) bool { w.ask("setup/codes", "/row/1/do"); return true }},
	{"trying it out", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.press("Try it as a participant")
		w.title("Trying it out")
		return true
	}},
	{"trying a record", func(w *world) bool {
		for _, i := range w.program.Study().Consent.Needed() {
			w.press(i.Words)
		}
		w.press("I agree, start")
		w.title("Trying it out: Your tasks")
		w.key(fyne.KeyReturn, ctrl)
		w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
		return true
	}},
	{"back at the set-up", func(w *world) bool {
		w.press("Back to the desk")
		w.title("Set up a study")
		return true
	}},
	{"remove a study asks", func(w *world) bool {
		w.menu("Studies")
		w.ask("studies/", "/remove")
		return true
	}},
	{"scenarios", func(w *world) bool { w.key(fyne.KeyEscape, 0); return w.menu("Scenarios") }},
	{"copy a scenario", func(w *world) bool { w.press("Copy this scenario"); return true }},
	{"change a scenario", func(w *world) bool {
		w.press("Make the copy")
		w.title("Change a scenario")
		return true
	}},
	{"what to put right in a scenario", func(w *world) bool {
		w.write("What should people know before they read it?", "")
		w.write("Paragraph 2", "Maya is [8: a girl].")
		w.press("Save and check")
		w.until("something is to be put right", func() bool { return w.seek("Enter the content note", a11y.RoleLink) != nil })
		return true
	}},
	{"remove a paragraph asks", func(w *world) bool { w.ask("story/vignette", "/remove"); return true }},
	{"answer key of a scenario", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.press("Answer key")
		return true
	}},
	{"an answer and its facts", func(w *world) bool {
		w.open("story/key", "/row/1/question")
		w.until("an answer is open", func() bool { return w.seek("Next answer") != nil })
		return true
	}},
	{"forms for the key", func(w *world) bool {
		w.press("Fill in the forms to make the key")
		w.title("Making the key")
		return true
	}},
	{"answers for the key", func(w *world) bool {
		w.write("What is their name?", "Miss Farah Anwar of the school")
		w.goTo("Check your answers", "Making the key: Check your answers")
		w.press(w.button("Finish with"))
		w.until("it is asked whether they are used", func() bool { return w.seek("Use these answers as the key", a11y.RoleButton) != nil })
		return true
	}},
	{"key of answers", func(w *world) bool {
		w.press("Use these answers as the key")
		w.until("the key is saved", func() bool {
			d, err := w.program.Shelf().Draft("copy-of-the-carvalho-family")
			c := d.Cell(study.KeyRef{Alias: "referral", Question: "referrer_name"})
			return err == nil && slices.Equal(c.Values, []string{"Miss Farah Anwar of the school"}) && slices.Equal(c.Facts, []int{4})
		})
		return true
	}},
	{"scenario of one's own", func(w *world) bool {
		w.press("All scenarios")
		w.title("Scenarios")
		w.until("it can be changed", func() bool { return w.seek("Change this scenario") != nil })
		return true
	}},
	{"form library", func(w *world) bool { return w.menu("Form library") }},
	{"import a form", func(w *world) bool { w.press("Import a form"); return true }},
	{"withdraw a person", func(w *world) bool { return w.menu("Withdraw a person") }},
}

// ask presses what asks before it does something, by the ends of its id.
func (w *world) ask(begins, ends string) {
	w.Helper()
	w.open(begins, ends)
	w.until("it is asked for", func() bool { return w.node(func(n *a11y.Node) bool { return n.Role == a11y.RoleDialog }) != nil })
}

// open presses something by the ends of its id.
func (w *world) open(begins, ends string) {
	w.Helper()
	n := w.node(func(n *a11y.Node) bool {
		return strings.HasPrefix(n.ID, begins) && strings.HasSuffix(n.ID, ends) && len(n.Actions) > 0
	})
	if n == nil {
		w.Fatalf("nothing to press begins with %s and ends with %s", begins, ends)
	}
	n.Actions[0].Do()
	w.app.pump()
}

// TestSettingUp does for the set-up of a study what TestTree does for people who take
// part; nothing of what was tried is kept, and the codes work at the start page.
func TestSettingUp(t *testing.T) {
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range setting {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
			rows, err := w.program.Store.Sessions(t.Context(), "")
			if err != nil || len(rows) > 0 {
				t.Errorf("%d sessions are kept of what was tried, %v", len(rows), err)
			}
			made := w.program.Library().Studies["spring-2026-trial"]
			if made == nil || len(made.Codes) != 12 {
				t.Fatalf("the study is %+v", made)
			}
			w.menu("Studies")
			w.press("Use on this computer: Spring 2026 trial")
			w.until("it is in use", func() bool { return w.program.Study() == made || w.program.Study().ID == made.ID })
			w.leaveDesk()
			w.write("Your code", made.Codes[0])
			w.press("Start")
			w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
			if w.seek("Spring 2026 trial · First round") == nil {
				t.Error("the consent does not name the study")
			}
			if _, err := w.program.Store.SessionByCode(t.Context(), made.ID, made.Codes[0]); err == nil {
				t.Error("a session is kept before anybody agreed")
			}
		})
	}
}

// leaveDesk goes back to the start page.
func (w *world) leaveDesk() {
	w.Helper()
	if w.seek("Back to the start", a11y.RoleListItem) == nil {
		w.press("Menu")
	}
	w.press("Back to the start")
	w.until("the start page is open", func() bool {
		return strings.HasPrefix(w.window.Fyne().Title(), "Recordwell") && w.seek("Your code") != nil
	})
}
