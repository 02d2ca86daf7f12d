package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Disclosure is words that show or hide something below them.
type Disclosure struct {
	control
	// OnToggle is told when the person opens or closes it.
	OnToggle func(open bool)

	button  *Button
	content fyne.CanvasObject
	open    bool
}

// NewDisclosure makes a closed one.
func NewDisclosure(id, name string, content fyne.CanvasObject) *Disclosure {
	d := &Disclosure{content: content}
	d.extend(id+"/fold", d)
	d.button = NewButton(id, name, Quiet, d.toggle)
	d.button.text.SetStyle(theme.BodyDense)
	adopt(d, d.button)
	adopt(d, content)
	d.mark()
	return d
}

func (d *Disclosure) toggle() {
	d.SetOpen(!d.open)
	if d.OnToggle != nil {
		d.OnToggle(d.open)
	}
	if d.open && d.button.HasFocus() {
		d.reveal(d.area()) // what was asked for may be below the view
	}
}

// Open reports whether the content is shown.
func (d *Disclosure) Open() bool { return d.open }

// SetOpen shows or hides the content.
func (d *Disclosure) SetOpen(open bool) {
	if d.open == open {
		return
	}
	d.open = open
	d.mark()
	d.changed()
	canvas.Refresh(d)
}

func (d *Disclosure) mark() {
	icon := "next"
	if d.open {
		icon = "down"
	}
	d.button.SetIcon(icon).SetExpanded(d.open)
}

// TakeFocus moves the focus to the words.
func (d *Disclosure) TakeFocus() { d.button.TakeFocus() }

func (d *Disclosure) handleKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape && d.open {
		d.toggle()
		d.button.TakeFocus()
		return true
	}
	return d.control.handleKey(ev)
}

func (d *Disclosure) parts() []fyne.CanvasObject {
	if d.open {
		return []fyne.CanvasObject{d.button, d.content}
	}
	return []fyne.CanvasObject{d.button}
}
func (d *Disclosure) paint()              {}
func (d *Disclosure) leastWidth() float32 { return d.button.leastWidth() }

// indent puts the content under the words and not under the icon.
func (d *Disclosure) indent() float32 { return d.look().Scaled(22) + iconGap + theme.Space1 }

func (d *Disclosure) measure(width float32) float32 {
	h := d.button.heightAt(min(width, d.button.bestWidth()))
	if d.open {
		h += heightOf(d.content, max(1, width-d.indent()))
	}
	return h
}

func (d *Disclosure) arrange(size fyne.Size) {
	w := min(size.Width, d.button.bestWidth())
	h := d.button.heightAt(w)
	place(d.button, 0, 0, w, h)
	if d.open {
		place(d.content, d.indent(), h, max(1, size.Width-d.indent()), size.Height-h)
	}
}

func (d *Disclosure) describeParts() []*a11y.Node {
	return nodesOf(d.parts()...)
}
