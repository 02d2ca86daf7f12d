package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Root is all of a window. Set it as the window's content without padding, and
// attach it to the window's canvas.
type Root struct {
	control
	// OnKey gets the keys that no control wanted; it reports whether it used one.
	OnKey func(ev *fyne.KeyEvent) bool
	// OnShortcut gets the key combinations that the focused control did not want.
	OnShortcut func(s fyne.Shortcut) bool
	// OnKeyMoved gets every key that goes down or up.
	OnKeyMoved func(ev *fyne.KeyEvent, down bool)
	// OnAnnounce gets words to be spoken that do not stay on the screen.
	OnAnnounce func(words string, live a11y.Live)
	// After runs f on the UI goroutine after a while, unless it is cancelled. The
	// program sets it: nothing here reads a clock.
	After func(d time.Duration, f func()) (cancel func())
	// Speller looks at the words of long boxes; nil, or a nil Speller, looks at none.
	Speller func() Speller
	// Reading reports whether a screen reader is on: what is pressed while its own
	// key is held is then left alone.
	Reading func() bool
	// OnTouched is told that the pointer moved where no control wants it.
	OnTouched func()
	// OnResize is told the window's size before the content is laid out.
	OnResize func(size fyne.Size)

	name    string
	canvas  fyne.Canvas
	content fyne.CanvasObject
	ground  *canvas.Rectangle
	lists   floats
	focus   scope
	readers readerKey
	dialogs []*Dialog // open ones, the last on top
}

// NewRoot makes the content of a window with that title.
func NewRoot(title string, content fyne.CanvasObject) *Root {
	r := &Root{name: title, content: content, ground: canvas.NewRectangle(nil)}
	r.extend("window", r)
	r.lists.top, r.lists.in, r.readers.root = r, r, r
	adopt(r, content)
	return r
}

// Attach joins the root to the canvas it is shown on.
func (r *Root) Attach(c fyne.Canvas) {
	r.canvas = c
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if !r.readers.takesKey(ev) {
			r.handleKey(ev)
		}
	})
	if d, ok := c.(desktop.Canvas); ok {
		d.SetOnKeyDown(func(ev *fyne.KeyEvent) { r.keyMoved(ev, true) })
		d.SetOnKeyUp(func(ev *fyne.KeyEvent) { r.keyMoved(ev, false) })
	}
}

// SetTitle changes the window's name.
func (r *Root) SetTitle(title string) { r.name = title }

// SetContent shows another page.
func (r *Root) SetContent(o fyne.CanvasObject) {
	if r.content == o {
		return
	}
	if c := r.window(); c != nil {
		c.Unfocus() // or keys would still go to a page that is gone
	}
	r.content, r.lists.list = o, nil
	adopt(r, o)
	settle(r)
}

// Content is the page that is shown.
func (r *Root) Content() fyne.CanvasObject { return r.content }

// Leave tells the group of boxes that is in use that it was left, as when the
// window closes.
func (r *Root) Leave() { r.focus.enter(r.focus.last, nil) }

// Commit makes what is being typed or chosen count now, without leaving it, as
// when a shortcut saves the page.
func (r *Root) Commit() { r.focus.commit() }

// LetGo forgets the keys that are held, as when another window gets the keyboard.
func (r *Root) LetGo() { r.readers.release() }

// Say announces words that do not stay on the screen.
func (r *Root) Say(words string, live a11y.Live) { r.announce(words, live) }

func (r *Root) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground, r.content}
	if r.lists.list != nil {
		out = append(out, r.lists.list)
	}
	return out
}

func (r *Root) paint() {
	box{fill: r.look().Colour(theme.Bg)}.draw(r.ground)
}

// MinSize is small, so that larger text re-flows and does not widen the window.
func (r *Root) MinSize() fyne.Size        { return fyne.NewSize(320, 240) }
func (r *Root) measure(w float32) float32 { return heightOf(r.content, w) }
func (r *Root) leastWidth() float32       { return 320 }

func (r *Root) arrange(size fyne.Size) {
	if r.OnResize != nil {
		r.OnResize(size)
	}
	keepInSight(&r.control, func() {
		place(r.ground, 0, 0, size.Width, size.Height)
		place(r.content, 0, 0, size.Width, size.Height)
	})
}

func (r *Root) childChanged() { settle(r) }

func (r *Root) handleKey(ev *fyne.KeyEvent) bool { return r.OnKey != nil && r.OnKey(ev) }

func (r *Root) handleShortcut(s fyne.Shortcut) bool {
	return r.OnShortcut != nil && r.OnShortcut(s)
}

func (r *Root) keyMoved(ev *fyne.KeyEvent, down bool) {
	r.readers.moved(ev, down)
	if r.OnKeyMoved != nil {
		r.OnKeyMoved(ev, down)
	}
}

func (r *Root) announce(words string, live a11y.Live) {
	if r.OnAnnounce != nil {
		r.OnAnnounce(words, live)
	}
}

func (r *Root) later(d time.Duration, f func()) (cancel func()) {
	if r.After == nil {
		return func() {}
	}
	return r.After(d, f)
}

func (r *Root) reveal(area)           {}
func (r *Root) visible(area) bool     { return true }
func (r *Root) floor() *floats        { return &r.lists }
func (r *Root) scope() *scope         { return &r.focus }
func (r *Root) reader() *readerKey    { return &r.readers }
func (r *Root) look() *theme.Theme    { return theme.Current() }
func (r *Root) inside() fyne.Position { return r.Position() }

func (r *Root) window() fyne.Canvas {
	if r.canvas != nil {
		return r.canvas
	}
	return fyne.CurrentApp().Driver().CanvasForObject(r)
}

// Tapped is for the toolkit: a press on nothing leaves the focus where it was.
func (r *Root) Tapped(*fyne.PointEvent) { refocus(&r.control) }

// Describe gives the window and everything in it.
func (r *Root) Describe() *a11y.Node {
	n := r.node(a11y.RoleWindow, r.name)
	n.Children, n.Scrolls = Nodes(r.content), scrolls(r.content)
	if c := r.window(); c != nil {
		n.Scale = c.Scale()
	}
	for _, d := range r.dialogs {
		n.Children = append(n.Children, d.Describe())
	}
	return n
}
