package widgets

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
)

// Combo is a list to search: typing finds rows by any word and by other names. Only
// Enter or a press takes a row; Esc and Tab keep what was typed.
type Combo struct {
	edit
	// OnChange is told what is in the box after each change.
	OnChange func(raw string)
	// OnCommit is told what is in the box when it is left changed or a row was
	// taken, and the value of the row with these words, or empty.
	OnCommit func(raw, value string)

	one, many string
	index     index
	found     []Option
	list      *optionList
	open      bool
	inUse     bool
	said      string // of how many rows there are, while the list is open
	unsaid    func() // takes back what would be said after a pause
}

const comboWidth float32 = 420

var _ Field = (*Combo)(nil)

// NewCombo makes a list to search with the name of its question.
func NewCombo(id, name string, options []Option) *Combo {
	c := &Combo{one: "answer", many: "answers"}
	c.setUp(id, name, c)
	c.icon, c.fixed = "search", comboWidth
	c.list = newOptionList(id+"/list", name)
	c.list.owner = c
	c.list.group, c.group = c, c
	c.SetOptions(options)
	c.edit.OnChange = c.typedIn
	c.edit.OnCommit = func(raw string) { c.tell(raw) }
	return c
}

// SetOptions replaces the rows.
func (c *Combo) SetOptions(options []Option) {
	if slices.EqualFunc(c.index.options, options, func(a, b Option) bool {
		return a.Value == b.Value && a.Words == b.Words && slices.Equal(a.Other, b.Other)
	}) {
		return
	}
	c.index = newIndex(slices.Clone(options))
	if c.open {
		c.search(c.edit.Value())
	}
}

// SetNoun says what is listed, for "3 languages found".
func (c *Combo) SetNoun(one, many string) { c.one, c.many = one, many }

// SetValue puts what was typed into the box, or the words of the row with a value.
// It neither calls back nor opens the list.
func (c *Combo) SetValue(raw, value string) {
	if i := slices.IndexFunc(c.index.options, func(o Option) bool { return o.Value == value }); i >= 0 && value != "" {
		raw = c.index.options[i].Words
	}
	c.edit.SetValue(raw)
}

// Value is what is in the box, and the value of the row with these words, or empty.
func (c *Combo) Value() (raw, value string) {
	raw = c.edit.Value()
	return raw, c.valueOf(raw)
}

func (c *Combo) valueOf(raw string) string {
	if i := c.index.exact(raw); i >= 0 {
		return c.index.options[i].Value
	}
	return ""
}

func (c *Combo) tell(raw string) {
	if c.OnCommit != nil {
		c.OnCommit(raw, c.valueOf(raw))
	}
}

func (c *Combo) typedIn(raw string) {
	if strings.TrimSpace(raw) == "" {
		c.close()
	} else {
		c.search(raw)
	}
	if c.OnChange != nil {
		c.OnChange(raw)
	}
}

// search opens the list with what goes with the words typed, and says how many.
func (c *Combo) search(raw string) {
	c.found = nil
	for _, i := range c.index.search(raw) {
		c.found = append(c.found, c.index.options[i])
	}
	at := 0
	if len(c.found) == 0 {
		at = -1
	}
	c.list.set(c.found, at, "No "+c.many+" found")
	c.show()
	c.say()
}

// pause is how long nobody types before a count that stays the same is said again.
const pause = 1200 * time.Millisecond

// say tells how many rows there are: at once when that is news, and otherwise once
// the person stops typing.
func (c *Combo) say() {
	if c.unsaid != nil {
		c.unsaid()
		c.unsaid = nil
	}
	words := c.countWords()
	if words != c.said {
		c.said = words
		c.announce(words, a11y.LivePolite)
		return
	}
	c.unsaid = c.later(pause, func() {
		c.unsaid = nil
		if c.open {
			c.announce(words, a11y.LivePolite)
		}
	})
}

func (c *Combo) countWords() string {
	switch len(c.found) {
	case 0:
		return "No " + c.many + " found"
	case 1:
		return "1 " + c.one + " found"
	}
	return fmt.Sprintf("%d %s found", len(c.found), c.many)
}

const listGap float32 = 8

func (c *Combo) show() {
	f := c.floor()
	if f == nil {
		return
	}
	c.open = true
	openBelow(f, c.list, c.area(), c.boxWidth(c.Size().Width))
	c.reveal(withList(c.area(), c.list))
}

// openBelow puts a list under a box.
func openBelow(f *floats, l *optionList, box area, width float32) {
	adopt(f.in, l)
	f.open(l, area{box.x, box.y + box.h + listGap, width, l.heightAt(width)})
}

// withList is a box and the list under it.
func withList(box area, l *optionList) area {
	box.h += listGap + l.Size().Height
	return box
}

func (c *Combo) close() {
	if c.open {
		c.open, c.said = false, ""
		c.floor().close(c.list)
	}
}

// take takes a row of the list.
func (c *Combo) take(i int) {
	if i < 0 || i >= len(c.found) {
		return
	}
	words := c.found[i].Words
	c.close()
	if words != c.edit.Value() {
		c.setAll(words)
		c.redraw()
	}
	c.edit.commit()
}

// FocusGained is for the toolkit.
func (c *Combo) FocusGained() {
	if c.inUse { // back from the list
		c.active.FocusGained()
		return
	}
	c.inUse = true
	c.edit.FocusGained()
}

// FocusLost is for the toolkit. The list may have the focus now: nothing counts
// until both are left.
func (c *Combo) FocusLost() { c.active.FocusLost() }

// groupLeft is told when neither box nor list has the focus: Tab keeps the words.
func (c *Combo) groupLeft() {
	if !c.inUse {
		return
	}
	c.inUse = false
	c.close()
	c.Commit()
	if c.OnBlur != nil {
		c.OnBlur(c.visit)
	}
}

func (c *Combo) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp:
		switch {
		case !c.open:
			c.search(c.edit.Value())
		case ev.Name == fyne.KeyDown:
			c.list.mark(c.list.at + 1)
		default:
			c.list.mark(c.list.at - 1)
		}
		return true
	case fyne.KeyEscape:
		if c.open {
			c.close()
			return true
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.open && c.list.at >= 0 {
			c.take(c.list.at)
			return true
		}
		c.close()
	}
	return c.edit.key(ev)
}

// chord opens by Alt+Down.
func (c *Combo) chord(s fyne.Shortcut) bool {
	if opens(s) {
		c.search(c.edit.Value())
		return true
	}
	return c.edit.chord(s)
}

// opens reports Alt+Down.
func opens(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	return ok && k.KeyName == fyne.KeyDown && k.Modifier == fyne.KeyModifierAlt
}

// SetLetters makes the box about as wide as that many letters; 0 is the usual width.
func (c *Combo) SetLetters(n int) {
	c.fixed = 0
	if n == 0 {
		c.fixed = comboWidth
	}
	c.edit.SetLetters(n)
	c.changed()
}

// Describe gives the box, and the list while it is open.
func (c *Combo) Describe() *a11y.Node {
	n := c.describe(a11y.RoleComboBox)
	n.States |= a11y.Expandable
	n.Value = c.edit.Value()
	if c.open {
		n.States |= a11y.Expanded
		n.Relations = append(n.Relations, a11y.Relation{Kind: a11y.Controls, IDs: []string{c.id + "/list"}})
		if c.list.at >= 0 {
			n.Relations = append(n.Relations, a11y.Relation{Kind: a11y.ActiveChild, IDs: []string{optionID(c.id, c.found[c.list.at])}})
		}
		n.Children = append(n.Children, c.list.describe(c.id))
	}
	n.Actions = []a11y.Action{{Name: "open", Do: func() { c.search(c.edit.Value()) }}}
	return n
}
