//go:build !linux

package sqlite

import "errors"

// becomeNobody is for Linux alone: elsewhere the tests do not run as root.
func becomeNobody() error { return errors.New("run the tests as a user who is not root") }
