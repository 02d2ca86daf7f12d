package research

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// studio stands for the folder of studies: a real shelf over a folder of the test.
type studio struct {
	dir      string
	shelf    *study.Shelf
	inUse    string
	sessions map[string]capture.SessionRow
	gone     []capture.SessionID
	slips    []string
	refuses  error // of whatever writes
	tried    []string
	did      map[string]int // how often each thing that writes was asked for
	used     int            // people who have taken part with any scenario
}

// ships is what every desk begins with.
var ships = sync.OnceValues(func() (*study.Shelf, error) { return study.ReadShelf(fstest.MapFS{}, assets.Content) })

func newStudio(t testing.TB) *studio {
	s := &studio{dir: t.TempDir(), inUse: "autumn-2025", sessions: map[string]capture.SessionRow{}, did: map[string]int{}}
	var err error
	if s.shelf, err = ships(); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *studio) read() (err error) {
	s.shelf, err = study.ReadShelf(os.DirFS(s.dir), assets.Content)
	return err
}

func (s *studio) Shelf() *study.Shelf { return s.shelf }

func (s *studio) Study() *study.Study {
	if in := s.shelf.Library.Studies[s.inUse]; in != nil {
		return in
	}
	return s.shelf.Library.Newest()
}

func (s *studio) Use(id string) error {
	s.did["use"]++
	s.inUse = id
	return s.refuses
}

func (s *studio) NewStudy(from, title string, copied bool) (string, error) {
	s.did["new"]++
	made := s.shelf.Entry(from).Study.Blank("made", title, 9)
	if copied {
		made = s.shelf.Entry(from).Study.Copy("made", title, 9)
	}
	return "made", s.SaveStudy(made)
}

func (s *studio) SaveStudy(st *study.Study) error {
	s.did["save"]++
	if s.refuses != nil {
		return s.refuses
	}
	if err := os.MkdirAll(filepath.Join(s.dir, "studies"), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.dir, "studies", st.ID+".yaml"), st.YAML(), 0o600); err != nil {
		return err
	}
	s.shelf = s.shelf.With("studies/"+st.ID+".yaml", st.YAML())
	return nil
}

func (s *studio) RemoveStudy(id string) error {
	s.did["remove"]++
	if s.refuses != nil {
		return s.refuses
	}
	if err := os.Remove(filepath.Join(s.dir, "studies", id+".yaml")); err != nil {
		return err
	}
	return s.read()
}

func (s *studio) StudyFile(id string) string { return filepath.Join(s.dir, "studies", id+".yaml") }

func (s *studio) writeStory(id string, d *study.Draft) error {
	if s.refuses != nil {
		return s.refuses
	}
	content, err := d.YAML()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(s.dir, "scenarios"), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.dir, "scenarios", id+".yaml"), content, 0o600); err != nil {
		return err
	}
	return s.read()
}

func (s *studio) CopyStory(from, title string) (string, error) {
	s.did["copy"]++
	d, err := s.shelf.Draft(from)
	if err != nil {
		return "", err
	}
	return "made", s.writeStory("made", d.Copy("made", title, func(task string) bool { return !strings.HasSuffix(task, "-2") }))
}

func (s *studio) SaveStory(d *study.Draft) error { return s.writeStory(d.ID, d) }

func (s *studio) StoryUsed(context.Context, string) (int, error) { return s.used, nil }

func (s *studio) Sessions(context.Context, string) ([]capture.SessionRow, error) {
	return slices.SortedFunc(maps.Values(s.sessions), func(a, b capture.SessionRow) int { return a.Started.Compare(b.Started) }), nil
}

func (s *studio) NewCodes(_ context.Context, st *study.Study, n int) ([]string, error) {
	s.did["codes"]++
	return study.NewCodes(st.Seed, n, st.Has), s.refuses
}

func (s *studio) SaveSlips(_ string, _ *study.Study, codes []string) ([]string, error) {
	s.did["slips"]++
	s.slips = slices.Clone(codes)
	return []string{"codes.html"}, s.refuses
}

func (s *studio) ImportForm(name string) (*form.Definition, error) {
	s.did["import"]++
	d, problems := form.Read(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return d, s.refuses
}

var errNotHere = errors.New("sessions are begun in cmd/internal/program")

func (s *studio) TryStudy(id, round string, condition int, _ session.Journal) (*session.Session, error) {
	s.tried = append(s.tried, id+" "+round+" "+number(condition))
	return nil, errNotHere
}

func (s *studio) TryScenario(id string, _ session.Journal) (*session.Session, error) {
	s.tried = append(s.tried, id)
	return nil, errNotHere
}

func (s *studio) FindPerson(_ context.Context, typed string) (capture.Held, error) {
	s.did["find"]++
	code, err := study.ParseCode(typed)
	if err != nil {
		return capture.Held{}, capture.ErrBadCode
	}
	row, known := s.sessions[code]
	if !known {
		return capture.Held{}, capture.ErrNotFound
	}
	return capture.Held{Session: row, Study: "Autumn 2025 trial", Answers: 31, Finished: 1, Comments: 2, Surveys: 11, Entries: 1204}, nil
}

func (s *studio) Withdraw(_ context.Context, id capture.SessionID) (time.Time, error) {
	s.did["withdraw"]++
	s.gone = append(s.gone, id)
	return time.Date(2025, 11, 20, 10, 47, 0, 0, time.UTC), s.refuses
}

// begun is the session of somebody who has begun with a code.
func begun(code string) capture.SessionRow {
	return capture.SessionRow{
		ID: "0193-1", Code: code, Study: "autumn-2025", Round: "first", Started: time.Date(2025, 11, 20, 9, 0, 0, 0, time.UTC),
		Tasks: []capture.TaskRow{{Task: "carvalho", Status: capture.TaskFinished}},
	}
}
