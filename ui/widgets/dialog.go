package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Dialog asks before something is lost. The focus goes to its title and stays
// inside; Esc is the safe button; afterwards the focus goes back.
type Dialog struct {
	control
	root    *Root
	title   *Heading
	words   *Text
	main    *Button
	safe    *Button
	onMain  func()
	onSafe  func()
	body    *Stack
	scroll  *Scroll
	card    *Frame
	scrim   *canvas.Rectangle
	lists   floats
	focus   scope
	before  fyne.Focusable
	showing bool
}

const dialogWidth float32 = 560

// NewDialog makes a dialog: a title and a sentence.
func NewDialog(id, title, words string) *Dialog {
	d := &Dialog{scrim: canvas.NewRectangle(nil)}
	d.extend(id, d)
	d.title = NewHeading(id+"/title", title, 1).SetStyle(theme.Title2)
	d.words = NewText(id+"/words", words, theme.Body)
	d.safe = NewButton(id+"/safe", "Close", Secondary, func() { d.answer(d.onSafe) })
	d.main = NewButton(id+"/main", "Close", Main, func() { d.answer(d.onMain) })
	d.main.Hidden = true
	d.body = NewStack(theme.Space4, d.title, d.words, NewRow(theme.Space3, d.main, d.safe))
	d.scroll = NewScroll(id+"/scroll", "", NewPad(theme.Space5, theme.Space5, theme.Space5, theme.Space5, d.body))
	d.card = NewCard(d.scroll).SetPad(2, 2, 2, 2)
	d.card.stroke, d.card.edge = theme.Border, 2
	d.lists.top, d.lists.in = d, d
	adopt(d, d.card)
	return d
}

// SetMain names the act ("Remove Tomás") and says what it does.
func (d *Dialog) SetMain(name string, do func()) *Dialog {
	d.main.SetName(name)
	d.main.Show()
	d.onMain = do
	return d
}

// SetSafe names the way out that loses nothing, which Esc takes too.
func (d *Dialog) SetSafe(name string, do func()) *Dialog {
	d.safe.SetName(name)
	d.onSafe = do
	return d
}

// SetBody puts a control between the sentence and the buttons, such as a box for a
// passphrase.
func (d *Dialog) SetBody(o fyne.CanvasObject) *Dialog {
	children := d.body.Children()
	buttons := children[len(children)-1]
	d.body.SetChildren(d.title, d.words, o, buttons)
	return d
}

// Open shows the dialog over a window.
func (d *Dialog) Open(root *Root) {
	if d.showing {
		return
	}
	d.root, d.showing = root, true
	c := root.window()
	d.before = c.Focused()
	if d.before != nil {
		c.Unfocus() // or the page would go on looking as if it had the focus
	}
	root.dialogs = append(root.dialogs, d)
	c.Overlays().Add(d)
	d.title.TakeFocus()
}

// Close takes the dialog away and gives the focus back.
func (d *Dialog) Close() {
	if !d.showing {
		return
	}
	d.showing = false
	c := d.root.window()
	c.Overlays().Remove(d)
	d.root.dialogs = slices.DeleteFunc(d.root.dialogs, func(o *Dialog) bool { return o == d })
	GiveBack(d.before)
}

// Showing reports whether the dialog is open.
func (d *Dialog) Showing() bool { return d.showing }

// answer closes first, so that what is done may move the focus on.
func (d *Dialog) answer(do func()) {
	d.Close()
	call(do)
}

func (d *Dialog) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.scrim, d.card} }

func (d *Dialog) paint() {
	box{fill: color.NRGBA{A: 0x99}}.draw(d.scrim)
}

// MinSize is small: the dialog is as large as its window.
func (d *Dialog) MinSize() fyne.Size        { return fyne.NewSize(0, 0) }
func (d *Dialog) measure(w float32) float32 { return d.card.heightAt(w) }
func (d *Dialog) leastWidth() float32       { return d.card.leastWidth() }

func (d *Dialog) arrange(size fyne.Size) {
	place(d.scrim, 0, 0, size.Width, size.Height)
	w := min(size.Width-2*theme.Space4, dialogWidth*d.look().Scale())
	h := min(size.Height-2*theme.Space4, d.card.heightAt(w))
	place(d.card, (size.Width-w)/2, (size.Height-h)/2, w, h)
}

func (d *Dialog) childChanged() { settle(d) }

func (d *Dialog) handleKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		d.answer(d.onSafe)
	}
	return true // nothing below is meant while this is open
}

func (d *Dialog) handleShortcut(fyne.Shortcut) bool { return true }

func (d *Dialog) keyMoved(ev *fyne.KeyEvent, down bool) {
	if d.root != nil {
		d.root.keyMoved(ev, down)
	}
}

func (d *Dialog) announce(words string, live a11y.Live) {
	if d.root != nil {
		d.root.announce(words, live)
	}
}

func (d *Dialog) window() fyne.Canvas {
	if d.root == nil {
		return nil
	}
	return d.root.window()
}

func (d *Dialog) reader() *readerKey {
	if d.root == nil {
		return nil
	}
	return d.root.reader()
}

func (d *Dialog) floor() *floats { return &d.lists }
func (d *Dialog) scope() *scope  { return &d.focus }

// Tapped is for the toolkit: a press beside the card does nothing.
func (d *Dialog) Tapped(*fyne.PointEvent) { refocus(&d.control) }

// Describe gives the dialog with its title, sentence and buttons.
func (d *Dialog) Describe() *a11y.Node {
	n := d.node(a11y.RoleDialog, d.title.Words())
	n.Bounds = d.card.area().rect()
	n.Description = d.words.Words()
	n.States |= a11y.Modal
	n.Children, n.Scrolls = Nodes(d.body), true
	return n
}
