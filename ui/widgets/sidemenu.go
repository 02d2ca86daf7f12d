package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// MenuItem is one place that a side menu goes to.
type MenuItem struct {
	ID, Name, Icon string
	// Group is the words over the first item of a group; empty goes on with the
	// group before.
	Group string
	// Foot puts the item at the foot of the menu, where there is room.
	Foot bool
}

// SideMenu is the dark list of a researcher's pages. It is one Tab stop; up and
// down move, Enter and Space go.
type SideMenu struct {
	roving
	// OnChoose is told the id of the place to go to.
	OnChoose func(id string)

	name    string
	items   []MenuItem
	rows    []*menuRow
	ground  *canvas.Rectangle
	current string
}

type menuRow struct {
	ground, bar *canvas.Rectangle
	icon        *picture
	head, name  *Text
	at          area
}

// NewSideMenu makes a menu of places, with the one that is open.
func NewSideMenu(id, name string, items []MenuItem, current string) *SideMenu {
	m := &SideMenu{name: named(id, name), items: slices.Clone(items), current: current, ground: canvas.NewRectangle(nil)}
	m.start(id, m)
	m.nav = true
	for _, item := range items {
		r := &menuRow{
			ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), icon: newPicture(),
			head: quiet(item.Group, theme.Small, theme.NavMuted), name: quiet(named(id, item.Name), theme.BodyDense, theme.NavText),
		}
		adopt(m, r.head)
		adopt(m, r.name)
		m.rows = append(m.rows, r)
	}
	m.at = max(0, m.index())
	return m
}

func (m *SideMenu) index() int {
	return slices.IndexFunc(m.items, func(i MenuItem) bool { return i.ID == m.current })
}

func (m *SideMenu) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{m.ground}
	for _, r := range m.rows {
		out = append(out, r.head, r.ground, r.bar, r.icon.image, r.name)
	}
	return append(out, m.ring)
}

func (m *SideMenu) paint() {
	t := m.look()
	box{fill: t.Colour(theme.Nav)}.draw(m.ground)
	for i, r := range m.rows {
		on := m.items[i].ID == m.current
		b, style := box{radius: theme.RadiusM}, theme.BodyDense
		if on || m.over == i {
			b.fill = t.Colour(theme.NavActive)
		}
		if on {
			style = style.AsBold()
		}
		b.draw(r.ground)
		show(r.ground, on || m.over == i)
		box{fill: t.Colour(theme.NavFocus), radius: 2}.draw(r.bar)
		show(r.bar, on)
		r.icon.draw(t, m.items[i].Icon, theme.NavText)
		r.name.SetStyle(style)
	}
	m.placeRing()
}

const (
	menuSide  float32 = 12
	menuPad   float32 = 14
	menuLeast float32 = 44
	menuGap   float32 = 0 // rows are as high as targets
)

func (m *SideMenu) textLeft() float32 { return menuSide + menuPad + m.look().Scaled(20) + theme.Space3 }

func (m *SideMenu) rowHeight(i int, width float32) float32 {
	w := max(1, width-m.textLeft()-menuSide)
	return max(menuLeast, m.rows[i].name.heightAt(w)+theme.Space3)
}

func (m *SideMenu) headHeight(i int, width float32) float32 {
	if m.items[i].Group == "" {
		return 0
	}
	return m.rows[i].head.heightAt(max(1, width-2*menuSide-menuPad))
}

func (m *SideMenu) groups() int {
	n := 0
	for _, i := range m.items {
		if i.Group != "" {
			n++
		}
	}
	return n
}

func (m *SideMenu) measure(width float32) float32 {
	h := theme.Space2 + theme.Space3
	for i := range m.rows {
		h += m.headHeight(i, width) + m.rowHeight(i, width) + menuGap
	}
	return h
}

func (m *SideMenu) leastWidth() float32 {
	var w float32
	for _, r := range m.rows {
		w = max(w, r.name.leastWidth(), r.head.leastWidth())
	}
	return w + m.textLeft() + menuSide
}

func (m *SideMenu) bestWidth() float32 { return m.look().Scaled(228) }

func (m *SideMenu) arrange(size fyne.Size) {
	place(m.ground, 0, 0, size.Width, size.Height)
	spare := max(0, size.Height-m.measure(size.Width))
	over := float32(0) // a group has room above it while there is some
	if n := m.groups(); n > 0 {
		over = min(theme.Space2, spare/float32(n))
		spare -= over * float32(n)
	}
	y := theme.Space2
	side := m.look().Scaled(20)
	for i, r := range m.rows {
		if m.items[i].Foot {
			y, spare = y+spare, 0
		}
		if head := m.headHeight(i, size.Width); head > 0 {
			w := max(1, size.Width-2*menuSide-menuPad)
			y += over
			place(r.head, menuSide+menuPad, y, w, head)
			y += head
		}
		show(r.head, m.items[i].Group != "")
		h := m.rowHeight(i, size.Width)
		r.at = area{menuSide, y, size.Width - 2*menuSide, h}
		place(r.ground, r.at.x, y, r.at.w, h)
		place(r.bar, r.at.x, y+8, 4, h-16)
		place(r.icon.image, menuSide+menuPad, y+(h-side)/2, side, side)
		w := max(1, size.Width-m.textLeft()-menuSide)
		words := r.name.heightAt(w)
		place(r.name, m.textLeft(), y+(h-words)/2, w, words)
		y += h + menuGap
	}
	m.placeRing()
}

func (m *SideMenu) placeRing() {
	if m.at < len(m.rows) {
		const in = theme.RingGap + theme.RingWidth
		a := m.rows[m.at].at
		m.drawRing(a.x+in, a.y+in, a.w-2*in, a.h-2*in, theme.RadiusS)
	}
}

// FocusGained is for the toolkit: Tab comes to the open page.
func (m *SideMenu) FocusGained() {
	if !m.taking {
		m.at = max(0, m.index())
	}
	m.active.FocusGained()
}

func (m *SideMenu) key(ev *fyne.KeyEvent) bool {
	to, ok := m.goal(ev, fyne.KeyUp, fyne.KeyDown)
	if !ok {
		return pressKey(ev, m.press)
	}
	m.moveTo(to)
	return true
}

func (m *SideMenu) places() int        { return len(m.rows) }
func (m *SideMenu) placeOf(i int) area { return m.rows[i].at }

func (m *SideMenu) choose(i int) {
	if i >= 0 && i < len(m.items) && m.OnChoose != nil {
		m.OnChoose(m.items[i].ID)
	}
}

// Describe gives the menu with its places.
func (m *SideMenu) Describe() *a11y.Node {
	n := m.node(a11y.RoleList, m.name)
	n.Focus = m.TakeFocus
	group := ""
	for i, item := range m.items {
		if item.Group != "" {
			group = item.Group
		}
		row := m.placeNode(i, a11y.RoleListItem, item.ID, item.Name, "open")
		if !item.Foot {
			row.Description = group
		}
		if item.ID == m.current {
			row.States |= a11y.Current
		}
		n.Children = append(n.Children, row)
	}
	return n
}
