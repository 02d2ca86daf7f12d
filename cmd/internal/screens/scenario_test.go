package screens

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// TestAScenarioOfOnesOwn copies a scenario in the window, writes another story, makes its
// key by filling in the forms, numbers its facts, checks it as recordwellctl lint does,
// and gives it to people in an open round.
func TestAScenarioOfOnesOwn(t *testing.T) {
	w := open(t, plain)
	w.press("Go to the research desk")
	w.until("the overview is read", func() bool { return w.seek("Look again", a11y.RoleButton) != nil })
	w.menu("Scenarios")
	w.named("Scenario", a11y.RoleComboBox).Focus()
	w.key(fyne.KeyReturn, 0)
	w.enter("t") // the next that begins so
	w.key(fyne.KeyReturn, 0)
	w.until("the scenario is shown", func() bool { return w.seek("Content note: adults who argue at night") != nil })
	w.press("Copy this scenario")
	w.write("What is the copy called?", "The Ellis family")
	w.press("Make the copy")
	w.title("Change a scenario")

	saved := func() { // waits until all is in the file
		w.window.Fyne().Canvas().Unfocus()
		w.until("all is saved", func() bool { return w.seek("Saved on this computer") != nil })
	}
	w.write("What is the task called?", "The Ellis family: a contact")
	saved()
	w.write("Paragraph 1", "[14: Bo Marsh], [2: a neighbour] of the Ellis family, [3: filled in the form on our website] on [4: Wednesday 12 November 2025]. You took it as a referral the same day. She left [5: her number, 01632 960 233]. She asks for [6: support for the family].")
	saved()
	w.press("Save and check")
	w.until("the gap is found", func() bool {
		return w.node(func(n *a11y.Node) bool { return strings.Contains(n.Name, "there is no fact 1") }) != nil
	})
	w.press("Number the facts anew")
	saved()

	w.press("Answer key")
	w.press("Fill in the forms to make the key")
	w.title("Making the key: Who got in touch")
	w.write("What is their name?", "Bo Marsh")
	w.goTo("Check your answers", "Making the key: Check your answers")
	w.press(w.button("Finish with"))
	w.until("it is asked whether they are used", func() bool { return w.seek("Use these answers as the key", a11y.RoleButton) != nil })
	w.press("Use these answers as the key")
	w.until("all is saved", func() bool { return w.seek("Saved on this computer") != nil })
	w.open("story/key", "/row/4/question") // the name: it rested on fact 1, which is another now
	w.until("the answer is open", func() bool { return w.seek("Referral: Name of the referrer", a11y.RoleHeading) != nil })
	w.write("Which facts of the story does it rest on?", "1")
	saved()
	w.press("Save and check")
	w.until("nothing is to be put right", func() bool { return w.seek("Ready for a round") != nil && w.seek("There is a problem") == nil })

	dir := w.program.Store.Dir()
	fsys := study.Layers(os.DirFS(dir), assets.Content)
	_, problems := study.Read(fsys, study.Files(fsys), program.Known())
	file, err := os.ReadFile(filepath.Join(dir, "scenarios", "the-ellis-family.yaml"))
	if len(problems) > 0 || err != nil {
		t.Errorf("lint says %v, %v of\n%s", problems, err, file)
	}
	for _, words := range []string{"title: The Ellis family\n", "  [1: Bo Marsh], [2: a neighbour] of the Ellis", "referrer_name: {value: Bo Marsh, facts: [1]}\n"} {
		if !strings.Contains(string(file), words) {
			t.Errorf("%q is not in\n%s", words, file)
		}
	}

	w.menu("Studies")
	w.press("Set up: Autumn 2025 trial")
	w.title("Set up a study")
	w.press("Rounds")
	w.until("who has taken part is read", func() bool { return w.seek("Close First round") != nil })
	w.press("Close First round")
	w.until("the round is closed", func() bool { return w.seek("Open First round") != nil && w.seek("Saved on this computer") != nil })
	w.press("The Ellis family")
	w.until("the story is chosen", func() bool {
		return slices.Contains(w.program.Shelf().Entry("autumn-2025").Study.Rounds[0].Scenarios, "the-ellis-family")
	})
	w.press("Open First round")
	w.until("the round is open", func() bool { return w.seek("Close First round") != nil && w.seek("Saved on this computer") != nil })
	w.leaveDesk()
	w.write("Your code", "TS2 M4P")
	w.press("Start")
	w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
	for _, i := range w.program.Study().Consent.Needed() {
		w.press(i.Words)
	}
	w.press("I agree, start")
	w.title("Your tasks")
	if w.seek("Start, The Ellis family: a contact") == nil {
		t.Errorf("the scenario is not among the tasks:\n%s", a11ytest.Outline(w.tree()))
	}

	if n, err := w.program.Research(w.program.Settings(), t.TempDir()).StoryUsed(t.Context(), "the-ellis-family"); err != nil || n != 1 {
		t.Errorf("%d people have used it, %v", n, err)
	}
}
