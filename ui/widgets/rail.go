package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// rail is the middle of a slider: a track with a knob, a mark for each step, and
// the names of the steps under it.
type rail struct {
	active
	note
	owner   *Slider
	name    string
	steps   []string
	step    int
	before  int // where a drag began
	dragged bool

	track *canvas.Rectangle
	knob  *canvas.Rectangle
	marks []*canvas.Rectangle
	words []*canvas.Text
}

const (
	railHigh  float32 = 8
	markHigh  float32 = 10
	markWide  float32 = 2
	knobSize  float32 = 26
	stepSpace float32 = 10 // least, between the names of two steps
)

func newRail(owner *Slider, id, name string, steps []string) *rail {
	r := &rail{owner: owner, name: name, steps: append([]string(nil), steps...)}
	r.start(id, r)
	r.track, r.knob = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	for range steps {
		r.marks = append(r.marks, canvas.NewRectangle(nil))
		r.words = append(r.words, canvas.NewText("", nil))
	}
	return r
}

// set moves the knob and reports whether it stood elsewhere.
func (r *rail) set(step int) bool {
	step = max(0, min(len(r.steps)-1, step))
	if r.step == step {
		return false
	}
	r.step = step
	r.paint()
	return true
}

func (r *rail) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		r.owner.goTo(r.step - 1)
	case fyne.KeyRight, fyne.KeyUp:
		r.owner.goTo(r.step + 1)
	case fyne.KeyHome:
		r.owner.goTo(0)
	case fyne.KeyEnd:
		r.owner.goTo(len(r.steps) - 1)
	default:
		return false
	}
	return true
}

// inset is where the first step stands: half a knob with its ring, or half a name.
func (r *rail) inset() float32 {
	t := r.look()
	side := t.Scaled(knobSize)/2 + theme.RingGap + theme.RingWidth
	for _, i := range []int{0, len(r.steps) - 1} {
		side = max(side, r.wordWidth(i)/2)
	}
	return side
}

// wordWidth is how wide a name is when it is the one in force, which is bold.
func (r *rail) wordWidth(i int) float32 { return r.look().Width(r.steps[i], theme.Small.AsBold()) }

func (r *rail) stepX(i int, width float32) float32 {
	from := min(r.inset(), width/2)
	return from + float32(i)*(width-2*from)/float32(len(r.steps)-1)
}

// nearest is the step at a place of the rail.
func (r *rail) nearest(x float32) int {
	w := r.Size().Width
	from := r.stepX(0, w)
	gap := r.stepX(1, w) - from
	if gap <= 0 {
		return r.step
	}
	return max(0, min(len(r.steps)-1, int(math.Round(float64((x-from)/gap)))))
}

// Tapped is for the toolkit.
func (r *rail) Tapped(ev *fyne.PointEvent) { r.owner.goTo(r.nearest(ev.Position.X)) }

// Dragged is for the toolkit. What is dragged to counts when it is let go: pages
// that grow with the text would move away under the pointer.
func (r *rail) Dragged(ev *fyne.DragEvent) {
	if !r.dragged {
		r.dragged, r.before = true, r.step
	}
	if r.set(r.nearest(ev.Position.X)) && r.owner.OnChange != nil {
		r.owner.OnChange(r.step)
	}
}

// DragEnd is for the toolkit.
func (r *rail) DragEnd() {
	moved := r.dragged && r.step != r.before
	r.dragged = false
	if moved && r.owner.OnCommit != nil {
		r.owner.OnCommit(r.step)
	}
}

// Cursor is for the toolkit.
func (r *rail) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *rail) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.track}
	for i := range r.marks {
		out = append(out, r.marks[i], r.words[i])
	}
	return append(out, r.ring, r.knob)
}

func (r *rail) paint() { r.arrange(r.Size()) }

// knobHigh is the height of the upper part: the knob and its ring.
func (r *rail) knobHigh() float32 {
	return max(theme.Target-10, r.look().Scaled(knobSize)+2*(theme.RingGap+theme.RingWidth))
}

func (r *rail) measure(float32) float32 {
	return max(theme.Target, r.knobHigh()+r.look().LineHeight(theme.Small))
}

func (r *rail) leastWidth() float32 {
	w := r.look().Scaled(knobSize) * 3
	for i := range r.steps {
		w = max(w, r.wordWidth(i))
	}
	return w
}

func (r *rail) bestWidth() float32 {
	var gap float32
	for i := range r.steps[1:] {
		gap = max(gap, (r.wordWidth(i)+r.wordWidth(i+1))/2+stepSpace)
	}
	return 2*r.inset() + gap*float32(len(r.steps)-1)
}

func (r *rail) arrange(size fyne.Size) {
	t := r.look()
	w := size.Width
	middle := r.knobHigh() / 2
	first, last := r.stepX(0, w), r.stepX(len(r.steps)-1, w)
	box{fill: t.Colour(theme.DataBg), radius: railHigh / 2}.draw(r.track)
	place(r.track, first, middle-railHigh/2, last-first, railHigh)
	for i, m := range r.marks {
		box{fill: t.Colour(theme.Border)}.draw(m)
		place(m, r.stepX(i, w)-markWide/2, middle+railHigh/2+5, markWide, markHigh)
	}
	side := t.Scaled(knobSize)
	x := r.stepX(r.step, w) - side/2
	ink := theme.Primary
	if r.hovered {
		ink = theme.PrimaryHover
	}
	box{fill: t.Colour(ink), radius: side / 2}.draw(r.knob)
	place(r.knob, x, middle-side/2, side, side)
	r.drawRing(x, middle-side/2, side, side, side/2)
	r.arrangeWords(size)
}

// arrangeWords shows the name of each step where all of them fit, and otherwise of
// the one in force and of the ends that do not meet it.
func (r *rail) arrangeWords(size fyne.Size) {
	t := r.look()
	all := size.Width >= r.bestWidth()
	at := func(i int) (x, w float32) {
		w = r.wordWidth(i)
		x = r.stepX(i, size.Width) - w/2
		return max(0, min(size.Width-w, x)), w
	}
	x, w := at(r.step)
	for i, words := range r.words {
		style, ink := theme.Small, theme.Muted
		if i == r.step {
			style, ink = style.AsBold(), theme.Text
		}
		letter{r.steps[i], style, t.Colour(ink)}.draw(words, t)
		left, wide := at(i)
		end := i == 0 || i == len(r.steps)-1
		apart := left+wide+stepSpace <= x || x+w+stepSpace <= left
		show(words, all || i == r.step || end && apart)
		left += (wide - t.Width(r.steps[i], style)) / 2
		putLine(words, t, style, left, r.knobHigh())
	}
}

// Describe gives the slider with the name of its step.
func (r *rail) Describe() *a11y.Node {
	n := r.activeNode(a11y.RoleSlider, r.name)
	n.Description = r.description()
	n.States |= r.states()
	n.Range = &a11y.Range{Max: float64(len(r.steps) - 1), Now: float64(r.step), Step: 1, Words: r.steps[r.step]}
	n.SetValue = func(v float64) { r.owner.goTo(int(math.Round(v))) }
	n.Actions = []a11y.Action{
		{Name: "decrease", Do: func() { r.owner.goTo(r.step - 1) }},
		{Name: "increase", Do: func() { r.owner.goTo(r.step + 1) }},
	}
	return n
}
