package research

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
)

func TestLockOpensToThePassphraseAlone(t *testing.T) {
	w, k := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured(), passphrase: "three blue boats"})
	if w.focused() != "lock/title" || len(w.jobs) > 0 {
		t.Fatalf("the focus is at %q with %d jobs: nothing of the desk may be read before it is opened", w.focused(), len(w.jobs))
	}
	k.Tab(1)
	k.Type("Three blue boats")
	k.Tab(1)
	if len(w.jobs) > 0 {
		t.Error("leaving the box opens the lock")
	}
	k.Tab(-1)
	k.Type("s\n")
	w.run()
	n := w.node("lock/passphrase")
	if !strings.Contains(n.Description, "That is not the passphrase") || w.focused() != "lock/passphrase" {
		t.Errorf("description %q, focus %q", n.Description, w.focused())
	}
	w.page.(*lock).box.SetValue("three blue boats")
	w.page.Command(shortcut.Continue)
	w.run()
	if _, open := w.page.(*overview); !open || w.focused() != "overview/title" {
		t.Errorf("after the right passphrase %T is open and the focus at %q", w.page, w.focused())
	}
}

func TestLockGoesBackToTheStart(t *testing.T) {
	w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{passphrase: "three blue boats"})
	w.page.Command(shortcut.Escape)
	if !slices.Equal(w.opened, []string{"start"}) {
		t.Errorf("opened %v", w.opened)
	}
}

func TestPassphraseIsSetChangedAndTakenAway(t *testing.T) {
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	w.open(t, pageLock)
	p := w.page.(*passphrase)
	enter := func(now, next, again string) {
		p.now.SetValue(now)
		p.next.SetValue(next)
		p.again.SetValue(again)
		w.press(t, "lock/save")
		w.run()
	}
	if enter("", "short", "short"); d.passphrase != "" {
		t.Error("a short passphrase was set")
	}
	if enter("", "three blue boats", "three blue goats"); d.passphrase != "" {
		t.Error("two that differ were set")
	}
	if enter("", "three blue boats", "three blue boats"); d.passphrase != "three blue boats" {
		t.Error("it was not set")
	}
	if enter("wrong", "four red cars", "four red cars"); d.passphrase != "three blue boats" {
		t.Error("it was changed without the one of now")
	}
	p.now.SetValue("three blue boats")
	w.press(t, "lock/off")
	w.run()
	if d.passphrase != "" || p.now.Value()+p.next.Value() != "" {
		t.Error("it was not taken away, or stands in the boxes still")
	}
}

func TestEmptyStudyIsFilledAndSaysSoOnEveryPage(t *testing.T) {
	d := &desk{report: &report.Report{}}
	w, k := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	w.says(t, "Stop")
	w.run()
	if d.people != madeUp {
		t.Errorf("%d people were made up", d.people)
	}
	for _, id := range []string{pageOverview, pageQuestions, pageQuality} {
		w.open(t, id)
		w.says(t, "Simulated data: all people here were made up by the program.")
	}
	if !slices.Contains(w.said, "The results are ready") {
		t.Errorf("said %q", w.said)
	}
}

func TestReadingIsStoppedAndBegunAgain(t *testing.T) {
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	w.says(t, "Reading the records")
	w.press(t, "overview/cancel")
	w.run()
	w.says(t, "You stopped the reading. Nothing was changed.")
	w.press(t, "overview/again")
	w.run()
	w.says(t, "Study overview")
	if roomOf(t, w.page).state() != showReport {
		t.Error("the report is not shown")
	}
}

func TestTroubleIsToldInWords(t *testing.T) {
	d := &desk{fails: errors.New("the disk does not answer. Check that it is connected")}
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	w.says(t, "The records could not be read. The disk does not answer. Check that it is connected. Nothing was changed.")
	d.fails, d.report = nil, measured()
	w.press(t, "overview/again")
	w.run()
	w.says(t, "24 codes given out and 24 made-up people")
}

func TestReadingEndsWithTheSide(t *testing.T) {
	ended := false
	d := &desk{report: measured()}
	d.slow = func(ctx context.Context) { ended = ctx.Err() != nil }
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	w.open(t, pageStart)
	w.run()
	if !ended || !slices.Equal(w.opened, []string{"start"}) {
		t.Errorf("ended %v, opened %v", ended, w.opened)
	}
}

func TestChartsOpenTheirTables(t *testing.T) {
	w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	card := w.node("overview/card-1")
	if card.Name != "Tasks completed, 54.2%, 13 of 24 tasks, 24 people, likely range 35.1% to 72.1%" {
		t.Errorf("the card says %q", card.Name)
	}
	w.press(t, "overview/card-1")
	if !strings.HasPrefix(w.focused(), "overview/figures-table/") {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.open(t, pageQuality)
	bar := w.node("quality/dimension-3")
	if bar.Name != "Accuracy, Matches the story, 89.4%, 5.6 below 95%, 894 of 1,000 answers in the key, likely range 85.0% to 93.0%" {
		t.Errorf("the bar says %q", bar.Name)
	}
	w.press(t, "quality/dimension-6") // not measured: there are no places
	if !strings.HasPrefix(w.focused(), "quality/figures-table/") {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.open(t, pageOverview)
	dial := w.node("overview/sus-dial")
	if want := "System Usability Scale, 71.4 out of 100, likely range 65.9 to 76.9. Above the usual score of 68, but the likely range takes it in: 65.9 to 76.9. From 18 people, all with complete answers. In a word: good."; dial.Name != want {
		t.Errorf("the dial says %q", dial.Name)
	}
	w.press(t, "overview/sus-dial")
	if !strings.HasPrefix(w.focused(), "overview/figures-table/") {
		t.Errorf("the focus is at %q", w.focused())
	}
}

func TestReportIsSavedWhereTheResearcherSays(t *testing.T) {
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	w.open(t, pageQuality)
	w.press(t, "quality/save/go")
	w.run()
	if !slices.Equal(d.saved, []string{"/home/researcher/report"}) {
		t.Errorf("saved in %v", d.saved)
	}
	w.says(t, "Saved 2 files in /home/researcher/report. Begin with report.html")
	w.press(t, "quality/save/open")
	if !slices.Equal(w.opened, []string{"/home/researcher/report/report.html"}) {
		t.Errorf("opened %v", w.opened)
	}
	d.fails = errors.New("the folder /x cannot be made: permission denied")
	w.page.(*quality).report.folder.SetValue("/x")
	w.page.Command(shortcut.Print)
	w.run()
	if n := w.node("quality/save/folder"); !strings.Contains(n.Description, "could not be saved") || w.focused() != n.ID {
		t.Errorf("description %q, focus %q", n.Description, w.focused())
	}
}

func TestQuestionsSortFilterAndOpen(t *testing.T) {
	w, k := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	w.open(t, pageQuestions)
	p := w.page.(*questions)
	first := func() string { return p.heat.cell(0, 0).Text }
	if first() != "UPN (The referral)" {
		t.Errorf("most time is lost at %q", first())
	}
	p.table.TakeFocus()
	p.table.SetFocused(-1, 4) // the head of the wait
	k.Keys(fyne.KeyReturn)
	if first() != "Ethnic background" || p.heat.cell(5, 4).Text != "–" {
		t.Errorf("the longest wait is at %q, and last comes %q", first(), p.heat.cell(5, 4).Text)
	}
	if c := p.heat.cell(0, 4); c.Says != "most in this column" || c.Fill != theme.Heat4 || !c.Bold {
		t.Errorf("the greatest number is %+v", c)
	}
	p.shaded = false
	p.arrange(w.page.(*questions).room.report, false)
	if c := p.heat.cell(0, 4); c.Fill != "" || c.Text != "7.0" {
		t.Errorf("numbers only gives %+v", c)
	}
	p.table.SetFocused(0, 0)
	k.Keys(fyne.KeyReturn)
	if w.focused() != "questions/detail" {
		t.Errorf("opening puts the focus at %q", w.focused())
	}
	k.Keys(fyne.KeyEscape)
	if w.focused() != "questions/table/row/1/question" {
		t.Errorf("closing puts the focus at %q", w.focused())
	}
	p.section = "Maya’s details"
	p.arrange(p.room.report, true)
	if len(p.heat.rows) != 1 || first() != "UPN (Maya’s details)" {
		t.Errorf("the section has %d questions, the first %q", len(p.heat.rows), first())
	}
}

func TestMenuByKeys(t *testing.T) {
	w, k := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	k.Canvas.Unfocus()
	k.Tab(1)
	if w.focused() != "overview/menu/overview" {
		t.Fatalf("Tab comes first to %q", w.focused())
	}
	k.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if w.focused() != "quality/title" {
		t.Errorf("the fourth place puts the focus at %q", w.focused())
	}
	k.Canvas.Unfocus()
	k.Tab(1)
	k.Keys(fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if !slices.Equal(w.opened, []string{"looks"}) {
		t.Errorf("opened %v", w.opened)
	}
}

func TestMenuButtonOfANarrowWindow(t *testing.T) {
	w, k := sit(t, theme.Settings{TextPercent: 200}, 1280, 800, &desk{report: measured()})
	w.run()
	k.Canvas.Unfocus()
	k.Tab(1)
	k.Keys(fyne.KeyReturn)
	if w.focused() != "overview/menu/overview" {
		t.Fatalf("the open menu has the focus at %q", w.focused())
	}
	k.Keys(fyne.KeyEscape)
	if w.focused() != "overview/menu-button" {
		t.Errorf("Esc leaves the focus at %q", w.focused())
	}
	k.Keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if w.focused() != "questions/title" {
		t.Errorf("choosing puts the focus at %q", w.focused())
	}
}
