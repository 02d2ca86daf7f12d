package widgets

import (
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// RadioGroup is one answer of a few. It is one Tab stop: arrows move and choose,
// and the answer counts when the group is left, or on Space or Enter.
type RadioGroup struct {
	roving
	note
	// OnChange is told what arrows have come to.
	OnChange func(value string)
	// OnCommit is told the answer.
	OnCommit func(value string)
	// OnFocus and OnBlur are told when the group gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)

	name      string
	choices   []Choice
	faces     []*face
	value     string // chosen, not yet counted perhaps
	committed string
	sideways  bool
	grid      bool
	visit     Visit
}

var _ Field = (*RadioGroup)(nil)

// NewRadioGroup makes a group with the name of its question.
func NewRadioGroup(id, name string, choices []Choice) *RadioGroup {
	r := &RadioGroup{name: named(id, name)}
	r.start(id, r)
	r.SetChoices(choices)
	return r
}

// SetChoices replaces the choices. An answer that is not among them is kept.
func (r *RadioGroup) SetChoices(choices []Choice) {
	if slices.Equal(r.choices, choices) {
		return
	}
	r.choices = slices.Clone(choices)
	r.faces = nil
	for _, c := range r.choices {
		f := newFace(c, false)
		f.adopt(r)
		r.faces = append(r.faces, f)
		if c.Content != nil {
			adopt(r, c.Content)
		}
	}
	r.at = max(0, r.index(r.value))
	r.paint()
	r.changed()
}

// SetSideBySide puts two short choices next to each other where there is room.
func (r *RadioGroup) SetSideBySide(on bool) {
	if r.sideways != on {
		r.sideways = on
		r.changed()
	}
}

// SetGrid puts as many short choices in a line as there is room for.
func (r *RadioGroup) SetGrid(on bool) *RadioGroup {
	if r.grid != on {
		r.grid = on
		r.changed()
	}
	return r
}

// Value is what is chosen, or empty.
func (r *RadioGroup) Value() string { return r.value }

// SetValue chooses without calling back; empty chooses none.
func (r *RadioGroup) SetValue(value string) {
	r.committed = value
	if r.value == value {
		return
	}
	r.set(value)
	r.at = max(0, r.index(value))
	r.paint()
}

// set changes what is chosen, and shows what stands under it.
func (r *RadioGroup) set(value string) {
	was, is := r.index(r.value), r.index(value)
	r.value = value
	r.paint()
	if was >= 0 && r.choices[was].Content != nil || is >= 0 && r.choices[is].Content != nil {
		r.changed()
		canvasRefresh(r)
	}
}

// SetHint gives the words that come before the error in the description.
func (r *RadioGroup) SetHint(words string) { r.hint = words }

// SetError marks the group; the words are drawn by the question around it.
func (r *RadioGroup) SetError(words string) {
	if r.err != words {
		r.err = words
		r.paint()
	}
}

func (r *RadioGroup) index(value string) int {
	if value == "" {
		return -1
	}
	return slices.IndexFunc(r.choices, func(c Choice) bool { return c.Value == value })
}

// FocusGained is for the toolkit.
func (r *RadioGroup) FocusGained() {
	r.visit = Visit{}
	r.active.FocusGained()
	if r.OnFocus != nil {
		r.OnFocus()
	}
}

// FocusLost is for the toolkit: what arrows came to counts now.
func (r *RadioGroup) FocusLost() {
	r.active.FocusLost()
	r.Commit()
	if r.OnBlur != nil {
		r.OnBlur(r.visit)
	}
}

// Commit makes what is chosen count now, if it has changed.
func (r *RadioGroup) Commit() {
	if r.value != r.committed {
		r.commit()
	}
}

func (r *RadioGroup) commit() {
	r.committed = r.value
	if r.OnCommit != nil {
		r.OnCommit(r.value)
	}
}

func (r *RadioGroup) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		r.step(-1)
	case fyne.KeyDown, fyne.KeyRight:
		r.step(1)
	default:
		return pressKey(ev, r.press)
	}
	return true
}

func (r *RadioGroup) step(by int) {
	n := len(r.choices)
	if n == 0 {
		return
	}
	r.visit.Moves++
	r.at = (r.at + by + n) % n
	r.set(r.choices[r.at].Value)
	r.showFocus()
	if r.OnChange != nil {
		r.OnChange(r.value)
	}
}

func (r *RadioGroup) places() int        { return len(r.faces) }
func (r *RadioGroup) placeOf(i int) area { return r.faces[i].at }

func (r *RadioGroup) choose(i int) {
	if i < 0 || i >= len(r.choices) {
		return
	}
	r.at = i
	r.set(r.choices[i].Value)
	r.commit()
}

func (r *RadioGroup) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ring}
	for i, f := range r.faces {
		out = append(out, f.parts()...)
		if c := r.open(i); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// open is what stands under a row now, or nil.
func (r *RadioGroup) open(i int) fyne.CanvasObject {
	if c := r.choices[i]; c.Content != nil && c.Value == r.value {
		return c.Content
	}
	return nil
}

func (r *RadioGroup) paint() {
	t := r.look()
	for i, f := range r.faces {
		f.paint(t, r.value != "" && r.choices[i].Value == r.value, r.over == i, r.err != "")
	}
	r.placeRing()
}

func (r *RadioGroup) placeRing() {
	if r.at < len(r.faces) {
		a := r.faces[r.at].at
		r.drawRing(a.x, a.y, a.w, a.h, theme.RadiusM)
	}
}

func (r *RadioGroup) rowWidth() float32 {
	t := r.look()
	w := t.Scaled(150)
	for _, f := range r.faces {
		w = max(w, f.bestWidth(t))
	}
	return w
}

const sideGap float32 = 12

// across reports whether the rows fit side by side.
func (r *RadioGroup) across(width float32) bool {
	n := float32(len(r.faces))
	return r.sideways && n*r.rowWidth()+(n-1)*sideGap <= width
}

// columnWidth is the width of rows that stand one over the other.
func (r *RadioGroup) columnWidth(width float32) float32 {
	return min(width, max(r.rowWidth(), r.look().Scaled(420)))
}

func (r *RadioGroup) measure(width float32) float32 { return r.layout(width, false) }

func (r *RadioGroup) layout(width float32, put bool) float32 {
	t := r.look()
	if r.across(width) {
		var h float32
		w := r.rowWidth()
		for i, f := range r.faces {
			if put {
				f.place(t, float32(i)*(w+sideGap), 0, w)
			}
			h = max(h, f.height(t, w))
		}
		return h + r.under(width, h, put)
	}
	if n := r.inLine(width); n > 1 {
		return r.lines(width, n, put)
	}
	w := r.columnWidth(width)
	var y float32
	for i, f := range r.faces {
		if i > 0 {
			y += rowGap
		}
		if put {
			f.place(t, 0, y, w)
		}
		y += f.height(t, w)
		if c := r.open(i); c != nil {
			x := f.textLeft(t)
			h := heightOf(c, width-x)
			if put {
				place(c, x, y+theme.Space3, width-x, h)
			}
			y += h + 2*theme.Space3
		}
	}
	return y
}

// inLine is how many choices of a grid stand in one line.
func (r *RadioGroup) inLine(width float32) int {
	if !r.grid {
		return 1
	}
	return min(len(r.faces), int((width+sideGap)/(r.rowWidth()+sideGap)))
}

// lines lays a grid out, n choices in a line.
func (r *RadioGroup) lines(width float32, n int, put bool) float32 {
	t := r.look()
	w := (width - float32(n-1)*sideGap) / float32(n)
	var y float32
	for from := 0; from < len(r.faces); from += n {
		if from > 0 {
			y += rowGap
		}
		var h float32
		for i, f := range r.faces[from:min(from+n, len(r.faces))] {
			if put {
				f.place(t, float32(i)*(w+sideGap), y, w)
			}
			h = max(h, f.height(t, w))
		}
		y += h
	}
	return y
}

// under places what belongs to the chosen one of rows side by side, below them.
func (r *RadioGroup) under(width, y float32, put bool) float32 {
	for i := range r.faces {
		if c := r.open(i); c != nil {
			h := heightOf(c, width)
			if put {
				place(c, 0, y+theme.Space3, width, h)
			}
			return h + theme.Space3
		}
	}
	return 0
}

func (r *RadioGroup) leastWidth() float32 {
	var w float32
	for _, f := range r.faces {
		w = max(w, f.leastWidth(r.look()))
	}
	return w
}

func (r *RadioGroup) bestWidth() float32 {
	if n := float32(len(r.faces)); r.sideways {
		return n*r.rowWidth() + (n-1)*sideGap
	}
	return r.columnWidth(1e6)
}

func (r *RadioGroup) arrange(size fyne.Size) {
	r.layout(size.Width, true)
	r.placeRing()
}

// Describe gives the group with its radio buttons.
func (r *RadioGroup) Describe() *a11y.Node {
	n := r.node(a11y.RoleRadioGroup, r.name)
	n.Description = r.description()
	n.States |= r.states()
	n.Focus, n.Children = r.TakeFocus, make([]*a11y.Node, 0, len(r.choices))
	for i, c := range r.choices {
		one := r.placeNode(i, a11y.RoleRadio, c.Value, c.Words, "select")
		one.Description = c.Hint
		measured(one, r.Size(), r.faces[i].words, r.faces[i].hint)
		if c.Value == r.value && r.value != "" {
			one.States |= a11y.Checked
		}
		n.Children = append(n.Children, one)
		if o := r.open(i); o != nil {
			n.Children = append(n.Children, Nodes(o)...)
		}
	}
	return n
}
