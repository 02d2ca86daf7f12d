package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Answer is one row of a list of answers.
type Answer struct {
	ID        string
	Name      string
	Value     string
	Missing   bool   // the value says so, in quiet words: "Not provided"
	Announced string // of the link: "Change date of birth"
	Said      string // with the link, where the value would repeat its name; else the value is
	Action    string // the link's word; "Change" if empty
	ReadOnly  bool   // without a link
	Error     string // what is wrong with it, or empty
}

// Answers is one section of a record read back: a head with tags, and a row for
// each answer with a link to change it.
type Answers struct {
	compound
	// OnChange is told the id of the row whose answer is to be changed.
	OnChange func(id string)

	name string
	head *Row
	list *Stack
	tag  *Tag
	rows []*answerRow
}

// NewAnswers makes an empty section.
func NewAnswers(id, name string) *Answers {
	a := &Answers{name: named(id, name), list: NewStack(0)}
	title := NewHeading(id+"/title", name, 2).SetStyle(theme.Title3)
	a.head = NewRow(theme.Space2, title)
	head := NewPad(theme.Space3, theme.Space4, theme.Space3, theme.Space4, a.head).SetFill(theme.Sunken)
	head.radius = theme.RadiusL - 1
	card := NewCard(NewStack(0, head, a.list)).SetPad(1, 1, 1, 1)
	a.build(id, a, card)
	return a
}

// SetTag puts one tag at the right of the head; empty words take it away.
func (a *Answers) SetTag(kind TagKind, words string) {
	switch {
	case words == "":
		a.SetTags()
		a.tag = nil
	case a.tag == nil:
		a.tag = NewTag(a.id+"/tag", kind, words)
		a.SetTags(a.tag)
	default:
		a.tag.Set(kind, words)
	}
}

// SetTags puts tags at the right of the head: "1 to fix", "7 rules passed".
func (a *Answers) SetTags(tags ...*Tag) {
	objects := make([]fyne.CanvasObject, len(tags))
	for i, t := range tags {
		objects[i] = t
	}
	a.head.SetEnd(objects...)
	canvasRefresh(a.head)
}

// SetRows replaces the rows; those whose id stays keep the focus.
func (a *Answers) SetRows(rows []Answer) {
	next := make([]*answerRow, 0, len(rows))
	objects := make([]fyne.CanvasObject, 0, len(rows))
	for i, row := range rows {
		r := a.row(row.ID)
		if r == nil {
			r = newAnswerRow(a, row)
		}
		r.set(row, i+1, len(rows))
		next = append(next, r)
		objects = append(objects, r)
	}
	a.rows = next
	a.list.SetChildren(objects...)
}

func (a *Answers) row(id string) *answerRow {
	if i := slices.IndexFunc(a.rows, func(r *answerRow) bool { return r.answer.ID == id }); i >= 0 {
		return a.rows[i]
	}
	return nil
}

// FocusRow moves the focus to the link of a row, as after its answer was changed.
func (a *Answers) FocusRow(id string) bool {
	r := a.row(id)
	if r != nil {
		r.change.TakeFocus()
	}
	return r != nil
}

// Describe gives the section as a list.
func (a *Answers) Describe() *a11y.Node {
	n := a.node(a11y.RoleGroup, a.name)
	n.Children = Nodes(a.head)
	list := a.nodeAt(a.id+"/list", a11y.RoleList, "", a.list.area()) // the group has the section's name
	list.Children = Nodes(a.list)
	n.Children = append(n.Children, list)
	return n
}

type answerRow struct {
	control
	answer    Answer
	pos, size int

	rule   *Rule
	name   *Text
	value  *Text
	fault  *InlineError
	change *Link
}

func newAnswerRow(a *Answers, row Answer) *answerRow {
	r := &answerRow{rule: NewRule(), name: quiet("", theme.BodyDense.AsBold(), theme.Text), value: quiet("", theme.BodyDense, theme.Text)}
	id := a.id + "/" + row.ID
	r.extend(id, r)
	r.fault = NewInlineError(id+"/error", "")
	r.change = NewLink(id+"/change", "Change", func() {
		if a.OnChange != nil {
			a.OnChange(r.answer.ID)
		}
	}).SetStyle(theme.BodyDense.AsBold())
	for _, o := range []fyne.CanvasObject{r.rule, r.name, r.value, r.fault, r.change} {
		adopt(r, o)
	}
	return r
}

func (r *answerRow) set(row Answer, pos, size int) {
	if row.Announced == "" {
		row.Announced = "Change " + row.Name
	}
	if row.Action == "" {
		row.Action = "Change"
	}
	r.answer, r.pos, r.size = row, pos, size
	r.name.SetWords(row.Name)
	r.value.SetWords(row.Value)
	ink := theme.Text
	if row.Missing {
		ink = theme.Muted
	}
	r.value.SetToken(ink)
	r.fault.SetWords(row.Error)
	r.change.SetName(row.Action)
	r.change.SetAnnounced(row.Announced)
	show(r.change, !row.ReadOnly)
	show(r.rule, pos > 1)
}

func (r *answerRow) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.rule, r.name, r.value, r.fault, r.change}
}
func (r *answerRow) paint() {}

const answerSide float32 = 18

// stacked reports whether name, value and link stand one under the other.
func (r *answerRow) stacked(width float32) bool { return width < 440*r.look().Scale() }

func (r *answerRow) columns(width float32) (name, value, change float32) {
	if !r.answer.ReadOnly {
		change = r.change.bestWidth()
	}
	if r.stacked(width) {
		w := max(1, width-2*answerSide)
		return w, w, min(change, w)
	}
	rest := width - 2*answerSide - change - 2*theme.Space4
	name = rest * 0.48
	return name, rest - name, change
}

func (r *answerRow) measure(width float32) float32 {
	name, value, change := r.columns(width)
	values := r.value.heightAt(value) + r.fault.heightAt(value)
	link := float32(0)
	if !r.answer.ReadOnly {
		link = r.change.heightAt(change)
	}
	if r.stacked(width) {
		return r.name.heightAt(name) + values + max(link, theme.Space3) + theme.Space3
	}
	return max(r.name.heightAt(name)+theme.Space5, values+theme.Space5, link+theme.Space2)
}

func (r *answerRow) leastWidth() float32 {
	return max(r.name.leastWidth(), r.value.leastWidth(), r.change.leastWidth()) + 2*answerSide
}

func (r *answerRow) arrange(size fyne.Size) {
	place(r.rule, 0, 0, size.Width, r.look().Edge())
	name, value, change := r.columns(size.Width)
	nh, vh, fh, ch := r.name.heightAt(name), r.value.heightAt(value), r.fault.heightAt(value), r.change.heightAt(change)
	if r.stacked(size.Width) {
		y := theme.Space3
		place(r.name, answerSide, y, name, nh)
		place(r.value, answerSide, y+nh, value, vh)
		place(r.fault, answerSide, y+nh+vh, value, fh)
		place(r.change, answerSide, y+nh+vh+fh, change, ch)
		return
	}
	// The first lines stand level; a short row is in the middle of its height.
	line := r.look().LineHeight(theme.BodyDense)
	top := (size.Height - max(nh, vh+fh)) / 2
	x := answerSide
	place(r.name, x, top, name, nh)
	x += name + theme.Space4
	place(r.value, x, top, value, vh)
	place(r.fault, x, top+vh, value, fh)
	place(r.change, size.Width-answerSide-change, top+line/2-ch/2, change, ch)
}

// Describe gives the row: "Date of birth, 14 June 2018", with its link.
func (r *answerRow) Describe() *a11y.Node {
	n := r.node(a11y.RoleListItem, joinComma(r.answer.Name, r.answer.Value))
	if r.answer.Error != "" {
		n.Description = "Error: " + r.answer.Error
	}
	n.Pos, n.Size = r.pos, r.size
	measured(n, r.Size(), r.name, r.value)
	if r.answer.ReadOnly {
		return n
	}
	// Tab goes from link to link: each tells the answer that it changes, once.
	change := r.change.Describe()
	said := r.answer.Said
	if said == "" && !strings.Contains(change.Name, r.answer.Value) {
		said = r.answer.Value
	}
	change.Description = joinWords(aloud(said), n.Description)
	n.Children = []*a11y.Node{change}
	return n
}
