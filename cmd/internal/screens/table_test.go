package screens

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// screen is one screen, as somebody comes to it from the one before.
type screen struct {
	name string
	// reach goes there; false says that there is no such screen in this look.
	reach func(w *world) bool
}

const ctrl = fyne.KeyModifierControl

// screens are all screens of the window, in the order of a visit.
var screens = []screen{
	{"start", func(w *world) bool { w.title("Recordwell"); return true }},
	{"help", func(w *world) bool { w.key(fyne.KeyF1, 0); return true }},
	{"text and colours before consent", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.key(fyne.KeyComma, ctrl)
		return true
	}},
	{"change shortcuts", func(w *world) bool { w.press("Change shortcuts"); return true }},
	{"a shortcut that is taken", func(w *world) bool {
		w.write("Help for this question", "Ctrl+C")
		w.key(fyne.KeyTab, 0)
		return true
	}},
	{"bad code", func(w *world) bool {
		w.press("Go back")
		w.press("Go back")
		w.write("Your code", "ABC")
		w.press("Start")
		w.until("the code is refused", func() bool { return w.named("Your code").Has(a11y.Invalid) })
		return true
	}},
	{"refused", func(w *world) bool {
		w.consent(w.program.Study().Codes[0])
		w.press("I do not agree")
		w.title("You did not agree")
		return true
	}},
	{"consent", func(w *world) bool {
		w.press("Go to the start")
		w.write("Your code", w.program.Study().Codes[0])
		w.press("Start")
		w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
		return true
	}},
	{"consent, nothing ticked", func(w *world) bool { w.press("I agree, start"); return true }},
	{"tasks", func(w *world) bool {
		for _, i := range w.program.Study().Consent.Needed() {
			w.press(i.Words)
		}
		w.press("I agree, start")
		w.title("Your tasks")
		return true
	}},
	{"stop asks", func(w *world) bool { w.press("Stop and leave the study"); return true }},
	{"record", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.key(fyne.KeyReturn, ctrl)
		w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
		return true
	}},
	{"menu", func(w *world) bool { return w.pressIf("Menu") }},
	{"narrow strip open", func(w *world) bool {
		w.closeMenu()
		n := w.node(func(n *a11y.Node) bool { return n.ID == "strip/sections" })
		if n != nil {
			w.press(n.Name)
		}
		return n != nil
	}},
	{"family shown in the strip", func(w *world) bool {
		if n := w.node(func(n *a11y.Node) bool { return n.ID == "strip/sections" }); n != nil {
			w.press(n.Name)
		}
		return w.pressIf("Show the family")
	}},
	{"story hidden", func(w *world) bool {
		if w.seek("The family", a11y.RoleRegion) != nil || w.seek("Hide the family") != nil {
			w.key(fyne.KeyF7, 0)
		}
		return true
	}},
	{"story shown", func(w *world) bool { w.key(fyne.KeyF7, 0); return true }},
	{"help with a question", func(w *world) bool {
		w.key(fyne.KeyF7, 0)
		w.named("Who made the referral?", a11y.RoleComboBox).Focus()
		w.key(fyne.KeyF1, 0)
		return true
	}},
	{"text and colours", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.key(fyne.KeyComma, ctrl)
		return true
	}},
	{"change shortcuts over a record", func(w *world) bool { w.press("Change shortcuts"); return true }},
	{"errors", func(w *world) bool {
		w.press("Go back")
		w.key(fyne.KeyComma, ctrl)
		w.title("Who got in touch")
		w.press("Save and continue")
		w.until("the errors are shown", func() bool { return strings.HasPrefix(w.window.Fyne().Title(), "Error: ") })
		return true
	}},
	{"long answers", func(w *world) bool {
		w.section(2, "The referral")
		w.named("What did they tell you?").Focus()
		w.enter(longWords)
		return true
	}},
	{"words that may be misspelt", func(w *world) bool {
		w.named("What did they tell you?", a11y.RoleTextBox).Focus()
		w.key(fyne.KeyA, ctrl)
		w.enter("She recieved a letter from scool, and was tired. ")
		w.until("the words are marked", func() bool { return w.seek("Look at 2 words that may be misspelt: What did they tell you?") != nil })
		return true
	}},
	{"a word is asked about", func(w *world) bool {
		w.named("What did they tell you?", a11y.RoleTextBox).Focus()
		w.key(fyne.KeyF3, 0)
		w.until("a word is asked about", func() bool { return w.seek("“recieved”") != nil })
		return true
	}},
	{"decision", func(w *world) bool { w.key(fyne.KeyEscape, 0); w.section(5, "The decision"); return true }},
	{"child details", func(w *world) bool { w.section(6, "Maya’s details"); return true }},
	{"list to search open", func(w *world) bool {
		w.section(7, "Maya’s background")
		w.named("What is Maya’s first language?", a11y.RoleComboBox).Focus()
		w.enter("po")
		return true
	}},
	{"tick boxes", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.key(fyne.KeyEscape, 0)
		w.section(8, "Maya’s health")
		return true
	}},
	{"empty list", func(w *world) bool { w.section(9, "Where does Maya live?"); return true }},
	{"school", func(w *world) bool {
		w.section(6, "Maya’s details")
		w.choose("Which is right for Maya?", "Born")
		w.goTo("Maya’s school", "Maya’s school")
		w.choose("Does Maya go to school?", "Yes")
		w.choose("Does Maya have a unique pupil number", "No")
		return true
	}},
	{"check this and errors", func(w *world) bool {
		w.press("Save and continue")
		w.until("something is to be checked", func() bool { return w.seek("Why does Maya not have a UPN?", a11y.RoleTextBox) != nil })
		return true
	}},
	{"household list, empty", func(w *world) bool { w.goTo("Household", "Who lives with Maya?"); return true }},
	{"item", func(w *world) bool {
		w.choose("Does anyone else live with Maya?", "Yes, add another person")
		w.press("Save and continue")
		w.title("Someone who lives with Maya")
		return true
	}},
	{"item with errors", func(w *world) bool { w.press("Save and continue"); return true }},
	{"household list", func(w *world) bool {
		w.write("What are their given names?", "Joana")
		w.write("What is their family name?", "Carvalho")
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		w.title("Who lives with Maya?")
		return true
	}},
	{"timeline", func(w *world) bool {
		w.key(fyne.KeyT, ctrl)
		w.title("Timeline")
		return true
	}},
	{"remove asks", func(w *world) bool {
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		w.title("Who lives with Maya?")
		w.press("Remove Joana Carvalho")
		return true
	}},
	{"remove real details", func(w *world) bool {
		w.key(fyne.KeyEscape, 0)
		w.key(fyne.KeyF1, 0)
		w.press("Your data and your choices")
		w.press("Choose what to remove")
		w.title("Remove real details")
		return true
	}},
	{"remove real details, nothing ticked", func(w *world) bool { w.press("Remove"); return true }},
	{"check answers", func(w *world) bool {
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		w.title("Your data")
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		w.title("Who lives with Maya?")
		w.goTo("Check your answers", "Check your answers")
		return true
	}},
	{"read back", func(w *world) bool {
		w.press("Read it back to the child and family")
		w.title("Read the record back")
		return true
	}},
	{"not right", func(w *world) bool {
		w.press("Not right: born or not")
		w.title("What is not right?")
		return true
	}},
	{"not right, nothing said", func(w *world) bool { w.press("Note it"); return true }},
	{"read back, one thing noted", func(w *world) bool {
		w.write("What did they say?", "It was a letter")
		w.choose("Do you agree?", "No, we see it differently")
		w.press("Note it")
		w.title("Read the record back")
		return true
	}},
	{"screen covered", func(w *world) bool {
		w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		w.title("Check your answers")
		w.key(fyne.KeyL, ctrl)
		return true
	}},
	{"break", func(w *world) bool {
		w.press("Continue")
		w.key(fyne.KeyF9, 0)
		return true
	}},
	{"finished, not on the disk", func(w *world) bool {
		w.press("Continue")
		w.title("Check your answers")
		w.full = true
		w.press(w.button("Finish with"))
		w.title("Record finished, not saved yet")
		return true
	}},
	{"ease", func(w *world) bool {
		w.full = false
		w.press("Try again")
		w.title("Overall, how difficult")
		return true
	}},
	{"ease, nothing chosen", func(w *world) bool { w.press("Continue"); return true }},
	{"statements", func(w *world) bool {
		w.press("Skip this question")
		w.title("What do you think of the system?")
		return true
	}},
	{"statements, some left", func(w *world) bool { w.press("Next 5 statements"); return true }},
	{"statements, second page", func(w *world) bool {
		for _, s := range session.SUSStatements()[:5] {
			w.choose(s.Words, "4 of 5")
		}
		w.press("Next 5 statements")
		w.until("the second page is open", func() bool { return w.seek(session.SUSStatements()[9].Words, a11y.RoleRadioGroup) != nil })
		return true
	}},
	{"end questions", func(w *world) bool {
		w.press("Skip these questions")
		w.title("Using this record at work")
		return true
	}},
	{"thanks", func(w *world) bool {
		w.press("Skip these questions")
		w.title("Thank you")
		return true
	}},
	{"your data", func(w *world) bool { w.press("Your data and your choices"); return true }},
	{"what is recorded", func(w *world) bool {
		w.press("See what is recorded")
		w.title("What is recorded")
		return true
	}},
	{"withdraw asks", func(w *world) bool {
		w.press("Go back")
		w.press("Withdraw")
		return true
	}},
	{"withdrawn", func(w *world) bool {
		w.press("Delete my data")
		w.title("Your data are deleted")
		return true
	}},
	{"stopped", func(w *world) bool {
		w.press("Go to the start")
		w.consent(w.program.Study().Codes[0])
		w.agree()
		w.title("Your tasks")
		w.press("Stop and leave the study")
		w.press("Stop")
		w.title("Thank you")
		return true
	}},
}

// section goes to a section by its keys, goTo by its name in the list of sections,
// which stands behind a button where there is no room.
func (w *world) section(n int, title string) {
	w.Helper()
	w.key(fyne.KeyName(fmt.Sprint(n)), ctrl)
	w.title(title)
}

func (w *world) goTo(name, title string) {
	w.Helper()
	named := func(n *a11y.Node) bool {
		return n.Role == a11y.RoleListItem && strings.HasPrefix(n.ID, "record/sections/") && strings.HasPrefix(n.Name, name)
	}
	if w.node(named) == nil {
		if b := w.node(func(n *a11y.Node) bool { return n.ID == "strip/sections" }); b != nil {
			w.press(b.Name)
		}
	}
	n := w.node(named)
	if n == nil {
		w.Fatalf("there is no section %q in:\n%s", name, a11ytest.Outline(w.tree()))
	}
	w.press(n.Name)
	w.title(title)
}

func (w *world) closeMenu() {
	if n := w.seek("Menu", a11y.RoleButton); n != nil && n.Has(a11y.Expanded) {
		w.press("Menu")
	}
}

var longWords = strings.Repeat("Maya told her teacher that she is tired in the morning, because the baby cries at night. ", 12)

// pressIf presses a button where there is one.
func (w *world) pressIf(name string) bool {
	if w.seek(name, a11y.RoleButton) == nil {
		return false
	}
	w.press(name)
	return true
}
