package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Fact is one small line with an icon.
type Fact struct{ Icon, Words string }

// Task is what a card says about a piece of work.
type Task struct {
	Number  string // in the square; with Done a tick stands there
	Done    bool
	Name    string
	Aside   string // beside the name: "20 minutes"
	Line    string
	Facts   []Fact
	TagKind TagKind
	Tag     string
	Current bool   // the one in hand: its button is the main one
	Act     string // words of the button; empty for none
	Other   string // words of the second button: "Skip this one"
}

// TaskCard is a piece of work to do, with its state and buttons.
type TaskCard struct {
	control
	// OnAct and OnOther are what the buttons do.
	OnAct   func()
	OnOther func()

	task   Task
	card   *Frame
	square *canvas.Rectangle
	number *Text
	tick   *picture
	name   *Text
	line   *Text
	facts  *Stack
	tag    *Tag
	act    *Button
	other  *Button
	pair   *Row
}

// NewTaskCard makes a card for a task, which must have a name.
func NewTaskCard(id string, task Task) *TaskCard {
	c := &TaskCard{
		square: canvas.NewRectangle(nil), tick: newPicture(),
		number: quiet("", theme.Title3, theme.Text).SetAlign(fyne.TextAlignCenter),
		name:   quiet("", theme.Question, theme.Text), line: quiet("", theme.BodyDense, theme.Text),
		facts: NewStack(0),
	}
	c.extend(id, c)
	named(id, task.Name)
	c.tag = NewTag(id+"/tag", TagTodo, "Not started")
	c.act = NewButton(id+"/act", "Start", Secondary, func() { call(c.OnAct) }).SetCompact()
	c.other = NewButton(id+"/other", "Skip this one", Secondary, func() { call(c.OnOther) }).SetCompact()
	c.pair = NewRow(theme.Space2, c.other, c.act)
	c.card = NewCard(NewSpace(0))
	for _, o := range []fyne.CanvasObject{c.card, c.number, c.name, c.line, c.facts, c.tag, c.pair} {
		adopt(c, o)
	}
	c.Set(task)
	return c
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// Set changes what the card says.
func (c *TaskCard) Set(task Task) {
	Batch(func() {
		c.task = task
		c.name.SetRuns(Run{Words: task.Name}, Run{Words: aside(task.Aside), Quiet: true})
		c.line.SetWords(task.Line)
		c.number.SetWords(task.Number)
		c.tag.Set(task.TagKind, task.Tag)
		c.card.SetCurrent(task.Current)
		var facts []fyne.CanvasObject
		for _, f := range task.Facts {
			facts = append(facts, newLead(f.Icon, theme.Muted, 18, theme.Space2, quiet(f.Words, theme.Small, theme.Muted)))
		}
		c.facts.SetChildren(facts...)
		set(c.act, task.Act)
		set(c.other, task.Other)
		kind := Secondary
		if task.Current {
			kind = Main
		}
		c.act.SetKind(kind)
		c.act.SetAnnounced(task.Act + ", " + task.Name)
		c.other.SetAnnounced(task.Other + ", " + task.Name)
		c.paint()
		c.changed()
	})
}

func aside(words string) string {
	if words == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(words, " ", "\u00a0")
}

func set(b *Button, words string) {
	if words == "" {
		b.Hide()
		return
	}
	b.SetName(words)
	b.Show()
}

// TakeFocus moves the focus to the card's button.
func (c *TaskCard) TakeFocus() { c.act.TakeFocus() }

const squareSide float32 = 52

func (c *TaskCard) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.card, c.square, c.number, c.tick.image, c.name, c.line, c.facts, c.tag, c.pair}
}

func (c *TaskCard) paint() {
	t := c.look()
	b, ink := box{fill: t.Colour(theme.Sunken), stroke: t.Colour(theme.Line), edge: t.Edge(), radius: theme.RadiusM}, theme.Muted
	if c.task.Current {
		b, ink = box{fill: t.Colour(theme.Primary), radius: theme.RadiusM}, theme.OnPrimary
	}
	b.draw(c.square)
	c.number.SetToken(ink)
	name := ""
	if c.task.Done {
		name = "check"
	}
	c.tick.draw(t, name, theme.Muted)
	show(c.number, !c.task.Done)
}

const taskSide float32 = 22

func (c *TaskCard) textLeft() float32 {
	return taskSide + c.look().Scaled(squareSide) + theme.Space4 + theme.Space1
}

// end is how wide tag and buttons are beside the words; 0 where they stand below.
func (c *TaskCard) end(width float32) float32 {
	w := max(c.tag.bestWidth(), c.pair.bestWidth())
	if width-c.textLeft()-taskSide-w-theme.Space4 < 300*c.look().Scale() {
		return 0
	}
	return w
}

func (c *TaskCard) words(width float32) (w, h float32) {
	w = width - c.textLeft() - taskSide
	if end := c.end(width); end > 0 {
		w -= end + theme.Space4
	}
	w = max(1, w)
	return w, c.name.heightAt(w) + c.line.heightAt(w) + c.facts.heightAt(w)
}

func (c *TaskCard) tailHeight(w float32) (tag, pair float32) {
	tag = c.tag.heightAt(min(w, c.tag.bestWidth()))
	if c.act.Visible() || c.other.Visible() {
		pair = c.pair.heightAt(w) + theme.Space2
	}
	return tag, pair
}

func (c *TaskCard) measure(width float32) float32 {
	w, h := c.words(width)
	if end := c.end(width); end > 0 {
		tag, pair := c.tailHeight(end)
		return max(h, tag+pair, c.look().Scaled(squareSide)) + 2*theme.Space3
	}
	tag, pair := c.tailHeight(w)
	return max(h, c.look().Scaled(squareSide)) + theme.Space2 + tag + pair + 2*theme.Space3
}

func (c *TaskCard) leastWidth() float32 {
	return c.textLeft() + max(c.name.leastWidth(), c.pair.leastWidth()) + taskSide
}

func (c *TaskCard) arrange(size fyne.Size) {
	t := c.look()
	place(c.card, 0, 0, size.Width, size.Height)
	w, h := c.words(size.Width)
	end := c.end(size.Width)
	x, y := c.textLeft(), theme.Space3
	whole := max(h, t.Scaled(squareSide))
	if end > 0 {
		y = (size.Height - h) / 2
		whole = size.Height - 2*theme.Space3
	}
	side, icon := t.Scaled(squareSide), t.Scaled(26)
	mid := theme.Space3 + whole/2
	place(c.square, taskSide, mid-side/2, side, side)
	place(c.number, taskSide, mid-t.LineHeight(theme.Title3)/2, side, t.LineHeight(theme.Title3))
	place(c.tick.image, taskSide+(side-icon)/2, mid-icon/2, icon, icon)
	for _, o := range []fyne.CanvasObject{c.name, c.line, c.facts} {
		oh := heightOf(o, w)
		place(o, x, y, w, oh)
		y += oh
	}
	if end > 0 {
		tag, pair := c.tailHeight(end)
		y = (size.Height - tag - pair) / 2
		tw, pw := c.tag.bestWidth(), c.pair.bestWidth()
		place(c.tag, size.Width-taskSide-tw, y, tw, tag)
		place(c.pair, size.Width-taskSide-pw, y+tag+theme.Space2, pw, max(0, pair-theme.Space2))
		return
	}
	tag, pair := c.tailHeight(w)
	y = theme.Space3 + whole + theme.Space2
	place(c.tag, x, y, min(w, c.tag.bestWidth()), tag)
	place(c.pair, x, y+tag+theme.Space2, w, max(0, pair-theme.Space2))
}

// Describe gives the card as an item of a list, with its buttons.
func (c *TaskCard) Describe() *a11y.Node {
	words := joinComma(joinComma(c.task.Name, c.task.Aside), c.task.Tag)
	n := c.node(a11y.RoleListItem, words)
	n.Description = c.task.Line
	for _, f := range c.task.Facts {
		n.Description = joinWords(n.Description, f.Words)
	}
	n.Children = nodesOf(c.other, c.act)
	return n
}
