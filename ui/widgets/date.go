package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Date is what stands in the boxes of a date, as typed.
type Date struct{ Day, Month, Year string }

// DateBoxes are three boxes for a date that is known: Day, Month and Year, in any
// spelling. The focus never jumps from one to the next by itself.
type DateBoxes struct {
	control
	note
	// OnChange is told what stands in the boxes after each change.
	OnChange func(Date)
	// OnCommit is told what stands in the boxes when all of them are left changed,
	// and on Enter.
	OnCommit func(Date)
	// OnFocus and OnBlur are told when the first box is entered and the last left.
	OnFocus func()
	OnBlur  func(Visit)

	name      string
	boxes     [3]*dateBox
	inUse     bool
	committed Date
	visit     Visit
}

var (
	_ Field = (*DateBoxes)(nil)

	datePartNames  = [3]string{"Day", "Month", "Year"}
	datePartIDs    = [3]string{"day", "month", "year"}
	datePartWidths = [3]float32{67, 67, 93}
)

// dateBox is one of the three, with its label above.
type dateBox struct {
	edit
	date  *DateBoxes
	label *Text
}

// NewDateBoxes makes the boxes with the name of their question.
func NewDateBoxes(id, name string) *DateBoxes {
	d := &DateBoxes{name: named(id, name)}
	d.extend(id, d)
	for i := range d.boxes {
		b := &dateBox{date: d}
		b.setUp(id+"/"+datePartIDs[i], datePartNames[i], b)
		b.fixed = datePartWidths[i]
		b.group = d
		b.label = quiet(datePartNames[i], theme.Small, theme.Text)
		b.edit.OnChange = func(string) { d.edited() }
		b.edit.OnFocus = d.entered
		b.edit.OnBlur = d.partLeft
		b.edit.OnCommit = func(string) {}
		adopt(b, b.label)
		adopt(d, b)
		d.boxes[i] = b
	}
	return d
}

// SetParts leaves out the day, or the day and the month, where the form asks for
// no more.
func (d *DateBoxes) SetParts(day, month bool) {
	for i, on := range []bool{day, month} {
		if d.boxes[i].Visible() != on {
			d.boxes[i].Hidden = !on
			d.changed()
		}
	}
}

// Value is what stands in the boxes.
func (d *DateBoxes) Value() Date {
	return Date{d.boxes[0].Value(), d.boxes[1].Value(), d.boxes[2].Value()}
}

// SetValue fills the boxes without calling back.
func (d *DateBoxes) SetValue(v Date) {
	d.committed = v
	for i, part := range [3]string{v.Day, v.Month, v.Year} {
		d.boxes[i].SetValue(part)
	}
}

// SetHint gives the words that come before the error in the description.
func (d *DateBoxes) SetHint(words string) { d.hint = words }

// SetError adds the words to the description, and marks all boxes unless SetWrong
// says which; empty clears.
func (d *DateBoxes) SetError(words string) {
	if d.err == words {
		return
	}
	d.err = words
	all := words != ""
	d.SetWrong(all, all, all)
}

// SetWrong gives only the wrong boxes the edge of an error.
func (d *DateBoxes) SetWrong(day, month, year bool) {
	for i, on := range [3]bool{day, month, year} {
		d.boxes[i].SetWrong(on)
	}
}

// TakeFocus moves the focus to the first box that is wrong, or the first.
func (d *DateBoxes) TakeFocus() {
	for _, b := range d.boxes {
		if b.wrong && b.Visible() {
			b.TakeFocus()
			return
		}
	}
	for _, b := range d.boxes {
		if b.Visible() {
			b.TakeFocus()
			return
		}
	}
}

func (d *DateBoxes) edited() {
	if d.OnChange != nil {
		d.OnChange(d.Value())
	}
}

func (d *DateBoxes) commit() {
	d.committed = d.Value()
	if d.OnCommit != nil {
		d.OnCommit(d.committed)
	}
}

func (d *DateBoxes) entered() {
	if d.inUse {
		return
	}
	d.inUse, d.visit = true, Visit{}
	if d.OnFocus != nil {
		d.OnFocus()
	}
}

func (d *DateBoxes) partLeft(v Visit) {
	d.visit.Deletes += v.Deletes
	d.visit.Moves += v.Moves
	d.visit.Pastes += v.Pastes
	d.visit.Undos += v.Undos
}

// groupLeft is told when the focus went to something else.
func (d *DateBoxes) groupLeft() {
	if !d.inUse {
		return
	}
	d.inUse = false
	d.Commit()
	if d.OnBlur != nil {
		d.OnBlur(d.visit)
	}
}

// Commit commits what stands in the boxes now, as when the page is left.
func (d *DateBoxes) Commit() {
	if d.Value() != d.committed {
		d.commit()
	}
}

func (b *dateBox) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		b.date.commit()
		return true
	}
	return b.edit.key(ev)
}

// pasted spreads a whole date over the boxes: "31/3/2017", "31 March 2017",
// "2017-03-31". It reports whether the words were one.
func (b *dateBox) pasted(words string) bool {
	parts, ok := splitDate(words)
	if !ok {
		return false
	}
	for i, part := range parts {
		if box := b.date.boxes[i]; box.Visible() {
			box.setAll(part)
			box.redraw()
		}
	}
	b.date.edited()
	return true
}

func splitDate(words string) (parts [3]string, ok bool) {
	found := strings.FieldsFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/-.,\u2013", r)
	})
	if len(found) != 3 {
		return parts, false
	}
	if len(found[0]) == 4 && len(found[2]) <= 2 { // year first
		found[0], found[2] = found[2], found[0]
	}
	return [3]string(found), true
}

func (d *DateBoxes) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.boxes[0], d.boxes[1], d.boxes[2]}
}
func (d *DateBoxes) paint() {}

// stacked reports whether the boxes stand one over the other.
func (d *DateBoxes) stacked(width float32) bool { return width < d.bestWidth() }

func (d *DateBoxes) bestWidth() float32 {
	var w float32
	for _, b := range d.boxes {
		if b.Visible() {
			w += b.bestWidth() + theme.Space4
		}
	}
	return w - theme.Space4
}

func (d *DateBoxes) leastWidth() float32 { return d.boxes[2].bestWidth() }

func (d *DateBoxes) measure(width float32) float32 {
	one := d.boxes[0].heightAt(width)
	if !d.stacked(width) {
		return one
	}
	var h float32
	for _, b := range d.boxes {
		if b.Visible() {
			h += one + theme.Space3
		}
	}
	return h - theme.Space3
}

func (d *DateBoxes) arrange(size fyne.Size) {
	var x, y float32
	for _, b := range d.boxes {
		if !b.Visible() {
			continue
		}
		w, h := b.bestWidth(), b.heightAt(size.Width)
		place(b, x, y, w, h)
		if d.stacked(size.Width) {
			y += h + theme.Space3
		} else {
			x += w + theme.Space4
		}
	}
}

// Describe gives the group with its boxes. The error stands on the boxes that are
// wrong and on the first, where people come in; a reader that says the group with
// the box would say an error of the group twice.
func (d *DateBoxes) Describe() *a11y.Node {
	n := d.node(a11y.RoleGroup, d.name)
	n.Description = d.hint
	n.States |= d.states() &^ a11y.Invalid
	for _, b := range d.boxes {
		if b.Visible() {
			n.Children = append(n.Children, b.Describe())
		}
	}
	return n
}

// first is the first box that is asked for.
func (d *DateBoxes) first() *dateBox {
	for _, b := range d.boxes {
		if b.Visible() {
			return b
		}
	}
	return nil
}

// labelHeight is the room of the label above a box.
func (b *dateBox) labelHeight() float32 { return b.look().LineHeight(theme.Small) + theme.Space1 }

func (b *dateBox) parts() []fyne.CanvasObject { return append(b.edit.parts(), b.label) }

func (b *dateBox) bestWidth() float32 {
	return max(b.boxWidth(1e6), b.label.bestWidth())
}

func (b *dateBox) measure(width float32) float32 {
	return b.labelHeight() + b.edit.measure(width)
}

func (b *dateBox) arrange(size fyne.Size) {
	b.top = b.labelHeight()
	place(b.label, 0, 0, size.Width, b.look().LineHeight(theme.Small))
	b.edit.arrange(size)
}

// Describe gives the box.
func (b *dateBox) Describe() *a11y.Node {
	n := b.describe(a11y.RoleTextBox)
	if b.date.err != "" && (b.wrong || b == b.date.first()) {
		n.Description = joinWords(n.Description, "Error: "+b.date.err)
	}
	return n
}
