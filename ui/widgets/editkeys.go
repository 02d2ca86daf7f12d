package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/ui/a11y"
)

// letter takes every letter that is typed.
func (e *edit) letter(r rune) bool {
	if e.readOnly == "" && !unicode.IsControl(r) {
		e.typed(r)
		e.edited()
	}
	return true
}

// edited follows a change that the person made.
func (e *edit) edited() {
	e.redraw()
	if e.OnChange != nil {
		e.OnChange(e.Value())
	}
	e.showFocus()
}

// pointed follows a move of the caret.
func (e *edit) pointed() {
	e.redraw()
	e.showFocus()
}

func (e *edit) commit() {
	e.committed = e.Value()
	if e.OnCommit != nil {
		e.OnCommit(e.committed)
	}
}

// Commit makes what is in the box count now, if it has changed.
func (e *edit) Commit() {
	if e.Value() != e.committed {
		e.commit()
	}
}

// FocusGained is for the toolkit.
func (e *edit) FocusGained() {
	e.visit = Visit{}
	e.active.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost is for the toolkit.
func (e *edit) FocusLost() {
	e.active.FocusLost()
	e.Commit()
	if e.OnBlur != nil {
		e.OnBlur(e.visit)
	}
}

func (e *edit) key(ev *fyne.KeyEvent) bool {
	extend := ShiftHeld()
	switch ev.Name {
	case fyne.KeyLeft:
		e.left(extend)
	case fyne.KeyRight:
		e.right(extend)
	case fyne.KeyHome:
		e.move(e.starts[e.lineOf(e.caret)], extend)
	case fyne.KeyEnd:
		_, to := e.lineSpan(e.lineOf(e.caret))
		e.move(to, extend)
	case fyne.KeyUp, fyne.KeyDown:
		return e.vertical(ev.Name == fyne.KeyDown, extend)
	case fyne.KeyBackspace:
		return e.erase(e.caret - 1)
	case fyne.KeyDelete:
		return e.erase(e.caret + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.multi {
			if e.readOnly == "" {
				e.typed('\n')
				e.edited()
			}
			return true
		}
		e.commit()
		return true
	default:
		return false
	}
	e.pointed()
	return true
}

// vertical moves by lines. A box of one line leaves these keys to others.
func (e *edit) vertical(down, extend bool) bool {
	if !e.multi {
		return false
	}
	i := e.lineOf(e.caret)
	x := e.width(e.slice(e.starts[i], e.caret))
	switch {
	case down && i == len(e.starts)-1:
		e.move(len(e.text), extend)
	case !down && i == 0:
		e.move(0, extend)
	case down:
		from, to := e.lineSpan(i + 1)
		e.move(e.nearest(from, to, x), extend)
	default:
		from, to := e.lineSpan(i - 1)
		e.move(e.nearest(from, to, x), extend)
	}
	e.pointed()
	return true
}

func (e *edit) erase(to int) bool {
	if e.readOnly == "" && e.cut(max(0, min(len(e.text), to))) {
		e.edited()
	}
	return true
}

// chord does what a key combination means in a box, and reports whether it means
// anything there. Undo with nothing left to undo goes on to the answers.
func (e *edit) chord(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copy(s.Clipboard)
	case *fyne.ShortcutCut:
		if e.copy(s.Clipboard) {
			e.erase(e.caret)
		}
	case *fyne.ShortcutPaste:
		if e.readOnly == "" && s.Clipboard != nil {
			e.visit.Pastes++
			e.paste(s.Clipboard.Content())
		}
	case *fyne.ShortcutSelectAll:
		e.selectAll()
		e.pointed()
	case *fyne.ShortcutUndo:
		return e.step(e.undo)
	case *fyne.ShortcutRedo:
		return e.step(e.redo)
	case *desktop.CustomShortcut:
		return e.combination(s)
	default:
		return false
	}
	return true
}

// paste puts words in; a date spreads them over its boxes instead.
func (e *edit) paste(words string) {
	if p, ok := e.self.(interface{ pasted(string) bool }); ok && p.pasted(words) {
		return
	}
	e.put(words)
	e.edited()
}

func (e *edit) copy(c fyne.Clipboard) bool {
	words := e.selected()
	if words == "" || e.secret || c == nil {
		return false
	}
	c.SetContent(words)
	return true
}

func (e *edit) step(f func() bool) bool {
	if e.readOnly != "" || !f() {
		return false
	}
	e.edited()
	return true
}

func (e *edit) combination(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch s.KeyName {
	case fyne.KeyZ:
		return extend && e.step(e.redo)
	case fyne.KeyLeft:
		e.move(e.wordBefore(e.caret), extend)
	case fyne.KeyRight:
		e.move(e.wordAfter(e.caret), extend)
	case fyne.KeyHome:
		e.move(0, extend)
	case fyne.KeyEnd:
		e.move(len(e.text), extend)
	case fyne.KeyBackspace:
		return e.erase(e.wordBefore(e.caret))
	case fyne.KeyDelete:
		return e.erase(e.wordAfter(e.caret))
	default:
		return false
	}
	e.pointed()
	return true
}

// MouseDown is for the toolkit: the caret goes to where the box was pressed.
func (e *edit) MouseDown(ev *desktop.MouseEvent) {
	e.active.MouseDown(ev)
	e.move(e.placeAt(ev.Position), ev.Modifier&fyne.KeyModifierShift != 0)
	e.pointed()
}

// Dragged is for the toolkit: it selects.
func (e *edit) Dragged(ev *fyne.DragEvent) {
	e.caret = e.placeAt(ev.Position)
	e.redraw()
}

// DragEnd is for the toolkit.
func (e *edit) DragEnd() {}

// DoubleTapped is for the toolkit: it selects a word.
func (e *edit) DoubleTapped(ev *fyne.PointEvent) {
	e.selectWord(e.placeAt(ev.Position))
	e.pointed()
}

// fill replaces all of the text for a screen reader, as if it had been typed.
func (e *edit) fill(words string) {
	if e.readOnly != "" {
		return
	}
	e.setAll(words)
	e.edited()
	if !e.focused {
		e.commit()
	}
}

func (e *edit) describe(role a11y.Role) *a11y.Node {
	n := e.activeNode(role, e.name)
	n.Description = e.description()
	n.States |= e.states()
	if e.wrong {
		n.States |= a11y.Invalid
	}
	if e.readOnly != "" {
		n.States |= a11y.ReadOnly
		n.Description = joinWords(n.Description, e.readOnly)
	}
	from, to := e.selection()
	n.Text = &a11y.Text{Content: e.Value(), Caret: e.caret, SelStart: from, SelEnd: to, MaxLength: e.limit, Secret: e.secret, Letters: e.letterPlaces()}
	if e.multi {
		n.States |= a11y.MultiLine
		n.Text.Lines = e.starts
	}
	n.SetText, n.Clip, n.SetCaret = e.given.text, e.given.clip, e.given.caret
	n.Bounds.W = e.boxWidth(n.Bounds.W)
	n.Bounds.Y += e.top
	n.Bounds.H -= e.top
	return n
}

// selectFrom selects what lies between two places.
func (e *edit) selectFrom(from, to int) {
	e.move(from, false)
	e.move(to, true)
	e.pointed()
}

// joinWords puts two pieces of a description together.
func joinWords(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	case strings.ContainsAny(a[len(a)-1:], ".?!"):
		return a + " " + b
	}
	return a + ". " + b
}
