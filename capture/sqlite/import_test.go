package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/event"
)

// everything is all that the store tells of one session.
type everything struct {
	Row         capture.SessionRow
	Case        capture.SavedCase
	Events      []event.Record
	Submissions []capture.Submission
	Surveys     []capture.SurveyAnswer
	Comments    []capture.Comment
	Consents    []capture.Consent
	Settings    map[string]string
}

func allOf(t *testing.T, s *Store, p person) (all everything) {
	t.Helper()
	var err error
	all.Row, err = s.Session(t.Context(), p.row.ID)
	must(t, err)
	all.Case, err = s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	all.Events = records(t, s, p)
	for _, sub := range submissions(t, s) {
		if sub.Session == p.row.ID {
			all.Submissions = append(all.Submissions, sub)
		}
	}
	all.Surveys, all.Comments, err = s.PersonSaid(t.Context(), p.row.ID)
	must(t, err)
	all.Consents, err = s.Consents(t.Context(), p.row.ID)
	must(t, err)
	all.Settings, err = s.PersonSettings(t.Context(), p.row.ID)
	must(t, err)
	return all
}

func sound(t *testing.T, s *Store) {
	t.Helper()
	found, err := s.Inspect(t.Context())
	must(t, err)
	if len(found.Problems) > 0 {
		t.Errorf("the file has %v", found.Problems)
	}
	if left, err := filepath.Glob(filepath.Join(s.Dir(), BackupFolder, "*.part")); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}

func TestImportTakesInWhatIsNotHere(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	mine, theirs := newPerson(1), newPerson(2)
	full(t, here, mine, "mine")
	full(t, there, theirs, "theirs")
	must(t, there.SetPersonSetting(t.Context(), theirs.row.ID, "scheme", "dark"))
	must(t, there.SaveBatch(t.Context(), capture.Batch{Session: theirs.row.ID, Task: "maya", Case: theirs.cas,
		Pages: []capture.SavedPage{{Section: "a"}}, Marks: []capture.SectionMark{{Section: "a", Completed: true}},
		NotThese: []string{"0123456789abcdef"}}))
	wantMine, wantTheirs := allOf(t, here, mine), allOf(t, there, theirs)
	if len(wantTheirs.Case.Marks) != 1 || len(wantTheirs.Case.NotThese) != 1 || len(wantTheirs.Submissions) != 1 || len(wantTheirs.Comments) != 1 {
		t.Fatalf("nothing to import: %+v", wantTheirs)
	}

	done, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	if want := (Imported{Added: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
	if got := allOf(t, here, mine); !reflect.DeepEqual(got, wantMine) {
		t.Errorf("who was here is %+v\nwas %+v", got, wantMine)
	}
	if got := allOf(t, here, theirs); !reflect.DeepEqual(got, wantTheirs) {
		t.Errorf("who came is %+v\nwas %+v", got, wantTheirs)
	}
	sound(t, here)

	done, err = here.Import(t.Context(), filepath.Join(there.Dir(), FileName))
	must(t, err)
	if want := (Imported{Known: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("the second time %+v, want %+v", done, want)
	}
	newPerson(3).enter(t, here, "goes on")
}

// Every table that belongs to a session is copied.
func TestImportForgetsNoTable(t *testing.T) {
	known := slices.Concat(ofSession, ofRecord, ofSubmission,
		[]string{"session", "event", "run", "name", "definition", "tombstone"}, // each in its own way
		[]string{"erasing", "setting", "asked", versionTable})                  // of one computer
	s := openIn(t, t.TempDir())
	must(t, each(t.Context(), s.db, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		if !slices.Contains(known, name) {
			t.Errorf("an import does not say what becomes of the table %s", name)
		}
		return err
	}, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`))
}

func TestAnOlderCopyDoesNotBringAWithdrawnPersonBack(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	gone, stays := newPerson(1), newPerson(2)
	full(t, s, gone, marker)
	full(t, s, stays, "stays")
	copied, err := s.BackUp(t.Context(), "before", noon)
	must(t, err)
	older := filepath.Join(t.TempDir(), "older.db")
	must(t, os.Rename(copied, older))
	must(t, s.Withdraw(t.Context(), gone.row.ID, noon))

	done, err := s.Import(t.Context(), older)
	must(t, err)
	if want := (Imported{Known: 1, Withdrawn: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
	if found := filesWith(t, dir, marker); len(found) > 0 {
		t.Errorf("who withdrew is in %v", found)
	}
	if got := whereIs(t, s, string(gone.row.ID)); !slices.Equal(got, []string{"tombstone.session"}) {
		t.Errorf("the session is in %v", got)
	}
	sound(t, s)
}

func TestWhoWithdrewThereIsDeletedHereAndInCopies(t *testing.T) {
	dir := t.TempDir()
	here, there := openIn(t, dir), openIn(t, t.TempDir())
	p := newPerson(1)
	full(t, there, p, marker)
	if done, err := here.Import(t.Context(), there.Dir()); err != nil || done.Added != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	_, err := here.BackUp(t.Context(), "between", noon)
	must(t, err)
	if len(filesWith(t, dir, marker)) < 2 {
		t.Fatal("there is nothing to find")
	}
	must(t, there.Withdraw(t.Context(), p.row.ID, noon))
	done, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	if want := (Imported{Deleted: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
	if found := filesWith(t, dir, marker); len(found) > 0 {
		t.Errorf("who withdrew there is in %v", found)
	}
	if err := here.CreateSession(t.Context(), p.row); !errors.Is(err, capture.ErrWithdrawn) {
		t.Errorf("the session can come back: %v", err)
	}
	sound(t, here)
}

// Of a session that is in both files, what has gone further stays; what was
// removed there is removed here.
func TestImportKeepsWhatHasGoneFurther(t *testing.T) {
	dir := t.TempDir()
	here, there := openIn(t, dir), openIn(t, t.TempDir())
	p := newPerson(1)
	full(t, there, p, marker)
	_, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	_, err = here.BackUp(t.Context(), "between", noon)
	must(t, err)
	must(t, there.RemoveDetails(t.Context(), p.row.ID, p.ref()))
	must(t, there.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{p.event(3, event.DetailsRemoved)},
		Session: p.row.ID, Surveys: []capture.SurveyAnswer{{Survey: "end", Item: "training", At: noon}}}))
	if found := whereIs(t, there, marker); len(found) > 0 {
		t.Fatalf("what was removed there is in %v", found)
	}
	older := openIn(t, t.TempDir())
	full(t, older, p, marker) // as it was before
	done, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	if want := (Imported{Grown: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
	if got, want := allOf(t, here, p), allOf(t, there, p); !reflect.DeepEqual(got, want) {
		t.Errorf("it is %+v\nthere %+v", got, want)
	}
	done, err = here.Import(t.Context(), older.Dir())
	must(t, err)
	if want := (Imported{Known: 1}); !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
	if found := filesWith(t, dir, marker); len(found) > 0 {
		t.Errorf("what was removed is in %v", found)
	}
	sound(t, here)
}

func TestTwoSessionsOfOneCodeAreAClash(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	mine, theirs := newPerson(1), newPerson(2)
	theirs.row.Code = mine.row.Code
	mine.enter(t, here, "mine")
	theirs.enter(t, there, "theirs")
	done, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	want := Imported{Added: 1, Clashes: []Clash{{mine.row.Study, mine.row.Code, []capture.SessionID{mine.row.ID, theirs.row.ID}}}}
	if !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, want %+v", done, want)
	}
}

func TestWhatCannotBeImportedIsSaidInWords(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	other := filepath.Join(t.TempDir(), "letter.db")
	must(t, os.WriteFile(other, []byte(strings.Repeat("Dear researcher, ", 300)), 0o600))
	for path, kind := range map[string]error{
		filepath.Join(dir, "nothing.db"): capture.ErrNotFound,
		t.TempDir():                      capture.ErrNotFound,
		other:                            capture.ErrCorrupt,
	} {
		done, err := s.Import(t.Context(), path)
		if !errors.Is(err, kind) || !strings.Contains(err.Error(), "Nothing has been imported") || !reflect.DeepEqual(done, Imported{}) {
			t.Errorf("%s: %+v, %v", path, done, err)
		}
	}
	sound(t, s)
}

// A copy that an earlier version made is brought up to date on the way; the copy
// itself stays as it is.
func TestACopyOfAnEarlierVersionIsUnderstood(t *testing.T) {
	path := filepath.Join(t.TempDir(), "older.db")
	old, err := sql.Open(driverName, dsn(path, forBackups))
	must(t, err)
	must(t, firstOnly(t).migrate(t.Context(), old))
	p := newPerson(1)
	_, err = old.Exec(`INSERT INTO session (id, study, round, code, condition, simulated, started) VALUES (?, 'carvalho', 'first', 'ABC', 0, 0, 0)`, string(p.row.ID))
	must(t, err)
	must(t, old.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	s := openIn(t, t.TempDir())
	done, err := s.Import(t.Context(), path)
	must(t, err)
	if done.Added != 1 {
		t.Errorf("%+v", done)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the copy was changed, %v", err)
	}
	sound(t, s)
}

// firstOnly is the schema of the first version.
func firstOnly(t *testing.T) schema {
	t.Helper()
	first, err := embedded.ReadFile("migrations/00001_first.sql")
	must(t, err)
	return schema{fstest.MapFS{"00001_first.sql": {Data: first}}}
}
