package chart

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Quality is one dimension of data quality against its target.
type Quality struct {
	Name, Meaning string
	Target
	Percent, Verdict string
	Behind           string // what and how many stand behind it
	Opens            string // what a press does
	Measured, Meets  bool
}

// Sentence says the dimension in one.
func (q Quality) Sentence() string {
	if !q.Measured {
		return q.Name + ", " + q.Meaning + ", not measured: " + q.Behind
	}
	return q.Name + ", " + q.Meaning + ", " + q.Percent + ", " + q.Verdict + ", " + q.Behind
}

// widths of the columns at 100% text: name, meaning, bar, percentage, tag.
var qualityWidths = []float32{128, 180, 0, 80, 170}

// NewQuality makes the row of a dimension, side by side or, where there is no
// room, with the bar under the words; pressing it opens what stands behind it.
func NewQuality(id string, q Quality, beside bool, scale float32, open func()) *widgets.Plate {
	name, meaning := quiet(q.Name, theme.Body.AsBold(), theme.Text), quiet(q.Meaning, theme.Small, theme.Muted)
	percent := quiet(q.Percent, theme.Body.AsBold(), theme.Text).SetAlign(fyne.TextAlignTrailing)
	kind, verdict := widgets.TagCheck, q.Verdict
	switch {
	case !q.Measured:
		kind = widgets.TagGrey
	case q.Meets:
		kind = widgets.TagDone
	}
	tag := widgets.NewTag(id+"/tag", kind, verdict)
	row := widgets.NewRow(theme.Space3, name, meaning)
	if !beside {
		row.SetEnd(tag, percent)
		stack := widgets.NewStack(theme.Space1, row)
		if q.Measured {
			stack.Add(widgets.NewPicture(id+"/bar", "", q.Target))
		} else {
			stack.Add(quiet("Not measured: "+q.Behind, theme.Small, theme.Muted))
		}
		return widgets.NewPlate(id, q.Sentence(), q.Opens, stack, open).SetFlat()
	}
	var bar fyne.CanvasObject = quiet(upper(q.Behind), theme.Small, theme.Muted)
	if q.Measured {
		bar = widgets.NewPicture(id+"/bar", "", q.Target)
	}
	widths := make([]float32, len(qualityWidths))
	for i, w := range qualityWidths {
		widths[i] = w * scale
	}
	columns := widgets.NewColumns(theme.Space3, widths, name, meaning, bar, percent, widgets.NewRow(0, tag))
	return widgets.NewPlate(id, q.Sentence(), q.Opens, columns, open).SetFlat()
}
