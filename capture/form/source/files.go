package source

import (
	"io/fs"
	"slices"
	"sync"
)

// Files are files of which each is parsed once, however many read it: forms share
// their code sets. They may be read from several goroutines.
type Files struct {
	fs.FS
	mu   sync.Mutex
	read map[string]func() (*Node, Problems)
}

// NewFiles are the files of a file system as they are when first read.
func NewFiles(fsys fs.FS) *Files {
	return &Files{FS: fsys, read: make(map[string]func() (*Node, Problems))}
}

// Read is the function of the same name, for these files.
func (f *Files) Read(path string) (*Node, Problems) {
	f.mu.Lock()
	read := f.read[path]
	if read == nil {
		read = sync.OnceValues(func() (*Node, Problems) { return Read(f.FS, path) })
		f.read[path] = read
	}
	f.mu.Unlock()
	root, problems := read()
	return root, slices.Clip(problems)
}
