package atspi

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
)

// written is a window with a box of two lines, "ab" and "c", whose letters are 10
// by 20, and counts what is asked of the clipboard.
func written(secret bool, did *[]a11y.Clip) *a11y.Node {
	var letters []a11y.Rect
	for _, at := range [][2]float32{{50, 40}, {60, 40}, {70, 40}, {50, 60}, {60, 60}} {
		letters = append(letters, a11y.Rect{X: at[0], Y: at[1], W: 10, H: 20})
	}
	box := &a11y.Node{
		ID: "box", Role: a11y.RoleTextBox, Name: "Notes", States: a11y.Focusable | a11y.Focused | a11y.MultiLine,
		Bounds:  a11y.Rect{X: 45, Y: 35, W: 200, H: 60},
		Text:    &a11y.Text{Content: "ab\nc", Caret: 4, SelStart: 4, SelEnd: 4, Secret: secret, Letters: letters},
		SetText: func(string) {},
		Clip:    func(do a11y.Clip, from, to int) { *did = append(*did, do, a11y.Clip(from), a11y.Clip(to)) },
	}
	return &a11y.Node{ID: "window", Role: a11y.RoleWindow, Name: "Test", Scale: 2, Bounds: a11y.Rect{W: 400, H: 300}, Children: []*a11y.Node{box}}
}

func TestLettersHavePlaces(t *testing.T) {
	s := newStand() // its window stands at 100, 50
	s.tree.Store(rooted(a11y.NewTree(written(false, new([]a11y.Clip))), s.prog))
	for _, tt := range []struct {
		method string
		args   []any
		want   []any
	}{
		{"GetCharacterExtents", []any{int32(1), uint32(onScreen)}, []any{int32(220), int32(130), int32(20), int32(40)}},
		{"GetCharacterExtents", []any{int32(4), uint32(inWindow)}, []any{int32(120), int32(120), int32(20), int32(40)}}, // the caret at the end
		{"GetCharacterExtents", []any{int32(0), uint32(inParent)}, []any{int32(100), int32(80), int32(20), int32(40)}},
		{"GetRangeExtents", []any{int32(1), int32(4), uint32(inWindow)}, []any{int32(100), int32(80), int32(60), int32(80)}},
		{"GetRangeExtents", []any{int32(0), int32(-1), uint32(inWindow)}, []any{int32(100), int32(80), int32(60), int32(80)}},
		{"GetOffsetAtPoint", []any{int32(205), int32(175), uint32(onScreen)}, []any{int32(3)}},
		{"GetOffsetAtPoint", []any{int32(1), int32(1), uint32(inWindow)}, []any{int32(-1)}},
	} {
		if d := cmp.Diff(tt.want, s.ask(t, "box", "Text", tt.method, tt.args...)); d != "" {
			t.Errorf("%s%v (-want +got):\n%s", tt.method, tt.args, d)
		}
	}
	if _, err := s.call(s.path(t, "box"), atspiPrefix+"Text", "GetCharacterExtents", int32(5), uint32(inWindow)); errorName(err) != errInvalidArgs {
		t.Errorf("a letter behind the end: %v", err)
	}
	plain := newStand() // where nobody knows, it is the box around all of it
	if d := cmp.Diff(plain.ask(t, "notes", "Component", "GetExtents", uint32(inWindow))[0], boxOf(plain.ask(t, "notes", "Text", "GetCharacterExtents", int32(0), uint32(inWindow)))); d != "" {
		t.Errorf("without places (-want +got):\n%s", d)
	}
}

func boxOf(v []any) box { return box{v[0].(int32), v[1].(int32), v[2].(int32), v[3].(int32)} }

func TestAReaderUsesTheClipboard(t *testing.T) {
	var did []a11y.Clip
	s := newStand()
	s.tree.Store(rooted(a11y.NewTree(written(false, &did)), s.prog))
	s.ask(t, "box", "EditableText", "CopyText", int32(0), int32(2))
	cut, put := s.ask(t, "box", "EditableText", "CutText", int32(1), int32(-1)), s.ask(t, "box", "EditableText", "PasteText", int32(2))
	if d := cmp.Diff([]a11y.Clip{a11y.Copy, 0, 2, a11y.Cut, 1, 4, a11y.Paste, 2, 2}, did); d != "" || cut[0] != true || put[0] != true {
		t.Errorf("cut %v, pasted %v (-want +got):\n%s", cut, put, d)
	}
	s.tree.Store(rooted(a11y.NewTree(written(true, &did)), s.prog))
	for _, method := range []string{"CopyText", "CutText"} {
		if _, err := s.call(s.path(t, "box"), atspiPrefix+"EditableText", method, int32(0), int32(2)); errorName(err) != errNotSupported {
			t.Errorf("%s of a secret: %v", method, err)
		}
	}
}
