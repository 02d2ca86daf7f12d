package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Question is one thing asked: the words, a hint, what is wrong, the field, and
// what there is to check, with a red or amber bar at the left when there is
// something to do.
type Question struct {
	control
	field    Field
	name     string
	hintText string
	err      string
	helpName string
	help     func()
	optional bool

	bar   *canvas.Rectangle
	label *Text
	hint  *Text
	fault *InlineError
	note  *Text
	after fyne.CanvasObject
	check *CheckThis
}

// NewQuestion puts a field under the words that ask for it.
func NewQuestion(id, name string, field Field) *Question {
	q := &Question{field: field, name: named(id, name), bar: canvas.NewRectangle(nil)}
	q.extend(id, q)
	q.label = quiet(name, theme.Question, theme.Text)
	q.hint = NewText(id+"/hint", "", theme.BodyDense).SetToken(theme.Muted)
	q.fault = NewInlineError(id+"/error", "")
	q.note = NewText(id+"/note", "", theme.BodyDense).SetToken(theme.Muted)
	if l, ok := field.(*LongText); ok {
		q.SetAfter(l.words.link)
	}
	for _, o := range []fyne.CanvasObject{q.label, q.hint, q.fault, field, q.note} {
		adopt(q, o)
	}
	return q
}

// Field is what the answer is given in.
func (q *Question) Field() Field { return q.field }

// SetHint changes the words under the question.
func (q *Question) SetHint(words string) {
	if q.hintText != words {
		q.hintText = words
		q.field.SetHint(words)
		q.showHint()
	}
}

// SetHelp puts a link behind the hint: "Help with UPNs". An empty name takes it away.
func (q *Question) SetHelp(name string, open func()) {
	if q.helpName != name || (q.help == nil) != (open == nil) {
		q.helpName, q.help = name, open
		q.showHint()
	}
}

func (q *Question) showHint() {
	var runs []Run
	if q.hintText != "" {
		runs = append(runs, Run{Words: q.hintText})
	}
	if q.helpName != "" {
		if len(runs) > 0 {
			runs[0].Words += hintEnd(q.hintText)
		}
		runs = append(runs, Run{Words: q.helpName, ID: q.id + "/help", Do: func() {
			if q.help != nil {
				q.help()
			}
		}})
	}
	q.hint.SetRuns(runs...)
}

// hintEnd parts the hint from the link behind it.
func hintEnd(hint string) string {
	switch hint[len(hint)-1] {
	case '.', '?', '!':
		return " "
	}
	return ". "
}

// SetError says what is wrong, in words without "Error:"; empty clears. The field
// is marked with it.
func (q *Question) SetError(words string) {
	if q.err == words {
		return
	}
	q.err = words
	q.fault.SetWords(words)
	q.field.SetError(words)
	q.paint()
	q.changed()
}

// SetCheck puts what there is to check under the field; nil takes it away.
func (q *Question) SetCheck(c *CheckThis) {
	if q.check == c {
		return
	}
	q.check = c
	if c != nil {
		adopt(q, c)
	}
	q.paint()
	q.changed()
	canvas.Refresh(q)
}

// SetAfter puts something under the field, such as a box to tick for "I do not know".
func (q *Question) SetAfter(o fyne.CanvasObject) {
	if q.after == o {
		return
	}
	q.after = o
	if o != nil {
		adopt(q, o)
	}
	q.changed()
	canvas.Refresh(q)
}

// SetNote puts quiet words under the field; empty takes them away.
func (q *Question) SetNote(words string) { q.note.SetWords(words) }

// SetOptional marks a question that need not be answered.
func (q *Question) SetOptional(on bool) {
	if q.optional == on {
		return
	}
	q.optional = on
	q.showLabel()
}

// SetName changes the words of the question.
func (q *Question) SetName(name string) {
	if q.name == name {
		return
	}
	q.name = named(q.id, name)
	if f, ok := q.field.(interface{ SetName(string) }); ok {
		f.SetName(name)
	}
	q.showLabel()
}

func (q *Question) showLabel() {
	runs := []Run{{Words: q.name}}
	if q.optional {
		runs = append(runs, Run{Words: " (optional)", Quiet: true})
	}
	q.label.SetRuns(runs...)
}

// TakeFocus moves the focus into the field: to the first box that is wrong.
func (q *Question) TakeFocus() { q.field.TakeFocus() }

// reveal shows all of the question, then what has the focus in it.
func (q *Question) reveal(a area) {
	whole := q.area()
	q.control.reveal(whole)
	a.y += q.area().y - whole.y // it has been scrolled
	q.control.reveal(a)
}

func (q *Question) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{q.bar, q.label, q.hint, q.fault, q.field}
	if q.after != nil {
		out = append(out, q.after)
	}
	out = append(out, q.note)
	if q.check != nil {
		out = append(out, q.check)
	}
	return out
}

func (q *Question) barred() bool { return q.err != "" || q.check != nil }

func (q *Question) paint() {
	t := q.look()
	token := theme.CheckLine
	if q.err != "" {
		token = theme.Error
	}
	box{fill: t.Colour(token)}.draw(q.bar)
	show(q.bar, q.barred())
}

func (q *Question) inset() float32 {
	if q.barred() {
		return theme.Bar + theme.BarGap
	}
	return 0
}

// piece is a part with the room above it.
type piece struct {
	o   fyne.CanvasObject
	gap float32
}

const (
	hintGap  float32 = 2
	fieldGap float32 = 10
)

func (q *Question) pieces() []piece {
	out := []piece{{q.label, 0}, {q.hint, hintGap}, {q.fault, hintGap}, {q.field, fieldGap}}
	if q.after != nil {
		out = append(out, piece{q.after, rowGap})
	}
	out = append(out, piece{q.note, theme.Space1})
	if q.check != nil {
		out = append(out, piece{q.check, theme.Space3})
	}
	return out
}

func (q *Question) layout(width float32, put bool) float32 {
	x := q.inset()
	w := max(1, width-x)
	var y float32
	for _, p := range q.pieces() {
		if !p.o.Visible() {
			continue
		}
		h := heightOf(p.o, w)
		if h == 0 {
			if put {
				place(p.o, x, y, w, 0)
			}
			continue
		}
		y += p.gap
		if put {
			place(p.o, x, y, w, h)
		}
		y += h
	}
	return y
}

func (q *Question) measure(width float32) float32 { return q.layout(width, false) }
func (q *Question) leastWidth() float32 {
	return max(q.label.leastWidth(), leastWidthOf(q.field)) + q.inset()
}

func (q *Question) arrange(size fyne.Size) {
	place(q.bar, 0, 0, theme.Bar, size.Height)
	q.layout(size.Width, true)
}

// describeParts gives the field, which has the question's name and hint, with the
// link to help and what there is to check. A field of several boxes is the group
// they stand in.
func (q *Question) describeParts() []*a11y.Node {
	field := q.field.Describe()
	var before, after []*a11y.Node
	for _, l := range q.hint.links {
		before = append(before, l.Describe())
	}
	if q.after != nil {
		after = append(after, Nodes(q.after)...)
	}
	after = append(after, Nodes(q.note)...)
	if q.check != nil {
		after = append(after, q.check.Describe())
	}
	if field.Role == a11y.RoleGroup || field.Role == a11y.RoleRadioGroup {
		field.Children = slices.Concat(before, field.Children, after)
		all := q.node(field.Role, field.Name)
		field.Bounds = all.Bounds
		field.States = field.States&^a11y.Offscreen | all.States
		return []*a11y.Node{field}
	}
	return slices.Concat(before, []*a11y.Node{field}, after)
}
