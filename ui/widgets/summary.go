package widgets

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// SummaryItem is one thing to fix or to check. Its words are those beside the field.
type SummaryItem struct {
	ID    string
	Words string
	Check bool
	Go    func() // moves the focus to the first wrong box
}

// ErrorSummary says at the top of a page what there is to put right. It takes the
// focus itself; Tab goes to its links.
type ErrorSummary struct {
	active
	items  []SummaryItem
	ground *canvas.Rectangle
	body   *Stack
	links  []*Link
	at     int
}

// NewErrorSummary makes an empty one, which is hidden.
func NewErrorSummary(id string) *ErrorSummary {
	s := &ErrorSummary{ground: canvas.NewRectangle(nil), body: NewStack(0), at: -1}
	s.start(id, s)
	s.noStop = true
	adopt(s, s.body)
	s.Hidden = true
	return s
}

// SetItems replaces the items, errors in the order of the page and then things to
// check. Without any the summary is hidden.
func (s *ErrorSummary) SetItems(items []SummaryItem) {
	same := slices.EqualFunc(s.items, items, func(a, b SummaryItem) bool {
		return a.ID == b.ID && a.Words == b.Words && a.Check == b.Check
	})
	s.items = slices.Clone(items)
	if same {
		for i := range s.links {
			s.links[i].OnFollow = s.going(i)
		}
		return
	}
	Batch(func() {
		s.rebuild()
		if len(items) == 0 {
			s.Hide()
		} else {
			s.Show()
		}
	})
}

func (s *ErrorSummary) going(i int) func() {
	return func() {
		s.at = i
		if i < len(s.items) && s.items[i].Go != nil {
			s.items[i].Go()
		}
	}
}

func (s *ErrorSummary) rebuild() {
	s.links, s.at = nil, -1
	head := newLead("error", theme.Error, 28, theme.Space3, quiet("There is a problem", theme.Title2, theme.Text))
	if s.errors() == 0 {
		head = newLead("query", theme.Check, 28, theme.Space3, quiet("There is something to check", theme.Title2, theme.Text))
	}
	children := []fyne.CanvasObject{head}
	for i, item := range s.items {
		link := NewLink(s.id+"/"+item.ID, item.Words, s.going(i)).SetStyle(theme.BodyDense.AsBold())
		s.links = append(s.links, link)
		if !item.Check {
			children = append(children, newBullet(link.SetToken(theme.Error)))
			continue
		}
		if i > 0 && !s.items[i-1].Check {
			r := NewRule()
			r.token = theme.Error
			children = append(children, NewPad(theme.Space1, 0, theme.Space1, 0, r))
		}
		children = append(children, link.SetToken(theme.Check).SetIcon("query"))
	}
	s.body.SetChildren(children...)
	s.changed()
	s.paint()
}

// FocusItem moves the focus to what an item is about.
func (s *ErrorSummary) FocusItem(i int) {
	if i >= 0 && i < len(s.items) {
		s.going(i)()
	}
}

// Next goes to the next thing to put right, or the one before, and from the last to
// the summary itself.
func (s *ErrorSummary) Next(back bool) {
	if len(s.items) == 0 {
		return
	}
	if back {
		s.at--
	} else {
		s.at++
	}
	switch {
	case s.at >= len(s.items) || s.at == -1:
		s.at = -1
		s.TakeFocus()
	case s.at < -1:
		s.FocusItem(len(s.items) - 1)
	default:
		s.FocusItem(s.at)
	}
}

func (s *ErrorSummary) errors() int {
	n := 0
	for _, i := range s.items {
		if !i.Check {
			n++
		}
	}
	return n
}

// words are what is said when the summary takes the focus.
func (s *ErrorSummary) words() string {
	errors := s.errors()
	checks := len(s.items) - errors
	switch {
	case errors == 0:
		return fmt.Sprintf("There is something to check. %d to check", checks)
	case checks == 0:
		return "There is a problem. " + countErrors(errors)
	}
	return fmt.Sprintf("There is a problem. %s, %d to check", countErrors(errors), checks)
}

func countErrors(n int) string {
	if n == 1 {
		return "1 error"
	}
	return fmt.Sprintf("%d errors", n)
}

const summaryPad float32 = 22

func (s *ErrorSummary) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ring, s.ground, s.body}
}

func (s *ErrorSummary) paint() {
	t := s.look()
	b := box{fill: t.Colour(theme.ErrorTint), stroke: t.Colour(theme.Error), edge: theme.EdgeError, radius: theme.RadiusL}
	if s.errors() == 0 {
		b.fill, b.stroke = t.Colour(theme.CheckTint), t.Colour(theme.CheckLine)
	}
	b.draw(s.ground)
	s.drawRing(0, 0, s.Size().Width, s.Size().Height, theme.RadiusL)
}

func (s *ErrorSummary) measure(width float32) float32 {
	return s.body.heightAt(max(1, width-2*summaryPad)) + 2*theme.Space4
}
func (s *ErrorSummary) leastWidth() float32 { return s.body.leastWidth() + 2*summaryPad }

func (s *ErrorSummary) arrange(size fyne.Size) {
	place(s.ground, 0, 0, size.Width, size.Height)
	place(s.body, summaryPad, theme.Space4, max(1, size.Width-2*summaryPad), size.Height-2*theme.Space4)
	s.drawRing(0, 0, size.Width, size.Height, theme.RadiusL)
}

// Describe gives the alert with its links.
func (s *ErrorSummary) Describe() *a11y.Node {
	n := s.activeNode(a11y.RoleAlert, s.words())
	n.Live = a11y.LiveAssertive
	for i, l := range s.links {
		one := l.Describe()
		one.Pos, one.Size = i+1, len(s.links)
		n.Children = append(n.Children, one)
	}
	return n
}

// bullet is a link after a round mark.
type bullet struct {
	control
	link *Link
	dot  *canvas.Rectangle
}

func newBullet(l *Link) *bullet {
	b := &bullet{link: l, dot: canvas.NewRectangle(nil)}
	b.extend(anonymous, b)
	adopt(b, l)
	return b
}

const dotRadius float32 = 3

func (b *bullet) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.dot, b.link} }
func (b *bullet) paint() {
	box{fill: b.look().Colour(b.link.token), radius: b.radius()}.draw(b.dot)
}
func (b *bullet) radius() float32           { return dotRadius * b.look().Scale() }
func (b *bullet) indent() float32           { return 2*b.radius() + iconGap }
func (b *bullet) measure(w float32) float32 { return b.link.heightAt(max(1, w-b.indent())) }
func (b *bullet) leastWidth() float32       { return b.link.leastWidth() + b.indent() }
func (b *bullet) arrange(size fyne.Size) {
	line := b.look().LineHeight(b.link.text.style)
	first := (size.Height-b.link.text.heightAt(max(1, size.Width-b.indent())))/2 + line/2
	place(b.dot, 0, first-b.radius(), 2*b.radius(), 2*b.radius())
	place(b.link, b.indent(), 0, max(1, size.Width-b.indent()), size.Height)
}
