package atspi

import (
	"testing"

	"recordwell/ui/a11y"
)

// BenchmarkStart is what the bridge costs the UI goroutine when the program
// starts: it connects on a goroutine of its own. The goal is 10 ms.
func BenchmarkStart(b *testing.B) {
	b.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
	for b.Loop() {
		bridge := New(a11y.Program{Name: "Recordwell", Run: func(f func()) { f() }})
		b.StopTimer()
		if err := bridge.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// BenchmarkPublish is what it costs the UI goroutine to hand over a tree.
func BenchmarkPublish(b *testing.B) {
	s := newStand()
	r := assemble(s.prog)
	t := s.tree.Load()
	b.ReportAllocs()
	for b.Loop() {
		r.Publish(t)
	}
}

// BenchmarkCopy is the whole tree in one answer to a client.
func BenchmarkCopy(b *testing.B) {
	s := newStand()
	for b.Loop() {
		if _, err := s.call(cachePath, atspiPrefix+"Cache", "GetItems"); err != nil {
			b.Fatal(err)
		}
	}
}
