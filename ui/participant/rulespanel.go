package participant

import (
	"reflect"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
)

// rulesPanel keeps the controls of the national rules for as long as they say the
// same, so that the focus stays on a link of theirs when an answer has been saved.
type rulesPanel struct {
	said    *session.RulesView
	level   int
	objects []fyne.CanvasObject
}

func (p *rulesPanel) show(v *session.CheckView, level int, change func(capture.Ref)) []fyne.CanvasObject {
	if p.objects == nil || p.level != level || !reflect.DeepEqual(p.said, v.Rules) {
		p.said, p.level, p.objects = v.Rules, level, rulesWords(v, level, change)
	}
	return p.objects
}
