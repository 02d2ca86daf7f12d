package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Field is a control that holds an answer.
type Field interface {
	fyne.CanvasObject
	a11y.Describer
	ID() string
	// SetHint gives the words that come before the error in the description.
	SetHint(words string)
	// SetError marks the field and adds the words to its description; empty clears.
	SetError(words string)
	TakeFocus()
}

// note is what a field says about itself besides its name and value.
type note struct{ hint, err string }

func (n note) description() string {
	switch {
	case n.err == "":
		return n.hint
	case n.hint == "":
		return "Error: " + n.err
	}
	return n.hint + ". Error: " + n.err
}

func (n note) states() a11y.State {
	if n.err != "" {
		return a11y.Invalid
	}
	return 0
}

// edit is a box that text is typed into: what [TextBox], [LongText], the boxes of a
// date and a list to search are made of.
type edit struct {
	active
	editor
	note

	// OnChange is told what is in the box after each change.
	OnChange func(raw string)
	// OnCommit is told what is in the box when it is left changed, and on Enter.
	OnCommit func(raw string)
	// OnFocus and OnBlur are told when the box gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)

	name        string
	letters     int // width in letters; 0: all there is
	fixed       float32
	least, most int // lines of a long box
	limit       int
	readOnly    string
	secret      bool
	wrong       bool // edge in red although the error is not its own
	icon        string
	top         float32 // room for a label above the box

	committed string
	starts    []int
	scrolled  fyne.Position // of the text under the clip
	ground    *canvas.Rectangle
	image     *picture
	clip      *container.Clip
	holder    *fyne.Container
	marks     []*canvas.Rectangle
	rows      []*canvas.Text
	beam      *canvas.Rectangle
	unsure    []stretch // words that may be misspelt
	waves     []*canvas.Line
	// given is what readers can do with the box, made once.
	given struct {
		text  func(string)
		clip  func(do a11y.Clip, from, to int)
		caret func(from, to int)
	}
}

const (
	fieldSide float32 = 14
	beamWidth float32 = 2
)

func (e *edit) setUp(id, name string, self drawn) {
	e.name = named(id, name)
	e.start(id, self)
	e.given.text, e.given.clip, e.given.caret = e.fill, e.clipTo, e.selectFrom
	e.ground, e.beam = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	e.beam.Hide()
	e.image = newPicture()
	e.holder = container.NewWithoutLayout()
	e.clip = container.NewClip(e.holder)
	e.starts = []int{0}
	e.least, e.most = 1, 1
}

// Value is what is in the box, as typed.
func (e *edit) Value() string { return e.editor.words() }

// SetValue puts words into the box, without calling back and without moving the
// caret. What is there already is left alone.
func (e *edit) SetValue(raw string) {
	e.committed = raw
	if e.Value() == raw {
		return
	}
	e.reset(raw)
	e.redraw()
}

// SetHint gives the words that come before the error in the description.
func (e *edit) SetHint(words string) { e.hint = words }

// SetError marks the box; the words are drawn by the question around it.
func (e *edit) SetError(words string) {
	if e.err != words {
		e.err = words
		e.self.paint()
	}
}

// SetWrong gives the box the edge of an error, or takes it away.
func (e *edit) SetWrong(on bool) {
	if e.wrong != on {
		e.wrong = on
		e.self.paint()
	}
}

// SetReadOnly keeps the box from being changed and says why; empty ends that.
func (e *edit) SetReadOnly(why string) {
	if e.readOnly != why {
		e.readOnly = why
		e.self.paint()
	}
}

// SetLetters makes the box about as wide as that many letters, which hints at the
// length of the answer; 0 is all the width there is.
func (e *edit) SetLetters(n int) {
	if e.letters != n {
		e.letters = n
		e.changed()
	}
}

func (e *edit) shown() string {
	if !e.secret {
		return e.Value()
	}
	dots := make([]rune, len(e.text))
	for i := range dots {
		dots[i] = '\u2022'
	}
	return string(dots)
}

func (e *edit) width(words string) float32 {
	return e.look().Measure(words, theme.Body).Width
}

// slice is the words between two places, as they are drawn.
func (e *edit) slice(from, to int) string {
	if e.secret {
		return string([]rune(e.shown())[from:to])
	}
	return string(e.text[from:to])
}

// redraw follows a change of the text or the caret.
func (e *edit) redraw() {
	if e.Size().IsZero() {
		return
	}
	e.wrapLines(e.Size().Width)
	if e.multi && e.self.measure(e.Size().Width) != e.Size().Height {
		e.changed()
	}
	e.self.arrange(e.Size())
	canvas.Refresh(e.self)
}

func (e *edit) line() float32 { return e.look().LineHeight(theme.Body) }

func (e *edit) side() float32 {
	return fieldSide
}

// textLeft is where the text begins.
func (e *edit) textLeft() float32 {
	if e.icon == "" {
		return e.side()
	}
	return e.side() + e.look().Scaled(22) + theme.Space2
}

// boxWidth is how wide the box is in a place of that width.
func (e *edit) boxWidth(width float32) float32 {
	switch {
	case e.fixed > 0:
		return min(width, e.look().Scaled(e.fixed-2*fieldSide)+2*fieldSide)
	case e.letters > 0:
		return min(width, e.look().Width("0", theme.Body)*float32(e.letters)+2*fieldSide+e.textLeft()-e.side()+theme.Space2)
	}
	return width
}

func (e *edit) textWidth(width float32) float32 {
	return max(1, e.boxWidth(width)-e.textLeft()-e.side())
}

func (e *edit) wrapLines(width float32) {
	if e.multi {
		e.starts = e.editor.lines(e.textWidth(width)-beamWidth, e.width)
	}
}

func (e *edit) rowsShown() int { return max(e.least, min(e.most, len(e.starts))) }

func (e *edit) measure(width float32) float32 {
	e.wrapLines(width)
	if !e.multi {
		return e.look().FieldHeight()
	}
	return float32(e.rowsShown())*e.line() + theme.FieldPad
}

func (e *edit) leastWidth() float32 { return 3 * theme.Target }
func (e *edit) bestWidth() float32 {
	if e.fixed > 0 || e.letters > 0 {
		return e.boxWidth(1e6)
	}
	return e.look().Scaled(420)
}

func (e *edit) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.ring, e.ground, e.image.image, e.clip}
}

func (e *edit) paint() {
	t := e.look()
	b := box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}
	switch {
	case e.err != "" || e.wrong:
		b.stroke, b.edge = t.Colour(theme.Error), theme.EdgeError
	case e.readOnly != "":
		b = box{fill: t.Colour(theme.Sunken), radius: theme.RadiusM}
	}
	b.draw(e.ground)
	e.image.draw(t, e.icon, theme.Text)
	e.drawText()
	e.placeRing(e.Size())
}

func (e *edit) placeRing(size fyne.Size) {
	e.drawRing(0, e.top, e.boxWidth(size.Width), size.Height-e.top, theme.RadiusM)
}

func (e *edit) arrange(size fyne.Size) {
	e.wrapLines(size.Width)
	w, h := e.boxWidth(size.Width), size.Height-e.top
	place(e.ground, 0, e.top, w, h)
	side := e.look().Scaled(22)
	place(e.image.image, e.side(), e.top+(min(h, e.look().FieldHeight())-side)/2, side, side)
	top := theme.FieldPad/2 - theme.RingGap
	place(e.clip, e.textLeft(), e.top+top, e.textWidth(size.Width), max(1, h-2*top))
	e.drawText()
	e.placeRing(size)
}

// Cursor is for the toolkit.
func (e *edit) Cursor() desktop.Cursor { return desktop.TextCursor }
