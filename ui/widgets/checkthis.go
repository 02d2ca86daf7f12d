package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// CheckThis is something that looks odd, with a box for why it is right. It never
// stops anybody. Once explained it folds to one line.
type CheckThis struct {
	control
	// OnChange is told what is in the box after each change, OnCommit when it is
	// left changed.
	OnChange func(raw string)
	OnCommit func(raw string)
	// OnFocus and OnBlur are told when the box gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)
	// OnWhy is told when "Why we ask" is opened or closed.
	OnWhy func(open bool)
	// OnReopen is told when the person wants to change the reason.
	OnReopen func()

	explained bool
	askWords  string

	ground *canvas.Rectangle
	body   *Stack
	odd    *Text
	ask    *Text
	reason *LongText
	why    *Disclosure
	whyIn  *Text
	folded *Row
	change *Link
}

// NewCheckThis makes an open one. Ask is its own question: "Why does Maya not have
// a UPN?"
func NewCheckThis(id, ask string) *CheckThis {
	c := &CheckThis{ground: canvas.NewRectangle(nil), askWords: named(id, ask)}
	c.extend(id, c)
	c.odd = NewText(id+"/odd", "", theme.BodyDense)
	c.ask = quiet(ask, theme.BodyDense.AsBold(), theme.Text)
	c.reason = NewLongText(id+"/reason", ask)
	c.reason.SetLines(2, 10)
	c.reason.OnChange = func(raw string) {
		if c.OnChange != nil {
			c.OnChange(raw)
		}
	}
	c.reason.OnCommit = func(raw string) {
		if c.OnCommit != nil {
			c.OnCommit(raw)
		}
	}
	c.reason.OnFocus = func() {
		if c.OnFocus != nil {
			c.OnFocus()
		}
	}
	c.reason.OnBlur = func(v Visit) {
		if c.OnBlur != nil {
			c.OnBlur(v)
		}
	}
	c.whyIn = NewText(id+"/why/words", "", theme.BodyDense)
	c.why = NewDisclosure(id+"/why", "Why we ask", c.whyIn)
	c.why.OnToggle = func(open bool) {
		if c.OnWhy != nil {
			c.OnWhy(open)
		}
	}
	c.why.Hide()
	head := newLead("query", theme.Check, 22, theme.Space2, quiet("Check this", theme.Title3, theme.Check))
	open := NewStack(0, head, NewSpace(theme.Space1), c.odd, NewSpace(theme.Space2), c.ask, NewSpace(theme.Space2), c.reason, c.reason.words.link, c.why)
	c.change = NewLink(id+"/change", "Change your reason", c.reopen).SetAnnounced("Change your reason: " + ask)
	c.folded = NewRow(theme.Space4, newLead("query", theme.Check, 22, theme.Space2, quiet("Explained", theme.Title3, theme.Check)), c.change)
	c.folded.Hidden = true
	c.body = NewStack(0, open, c.folded)
	adopt(c, c.body)
	return c
}

func (c *CheckThis) open() fyne.CanvasObject { return c.body.children[0] }

// SetWords changes what looks odd and what is asked.
func (c *CheckThis) SetWords(odd, ask string) {
	c.odd.SetWords(odd)
	if c.askWords != ask {
		c.askWords = named(c.id, ask)
		c.ask.SetWords(ask)
		c.reason.box.name = ask
		c.change.SetAnnounced("Change your reason: " + ask)
	}
}

// SetWhy says why this is asked, with the code of the rule in small; empty words
// take the fold away.
func (c *CheckThis) SetWhy(words, code string) {
	runs := []Run{{Words: words}}
	if code != "" {
		runs = append(runs, Run{Words: " " + code, Quiet: true})
	}
	c.whyIn.SetRuns(runs...)
	if words == "" {
		c.why.Hide()
	} else {
		c.why.Show()
	}
}

// SetWhyOpen opens or closes "Why we ask".
func (c *CheckThis) SetWhyOpen(open bool) { c.why.SetOpen(open) }

// SetReason fills the box without calling back.
func (c *CheckThis) SetReason(raw string) { c.reason.SetValue(raw) }

// Reason is what is in the box.
func (c *CheckThis) Reason() string { return c.reason.Value() }

// SetLimit says how many letters the reason can have.
func (c *CheckThis) SetLimit(letters int) { c.reason.SetLimit(letters) }

// SetExplained folds the box to one line, or opens it again.
func (c *CheckThis) SetExplained(on bool) {
	if c.explained == on {
		return
	}
	c.explained = on
	Batch(func() {
		if on {
			c.open().Hide()
			c.folded.Show()
		} else {
			c.folded.Hide()
			c.open().Show()
		}
	})
}

// Explained reports whether it is folded.
func (c *CheckThis) Explained() bool { return c.explained }

func (c *CheckThis) reopen() {
	c.SetExplained(false)
	c.reason.TakeFocus()
	if c.OnReopen != nil {
		c.OnReopen()
	}
}

// TakeFocus moves the focus to the box, or to the link while it is folded.
func (c *CheckThis) TakeFocus() {
	if c.explained {
		c.change.TakeFocus()
		return
	}
	c.reason.TakeFocus()
}

const checkPad float32 = 18

func (c *CheckThis) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.ground, c.body} }

func (c *CheckThis) paint() {
	t := c.look()
	box{fill: t.Colour(theme.CheckTint), stroke: t.Colour(theme.CheckLine), edge: 2, radius: theme.RadiusL}.draw(c.ground)
}

func (c *CheckThis) measure(width float32) float32 {
	return c.body.heightAt(max(1, width-2*checkPad)) + 2*checkPad
}
func (c *CheckThis) leastWidth() float32 { return c.body.leastWidth() + 2*checkPad }

func (c *CheckThis) arrange(size fyne.Size) {
	place(c.ground, 0, 0, size.Width, size.Height)
	place(c.body, checkPad, checkPad, max(1, size.Width-2*checkPad), size.Height-2*checkPad)
}

// Describe gives the group with its words, box and links.
func (c *CheckThis) Describe() *a11y.Node {
	n := c.node(a11y.RoleGroup, "Check this")
	n.Description = c.odd.Words()
	n.Children = Nodes(c.body)
	return n
}
