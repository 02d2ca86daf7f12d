package program

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form/source"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// research is the researcher's view of the desk.
func (d *desk) research() *Research { return d.Research(d.Settings(), d.t.TempDir()) }

// spring sets up a study from nothing and opens its round.
func spring(t *testing.T, r *Research) *study.Study {
	t.Helper()
	id, err := r.NewStudy("autumn-2025", "Spring 2026 trial", false)
	if err != nil {
		t.Fatal(err)
	}
	s := r.Shelf().Entry(id).Study.Clone()
	s.Controller, s.Contact = "Northmere Council", "Rowan Ellery, 01632 960 001"
	s.Withdrawal, s.Retention = datatype.MustDate(2027, 3, 31), datatype.MustDate(2027, 6, 30)
	s.Rounds[0].Open = true
	codes, err := r.NewCodes(t.Context(), s, 5)
	if err != nil {
		t.Fatal(err)
	}
	s.Codes = append(s.Codes, codes...)
	if err := r.SaveStudy(s); err != nil {
		t.Fatal(err)
	}
	return r.Shelf().Entry(id).Study
}

func TestACodeOfTheDeskWorksAtOnce(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	s := spring(t, r)
	if d.Study().ID != "autumn-2025" {
		t.Errorf("%s is in use before anybody said so", d.Study().ID)
	}
	d.must(r.Use(s.ID))
	if d.StudyTitle() != "Spring 2026 trial" {
		t.Errorf("the start page names %q", d.StudyTitle())
	}
	d.agree(study.FormatCode(s.Codes[0]))
	people, err := r.Sessions(t.Context(), s.ID)
	if err != nil || len(people) != 1 {
		t.Errorf("%d people, %v", len(people), err)
	}
	s = s.Clone()
	s.Void = s.Codes[:2]
	d.must(r.SaveStudy(s))
	for _, c := range s.Codes[:2] {
		if _, err := d.Begin(t.Context(), c); !errors.Is(err, capture.ErrVoid) {
			t.Errorf("a code that was taken back: %v", err)
		}
	}
	s.Void = nil
	d.must(r.SaveStudy(s))
	d.begin(s.Codes[0])

	d.close()
	again := open(t, d.dir)
	if again.Study().ID != s.ID || len(again.Study().Codes) != 5 {
		t.Errorf("after a restart %s is in use with %v", again.Study().ID, again.Study().Codes)
	}
}

func TestWhatTheDeskWritesIsWhatLintAccepts(t *testing.T) {
	d := open(t, t.TempDir())
	s := spring(t, d.research())
	files := study.Layers(os.DirFS(d.dir), assets.Content)
	_, problems := study.Read(files, study.Files(files), Known())
	for _, p := range problems {
		if strings.HasPrefix(p.File, "studies/"+s.ID) {
			t.Errorf("lint says %v", p)
		}
	}
}

func TestAnUnfinishedStudyIsNeverOpened(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	s := spring(t, r).Clone()
	d.must(r.Use(s.ID))
	code := s.Codes[0]
	s.Contact = ""
	d.must(r.SaveStudy(s))
	if _, err := d.Begin(t.Context(), code); !errors.Is(err, capture.ErrBadCode) {
		t.Errorf("a code of an unfinished study: %v", err)
	}
	if r.Use(s.ID) == nil || d.Study().ID == s.ID {
		t.Error("an unfinished study is in use")
	}
	s.Contact = "Rowan"
	d.must(r.SaveStudy(s))
	if d.Study().ID != s.ID {
		t.Error("a study that was put right is not in use again")
	}
}

func TestNamesAreTakenOnce(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	spring(t, r)
	if _, err := r.NewStudy("autumn-2025", " spring  2026 TRIAL", true); err == nil {
		t.Error("two studies have one name")
	}
	id, err := r.NewStudy("autumn-2025", "Spring/2026 trial!", true)
	if err != nil || id != "spring-2026-trial-2" {
		t.Errorf("the id is %q, %v", id, err)
	}
	d.must(r.RemoveStudy(id))
	if r.Shelf().Entry(id) != nil || r.RemoveStudy("autumn-2025") == nil {
		t.Error("removing takes the wrong ones")
	}
	if aside, _ := filepath.Glob(filepath.Join(d.dir, studiesFolder, removedFolder, "*.yaml")); len(aside) != 1 {
		t.Errorf("%v are put aside", aside)
	}
}

func TestMadeUpPeopleKeepTheirCodesToThemselves(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	s := spring(t, r).Clone()
	d.must(r.Use(s.ID))
	d.must(d.Simulate(t.Context(), 2, 1, func(int) {}))
	more, err := r.NewCodes(t.Context(), s, 10)
	d.must(err)
	people, err := r.Sessions(t.Context(), s.ID)
	d.must(err)
	for _, c := range more {
		if s.Has(c) || slices.ContainsFunc(people, func(row capture.SessionRow) bool { return row.Code == c }) {
			t.Errorf("%s is given twice", c)
		}
	}
	s.Codes = append(s.Codes, more...)
	d.must(r.SaveStudy(s))
	d.must(d.Simulate(t.Context(), 2, 1, func(int) {})) // the same two
	if people, err = r.Sessions(t.Context(), s.ID); err != nil || len(people) != 2 {
		t.Errorf("%d made-up people, %v", len(people), err)
	}
}

// memory is a journal that counts.
type memory struct{ events, batches int }

func (m *memory) Append(e ...event.Event) { m.events += len(e) }
func (m *memory) Save(capture.Batch)      { m.batches++ }

func TestATrialLeavesNothing(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	j := &memory{}
	for _, begin := range []func() (*session.Session, error){
		func() (*session.Session, error) { return r.TryStudy("timing-2025", "first", 2, j) },
		func() (*session.Session, error) { return r.TryScenario("carvalho", j) },
	} {
		s, err := begin()
		d.must(err)
		d.must(s.Agree(needed))
		s.Enter(s.Tasks()[0].Spec.ID, capture.SavedCase{})
	}
	d.must(d.Sync(t.Context()))
	rows, err := d.Store.Sessions(t.Context(), "")
	if err != nil || len(rows) > 0 || j.events+j.batches == 0 {
		t.Errorf("%d sessions are kept, %v; the journal of the trial heard %+v", len(rows), err, j)
	}
	for _, bad := range []func() (*session.Session, error){
		func() (*session.Session, error) { return r.TryStudy("none", "first", 0, j) },
		func() (*session.Session, error) { return r.TryStudy("timing-2025", "second", 0, j) },
		func() (*session.Session, error) { return r.TryStudy("timing-2025", "first", 3, j) },
		func() (*session.Session, error) { return r.TryScenario("none", j) },
	} {
		if _, err := bad(); err == nil {
			t.Error("what is not there can be tried")
		}
	}
}

func TestAPersonIsFoundAndWithdrawnByTheirCode(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	if _, err := r.FindPerson(t.Context(), "TS2 M4P"); !errors.Is(err, capture.ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
	if _, err := r.FindPerson(t.Context(), "no code"); !errors.Is(err, capture.ErrBadCode) {
		t.Errorf("no code: %v", err)
	}
	s := d.agree("TS2M4P")
	s.Enter(s.Tasks()[0].Spec.ID, capture.SavedCase{})
	at := slices.IndexFunc(s.View().Page.Blocks, func(b session.Block) bool { return b.Question != nil })
	ref := s.View().Page.Blocks[at].Question.Ref
	s.FieldEntered(ref)
	s.Type(ref, marker)
	s.Commit(ref, marker, capture.Typed)
	s.Flush()
	h, err := r.FindPerson(t.Context(), " ts2-m4p ")
	if err != nil || h.Study != "Autumn 2025 trial" || h.Answers == 0 || h.Entries == 0 || len(h.Session.Tasks) != 1 {
		t.Fatalf("found %+v, %v", h, err)
	}
	_, err = r.Withdraw(t.Context(), h.Session.ID)
	d.must(err)
	if _, err := r.FindPerson(t.Context(), "TS2M4P"); !errors.Is(err, capture.ErrNotFound) {
		t.Errorf("after withdrawing: %v", err)
	}
}

func TestSlipsAreAPageToPrint(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	s := spring(t, r).Clone()
	s.Title = "A <b>study</b>"
	dir := filepath.Join(t.TempDir(), "slips")
	names, err := r.SaveSlips(dir, s, s.Codes)
	d.must(err)
	page, err := os.ReadFile(filepath.Join(dir, names[0]))
	d.must(err)
	if n := strings.Count(string(page), `class="code"`); n != len(s.Codes) || strings.Contains(string(page), "<b>") || !strings.Contains(string(page), study.FormatCode(s.Codes[4])) || !strings.Contains(string(page), "31 March 2027") {
		t.Errorf("%d slips on\n%s", n, page)
	}
}

func TestAFormIsTakenInOnce(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	shipped, err := assets.Content.ReadFile("forms/family.yaml")
	d.must(err)
	content := string(shipped)
	path := filepath.Join(t.TempDir(), "family.yaml")
	put := func(words string) {
		t.Helper()
		d.must(os.WriteFile(path, []byte(words), 0o600))
	}
	put(content)
	if _, err := r.ImportForm(path); err == nil || !strings.Contains(err.Error(), "is here already") {
		t.Errorf("a version that is here: %v", err)
	}
	put(strings.Replace(content, `version: "1"`, `version: "3"`, 1))
	got, err := r.ImportForm(path)
	if err != nil || got.Version != "3" || r.Library().Forms["family"].Version != "3" {
		t.Fatalf("imported %+v, %v", got, err)
	}
	put(strings.Replace(strings.Replace(content, `version: "1"`, `version: "4"`, 1), "title:", "titel:", 1))
	var problems source.Problems
	if _, err := r.ImportForm(path); !errors.As(err, &problems) {
		t.Errorf("a form with a fault: %v", err)
	}
	for _, bad := range []string{filepath.Join(t.TempDir(), "none.yaml"), t.TempDir()} {
		if _, err := r.ImportForm(bad); err == nil {
			t.Errorf("%s is imported", bad)
		}
	}
	put("study: x\n")
	if _, err := r.ImportForm(path); err == nil {
		t.Error("a study is imported as a form")
	}
	// The study that ships keeps its version.
	if !slices.Contains(r.Library().Studies["autumn-2025"].Rounds[0].Forms, capture.FormVersion{Form: "family", Version: "1", Hash: r.Library().Version(capture.FormVersion{Form: "family", Version: "1"}).Hash}) {
		t.Error("the study that ships has another version")
	}
}

func TestAFolderThatCannotBeWrittenIsSaidPlainly(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	d.must(os.WriteFile(filepath.Join(d.dir, studiesFolder), []byte("in the way"), 0o600))
	_, err := r.NewStudy("autumn-2025", "Summer", false)
	if err == nil || !strings.Contains(err.Error(), "cannot be written") {
		t.Errorf("it says %v", err)
	}
	if len(r.Shelf().Entries) == 0 || d.Study() == nil {
		t.Error("a failure takes the studies away")
	}
}
