package atspi

import (
	"testing"

	"go.uber.org/goleak"

	"recordwell/ui/a11y"
)

// A program that ends takes the bridge with it, also one that never connected.
func TestCloseLeavesNothingRunning(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
	b := New(a11y.Program{Name: "Recordwell", Run: func(f func()) { f() }})
	b.Publish(a11y.NewTree(&a11y.Node{ID: "w", Role: a11y.RoleWindow}))
	b.Announce("Saved", a11y.LivePolite)
	b.KeyEvent(a11y.Key{Name: "Tab", Down: true})
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	goleak.VerifyNone(t)
}
