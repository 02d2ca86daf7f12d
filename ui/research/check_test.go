package research

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/validation"
)

// atCheck opens "Check a return".
func atCheck(t testing.TB) (*window, *checkPage, *desk, func(...fyne.KeyName)) {
	t.Helper()
	d := &desk{report: measured()}
	w, k := sit(t, theme.Settings{}, 1280, 800, d)
	w.run()
	w.open(t, pageCheck)
	return w, w.page.(*checkPage), d, k.Keys
}

func TestCheckAsksForWhatIsMissing(t *testing.T) {
	w, _, _, keys := atCheck(t)
	w.press(t, "check/start")
	if w.focused() != "check/problem" || len(w.jobs) > 0 {
		t.Errorf("the focus is at %q, with %d jobs", w.focused(), len(w.jobs))
	}
	for _, words := range []string{"Select which return it is", "Enter the path of a file, or choose one"} {
		w.says(t, words)
	}
	keys(fyne.KeyF1) // F1 is help
	w.page.Command(shortcut.Help)
	if w.focused() != "help/title" {
		t.Errorf("help puts the focus at %q", w.focused())
	}
}

func TestCheckOfARealFile(t *testing.T) {
	for _, c := range []struct{ kind, file, least string }{
		{"cin", sample("cin/testdata/samples/CIN2rows.xml"), "errors"},
		{"ssda903", sample("ssda903/testdata/samples/synthetic/this"), "errors"},
	} {
		w, p, d, keys := atCheck(t)
		p.check.kind, p.check.previous = c.kind, ""
		p.check.files = "  \"" + c.file + "\"\n\n"
		p.form.files.box.SetValue(p.check.files)
		p.form.start()
		w.says(t, "Stop the check")
		w.run()
		if p.results == nil || p.results.book.Len() == 0 || !strings.Contains(p.check.outcome(), c.least) {
			t.Fatalf("%s: nothing found: %v", c.kind, p.check.failed)
		}
		if w.focused() != "check/found" || !slices.Contains(w.said, p.check.outcome()) {
			t.Errorf("%s: the focus is at %q, said %q", c.kind, w.focused(), w.said)
		}
		// Every finding has words, and none of them a place left empty.
		for row := range p.results.view {
			p.results.open(row)
			what := w.node("check/finding/what")
			if what.Name == "" || strings.Contains(what.Name, "{") {
				t.Errorf("%s: finding %d says %q", c.kind, row, what.Name)
			}
		}
		keys(fyne.KeyEscape)
		if !strings.HasPrefix(w.focused(), "check/table/row/") {
			t.Errorf("%s: closing puts the focus at %q", c.kind, w.focused())
		}
		w.press(t, "check/save/go")
		book := p.check.book
		p.check.book, p.check.done = nil, nil // what is being saved may be left behind
		w.run()
		p.check.book = book
		if len(d.saved) != 1 || !strings.HasPrefix(d.saved[0], "/home/researcher/return check: ") {
			t.Errorf("%s: saved %v", c.kind, d.saved)
		}
		w.press(t, "check/another")
		if p.state != checkAsking || w.node("check/files").Text.Content != p.check.files {
			t.Errorf("%s: the form does not come back as it was", c.kind)
		}
	}
}

func TestCheckKeepsWhatWasTypedWhenAFileIsMissing(t *testing.T) {
	w, p, _, _ := atCheck(t)
	p.check.kind, p.check.files = "cin", "/no/such/file.xml"
	p.form.start()
	w.run()
	w.says(t, "There is no file /no/such/file.xml. Check how it is written, or choose it again")
	if w.focused() != "check/problem" {
		t.Errorf("the focus is at %q", w.focused())
	}
	p.check.files = t.TempDir()
	p.form.start()
	w.run()
	if !strings.Contains(w.node("check/files").Description, "is a folder. Give the file in it") {
		t.Errorf("a folder is told as %q", w.node("check/files").Description)
	}
	broken := filepath.Join(t.TempDir(), "broken.xml")
	if err := os.WriteFile(broken, []byte("<Message><Header>"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.check.files = broken
	p.form.start()
	w.run()
	if w.node("check/files").Description == "" || p.state != checkAsking {
		t.Error("a broken file is not told")
	}
}

// TestCheckHeldAgainstLists: a list that cannot be read is told at its own box, and one
// that can has more rules run.
func TestCheckHeldAgainstLists(t *testing.T) {
	w, p, _, _ := atCheck(t)
	p.check.kind, p.check.files = "ssda903", sample("ssda903/testdata/samples/synthetic/this")
	p.form.arrange()
	p.form.start()
	w.run()
	without := p.check.summary.RulesRun
	w.press(t, "check/another")

	dir := t.TempDir()
	list := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, wrong := range []struct{ box, path, words string }{
		{"previous", filepath.Join(dir, "none"), "There is no file"},
		{"postcodes", dir, "is a folder. Give the file in it"},
		{"providers", list("other.csv", "NAME\nA home\n"), "there is no column URN"},
	} {
		paths := map[string]*string{"previous": &p.check.previous, "postcodes": &p.check.postcodes, "providers": &p.check.providers}
		*paths[wrong.box] = wrong.path
		p.form.start()
		w.run()
		if w.focused() != "check/problem" || p.state != checkAsking {
			t.Fatalf("%s: the focus is at %q", wrong.box, w.focused())
		}
		if said := w.node("check/" + wrong.box).Description; !strings.Contains(said, wrong.words) {
			t.Errorf("%s: its box says %q", wrong.box, said)
		}
		if said := w.node("check/files").Description; strings.Contains(said, wrong.words) {
			t.Errorf("%s: the box of the files says it too: %q", wrong.box, said)
		}
		*paths[wrong.box] = ""
	}

	p.check.postcodes = " \"" + list("postcodes.csv", "pcd,laua,oseast1m,osnrth1m\nM1 1AA,E08000003,384000,398000\n") + "\""
	p.check.providers = list("providers.csv", "URN,PLACE_CODES,PROVIDER_CODES,POSTCODE,LA_CODE,REG_END\nSC000001,K2,PR4,M1 1AA,E08000003,\n")
	p.form.start()
	w.run()
	if p.check.failed != nil || p.check.summary.RulesRun <= without {
		t.Errorf("%d rules with lists, %d without: %v", p.check.summary.RulesRun, without, p.check.failed)
	}
}

func TestCheckGoesOnWhileOtherPagesAreRead(t *testing.T) {
	w, p, _, _ := atCheck(t)
	p.check.kind, p.check.files = "many", os.DevNull
	p.form.start()
	w.open(t, pageOverview)
	w.run()
	if w.focused() != "overview/title" {
		t.Errorf("the end of a check took the focus to %q", w.focused())
	}
	w.open(t, pageCheck)
	w.says(t, "What was found")
}

func TestCheckIsStopped(t *testing.T) {
	w, p, _, _ := atCheck(t)
	p.check.kind, p.check.files = "ssda903", sample("ssda903/testdata/samples/synthetic/this")
	p.form.start()
	w.press(t, "check/cancel")
	w.run()
	if p.state != checkAsking || p.check.book != nil || w.focused() != "check/title" {
		t.Errorf("state %d, focus %q", p.state, w.focused())
	}
}

func TestFindingsSortAndFilter(t *testing.T) {
	w, _, _, keys := atCheck(t)
	checkMany(t, w, "")
	p := w.page.(*checkPage)
	r := p.results
	if len(r.view) != 40 {
		t.Fatalf("%d findings", len(r.view))
	}
	r.table.TakeFocus()
	r.table.SetFocused(-1, 0)
	keys(fyne.KeyReturn)
	if !slices.IsSortedFunc(r.view, func(a, b uint32) int { return strings.Compare(r.book.Rule(int(a)), r.book.Rule(int(b))) }) {
		t.Error("Enter on the head of the rules does not sort by them")
	}
	r.query.Severity = validation.Query
	r.filtered()
	if len(r.view) != 6 || w.said[len(w.said)-1] != "6 findings shown" {
		t.Errorf("%d to check, said %q", len(r.view), w.said)
	}
	r.query.Severity, r.query.Words = 0, "2025-07-09"
	r.arrange()
	if len(r.view) != 2 || r.book.Issue(int(r.view[0])).Places[0].Value != "2025-07-09" {
		t.Errorf("%d findings have the value", len(r.view))
	}
	r.query.Words = "17TH THING" // of the words of the rule
	r.arrange()
	if len(r.view) == 0 || r.book.Rule(int(r.view[0])) != "117" {
		t.Errorf("%d findings have the words", len(r.view))
	}
	r.query.Words = "nothing has these"
	r.arrange()
	if r.table.Rows() != 0 {
		t.Error("rows are left")
	}
	w.says(t, "1 rule was not checked")
	w.says(t, "1 note about the files")
}

func TestPathsAsPeoplePasteThem(t *testing.T) {
	t.Setenv("HOME", "/home/researcher")
	got := paths(" /a/b.xml \n\"/c d/e.csv\"\n'/f.csv'\nfile:///g%20h/i.csv\n~/j.csv\n\n")
	want := []string{"/a/b.xml", "/c d/e.csv", "/f.csv", "/g h/i.csv", "/home/researcher/j.csv"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestFilesAreChosenByKeys goes into a folder and takes two files.
func TestFilesAreChosenByKeys(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	for _, name := range []string{"returns/cin.xml", "returns/Notes.txt", "returns/Episodes.CSV", ".secret/x.xml"} {
		path := filepath.Join(home, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("x"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	w, p, _, keys := atCheck(t)
	w.press(t, "check/choose")
	if w.focused() != "check/browse" {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.run()
	p.form.files.browser.table.TakeFocus()
	keys(fyne.KeyReturn) // into the one folder
	w.run()
	keys(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	dir := filepath.Join(home, "returns")
	if got := paths(p.check.files); !slices.Equal(got, []string{filepath.Join(dir, "cin.xml"), filepath.Join(dir, "Episodes.CSV")}) {
		t.Errorf("chosen: %q", got)
	}
	if w.node("check/files").Text.Content != p.check.files {
		t.Error("the box shows something else")
	}
	w.press(t, "check/browse-up")
	w.run()
	if p.form.files.browser.dir != home {
		t.Errorf("up goes to %s", p.form.files.browser.dir)
	}
	p.form.files.browser.read(filepath.Join(home, "gone"))
	w.run()
	if last := w.said[len(w.said)-1]; !strings.Contains(last, "cannot be opened. Choose another") || p.form.files.browser.dir != home {
		t.Errorf("a folder that is gone: %q", last)
	}
	keys(fyne.KeyEscape)
	if w.focused() != "check/choose" || p.form.files.browser != nil {
		t.Errorf("Esc leaves the focus at %q", w.focused())
	}
}
