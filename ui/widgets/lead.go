package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
)

// lead is an icon beside the first line of words that wrap.
type lead struct {
	control
	icon *Icon
	text *Text
	gap  float32
}

// NewLead is words with an icon, 18 at 100% text, beside their first line.
func NewLead(icon string, ink theme.Token, text *Text) fyne.CanvasObject {
	return newLead(icon, ink, 18, theme.Space2, text)
}

func newLead(icon string, ink theme.Token, side, gap float32, text *Text) *lead {
	l := &lead{icon: NewIcon(icon, ink, side), text: text, gap: gap}
	l.extend(anonymous, l)
	adopt(l, l.icon)
	adopt(l, text)
	return l
}

func (l *lead) parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.icon, l.text} }
func (l *lead) paint()                     {}
func (l *lead) left() float32              { return l.icon.leastWidth() + l.gap }
func (l *lead) leastWidth() float32        { return l.left() + l.text.leastWidth() }
func (l *lead) bestWidth() float32         { return l.left() + l.text.bestWidth() }

func (l *lead) measure(width float32) float32 {
	return max(l.text.heightAt(max(1, width-l.left())), l.icon.leastWidth())
}

func (l *lead) arrange(size fyne.Size) {
	side, line := l.icon.leastWidth(), l.look().LineHeight(l.text.style)
	w := max(1, size.Width-l.left())
	h := l.text.heightAt(w)
	place(l.icon, 0, max(0, (line-side)/2), side, side)
	place(l.text, l.left(), max(0, (side-line)/2), w, h)
}
