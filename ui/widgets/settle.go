package widgets

import (
	"slices"

	"fyne.io/fyne/v2/canvas"
)

// waiting holds what is laid out at the end of the outermost Batch.
var waiting struct {
	depth int
	tops  []drawn
	then  []func()
}

// Batch runs f, which may change many things, and then lays each page out once. A
// move of the focus waits for that.
func Batch(f func()) {
	waiting.depth++
	defer func() {
		waiting.depth--
		if waiting.depth > 0 {
			return
		}
		tops, then := waiting.tops, waiting.then
		waiting.tops, waiting.then = nil, nil
		for _, top := range tops {
			settle(top)
		}
		for _, f := range then {
			f()
		}
	}()
	f()
}

// settle places what changed below top, whose own size stays: now, or at the end
// of a batch.
func settle(top drawn) {
	if waiting.depth > 0 {
		if !slices.Contains(waiting.tops, top) {
			waiting.tops = append(waiting.tops, top)
		}
		return
	}
	c := top.base()
	if c.Size().IsZero() {
		c.stale = true
		return
	}
	keepInSight(c, func() {
		c.stale, c.laid = false, c.look()
		top.arrange(c.Size())
	})
	canvas.Refresh(top)
}

// keepInSight lays something out and, if what has the focus was in sight before,
// scrolls it back into sight: an error that comes above must not push it out.
func keepInSight(c *control, layOut func()) {
	f := c.inFocus()
	layOut()
	if f != nil {
		f.showFocus()
	}
}

// KeepInSight does something that lays the window out anew, such as changing the
// look. What has the focus is in sight after it if it was before.
func (r *Root) KeepInSight(do func()) { keepInSight(&r.control, do) }

// inFocus is what has the focus in the control's window or dialog, if it is in
// sight.
func (c *control) inFocus() interface{ showFocus() } {
	sc := c.self.(interface{ scope() *scope }).scope() // a root has its own
	if sc == nil {
		return nil
	}
	f, ok := sc.last.(interface {
		drawn
		HasFocus() bool
		showFocus()
	})
	if !ok || !f.HasFocus() || !f.base().visible(f.base().area()) {
		return nil
	}
	return f
}

// settled runs f now, or at the end of a batch when everything has its place.
func settled(f func()) {
	if waiting.depth > 0 {
		waiting.then = append(waiting.then, f)
		return
	}
	f()
}
