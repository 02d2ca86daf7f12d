package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/event"
)

// plain checks that an error is what it should be and is fit for a person.
func plain(t *testing.T, err, kind error) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("got %v; want %v", err, kind)
	}
	words := err.Error()
	if !strings.HasSuffix(words, ".") || strings.Contains(words, "%!") || regexp.MustCompile(`(?i)sqlite|errno|\(\d+\)|permission denied`).MatchString(words) {
		t.Errorf("not in plain words: %s", words)
	}
}

func TestEveryFailureHasWords(t *testing.T) {
	for d, kinds := range wording {
		if kinds[nil] == "" {
			t.Errorf("deed %d has no words for other failures", d)
		}
		for kind := range kinds {
			cause := kind
			if cause == nil {
				cause = errors.New("something else")
			}
			err := explain(deed(d), "/data", cause)
			plain(t, err, cause)
			if again := explain(reading, "/other", err); again != err {
				t.Error("an explanation was explained again")
			}
		}
	}
}

func TestSecondCopyIsTold(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	_, err := Open(t.Context(), dir, Options{Clock: &stopped{noon}})
	plain(t, err, capture.ErrInUse)
	if said := inAnotherProgram(t, dir); !strings.HasPrefix(said, "in use: Recordwell is already open") {
		t.Errorf("another program said %q", said)
	}
	newPerson(1).enter(t, s, "Maya") // the first goes on
	must(t, s.Close())
	if said := inAnotherProgram(t, dir); said != "opened" {
		t.Errorf("after closing, another program said %q", said)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	must(t, os.Mkdir(dir, 0o555))
	must(t, os.Chmod(filepath.Dir(dir), 0o755))
	said := inAnotherProgram(t, dir, "RECORDWELL_TEST_NOBODY=1")
	if !strings.HasPrefix(said, "read-only: Recordwell cannot write to the folder "+dir) {
		t.Errorf("it said %q", said)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestFileInPlaceOfFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	_, err := Open(t.Context(), path, Options{Clock: &stopped{noon}})
	plain(t, err, capture.ErrReadOnly)
}

func TestFileOfLaterVersion(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	if _, err := s.write.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`); err != nil {
		t.Fatal(err)
	}
	must(t, s.Close())
	before, err := os.ReadFile(file(dir))
	must(t, err)
	_, err = Open(t.Context(), dir, Options{Clock: &stopped{noon}})
	plain(t, err, capture.ErrNewerFile)
	_, err = OpenReader(t.Context(), dir)
	plain(t, err, capture.ErrNewerFile)
	if after, err := os.ReadFile(file(dir)); err != nil || string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestFileOfAnotherProgram(t *testing.T) {
	for name, content := range map[string]string{"a text": strings.Repeat("Dear diary. ", 1000), "a database": ""} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if content != "" {
				must(t, os.WriteFile(file(dir), []byte(content), 0o600))
			} else {
				s := openIn(t, dir)
				if _, err := s.write.Exec(`PRAGMA application_id = 1`); err != nil {
					t.Fatal(err)
				}
				must(t, s.Close())
			}
			_, err := Open(t.Context(), dir, Options{Clock: &stopped{noon}})
			plain(t, err, capture.ErrCorrupt)
			_, err = OpenReader(t.Context(), dir)
			plain(t, err, capture.ErrCorrupt)
		})
	}
}

// damage overwrites the middle pages of a file, but not the first ones.
func damage(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	const page = 4096
	for at := 8 * page; at+page <= len(content); at += page {
		copy(content[at:at+200], strings.Repeat("\xDE\xAD", 100))
	}
	must(t, os.WriteFile(path, content, 0o600))
}

func TestDamagedFile(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	for n := range 20 {
		newPerson(n+1).enter(t, s, "Maya")
	}
	must(t, s.Close())
	damage(t, file(dir))
	before, err := os.ReadFile(file(dir))
	must(t, err)
	// As after a power cut: the lock still says open.
	must(t, os.WriteFile(filepath.Join(dir, lockName), []byte(lockMark), 0o600))
	_, err = Open(t.Context(), dir, Options{Clock: &stopped{noon}})
	plain(t, err, capture.ErrCorrupt)
	if after, err := os.ReadFile(file(dir)); err != nil || string(after) != string(before) {
		t.Error("the file was changed")
	}
	// It is looked over the next time too.
	_, err = Open(t.Context(), dir, Options{Clock: &stopped{noon}})
	plain(t, err, capture.ErrCorrupt)
}

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	p := newPerson(1)
	p.enter(t, s, "Maya")
	setPages := func(sql string) {
		t.Helper()
		var pages int
		must(t, s.write.QueryRow(sql).Scan(&pages))
	}
	setPages(`PRAGMA max_page_count = 1`) // the least is what it has now
	long := strings.Repeat("long ", 20_000)
	b := capture.Batch{
		Session: p.row.ID, Task: "maya", Case: p.cas, Changes: []capture.Change{p.typed(2, long)},
		Events: []event.Event{p.event(3, event.FieldLeft)},
	}
	plain(t, s.SaveBatch(t.Context(), b), capture.ErrDiskFull)
	saved, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if len(saved.Changes) != 1 || len(records(t, s, p)) != 2 {
		t.Error("part of what did not fit is there")
	}
	setPages(`PRAGMA max_page_count = 1000000`)
	must(t, s.SaveBatch(t.Context(), b))
	saved, err = s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if len(saved.Changes) != 2 || saved.Changes[1].Answer.Raw != long {
		t.Error("what was saved when there was room again is not there")
	}
}

func TestReadingWhatIsNotThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nowhere")
	_, err := OpenReader(t.Context(), dir)
	plain(t, err, capture.ErrNotFound)
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("reading made the folder")
	}
}

func TestFolderWithUnusualName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Zoë's 100% [data] #1 ?x=1&mode=memory")
	s := openIn(t, dir)
	newPerson(1).enter(t, s, "Maya")
	must(t, s.Close())
	if info, err := os.Stat(file(dir)); err != nil || info.Size() == 0 {
		t.Fatalf("the file is not where it should be: %v", err)
	}
	s = openIn(t, dir)
	if _, err := s.SessionByCode(t.Context(), "carvalho", "CODE01"); err != nil {
		t.Error(err)
	}
}

func TestEarlierFileIsCopiedAndBroughtUpToDate(t *testing.T) {
	first, err := embedded.ReadFile("migrations/00001_first.sql")
	must(t, err)
	earlier := schema{fstest.MapFS{"00001_first.sql": {Data: first}}}
	later := schema{fstest.MapFS{
		"00001_first.sql": {Data: first},
		"00002_more.sql":  {Data: []byte("-- +goose Up\nALTER TABLE setting ADD COLUMN since INTEGER;\n")},
	}}
	broken := schema{fstest.MapFS{
		"00001_first.sql": {Data: first},
		"00002_more.sql":  {Data: []byte("-- +goose Up\nCREATE TABLE half (n INTEGER);\nALTER TABLE nothing ADD COLUMN n;\n")},
	}}
	dir := t.TempDir()
	use := func(to schema) error {
		s, err := open(t.Context(), dir, Options{Clock: &stopped{noon}}, to)
		if err != nil {
			return explain(opening, dir, err)
		}
		return s.Close()
	}
	must(t, use(earlier))
	if copies, _ := backups(dir); len(copies) != 0 {
		t.Errorf("a new file left the copies %v", copies)
	}
	if err := use(broken); err == nil {
		t.Fatal("a step that fails was taken")
	}
	must(t, use(earlier)) // nothing of it is left
	must(t, use(later))
	copies, err := backups(dir)
	must(t, err)
	if len(copies) != 2 || filepath.Base(copies[1]) != "recordwell-v1-20261122-120000.db" {
		t.Errorf("the copies are %v", copies)
	}
	plain(t, use(earlier), capture.ErrNewerFile)
}

func TestCopiesAreWhole(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	newPerson(1).enter(t, s, "Maya")
	path, err := s.BackUp(t.Context(), "by-hand", noon)
	must(t, err)
	again, err := s.BackUp(t.Context(), "by-hand", noon)
	must(t, err)
	if path == again || filepath.Base(path) != "recordwell-by-hand-20261122-120000.db" {
		t.Errorf("copies are called %s and %s", path, again)
	}
	// The copy is a whole folder's worth: put in the place of the file, it opens.
	other := t.TempDir()
	content, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(file(other), content, 0o600))
	copied := openIn(t, other)
	if all, err := copied.Sessions(t.Context(), ""); err != nil || len(all) != 1 {
		t.Errorf("the copy holds %d sessions, %v", len(all), err)
	}
}
