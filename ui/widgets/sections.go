package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// SectionState is how far a section has come.
type SectionState int

// The states. Each has an icon with an outline of its own.
const (
	SectionTodo SectionState = iota
	SectionProgress
	SectionDone
	SectionFix
	SectionCheck
	SectionLocked
)

type sectionLook struct {
	icon string
	ink  theme.Token
	bold bool
}

var sectionLooks = map[SectionState]sectionLook{
	SectionTodo:     {"empty", theme.Muted, false},
	SectionProgress: {"half", theme.OnTint, false},
	SectionDone:     {"done", theme.Done, false},
	SectionFix:      {"error", theme.Error, true},
	SectionCheck:    {"query", theme.Check, true},
	SectionLocked:   {"lock", theme.Muted, false},
}

// Section is one place of a list of places.
type Section struct {
	ID      string
	Name    string
	State   SectionState
	Status  string // the state in words: "2 to fix, 1 to check"
	Current bool
}

// SectionList is a list of places with their states. It is one Tab stop; up and
// down move, Enter and Space go.
type SectionList struct {
	roving
	// OnChoose is told the id of the place to go to.
	OnChoose func(id string)

	name   string
	items  []Section
	rows   []*sectionRow
	follow bool // the current place is scrolled into view
	moved  bool // it is another since the list was laid out
}

type sectionRow struct {
	ground *canvas.Rectangle
	icon   *picture
	name   *Text
	status *Text
	label  string // name and status, as they are said
	at     area
}

// NewSectionList makes an empty list.
func NewSectionList(id, name string) *SectionList {
	l := &SectionList{name: named(id, name)}
	l.start(id, l)
	return l
}

// SetFollow scrolls to the current place when that changes: for a list in a scroll
// of its own.
func (l *SectionList) SetFollow() *SectionList { l.follow = true; return l }

// SetItems replaces the places.
func (l *SectionList) SetItems(items []Section) {
	if slices.Equal(l.items, items) {
		return
	}
	moved := currentOf(l.items) != currentOf(items)
	l.moved = l.moved || moved
	l.items = slices.Clone(items)
	for len(l.rows) < len(items) {
		r := &sectionRow{
			ground: canvas.NewRectangle(nil), icon: newPicture(),
			name: quiet("", theme.BodyDense, theme.Text), status: quiet("", theme.Smallest, theme.Muted),
		}
		adopt(l, r.name)
		adopt(l, r.status)
		l.rows = append(l.rows, r)
	}
	l.rows = l.rows[:len(items)]
	for i, s := range items {
		l.rows[i].label = s.Name
		if s.Status != "" {
			l.rows[i].label += ", " + s.Status
		}
	}
	if moved || l.at >= len(items) {
		l.at = max(0, currentOf(items))
	}
	l.paint()
	l.changed()
	canvasRefresh(l)
}

func currentOf(items []Section) int {
	return slices.IndexFunc(items, func(s Section) bool { return s.Current })
}

func (l *SectionList) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.ring}
	for _, r := range l.rows {
		out = append(out, r.ground, r.icon.image, r.name, r.status)
	}
	return out
}

func (l *SectionList) paint() {
	t := l.look()
	for i, r := range l.rows {
		s := l.items[i]
		as := sectionLooks[s.State]
		b, style := box{radius: theme.RadiusM}, theme.BodyDense
		if s.Current {
			b.fill, b.stroke, b.edge = t.Colour(theme.Surface), t.Colour(theme.Primary), 2
			style = style.AsBold()
		} else if l.over == i {
			b.fill = t.Colour(theme.Sunken)
		}
		b.draw(r.ground)
		show(r.ground, s.Current || l.over == i)
		r.icon.draw(t, as.icon, as.ink)
		r.name.SetWords(s.Name)
		r.name.SetStyle(style)
		ink, small := theme.Muted, theme.Smallest
		if as.bold {
			ink, small = as.ink, small.AsBold()
		}
		r.status.SetWords(s.Status)
		r.status.SetToken(ink)
		r.status.SetStyle(small)
	}
	l.placeRing()
}

const (
	sectionPad   float32 = 12
	sectionLeast float32 = 52
)

func (l *SectionList) textLeft() float32 { return sectionPad + l.look().Scaled(22) + theme.Space3 }

func (l *SectionList) rowHeight(i int, width float32) float32 {
	w := max(1, width-l.textLeft()-sectionPad)
	return max(sectionLeast, l.rows[i].name.heightAt(w)+l.rows[i].status.heightAt(w)+theme.Space2)
}

func (l *SectionList) measure(width float32) float32 {
	var h float32
	for i := range l.rows {
		h += l.rowHeight(i, width)
	}
	return h
}

func (l *SectionList) leastWidth() float32 {
	var w float32
	for _, r := range l.rows {
		w = max(w, r.name.leastWidth(), r.status.leastWidth())
	}
	return w + l.textLeft() + sectionPad
}

func (l *SectionList) bestWidth() float32 {
	var w float32
	for _, r := range l.rows {
		w = max(w, r.name.bestWidth(), r.status.bestWidth())
	}
	return w + l.textLeft() + sectionPad
}

func (l *SectionList) arrange(size fyne.Size) {
	var y float32
	side := l.look().Scaled(22)
	for i, r := range l.rows {
		h := l.rowHeight(i, size.Width)
		r.at = area{0, y, size.Width, h}
		place(r.ground, 0, y, size.Width, h)
		place(r.icon.image, sectionPad, y+(h-side)/2, side, side)
		w := max(1, size.Width-l.textLeft()-sectionPad)
		name, status := r.name.heightAt(w), r.status.heightAt(w)
		top := y + (h-name-status)/2
		place(r.name, l.textLeft(), top, w, name)
		place(r.status, l.textLeft(), top+name, w, status)
		y += h
	}
	l.placeRing()
	if at := currentOf(l.items); l.follow && l.moved && at >= 0 && !l.focused {
		l.reveal(l.placeArea(at))
	}
	l.moved = false
}

func (l *SectionList) placeRing() {
	if l.at < len(l.rows) {
		a := l.rows[l.at].at
		l.drawRing(a.x, a.y, a.w, a.h, theme.RadiusM)
	}
}

func (l *SectionList) key(ev *fyne.KeyEvent) bool {
	to, ok := l.goal(ev, fyne.KeyUp, fyne.KeyDown)
	if !ok {
		return pressKey(ev, l.press)
	}
	l.moveTo(to)
	return true
}

func (l *SectionList) places() int        { return len(l.rows) }
func (l *SectionList) placeOf(i int) area { return l.rows[i].at }

func (l *SectionList) choose(i int) {
	if i >= 0 && i < len(l.items) && l.OnChoose != nil {
		l.OnChoose(l.items[i].ID)
	}
}

// Describe gives the list with its places.
func (l *SectionList) Describe() *a11y.Node {
	n := l.node(a11y.RoleList, l.name)
	n.Focus, n.Children = l.TakeFocus, make([]*a11y.Node, 0, len(l.items))
	for i, s := range l.items {
		row := l.placeNode(i, a11y.RoleListItem, s.ID, l.rows[i].label, "open")
		measured(row, l.Size(), l.rows[i].name, l.rows[i].status)
		if s.Current {
			row.States |= a11y.Current
		}
		n.Children = append(n.Children, row)
	}
	return n
}
