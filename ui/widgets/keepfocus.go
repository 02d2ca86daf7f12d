package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// keepFocus moves the focus on when what has it was taken out of a list: to what
// stands there now, or before it. The focus would otherwise be on something that
// nobody sees.
func (c *control) keepFocus(before, after []fyne.CanvasObject) {
	gone := slices.IndexFunc(before, func(o fyne.CanvasObject) bool {
		return !slices.Contains(after, o) && holdsFocus(o)
	})
	if gone < 0 {
		return
	}
	for _, o := range after[min(gone, len(after)):] {
		if s := firstStop(o); s != nil {
			s.TakeFocus()
			return
		}
	}
	for _, o := range slices.Backward(after[:min(gone, len(after))]) {
		if s := firstStop(o); s != nil {
			s.TakeFocus()
			return
		}
	}
	if w := c.window(); w != nil {
		w.Unfocus()
	}
}
