package program

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"recordwell/capture"
)

// CopyFolder is where pages are put that a person keeps a copy of, below the
// data folder, in a folder for each session.
const CopyFolder = "copies"

func (p *Program) copies(id capture.SessionID) string {
	return filepath.Join(p.Store.Dir(), CopyFolder, string(id))
}

// SaveCopy writes a page for a person to keep or print, and returns its path.
// Withdrawing deletes it with all the rest.
func (p *Program) SaveCopy(id capture.SessionID, name string, page []byte) (path string, err error) {
	dir := p.copies(id)
	path = filepath.Join(dir, name)
	if err = os.MkdirAll(dir, 0o700); err == nil {
		err = os.WriteFile(path, page, 0o600)
	}
	if err != nil {
		return "", fmt.Errorf("the copy was not saved. Check that the disk has room, then try again: %w", err)
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	return path, nil
}

// removeCopies overwrites and deletes the pages of a session.
func (p *Program) removeCopies(id capture.SessionID) error {
	dir := p.copies(id)
	files, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name())
		info, statErr := f.Info()
		err = errors.Join(err, statErr)
		if statErr == nil {
			err = errors.Join(err, os.WriteFile(path, make([]byte, info.Size()), 0o600))
		}
	}
	return errors.Join(err, os.RemoveAll(dir))
}
