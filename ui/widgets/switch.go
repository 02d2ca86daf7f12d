package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Switch turns a setting on or off, at once. It says which in words.
type Switch struct {
	active
	// OnCommit is told the new state.
	OnCommit func(on bool)

	name    string
	meaning string
	on      bool
	title   *Text
	sub     *Text
	state   *Text
	track   *canvas.Rectangle
	knob    *canvas.Rectangle
}

// NewSwitch makes a switch that is off, with words that say what it means.
func NewSwitch(id, name, meaning string) *Switch {
	s := &Switch{name: named(id, name), meaning: meaning, track: canvas.NewRectangle(nil), knob: canvas.NewRectangle(nil)}
	s.start(id, s)
	s.title = quiet(name, theme.Title3, theme.Text)
	s.sub = quiet(meaning, theme.Small, theme.Muted)
	s.state = quiet("Off", theme.Small.AsBold(), theme.Text)
	for _, t := range []*Text{s.title, s.sub, s.state} {
		adopt(s, t)
	}
	return s
}

// On reports whether it is on.
func (s *Switch) On() bool { return s.on }

// SetOn turns it on or off without calling back.
func (s *Switch) SetOn(on bool) {
	if s.on == on {
		return
	}
	s.on = on
	s.state.SetWords(onOff(on))
	s.paint()
	s.arrange(s.Size())
}

func onOff(on bool) string {
	if on {
		return "On"
	}
	return "Off"
}

func (s *Switch) press() {
	s.SetOn(!s.on)
	if s.OnCommit != nil {
		s.OnCommit(s.on)
	}
}

func (s *Switch) key(ev *fyne.KeyEvent) bool { return pressKey(ev, s.press) }

// Tapped is for the toolkit.
func (s *Switch) Tapped(*fyne.PointEvent) { s.press() }

// Cursor is for the toolkit.
func (s *Switch) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *Switch) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ring, s.title, s.sub, s.state, s.track, s.knob}
}

const (
	trackWide float32 = 56
	trackHigh float32 = 32
	knobSide  float32 = 20
)

func (s *Switch) paint() {
	t := s.look()
	radius := t.Scaled(trackHigh) / 2
	track := box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: radius}
	knob := theme.Border
	if s.on {
		track = box{fill: t.Colour(theme.Primary), stroke: t.Colour(theme.Primary), edge: t.EdgeInput(), radius: radius}
		knob = theme.OnPrimary
	}
	track.draw(s.track)
	box{fill: t.Colour(knob), radius: t.Scaled(knobSide) / 2}.draw(s.knob)
	s.placeRing()
}

func (s *Switch) placeRing() {
	p, z := s.track.Position(), s.track.Size()
	s.drawRing(p.X, p.Y, z.Width, z.Height, z.Height/2)
}

// end is the room of the state's words and the switch.
func (s *Switch) end() float32 {
	t := s.look()
	return max(t.Width("Off", theme.Small.AsBold()), t.Width("On", theme.Small.AsBold())) + theme.Space3 + t.Scaled(trackWide)
}

func (s *Switch) wordsWidth(width float32) float32 { return max(1, width-s.end()-theme.Space4) }

func (s *Switch) measure(width float32) float32 {
	w := s.wordsWidth(width)
	return max(theme.Target, s.title.heightAt(w)+s.sub.heightAt(w), s.look().Scaled(trackHigh)) + theme.Space2
}

func (s *Switch) leastWidth() float32 {
	return max(s.title.leastWidth(), s.sub.leastWidth()) + s.end() + theme.Space4
}

func (s *Switch) arrange(size fyne.Size) {
	t := s.look()
	w := s.wordsWidth(size.Width)
	title, sub := s.title.heightAt(w), s.sub.heightAt(w)
	top := (size.Height - title - sub) / 2
	place(s.title, 0, top, w, title)
	place(s.sub, 0, top+title, w, sub)
	tw, th, k := t.Scaled(trackWide), t.Scaled(trackHigh), t.Scaled(knobSide)
	x, y := size.Width-tw, (size.Height-th)/2
	place(s.track, x, y, tw, th)
	gap := (th - k) / 2
	kx := x + gap
	if s.on {
		kx = x + tw - gap - k
	}
	place(s.knob, kx, y+gap, k, k)
	words := t.Width(s.state.Words(), theme.Small.AsBold())
	place(s.state, x-theme.Space3-words, (size.Height-t.LineHeight(theme.Small))/2, words, t.LineHeight(theme.Small))
	s.placeRing()
}

// Describe gives the switch: "Reduce movement, switch, on".
func (s *Switch) Describe() *a11y.Node {
	n := s.activeNode(a11y.RoleSwitch, s.name)
	n.Description = s.meaning
	n.Value = onOff(s.on)
	measured(n, s.Size(), s.title, s.sub, s.state)
	if s.on {
		n.States |= a11y.Checked
	}
	n.Actions = []a11y.Action{{Name: "toggle", Do: s.press}}
	return n
}
