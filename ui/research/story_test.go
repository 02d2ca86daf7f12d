package research

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/widgets"
)

func TestAScenarioIsCopiedAndOpenedToBeChanged(t *testing.T) {
	w, d, keys := atStudies(t)
	w.open(t, pageScenarios)
	p := w.page.(*scenarios)
	w.run()
	if w.node("scenarios/edit") != nil {
		t.Error("what comes with the program can be changed")
	}
	w.says(t, "It comes with the program, so it stays as it is. Copy it, and change the copy.")
	w.press(t, "scenarios/copy")
	if w.focused() != "scenarios/make/title" || p.title.Value() != "Copy of "+p.at.Title() {
		t.Errorf("the focus is at %q, the title %q", w.focused(), p.title.Value())
	}
	keys(fyne.KeyEscape)
	if w.node("scenarios/make/title") != nil || w.focused() != "scenarios/copy" {
		t.Errorf("after Esc the focus is at %q", w.focused())
	}
	w.press(t, "scenarios/copy")
	p.title.SetValue(" ")
	w.press(t, "scenarios/make/go")
	if !strings.Contains(w.node("scenarios/make/title").Description, "Enter the title of the copy") || len(w.jobs) > 0 {
		t.Error("a copy without a title is made")
	}
	d.refuses = errors.New("there is a scenario called so already. Choose another title")
	p.title.SetValue("Ours")
	w.press(t, "scenarios/make/go")
	w.run()
	if !strings.Contains(w.node("scenarios/make/title").Description, "already") {
		t.Error("why it is not made is not said")
	}
	d.refuses = nil
	w.press(t, "scenarios/make/go")
	w.run()
	page, open := w.page.(*storyPage)
	if !open || page.draft.Title != "Ours" || w.focused() != "story/title" {
		t.Fatalf("then %T is open with the focus at %q", w.page, w.focused())
	}
	w.page.Command(shortcut.Back)
	w.run()
	w.says(t, "It is yours: scenarios/made.yaml in the data folder.")
	w.press(t, "scenarios/edit")
	w.run()
	if _, open := w.page.(*storyPage); !open {
		t.Errorf("%T is open", w.page)
	}
}

func TestAScenarioThatPeopleHaveUsedIsOnlyCopied(t *testing.T) {
	w, d, _ := atStudies(t)
	copied(t, w)
	d.used = 3
	w.page.Command(shortcut.Back)
	w.run()
	if w.node("scenarios/edit") != nil || w.node("scenarios/copy") == nil {
		t.Error("it can be changed")
	}
	w.says(t, "3 people have taken part with it, so it stays as it is: their results could not be compared any more. Copy it, and change the copy.")
}

func TestWhatIsWrittenOfAStoryIsInTheFileAtOnce(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	box := func(path, words string) {
		t.Helper()
		p.goTo(path)
		n := w.node("story/in/" + path)
		if n == nil || n.SetText == nil {
			t.Fatalf("there is no box %s", path)
		}
		n.SetText(words)
		p.room.host.Root().Commit()
		w.run()
	}
	box("title", " The  Ellis family ")
	box("content_note", "a row between\nneighbours")
	box("vignette/0", "[1: A neighbour] rang: \"loud\"\n# again.")
	box("people/0/name", "Bo")
	box("tasks/0/minutes", "12")
	p.fields["today"].ask.Field().(*widgets.DateBoxes).OnCommit(widgets.Date{Day: "30", Month: "2", Year: "2026"})
	if len(w.jobs) > 0 || len(p.wrong()) != 1 {
		t.Error("a day that is none is saved")
	}
	p.fields["today"].ask.Field().(*widgets.DateBoxes).OnCommit(widgets.Date{Day: "2", Month: "3", Year: "2026"})
	w.run()
	w.press(t, "story/people/add")
	w.run()
	last := len(p.draft.People) - 1
	if want := "story/in/people/" + number(last) + "/name"; w.focused() != want {
		t.Errorf("the focus is at %q", w.focused())
	}
	box("people/"+number(last)+"/name", "Gran")
	box("people/"+number(last)+"/line", "gran: 70")
	w.press(t, "story/vignette/add")
	w.run()
	box("vignette/"+number(len(p.draft.Paragraphs)-1), "The end.")
	file, err := os.ReadFile(filepath.Join(d.dir, "scenarios", "made.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"title: The Ellis family\n", "content_note: a row between neighbours\n", "today: 2026-03-02\n", "minutes: 12\n", "  [1: A neighbour] rang: \"loud\" # again.\n\n", "\n\n  The end.\ntasks:", "  - {name: Bo, ", "  - {name: Gran, line: \"gran: 70\"}\n"} {
		if !strings.Contains(string(file), words) {
			t.Errorf("%q is not in\n%s", words, file)
		}
	}
}

func TestWhatLintFindsIsSaidBesideTheBox(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	facts := len(study.Facts(strings.Join(p.draft.Paragraphs, " ")))
	if facts == 0 {
		t.Fatal("the story has no facts")
	}
	p.change(func(d *study.Draft) {
		d.ContentNote = ""
		d.Paragraphs[0] += " And [99: more]."
		d.People = append(d.People, study.Person{Line: "nobody"})
	})
	p.showTab(tabStory)
	w.run()
	if w.node("story/problem") != nil {
		t.Error("what is missing is said before anybody asks")
	}
	w.press(t, "story/save")
	w.run()
	if w.focused() != "story/problem" || d.shelf.Library.Scenarios["made"] != nil {
		t.Errorf("the focus is at %q", w.focused())
	}
	for path, words := range map[string]string{"content_note": "Enter the content note", "vignette/0": "The facts are numbered without gaps", "people/" + number(len(p.draft.People)-1) + "/name": "People: enter the name of the person"} {
		if n := w.node("story/in/" + path); n == nil || !strings.Contains(n.Description, words) {
			t.Errorf("at %s it says %+v", path, n)
		}
	}
	if w.node("story/try") != nil {
		t.Error("a scenario with faults can be tried")
	}
	p.change(func(d *study.Draft) {
		d.ContentNote = "a row"
		d.Paragraphs[0] = strings.TrimSuffix(d.Paragraphs[0], " And [99: more].")
		d.People = d.People[:len(d.People)-1]
	})
	w.run()
	if p.amiss() || w.node("story/problem") != nil || p.state.Words() != "Ready for a round" {
		t.Errorf("put right it says %q with %v", p.state.Words(), p.faults)
	}

	// a fact that decides nothing is worth a look and keeps nobody from anything
	last := len(p.draft.Paragraphs) - 1
	p.change(func(d *study.Draft) { d.Paragraphs[last] += " [" + number(highest(d)+1) + ": A dog barked]." })
	w.run()
	if p.amiss() || len(p.doubts) != 1 || p.doubts[0].Path != "vignette/"+number(last) {
		t.Errorf("it is at %v, with %v", p.doubts, p.faults)
	}
	w.page.Command(shortcut.NextError)
	if w.focused() != "story/problem" || d.shelf.Library.Scenarios["made"] == nil {
		t.Errorf("the focus is at %q", w.focused())
	}
	p.goTo(p.doubts[0].Path)
	if w.focused() != "story/in/vignette/"+number(last) {
		t.Errorf("the link goes to %q", w.focused())
	}
}

func highest(d *study.Draft) int { return slices.Max(study.Facts(strings.Join(d.Paragraphs, " "))) }

func TestAParagraphIsRemovedAfterAsking(t *testing.T) {
	w, d, keys := atStudies(t)
	p := copied(t, w)
	before := slices.Clone(p.draft.Paragraphs)
	w.press(t, "story/vignette/1/remove")
	keys(fyne.KeyEscape)
	w.run()
	if !slices.Equal(p.draft.Paragraphs, before) {
		t.Error("Esc removes it")
	}
	w.press(t, "story/vignette/1/remove")
	w.press(t, "story/remove/main")
	w.run()
	if !slices.Equal(p.draft.Paragraphs, slices.Delete(slices.Clone(before), 1, 2)) || !slices.Contains(w.said, "Paragraph 2 is removed") {
		t.Errorf("left are %d paragraphs; said %q", len(p.draft.Paragraphs), w.said)
	}
	d.refuses = errors.New("the folder cannot be written. Check that the disk has room")
	p.change(func(d *study.Draft) { d.Summary = "Kept" })
	w.run()
	if p.draft.Summary != "Kept" || !slices.ContainsFunc(w.said, func(s string) bool { return strings.HasPrefix(s, "Not saved. The folder cannot be written") }) {
		t.Errorf("said %q", w.said)
	}
}

func TestFactsAreNumberedAnew(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	w.press(t, "story/vignette/number")
	if len(w.jobs) > 0 || !slices.Contains(w.said, "The facts are in order already") {
		t.Errorf("said %q", w.said)
	}
	p.change(func(d *study.Draft) { d.Paragraphs = d.Paragraphs[1:] })
	w.run()
	if !p.amiss() {
		t.Fatal("a story with gaps in its facts has no fault")
	}
	w.press(t, "story/vignette/number")
	w.run()
	n := highest(p.draft)
	if p.amiss() || w.focused() != "story/in/vignette/0" || !slices.Contains(w.said, "The facts are numbered 1 to "+number(n)+", and the key follows") || d.shelf.Library.Scenarios["made"] == nil {
		t.Errorf("then it has %v, the focus at %q, said %q", p.faults, w.focused(), w.said)
	}
}

func TestTheFactsOfAnAnswerAreChanged(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	p.showTab(tabKey)
	row := slices.IndexFunc(p.draft.Cells, func(c study.KeyCell) bool { return len(c.Facts) > 0 && len(c.Values) > 0 })
	ref := p.draft.Cells[row].KeyRef
	p.key.table.OnOpen(row, 0)
	path := p.key.path(ref)
	if w.focused() != "story/in/"+path {
		t.Fatalf("the focus is at %q", w.focused())
	}
	box := p.fields[path].ask.Field().(*widgets.TextBox)
	for typed, words := range map[string]string{"one": "Facts are numbers", "99": "There is no fact 99 in the story"} {
		box.OnCommit(typed)
		if !strings.Contains(w.node("story/in/"+path).Description, words) || len(w.jobs) > 0 {
			t.Errorf("%q is told as %q", typed, w.node("story/in/"+path).Description)
		}
	}
	box.OnCommit(" 2, 1 2")
	w.run()
	w.node("story/in/critical/0").Actions[0].Do()
	w.node("story/in/" + path + "/scored").Actions[0].Do()
	w.run()
	draft, err := d.shelf.Draft("made")
	if err != nil {
		t.Fatal(err)
	}
	c := draft.Cell(ref)
	was := slices.Contains(p.draft.Tasks[0].Success, ref.Alias+"."+string(ref.Question))
	if !slices.Equal(c.Facts, []int{2, 1}) || !c.NotScored || slices.Contains(draft.Tasks[0].Success, ref.Alias+"."+string(ref.Question)) != was {
		t.Errorf("in the file it is %+v", c)
	}
	w.press(t, "story/open/next")
	if p.key.opened != draft.Cells[row+1].KeyRef {
		t.Errorf("the next is %v", p.key.opened)
	}
	w.press(t, "story/open/close")
	if w.node("story/open/next") != nil || w.focused() != "story/key" && !strings.HasPrefix(w.focused(), "story/key") {
		t.Errorf("after closing the focus is at %q", w.focused())
	}
	// a fault in the key is told at its answer
	p.change(func(d *study.Draft) { d.Cells[row].Values = []string{"no such thing"}; d.Cells[row].NotScored = false })
	w.run()
	w.press(t, "story/save")
	w.run()
	if len(p.faults) == 0 {
		t.Fatal("nothing is found")
	}
	p.goTo(p.faults[0].Path)
	if p.key.opened != ref {
		t.Errorf("the link to %s opens %v", p.faults[0].Path, p.key.opened)
	}
}

func TestAScenarioWithAFaultIsListedAndOpened(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	p.change(func(d *study.Draft) { d.ContentNote = "" })
	w.run()
	w.page.Command(shortcut.Back)
	w.run()
	w.says(t, "Not finished: 1 thing to put right")
	if w.node("scenarios/edit") == nil || w.node("scenarios/try") != nil {
		t.Error("it can be tried, and not changed")
	}
	if err := os.WriteFile(filepath.Join(d.dir, "scenarios", "odd.yaml"), []byte("scenario: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.read(); err != nil {
		t.Fatal(err)
	}
	w.open(t, pageScenarios)
	w.page.(*scenarios).turnTo("odd")
	w.run()
	if n := w.node("scenarios/broken"); n == nil || !strings.HasPrefix(n.Name, "The file scenarios/odd.yaml cannot be read.") {
		t.Errorf("it says %+v", n)
	}
}

// TestAnswersBecomeTheKeyAndTheEarlierOneComesBack hands over what was answered in the
// forms, as the end of a task does.
func TestAnswersBecomeTheKeyAndTheEarlierOneComesBack(t *testing.T) {
	w, d, keys := atStudies(t)
	p := copied(t, w)
	p.showTab(tabKey)
	sets := p.draft.Sets(d.shelf.Library)
	sub := &capture.Submission{Task: p.draft.Tasks[0].ID, Case: capture.Case{Entities: []capture.Entity{{ID: "r", Type: "referral"}}}}
	aliases := map[capture.EntityID]string{"r": "referral"}
	for _, c := range p.draft.Cells {
		a := capture.SubmittedAnswer{Ref: capture.Ref{Entity: "r", Question: p.draft.Question(sets, c.KeyRef).ID}}
		if len(c.Values) > 0 {
			a.Answer = capture.Answer{State: capture.Answered, Value: c.Values[0], Readable: true}
		}
		sub.Answers = append(sub.Answers, a)
	}
	p.offer(0, sub, aliases)
	if w.node("story/take") != nil || !slices.Contains(w.said, "The key is as it was: all your answers are in it already") {
		t.Errorf("the same answers are offered; said %q", w.said)
	}
	before := p.draft.Clone()
	name := slices.IndexFunc(p.draft.Cells, func(c study.KeyCell) bool { return c.Question == "referrer_name" })
	sub.Answers[name].Answer.Value = "Bo Marsh"
	sub.Answers = slices.DeleteFunc(sub.Answers, func(a capture.SubmittedAnswer) bool {
		return strings.HasSuffix(string(a.Question), "/parents_told_date")
	})
	p.offer(0, sub, aliases)
	if n := w.node("story/take"); n == nil || !strings.Contains(strings.Join(w.names(), "\n")+n.Description, "1 answer changes and keeps its facts. 1 answer goes, as it is not asked any more.") {
		t.Fatalf("it is asked %+v", n)
	}
	keys(fyne.KeyEscape)
	w.run()
	if p.draft.Cells[name].Values[0] != before.Cells[name].Values[0] {
		t.Error("Esc takes them")
	}
	p.offer(0, sub, aliases)
	w.press(t, "story/take/main")
	w.run()
	saved := func() *study.Draft {
		draft, err := d.shelf.Draft("made")
		if err != nil {
			t.Fatal(err)
		}
		return draft
	}
	if c := saved().Cell(before.Cells[name].KeyRef); c.Values[0] != "Bo Marsh" || !slices.Equal(c.Facts, before.Cells[name].Facts) || len(saved().Cells) != len(before.Cells)-1 {
		t.Errorf("in the file it is %+v", c)
	}
	w.press(t, "story/undo")
	w.run()
	if c := saved().Cell(before.Cells[name].KeyRef); c.Values[0] != before.Cells[name].Values[0] || len(saved().Cells) != len(before.Cells) || w.node("story/undo") != nil {
		t.Errorf("then it is %+v", c)
	}
	w.press(t, "story/fill/0")
	if !slices.Contains(d.tried, "made") {
		t.Errorf("tried %v", d.tried)
	}
}

func TestAScenarioThatIsStillBeingSavedIsComeBackToAsItIs(t *testing.T) {
	w, d, _ := atStudies(t)
	p := copied(t, w)
	p.change(func(d *study.Draft) { d.Summary = "Changed" })
	w.page.Command(shortcut.Back)
	list, open := w.page.(*scenarios)
	if !open {
		t.Fatalf("%T is open", w.page)
	}
	list.change()
	if w.page != p {
		t.Errorf("%T is open, not the page that saves", w.page)
	}
	w.page.Command(shortcut.Back)
	w.run()
	if d.shelf.Library.Scenarios["made"].Summary != "Changed" || w.page.(*scenarios).shown.Summary != "Changed" {
		t.Error("what is saved while the list is looked at is not shown there")
	}
	d.refuses = errors.New("people have taken part with this scenario, so it stays as it is. Make a copy and change that")
	p.change(func(d *study.Draft) { d.Summary = "Changed again" })
	w.run()
	if n := w.node("scenarios/news/0"); n == nil || !strings.Contains(n.Name, "Change a scenario: Not saved. People have taken part") {
		t.Errorf("said %q, shown %+v", w.said, n)
	}
}
