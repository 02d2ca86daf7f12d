package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Heading is a title. It can be given the focus, as on a new page, but Tab passes
// it by.
type Heading struct {
	active
	text  *Text
	level int
	why   string
}

// NewHeading makes a title of level 1 (the page's), 2 (panels) or 3 (cards).
func NewHeading(id, words string, level int) *Heading {
	h := &Heading{level: level}
	h.start(id, h)
	h.noStop = true
	h.text = quiet(named(id, words), headingStyle(level), theme.Text)
	adopt(h, h.text)
	return h
}

func headingStyle(level int) theme.Style {
	switch level {
	case 1:
		return theme.PageTitle
	case 2:
		return theme.Title2
	}
	return theme.Title3
}

// SetWords changes the title.
func (h *Heading) SetWords(words string) { h.text.SetWords(named(h.id, words)) }

// Words is the title.
func (h *Heading) Words() string { return h.text.Words() }

// SetLevel changes the level and not the look, as where a panel takes the place of
// the page.
func (h *Heading) SetLevel(level int) { h.level = level }

// SetDescription gives words that are said with the title when it has the focus, as
// where a page has nothing else to go to.
func (h *Heading) SetDescription(words string) { h.why = words }

// SetStyle changes size and weight, and not the level.
func (h *Heading) SetStyle(style theme.Style) *Heading {
	h.text.SetStyle(style)
	return h
}

func (h *Heading) parts() []fyne.CanvasObject { return []fyne.CanvasObject{h.ring, h.text} }
func (h *Heading) measure(w float32) float32  { return h.text.heightAt(w) }
func (h *Heading) leastWidth() float32        { return h.text.leastWidth() }
func (h *Heading) bestWidth() float32         { return h.text.bestWidth() }
func (h *Heading) paint()                     { h.arrangeRing(h.Size()) }
func (h *Heading) arrange(size fyne.Size) {
	place(h.text, 0, 0, size.Width, size.Height)
	h.arrangeRing(size)
}

func (h *Heading) arrangeRing(size fyne.Size) {
	w := min(size.Width, h.text.bestWidth())
	h.drawRing(0, 0, w, size.Height, theme.RadiusS)
}

// Describe gives the heading with its level.
func (h *Heading) Describe() *a11y.Node {
	n := h.activeNode(a11y.RoleHeading, h.text.Words())
	n.Level, n.Description = h.level, h.why
	measured(n, h.Size(), h.text)
	return n
}
