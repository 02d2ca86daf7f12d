package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Slider is one of a few named steps in a row, such as sizes of text. Arrows go a
// step, Home and End to the ends; a button at each side does the same.
type Slider struct {
	control
	// OnChange is told the step, counted from 0, while the knob is dragged.
	OnChange func(step int)
	// OnCommit is told the step that was gone to.
	OnCommit func(step int)

	rail       *rail
	less, more *stepButton
}

var _ Field = (*Slider)(nil)

// NewSlider makes a slider of at least two steps, which stands on the first.
func NewSlider(id, name string, steps []string) *Slider {
	if len(steps) < 2 {
		panic("widgets: " + id + " needs two steps or more")
	}
	s := &Slider{}
	s.extend(id, s)
	s.rail = newRail(s, id, named(id, name), steps)
	s.less = newStepButton(id+"/less", "Less", "minus", func() { s.goTo(s.rail.step - 1) })
	s.more = newStepButton(id+"/more", "More", "plus", func() { s.goTo(s.rail.step + 1) })
	for _, o := range s.parts() {
		adopt(s, o)
	}
	return s
}

// SetButtonNames says what the buttons are called: "Smaller text", "Bigger text".
func (s *Slider) SetButtonNames(less, more string) *Slider {
	s.less.name, s.more.name = named(s.less.id, less), named(s.more.id, more)
	return s
}

// Value is the step, counted from 0.
func (s *Slider) Value() int { return s.rail.step }

// SetValue goes to a step without calling back.
func (s *Slider) SetValue(step int) { s.rail.set(step) }

// SetHint gives the words that come before the error in the description.
func (s *Slider) SetHint(words string) { s.rail.hint = words }

// SetError adds the words to the description.
func (s *Slider) SetError(words string) { s.rail.err = words }

// TakeFocus moves the focus to the knob.
func (s *Slider) TakeFocus() { s.rail.TakeFocus() }

// HasFocus reports whether the knob has the focus.
func (s *Slider) HasFocus() bool { return s.rail.HasFocus() }

// goTo goes to a step because somebody asked for it.
func (s *Slider) goTo(step int) {
	if s.rail.set(step) && s.OnCommit != nil {
		s.OnCommit(s.rail.step)
	}
}

const sliderGap float32 = 12

func (s *Slider) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.less, s.rail, s.more}
}

func (s *Slider) paint() {}

func (s *Slider) beside() float32 { return 2 * (s.less.side() + sliderGap) }

func (s *Slider) measure(width float32) float32 {
	return max(s.less.side(), s.rail.heightAt(max(1, width-s.beside())))
}

func (s *Slider) leastWidth() float32 { return s.beside() + s.rail.leastWidth() }
func (s *Slider) bestWidth() float32  { return s.beside() + s.rail.bestWidth() }

func (s *Slider) arrange(size fyne.Size) {
	side := s.less.side()
	y := (size.Height - side) / 2
	w := max(1, size.Width-s.beside())
	place(s.less, 0, y, side, side)
	place(s.rail, side+sliderGap, 0, w, size.Height)
	place(s.more, size.Width-side, y, side, side)
}

// Describe gives the slider: "Text size, slider, 100%".
func (s *Slider) Describe() *a11y.Node { return s.rail.Describe() }

func (s *Slider) describeParts() []*a11y.Node { return nodesOf(s.parts()...) }

// stepButton is a square button with an icon and a name that is only said.
type stepButton struct {
	active
	name   string
	icon   string
	do     func()
	ground *canvas.Rectangle
	image  *picture
}

func newStepButton(id, name, icon string, do func()) *stepButton {
	b := &stepButton{name: name, icon: icon, do: do, ground: canvas.NewRectangle(nil), image: newPicture()}
	b.start(id, b)
	return b
}

func (b *stepButton) side() float32 {
	return max(theme.Target, b.look().Scaled(22)+theme.FieldPad)
}

func (b *stepButton) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ring, b.ground, b.image.image}
}

func (b *stepButton) paint() {
	t := b.look()
	g := box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}
	if b.hovered {
		g.fill = t.Colour(theme.Sunken)
	}
	g.draw(b.ground)
	b.image.draw(t, b.icon, theme.Text)
	b.drawRing(0, 0, b.Size().Width, b.Size().Height, theme.RadiusM)
}

func (b *stepButton) measure(float32) float32 { return b.side() }
func (b *stepButton) leastWidth() float32     { return b.side() }

func (b *stepButton) arrange(size fyne.Size) {
	place(b.ground, 0, 0, size.Width, size.Height)
	side := b.look().Scaled(22)
	place(b.image.image, (size.Width-side)/2, (size.Height-side)/2, side, side)
	b.drawRing(0, 0, size.Width, size.Height, theme.RadiusM)
}

func (b *stepButton) press()                     { b.do() }
func (b *stepButton) key(ev *fyne.KeyEvent) bool { return pressKey(ev, b.press) }

// Tapped is for the toolkit.
func (b *stepButton) Tapped(*fyne.PointEvent) { b.press() }

// Describe gives the button.
func (b *stepButton) Describe() *a11y.Node {
	n := b.activeNode(a11y.RoleButton, b.name)
	n.Actions = []a11y.Action{{Name: "press", Do: b.press}}
	return n
}
