package main

import (
	"runtime/debug"
	"testing"
)

var held [][]byte

// TestRestGivesBackWhatPagesLeft, once, and looks for nothing where there is nothing.
func TestRestGivesBackWhatPagesLeft(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it shall look when the test says so
	freed := 0
	r := newRest()
	r.free = func() { freed++; debug.FreeOSMemory() }
	debug.FreeOSMemory()
	if r.tidy(); freed != 0 {
		t.Errorf("with nothing to gain but %d bytes, memory was given back", toGain())
	}
	for range 16 {
		held = append(held, make([]byte, 1<<20))
	}
	held = nil
	if r.tidy(); freed != 1 {
		t.Errorf("%d bytes could be gained, and %d times memory was given back", toGain(), freed)
	}
	if left := toGain(); left >= worthwhile {
		t.Errorf("%d bytes are left over", left)
	}
}
