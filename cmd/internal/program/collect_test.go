package program

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/bundle"
	"recordwell/capture/session"
)

const sealing = "quiet-lamp-over-there"

// seals saves the results of a computer into a folder, as its researcher does.
func (d *desk) seals(dir string) string {
	d.t.Helper()
	sealed, err := d.research().SealResults(d.t.Context(), dir, "Laptop 2", sealing)
	d.must(err)
	return sealed.Path
}

func (d *desk) collects(path string, both, leave bool) capture.Arrival {
	d.t.Helper()
	a, err := d.research().Collect(d.t.Context(), path, sealing, both, leave)
	d.must(err)
	return a
}

// begins lets somebody write one answer.
func (d *desk) begins(code, answer string) *session.Session {
	d.t.Helper()
	s := d.agree(code)
	s.Enter(s.Tasks()[0].Spec.ID, capture.SavedCase{})
	s.Commit(question(d.t, s, "referrer_name").Ref, answer, capture.Typed)
	s.Flush()
	d.must(d.Sync(d.t.Context()))
	return s
}

func TestResultsOfOneComputerAreCollectedOnAnother(t *testing.T) {
	laptop, desktop, stick := open(t, t.TempDir()), open(t, t.TempDir()), t.TempDir()
	codes := laptop.Study().Codes
	if _, err := laptop.research().SealResults(t.Context(), stick, "Laptop 2", sealing); !errors.Is(err, ErrNothingToSeal) {
		t.Errorf("nobody has taken part, and: %v", err)
	}
	laptop.must(laptop.research().Simulate(t.Context(), 1, func(int) {}))
	one, two := laptop.begins(codes[0], marker), laptop.begins(codes[1], "Farah")
	file := laptop.seals(stick)
	if got := filepath.Base(file); !strings.HasPrefix(got, "Laptop 2 ") || !strings.HasSuffix(got, bundle.Ext) {
		t.Errorf("the file is called %q", got)
	}
	content, err := os.ReadFile(file)
	laptop.must(err)
	for _, words := range []string{marker, codes[0], string(one.ID())} {
		if bytes.Contains(content, []byte(words)) {
			t.Errorf("%q can be read in the file", words)
		}
	}

	a := desktop.collects(file, false, false)
	if a.State != capture.ArrivalAdded || a.Added != 2 || a.Computer != "Laptop 2" || a.Entries == 0 {
		t.Fatalf("it arrives as %+v", a)
	}
	for _, s := range []*session.Session{one, two} {
		if row, err := desktop.Store.Session(t.Context(), s.ID()); err != nil || row.Simulated {
			t.Errorf("%+v, %v", row, err)
		}
	}
	if n, err := desktop.research().Collected(t.Context()); n != 2 || err != nil {
		t.Errorf("%d sessions in all, %v", n, err)
	}
	if again := desktop.collects(file, false, false); again.State != capture.ArrivalSkipped || again.Known != 2 || again.Added != 0 {
		t.Errorf("the same file a second time is %+v", again)
	}
	// Nothing that is not sealed lies about.
	for _, d := range []*desk{laptop, desktop} {
		if left, _ := filepath.Glob(filepath.Join(d.dir, "backups", "*")); len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	}

	// Who goes on is brought up to date; who withdraws there goes here too, and an older
	// file does not bring them back.
	two.Commit(question(t, two, "referrer_role").Ref, "Teacher", capture.Typed)
	two.Flush()
	one.Withdraw()
	_, err = laptop.Withdraw(t.Context(), one.ID())
	laptop.must(err)
	laptop.clock.pass(2e9)
	later := desktop.collects(laptop.seals(stick), false, false)
	if later.State != capture.ArrivalAdded || later.Grown != 1 || later.Deleted != 1 {
		t.Errorf("the later file is %+v", later)
	}
	if old := desktop.collects(file, false, false); old.State != capture.ArrivalSkipped || old.Withdrawn != 1 {
		t.Errorf("the older file is %+v", old)
	}
	if found := holding(t, desktop.dir, marker, "definition"); len(found) > 0 {
		t.Errorf("who withdrew is still in %v", found)
	}
}

func TestACodeThatWasUsedTwiceIsDecided(t *testing.T) {
	laptop, desktop, stick := open(t, t.TempDir()), open(t, t.TempDir()), t.TempDir()
	codes := laptop.Study().Codes
	twice, other := laptop.begins(codes[0], "there"), laptop.begins(codes[1], "other")
	mine := desktop.begins(codes[0], "here")
	file := laptop.seals(stick)

	ask := desktop.collects(file, false, false)
	if ask.State != capture.ArrivalDecide || !slices.Equal(ask.Codes, codes[:1]) {
		t.Fatalf("it arrives as %+v", ask)
	}
	if _, err := desktop.Store.Session(t.Context(), other.ID()); !errors.Is(err, capture.ErrNotFound) {
		t.Error("something was added before anybody decided")
	}
	if leave := desktop.collects(file, false, true); leave.State != capture.ArrivalAdded || leave.Added != 1 || leave.Left != 1 {
		t.Errorf("without it: %+v", leave)
	}
	if _, err := desktop.Store.Session(t.Context(), twice.ID()); !errors.Is(err, capture.ErrNotFound) {
		t.Error("what was to be left out came in")
	}
	if both := desktop.collects(file, true, false); both.State != capture.ArrivalAdded || both.Added != 1 {
		t.Errorf("with both: %+v", both)
	}
	for _, s := range []*session.Session{mine, twice} {
		if _, err := desktop.Store.Session(t.Context(), s.ID()); err != nil {
			t.Errorf("one of the two is gone: %v", err)
		}
	}
	// Both are on the desk, and whoever withdraws is asked for again.
	rows, err := desktop.research().Sessions(t.Context(), desktop.Study().ID)
	desktop.must(err)
	if len(rows) != 3 {
		t.Errorf("the desk lists %d sessions", len(rows))
	}
	held, err := desktop.research().FindPerson(t.Context(), codes[0])
	if err != nil || held.Others != 1 {
		t.Errorf("under the code is %+v, %v", held, err)
	}
	_, err = desktop.Withdraw(t.Context(), held.Session.ID)
	desktop.must(err)
	if next, err := desktop.research().FindPerson(t.Context(), codes[0]); err != nil || next.Others != 0 || next.Session.ID == held.Session.ID {
		t.Errorf("afterwards under the code is %+v, %v", next, err)
	}
	// It was decided: the same file asks no more.
	if again := desktop.collects(file, false, false); again.State != capture.ArrivalSkipped {
		t.Errorf("asked again: %+v", again)
	}
}

func TestFilesThatCannotBeCollectedSayWhy(t *testing.T) {
	laptop, desktop, dir := open(t, t.TempDir()), open(t, t.TempDir()), t.TempDir()
	laptop.begins(laptop.Study().Codes[0], "there")
	file := laptop.seals(dir)
	content, err := os.ReadFile(file)
	laptop.must(err)
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		laptop.must(os.WriteFile(path, content, 0o600))
		return path
	}
	changed := bytes.Clone(content)
	changed[len(changed)/2] ^= 1
	for path, want := range map[string]string{
		write("changed.rwbundle", changed):              "The file has changed since it was saved",
		write("cut.rwbundle", content[:len(content)/2]): "The file has changed since it was saved",
		write("letter.odt", []byte("PK\x03\x04")):       "This is not a file of results",
		filepath.Join(dir, "nothing.rwbundle"):          "There is no such file",
	} {
		if a := desktop.collects(path, false, false); a.State != capture.ArrivalRefused || !strings.HasPrefix(a.Why, want) {
			t.Errorf("%s: %+v", filepath.Base(path), a)
		}
	}
	a, err := desktop.research().Collect(t.Context(), file, "another-passphrase", false, false)
	if err != nil || a.State != capture.ArrivalRefused || !a.Locked || !strings.HasPrefix(a.Why, "The passphrase does not open it") {
		t.Errorf("another passphrase: %+v, %v", a, err)
	}
	desktop.must(desktop.research().Use("timing-2025"))
	if a := desktop.collects(file, false, false); a.State != capture.ArrivalRefused || !strings.HasPrefix(a.Why, "This is for a different study: Autumn 2025 trial. Use that study") {
		t.Errorf("another study: %+v", a)
	}
	if rows, err := desktop.Store.Sessions(t.Context(), ""); err != nil || len(rows) > 0 {
		t.Errorf("%d sessions came in, %v", len(rows), err)
	}

	list, err := desktop.research().SaveArrivals(filepath.Join(dir, "list"), []capture.Arrival{{Path: "/x/=cmd.rwbundle", State: capture.ArrivalRefused, Why: "The file has changed"}})
	desktop.must(err)
	table, err := os.ReadFile(list)
	desktop.must(err)
	if !strings.Contains(string(table), "\r\n'=cmd.rwbundle,,,0,not added,0,") {
		t.Errorf("the list is %s", table)
	}
}
