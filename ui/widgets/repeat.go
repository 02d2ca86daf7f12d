package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// RepeatItem is one card of a list of people, visits or the like.
type RepeatItem struct {
	ID      string // a place in the program, not a name
	Name    string
	Line    string
	Tag     string // "1 to fix"; empty for none
	TagKind TagKind
}

// RepeatList is what was added to a repeating group: a card each, with Change and
// Remove.
type RepeatList struct {
	compound
	// OnChange and OnRemove are told the id of the item.
	OnChange func(id string)
	OnRemove func(id string)

	name  string
	icon  string
	list  *Stack
	cards []*repeatCard
}

// NewRepeatList makes an empty list.
func NewRepeatList(id, name string) *RepeatList {
	l := &RepeatList{name: named(id, name), icon: "person", list: NewStack(theme.Space3)}
	l.build(id, l, l.list)
	return l
}

// SetIcon changes the drawing on the cards that are added from now on.
func (l *RepeatList) SetIcon(name string) { l.icon = name }

// SetItems replaces the items; cards whose id stays keep the focus.
func (l *RepeatList) SetItems(items []RepeatItem) {
	cards := make([]*repeatCard, 0, len(items))
	objects := make([]fyne.CanvasObject, 0, len(items))
	for i, item := range items {
		var c *repeatCard
		if k := slices.IndexFunc(l.cards, func(c *repeatCard) bool { return c.item.ID == item.ID }); k >= 0 {
			c = l.cards[k]
		} else {
			c = newRepeatCard(l, item)
		}
		c.set(item, i+1, len(items))
		cards = append(cards, c)
		objects = append(objects, c)
	}
	l.cards = cards
	l.list.SetChildren(objects...)
}

// FocusItem moves the focus to an item's Change. It reports whether there is one.
func (l *RepeatList) FocusItem(id string) bool {
	i := slices.IndexFunc(l.cards, func(c *repeatCard) bool { return c.item.ID == id })
	if i >= 0 {
		l.cards[i].change.TakeFocus()
	}
	return i >= 0
}

// Describe gives the list with its cards.
func (l *RepeatList) Describe() *a11y.Node {
	n := l.node(a11y.RoleList, l.name)
	n.Children = Nodes(l.list)
	return n
}

type repeatCard struct {
	control
	item      RepeatItem
	pos, size int

	ground *canvas.Rectangle
	disc   *canvas.Rectangle
	icon   *picture
	iconIs string
	name   *Text
	line   *Text
	tag    *Tag
	change *Link
	remove *Link
	tail   *Row
}

func newRepeatCard(l *RepeatList, item RepeatItem) *repeatCard {
	c := &repeatCard{
		ground: canvas.NewRectangle(nil), disc: canvas.NewRectangle(nil),
		icon: newPicture(), iconIs: l.icon,
		name: quiet("", theme.Title3, theme.Text), line: quiet("", theme.BodyDense, theme.Muted),
	}
	id := l.id + "/" + item.ID
	c.extend(id, c)
	c.tag = NewTag(id+"/tag", TagFix, "To fix")
	c.change = NewLink(id+"/change", "Change", func() {
		if l.OnChange != nil {
			l.OnChange(c.item.ID)
		}
	}).SetStyle(theme.BodyDense.AsBold())
	c.remove = NewLink(id+"/remove", "Remove", func() {
		if l.OnRemove != nil {
			l.OnRemove(c.item.ID)
		}
	}).SetStyle(theme.BodyDense.AsBold())
	c.tail = NewRow(theme.Space5, c.tag, c.change, c.remove)
	for _, o := range []fyne.CanvasObject{c.name, c.line, c.tail} {
		adopt(c, o)
	}
	return c
}

func (c *repeatCard) set(item RepeatItem, pos, size int) {
	c.item, c.pos, c.size = item, pos, size
	c.name.SetWords(item.Name)
	c.line.SetWords(item.Line)
	if item.Tag == "" {
		c.tag.Hide()
	} else {
		c.tag.Set(item.TagKind, item.Tag)
		c.tag.Show()
	}
	c.change.SetAnnounced("Change " + item.Name)
	c.remove.SetAnnounced("Remove " + item.Name)
}

const discSide float32 = 46

func (c *repeatCard) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ground, c.disc, c.icon.image, c.name, c.line, c.tail}
}

func (c *repeatCard) paint() {
	t := c.look()
	box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Line), edge: t.Edge(), radius: theme.RadiusL}.draw(c.ground)
	box{fill: t.Colour(theme.Tint), radius: t.Scaled(discSide) / 2}.draw(c.disc)
	c.icon.draw(t, c.iconIs, theme.OnTint)
}

const cardPad float32 = 16

func (c *repeatCard) textLeft() float32 { return answerSide + c.look().Scaled(discSide) + answerSide }

// across reports whether the links stand at the right of the words.
func (c *repeatCard) across(width float32) bool {
	words := min(max(c.name.bestWidth(), c.line.bestWidth()), 260*c.look().Scale())
	return c.textLeft()+words+theme.Space4+c.tail.bestWidth()+answerSide <= width
}

func (c *repeatCard) textWidth(width float32) float32 {
	w := width - c.textLeft() - answerSide
	if c.across(width) {
		w -= c.tail.bestWidth() + theme.Space4
	}
	return max(1, w)
}

func (c *repeatCard) measure(width float32) float32 {
	w := c.textWidth(width)
	h := max(c.name.heightAt(w)+c.line.heightAt(w), c.look().Scaled(discSide))
	if !c.across(width) {
		h += c.tail.heightAt(w)
	}
	return h + 2*cardPad
}

func (c *repeatCard) leastWidth() float32 {
	return c.textLeft() + max(c.name.leastWidth(), c.line.leastWidth(), c.tail.leastWidth()) + answerSide
}

func (c *repeatCard) arrange(size fyne.Size) {
	t := c.look()
	place(c.ground, 0, 0, size.Width, size.Height)
	w := c.textWidth(size.Width)
	name, line := c.name.heightAt(w), c.line.heightAt(w)
	whole := max(name+line, t.Scaled(discSide))
	top := cardPad + (whole-name-line)/2
	disc, icon := t.Scaled(discSide), t.Scaled(22)
	place(c.disc, answerSide, cardPad+(whole-disc)/2, disc, disc)
	place(c.icon.image, answerSide+(disc-icon)/2, cardPad+(whole-icon)/2, icon, icon)
	place(c.name, c.textLeft(), top, w, name)
	place(c.line, c.textLeft(), top+name, w, line)
	if c.across(size.Width) {
		tail := c.tail.bestWidth()
		h := c.tail.heightAt(tail)
		place(c.tail, size.Width-answerSide-tail, (size.Height-h)/2, tail, h)
		return
	}
	place(c.tail, c.textLeft(), cardPad+whole, w, c.tail.heightAt(w))
}

// Describe gives the card: "Joana Carvalho, Mum", with its links.
func (c *repeatCard) Describe() *a11y.Node {
	words := joinComma(c.item.Name, aloud(c.item.Line))
	n := c.node(a11y.RoleListItem, joinComma(words, c.item.Tag))
	n.Pos, n.Size = c.pos, c.size
	measured(n, c.Size(), c.name, c.line)
	change := c.change.Describe()
	change.Description = joinComma(aloud(c.item.Line), c.item.Tag)
	n.Children = []*a11y.Node{change, c.remove.Describe()}
	return n
}

// aloud is a line as it is said: readers say the dot between its parts by name.
func aloud(line string) string { return strings.ReplaceAll(line, " · ", ", ") }
