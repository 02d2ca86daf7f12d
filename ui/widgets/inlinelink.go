package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// inlineLink is a link in a sentence. It may begin on one line and end on another.
type inlineLink struct {
	active
	text   *Text
	run    int
	words  string
	do     func()
	pieces []linkPiece
	used   int
	corner fyne.Position // of all pieces together, in the text
	far    fyne.Position
}

type linkPiece struct {
	words *canvas.Text
	under *canvas.Rectangle
	x, y  float32
	w     float32
}

func newInlineLink(t *Text, run int, r Run) *inlineLink {
	l := &inlineLink{text: t, run: run, words: r.Words, do: r.Do}
	l.start(r.ID, l)
	l.up = t
	return l
}

func (l *inlineLink) begin() { l.used = 0 }

func (l *inlineLink) add(p placed, x, y float32) {
	if l.used == len(l.pieces) {
		l.pieces = append(l.pieces, linkPiece{words: canvas.NewText("", nil), under: canvas.NewRectangle(nil)})
	}
	piece := &l.pieces[l.used]
	piece.words.Text = p.words
	piece.x, piece.y, piece.w = x, y, p.w
	l.used++
}

func (l *inlineLink) end() {
	l.pieces = l.pieces[:l.used]
	if l.used == 0 {
		return
	}
	line := l.look().LineHeight(l.text.style)
	l.corner, l.far = fyne.NewPos(1e6, 1e6), fyne.Position{}
	for _, p := range l.pieces {
		l.corner = fyne.NewPos(min(l.corner.X, p.x), min(l.corner.Y, p.y))
		l.far = fyne.NewPos(max(l.far.X, p.x+p.w), max(l.far.Y, p.y+line))
	}
	l.stale = true
	place(l, l.corner.X, l.corner.Y, l.far.X-l.corner.X, l.far.Y-l.corner.Y)
	l.paint()
}

func (l *inlineLink) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.ring}
	for _, p := range l.pieces {
		out = append(out, p.words, p.under)
	}
	return out
}

func (l *inlineLink) paint() {
	look := l.look()
	style := l.text.styleOf(l.run)
	for _, p := range l.pieces {
		letter{p.words.Text, style, look.Colour(theme.Link)}.draw(p.words, look)
		box{fill: look.Colour(theme.Link)}.draw(p.under)
	}
	show(l.ring, l.focused)
	l.arrange(l.Size())
}

func (l *inlineLink) arrange(size fyne.Size) {
	look := l.look()
	style := l.text.styleOf(l.run)
	for _, p := range l.pieces {
		x, y := p.x-l.corner.X, p.y-l.corner.Y
		putLine(p.words, look, style, x, y)
		place(p.under, x, y+underline(look, style), p.w, lineWeight(l.hovered))
	}
	l.drawRing(0, 0, size.Width, size.Height, theme.RadiusS)
}

func (l *inlineLink) measure(float32) float32 { return l.Size().Height }
func (l *inlineLink) leastWidth() float32     { return 0 }

func (l *inlineLink) press() {
	if l.do != nil {
		l.do()
	}
}

func (l *inlineLink) key(ev *fyne.KeyEvent) bool { return pressKey(ev, l.press) }

// Tapped is for the toolkit.
func (l *inlineLink) Tapped(*fyne.PointEvent) { l.press() }

// Cursor is for the toolkit.
func (l *inlineLink) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Describe gives the link.
func (l *inlineLink) Describe() *a11y.Node {
	n := l.activeNode(a11y.RoleLink, l.words)
	n.States |= a11y.Inline
	n.Actions = []a11y.Action{{Name: "open", Do: l.press}}
	return n
}

// pressKey presses on Enter.
func pressKey(ev *fyne.KeyEvent, press func()) bool {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		press()
		return true
	}
	return false
}

// underline is how far below the top of its line the line under a link stands.
func underline(look *theme.Theme, style theme.Style) float32 {
	h := letterHeight(look, style)
	return (look.LineHeight(style)-h)/2 + h*0.86
}

func lineWeight(hovered bool) float32 {
	if hovered {
		return 2
	}
	return 1
}
