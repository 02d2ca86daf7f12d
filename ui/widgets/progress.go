package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Progress is a bar with words over it: how much is done.
type Progress struct {
	control
	name     string
	words    *Text
	aside    *Text
	fraction float64
	busy     bool
	quiet    bool
	track    *canvas.Rectangle
	bar      *canvas.Rectangle
}

// NewProgress makes an empty bar.
func NewProgress(id, name string) *Progress {
	p := &Progress{name: named(id, name), words: quiet("", theme.Title3, theme.Text), aside: quiet("", theme.Small, theme.Muted)}
	p.extend(id, p)
	p.track, p.bar = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	adopt(p, p.words)
	adopt(p, p.aside)
	return p
}

// SetAside puts quiet words over the bar at the right: "about 40 minutes left".
func (p *Progress) SetAside(words string) { p.aside.SetWords(words) }

// SetQuiet says that the bar follows what the person does, so that nobody need be told
// of each step.
func (p *Progress) SetQuiet() { p.quiet = true }

// Set fills the bar to a fraction, 0 to 1, with words over it at the left.
func (p *Progress) Set(fraction float64, words string) {
	p.words.SetWords(words)
	fraction = max(0, min(1, fraction))
	if p.fraction != fraction || p.busy {
		p.fraction, p.busy = fraction, false
		p.arrange(p.Size())
	}
}

// SetBusy says what goes on where nobody knows how much there is of it. The bar
// stands in the middle of its track and does not move.
func (p *Progress) SetBusy(words string) {
	p.words.SetWords(words)
	if !p.busy {
		p.busy = true
		p.arrange(p.Size())
	}
}

const barHeight float32 = 14

func (p *Progress) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.words, p.aside, p.track, p.bar}
}

func (p *Progress) paint() {
	t := p.look()
	box{fill: t.Colour(theme.DataBg), radius: barHeight / 2}.draw(p.track)
	box{fill: t.Colour(theme.Primary), radius: barHeight / 2}.draw(p.bar)
}

func (p *Progress) split(width float32) (words, aside float32) {
	aside = min(p.aside.bestWidth(), width/2)
	return max(1, width-aside-theme.Space3), aside
}

func (p *Progress) measure(width float32) float32 {
	words, aside := p.split(width)
	return max(p.words.heightAt(words), p.aside.heightAt(max(1, aside))) + theme.Space2 + barHeight
}

func (p *Progress) leastWidth() float32 { return p.words.leastWidth() + p.aside.leastWidth() }
func (p *Progress) bestWidth() float32  { return p.look().Scaled(360) }

func (p *Progress) arrange(size fyne.Size) {
	words, aside := p.split(size.Width)
	h := size.Height - barHeight - theme.Space2
	place(p.words, 0, 0, words, h)
	place(p.aside, size.Width-aside, 0, aside, h)
	place(p.track, 0, size.Height-barHeight, size.Width, barHeight)
	x, w := float32(0), size.Width*float32(p.fraction)
	if p.busy {
		x, w = size.Width/3, size.Width/3
	}
	place(p.bar, x, size.Height-barHeight, w, barHeight)
	show(p.bar, w > 0)
}

// Describe gives the bar with its position in words.
func (p *Progress) Describe() *a11y.Node {
	n := p.node(a11y.RoleProgress, p.name)
	if p.busy {
		n.Value, n.States = p.words.Words(), n.States|a11y.Busy
		return n
	}
	n.Range = &a11y.Range{Max: 1, Now: p.fraction, Words: joinComma(p.words.Words(), p.aside.Words()), Quiet: p.quiet}
	return n
}

func joinComma(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}
