package research

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// noteForm asks for one note.
type noteForm struct {
	notes    *notes
	note     capture.Note
	text     *widgets.LongText
	when     *widgets.TextBox
	tag      *widgets.Select
	severity *widgets.Select
	outcome  *widgets.Select
	reason   *widgets.LongText
	asks     map[string]*widgets.Question
	card     fyne.CanvasObject
}

func newNoteForm(o *notes, n capture.Note) *noteForm {
	f := &noteForm{notes: o, note: n, asks: map[string]*widgets.Question{}}
	id := o.id() + "/form"
	ask := func(name, words, hint string, field widgets.Field) fyne.CanvasObject {
		q := widgets.NewQuestion(id+"/"+name+"-ask", words, field)
		if hint != "" {
			q.SetHint(hint)
		}
		f.asks[name] = q
		return q
	}
	f.text = widgets.NewLongText(id+"/text", "What did you notice?")
	f.text.SetLines(2, 8)
	f.text.SetValue(n.Text)
	f.when = widgets.NewTextBox(id+"/when", "When?")
	f.when.SetLetters(8)
	f.when.SetValue(o.page.timeOf(n.At))
	var tags []widgets.Option
	for _, t := range capture.NoteTags() {
		tags = append(tags, widgets.Option{Value: t, Words: tagWords[t]})
	}
	f.tag = widgets.NewSelect(id+"/tag", "What kind of thing is it?", tags)
	f.tag.SetValue(n.Tag)
	var rates []widgets.Option
	for i, words := range severityWords {
		rates = append(rates, widgets.Option{Value: strconv.Itoa(i), Words: words})
	}
	f.severity = widgets.NewSelect(id+"/severity", "How bad is it?", rates)
	f.severity.SetValue(strconv.Itoa(n.Severity))
	f.outcome = widgets.NewSelect(id+"/outcome", "Did the person complete the task?", []widgets.Option{
		{Value: "", Words: "As the record says"}, {Value: string(capture.Completed), Words: outcomeWords[capture.Completed]},
		{Value: string(capture.NotCompleted), Words: outcomeWords[capture.NotCompleted]},
	})
	f.outcome.SetValue(string(n.Outcome))
	f.reason = widgets.NewLongText(id+"/reason", "Why do you overrule the record?")
	f.reason.SetLines(2, 5)
	f.reason.SetValue(n.Reason)

	title := "New note"
	if n.ID != "" {
		title = "Change the note"
	}
	where := "It is about the whole session"
	if n.Task != "" {
		where = "It is about the task “" + o.page.taskTitle(n.Task) + "”"
	}
	parts := []fyne.CanvasObject{
		widgets.NewHeading(id, title, 3), widgets.NewText(id+"/where", where, theme.BodyDense).SetToken(theme.Muted),
		ask("text", "What did you notice?", "Leave out names of real people", f.text),
		ask("when", "When?", "Minutes and seconds on the replay, like 6:06", f.when),
		ask("tag", "What kind of thing is it?", "", f.tag),
		ask("severity", "How bad is it?", "", f.severity),
	}
	if n.Task != "" {
		parts = append(parts,
			ask("outcome", "Did the person complete the task?", "What you say here takes the place of the record’s own rule in every figure, and is marked as the observer’s", f.outcome),
			ask("reason", "Why do you overrule the record?", "Only where you say how the task ended", f.reason))
	}
	parts = append(parts, widgets.NewRow(theme.Space3,
		widgets.NewButton(id+"/save", "Save the note", widgets.Main, o.save).SetIcon("check"),
		widgets.NewButton(id+"/cancel", "Cancel", widgets.Secondary, o.close).SetIcon("close")))
	f.card = widgets.NewMeasure(widgets.NewStack(theme.Space5, parts...)).SetMax(760)
	return f
}

// read gives the note as it stands in the form, or says what is missing.
func (f *noteForm) read() (capture.Note, bool) {
	n := f.note
	n.Text, n.Tag = strings.TrimSpace(f.text.Value()), f.tag.Value()
	n.Severity, _ = strconv.Atoi(f.severity.Value()) // one of our own options
	n.Outcome, n.Reason = capture.Outcome(f.outcome.Value()), strings.TrimSpace(f.reason.Value())
	for _, q := range f.asks {
		q.SetError("")
	}
	fail := func(name, words string) (capture.Note, bool) {
		f.asks[name].SetError(words)
		f.asks[name].TakeFocus()
		return n, false
	}
	typed := strings.TrimSpace(f.when.Value())
	at, err := parseStopwatch(typed)
	switch {
	case n.Text == "":
		return fail("text", "Enter what you noticed")
	case err != nil:
		return fail("when", "Enter minutes and seconds, like 6:06")
	case n.Outcome != "" && n.Reason == "":
		return fail("reason", "Enter why you overrule the record")
	}
	if n.Outcome == "" {
		n.Reason = ""
	}
	if typed != f.notes.page.timeOf(n.At) { // else to the millisecond as it was
		n.At = f.notes.page.clockAt(f.notes.page.base + at)
	}
	return n, true
}
