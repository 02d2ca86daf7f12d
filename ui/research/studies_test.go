package research

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// atStudies opens the list of studies.
func atStudies(t testing.TB) (*window, *desk, func(...fyne.KeyName)) {
	t.Helper()
	d := &desk{report: measured()}
	w, k := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	w.open(t, pageStudies)
	return w, d, k.Keys
}

func TestANewStudyIsSavedAsItIsAndSaysWhatIsMissing(t *testing.T) {
	w, d, _ := atStudies(t)
	w.press(t, "studies/new")
	if w.focused() != "studies/make/name" {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.press(t, "studies/make/go")
	if w.node("studies/make/name").Description == "" || len(w.jobs) > 0 {
		t.Error("a study without a name is made")
	}
	p := blankStudy(t, w)
	if w.focused() != "setup/problem" {
		t.Errorf("what is missing puts the focus at %q", w.focused())
	}
	for _, words := range []string{"Enter who answers for the data", "Enter whom people can ask", "Enter the last day on which people can withdraw", "Enter the day on which everything is deleted"} {
		w.says(t, words)
	}
	p.showTab(tabCodes)
	p.goTo("controller")
	if p.tab != tabAbout || w.focused() != "setup/in/controller" {
		t.Errorf("the link goes to %q on %s", w.focused(), p.tab)
	}
	p.useIt()
	p.try()
	w.run()
	if d.inUse == "made" || len(d.tried) > 0 {
		t.Error("an unfinished study can be opened")
	}
	p.change(func(s *study.Study) {
		s.Controller, s.Contact, s.Withdrawal, s.Retention = "Northmere Council", "Rowan Ellery", 60000, 60001
	})
	w.run()
	if len(p.faults) > 0 || p.state.Words() != "Ready. There are no codes yet" {
		t.Errorf("the study says %q with %v", p.state.Words(), p.faults)
	}
	w.press(t, "setup/use")
	w.run()
	if d.inUse != "made" || w.focused() != "setup/title" {
		t.Errorf("%s is in use, and the focus at %q", d.inUse, w.focused())
	}
}

func TestWhatIsTypedIsInTheFileAtOnce(t *testing.T) {
	w, d, _ := atStudies(t)
	p := blankStudy(t, w)
	box := func(path, words string) {
		n := w.node("setup/in/" + path)
		if n == nil || n.SetText == nil {
			t.Fatalf("there is no box %s", path)
		}
		n.SetText(words)
		p.room.host.Root().Commit()
		w.run()
	}
	p.goTo("controller")
	box("controller", "  Northmere   Council ")
	p.goTo("targets/accuracy")
	box("targets/accuracy", "97.5")
	p.goTo("retention")
	p.fields["retention"].ask.Field().(*widgets.DateBoxes).OnCommit(widgets.Date{Day: "31", Month: "2", Year: "2027"})
	if len(p.wrong()) == 0 || len(w.jobs) > 0 {
		t.Error("a day that is none is saved")
	}
	p.fields["retention"].ask.Field().(*widgets.DateBoxes).OnCommit(widgets.Date{Day: "30", Month: "6", Year: "2027"})
	w.run()
	p.showTab(tabConsent)
	box("consent/debrief", "First.\n\nTalk to ${contact}.")
	file, err := os.ReadFile(filepath.Join(d.dir, "studies", "made.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"controller: Northmere Council\n", "accuracy: 97.5", "retention: 2027-06-30\n", "    First.\n\n    Talk to ${contact}.\n"} {
		if !strings.Contains(string(file), words) {
			t.Errorf("%q is not in\n%s", words, file)
		}
	}
}

func TestWhatCannotBeSavedIsSaidAndStays(t *testing.T) {
	w, d, _ := atStudies(t)
	p := blankStudy(t, w)
	d.refuses = errors.New("the folder cannot be written. Check that the disk has room")
	p.change(func(s *study.Study) { s.Contact = "Rowan" })
	w.run()
	if !slices.ContainsFunc(w.said, func(s string) bool { return strings.HasPrefix(s, "Not saved. The folder cannot be written") }) || p.draft.Contact != "Rowan" {
		t.Errorf("said %q", w.said)
	}
	d.refuses = nil
	p.change(func(s *study.Study) { s.Controller = "Council" })
	w.run()
	if e := d.shelf.Entry("made"); e.Study.Contact != "Rowan" || e.Study.Controller != "Council" {
		t.Errorf("then %+v is saved", e.Study)
	}
}

func TestARoundThatWasUsedIsLocked(t *testing.T) {
	w, d, _ := atStudies(t)
	p := setUp(t, w, tabRounds)
	w.press(t, "setup/rounds/0/close")
	w.run()
	if d.shelf.Entry("autumn-2025").Study.Rounds[0].Open || w.node("setup/in/rounds/0/scenarios") == nil && w.node("setup/rounds/0/scenarios") == nil {
		t.Error("a closed round that nobody used cannot be changed")
	}
	w.press(t, "setup/rounds/0/open")
	w.run()
	if r := d.shelf.Entry("autumn-2025").Study.Rounds[0]; !r.Open || r.Forms[0].Hash == "" {
		t.Errorf("opening gives %+v", r)
	}
	d.sessions["TS2M4P"] = begun("TS2M4P")
	p.readPeople()
	w.run()
	w.press(t, "setup/rounds/0/close")
	w.run()
	if w.node("setup/rounds/0/scenarios") != nil || w.node("setup/rounds/0/remove") != nil {
		t.Error("a round that somebody used can be changed")
	}
	w.says(t, "Locked: used by 1 person")
	w.press(t, "setup/rounds/add")
	w.run()
	if rounds := d.shelf.Entry("autumn-2025").Study.Rounds; len(rounds) != 2 || rounds[1].Open || rounds[1].ID == rounds[0].ID {
		t.Errorf("the rounds are %+v", rounds)
	}
	w.press(t, "setup/rounds/1/try-0")
	w.run()
	if len(d.tried) != 1 || d.tried[0] != "autumn-2025 round-2 0" {
		t.Errorf("tried %v", d.tried)
	}
}

func TestCodesAreMadePrintedAndTakenBack(t *testing.T) {
	w, d, keys := atStudies(t)
	d.sessions["TS2M4P"] = begun("TS2M4P")
	p := setUp(t, w, tabCodes)
	n := w.node("setup/codes/number")
	n.SetText("0")
	w.press(t, "setup/codes/make")
	if len(w.jobs) > 0 || w.focused() != "setup/codes/number" {
		t.Error("no codes are made")
	}
	n = w.node("setup/codes/number")
	n.SetText("3")
	w.press(t, "setup/codes/make")
	w.run()
	if got := d.shelf.Entry("autumn-2025").Study.Codes; len(got) != 27 {
		t.Fatalf("there are %d codes", len(got))
	}
	table := p.content.Children()
	if len(table) == 0 {
		t.Fatal("the tab is empty")
	}
	w.press(t, "setup/save/go")
	w.run()
	if len(d.slips) != 26 || slices.Contains(d.slips, "TS2M4P") {
		t.Errorf("slips of %v", d.slips)
	}
	p.openCode(widgets.NewTable("other", "Other", []widgets.Column{{ID: "a", Name: "A"}}), 1)
	if w.node("setup/void") == nil {
		t.Fatal("nobody asks before a code is taken back")
	}
	keys(fyne.KeyEscape)
	w.run()
	if d.shelf.Entry("autumn-2025").Study.Voided("7MKB8K") {
		t.Error("Esc takes the code back")
	}
	p.openCode(widgets.NewTable("other", "Other", []widgets.Column{{ID: "a", Name: "A"}}), 1)
	w.press(t, "setup/void/main")
	w.run()
	if !d.shelf.Entry("autumn-2025").Study.Voided("7MKB8K") {
		t.Error("the code is not taken back")
	}
	p.openCode(widgets.NewTable("other", "Other", []widgets.Column{{ID: "a", Name: "A"}}), 1)
	w.press(t, "setup/void/main")
	w.run()
	if d.shelf.Entry("autumn-2025").Study.Voided("7MKB8K") {
		t.Error("the code is not given back")
	}
}

func TestAStudyIsCopiedAndRemoved(t *testing.T) {
	w, d, keys := atStudies(t)
	w.press(t, "studies/timing-2025/copy")
	keys(fyne.KeyEscape)
	w.page.Command(shortcut.Escape)
	w.press(t, "studies/timing-2025/copy")
	w.press(t, "studies/make/go")
	w.run()
	made := d.shelf.Entry("made")
	if made == nil || made.Study.Controller == "" || len(made.Study.Codes) > 0 || made.Study.Rounds[0].Open {
		t.Fatalf("the copy is %+v", made)
	}
	w.open(t, pageStudies)
	if w.node("studies/autumn-2025/remove") != nil {
		t.Error("what comes with the program can be removed")
	}
	w.press(t, "studies/made/remove")
	w.press(t, "studies/remove-asks/main")
	w.run()
	if d.shelf.Entry("made") != nil || w.focused() != "studies/title" {
		t.Errorf("removing leaves %v, the focus at %q", d.shelf.Entry("made"), w.focused())
	}
}

func TestStudyThatCannotBeReadIsNamed(t *testing.T) {
	w, d, _ := atStudies(t)
	if err := os.MkdirAll(filepath.Join(d.dir, "studies"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.dir, "studies", "odd.yaml"), []byte("study: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.read(); err != nil {
		t.Fatal(err)
	}
	w.open(t, pageStudies)
	if n := w.node("studies/odd/broken"); n == nil || !strings.HasPrefix(n.Name, "The file studies/odd.yaml cannot be read.") {
		t.Errorf("it says %+v", n)
	}
}

func TestWithdrawingByCode(t *testing.T) {
	w, d, _ := atStudies(t)
	w.open(t, pageWithdraw)
	p := w.page.(*withdraw)
	for typed, words := range map[string]string{"": "Enter their code", "K7M4QZ": "Check the code", "7MKB8K": "Nothing is kept under this code"} {
		p.code.SetValue(typed)
		p.find()
		w.run()
		if !strings.Contains(w.node("withdraw/code").Description, words) {
			t.Errorf("%q is told as %q", typed, w.node("withdraw/code").Description)
		}
	}
	findPerson(t, w)
	w.says(t, "Log entries: 1,204")
	w.press(t, "withdraw/delete")
	w.press(t, "withdraw/sure/safe")
	w.run()
	if len(d.gone) > 0 {
		t.Fatal("Keep it deletes")
	}
	w.press(t, "withdraw/delete")
	d.refuses = errors.New("the disk is full. Make room")
	w.press(t, "withdraw/sure/main")
	w.run()
	if !strings.Contains(w.node("withdraw/code").Description, "It is not deleted yet. The disk is full. Make room. Then try again") {
		t.Errorf("a failure is told as %q", w.node("withdraw/code").Description)
	}
	d.refuses = nil
	w.press(t, "withdraw/delete")
	w.press(t, "withdraw/sure/main")
	w.run()
	if len(d.gone) != 2 || w.focused() != "withdraw/receipt" {
		t.Errorf("deleted %v, the focus at %q", d.gone, w.focused())
	}
	w.says(t, "Receipt number: 0193-1")
}

func TestFormsShowWhatTheyAskAndTakeFilesIn(t *testing.T) {
	w, _, keys := atStudies(t)
	w.open(t, pageForms)
	p := w.page.(*forms)
	row := slices.Index(p.ids, "child_details")
	p.openForm(row)
	w.says(t, "Locked")
	if n := w.node("forms/asks"); n == nil {
		t.Error("what the form asks is not shown")
	}
	w.page.Command(shortcut.Escape)
	if p.frame.opened || w.node("forms/asks") != nil {
		t.Error("Esc does not close the form")
	}
	keys(fyne.KeyEscape)
	w.press(t, "forms/import")
	bad := filepath.Join(t.TempDir(), "bad.yaml")
	if err := os.WriteFile(bad, []byte("form: bad\nversion: \"1\"\ntitel: Bad\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.path.SetValue(bad)
	w.press(t, "forms/take/go")
	w.run()
	if n := w.node("forms/take/fault-0"); n == nil || !strings.Contains(strings.Join(w.names(), "\n"), "Did you mean “title”?") {
		t.Errorf("a file with faults says %v", n)
	}
}

func TestScenarioShowsFactsBesideAnswers(t *testing.T) {
	w, d, _ := atStudies(t)
	w.open(t, pageScenarios)
	p := w.page.(*scenarios)
	found := false
	for _, r := range p.rows {
		if r.answer == "" || strings.Contains(r.question, "${") || strings.Contains(r.answer, "${") {
			t.Errorf("the key has a row %+v", r)
		}
		found = found || r.answer == "14 June 2018" && r.facts == "9"
	}
	if !found {
		t.Errorf("Maya’s date of birth is not in %+v", p.rows)
	}
	w.press(t, "scenarios/try")
	if len(d.tried) != 1 || w.node("scenarios/said") == nil {
		t.Errorf("tried %v", d.tried)
	}
}

func TestTheFactsOfAnAnswerAreShownInTheStory(t *testing.T) {
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{Scheme: theme.Light, TextPercent: 100}, 1280, 800, d)
	w.run()
	w.open(t, pageScenarios)
	p := w.page.(*scenarios)
	row := slices.IndexFunc(p.rows, func(r keyRow) bool { return len(r.rests) == 1 && r.rests[0] == 3 })
	if row < 0 {
		t.Fatalf("no answer rests on fact 3 alone: %+v", p.rows)
	}
	told := p.told[0].Words()
	p.key.OnOpen(row, 2)
	if want := "Fact 3: Tuesday 7 October 2025"; len(w.said) == 0 || w.said[len(w.said)-1] != want {
		t.Errorf("%q is said, not %q", w.said, want)
	}
	if p.told[0].Words() != told || !strings.Contains(told, "Tuesday 7 October 2025\u00a0(3)") {
		t.Errorf("the story reads %q", p.told[0].Words())
	}
	bare := slices.IndexFunc(p.rows, func(r keyRow) bool { return len(r.rests) == 0 })
	if bare >= 0 {
		p.key.OnOpen(bare, 0)
		if got := w.said[len(w.said)-1]; got != "This answer rests on no fact of the story" {
			t.Errorf("%q is said", got)
		}
	}
}
