package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TickBox is a box to tick. Space and Enter tick it, and it counts at once.
type TickBox struct {
	active
	note
	// OnCommit is told the new state.
	OnCommit func(on bool)
	// OnFocus and OnBlur are told when the box gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)

	choice   Choice
	face     *face
	on       bool
	pos, set int // position in a group and its size
}

var _ Field = (*TickBox)(nil)

// NewTickBox makes a box with the words beside it.
func NewTickBox(id, name string) *TickBox { return newTick(id, Choice{Words: name}) }

func newTick(id string, c Choice) *TickBox {
	named(id, c.Words)
	b := &TickBox{choice: c, face: newFace(c, true)}
	b.start(id, b)
	b.face.adopt(b)
	if c.Content != nil {
		adopt(b, c.Content)
	}
	return b
}

// SetPlain draws no row around box and words, as for consent.
func (b *TickBox) SetPlain() *TickBox {
	b.face.plain = true
	b.paint()
	b.changed()
	return b
}

// On reports whether the box is ticked.
func (b *TickBox) On() bool { return b.on }

// SetOn ticks or unticks without calling back.
func (b *TickBox) SetOn(on bool) {
	if b.on == on {
		return
	}
	b.on = on
	b.paint()
	if b.choice.Content != nil {
		b.changed()
		canvasRefresh(b)
	}
}

// SetHint gives the words that come before the error in the description.
func (b *TickBox) SetHint(words string) { b.hint = words }

// SetError marks the box; the words are drawn by what stands around it.
func (b *TickBox) SetError(words string) {
	if b.err != words {
		b.err = words
		b.paint()
	}
}

// FocusGained is for the toolkit.
func (b *TickBox) FocusGained() {
	b.active.FocusGained()
	if b.OnFocus != nil {
		b.OnFocus()
	}
}

// FocusLost is for the toolkit.
func (b *TickBox) FocusLost() {
	b.active.FocusLost()
	if b.OnBlur != nil {
		b.OnBlur(Visit{})
	}
}

func (b *TickBox) press() {
	b.SetOn(!b.on)
	if b.OnCommit != nil {
		b.OnCommit(b.on)
	}
}

func (b *TickBox) key(ev *fyne.KeyEvent) bool { return pressKey(ev, b.press) }

// Tapped is for the toolkit.
func (b *TickBox) Tapped(ev *fyne.PointEvent) {
	if b.face.at.holds(ev.Position) {
		b.press()
	}
}

// Cursor is for the toolkit.
func (b *TickBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (b *TickBox) parts() []fyne.CanvasObject {
	out := append([]fyne.CanvasObject{b.ring}, b.face.parts()...)
	if b.on && b.choice.Content != nil {
		out = append(out, b.choice.Content)
	}
	return out
}

func (b *TickBox) paint() {
	b.face.paint(b.look(), b.on, b.hovered, b.err != "")
	b.placeRing()
}

func (b *TickBox) placeRing() {
	a := b.face.at
	if b.face.plain { // the words have no edge of their own: leave room
		a.x, a.w = a.x-theme.Space1, a.w+2*theme.Space1
	}
	b.drawRing(a.x, a.y, a.w, a.h, theme.RadiusM)
}

func (b *TickBox) measure(width float32) float32 {
	h := b.face.height(b.look(), width)
	if c := b.choice.Content; b.on && c != nil {
		h += heightOf(c, width-b.face.textLeft(b.look())) + 2*theme.Space3
	}
	return h
}

func (b *TickBox) leastWidth() float32 { return b.face.leastWidth(b.look()) }
func (b *TickBox) bestWidth() float32  { return max(b.face.bestWidth(b.look()), b.look().Scaled(420)) }

func (b *TickBox) arrange(size fyne.Size) {
	t := b.look()
	h := b.face.place(t, 0, 0, size.Width)
	if c := b.choice.Content; b.on && c != nil {
		x := b.face.textLeft(t)
		place(c, x, h+theme.Space3, size.Width-x, heightOf(c, size.Width-x))
	}
	b.placeRing()
}

// Describe gives the box.
func (b *TickBox) Describe() *a11y.Node {
	n := b.activeNode(a11y.RoleCheckBox, b.choice.Words)
	n.Bounds = b.area().within(fyne.NewPos(b.face.at.x, b.face.at.y), fyne.NewSize(b.face.at.w, b.face.at.h)).rect()
	n.Description = joinWords(b.choice.Hint, b.description())
	n.States |= b.states()
	n.Pos, n.Size = b.pos, b.set
	measured(n, b.Size(), b.face.words, b.face.hint)
	if b.on {
		n.States |= a11y.Checked
	}
	n.Actions = []a11y.Action{{Name: "toggle", Do: b.press}}
	if b.on && b.choice.Content != nil {
		n.Children = Nodes(b.choice.Content)
	}
	return n
}

// TickBoxes are any of several answers. A choice that is exclusive, such as "None
// of these", clears the rest, and the rest clear it; that is said.
type TickBoxes struct {
	control
	note
	// OnCommit is told what is ticked now, in the order of the choices.
	OnCommit func(values []string)
	// OnFocus and OnBlur are told when the group is entered and left.
	OnFocus func()
	OnBlur  func(Visit)

	name    string
	choices []Choice
	boxes   []*TickBox
	inUse   bool
}

var _ Field = (*TickBoxes)(nil)

// NewTickBoxes makes a group with the name of its question.
func NewTickBoxes(id, name string, choices []Choice) *TickBoxes {
	b := &TickBoxes{name: named(id, name)}
	b.extend(id, b)
	b.SetChoices(choices)
	return b
}

// SetChoices replaces the choices; those that stay keep their ticks.
func (b *TickBoxes) SetChoices(choices []Choice) {
	if slices.Equal(b.choices, choices) {
		return
	}
	ticked := b.Value()
	b.choices = slices.Clone(choices)
	b.boxes = nil
	for i, c := range b.choices {
		box := newTick(b.id+"/"+c.Value, c)
		box.pos, box.set = i+1, len(choices)
		box.group = b
		box.on = slices.Contains(ticked, c.Value)
		box.OnCommit = func(on bool) { b.ticked(i, on) }
		box.OnFocus = b.entered
		adopt(b, box)
		b.boxes = append(b.boxes, box)
	}
	b.changed()
}

// Value is what is ticked, in the order of the choices.
func (b *TickBoxes) Value() []string {
	var out []string
	for i, box := range b.boxes {
		if box.on {
			out = append(out, b.choices[i].Value)
		}
	}
	return out
}

// SetValue ticks without calling back.
func (b *TickBoxes) SetValue(values []string) {
	for i, box := range b.boxes {
		box.SetOn(slices.Contains(values, b.choices[i].Value))
	}
}

// ticked clears what does not go with box i.
func (b *TickBoxes) ticked(i int, on bool) {
	var cleared []string
	for j, box := range b.boxes {
		if on && j != i && box.on && (b.choices[i].Exclusive || b.choices[j].Exclusive) {
			box.SetOn(false)
			cleared = append(cleared, b.choices[j].Words)
		}
	}
	if len(cleared) > 0 {
		b.announce(strings.Join(cleared, ", ")+" unticked", a11y.LivePolite)
	}
	if b.OnCommit != nil {
		b.OnCommit(b.Value())
	}
}

func (b *TickBoxes) entered() {
	if !b.inUse {
		b.inUse = true
		if b.OnFocus != nil {
			b.OnFocus()
		}
	}
}

func (b *TickBoxes) groupLeft() {
	if b.inUse {
		b.inUse = false
		if b.OnBlur != nil {
			b.OnBlur(Visit{})
		}
	}
}

// SetHint gives the words that come before the error in the description.
func (b *TickBoxes) SetHint(words string) { b.hint = words }

// SetError marks the boxes; the words are drawn by the question around them.
func (b *TickBoxes) SetError(words string) {
	if b.err == words {
		return
	}
	b.err = words
	for _, box := range b.boxes {
		box.SetError(words)
	}
}

// TakeFocus moves the focus to the first box.
func (b *TickBoxes) TakeFocus() {
	if len(b.boxes) > 0 {
		b.boxes[0].TakeFocus()
	}
}

func (b *TickBoxes) parts() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(b.boxes))
	for i, box := range b.boxes {
		out[i] = box
	}
	return out
}
func (b *TickBoxes) paint() {}

func (b *TickBoxes) columnWidth(width float32) float32 { return min(width, b.bestWidth()) }

func (b *TickBoxes) bestWidth() float32 {
	w := b.look().Scaled(420)
	for _, box := range b.boxes {
		w = max(w, box.bestWidth())
	}
	return w
}

func (b *TickBoxes) leastWidth() float32 { return widest(b.parts()) }

func (b *TickBoxes) measure(width float32) float32 {
	var h float32
	for _, box := range b.boxes {
		h += box.heightAt(b.columnWidth(width)) + rowGap
	}
	return max(0, h-rowGap)
}

func (b *TickBoxes) arrange(size fyne.Size) {
	var y float32
	w := b.columnWidth(size.Width)
	for _, box := range b.boxes {
		h := box.heightAt(w)
		place(box, 0, y, w, h)
		y += h + rowGap
	}
}

// Describe gives the group with its boxes.
func (b *TickBoxes) Describe() *a11y.Node {
	n := b.node(a11y.RoleGroup, b.name)
	n.Description = b.description()
	n.States |= b.states()
	for _, box := range b.boxes {
		n.Children = append(n.Children, box.Describe())
	}
	return n
}
