package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// letterPlaces is where each letter stands in the window, and last where the next
// would, for magnifiers that follow the caret. A line is measured once; its letters
// share that by their own widths, so that a long text costs little at each key.
func (e *edit) letterPlaces() []a11y.Rect {
	if !e.focused || e.clip.Size().IsZero() || len(e.starts) == 0 {
		return nil
	}
	t := e.look()
	text := []rune(e.shown())
	out := make([]a11y.Rect, len(text)+1)
	at, top := e.clip.Position(), e.firstTop(e.clip.Size())
	view := e.area().within(fyne.NewPos(at.X+e.scrolled.X, at.Y+e.scrolled.Y+top), fyne.Size{})
	for i := range e.starts {
		from, to := e.lineSpan(i)
		var sum float32
		for _, r := range text[from:to] {
			sum += t.Width(string(r), theme.Body)
		}
		share := float32(1)
		if sum > 0 {
			share = e.width(string(text[from:to])) / sum
		}
		var x float32
		line := a11y.Rect{X: view.x, Y: view.y + float32(i)*e.line(), W: beamWidth, H: e.line()}
		for n := from; n < to; n++ {
			w := t.Width(string(text[n]), theme.Body) * share
			out[n] = a11y.Rect{X: line.X + x, Y: line.Y, W: w, H: line.H}
			x += w
		}
		line.X += x
		if to < len(out) { // the end of the line, or of the text
			out[to] = line
		}
	}
	return out
}

// clipTo does with a stretch of the text what the keys of the clipboard do. What is
// secret is not copied; cut and pasted text can be undone.
func (e *edit) clipTo(do a11y.Clip, from, to int) {
	c := fyne.CurrentApp().Clipboard()
	from, to = min(from, len(e.text)), min(to, len(e.text))
	switch {
	case do == a11y.Copy:
		if !e.secret && from < to {
			c.SetContent(e.slice(from, to))
		}
		return
	case e.readOnly != "":
		return
	}
	e.move(from, false)
	e.move(to, true)
	if do == a11y.Paste {
		e.visit.Pastes++
		e.paste(c.Content())
	} else if e.copy(c) {
		e.erase(e.caret)
	}
	if !e.focused {
		e.commit()
	}
}
