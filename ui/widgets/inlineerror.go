package widgets

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// InlineError is an octagon and what is wrong, in bold red.
type InlineError struct {
	control
	image *picture
	text  *Text
	words string
}

// NewInlineError makes an error beside a field. The words do not begin with
// "Error:", which is put before them.
func NewInlineError(id, words string) *InlineError {
	e := &InlineError{image: newPicture(), text: quiet("", theme.Body.AsBold(), theme.Error)}
	e.extend(id, e)
	adopt(e, e.text)
	e.SetWords(words)
	return e
}

// SetWords changes what is wrong; empty takes the error away.
func (e *InlineError) SetWords(words string) {
	if e.words == words {
		return
	}
	e.words = words
	if words == "" {
		e.text.SetWords("")
	} else {
		e.text.SetWords("Error: " + words)
	}
	e.paint()
	e.changed()
}

// Words are what is wrong, or empty.
func (e *InlineError) Words() string { return e.words }

func (e *InlineError) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.image.image, e.text}
}

func (e *InlineError) paint() {
	name := ""
	if e.words != "" {
		name = "error"
	}
	e.image.draw(e.look(), name, theme.Error)
}

func (e *InlineError) side() float32 { return e.look().Scaled(22) + theme.Space2 }

func (e *InlineError) measure(width float32) float32 {
	if e.words == "" {
		return 0
	}
	return e.text.heightAt(max(1, width-e.side()))
}

func (e *InlineError) leastWidth() float32 { return e.text.leastWidth() + e.side() }

func (e *InlineError) arrange(size fyne.Size) {
	side := e.look().Scaled(22)
	place(e.image.image, 0, (e.look().LineHeight(theme.Body)-side)/2, side, side)
	place(e.text, e.side(), 0, max(1, size.Width-e.side()), size.Height)
}

// Describe gives the words; fields also have them in their description.
func (e *InlineError) Describe() *a11y.Node {
	n := e.node(a11y.RoleText, e.text.Words())
	measured(n, e.Size(), e.text)
	return n
}

func (e *InlineError) describeParts() []*a11y.Node {
	if e.words == "" {
		return nil
	}
	return []*a11y.Node{e.Describe()}
}
