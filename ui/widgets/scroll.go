package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

const (
	revealRoom  float32 = 16 // around what has the focus
	thumbWidth  float32 = 8
	thumbMargin float32 = 5
	thumbLeast  float32 = theme.Target
)

// Scroll shows a part of something higher than itself. What has the focus is kept
// in view with room around it; Page Up, Page Down, Home and End move when the
// focused control does not want them.
type Scroll struct {
	control
	OnScroll func(offset float32)

	content fyne.CanvasObject
	inner   *inner
	thumb   *thumb
	offset  float32
	name    string
	lists   floats
}

// inner moves under the clip: the content, and lists over it.
type inner struct {
	control
	scroll *Scroll
}

var (
	_ fyne.Scrollable = (*Scroll)(nil)
	_ fyne.Tappable   = (*Scroll)(nil)
)

// NewScroll makes a window onto content. The name is for the region it is.
func NewScroll(id, name string, content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, name: name}
	s.extend(id, s)
	s.inner = &inner{scroll: s}
	s.inner.extend(anonymous, s.inner)
	s.inner.up = s
	s.lists.top, s.lists.in = s, s.inner
	s.thumb = newThumb(s)
	adopt(s.inner, content)
	return s
}

// SetName changes the name of the region it is, with what stands in it.
func (s *Scroll) SetName(name string) { s.name = name }

// SetContent shows something else, from its top.
func (s *Scroll) SetContent(o fyne.CanvasObject) {
	if s.content == o {
		return
	}
	s.content, s.lists.list, s.offset = o, nil, 0
	adopt(s.inner, o)
	settle(s)
}

// Content is what is shown.
func (s *Scroll) Content() fyne.CanvasObject { return s.content }

func (s *Scroll) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.inner, s.thumb} }
func (s *Scroll) paint()                     { s.thumb.paint() }
func (s *Scroll) measure(w float32) float32  { return heightOf(s.content, w) }
func (s *Scroll) leastWidth() float32        { return leastWidthOf(s.content) }

// MinSize is small: that is what scrolling is for.
func (s *Scroll) MinSize() fyne.Size { return fyne.NewSize(theme.Target, theme.Target) }

// childChanged lays out the content; the scroll itself keeps its size.
func (s *Scroll) childChanged() { settle(s) }

func (s *Scroll) arrange(size fyne.Size) {
	h := heightOf(s.content, size.Width)
	total := max(h, size.Height)
	if b := s.lists.bottom(); b > 0 {
		total = max(total, b+revealRoom)
	}
	s.inner.stale = true
	s.inner.Resize(fyne.NewSize(size.Width, total))
	s.moveTo(s.offset)
}

func (in *inner) parts() []fyne.CanvasObject {
	if l := in.scroll.lists.list; l != nil {
		return []fyne.CanvasObject{in.scroll.content, l}
	}
	return []fyne.CanvasObject{in.scroll.content}
}
func (in *inner) paint()                    {}
func (in *inner) measure(w float32) float32 { return heightOf(in.scroll.content, w) }
func (in *inner) leastWidth() float32       { return leastWidthOf(in.scroll.content) }
func (in *inner) childChanged()             { in.scroll.childChanged() }
func (in *inner) arrange(size fyne.Size) {
	place(in.scroll.content, 0, 0, size.Width, max(heightOf(in.scroll.content, size.Width), in.scroll.Size().Height))
}

// Offset is how far the content is scrolled, in pixels.
func (s *Scroll) Offset() float32 { return s.offset }

func (s *Scroll) most() float32 { return max(0, s.inner.Size().Height-s.Size().Height) }

func (s *Scroll) moveTo(offset float32) {
	offset = max(0, min(s.most(), offset))
	moved := s.offset != offset
	s.offset = offset
	s.inner.Move(fyne.NewPos(0, -offset))
	s.thumb.follow()
	if moved && s.OnScroll != nil {
		s.OnScroll(offset)
	}
}

// ScrollToTop shows the beginning.
func (s *Scroll) ScrollToTop() { s.moveTo(0) }

// ScrollTo shows the content from offset on.
func (s *Scroll) ScrollTo(offset float32) { s.moveTo(offset) }

// Scrolled is for the toolkit: the wheel.
func (s *Scroll) Scrolled(ev *fyne.ScrollEvent) { s.moveTo(s.offset - ev.Scrolled.DY) }

// reveal scrolls until the area, with room around it, is in view. Of what is
// higher than the view the top is shown; what just fits has less room.
func (s *Scroll) reveal(a area) {
	top := s.inside().Y
	high := s.Size().Height
	if high == 0 {
		return
	}
	room := revealRoom
	if a.h <= high {
		room = min(room, (high-a.h)/2)
	}
	from, to := a.y-top-room, a.y+a.h-top+room
	by := max(0, to-high)
	if from-by < 0 {
		by = from
	}
	before := s.offset
	s.moveTo(s.offset + by)
	a.y -= s.offset - before
	s.control.reveal(a)
}

// visible reports whether any of the area is in view.
func (s *Scroll) visible(a area) bool { return a.meets(s.area()) && s.control.visible(a) }

func (s *Scroll) floor() *floats { return &s.lists }

func (s *Scroll) handleKey(ev *fyne.KeyEvent) bool {
	page := max(theme.Target, s.Size().Height-s.look().LineHeight(theme.Body)*2)
	switch ev.Name {
	case fyne.KeyPageDown:
		s.moveTo(s.offset + page)
	case fyne.KeyPageUp:
		s.moveTo(s.offset - page)
	case fyne.KeyHome:
		s.moveTo(0)
	case fyne.KeyEnd:
		s.moveTo(s.most())
	default:
		return s.control.handleKey(ev)
	}
	return true
}

// Tapped is for the toolkit: a press on nothing gives the focus back to where it
// was, so that Tab goes on from there.
func (s *Scroll) Tapped(*fyne.PointEvent) { refocus(&s.control) }

func refocus(c *control) {
	sc, w := c.scope(), c.window()
	if sc != nil && w != nil && w.Focused() == nil && sc.last != nil {
		GiveBack(sc.last)
	}
}

// Describe gives the region and what stands in it.
func (s *Scroll) Describe() *a11y.Node {
	n := s.node(a11y.RoleGroup, s.name)
	n.Children, n.Scrolls = Nodes(s.content), true
	return n
}

// describeParts lets a scroll without a name vanish from the tree.
func (s *Scroll) describeParts() []*a11y.Node {
	if s.name == "" {
		return Nodes(s.content)
	}
	return []*a11y.Node{s.Describe()}
}

// thumb shows how far the content is scrolled, and can be dragged.
type thumb struct {
	control
	scroll *Scroll
	bar    *canvas.Rectangle
}

func newThumb(s *Scroll) *thumb {
	t := &thumb{scroll: s, bar: canvas.NewRectangle(nil)}
	t.extend(anonymous, t)
	t.up = s
	return t
}

func (t *thumb) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.bar} }
func (t *thumb) measure(float32) float32    { return 0 }
func (t *thumb) leastWidth() float32        { return 0 }
func (t *thumb) arrange(size fyne.Size)     { place(t.bar, 2, 0, thumbWidth, size.Height) }
func (t *thumb) paint() {
	box{fill: t.look().Colour(theme.Border), radius: thumbWidth / 2}.draw(t.bar)
}

// Dragged is for the toolkit.
func (t *thumb) Dragged(ev *fyne.DragEvent) {
	if track := t.track() - t.Size().Height; track > 0 {
		t.scroll.moveTo(t.scroll.offset + ev.Dragged.DY*t.scroll.most()/track)
	}
}

// DragEnd is for the toolkit.
func (t *thumb) DragEnd() {}

func (t *thumb) track() float32 { return t.scroll.Size().Height - 2*theme.Space2 }

func (t *thumb) follow() {
	most, size := t.scroll.most(), t.scroll.Size()
	show(t, most > 0.5)
	if most <= 0.5 {
		return
	}
	track := t.track()
	h := max(min(thumbLeast, track), track*size.Height/(size.Height+most))
	y := theme.Space2 + (track-h)*t.scroll.offset/most
	place(t, size.Width-thumbWidth-thumbMargin-2, y, thumbWidth+4, h)
}
