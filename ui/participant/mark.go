package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/ui/widgets"
)

// markPart is "Have you completed this section?" at the end of a section.
type markPart struct {
	ask  *widgets.RadioGroup
	card *widgets.Frame
	box  *widgets.Question
}

func newMarkPart(r *Record, id string) *markPart {
	m := &markPart{}
	m.ask = widgets.NewRadioGroup(id+"/mark", session.MarkAsk, []widgets.Choice{
		{Value: "yes", Words: session.MarkYes}, {Value: "no", Words: session.MarkNo},
	})
	m.ask.OnCommit = func(value string) { r.session.Mark(value == "yes") }
	m.box = widgets.NewQuestion(id+"/mark-ask", session.MarkAsk, m.ask)
	m.card = widgets.NewCard(m.box)
	return m
}

func (m *markPart) object(v *session.MarkView) fyne.CanvasObject {
	m.ask.SetValue(v.Answer)
	m.box.SetError(v.Error)
	return m.card
}

func (m *markPart) takeFocus() { m.ask.TakeFocus() }
