package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// ButtonKind is how much a button stands out.
type ButtonKind int

// The kinds. A screen has one Main button.
const (
	Main ButtonKind = iota
	Secondary
	Quiet // underlined words
)

const iconGap float32 = 10

// Button does something.
type Button struct {
	active
	// OnPress is what it does.
	OnPress func()

	kind        ButtonKind
	name        string
	announced   string
	description string
	busy        string
	compact     bool
	expanded    *bool
	icon, after string

	ground       *canvas.Rectangle
	text         *Text
	under        *canvas.Rectangle
	image, arrow *picture
}

// NewButton makes a button. Its name says what it does, verb first.
func NewButton(id, name string, kind ButtonKind, press func()) *Button {
	b := &Button{OnPress: press, kind: kind, name: named(id, name)}
	b.start(id, b)
	b.ground, b.under = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.image, b.arrow = newPicture(), newPicture()
	b.text = quiet(name, theme.Body.AsBold(), theme.Text)
	b.text.SetAlign(fyne.TextAlignCenter)
	adopt(b, b.text)
	return b
}

// SetName changes the words.
func (b *Button) SetName(name string) {
	if b.name != name {
		b.name = named(b.id, name)
		b.show()
	}
}

// SetAnnounced gives the full name where the words alone do not say which one:
// "Remove Tomás Carvalho".
func (b *Button) SetAnnounced(name string) *Button { b.announced = name; return b }

// SetDescription says more than the name.
func (b *Button) SetDescription(words string) *Button { b.description = words; return b }

// SetIcon puts an icon before the words; empty takes it away.
func (b *Button) SetIcon(name string) *Button {
	if b.icon != name {
		b.icon = name
		b.paint()
		b.changed()
	}
	return b
}

// SetIconAfter puts an icon after the words.
func (b *Button) SetIconAfter(name string) *Button {
	if b.after != name {
		b.after = name
		b.paint()
		b.changed()
	}
	return b
}

// SetCompact makes the button 44 high and not 48, for cards and bars.
func (b *Button) SetCompact() *Button { b.compact = true; b.changed(); return b }

// SetKind changes how much it stands out.
func (b *Button) SetKind(kind ButtonKind) {
	if b.kind != kind {
		b.kind = kind
		b.paint()
		b.changed()
	}
}

// SetExpanded says that the button opens something, and whether it is open.
func (b *Button) SetExpanded(open bool) *Button { b.expanded = &open; return b }

// SetBusy shows other words while the act goes on and ignores presses; empty ends.
func (b *Button) SetBusy(words string) {
	if b.busy != words {
		b.busy = words
		b.show()
	}
}

func (b *Button) show() {
	words := b.name
	if b.busy != "" {
		words = b.busy
	}
	b.text.SetWords(words)
}

func (b *Button) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ring, b.ground, b.text, b.under, b.image.image, b.arrow.image}
}

func (b *Button) paint() {
	t := b.look()
	g, ink := box{radius: theme.RadiusM}, theme.Text
	switch b.kind {
	case Main:
		g.fill, ink = t.Colour(theme.Primary), theme.OnPrimary
		if b.hovered {
			g.fill = t.Colour(theme.PrimaryHover)
		}
	case Secondary:
		g.fill, g.stroke, g.edge = t.Colour(theme.Surface), t.Colour(theme.Border), t.EdgeInput()
		if b.hovered {
			g.fill = t.Colour(theme.Sunken)
		}
	default:
		ink = theme.Link
	}
	g.draw(b.ground)
	show(b.ground, b.kind != Quiet)
	b.text.SetToken(ink)
	b.image.draw(t, b.icon, ink)
	b.arrow.draw(t, b.after, ink)
	box{fill: t.Colour(ink)}.draw(b.under)
	show(b.under, b.kind == Quiet)
	b.arrangeOver(b.Size())
}

func (b *Button) padding() float32 {
	if b.kind == Quiet {
		return theme.Space1
	}
	return theme.Space5
}

// beside is the room that icons and padding take.
func (b *Button) beside() float32 {
	w := 2 * b.padding()
	side := b.look().Scaled(22) + iconGap
	if b.icon != "" {
		w += side
	}
	if b.after != "" {
		w += side
	}
	return w
}

func (b *Button) measure(width float32) float32 {
	pad, least := theme.FieldPad, float32(48)
	if b.compact || b.kind == Quiet {
		pad, least = theme.FieldPad-4, theme.Target
	}
	return max(least, b.text.heightAt(max(1, width-b.beside()))+pad)
}

func (b *Button) leastWidth() float32 { return max(theme.Target, b.text.leastWidth()+b.beside()) }
func (b *Button) bestWidth() float32 {
	return max(theme.Target, float32(int(b.text.bestWidth()+b.beside()+0.99)))
}

func (b *Button) arrange(size fyne.Size) {
	t := b.look()
	place(b.ground, 0, 0, size.Width, size.Height)
	side := t.Scaled(22)
	room := size.Width - b.beside()
	words := min(b.text.bestWidth(), max(1, room))
	h := b.text.heightAt(max(words, 1))
	x := b.padding() + max(0, (room-words)/2)
	y := (size.Height - h) / 2
	if b.icon != "" {
		place(b.image.image, x, (size.Height-side)/2, side, side)
		x += side + iconGap
	}
	place(b.text, x, y, words, h)
	if b.after != "" {
		place(b.arrow.image, x+words+iconGap, (size.Height-side)/2, side, side)
	}
	b.arrangeOver(size)
}

func (b *Button) arrangeOver(size fyne.Size) {
	p := b.text.Position()
	place(b.under, p.X, p.Y+b.text.Size().Height-b.look().LineHeight(b.text.style)+underline(b.look(), b.text.style), b.text.Size().Width, lineWeight(b.hovered))
	b.drawRing(0, 0, size.Width, size.Height, theme.RadiusM)
}

func (b *Button) press() {
	if b.busy == "" && b.OnPress != nil {
		b.OnPress()
	}
}

func (b *Button) key(ev *fyne.KeyEvent) bool { return pressKey(ev, b.press) }

// Tapped is for the toolkit.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

// Cursor is for the toolkit.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Describe gives the button.
func (b *Button) Describe() *a11y.Node {
	name := b.announced
	if name == "" {
		name = b.text.Words()
	}
	n := b.activeNode(a11y.RoleButton, name)
	n.Description = b.description
	measured(n, b.Size(), b.text)
	if b.busy != "" {
		n.States |= a11y.Busy
	}
	if b.expanded != nil {
		n.States |= a11y.Expandable
		if *b.expanded {
			n.States |= a11y.Expanded
		}
	}
	n.Actions = []a11y.Action{{Name: "press", Do: b.press}}
	return n
}
