package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
)

// measured lets an audit compare the room that words need with what they have:
// their own place, as far as it lies in the control that shows them. There are one
// to three; each is held by itself because a list would be made again at each key.
func measured(n *a11y.Node, whole fyne.Size, words ...*Text) {
	first, second, third := words[0], textAt(words, 1), textAt(words, 2)
	n.Measure = func() (needed, given a11y.Extent) {
		for _, t := range [...]*Text{first, second, third} {
			if t == nil || len(t.runs) == 0 || !t.Visible() {
				continue
			}
			need := t.needs()
			p, s := t.Position(), t.Size()
			has := a11y.Extent{W: min(s.Width, whole.Width-p.X), H: min(s.Height, whole.Height-p.Y)}
			if need.W-has.W > needed.W-given.W || need.H-has.H > needed.H-given.H || given.W == 0 {
				needed, given = need, has
			}
		}
		return needed, given
	}
}

func textAt(words []*Text, i int) *Text {
	if i < len(words) {
		return words[i]
	}
	return nil
}

// needs is the room that the text needs at the width that it has.
func (t *Text) needs() a11y.Extent {
	var w float32
	lines := t.wrapped(t.Size().Width)
	for _, line := range lines {
		if n := len(line); n > 0 {
			w = max(w, line[n-1].x+line[n-1].w)
		}
	}
	return a11y.Extent{W: w - 0.5, H: float32(len(lines)) * t.look().LineHeight(t.style)}
}
