package widgets

import (
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Hoverable = (*Root)(nil)

// MouseIn is for the toolkit.
func (r *Root) MouseIn(*desktop.MouseEvent) { call(r.OnTouched) }

// MouseMoved is for the toolkit: the pointer moved where no control wants it.
func (r *Root) MouseMoved(*desktop.MouseEvent) { call(r.OnTouched) }

// MouseOut is for the toolkit.
func (r *Root) MouseOut() { call(r.OnTouched) }

// CloseDialogs takes every open dialog away by its safe answer, as when the
// screen is covered.
func (r *Root) CloseDialogs() {
	for len(r.dialogs) > 0 {
		d := r.dialogs[len(r.dialogs)-1]
		d.answer(d.onSafe)
	}
}
