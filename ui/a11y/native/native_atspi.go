//go:build linux || freebsd || openbsd || netbsd

package native

import (
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/atspi"
)

// New starts serving a program's tree to this system's readers. It returns at
// once and connects in the background.
func New(prog a11y.Program) a11y.Backend { return atspi.New(prog) }
