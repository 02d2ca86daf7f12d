package research

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets/widgettest"
)

func atQuality(t *testing.T) (*window, *widgettest.Keyboard, *desk) {
	t.Helper()
	d := &desk{report: measured()}
	w, k := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	return w, k, d
}

// hasAnswers tells whether what a participant typed can be reached on the page.
func hasAnswers(w *window) bool {
	return slices.ContainsFunc(w.names(), func(name string) bool { return strings.Contains(name, typed) })
}

func TestFailingPlacesOpenFromEveryFigure(t *testing.T) {
	for _, c := range []struct {
		from, title string
		places      int
	}{
		{"quality/dimension-1", "Completeness", 10}, {"quality/dimension-3", "Accuracy", 20}, {"quality/dimension-2", "Validity", 0},
		{"quality/rule-1", "Name of the referrer: looks odd", 10}, {"quality/rule-2", "Ethnic background: missing", 0},
	} {
		w, _, _ := atQuality(t)
		p := openFailing(t, w, c.from)
		if p.behind.title != c.title || len(p.all) != c.places || w.focused() != "failing/title" {
			t.Errorf("%s opens %q with %d places, focus %q", c.from, p.behind.title, len(p.all), w.focused())
		}
		w.page.Command(shortcut.Escape)
		if _, back := w.page.(*quality); !back || w.focused() != c.from {
			t.Errorf("Esc goes to %T, focus %q; it came from %s", w.page, w.focused(), c.from)
		}
	}
	// Rows of tables.
	for _, c := range []struct {
		table  func(p *quality) (string, func(row, col int))
		row    int
		places int
	}{
		{func(p *quality) (string, func(int, int)) { return "quality/matrix-table", p.matrixTable.OnOpen }, 1, 10},
		{func(p *quality) (string, func(int, int)) { return "quality/sections-table", p.sectionsTable.OnOpen }, 0, 0},
		{func(p *quality) (string, func(int, int)) { return "quality/forms-table", p.formsTable.OnOpen }, 0, 30},
	} {
		w, _, _ := atQuality(t)
		w.open(t, pageQuality)
		id, open := c.table(w.page.(*quality))
		open(c.row, 0)
		w.run()
		if p := w.page.(*failing); len(p.all) != c.places {
			t.Errorf("%s has %d places", id, len(p.all))
		}
		w.page.Command(shortcut.Escape)
		if !strings.HasPrefix(w.focused(), id) {
			t.Errorf("from %s the focus comes back to %q", id, w.focused())
		}
	}
}

func TestPlacesAreFilteredAndSorted(t *testing.T) {
	w, k, _ := atQuality(t)
	p := openFailing(t, w, "quality/dimension-3")
	p.wrong = "missing"
	p.filtered()
	if len(p.rows) != 10 || w.said[len(w.said)-1] != "10 places listed" {
		t.Errorf("%d places, said %q", len(p.rows), w.said)
	}
	p.wrong = ""
	p.box.TakeFocus()
	k.Type("language")
	if len(p.rows) != 10 || p.rows[0].Label != "First language" {
		t.Errorf("%d places with the words, the first about %q", len(p.rows), p.rows[0].Label)
	}
	p.words = ""
	p.table.OnSort(columnQuestion, true)
	if p.rows[0].Label != "What they told you" || p.rows[len(p.rows)-1].Label != "First language" {
		t.Errorf("sorted from %q to %q", p.rows[0].Label, p.rows[len(p.rows)-1].Label)
	}
}

// No answer can be reached before the researcher asks; what is asked for is written
// down; and it is gone when the page is left.
func TestAnswersAreShownOnlyWhenAskedFor(t *testing.T) {
	w, _, d := atQuality(t)
	p := openFailing(t, w, "quality/dimension-3")
	if hasAnswers(w) || len(d.shown) > 0 {
		t.Fatal("answers are there before anyone asked")
	}
	w.press(t, "failing/ask")
	if w.focused() != "failing/sure/title" || hasAnswers(w) {
		t.Fatalf("it is not asked first: focus %q", w.focused())
	}
	w.press(t, "failing/sure/safe")
	w.run()
	if hasAnswers(w) || len(d.shown) > 0 {
		t.Fatal("answers are there although the researcher kept them hidden")
	}
	p.wrong = "missing"
	p.filtered()
	w.press(t, "failing/ask")
	w.press(t, "failing/sure/main")
	w.run()
	if !hasAnswers(w) || !slices.Equal(d.shown, []int{10}) || len(d.report.Asked) != 1 {
		t.Fatalf("shown %v, listed %+v", d.shown, d.report.Asked)
	}
	// What was not asked for stays hidden beside what was.
	p.wrong = ""
	p.filtered()
	for i, x := range p.rows {
		if words := p.cell(i, 4).Text; (words == typed) != (x.What == "missing") {
			t.Errorf("at %q stands %q", x.What, words)
		}
	}
	w.page.Command(shortcut.Escape)
	if hasAnswers(w) {
		t.Error("answers are on the page before")
	}
	w.says(t, "Answers were shown or saved at a desk 1 time")
	w.Show(p) // as after Text and colours
	if hasAnswers(w) || p.answers != nil {
		t.Error("answers are there again without asking")
	}
}

func TestAnswersAskedForAndLeftAreNotShown(t *testing.T) {
	w, _, _ := atQuality(t)
	p := openFailing(t, w, "quality/dimension-3")
	w.press(t, "failing/ask")
	w.press(t, "failing/sure/main")
	w.page.Command(shortcut.Escape) // before they are read
	w.run()
	if hasAnswers(w) || p.answers != nil {
		t.Error("answers came to a page that was left")
	}
}

func TestAnswersThatCannotBeReadAreSaid(t *testing.T) {
	w, _, d := atQuality(t)
	openFailing(t, w, "quality/dimension-3")
	d.fails = errors.New("the disk is full")
	w.press(t, "failing/ask")
	w.press(t, "failing/sure/main")
	w.run()
	w.says(t, "The answers could not be read. The disk is full. None is shown. Try again")
	if hasAnswers(w) || w.focused() != "failing/ask" {
		t.Errorf("focus %q", w.focused())
	}
}

func TestAPlaceOpensTheReplayAndComesBack(t *testing.T) {
	w, k, _ := atQuality(t)
	p := openFailing(t, w, "quality/dimension-3")
	p.wrong = "missing"
	p.arrange()
	p.table.TakeFocus()
	k.Keys(fyne.KeyDown, fyne.KeyReturn)
	w.run()
	r, ok := w.page.(*replayed)
	if !ok || r.wanted.question != p.rows[0].ID || !r.wanted.last {
		t.Fatalf("%T is open at %+v", w.page, r.wanted)
	}
	w.press(t, "replay/all")
	w.run()
	if again, ok := w.page.(*failing); !ok || again.wrong != "missing" {
		t.Errorf("%T is open", w.page)
	}
}

func TestTheReportToShareIsSavedApart(t *testing.T) {
	w, _, d := atQuality(t)
	w.open(t, pageQuality)
	p := w.page.(*quality)
	p.report.which.OnCommit("shareable")
	w.press(t, "quality/save/go")
	w.run()
	p.report.which.OnCommit("full")
	w.press(t, "quality/save/go")
	w.run()
	if want := []string{"/home/researcher/shareable report to share", "/home/researcher/report"}; !slices.Equal(d.saved, want) {
		t.Errorf("saved %q", d.saved)
	}
}

// BenchmarkPlaces lists very many places, filtered and sorted.
func BenchmarkPlaces(b *testing.B) {
	r := measured()
	var all []*report.Place
	for i := range 100_000 {
		all = append(all, &r.Failing[i%len(r.Failing)])
	}
	for b.Loop() {
		placing{words: "missing", sorted: columnQuestion}.list(all, nil, func(string) string { return "" })
	}
}

// TestWhatFamiliesSaidStandsWithAccuracy: where records were read back to them, and
// nowhere else.
func TestWhatFamiliesSaidStandsWithAccuracy(t *testing.T) {
	for said, words := range map[report.ReadBack]string{
		{}: "",
		{Records: 1, Lines: 40, Corrected: 1, Agreed: 1}:    "Children and families were read 40 answers of 1 record: they said that 1 is not right, and the person agreed with 1.",
		{Records: 3, Lines: 1200, Corrected: 12, Agreed: 9}: "Children and families were read 1,200 answers of 3 records: they said that 12 are not right, and the person agreed with 9.",
	} {
		r := measured()
		r.Accuracy.ReadBack = said
		w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{report: r})
		w.run()
		w.open(t, pageQuality)
		got := ""
		if n := w.node("quality/read-back"); n != nil {
			got = n.Name
		}
		if got != words {
			t.Errorf("%+v: %q", said, got)
		}
	}
}
