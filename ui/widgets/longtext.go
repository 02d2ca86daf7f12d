package widgets

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// LongText is a box for several lines. It grows with what is typed, from 3 lines to
// 10, and then scrolls. Tab leaves it; Enter is a new line.
type LongText struct {
	control
	// OnChange is told what is in the box after each change.
	OnChange func(raw string)
	// OnCommit is told what is in the box when it is left changed.
	OnCommit func(raw string)
	// OnFocus and OnBlur are told when the box gets and loses the focus.
	OnFocus func()
	OnBlur  func(Visit)

	box     *longBox
	counter *Text
	image   *picture
	// told is how much was left when the box got the focus. Its description stays at
	// that while letters are typed: readers say a description that changes, and would
	// say the hint and the number at every letter.
	told   string
	cancel func()
	words  spelling
}

var _ Field = (*LongText)(nil)

// longBox is the box itself; the counter stands below it.
type longBox struct {
	edit
	owner *LongText
}

// NewLongText makes a box with the name of its question.
func NewLongText(id, name string) *LongText {
	l := &LongText{box: &longBox{}, image: newPicture()}
	l.extend(id, l)
	l.box.owner = l
	l.box.setUp(id, name, l.box)
	l.setUpSpelling(id)
	l.box.multi, l.box.least, l.box.most = true, 3, 10
	l.counter = quiet("", theme.Small, theme.Muted)
	l.box.OnChange = func(raw string) {
		l.count()
		l.spell()
		l.speakLater()
		if l.OnChange != nil {
			l.OnChange(raw)
		}
	}
	l.box.OnCommit = func(raw string) {
		if l.OnCommit != nil {
			l.OnCommit(raw)
		}
	}
	l.box.OnFocus = func() {
		l.told = l.countWords()
		l.spell()
		if l.OnFocus != nil {
			l.OnFocus()
		}
	}
	l.box.OnBlur = func(v Visit) {
		l.spell()
		if l.OnBlur != nil {
			l.OnBlur(v)
		}
	}
	adopt(l, l.box)
	adopt(l, l.counter)
	return l
}

// SetLimit says how many letters the answer can have, and shows how many are left.
// More can be typed: the counter then says how many are too many. 0 is no limit.
func (l *LongText) SetLimit(letters int) {
	if l.box.limit != letters {
		l.box.limit = letters
		l.count()
		l.changed()
	}
}

// SetLines sets how many lines the box has empty, and at most.
func (l *LongText) SetLines(least, most int) {
	l.box.least, l.box.most = least, most
	l.changed()
}

// Value is what is in the box, as typed.
func (l *LongText) Value() string { return l.box.Value() }

// SetValue puts words into the box without calling back or moving the caret.
func (l *LongText) SetValue(raw string) {
	l.box.SetValue(raw)
	l.count()
	l.spell()
}

// SetHint gives the words that come before the error in the description.
func (l *LongText) SetHint(words string) { l.box.SetHint(words) }

// SetError marks the box; the words are drawn by the question around it.
func (l *LongText) SetError(words string) { l.box.SetError(words) }

// SetReadOnly keeps the box from being changed and says why; empty ends that.
func (l *LongText) SetReadOnly(why string) { l.box.SetReadOnly(why) }

// TakeFocus moves the focus into the box.
func (l *LongText) TakeFocus() { l.box.TakeFocus() }

// left is how many letters may still be typed; negative when there are too many.
func (l *LongText) left() int { return l.box.limit - len(l.box.text) }

func (l *LongText) countWords() string {
	left := l.left()
	switch {
	case l.box.limit == 0:
		return ""
	case left < 0:
		return fmt.Sprintf("You have %s too many", characters(-left))
	}
	return fmt.Sprintf("You have %s left", characters(left))
}

func characters(n int) string {
	if n == 1 {
		return "1 character"
	}
	return Thousands(n) + " characters"
}

func (l *LongText) count() {
	l.counter.SetWords(l.countWords())
	l.paint()
}

func (l *LongText) over() bool { return l.box.limit > 0 && l.left() < 0 }

// speakLater says the counter after a pause, when little is left.
func (l *LongText) speakLater() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	if l.box.limit > 0 && l.left()*5 < l.box.limit {
		l.cancel = l.later(time.Second, func() { l.announce(l.countWords(), a11y.LivePolite) })
	}
}

func (l *LongText) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.box, l.image.image, l.counter}
}

func (l *LongText) paint() {
	icon, ink, style := "", theme.Muted, theme.Small
	if l.over() {
		icon, ink, style = "error", theme.Error, theme.Small.AsBold()
	}
	l.image.draw(l.look(), icon, theme.Error)
	l.counter.SetToken(ink)
	l.counter.SetStyle(style)
	l.placeCounter(l.Size())
	l.spell()
}

func (l *LongText) measure(width float32) float32 {
	h := l.box.heightAt(width)
	if l.box.limit > 0 {
		h += theme.Space1 + l.counter.heightAt(max(1, width-l.look().Scaled(22)-theme.Space2))
	}
	return h
}

func (l *LongText) leastWidth() float32 { return l.box.leastWidth() }
func (l *LongText) bestWidth() float32  { return l.look().Scaled(theme.LongLine) }

func (l *LongText) arrange(size fyne.Size) {
	place(l.box, 0, 0, size.Width, l.box.heightAt(size.Width))
	l.placeCounter(size)
}

func (l *LongText) placeCounter(size fyne.Size) {
	y := l.box.Size().Height + theme.Space1
	x := float32(0)
	if l.over() {
		side := l.look().Scaled(22)
		place(l.image.image, 0, y+(l.look().LineHeight(theme.Small)-side)/2, side, side)
		x = side + theme.Space2
	}
	w := max(1, size.Width-x)
	place(l.counter, x, y, w, l.counter.heightAt(w))
}

// Describe gives the box; how much is left is part of its description.
func (l *LongText) Describe() *a11y.Node {
	n := l.box.Describe()
	left := l.countWords()
	if l.box.focused {
		left = l.told
	}
	n.Description = joinWords(joinWords(n.Description, left), l.spellingWords())
	return n
}

// Describe gives the box.
func (b *longBox) Describe() *a11y.Node { return b.describe(a11y.RoleTextBox) }
