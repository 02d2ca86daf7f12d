package program

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/capture/study"
)

// largestForm is far more than any form has, in bytes.
const largestForm = 4 << 20

// ImportForm takes a copy of a form's YAML file into the data folder, after the
// same check as recordwellctl lint. It returns the form; the error is a
// [source.Problems] where the file has faults.
func (r *Research) ImportForm(name string) (*form.Definition, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("there is no file %s that can be read. Check how it is written, or choose it again", name)
	case info.IsDir():
		return nil, fmt.Errorf("the path %s is a folder. Give the file in it", name)
	case info.Size() > largestForm:
		return nil, fmt.Errorf("the file %s is larger than any form can be. Check that it is the right one", name)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the file %s cannot be read. Check that you may read it: %w", name, err)
	}
	root, problems := source.Parse(filepath.Base(name), content)
	if root == nil {
		return nil, problems
	}
	id, version := value(root, "form"), value(root, "version")
	if id == "" {
		return nil, errors.New("this file is not a form. The first line of a form is “form:” and its name")
	}
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	to := path.Join("forms", safe(id)+"-"+safe(version)+".yaml")
	for _, d := range r.Library().Versions() {
		if d.ID == id && d.Version == version {
			return nil, fmt.Errorf("version %s of the form “%s” is here already. A change needs a version of its own", version, d.Title)
		}
	}
	if err := r.tryForm(to, filepath.Base(name), content); err != nil {
		return nil, err
	}
	full := filepath.Join(r.Store.Dir(), filepath.FromSlash(to))
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		return nil, cannotWrite(filepath.Dir(full), err)
	}
	if err := replaceFile(full, content); err != nil {
		return nil, cannotWrite(full, err)
	}
	if err := r.readShelf(r.settings.Get(studyKey)); err != nil {
		return nil, err
	}
	for _, d := range r.Library().Versions() {
		if d.File() == to {
			return d, nil
		}
	}
	return nil, r.Shelf().Refused[to]
}

// tryForm reads a form among all that is there, from a place of its own.
func (r *Research) tryForm(to, shown string, content []byte) error {
	dir, err := os.MkdirTemp("", "recordwell-form-")
	if err != nil {
		return cannotWrite(os.TempDir(), err)
	}
	defer os.RemoveAll(dir)
	if err := os.Mkdir(filepath.Join(dir, "forms"), 0o700); err != nil {
		return cannotWrite(dir, err)
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(to)), content, 0o600); err != nil {
		return cannotWrite(dir, err)
	}
	_, problems := study.Read(study.Layers(os.DirFS(dir), r.Shelf().Files()), append(r.Shelf().Usable(), to), Known())
	var found source.Problems
	for _, p := range problems {
		if p.Severity == source.Error {
			if p.File == to {
				p.File = shown
			}
			found = append(found, p)
		}
	}
	return found.Err()
}

func value(root *source.Node, key string) string {
	if n := root.Get(key); n != nil {
		return strings.TrimSpace(n.Value)
	}
	return ""
}

// safe makes a name of letters, digits, dots and lines.
func safe(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '_' {
			return r
		}
		return '-'
	}, name)
}
