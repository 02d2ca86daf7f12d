//go:build !(linux || freebsd || openbsd || netbsd)

package native

import "recordwell/ui/a11y"

// New gives the back end that does nothing: this system has none yet.
func New(a11y.Program) a11y.Backend { return a11y.Nop{} }
