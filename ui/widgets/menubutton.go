package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// MenuButton opens the side menu where there is no room beside the page. It
// stands on the menu's dark ground.
type MenuButton struct {
	active
	// OnPress opens and closes the menu.
	OnPress func()

	name   string
	open   bool
	ground *canvas.Rectangle
	icon   *picture
	text   *Text
}

// NewMenuButton makes the button.
func NewMenuButton(id, name string, press func()) *MenuButton {
	b := &MenuButton{OnPress: press, name: named(id, name), ground: canvas.NewRectangle(nil), icon: newPicture()}
	b.start(id, b)
	b.nav = true
	b.text = quiet(name, theme.Body.AsBold(), theme.NavText)
	adopt(b, b.text)
	return b
}

// SetOpen says whether the menu is open.
func (b *MenuButton) SetOpen(open bool) { b.open = open; b.paint() }

func (b *MenuButton) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ring, b.ground, b.icon.image, b.text}
}

func (b *MenuButton) paint() {
	t := b.look()
	g := box{fill: t.Colour(theme.Nav), stroke: t.Colour(theme.NavText), edge: t.EdgeInput(), radius: theme.RadiusM}
	name := "list"
	if b.open {
		name = "close"
	}
	if b.hovered || b.open {
		g.fill = t.Colour(theme.NavActive)
	}
	g.draw(b.ground)
	b.icon.draw(t, name, theme.NavText)
	b.drawRing(0, 0, b.Size().Width, b.Size().Height, theme.RadiusM)
}

func (b *MenuButton) beside() float32 { return 2*theme.Space4 + b.look().Scaled(22) + iconGap }

func (b *MenuButton) measure(width float32) float32 {
	return max(theme.Target, b.text.heightAt(max(1, width-b.beside()))+theme.FieldPad-4)
}

func (b *MenuButton) leastWidth() float32 { return b.text.leastWidth() + b.beside() }
func (b *MenuButton) bestWidth() float32  { return b.text.bestWidth() + b.beside() + 1 }

func (b *MenuButton) arrange(size fyne.Size) {
	place(b.ground, 0, 0, size.Width, size.Height)
	side := b.look().Scaled(22)
	place(b.icon.image, theme.Space4, (size.Height-side)/2, side, side)
	x := theme.Space4 + side + iconGap
	w := max(1, size.Width-x-theme.Space4)
	h := b.text.heightAt(w)
	place(b.text, x, (size.Height-h)/2, w, h)
	b.drawRing(0, 0, size.Width, size.Height, theme.RadiusM)
}

func (b *MenuButton) press() {
	if b.OnPress != nil {
		b.OnPress()
	}
}

func (b *MenuButton) key(ev *fyne.KeyEvent) bool { return pressKey(ev, b.press) }

// Tapped is for the toolkit.
func (b *MenuButton) Tapped(*fyne.PointEvent) { b.press() }

// Cursor is for the toolkit.
func (b *MenuButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Describe gives the button, and whether its menu is open.
func (b *MenuButton) Describe() *a11y.Node {
	n := b.activeNode(a11y.RoleButton, b.name)
	n.States |= a11y.Expandable
	if b.open {
		n.States |= a11y.Expanded
	}
	n.Actions = []a11y.Action{{Name: "press", Do: b.press}}
	return n
}
