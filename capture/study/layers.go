package study

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// Layers lays files over others: a file of the first stands for one of the same
// path in the second.
func Layers(over, under fs.FS) fs.FS { return layers{over, under} }

type layers struct{ over, under fs.FS }

// Open opens a file.
func (l layers) Open(name string) (fs.File, error) {
	f, err := l.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l.under.Open(name)
	}
	return f, err
}

// ReadDir lists a folder of both.
func (l layers) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(l.over, name)
	under, errUnder := fs.ReadDir(l.under, name)
	if err != nil && errUnder != nil {
		return nil, err
	}
	for _, e := range under {
		if !slices.ContainsFunc(over, func(o fs.DirEntry) bool { return o.Name() == e.Name() }) {
			over = append(over, e)
		}
	}
	slices.SortFunc(over, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return over, nil
}

// without is a folder some of whose files are left out.
type without struct {
	fs.FS
	hidden map[string]bool
}

// Open opens a file.
func (w without) Open(name string) (fs.File, error) {
	if w.hidden[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}
