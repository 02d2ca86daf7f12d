package formview

import (
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Sink takes what a person does in the questions.
type Sink interface {
	Type(ref capture.Ref, raw string)
	Commit(ref capture.Ref, raw string, cause capture.Cause)
	CommitState(ref capture.Ref, state capture.State)
	TypeReason(ref capture.Ref, rule, text string)
	Explain(ref capture.Ref, rule, text string)
	FieldEntered(ref capture.Ref)
	FieldChanged(ref capture.Ref)
	FieldLeft(ref capture.Ref, deletes, cursor int)
}

// Form is the questions of one page.
type Form struct {
	sink Sink
	// Help opens the help of a question.
	Help func(ref capture.Ref)
	// Show goes to another question, on whichever page it stands.
	Show      func(ref capture.Ref)
	questions map[capture.Ref]*question
	order     []capture.Ref
	focus     capture.Ref
}

// New makes an empty form.
func New(sink Sink, help func(ref capture.Ref)) *Form {
	return &Form{sink: sink, Help: help, questions: map[capture.Ref]*question{}}
}

// Update makes the controls agree with the view and returns them in order.
// Controls of questions that are no longer asked are dropped.
func (f *Form) Update(blocks []session.Block) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	stay := make(map[capture.Ref]*question, len(blocks))
	f.order = f.order[:0]
	for _, b := range blocks {
		if b.Question == nil {
			objects = append(objects, words(b)...)
			continue
		}
		q := f.questions[b.Question.Ref]
		if q == nil || !q.fits(b.Question) {
			q = f.newQuestion(b.Question)
		}
		q.update(b.Question)
		stay[b.Question.Ref] = q
		f.order = append(f.order, b.Question.Ref)
		objects = append(objects, q.objects()...)
	}
	f.questions = stay
	return objects
}

// Below puts something below a question among the objects of Update; at the end
// where the question is not there.
func (f *Form) Below(ref capture.Ref, objects []fyne.CanvasObject, more fyne.CanvasObject) []fyne.CanvasObject {
	at := len(objects)
	if q := f.questions[ref]; q != nil {
		own := q.objects()
		if i := slices.Index(objects, own[len(own)-1]); i >= 0 {
			at = i + 1
		}
	}
	return slices.Insert(objects, at, more)
}

func words(b session.Block) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if b.Heading != "" {
		out = append(out, widgets.NewHeading("heading/"+b.Heading, b.Heading, 2))
	}
	switch {
	case b.Warning:
		out = append(out, widgets.NewWarning("warning/"+b.Words, b.Words))
	case b.Words != "":
		out = append(out, widgets.NewText("words/"+b.Words, b.Words, theme.Body))
	}
	return out
}

// Focus moves the focus into a question: to its first wrong box, or its field.
// It reports whether the question is on this page.
func (f *Form) Focus(ref capture.Ref) bool {
	q := f.questions[ref]
	if q != nil {
		q.widget.TakeFocus()
	}
	return q != nil
}

// Focused returns the question that has, or last had, the focus.
func (f *Form) Focused() (capture.Ref, bool) {
	_, ok := f.questions[f.focus]
	return f.focus, ok
}

// FocusCheck moves the focus into the reason of a Check this.
func (f *Form) FocusCheck(ref capture.Ref) bool {
	q := f.questions[ref]
	if q == nil || q.check == nil {
		return false
	}
	q.check.TakeFocus()
	return true
}
