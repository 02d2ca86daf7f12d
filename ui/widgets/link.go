package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Link goes somewhere. It stands alone; links in a sentence are runs of a [Text].
type Link struct {
	active
	// OnFollow is where it goes.
	OnFollow func()

	announced   string
	description string
	token       theme.Token
	icon        string
	tight       bool // as high as its words: stands between other lines

	text  *Text
	image *picture
	lines []*canvas.Rectangle
}

// NewLink makes a link. Its name says where it goes.
func NewLink(id, name string, follow func()) *Link {
	l := &Link{OnFollow: follow, token: theme.Link}
	l.start(id, l)
	l.text = quiet(named(id, name), theme.BodyDense, theme.Link)
	l.image = newPicture()
	adopt(l, l.text)
	return l
}

// SetName changes the words.
func (l *Link) SetName(name string) { l.text.SetWords(named(l.id, name)) }

// SetAnnounced gives the full name where the words alone do not say which one:
// "Change date of birth".
func (l *Link) SetAnnounced(name string) *Link { l.announced = name; return l }

// SetDescription says more than the name.
func (l *Link) SetDescription(words string) *Link { l.description = words; return l }

// SetStyle changes size and weight.
func (l *Link) SetStyle(style theme.Style) *Link { l.text.SetStyle(style); return l }

// SetToken changes the colour, as for the links of an error summary.
func (l *Link) SetToken(token theme.Token) *Link {
	l.token = token
	l.paint()
	return l
}

// SetIcon puts an icon before the words.
func (l *Link) SetIcon(name string) *Link {
	if l.icon != name {
		l.icon = name
		l.paint()
		l.changed()
	}
	return l
}

// SetTight makes the link as high as its words, where others stand right above
// and below with room of their own.
func (l *Link) SetTight() *Link { l.tight = true; l.changed(); return l }

func (l *Link) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.ring, l.text, l.image.image}
	for _, u := range l.lines {
		out = append(out, u)
	}
	return out
}

func (l *Link) paint() {
	t := l.look()
	l.text.SetToken(l.token)
	l.image.draw(t, l.icon, l.token)
	l.arrangeOver(l.Size())
}

func (l *Link) beside() float32 {
	if l.icon == "" {
		return 0
	}
	return l.look().Scaled(22) + iconGap
}

func (l *Link) measure(width float32) float32 {
	h := l.text.heightAt(max(1, width-l.beside()))
	if l.tight {
		return h
	}
	return max(theme.Target, h)
}

func (l *Link) leastWidth() float32 { return l.text.leastWidth() + l.beside() }
func (l *Link) bestWidth() float32 {
	return max(theme.Target, l.text.bestWidth()+l.beside())
}

func (l *Link) arrange(size fyne.Size) {
	side := l.look().Scaled(22)
	x := l.beside()
	w := max(1, size.Width-x)
	h := l.text.heightAt(w)
	place(l.text, x, (size.Height-h)/2, w, h)
	place(l.image.image, 0, (size.Height-side)/2, side, side)
	l.arrangeOver(size)
}

func (l *Link) arrangeOver(size fyne.Size) {
	t := l.look()
	lines := l.text.wrapped(max(1, l.text.Size().Width))
	for len(l.lines) < len(lines) {
		l.lines = append(l.lines, canvas.NewRectangle(nil))
	}
	l.lines = l.lines[:len(lines)]
	var wide float32
	for i, line := range lines {
		var w float32
		if n := len(line); n > 0 {
			w = line[n-1].x + line[n-1].w
		}
		wide = max(wide, w)
		y := l.text.Position().Y + float32(i)*t.LineHeight(l.text.style) + underline(t, l.text.style)
		place(l.lines[i], l.text.Position().X, y, w, lineWeight(l.hovered))
		box{fill: t.Colour(l.token)}.draw(l.lines[i])
	}
	p, s := l.text.Position(), l.text.Size()
	l.drawRing(-2, p.Y, p.X+min(wide, s.Width)+4, s.Height, theme.RadiusS)
}

func (l *Link) press() {
	if l.OnFollow != nil {
		l.OnFollow()
	}
}

// letter is there because Space does not follow a link.
func (l *Link) letter(rune) bool { return true }

func (l *Link) key(ev *fyne.KeyEvent) bool { return pressKey(ev, l.press) }

// Tapped is for the toolkit.
func (l *Link) Tapped(*fyne.PointEvent) { l.press() }

// Cursor is for the toolkit.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Describe gives the link.
func (l *Link) Describe() *a11y.Node {
	name := l.announced
	if name == "" {
		name = l.text.Words()
	}
	n := l.activeNode(a11y.RoleLink, name)
	n.Description = l.description
	n.Bounds.W = min(n.Bounds.W, l.bestWidth())
	measured(n, l.Size(), l.text)
	n.Actions = []a11y.Action{{Name: "open", Do: l.press}}
	return n
}
