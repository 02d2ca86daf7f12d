package widgets

import (
	"testing"

	"pgregory.net/rapid"
)

func typeInto(e *editor, words string) {
	for _, r := range words {
		e.typed(r)
	}
}

func TestEditorUndoesWordByWord(t *testing.T) {
	var e editor
	typeInto(&e, "one two")
	for _, want := range []string{"one ", "", ""} {
		e.undo()
		if e.words() != want {
			t.Fatalf("after undo %q, want %q", e.words(), want)
		}
	}
	for e.redo() {
	}
	if e.words() != "one two" {
		t.Errorf("after redo %q", e.words())
	}
}

func TestEditorReplacesTheSelection(t *testing.T) {
	var e editor
	typeInto(&e, "Maya Carvalho")
	e.move(0, false)
	e.move(4, true)
	if e.selected() != "Maya" {
		t.Fatalf("selected %q", e.selected())
	}
	e.typed('T')
	if e.words() != "T Carvalho" || e.caret != 1 {
		t.Errorf("%q, caret %d", e.words(), e.caret)
	}
	e.undo()
	if e.words() != "Maya Carvalho" || e.selected() != "Maya" {
		t.Errorf("undo gave %q with %q selected", e.words(), e.selected())
	}
}

func TestEditorWords(t *testing.T) {
	e := editor{text: []rune("don’t stop, now")}
	if got := e.wordAfter(0); got != 5 {
		t.Errorf("first word ends at %d, want 5", got)
	}
	if got := e.wordBefore(len(e.text)); got != 12 {
		t.Errorf("last word begins at %d, want 12", got)
	}
	e.selectWord(8)
	if e.selected() != "stop" {
		t.Errorf("selected %q", e.selected())
	}
}

func TestEditorCleansWhatIsPasted(t *testing.T) {
	var one editor
	one.put("a\r\nb\tc\x00")
	if one.words() != "a b c" {
		t.Errorf("one line: %q", one.words())
	}
	many := editor{multi: true}
	many.put("a\r\nb")
	if many.words() != "a\nb" {
		t.Errorf("several lines: %q", many.words())
	}
}

func TestEditorCountsWithoutContent(t *testing.T) {
	var e editor
	typeInto(&e, "ab")
	e.cut(1)
	e.left(false)
	e.undo()
	if want := (Visit{Deletes: 1, Moves: 1, Undos: 1}); e.visit != want {
		t.Errorf("counted %+v, want %+v", e.visit, want)
	}
}

func TestEditorLines(t *testing.T) {
	e := editor{multi: true, text: []rune("one two three\n\nx")}
	got := e.lines(70, func(s string) float32 { return float32(10 * len([]rune(s))) })
	want := []int{0, 8, 14, 15}
	if len(got) != len(want) {
		t.Fatalf("lines begin at %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("lines begin at %v, want %v", got, want)
		}
	}
}

// Whatever is done, caret and selection stay inside the text, and undoing it all
// gives back the empty box.
func TestEditorStaysSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := editor{multi: rapid.Bool().Draw(t, "multi")}
		steps := rapid.SliceOfN(rapid.IntRange(0, 8), 0, 60).Draw(t, "steps")
		for _, s := range steps {
			switch s {
			case 0, 1:
				e.typed(rapid.RuneFrom([]rune("ab é")).Draw(t, "letter"))
			case 2:
				e.cut(max(0, e.caret-1))
			case 3:
				e.cut(min(len(e.text), e.caret+1))
			case 4:
				e.left(rapid.Bool().Draw(t, "extend"))
			case 5:
				e.right(rapid.Bool().Draw(t, "extend"))
			case 6:
				e.put("pasted words")
			case 7:
				e.undo()
			case 8:
				e.selectAll()
			}
			if e.caret < 0 || e.caret > len(e.text) || e.anchor < 0 || e.anchor > len(e.text) {
				t.Fatalf("caret %d, anchor %d of %d", e.caret, e.anchor, len(e.text))
			}
		}
		for e.undo() {
		}
		if e.words() != "" {
			t.Errorf("undoing everything left %q", e.words())
		}
	})
}
