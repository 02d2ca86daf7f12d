package native

import (
	"testing"

	"recordwell/ui/a11y"
)

// A desktop without a bus is no error: the program runs, and no reader is there.
func TestNewWithoutABus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
	b := New(a11y.Program{Name: "Recordwell", Run: func(f func()) { f() }})
	b.Publish(a11y.NewTree(&a11y.Node{ID: "w", Role: a11y.RoleWindow}))
	b.Announce("Saved", a11y.LivePolite)
	if b.ReaderActive() {
		t.Error("a reader is said to be there")
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}
