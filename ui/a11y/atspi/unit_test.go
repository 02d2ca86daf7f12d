package atspi

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recordwell/ui/a11y"
)

// words is a text box as a client sees it.
func words(content string, caret int, lines []int) object {
	n := &a11y.Node{ID: "box", Role: a11y.RoleTextBox, Text: &a11y.Text{Content: content, Caret: caret, Lines: lines}}
	s := newServer(a11y.Program{})
	s.tree.Store(rooted(a11y.NewTree(n), s.prog))
	return object{s: s, t: s.tree.Load(), i: 1}
}

func TestUnits(t *testing.T) {
	const story = "Maya’s mum. She is in!\nYes\n"
	tests := []struct {
		name   string
		unit   unit
		offset int32
		step   int
		lines  []int
		want   string
	}{
		{"letter", letter, 4, 0, nil, "’"},
		{"letter before", letter, 4, -1, nil, "a"},
		{"letter after", letter, 4, 1, nil, "s"},
		{"letter at the end", letter, 27, 0, nil, ""},
		{"no letter before the first", letter, 0, -1, nil, ""},
		{"word", wordFromStart, 2, 0, nil, "Maya’s "},
		{"word after", wordFromStart, 2, 1, nil, "mum. "},
		{"word before", wordFromStart, 8, -1, nil, "Maya’s "},
		{"word up to its end", wordFromEnd, 8, 0, nil, " mum"},
		{"sentence", sentence, 14, 0, nil, "She is in!\n"},
		{"sentence after", sentence, 14, 1, nil, "Yes\n"},
		{"line", line, 14, 0, nil, "Maya’s mum. She is in!\n"},
		{"line before", line, 24, -1, nil, "Maya’s mum. She is in!\n"},
		{"the empty line at the end", line, 27, 0, nil, ""},
		{"line as wrapped", line, 14, 0, []int{0, 12, 23, 27}, "She is in!\n"},
		{"paragraph as wrapped", wholeParagraph, 14, 0, []int{0, 12, 23, 27}, "Maya’s mum. She is in!\n"},
		{"at the caret", letter, -1, 0, nil, "m"},
	}
	for _, tt := range tests {
		out, err := around(words(story, 7, tt.lines), tt.offset, tt.unit, tt.step)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if out[0] != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, out[0], tt.want)
		}
	}
	if _, err := around(words(story, 0, nil), 28, letter, 0); err == nil {
		t.Error("there is a letter behind the end")
	}
}

// The units of a text, one after the other, are the text.
func TestUnitsLeaveNoGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.StringMatching(`[ab .!\n]{0,20}`).Draw(t, "text")
		u := unit(rapid.IntRange(int(letter), int(wholeParagraph)).Draw(t, "unit"))
		r := []rune(content)
		var got string
		for at := 0; at < len(r); {
			from, to := u.bounds(r, nil, at)
			if from != at || to <= from {
				t.Fatalf("the unit at %d reaches from %d to %d in %q", at, from, to, content)
			}
			for inside := from; inside < to; inside++ {
				if f, e := u.bounds(r, nil, inside); f != from || e != to {
					t.Fatalf("offset %d is in %d to %d, but %d is in %d to %d of %q", from, from, to, inside, f, e, content)
				}
			}
			got += string(r[from:to])
			at = to
		}
		if d := cmp.Diff(content, got); d != "" {
			t.Fatal(d)
		}
	})
}
