package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TabItem is one page of several that share a place.
type TabItem struct{ ID, Name string }

// Tabs choose one of a few pages that share a place. They are one Tab stop; left
// and right move, Enter and Space choose. What a tab shows is not inside of it: the
// caller changes the page when told.
type Tabs struct {
	roving
	// OnChoose is told the id of the page to show.
	OnChoose func(id string)

	name    string
	items   []TabItem
	current string
	rule    *canvas.Rectangle // the line the tabs stand on
	faces   []*tabFace
}

// tabFace draws one tab. The current one is a box without a lower edge.
type tabFace struct {
	ground *canvas.Rectangle
	cover  *canvas.Rectangle // hides the lower edge
	text   *Text
	at     area
}

// NewTabs makes an empty row with the name of what it chooses.
func NewTabs(id, name string) *Tabs {
	s := &Tabs{name: named(id, name), rule: canvas.NewRectangle(nil)}
	s.start(id, s)
	return s
}

// SetItems replaces the tabs. Without a current one the first is.
func (s *Tabs) SetItems(items []TabItem) {
	if slices.Equal(s.items, items) {
		return
	}
	s.items = slices.Clone(items)
	s.faces = nil
	for _, item := range s.items {
		f := &tabFace{
			ground: canvas.NewRectangle(nil), cover: canvas.NewRectangle(nil),
			text: quiet(named(s.id, item.Name), theme.Body, theme.Text).SetAlign(fyne.TextAlignCenter),
		}
		f.ground.TopLeftCornerRadius, f.ground.TopRightCornerRadius = theme.RadiusM, theme.RadiusM
		adopt(s, f.text)
		s.faces = append(s.faces, f)
	}
	if s.index() < 0 && len(items) > 0 {
		s.current = items[0].ID
	}
	s.at = max(0, s.index())
	s.paint()
	s.changed()
	canvasRefresh(s)
}

// Current is the id of the page that is shown.
func (s *Tabs) Current() string { return s.current }

// SetCurrent marks the page that is shown, without calling back.
func (s *Tabs) SetCurrent(id string) {
	if s.current == id {
		return
	}
	s.current = id
	s.at = max(0, s.index())
	s.paint()
}

func (s *Tabs) index() int {
	return slices.IndexFunc(s.items, func(t TabItem) bool { return t.ID == s.current })
}

func (s *Tabs) key(ev *fyne.KeyEvent) bool {
	to, ok := s.goal(sideways(ev), fyne.KeyLeft, fyne.KeyRight)
	if !ok {
		return pressKey(ev, s.press)
	}
	s.moveTo(to)
	return true
}

func (s *Tabs) places() int        { return len(s.faces) }
func (s *Tabs) placeOf(i int) area { return s.faces[i].at }

func (s *Tabs) choose(i int) {
	if i < 0 || i >= len(s.items) {
		return
	}
	s.at = i
	if s.items[i].ID == s.current {
		s.paint()
		return
	}
	s.SetCurrent(s.items[i].ID)
	if s.OnChoose != nil {
		s.OnChoose(s.current)
	}
	s.announce(s.items[i].Name+" is shown", a11y.LivePolite) // the focus stays on the tab
}

// FocusGained is for the toolkit: Tab comes to the current one.
func (s *Tabs) FocusGained() {
	if !s.taking {
		s.at = max(0, s.index())
	}
	s.active.FocusGained()
}

func (s *Tabs) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{s.rule}
	for _, f := range s.faces {
		out = append(out, f.ground, f.cover, f.text)
	}
	return append(out, s.ring)
}

func (s *Tabs) paint() {
	t := s.look()
	box{fill: t.Colour(theme.Border)}.draw(s.rule)
	for i, f := range s.faces {
		on := s.items[i].ID == s.current
		b, style := box{}, theme.Body
		switch {
		case on:
			b.fill, b.stroke, b.edge = t.Colour(theme.Surface), t.Colour(theme.Border), t.EdgeInput()
			style = style.AsBold()
		case s.over == i:
			b.fill = t.Colour(theme.Sunken)
		}
		b.draw(f.ground)
		show(f.ground, on || s.over == i)
		box{fill: t.Colour(theme.Surface)}.draw(f.cover)
		show(f.cover, on)
		f.text.SetStyle(style)
	}
	s.placeRing()
}

const (
	tabSide float32 = 19
	tabGap  float32 = 4
)

// boldWidth is the width of a tab's words when it is the current one.
func (s *Tabs) boldWidth(i int) float32 {
	return s.look().Width(s.items[i].Name, theme.Body.AsBold()) + 2*tabSide
}

func (s *Tabs) leastTab(i int) float32 {
	return max(theme.Target, s.faces[i].text.leastWidth()+2*tabSide)
}

func (s *Tabs) leastWidth() float32 {
	var w float32
	for i := range s.faces {
		w = max(w, s.leastTab(i))
	}
	return w
}

func (s *Tabs) bestWidth() float32 {
	var w float32
	for i := range s.faces {
		w += s.boldWidth(i) + tabGap
	}
	return max(0, w-tabGap)
}

// widths are those of the tabs in one row; nil where they do not fit and stand one
// over the other. Never in two rows.
func (s *Tabs) widths(width float32) []float32 {
	gaps := float32(max(0, len(s.faces)-1)) * tabGap
	out := make([]float32, len(s.faces))
	best, least := gaps, gaps
	for i := range s.faces {
		out[i] = s.boldWidth(i)
		best += out[i]
		least += s.leastTab(i)
	}
	switch {
	case best <= width:
		return out
	case least > width || best == least:
		return nil
	}
	for i := range out {
		out[i] -= (best - width) * (out[i] - s.leastTab(i)) / (best - least)
	}
	return out
}

// high is the height of a tab that wide, in bold.
func (s *Tabs) high(i int, width float32) float32 {
	t := s.look()
	lines := wrap([]Run{{Words: s.items[i].Name}}, max(1, width-2*tabSide)+0.5, t.WordGap(theme.Body), func(words string, _ int) float32 {
		return t.Width(words, theme.Body.AsBold())
	})
	return max(theme.Target, float32(len(lines))*t.LineHeight(theme.Body)+theme.FieldPad)
}

func (s *Tabs) measure(width float32) float32 { return s.layout(width, false) }

func (s *Tabs) layout(width float32, put bool) float32 {
	if len(s.faces) == 0 {
		return 0
	}
	row := s.widths(width)
	if row == nil {
		var y float32
		for i, f := range s.faces {
			h := s.high(i, width)
			if put {
				s.place(f, area{0, y, width, h}, false)
			}
			y += h + tabGap
		}
		return y - tabGap
	}
	var x, h float32
	for i, w := range row {
		h = max(h, s.high(i, w))
	}
	for i, f := range s.faces {
		if put {
			s.place(f, area{x, 0, row[i], h}, true)
		}
		x += row[i] + tabGap
	}
	return h
}

func (s *Tabs) place(f *tabFace, a area, inRow bool) {
	e := s.look().EdgeInput()
	f.at = a
	place(f.ground, a.x, a.y, a.w, a.h)
	low := e
	if !inRow {
		low = 0
	}
	place(f.cover, a.x+e, a.y+a.h-low, a.w-2*e, low)
	w := max(1, a.w-2*tabSide)
	h := f.text.heightAt(w)
	place(f.text, a.x+tabSide, a.y+(a.h-h)/2, w, h)
}

func (s *Tabs) arrange(size fyne.Size) {
	e := s.look().EdgeInput()
	s.layout(size.Width, true)
	place(s.rule, 0, size.Height-e, size.Width, e)
	show(s.rule, s.widths(size.Width) != nil)
	s.placeRing()
}

// placeRing draws the ring inside the tab, where its neighbours do not hide it.
func (s *Tabs) placeRing() {
	if s.at < len(s.faces) {
		const in = theme.RingGap + theme.RingWidth + 2
		a := s.faces[s.at].at
		s.drawRing(a.x+in, a.y+in, a.w-2*in, a.h-2*in, theme.RadiusS)
	}
}

// Describe gives the row: "Story and answer key, tab, selected, 2 of 3".
func (s *Tabs) Describe() *a11y.Node {
	n := s.node(a11y.RoleTabList, s.name)
	n.Focus = s.TakeFocus
	for i, item := range s.items {
		one := s.placeNode(i, a11y.RoleTab, item.ID, item.Name, "select")
		if item.ID == s.current {
			one.States |= a11y.Selected
		}
		n.Children = append(n.Children, one)
	}
	return n
}
