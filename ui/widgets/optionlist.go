package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// rowsShown is how many rows a list shows before it scrolls.
const rowsShown = 6

// optionList is the list under a list to search or a short list. The mark moves
// while the focus stays in the box; a press takes the focus for a moment, which
// keeps the toolkit from taking it away from the box.
type optionList struct {
	active
	owner interface {
		take(i int) // a row was chosen
		TakeFocus()
		TypedKey(*fyne.KeyEvent)
		TypedRune(rune)
	}
	name  string
	rows  []Option
	empty string // what is said when there are no rows
	at    int    // marked; -1 for none
	first int    // shown first

	ground *canvas.Rectangle
	edge   *canvas.Rectangle
	lines  []optionRow
}

type optionRow struct {
	fill *canvas.Rectangle
	rule *canvas.Rectangle
	text *Text
}

func newOptionList(id, name string) *optionList {
	l := &optionList{name: name, at: -1}
	l.start(id, l)
	l.noStop = true
	l.ground, l.edge = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	for range rowsShown {
		r := optionRow{canvas.NewRectangle(nil), canvas.NewRectangle(nil), quiet("", theme.Body, theme.Text)}
		adopt(l, r.text)
		l.lines = append(l.lines, r)
	}
	return l
}

// set shows rows, with one of them marked.
func (l *optionList) set(rows []Option, at int, empty string) {
	l.rows, l.at, l.empty, l.first = rows, at, empty, 0
	l.follow()
	l.known.theme = nil
	l.stale = true
	l.paint()
}

// mark moves the mark to a row and keeps it in view.
func (l *optionList) mark(i int) {
	l.at = max(0, min(len(l.rows)-1, i))
	l.follow()
	l.paint()
	l.arrange(l.Size())
}

func (l *optionList) follow() {
	if l.at >= 0 {
		l.first = min(l.first, l.at)
		l.first = max(l.first, l.at-rowsShown+1)
	}
	l.first = max(0, min(l.first, len(l.rows)-rowsShown))
}

func (l *optionList) shown() int {
	if len(l.rows) == 0 {
		return 1
	}
	return min(rowsShown, len(l.rows))
}

func (l *optionList) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.ground}
	for i, r := range l.lines {
		if i < l.shown() {
			out = append(out, r.fill, r.rule, r.text)
		}
	}
	return append(out, l.edge)
}

func (l *optionList) paint() {
	t := l.look()
	box{fill: t.Colour(theme.Surface), radius: theme.RadiusM}.draw(l.ground)
	box{stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}.draw(l.edge)
	for i, r := range l.lines {
		n := l.first + i
		words, ink, style := l.empty, theme.Muted, theme.Body
		marked := n == l.at && n < len(l.rows)
		if n < len(l.rows) {
			words, ink = l.rows[n].Words, theme.Text
			if marked {
				ink, style = theme.OnPrimary, theme.Body.AsBold()
			}
		}
		b := box{}
		if marked {
			b.fill = t.Colour(theme.Primary)
		}
		b.draw(r.fill)
		show(r.fill, marked)
		box{fill: t.Colour(theme.Line)}.draw(r.rule)
		show(r.rule, i > 0)
		r.text.SetWords(words)
		r.text.SetToken(ink)
		r.text.SetStyle(style)
	}
}

func (l *optionList) rowHeight(i int, width float32) float32 {
	t := l.look()
	n := l.first + i
	words := l.empty
	if n < len(l.rows) {
		words = l.rows[n].Words
	}
	w := max(1, width-2*fieldSide-4)
	lines := len(wrap([]Run{{Words: words}}, w, t.WordGap(theme.Body), func(s string, _ int) float32 {
		return t.Width(s, theme.Body.AsBold())
	}))
	return max(theme.Target, float32(lines)*t.LineHeight(theme.Body)+theme.FieldPad-3)
}

func (l *optionList) measure(width float32) float32 {
	h := 2 * l.look().EdgeInput()
	for i := range l.shown() {
		h += l.rowHeight(i, width)
	}
	return h
}

func (l *optionList) leastWidth() float32 { return 3 * theme.Target }

func (l *optionList) arrange(size fyne.Size) {
	e := l.look().EdgeInput()
	place(l.ground, 0, 0, size.Width, size.Height)
	place(l.edge, 0, 0, size.Width, size.Height)
	y := e
	for i := range l.shown() {
		r, h := l.lines[i], l.rowHeight(i, size.Width)
		place(r.fill, e, y, size.Width-2*e, h)
		place(r.rule, e, y, size.Width-2*e, l.look().Edge())
		words := r.text.heightAt(size.Width - 2*fieldSide - 4)
		place(r.text, fieldSide+2, y+(h-words)/2, size.Width-2*fieldSide-4, words)
		y += h
	}
}

func (l *optionList) rowAt(p fyne.Position) int {
	for i := range l.shown() {
		if a := (area{0, l.lines[i].fill.Position().Y, l.Size().Width, l.lines[i].fill.Size().Height}); a.holds(p) && l.first+i < len(l.rows) {
			return l.first + i
		}
	}
	return -1
}

// Tapped is for the toolkit.
func (l *optionList) Tapped(ev *fyne.PointEvent) {
	i := l.rowAt(ev.Position)
	l.owner.TakeFocus()
	if i >= 0 {
		l.owner.take(i)
	}
}

// MouseMoved is for the toolkit: the mark follows the pointer.
func (l *optionList) MouseMoved(ev *desktop.MouseEvent) {
	if i := l.rowAt(ev.Position); i >= 0 && i != l.at {
		l.at = i
		l.paint()
	}
}

// Scrolled is for the toolkit.
func (l *optionList) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	l.first = max(0, min(l.first+by, len(l.rows)-rowsShown))
	l.paint()
	l.arrange(l.Size())
}

// TypedKey and TypedRune go on to the box, whose list this is.
func (l *optionList) TypedKey(ev *fyne.KeyEvent) { l.owner.TakeFocus(); l.owner.TypedKey(ev) }

// TypedRune is for the toolkit.
func (l *optionList) TypedRune(r rune) { l.owner.TakeFocus(); l.owner.TypedRune(r) }

// describe gives the list with its options; those out of view are in it too.
func (l *optionList) describe(id string) *a11y.Node {
	n := l.nodeAt(id+"/list", a11y.RoleListBox, l.name, l.area())
	for i, o := range l.rows {
		a := l.area()
		if k := i - l.first; k >= 0 && k < rowsShown {
			a = a.within(l.lines[k].fill.Position(), l.lines[k].fill.Size())
		} else {
			a.h = 0
		}
		row := l.nodeAt(optionID(id, o), a11y.RoleOption, o.Words, a)
		row.Pos, row.Size = i+1, len(l.rows)
		if a.h == 0 {
			row.States |= a11y.Offscreen
		}
		if i == l.at {
			row.States |= a11y.Selected
		}
		row.Actions = []a11y.Action{{Name: "select", Do: func() { l.owner.take(i) }}}
		n.Children = append(n.Children, row)
	}
	return n
}

func optionID(id string, o Option) string { return id + "/option/" + o.Value }
