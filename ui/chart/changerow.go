package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// ChangeRow is one measure of two rounds with all that belongs to it.
type ChangeRow struct {
	Name          string
	Before, After string // the figures
	Change        Change
	Words, Likely string // the change and its likely range
	Verdict       string
	Better        bool
	Sentence      string // says all of it
}

// ChangeWidths are the columns at 100% text: name, before, after, picture, words, tag.
var ChangeWidths = []float32{148, 114, 114, 0, 172, 157}

// NewChangeRow makes the row of a measure, side by side or, where there is no room,
// with the picture under the words; pressing it opens the table.
func NewChangeRow(id string, r ChangeRow, beside bool, scale float32, open func()) *widgets.Plate {
	mark := func(words string, later bool) fyne.CanvasObject {
		return widgets.NewRow(theme.Space2, widgets.NewPicture("-", "", RoundKey{later}), quiet(words, theme.BodyDense, theme.Text))
	}
	kind := widgets.TagGrey
	switch {
	case r.Better:
		kind = widgets.TagOK
	case r.Change.Clear:
		kind = widgets.TagCheck
	}
	name := quiet(r.Name, theme.BodyDense.AsBold(), theme.Text)
	tag := widgets.NewRow(0, widgets.NewTag(id+"/tag", kind, r.Verdict))
	words := widgets.NewStack(0, quiet(r.Words, theme.BodyDense.AsBold(), theme.Text), quiet(upper(r.Likely), theme.Small, theme.Muted))
	picture := widgets.NewPicture("-", "", r.Change)
	var body fyne.CanvasObject
	if beside {
		widths := make([]float32, len(ChangeWidths))
		for i, w := range ChangeWidths {
			widths[i] = w * scale
		}
		body = widgets.NewColumns(theme.Space2, widths, name, mark(r.Before, false), mark(r.After, true), picture, words, tag)
	} else {
		body = widgets.NewStack(theme.Space2, name, widgets.NewRow(theme.Space5, mark(r.Before, false), mark(r.After, true)), picture, words, tag)
	}
	return widgets.NewPlate(id, r.Sentence, "Opens these figures as a table", body, open).SetFlat()
}
