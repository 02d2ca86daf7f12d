package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// drawText puts the lines, the selection and the caret under the clip. Lines out
// of sight are not drawn.
func (e *edit) drawText() {
	view := e.clip.Size()
	if view.IsZero() {
		return
	}
	e.holder.Resize(view)
	t := e.look()
	e.follow(view)
	top := e.firstTop(view)
	first := max(0, int(-(e.scrolled.Y+top)/e.line()))
	n := min(len(e.starts)-first, int(view.Height/e.line())+2)
	for len(e.rows) < n {
		e.rows = append(e.rows, canvas.NewText("", nil))
	}
	for len(e.marks) < n {
		e.marks = append(e.marks, canvas.NewRectangle(nil))
	}
	from, to := e.selection()
	for i := range e.rows {
		if i >= n {
			show(e.rows[i], false)
			continue
		}
		start, end := e.lineSpan(first + i)
		y := e.scrolled.Y + top + float32(first+i)*e.line()
		letter{e.slice(start, end), theme.Body, t.Colour(theme.Text)}.draw(e.rows[i], t)
		h := letterHeight(t, theme.Body)
		e.rows[i].Move(fyne.NewPos(e.scrolled.X, y+(e.line()-h)/2))
		e.rows[i].Resize(fyne.NewSize(e.width(e.rows[i].Text), h))
		show(e.rows[i], true)
	}
	for i := range e.marks {
		if i >= n {
			show(e.marks[i], false)
			continue
		}
		start, end := e.lineSpan(first + i)
		a, b := max(start, from), min(end, to)
		box{fill: t.Colour(theme.Tint)}.draw(e.marks[i])
		show(e.marks[i], a < b)
		if a < b {
			x := e.width(e.slice(start, a))
			y := e.scrolled.Y + top + float32(first+i)*e.line()
			place(e.marks[i], e.scrolled.X+x, y, e.width(e.slice(start, b))-x, e.line())
		}
	}
	e.drawWaves(first, n, top)
	box{fill: t.Colour(theme.Text)}.draw(e.beam)
	show(e.beam, e.focused)
	x, y := e.caretAt()
	place(e.beam, e.scrolled.X+x, e.scrolled.Y+top+y, beamWidth, e.line())
	if want := len(e.rows) + len(e.marks) + len(e.waves) + 1; len(e.holder.Objects) != want {
		e.holder.Objects = e.holder.Objects[:0]
		for _, m := range e.marks {
			e.holder.Objects = append(e.holder.Objects, m)
		}
		for _, r := range e.rows {
			e.holder.Objects = append(e.holder.Objects, r)
		}
		for _, w := range e.waves {
			e.holder.Objects = append(e.holder.Objects, w)
		}
		e.holder.Objects = append(e.holder.Objects, e.beam)
		canvas.Refresh(e.self)
	}
}

// firstTop is where the first line stands: in the middle of a one-line box.
func (e *edit) firstTop(view fyne.Size) float32 {
	if e.multi {
		return theme.RingGap
	}
	return (view.Height - e.line()) / 2
}

// lineSpan is where a line begins and ends, without its line end.
func (e *edit) lineSpan(i int) (from, to int) {
	from, to = e.starts[i], len(e.text)
	if i+1 < len(e.starts) {
		to = e.starts[i+1]
		if to > from && e.text[to-1] == '\n' {
			to--
		}
	}
	return from, to
}

// lineOf is the line a place is on.
func (e *edit) lineOf(place int) int {
	return sort.Search(len(e.starts), func(i int) bool { return e.starts[i] > place }) - 1
}

// caretAt is where the caret stands in the text.
func (e *edit) caretAt() (x, y float32) {
	i := e.lineOf(e.caret)
	return e.width(e.slice(e.starts[i], e.caret)), float32(i) * e.line()
}

// follow scrolls the text until the caret is under the clip.
func (e *edit) follow(view fyne.Size) {
	x, y := e.caretAt()
	if !e.multi {
		e.scrolled.Y = 0
		if whole := e.width(e.shown()); whole+beamWidth <= view.Width {
			e.scrolled.X = 0
			return
		}
		e.scrolled.X = min(0, max(e.scrolled.X, -x))
		e.scrolled.X = min(e.scrolled.X, view.Width-x-beamWidth)
		return
	}
	e.scrolled.X = 0
	room := view.Height - 2*theme.RingGap
	whole := float32(len(e.starts)) * e.line()
	if whole <= room+1 {
		e.scrolled.Y = 0
		return
	}
	e.scrolled.Y = max(e.scrolled.Y, -y)
	e.scrolled.Y = min(e.scrolled.Y, room-y-e.line())
	e.scrolled.Y = min(0, max(e.scrolled.Y, room-whole))
}

// placeAt is the place in the text nearest to a point of the control.
func (e *edit) placeAt(p fyne.Position) int {
	top := e.clip.Position().Y + e.firstTop(e.clip.Size()) + e.scrolled.Y
	i := max(0, min(len(e.starts)-1, int((p.Y-top)/e.line())))
	if !e.multi {
		i = 0
	}
	from, to := e.lineSpan(i)
	return e.nearest(from, to, p.X-e.clip.Position().X-e.scrolled.X)
}

// nearest is the place on a line nearest to x.
func (e *edit) nearest(from, to int, x float32) int {
	n := sort.Search(to-from, func(n int) bool { return e.width(e.slice(from, from+n+1)) > x })
	if n < to-from {
		a, b := e.width(e.slice(from, from+n)), e.width(e.slice(from, from+n+1))
		if x-a > b-x {
			n++
		}
	}
	return from + n
}

// focusArea is what is kept in view: all of a low box, else the line of the caret.
func (e *edit) focusArea() area {
	a := e.area()
	if !e.multi {
		return a
	}
	_, y := e.caretAt()
	line := a.within(fyne.NewPos(0, e.clip.Position().Y+e.scrolled.Y+y), fyne.NewSize(a.w, e.line()))
	if a.h <= 4*e.line() {
		return a
	}
	return line
}
