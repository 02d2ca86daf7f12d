package place

import "testing"

// Without a display, or before the window is there, nothing is known.
func TestNowhere(t *testing.T) {
	t.Setenv("DISPLAY", "")
	var w Window
	defer w.Close()
	if _, _, ok := w.Origin(); ok {
		t.Error("a window that is not there has a place")
	}
	w.Set(7)
	if _, _, ok := w.Origin(); ok {
		t.Error("there is a place without a display")
	}
}
