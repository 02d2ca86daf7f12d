package program

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"recordwell/capture"
	"recordwell/capture/study"
)

// studiesFolder is where the researcher's studies are kept, below the data folder;
// removedFolder is where they go when they are removed.
const (
	studiesFolder = "studies"
	removedFolder = "removed"
)

// Use opens a study: its name stands on the start page, and the desk shows its
// results.
func (r *Research) Use(id string) error {
	e := r.Shelf().Entry(id)
	if e == nil || !e.Sound() {
		return errors.New("this study has something missing. Put it right first")
	}
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	r.settings.Set(studyKey, id)
	return r.readShelf(id)
}

// NewStudy begins a study from another one: with all that it has but its codes
// where copied is set, else without what consent promises too. It returns its id.
func (r *Research) NewStudy(from, title string, copied bool) (string, error) {
	e := r.Shelf().Entry(from)
	if e == nil || e.Study == nil {
		return "", errors.New("the study to begin from cannot be read. Choose another")
	}
	title = strings.Join(strings.Fields(title), " ")
	for _, other := range r.Shelf().Entries {
		if other.Study != nil && strings.EqualFold(other.Study.Title, title) {
			return "", fmt.Errorf("there is a study called “%s” already. Choose another name", other.Study.Title)
		}
	}
	id := r.freeID(title)
	h := fnv.New32a()
	h.Write([]byte(r.IDs.New()))
	made := e.Study.Blank(id, title, int64(h.Sum32()))
	if copied {
		made = e.Study.Copy(id, title, int64(h.Sum32()))
	}
	return id, r.SaveStudy(made)
}

// freeID makes a name of letters that no study and no file has.
func (p *Program) freeID(title string) string {
	return freeName("study", title, func(id string) bool {
		_, err := os.Stat(p.studyPath(id))
		return err == nil || p.Shelf().Entry(id) != nil // writing says why a file cannot be looked for
	})
}

// freeName makes a name of letters for what has a title; one that does not begin with a
// letter begins with the kind of thing.
func freeName(kind, title string, taken func(id string) bool) string {
	base := strings.Trim(strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-"), "-")
	if base == "" || !unicode.IsLetter(rune(base[0])) {
		base = strings.Trim(kind+"-"+base, "-")
	}
	id := base
	for n := 2; taken(id); n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

func (p *Program) studyPath(id string) string {
	return filepath.Join(p.Store.Dir(), studiesFolder, id+".yaml")
}

// SaveStudy writes a study as it is, finished or not, and reads everything again:
// codes of a sound study work from now on. A form that a round has opened is locked
// by its hash.
func (r *Research) SaveStudy(s *study.Study) error {
	r.background.Add(1)
	defer r.background.Done()
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	path := r.studyPath(s.ID)
	if e := r.Shelf().Entry(s.ID); e != nil {
		path = filepath.Join(r.Store.Dir(), filepath.FromSlash(e.File))
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return cannotWrite(filepath.Dir(path), err)
	}
	if err := replaceFile(path, s.YAML()); err != nil {
		return cannotWrite(path, err)
	}
	if r.settings.Get(studyKey) == "" { // a study that is new is not in use before somebody says so
		r.settings.Set(studyKey, r.Study().ID)
	}
	within, err := filepath.Rel(r.Store.Dir(), path)
	if err != nil {
		return err
	}
	if err := r.putUp(r.Shelf().With(filepath.ToSlash(within), s.YAML()), r.settings.Get(studyKey)); err != nil {
		return err
	}
	if err := r.keepStudy(context.Background(), s); err != nil {
		return err
	}
	return r.keepStories(context.Background())
}

// RemoveStudy takes a study of the researcher's off the shelf. Its file is put
// aside; what people left in it stays.
func (r *Research) RemoveStudy(id string) error {
	e := r.Shelf().Entry(id)
	if e == nil || !e.Own {
		return errors.New("this study comes with the program and stays")
	}
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	dir := filepath.Join(r.Store.Dir(), studiesFolder, removedFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return cannotWrite(dir, err)
	}
	to := filepath.Join(dir, id+" "+r.Clock.Now().Format("2006-01-02 15.04.05.000")+".yaml")
	if err := os.Rename(filepath.Join(r.Store.Dir(), filepath.FromSlash(e.File)), to); err != nil {
		return cannotWrite(to, err)
	}
	return r.readShelf(r.settings.Get(studyKey))
}

// StudyFile is where a study is kept; "" for one that comes with the program.
func (r *Research) StudyFile(id string) string {
	if e := r.Shelf().Entry(id); e != nil && e.Own {
		return filepath.Join(r.Store.Dir(), filepath.FromSlash(e.File))
	}
	return ""
}

// Sessions are those of a study, by code. What is under way may be among them.
func (r *Research) Sessions(ctx context.Context, id string) ([]capture.SessionRow, error) {
	if err := r.Sync(ctx); err != nil {
		return nil, err
	}
	return r.Store.Sessions(ctx, id)
}

// NewCodes makes n codes for a study that nobody has: no other study, and no
// made-up person.
func (r *Research) NewCodes(ctx context.Context, s *study.Study, n int) ([]string, error) {
	sessions, err := r.Sessions(ctx, s.ID)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for _, row := range sessions {
		used[row.Code] = true
	}
	shelf := r.Shelf()
	return study.NewCodes(s.Seed, n, func(code string) bool {
		if used[code] || s.Has(code) {
			return true
		}
		for _, e := range shelf.Entries {
			if e.Study != nil && e.Study.Has(code) {
				return true
			}
		}
		return false
	}), nil
}

// Today is the day by the computer's clock.
func (r *Research) Today() time.Time { return r.Clock.Now() }

// replaceFile writes a file beside its place and moves it there when it is whole.
func replaceFile(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// cannotWrite says in plain words why a file or folder cannot be written.
func cannotWrite(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("%s cannot be written: you may not write there. Ask whoever looks after this computer: %w", path, err)
	case errors.Is(err, os.ErrExist):
		return fmt.Errorf("%s is in the way. Move it, then try again: %w", path, err)
	}
	return fmt.Errorf("%s cannot be written. Check that the disk has room and can be written, then try again: %w", path, err)
}
