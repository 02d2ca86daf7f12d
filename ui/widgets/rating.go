package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Rating is a number from 1 to a few, with words for the ends. It is one Tab stop:
// arrows move and choose, and the answer counts when the group is left, on Space or
// Enter, or when its digit is typed.
type Rating struct {
	roving
	note
	// OnChange is told what arrows have come to.
	OnChange func(value int)
	// OnCommit is told the answer.
	OnCommit func(value int)
	// OnFocus and OnBlur are told when the group gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)

	name      string
	lowWords  string
	highWords string
	low, high *Text
	points    []*point
	value     int // chosen, not yet counted perhaps; 0 for none
	committed int
	circles   bool
	heads     bool
	visit     Visit
}

var _ Field = (*Rating)(nil)

// mostPoints is where digits end, as each point is chosen by typing one.
const mostPoints = 9

// NewRating makes a row of the numbers 1 to most, at least 2 and at most 9, with
// what the first and the last of them mean.
func NewRating(id, name string, most int, low, high string) *Rating {
	if most < 2 || most > mostPoints {
		panic("widgets: " + id + " needs 2 to 9 numbers")
	}
	r := &Rating{name: named(id, name), lowWords: named(id, low), highWords: named(id, high), heads: true}
	r.start(id, r)
	r.low = quiet(low, theme.BodyDense, theme.Text)
	r.high = quiet(high, theme.BodyDense, theme.Text).SetAlign(fyne.TextAlignTrailing)
	adopt(r, r.low)
	adopt(r, r.high)
	for i := range most {
		r.points = append(r.points, newPoint(strconv.Itoa(i+1)))
	}
	return r
}

// SetCircles draws circles rather than buttons, as for one line of a page of
// statements; heads puts the numbers and the words of the ends above them.
func (r *Rating) SetCircles(heads bool) *Rating {
	r.circles, r.heads = true, heads
	r.low.SetStyle(theme.Smallest).SetAlign(fyne.TextAlignCenter)
	r.high.SetStyle(theme.Smallest).SetAlign(fyne.TextAlignCenter)
	r.changed()
	return r
}

// Value is the number that is chosen, or 0.
func (r *Rating) Value() int { return r.value }

// SetValue chooses without calling back; 0 chooses none.
func (r *Rating) SetValue(value int) {
	value = max(0, min(len(r.points), value))
	r.committed = value
	if r.value == value {
		return
	}
	r.value = value
	r.at = max(0, value-1)
	r.paint()
}

// SetHint gives the words that come before the error in the description.
func (r *Rating) SetHint(words string) { r.hint = words }

// SetError marks the group.
func (r *Rating) SetError(words string) {
	if r.err != words {
		r.err = words
		r.paint()
	}
}

// FocusGained is for the toolkit.
func (r *Rating) FocusGained() {
	r.visit = Visit{}
	r.active.FocusGained()
	if r.OnFocus != nil {
		r.OnFocus()
	}
}

// FocusLost is for the toolkit: what arrows came to counts now.
func (r *Rating) FocusLost() {
	r.active.FocusLost()
	r.Commit()
	if r.OnBlur != nil {
		r.OnBlur(r.visit)
	}
}

// Commit makes what is chosen count now, if it has changed.
func (r *Rating) Commit() {
	if r.value != r.committed {
		r.commit()
	}
}

func (r *Rating) commit() {
	r.committed = r.value
	if r.OnCommit != nil {
		r.OnCommit(r.value)
	}
}

func (r *Rating) key(ev *fyne.KeyEvent) bool {
	to, ok := r.goal(sideways(ev), fyne.KeyLeft, fyne.KeyRight)
	if !ok {
		return pressKey(ev, r.press)
	}
	r.move(to)
	return true
}

// letter chooses a number by its digit.
func (r *Rating) letter(c rune) bool {
	i := int(c - '1')
	if i < 0 || i >= len(r.points) {
		return false
	}
	r.choose(i)
	return true
}

// move goes to a point and chooses it. It stops at the ends, which are furthest
// from each other.
func (r *Rating) move(to int) {
	to = max(0, min(len(r.points)-1, to))
	r.visit.Moves++
	if to == r.at && r.value == to+1 {
		return
	}
	r.at, r.value = to, to+1
	r.paint()
	r.showFocus()
	if r.OnChange != nil {
		r.OnChange(r.value)
	}
}

func (r *Rating) places() int        { return len(r.points) }
func (r *Rating) placeOf(i int) area { return r.points[i].at }

func (r *Rating) choose(i int) {
	if i < 0 || i >= len(r.points) {
		return
	}
	r.at, r.value = i, i+1
	r.paint()
	r.commit()
}

func (r *Rating) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ring}
	for _, p := range r.points {
		out = append(out, p.parts()...)
	}
	return append(out, r.low, r.high)
}

func (r *Rating) paint() {
	t := r.look()
	for i, p := range r.points {
		p.paint(t, pointState{on: r.value == i+1, over: r.over == i, wrong: r.err != "", circle: r.circles})
		show(p.number, !r.circles || r.heads)
	}
	show(r.low, r.heads)
	show(r.high, r.heads)
	r.layout(r.Size().Width, true)
	r.placeRing()
}

// Describe gives the group with its numbers: "5 of 7, radio button; 1 is very
// difficult, 7 is very easy".
func (r *Rating) Describe() *a11y.Node {
	n := r.node(a11y.RoleRadioGroup, r.name)
	n.Description = r.description()
	n.States |= r.states()
	n.Focus = r.TakeFocus
	most := strconv.Itoa(len(r.points))
	ends := "1 is " + lowerFirst(r.lowWords) + ", " + most + " is " + lowerFirst(r.highWords)
	for i := range r.points {
		number := strconv.Itoa(i + 1)
		one := r.placeNode(i, a11y.RoleRadio, number, number+" of "+most, "select")
		one.Description = ends
		if r.value == i+1 {
			one.States |= a11y.Checked
		}
		n.Children = append(n.Children, one)
	}
	return n
}
