package widgets

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Select is a short list that opens under a box, for filters. Arrows do not change
// it while it is closed.
type Select struct {
	active
	note
	// OnCommit is told the value of the row that was taken.
	OnCommit func(value string)

	name    string
	options []Option
	value   string
	list    *optionList
	open    bool
	ground  *canvas.Rectangle
	text    *Text
	arrow   *picture
}

var _ Field = (*Select)(nil)

// NewSelect makes a short list with the name of what it chooses.
func NewSelect(id, name string, options []Option) *Select {
	s := &Select{name: named(id, name), ground: canvas.NewRectangle(nil), arrow: newPicture()}
	s.start(id, s)
	s.text = quiet("", theme.Body, theme.Text)
	adopt(s, s.text)
	s.list = newOptionList(id+"/list", name)
	s.list.owner = s
	s.list.group, s.group = s, s
	s.SetOptions(options)
	return s
}

// SetOptions replaces the rows. Without a choice the first is shown.
func (s *Select) SetOptions(options []Option) {
	s.options = slices.Clone(options)
	if s.index() < 0 && len(options) > 0 {
		s.value = options[0].Value
	}
	s.say()
}

// Value is the value of the row that is chosen.
func (s *Select) Value() string { return s.value }

// SetValue chooses without calling back.
func (s *Select) SetValue(value string) {
	if s.value != value {
		s.value = value
		s.say()
	}
}

func (s *Select) index() int {
	return slices.IndexFunc(s.options, func(o Option) bool { return o.Value == s.value })
}

func (s *Select) words() string {
	if i := s.index(); i >= 0 {
		return s.options[i].Words
	}
	return ""
}

func (s *Select) say() { s.text.SetWords(s.words()) }

// SetHint gives the words that come before the error in the description.
func (s *Select) SetHint(words string) { s.hint = words }

// SetError marks the box.
func (s *Select) SetError(words string) {
	if s.err != words {
		s.err = words
		s.paint()
	}
}

func (s *Select) press() {
	if s.open {
		s.take(s.list.at)
		return
	}
	f := s.floor()
	if f == nil || len(s.options) == 0 {
		return
	}
	s.open = true
	s.list.set(s.options, max(0, s.index()), "")
	openBelow(f, s.list, s.area(), s.Size().Width)
	s.reveal(withList(s.area(), s.list))
}

func (s *Select) close() {
	if s.open {
		s.open = false
		s.floor().close(s.list)
	}
}

func (s *Select) take(i int) {
	s.close()
	if i < 0 || i >= len(s.options) {
		return
	}
	s.SetValue(s.options[i].Value)
	if s.OnCommit != nil {
		s.OnCommit(s.value)
	}
}

// groupLeft is told when neither box nor list has the focus.
func (s *Select) groupLeft() { s.close() }

func (s *Select) key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.open:
		s.close()
	case ev.Name == fyne.KeyDown && s.open:
		s.list.mark(s.list.at + 1)
	case ev.Name == fyne.KeyUp && s.open:
		s.list.mark(s.list.at - 1)
	case ev.Name == fyne.KeyHome && s.open:
		s.list.mark(0)
	case ev.Name == fyne.KeyEnd && s.open:
		s.list.mark(len(s.options) - 1)
	case ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp:
		return true // a closed list does not change in silence
	default:
		return pressKey(ev, s.press)
	}
	return true
}

// letter jumps to a row of an open list; Space presses.
func (s *Select) letter(r rune) bool {
	if r == ' ' {
		return false
	}
	if !s.open {
		return true
	}
	for step := 1; step <= len(s.options); step++ {
		i := (s.list.at + step) % len(s.options)
		if first := []rune(s.options[i].Words); len(first) > 0 && unicode.ToLower(first[0]) == unicode.ToLower(r) {
			s.list.mark(i)
			break
		}
	}
	return true
}

// chord opens by Alt+Down.
func (s *Select) chord(sh fyne.Shortcut) bool {
	if !opens(sh) || s.open {
		return false
	}
	s.press()
	return true
}

// Tapped is for the toolkit.
func (s *Select) Tapped(*fyne.PointEvent) {
	if s.open {
		s.close()
		return
	}
	s.press()
}

// Cursor is for the toolkit.
func (s *Select) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *Select) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ring, s.ground, s.text, s.arrow.image}
}

func (s *Select) paint() {
	t := s.look()
	b := box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}
	if s.err != "" {
		b.stroke, b.edge = t.Colour(theme.Error), theme.EdgeError
	}
	if s.hovered {
		b.fill = t.Colour(theme.Sunken)
	}
	b.draw(s.ground)
	s.arrow.draw(t, "down", theme.Text)
	s.drawRing(0, 0, s.Size().Width, s.Size().Height, theme.RadiusM)
}

func (s *Select) beside() float32 { return 2*fieldSide + s.look().Scaled(22) + theme.Space2 }

func (s *Select) measure(width float32) float32 {
	return max(s.look().FieldHeight(), s.text.heightAt(max(1, width-s.beside()))+theme.FieldPad)
}

func (s *Select) leastWidth() float32 { return s.text.leastWidth() + s.beside() }
func (s *Select) bestWidth() float32 {
	var w float32
	for _, o := range s.options {
		w = max(w, s.look().Width(o.Words, theme.Body.AsBold()))
	}
	return w + s.beside()
}

func (s *Select) arrange(size fyne.Size) {
	place(s.ground, 0, 0, size.Width, size.Height)
	w := max(1, size.Width-s.beside())
	h := s.text.heightAt(w)
	place(s.text, fieldSide, (size.Height-h)/2, w, h)
	side := s.look().Scaled(22)
	place(s.arrow.image, size.Width-fieldSide-side, (size.Height-side)/2, side, side)
	s.drawRing(0, 0, size.Width, size.Height, theme.RadiusM)
}

// Describe gives the box, and the list while it is open.
func (s *Select) Describe() *a11y.Node {
	n := s.activeNode(a11y.RoleComboBox, s.name)
	n.Value = s.words()
	measured(n, s.Size(), s.text)
	n.Description = s.description()
	n.States |= s.states() | a11y.Expandable
	if s.open {
		n.States |= a11y.Expanded
		n.Relations = []a11y.Relation{
			{Kind: a11y.Controls, IDs: []string{s.id + "/list"}},
			{Kind: a11y.ActiveChild, IDs: []string{optionID(s.id, s.options[s.list.at])}},
		}
		n.Children = append(n.Children, s.list.describe(s.id))
	}
	n.Actions = []a11y.Action{{Name: "open", Do: s.press}}
	return n
}
