package research

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/capture/report"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// deed is something that a press of a key begins on the desk.
type deed struct {
	name string
	// at comes to it and gives the id of what is pressed.
	at func(t *testing.T, w *window, d *desk) string
	// done counts how often it was done.
	done func(w *window, d *desk) int
	// ends and fails are what is said of its end where the page was left; none where
	// leaving the page ends it, or nothing is changed by it.
	ends, fails string
}

func did(what string) func(*window, *desk) int {
	return func(_ *window, d *desk) int { return d.did[what] }
}

// pressing presses things on the way, by their ids, and does what they begin.
func pressing(t *testing.T, w *window, ids ...string) {
	t.Helper()
	for _, id := range ids {
		w.press(t, id)
		w.run()
	}
}

// openRounds counts the rounds that are open, or closed.
func openRounds(d *desk, open bool) (n int) {
	for _, r := range d.shelf.Entry("autumn-2025").Study.Rounds {
		if r.Open == open {
			n++
		}
	}
	return n
}

// ofOwn begins a study of the researcher's own.
func ofOwn(t *testing.T, w *window) {
	t.Helper()
	blankStudy(t, w)
	w.run()
}

var deeds = []deed{
	{"make a study", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageStudies)
		pressing(t, w, "studies/new")
		w.page.(*studies).name.SetValue("Spring trial")
		return "studies/make/go"
	}, did("new"), "Studies: “Spring trial” is made. It is not set up yet", "Studies: “Spring trial” is not made. It cannot be done."},
	{"copy a study", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageStudies)
		pressing(t, w, "studies/timing-2025/copy")
		return "studies/make/go"
	}, did("new"), "is made. It is not set up yet", "is not made. It cannot be done."},
	{"copy a scenario", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageScenarios)
		pressing(t, w, "scenarios/copy")
		return "scenarios/make/go"
	}, did("copy"), "Scenarios: “Copy of The Carvalho family” is made", "Scenarios: “Copy of The Carvalho family” is not made. It cannot be done."},
	{"try a scenario that is still being saved", func(t *testing.T, w *window, _ *desk) string {
		copied(t, w).change(func(d *study.Draft) { d.Summary = "Changed" })
		return "story/try"
	}, func(_ *window, d *desk) int { return len(d.tried) }, "", "Change a scenario: Not saved. It cannot be done."},
	{"use a study", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageStudies)
		return "studies/timing-2025/use"
	}, did("use"), "is in use on this computer", "Studies: It cannot be done."},
	{"remove a study", func(t *testing.T, w *window, _ *desk) string {
		ofOwn(t, w)
		w.open(t, pageStudies)
		pressing(t, w, "studies/made/remove")
		return "studies/remove-asks/main"
	}, did("remove"), "Studies: “Spring trial” is removed", "Studies: It cannot be done."},
	{"use a study from its set-up", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageStudies)
		pressing(t, w, "studies/timing-2025/open")
		return "setup/use"
	}, did("use"), "is in use on this computer", "Set up a study: It cannot be done."},
	{"use a study that is still being saved", func(t *testing.T, w *window, d *desk) string {
		w.open(t, pageStudies)
		pressing(t, w, "studies/timing-2025/open")
		w.page.(*setup).change(func(s *study.Study) { s.Contact = "Rowan Ellery" })
		return "setup/use"
	}, did("use"), "is in use on this computer", "Set up a study: Not saved. It cannot be done."},
	{"try a study that is still being saved", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabAbout).change(func(s *study.Study) { s.Contact = "Rowan Ellery" })
		return "setup/try"
	}, func(_ *window, d *desk) int { return len(d.tried) }, "", "Set up a study: Not saved. It cannot be done."},
	{"make codes", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabCodes)
		return "setup/codes/make"
	}, did("codes"), "Set up a study: 12 codes made", "Set up a study: It cannot be done."},
	{"print slips", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabCodes)
		return "setup/save/go"
	}, did("slips"), "Set up a study: Saved 1 file in", "Set up a study: The files could not be saved. It cannot be done."},
	{"take a code back", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabCodes)
		w.node("setup/codes/table/row/1/do").Focus() // where the focus comes back to
		pressing(t, w, "setup/codes/table/row/1/do")
		return "setup/void/main"
	}, func(_ *window, d *desk) int { return len(d.shelf.Entry("autumn-2025").Study.Void) }, "", "Set up a study: Not saved. It cannot be done."},
	{"close a round", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabRounds)
		return "setup/rounds/0/close"
	}, func(_ *window, d *desk) int { return openRounds(d, false) }, "", "Set up a study: Not saved. It cannot be done."},
	{"open a round", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabRounds)
		pressing(t, w, "setup/rounds/0/close")
		return "setup/rounds/0/open"
	}, func(_ *window, d *desk) int { return openRounds(d, true) }, "", "Set up a study: Not saved. It cannot be done."},
	{"add a round", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabRounds)
		return "setup/rounds/add"
	}, func(_ *window, d *desk) int { return len(d.shelf.Entry("autumn-2025").Study.Rounds) - 1 }, "", "Set up a study: Not saved. It cannot be done."},
	{"remove a round", func(t *testing.T, w *window, d *desk) string {
		setUp(t, w, tabRounds)
		pressing(t, w, "setup/rounds/add", "setup/rounds/1/remove")
		delete(d.did, "save")
		return "setup/remove/main"
	}, did("save"), "", "Set up a study: Not saved. It cannot be done."},
	{"add what people are told", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabConsent)
		return "setup/consent/add-fact"
	}, func(_ *window, d *desk) int {
		return len(d.shelf.Entry("autumn-2025").Study.Consent.Facts) - 5
	}, "", "Set up a study: Not saved. It cannot be done."},
	{"remove what people are told", func(t *testing.T, w *window, _ *desk) string {
		setUp(t, w, tabConsent)
		pressing(t, w, "setup/consent/facts/0/remove")
		return "setup/remove/main"
	}, did("save"), "", "Set up a study: Not saved. It cannot be done."},
	{"take in a form", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageForms)
		pressing(t, w, "forms/import")
		words, err := fs.ReadFile(assets.Content, "forms/visit.yaml")
		name := filepath.Join(t.TempDir(), "visit.yaml")
		if err := errors.Join(err, os.WriteFile(name, words, 0o600)); err != nil {
			t.Fatal(err)
		}
		w.page.(*forms).path.SetValue(name)
		return "forms/take/go"
	}, did("import"), "Form library: Version 1 of “Visits” is imported", "Form library: visit.yaml is not imported. It cannot be done."},
	{"look a person up", func(t *testing.T, w *window, d *desk) string {
		d.sessions["TS2M4P"] = begun("TS2M4P")
		w.open(t, pageWithdraw)
		w.page.(*withdraw).code.SetValue("TS2M4P")
		return "withdraw/look"
	}, did("find"), "", ""},
	{"delete a person", func(t *testing.T, w *window, _ *desk) string {
		findPerson(t, w)
		pressing(t, w, "withdraw/delete")
		return "withdraw/sure/main"
	}, did("withdraw"), "Withdraw a person: Everything of TS2 M4P is deleted. Receipt number: 0193-1", "Withdraw a person: TS2 M4P is not deleted yet. It cannot be done. Then try again"},
	{"add results", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageCollect)
		w.run()
		p := w.page.(*collect)
		p.files.box.SetValue("/stick/laptop-2.rwbundle")
		p.secret.SetValue("quiet-lamp-over-there")
		return "collect/add"
	}, func(_ *window, d *desk) int { return len(d.collected) }, "", ""},
	{"add both", func(t *testing.T, w *window, d *desk) string {
		collectAll(t, w)
		w.page.(*collect).results.table.OnOpen(2, 0)
		d.collected = nil
		return "collect/decide/main"
	}, func(_ *window, d *desk) int { return len(d.collected) }, "", ""},
	{"save the list of files", func(t *testing.T, w *window, _ *desk) string {
		collectAll(t, w)
		return "collect/save-list"
	}, func(_ *window, d *desk) int { return d.lists }, "Collect results: Saved in", "Collect results: The list could not be saved. It cannot be done."},
	{"seal results", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageCollect)
		w.run()
		w.page.(*collect).seal.secret.SetValue("quiet-lamp-over-there")
		return "collect/seal"
	}, func(_ *window, d *desk) int { return len(d.sealed) }, "", ""},
	{"read the records again", func(t *testing.T, w *window, d *desk) string {
		w.open(t, pageOverview)
		w.run()
		d.built = nil
		return "overview/again"
	}, func(_ *window, d *desk) int { return len(d.built) }, "", ""},
	{"make people up", func(t *testing.T, w *window, d *desk) string {
		d.report = &report.Report{}
		w.open(t, pageOverview)
		roomOf(t, w.page).again()
		w.run()
		return "overview/fill"
	}, did("simulate"), "", ""},
	{"read the sessions again", func(t *testing.T, w *window, d *desk) string {
		listSessions(t, w)
		d.watch.fails = errors.New("the log cannot be read")
		w.page.(*sessions).table.OnOpen(0, 0)
		w.run()
		d.watch.fails = nil
		return "replay/again"
	}, func(w *window, _ *desk) int {
		if p, open := w.page.(*replayed); open && p.ready {
			return 1
		}
		return 0
	}, "", ""},
	{"save the report", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageQuality)
		w.run()
		return "quality/save/go"
	}, did("report"), "Data quality: Saved 2 files in", "Data quality: The files could not be saved. It cannot be done."},
	{"save files", func(t *testing.T, w *window, _ *desk) string {
		openFiles(t, w).kinds.SetValue([]string{"answers-csv"})
		return "files/save/go"
	}, func(_ *window, d *desk) int { return len(d.wanted) }, "Files for other systems: Saved 2 files in", "Files for other systems: The files could not be saved. It cannot be done."},
	{"show answers", func(t *testing.T, w *window, _ *desk) string {
		openFailing(t, w, "quality/dimension-3")
		pressing(t, w, "failing/ask")
		return "failing/sure/main"
	}, did("answers"), "", ""},
	{"check a return", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageCheck)
		c := roomOf(t, w.page).check
		c.kind, c.files = "many", os.DevNull
		return "check/start"
	}, func(w *window, _ *desk) int { return len(deskRoom(w).check.checked) }, "Check a return: 34 errors and 6 things to check.", ""},
	{"save what was found", func(t *testing.T, w *window, _ *desk) string {
		checkMany(t, w, "")
		return "check/save/go"
	}, did("findings"), "Check a return: Saved 1 file in", "Check a return: The files could not be saved. It cannot be done."},
	{"write a note", func(t *testing.T, w *window, _ *desk) string {
		openReplay(t, w)
		pressing(t, w, "replay/notes/write")
		w.page.(*replayed).notes.form.text.SetValue("Did not see the hint")
		return "replay/notes/form/save"
	}, did("note"), "Replay of TS2 M4P: The note is saved", "Replay of TS2 M4P: It is not saved. It cannot be done. Then try again"},
	{"delete a note", func(t *testing.T, w *window, _ *desk) string {
		openReplay(t, w)
		keepNote(t, w, "Did not see the hint", "", "")
		return "replay/notes/1/delete"
	}, did("remove note"), "Replay of TS2 M4P: The note is deleted", "Replay of TS2 M4P: It is not saved. It cannot be done. Then try again"},
	{"bring a note back", func(t *testing.T, w *window, d *desk) string {
		openReplay(t, w)
		keepNote(t, w, "Did not see the hint", "", "")
		pressing(t, w, "replay/notes/1/delete")
		delete(d.did, "note")
		return "replay/notes/undo"
	}, did("note"), "Replay of TS2 M4P: The note is back", "Replay of TS2 M4P: It is not saved. It cannot be done. Then try again"},
	{"set the passphrase", func(t *testing.T, w *window, _ *desk) string {
		w.open(t, pageLock)
		p := w.page.(*passphrase)
		p.next.SetValue("open sesame")
		p.again.SetValue("open sesame")
		return "lock/save"
	}, did("lock"), "Screen lock: The passphrase is set", "Screen lock: The passphrase could not be saved. It cannot be done."},
	{"take the passphrase away", func(t *testing.T, w *window, d *desk) string {
		d.passphrase = "open sesame"
		w.open(t, pageLock)
		w.page.(*passphrase).now.SetValue("open sesame")
		return "lock/off"
	}, did("lock"), "Screen lock: The passphrase is taken away", "Screen lock: The passphrase could not be saved. It cannot be done."},
	{"open the desk", func(t *testing.T, w *window, d *desk) string {
		d.passphrase = "open sesame"
		w.Show(New(w, d, func() { w.Show(outside{}) }))
		w.page.(*lock).box.SetValue("open sesame")
		return "lock/open"
	}, did("unlock"), "", ""},
}

// deskRoom is the room of the desk, also while none of its pages is on the screen.
func deskRoom(w *window) *room { return w.opener }

// outside is a page that is none of the desk.
type outside struct{}

func (outside) Title() string              { return "Recordwell" }
func (outside) Content() fyne.CanvasObject { return theOutside }
func (outside) Resize(widgets.Class)       {}
func (outside) Arrive()                    {}
func (outside) Leave()                     {}
func (outside) Command(shortcut.ID) bool   { return false }

var theOutside = widgets.NewSpace(1)

var errDeed = errors.New("it cannot be done")

// begin comes to a deed and puts the focus on it.
func (e deed) begin(t *testing.T, fail bool) (*window, *desk, *widgettest.Keyboard) {
	t.Helper()
	d := &desk{report: measured()}
	w, k := sit(t, theme.Settings{}, 1280, 800, d)
	w.opener = roomOf(t, w.page)
	w.opener.leave = func() { w.Show(outside{}) }
	w.run()
	id := e.at(t, w, d)
	if fail {
		d.fails, d.refuses, d.watch.fails, d.collector.fails = errDeed, errDeed, errDeed, errDeed
	}
	n := w.find(id)
	if n == nil || n.Focus == nil {
		t.Fatalf("nothing called %s can have the focus; it is at %s", id, w.focused())
	}
	n.Focus()
	w.said = nil
	return w, d, k
}

// find also finds what is in a dialog.
func (w *window) find(id string) (found *a11y.Node) {
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.ID == id {
			found = n
		}
		return found == nil
	})
	return found
}

func (w *window) asked() bool {
	asked := false
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool { asked = asked || n.Role == a11y.RoleDialog; return !asked })
	return asked
}

// TestWhatIsPressedTwiceAtTheDeskIsDoneOnce presses everything that begins something
// twice, the second time before the first has had time to end.
func TestWhatIsPressedTwiceAtTheDeskIsDoneOnce(t *testing.T) {
	for _, e := range deeds {
		t.Run(e.name, func(t *testing.T) {
			w, d, k := e.begin(t, false)
			k.Keys(fyne.KeyReturn, fyne.KeyReturn)
			w.run()
			if n := e.done(w, d); n != 1 {
				t.Errorf("it is done %d times", n)
			}
			if w.asked() {
				t.Error("the second press asked for more")
			}
			if len(deskRoom(w).kept) > 0 {
				t.Errorf("pages are kept on: %v", deskRoom(w).kept)
			}
		})
	}
}

// TestWhatEndsOnceItsPageIsLeft leaves the page in every way there is while something
// goes on there. What is looked at by then stays, with the focus where it was, and
// says what has ended, also where it failed.
func TestWhatEndsOnceItsPageIsLeft(t *testing.T) {
	ways := map[string]func(*window, *widgettest.Keyboard){
		"another page": func(w *window, _ *widgettest.Keyboard) { deskRoom(w).goTo(pageHelp) },
		"the start":    func(w *window, _ *widgettest.Keyboard) { deskRoom(w).close() },
		"back":         func(w *window, _ *widgettest.Keyboard) { w.page.Command(shortcut.Back) },
		"escape":       func(_ *window, k *widgettest.Keyboard) { k.Keys(fyne.KeyEscape) },
	}
	for _, e := range deeds {
		for way, leave := range ways {
			for _, fail := range []bool{false, true} {
				if fail && way != "another page" {
					continue // what is told does not hang on the way
				}
				words := e.ends
				if fail {
					words = e.fails
				}
				t.Run(strings.Join([]string{e.name, way, map[bool]string{false: "ends", true: "fails"}[fail]}, "/"), func(t *testing.T) {
					w, d, k := e.begin(t, fail)
					k.Keys(fyne.KeyReturn)
					from := w.page
					leave(w, k)
					to, focus := w.page, w.focused()
					w.run()
					if n := e.done(w, d); n > 1 || n < 1 && words != "" && !fail && way != "escape" && way != "the start" {
						t.Errorf("it is done %d times", n)
					}
					if to == from {
						return // there is no such way from here
					}
					if w.page != to || w.focused() != focus {
						t.Errorf("%T takes the place of %T, the focus goes from %q to %q", w.page, to, focus, w.focused())
					}
					if words == "" || way == "the start" {
						return
					}
					if !slices.ContainsFunc(w.said, func(s string) bool { return strings.Contains(s, words) }) {
						t.Errorf("%q is not said, but %q", words, w.said)
					}
					if way == "another page" && !w.tells(words) {
						t.Errorf("%q is not on the page", words)
					}
				})
			}
		}
	}
}

// TestComingBackFindsWhatGoesOn: it is not begun a second time, and what failed is
// still on its page.
func TestComingBackFindsWhatGoesOn(t *testing.T) {
	for _, e := range deeds {
		if e.fails == "" {
			continue
		}
		for _, fail := range []bool{false, true} {
			t.Run(e.name+map[bool]string{false: "", true: " in vain"}[fail], func(t *testing.T) {
				w, d, k := e.begin(t, fail)
				k.Keys(fyne.KeyReturn)
				p := w.page.(framed)
				key := p.frameOf().key
				deskRoom(w).goTo(pageHelp)
				if !deskRoom(w).comeBack(key) || w.page != p {
					t.Fatalf("the page %s is not kept, but %v", key, deskRoom(w).kept)
				}
				w.run()
				if n := e.done(w, d); n > 1 {
					t.Errorf("it is done %d times", n)
				}
				if fail && !w.tells("It cannot be done") {
					t.Error("the page does not say why")
				}
			})
		}
	}
}
