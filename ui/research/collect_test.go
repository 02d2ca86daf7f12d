package research

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// collector stands for the files on a stick: what each of them is, by its path.
type collector struct {
	arrive    map[string]capture.Arrival
	collected []string // path, passphrase, and what was decided
	sealed    []string
	lists     int
	fails     error
}

func newCollector() *collector {
	made := time.Date(2025, 11, 18, 14, 20, 0, 0, time.UTC)
	c := &collector{arrive: map[string]capture.Arrival{}}
	for _, a := range []capture.Arrival{
		{Path: "/stick/laptop-2.rwbundle", Size: 2_100_000, Made: made, Computer: "Laptop 2", State: capture.ArrivalAdded, Added: 3, Known: 1, Records: 12, Entries: 3904},
		{Path: "/stick/laptop-2 copy.rwbundle", Size: 2_100_000, Made: made, Computer: "Laptop 2", State: capture.ArrivalSkipped, Known: 4, Records: 12, Entries: 3904},
		{Path: "/stick/laptop-5.rwbundle", Size: 500_000, Made: made, State: capture.ArrivalDecide, Codes: []string{"R3T8WD"}, Records: 1, Entries: 400},
		{Path: "/stick/laptop-4.rwbundle", Size: 1_400_000, State: capture.ArrivalRefused, Why: "The file has changed since it was saved. Save it again on its computer, then collect the new file"},
	} {
		c.arrive[a.Path] = a
	}
	return c
}

func (c *collector) SealResults(_ context.Context, dir, computer, passphrase string) (capture.Sealed, error) {
	c.sealed = append(c.sealed, dir+"|"+computer+"|"+passphrase)
	return capture.Sealed{Path: dir + "/Laptop 2.rwbundle", Sessions: 4, Records: 12, Entries: 3904}, c.fails
}

func (c *collector) Collect(_ context.Context, path, passphrase string, both, leave bool) (capture.Arrival, error) {
	c.collected = append(c.collected, path+"|"+passphrase)
	a, known := c.arrive[path]
	if known && passphrase != "quiet-lamp-over-there" {
		return capture.Arrival{Path: path, State: capture.ArrivalRefused, Locked: true, Why: "The passphrase does not open it. Type the one that it was saved with"}, nil
	}
	if !known {
		return capture.Arrival{Path: path}, errors.New("the records here cannot be written")
	}
	if both || leave {
		a.State, a.Codes = capture.ArrivalAdded, nil
		a.Added = 1
		if leave {
			a.State, a.Added, a.Left = capture.ArrivalSkipped, 0, 1
		}
	}
	return a, nil
}

func (c *collector) Collected(context.Context) (int, error) { return 18, nil }
func (c *collector) NewPassphrase() (string, error)         { return "abcd-efgh-jkmn-pqrs-tuvw", nil }
func (c *collector) SaveArrivals(dir string, _ []capture.Arrival) (string, error) {
	c.lists++
	return dir + "/collected.csv", c.fails
}

func collecting(t *testing.T) (*window, *desk, *collect) {
	t.Helper()
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{Scheme: theme.Light, TextPercent: 100}, 1280, 800, d)
	w.run()
	w.open(t, pageCollect)
	w.run()
	return w, d, w.page.(*collect)
}

func TestFilesAreCollectedOneAfterTheOther(t *testing.T) {
	w, d, p := collecting(t)
	w.press(t, "collect/add")
	if got := w.focused(); got != "collect/problem" {
		t.Errorf("with nothing named the focus is on %q", got)
	}
	w.says(t, "Enter the path of a file, or choose one")
	w.says(t, "Enter the passphrase that the files were saved with")
	if len(d.collected) > 0 {
		t.Errorf("%v was collected", d.collected)
	}

	p.files.box.SetValue("/stick/laptop-2.rwbundle\n/stick/laptop-4.rwbundle\n/stick/nowhere.rwbundle\n'/stick/laptop-5.rwbundle'")
	p.secret.SetValue("quiet-lamp-over-there")
	w.press(t, "collect/add")
	w.run()
	if want := []string{"/stick/laptop-2.rwbundle", "/stick/laptop-4.rwbundle", "/stick/nowhere.rwbundle", "/stick/laptop-5.rwbundle"}; len(d.collected) != len(want) {
		t.Fatalf("%v was collected", d.collected)
	} else {
		for i, path := range want {
			if d.collected[i] != path+"|quiet-lamp-over-there" {
				t.Errorf("collected %q", d.collected[i])
			}
		}
	}
	if got := w.focused(); got != "collect/arrivals" {
		t.Errorf("afterwards the focus is on %q", got)
	}
	names := strings.Join(w.names(), "\n")
	for _, words := range []string{
		"3 sessions added, 1 already here. The file holds 12 finished records and 3,904 log entries.",
		"The file has changed since it was saved. Save it again on its computer, then collect the new file.",
		"Same code, different session: R3T 8WD is used here too. Nothing is added yet. Decide",
		"The records here cannot be written.", "18\nreal sessions in all", "2\nfiles not added", "1\nfile to decide",
	} {
		if !strings.Contains(names, words) {
			t.Errorf("%q is not on the page", words)
		}
	}
	if p.files.box.Value() != "" || p.room.report != nil {
		t.Error("what was collected is still in the box, or what was measured before it is still shown")
	}
	w.press(t, "collect/save-list")
	w.run()
	if d.lists != 1 {
		t.Error("the list was not saved")
	}
}

// A file that the passphrase did not open stays named, and only the passphrase is asked
// for again.
func TestAFileThatIsNotOpenedStaysNamed(t *testing.T) {
	w, d, p := collecting(t)
	p.files.box.SetValue("/stick/laptop-2.rwbundle\n/stick/nowhere.rwbundle")
	p.secret.SetValue("quiet-lamp-over-here")
	w.press(t, "collect/add")
	w.run()
	if got := p.files.box.Value(); got != "/stick/laptop-2.rwbundle" || p.secret.Value() != "" {
		t.Errorf("%q is named, and %q the passphrase", got, p.secret.Value())
	}
	if n := w.node("collect/secret"); w.focused() != n.ID || !strings.Contains(n.Description, "The passphrase does not open laptop-2.rwbundle. Type the one that it was saved with") {
		t.Errorf("the focus is on %q, and the passphrase is asked for as %q", w.focused(), n.Description)
	}
	p.secret.SetValue("quiet-lamp-over-there")
	w.press(t, "collect/add")
	w.run()
	if got := d.collected[len(d.collected)-1]; got != "/stick/laptop-2.rwbundle|quiet-lamp-over-there" || p.files.box.Value() != "" || w.focused() != "collect/arrivals" {
		t.Errorf("collected %q, %q is named, the focus is on %q", got, p.files.box.Value(), w.focused())
	}
	if n := len(p.room.arrivals); n != 2 || p.room.arrivals[1].State != capture.ArrivalAdded {
		t.Errorf("%d files are listed: %+v", n, p.room.arrivals)
	}
}

// Boxes are named by what is asked: two of the page are for a passphrase.
func TestTheBoxesOfCollectingAreToldApart(t *testing.T) {
	_, _, p := collecting(t)
	for box, want := range map[*widgets.TextBox]string{
		p.secret: "Which passphrase were they saved with?", p.seal.secret: "Which passphrase should open the file?",
		p.seal.computer: "What do you call this computer?", p.seal.folder: "In which folder?",
	} {
		if got := box.Describe().Name; got != want {
			t.Errorf("a box is called %q, want %q", got, want)
		}
	}
}

func TestSeveralCodesUsedTwiceAreToldAsSeveral(t *testing.T) {
	w, _, p := collecting(t)
	two := capture.Arrival{State: capture.ArrivalDecide, Codes: []string{"R3T8WD", "K7M4QX"}}
	if got := whatHappened(two); !strings.Contains(got, "R3T 8WD, K7M 4QX are used here too") {
		t.Errorf("two codes are told as %q", got)
	}
	p.secret.SetValue("quiet-lamp-over-there")
	p.decide(two)
	w.says(t, "Were 2 codes used by two people?")
}

func TestACodeUsedTwiceIsAskedAbout(t *testing.T) {
	for answer, want := range map[string]string{"Add both": "1 session added. The file holds", "Leave them out": "1 session left out. Nothing was changed."} {
		w, d, p := collecting(t)
		p.files.box.SetValue("/stick/laptop-5.rwbundle")
		p.secret.SetValue("quiet-lamp-over-there")
		w.press(t, "collect/add")
		w.run()
		if said, want := p.results.outcome(p.room.arrivals), "laptop-5.rwbundle: Needs your decision. Same code, different session: R3T 8WD is used here too. "+
			"Nothing is added yet. To decide, press Enter on it in the table"; said != want {
			t.Errorf("said is %q, want %q", said, want)
		}
		p.results.table.OnOpen(0, 1)
		w.says(t, "Was R3T 8WD used by two people?")
		id := "collect/decide/main"
		if answer != "Add both" {
			id = "collect/decide/safe"
		}
		w.press(t, id)
		w.run()
		if len(d.collected) != 2 || len(p.room.arrivals) != 1 {
			t.Fatalf("%s: %v, %+v", answer, d.collected, p.room.arrivals)
		}
		if !slices.ContainsFunc(w.names(), func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("%s: %q is not on the page", answer, want)
		}
	}
}

func TestResultsAreSealed(t *testing.T) {
	w, d, p := collecting(t)
	w.press(t, "collect/seal")
	if got := w.node("collect/seal-secret").Description; !strings.HasSuffix(got, "Error: The passphrase must be 12 characters or more") {
		t.Errorf("the box is described by %q", got)
	}
	p.seal.computer.SetValue(" Laptop 2 ")
	w.press(t, "collect/made-up")
	if p.seal.secret.Value() != "abcd-efgh-jkmn-pqrs-tuvw" || w.focused() != "collect/seal-secret" {
		t.Errorf("in the box is %q, and the focus is on %q", p.seal.secret.Value(), w.focused())
	}
	w.press(t, "collect/seal")
	w.run()
	if want := "/home/researcher/results|Laptop 2|abcd-efgh-jkmn-pqrs-tuvw"; len(d.collector.sealed) != 1 || d.collector.sealed[0] != want {
		t.Errorf("sealed %v", d.collector.sealed)
	}
	w.says(t, "Saved 4 sessions with 12 finished records in /home/researcher/results/Laptop 2.rwbundle")
	d.collector.fails = errors.New("nobody has taken part in this study on this computer yet")
	w.press(t, "collect/seal")
	w.run()
	if got := w.node("collect/folder").Description; !strings.HasSuffix(got, "The results could not be saved. Nobody has taken part in this study on this computer yet.") {
		t.Errorf("the box is described by %q", got)
	}
	p.Leave()
	if p.seal.secret.Value() != "" || p.secret.Value() != "" {
		t.Error("passphrases are kept when the page is left")
	}
}

func TestFilesOfResultsAreChosenByKeys(t *testing.T) {
	w, _, p := collecting(t)
	w.press(t, "collect/choose")
	w.run()
	if p.files.browser == nil {
		t.Fatal("no list of files is open")
	}
	p.files.add("/stick/laptop-2.rwbundle")
	p.files.add("/stick/laptop-2.rwbundle")
	if p.files.box.Value() != "/stick/laptop-2.rwbundle" {
		t.Errorf("the box holds %q", p.files.box.Value())
	}
	w.root.OnKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.files.browser != nil || w.focused() != "collect/choose" {
		t.Errorf("Esc leaves the focus on %q", w.focused())
	}
}
