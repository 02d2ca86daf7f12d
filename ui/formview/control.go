package formview

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

// mostRadios is the number of choices beyond which a list to search is shown.
const mostRadios = 7

func isChoices(v *session.QuestionView) bool {
	return v.Type == form.TypeSelectMultiple || v.Type == form.TypeSelectOne && !isSearch(v)
}

func isSearch(v *session.QuestionView) bool { return v.Has("search") }

// newControl makes the field for a type of question and joins its callbacks.
func (q *question) newControl(v *session.QuestionView) control {
	name := id(v.Ref) + "/field"
	switch v.Type {
	case form.TypeDate:
		return q.newDate(name, v)
	case form.TypeSelectOne:
		if isSearch(v) {
			return q.newCombo(name, v)
		}
		return q.newRadios(name, v)
	case form.TypeSelectMultiple:
		return q.newTicks(name, v)
	case form.TypeInteger, form.TypeDecimal:
		b := &numberBox{widgets.NewNumberBox(name, v.Label)}
		b.OnChange, b.OnCommit, b.OnFocus, b.OnBlur = q.typed, q.committed, q.entered, q.left
		b.SetLetters(letters(v, 4))
		return b
	}
	if v.Has("multiline") {
		b := &longText{widgets.NewLongText(name, v.Label)}
		b.OnChange, b.OnCommit, b.OnFocus, b.OnBlur = q.typed, q.committed, q.entered, q.left
		if v.MaxLength > 0 {
			b.SetLimit(v.MaxLength)
		}
		return b
	}
	b := &textBox{widgets.NewTextBox(name, v.Label)}
	b.OnChange, b.OnCommit, b.OnFocus, b.OnBlur = q.typed, q.committed, q.entered, q.left
	b.SetLetters(letters(v, 0))
	return b
}

// letters is the width hint of a form: w4 is four letters wide.
func letters(v *session.QuestionView, otherwise int) int {
	for n, name := range map[int]string{2: "w2", 4: "w4", 5: "w5", 10: "w10", 20: "w20"} {
		if v.Has(name) {
			return n
		}
	}
	if v.Type == form.TypeTime {
		return 5
	}
	return otherwise
}

func (q *question) typed(raw string) {
	if raw != q.view.Answer.Raw {
		q.form.sink.FieldChanged(q.ref)
	}
	q.form.sink.Type(q.ref, raw)
}

func (q *question) committed(raw string) {
	// Leaving a box empty does not take back an escape answer.
	if raw == "" && len(stateNames(q.view.Answer.State)) > 0 {
		return
	}
	q.form.sink.Commit(q.ref, raw, capture.Typed)
}

func (q *question) chosen(value string) {
	q.form.sink.FieldChanged(q.ref)
	if s, ok := capture.ParseState(value); ok && s != capture.Answered && s != capture.Blank && q.offers(s) {
		q.form.sink.CommitState(q.ref, s)
		return
	}
	q.form.sink.Commit(q.ref, value, capture.Chosen)
}

func (q *question) offers(s capture.State) bool {
	for _, st := range q.view.States {
		if st.State == s {
			return true
		}
	}
	return false
}

type textBox struct{ *widgets.TextBox }

func (b *textBox) field() widgets.Field { return b.TextBox }

func (b *textBox) show(v *session.QuestionView) { b.SetValue(v.Answer.Raw) }

type longText struct{ *widgets.LongText }

func (b *longText) field() widgets.Field { return b.LongText }

func (b *longText) show(v *session.QuestionView) { b.SetValue(v.Answer.Raw) }

type numberBox struct{ *widgets.NumberBox }

func (b *numberBox) field() widgets.Field { return b.NumberBox }

func (b *numberBox) show(v *session.QuestionView) { b.SetValue(v.Answer.Raw) }

type dateBoxes struct{ *widgets.DateBoxes }

func (b *dateBoxes) field() widgets.Field { return b.DateBoxes }

func (q *question) newDate(name string, v *session.QuestionView) control {
	b := &dateBoxes{widgets.NewDateBoxes(name, v.Label)}
	b.OnChange = func(d widgets.Date) { q.typed(datatype.JoinParts(d.Day, d.Month, d.Year)) }
	b.OnCommit = func(d widgets.Date) {
		raw := datatype.JoinParts(d.Day, d.Month, d.Year)
		if raw == datatype.JoinParts("", "", "") {
			raw = ""
		}
		q.committed(raw)
	}
	b.OnFocus, b.OnBlur = q.entered, q.left
	return b
}

func (b *dateBoxes) show(v *session.QuestionView) {
	day, month, year := datatype.CutParts(v.Answer.Raw)
	b.SetValue(widgets.Date{Day: day, Month: month, Year: year})
}

type radios struct{ *widgets.RadioGroup }

func (g *radios) field() widgets.Field { return g.RadioGroup }

func (q *question) newRadios(name string, v *session.QuestionView) control {
	var choices []widgets.Choice
	for _, c := range v.Choices {
		choices = append(choices, widgets.Choice{Value: c.Name, Words: c.Label, Hint: c.Hint})
	}
	g := &radios{widgets.NewRadioGroup(name, v.Label, append(choices, states(v, true)...))}
	g.OnCommit, g.OnFocus, g.OnBlur = q.chosen, q.entered, q.left
	g.SetSideBySide(v.Has("horizontal") && len(v.States) == 0)
	return g
}

func (g *radios) show(v *session.QuestionView) {
	if s := stateNames(v.Answer.State); len(s) > 0 {
		g.SetValue(s[0])
		return
	}
	g.SetValue(v.Answer.Raw)
}

type ticks struct{ *widgets.TickBoxes }

func (t *ticks) field() widgets.Field { return t.TickBoxes }

func (q *question) newTicks(name string, v *session.QuestionView) control {
	var choices []widgets.Choice
	for _, c := range v.Choices {
		choices = append(choices, widgets.Choice{Value: c.Name, Words: c.Label, Hint: c.Hint, Exclusive: c.Exclusive, Or: c.Exclusive})
	}
	t := &ticks{widgets.NewTickBoxes(name, v.Label, append(choices, states(v, true)...))}
	t.OnCommit = func(values []string) {
		if len(values) == 1 {
			q.chosen(values[0])
			return
		}
		q.form.sink.FieldChanged(q.ref)
		q.form.sink.Commit(q.ref, strings.Join(values, " "), capture.Chosen)
	}
	t.OnFocus, t.OnBlur = q.entered, q.left
	return t
}

func (t *ticks) show(v *session.QuestionView) {
	if s := stateNames(v.Answer.State); len(s) > 0 {
		t.SetValue(s)
		return
	}
	t.SetValue(strings.Fields(v.Answer.Raw))
}

type combo struct{ *widgets.Combo }

func (b *combo) field() widgets.Field { return b.Combo }

func (q *question) newCombo(name string, v *session.QuestionView) control {
	var options []widgets.Option
	for _, c := range v.Choices {
		options = append(options, widgets.Option{Value: c.Name, Words: c.Label, Other: c.Other})
	}
	b := &combo{widgets.NewCombo(name, v.Label, options)}
	b.OnChange = q.typed
	b.OnCommit = func(raw, value string) {
		if value != "" {
			q.form.sink.FieldChanged(q.ref)
			q.form.sink.Commit(q.ref, value, capture.Chosen)
			return
		}
		q.committed(raw)
	}
	b.OnFocus, b.OnBlur = q.entered, q.left
	return b
}

func (b *combo) show(v *session.QuestionView) {
	if v.Answer.Readable && v.Answer.State == capture.Answered {
		for _, c := range v.Choices {
			if c.Name == v.Answer.Value {
				b.SetValue(c.Label, c.Name)
				return
			}
		}
	}
	b.SetValue(v.Answer.Raw, "")
}
