// Package late is files that open when a test lets them, for tests of what does not
// wait for them.
package late

import "io/fs"

// Files cannot be opened before [Files.Come] is called.
type Files struct {
	fs.FS
	here chan struct{}
}

// New holds files back.
func New(files fs.FS) Files { return Files{files, make(chan struct{})} }

// Come lets all of them be opened, those too that somebody waits for. It is called
// once.
func (f Files) Come() { close(f.here) }

// Open waits until the files have come.
func (f Files) Open(name string) (fs.File, error) {
	<-f.here
	return f.FS.Open(name)
}
