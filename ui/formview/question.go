package formview

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/widgets"
)

// question is one question's controls.
type question struct {
	form   *Form
	ref    capture.Ref
	view   *session.QuestionView
	shown  bool // the controls have shown an answer
	widget *widgets.Question
	field  control
	// escape offers "I do not know" below a field that is not a list of choices.
	escape *widgets.TickBoxes
	check  *widgets.CheckThis
	rule   string
	// others lead to the further questions that a message is about.
	others *widgets.Row
	linked []session.QuestionLink
}

// control is a field with what a form does to it.
type control interface {
	// field is the control itself: the toolkit knows it by its own pointer.
	field() widgets.Field
	// show makes it show an answer.
	show(v *session.QuestionView)
}

// id is the stable id of a question's controls in the accessibility tree.
func id(ref capture.Ref) string { return string(ref.Question) + "@" + string(ref.Entity) }

func (f *Form) newQuestion(v *session.QuestionView) *question {
	q := &question{form: f, ref: v.Ref, view: v}
	q.field = q.newControl(v)
	q.widget = widgets.NewQuestion(id(v.Ref), v.Label, q.field.field())
	if v.Help != "" {
		q.widget.SetHelp("Help with "+LowerFirst(v.Short), func() { f.Help(v.Ref) })
	}
	if !isChoices(v) && len(v.States) > 0 {
		q.escape = widgets.NewTickBoxes(id(v.Ref)+"/instead", v.Label+" Or", states(v, false))
		q.escape.OnCommit = q.escaped
	}
	return q
}

// fits reports whether the controls can show the view: they are made anew when
// the words or the choices of a question change.
func (q *question) fits(v *session.QuestionView) bool {
	if q.view.Label != v.Label || q.view.Type != v.Type || len(q.view.Choices) != len(v.Choices) {
		return false
	}
	for i := range v.Choices {
		if v.Choices[i].Name != q.view.Choices[i].Name || v.Choices[i].Label != q.view.Choices[i].Label {
			return false
		}
	}
	return true
}

func (q *question) update(v *session.QuestionView) {
	// A control is told its answer only when that changes: what somebody has moved
	// to and not taken yet is the control's own, and must not go back when the page
	// hears of something else, such as that it is saved. What is being typed is the
	// control's own too: shown back, it would pass for committed.
	fresh := !q.shown || !v.Typing && q.view.Answer != v.Answer
	was := q.view.Query
	q.view, q.shown = v, true
	q.widget.SetHint(v.Hint)
	q.widget.SetOptional(v.Optional)
	q.widget.SetError(v.Error)
	q.widget.SetNote(v.Notice)
	if fresh {
		q.field.show(v)
	}
	if d, ok := q.field.(*dateBoxes); ok {
		wrong := v.WrongParts
		if v.Error == "" {
			wrong = [3]bool{}
		}
		d.SetWrong(wrong[0], wrong[1], wrong[2])
	}
	if q.escape != nil && fresh {
		q.escape.SetValue(stateNames(v.Answer.State))
	}
	q.updateCheck(v, was)
	q.updateOthers(v)
}

// updateCheck shows what there is to check; was is what was shown before. A reason
// is the box's own while it is typed, as an answer is.
func (q *question) updateCheck(v *session.QuestionView, was *session.QueryView) {
	if v.Query == nil {
		if q.check != nil {
			q.check = nil
			q.widget.SetCheck(nil)
		}
		return
	}
	fresh := q.check == nil || q.rule != v.Query.Rule
	if fresh {
		ask := v.Query.Ask
		if ask == "" {
			ask = "Why is this right?"
		}
		q.rule = v.Query.Rule
		q.check = widgets.NewCheckThis(id(v.Ref)+"/check", ask)
		q.check.SetLimit(reasonLimit)
		rule := v.Query.Rule
		q.check.OnChange = func(raw string) { q.form.sink.TypeReason(q.ref, rule, raw) }
		q.check.OnCommit = func(raw string) { q.form.sink.Explain(q.ref, rule, raw) }
		q.widget.SetCheck(q.check)
	}
	q.check.SetWords(v.Query.Text, v.Query.Ask)
	q.check.SetWhy(v.Why, "")
	typing := v.Query.Reason != "" && !v.Query.Explained
	if fresh || !typing && (was == nil || was.Reason != v.Query.Reason || was.Explained != v.Query.Explained) {
		q.check.SetReason(v.Query.Reason)
	}
	q.check.SetExplained(v.Query.Explained)
}

// reasonLimit is the letters a reason may have.
const reasonLimit = 200

func (q *question) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{q.widget}
	if q.escape != nil {
		out = append(out, q.escape)
	}
	if q.others != nil {
		out = append(out, q.others)
	}
	return out
}

// updateOthers shows links to the further questions that a message is about.
func (q *question) updateOthers(v *session.QuestionView) {
	if slices.Equal(q.linked, v.Others) {
		return
	}
	q.linked, q.others = v.Others, nil
	if len(v.Others) == 0 {
		return
	}
	var links []fyne.CanvasObject
	for _, o := range v.Others[:min(len(v.Others), mostOthers)] {
		l := widgets.NewLink(id(v.Ref)+"/other/"+id(o.Ref), "Go to "+LowerFirst(o.Short), func() {
			if q.form.Show != nil {
				q.form.Show(o.Ref)
			}
		})
		links = append(links, l)
	}
	q.others = widgets.NewRow(linkGap, links...)
}

const (
	mostOthers = 3
	// linkGap stands between links that are beside each other.
	linkGap float32 = 24
)

func (q *question) entered() {
	q.form.focus = q.ref
	q.form.sink.FieldEntered(q.ref)
}

func (q *question) left(v widgets.Visit) { q.form.sink.FieldLeft(q.ref, v.Deletes, v.Moves) }

func (q *question) escaped(values []string) {
	state := capture.Blank
	for _, v := range values {
		if s, ok := capture.ParseState(v); ok {
			state = s
		}
	}
	q.form.sink.CommitState(q.ref, state)
}

// states are the escape answers of a question as choices.
func states(v *session.QuestionView, or bool) []widgets.Choice {
	var out []widgets.Choice
	for i, s := range v.States {
		out = append(out, widgets.Choice{Value: s.State.String(), Words: s.Label, Or: or && i == 0, Exclusive: true})
	}
	return out
}

func stateNames(s capture.State) []string {
	if s == capture.Blank || s == capture.Answered {
		return nil
	}
	return []string{s.String()}
}

// LowerFirst writes a name for the middle of a sentence: "Date of birth" as
// "date of birth", but "UPN" as it is.
func LowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(first) && unicode.IsUpper(second) || strings.HasPrefix(s, "I ") {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
