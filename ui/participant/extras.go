package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/formview"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// extras is what help offers besides words: a comment on the question, its
// earlier versions, and what is recorded.
type extras struct {
	comments map[capture.Ref]*widgets.Question
	history  *widgets.Stack
	of       capture.Ref // whose history is open
	recorded *recordedList
	live     *widgets.Disclosure
	// onData opens "Your data and your choices".
	onData func()
	// onHelp opens help with the program.
	onHelp func()
	// load reads what earlier runs of the program recorded.
	load func(l *recordedList)
	// onBack goes to the question after an earlier version came back.
	onBack func(ref capture.Ref)
}

func (p *sidePanel) extras() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if q := p.questionInHelp(); q != nil {
		out = append(out, p.versions(q)...)
		out = append(out, widgets.NewRule(), p.comment(q))
	}
	out = append(out, widgets.NewRule(), p.recordedPart())
	if p.extra.onData != nil {
		out = append(out, widgets.NewLink("help/data", "Your data and your choices", p.extra.onData),
			widgets.NewLink("help/program", "Keys and accessibility", p.extra.onHelp))
	}
	return out
}

func (p *sidePanel) questionInHelp() *session.QuestionView {
	for _, b := range p.words.Page.Blocks {
		if b.Question != nil && b.Question.Ref == p.help {
			return b.Question
		}
	}
	return nil
}

// commentLimit is the letters that a comment may have.
const commentLimit = 500

// comment is the box for what a person thinks of the question. It stays while
// help is filled anew, so that the caret does.
func (p *sidePanel) comment(q *session.QuestionView) fyne.CanvasObject {
	if p.extra.comments == nil {
		p.extra.comments = map[capture.Ref]*widgets.Question{}
	}
	ask := p.extra.comments[q.Ref]
	if ask == nil {
		id, ref := "help/comment/"+string(q.Ref.Question)+"@"+string(q.Ref.Entity), q.Ref
		box := widgets.NewLongText(id, "Comment on this question")
		box.SetLimit(commentLimit)
		box.SetValue(p.session.Comment(ref))
		box.OnCommit = func(raw string) { p.session.LeaveComment(ref, raw) }
		ask = widgets.NewQuestion(id+"/question", "Comment on this question", box)
		ask.SetOptional(true)
		ask.SetHint("It goes to the research team. Do not write about a real child or family")
		p.extra.comments[q.Ref] = ask
	}
	return ask
}

// versions offers what the answer was before, and each one back.
func (p *sidePanel) versions(q *session.QuestionView) []fyne.CanvasObject {
	if !p.session.HasHistory(q.Ref) {
		return nil
	}
	ref := q.Ref
	open := p.extra.of == ref && p.extra.history != nil
	see := widgets.NewButton("help/history", "Earlier versions of your answer", widgets.Secondary, func() {
		if p.extra.of == ref && p.extra.history != nil {
			p.extra.history = nil
		} else {
			p.extra.of, p.extra.history = ref, p.versionList(q)
		}
		p.fill()
	})
	see.SetExpanded(open)
	out := []fyne.CanvasObject{widgets.NewRule(), widgets.NewRow(theme.Space2, see)}
	if open {
		out = append(out, p.extra.history)
	}
	return out
}

func (p *sidePanel) versionList(q *session.QuestionView) *widgets.Stack {
	stack := widgets.NewStack(theme.Space3)
	for i, v := range p.session.History(q.Ref) {
		id := numbered("help/version", i)
		when := v.At.Format("15:04")
		words := withRuns(id, theme.BodyDense, widgets.Run{Words: when + "  ", Quiet: true}, widgets.Run{Words: v.Words, Bold: v.Current})
		if v.Current {
			stack.Add(widgets.NewStack(0, words, above(id+"/now", "Your answer now")))
			continue
		}
		back := widgets.NewLink(id+"/back", "Bring this back", func() {
			p.extra.history = nil
			p.session.BringBack(q.Ref, v)
			if p.extra.onBack != nil {
				p.extra.onBack(q.Ref)
			}
		})
		back.SetAnnounced(fmt.Sprintf("Bring back %s of %s, at %s", v.Words, formview.LowerFirst(q.Short), when))
		stack.Add(widgets.NewStack(0, words, back))
	}
	return stack
}

// recordedPart is what is recorded, live, behind its name.
func (p *sidePanel) recordedPart() fyne.CanvasObject {
	if p.extra.live == nil {
		p.extra.recorded = newRecordedList("help/recorded", p.session)
		p.extra.live = widgets.NewDisclosure("help/recorded-live", "What is recorded about me", p.extra.recorded.stack)
		p.extra.live.OnToggle = func(open bool) {
			p.session.OnLog(nil)
			if open {
				p.extra.recorded.fill()
				p.session.OnLog(p.extra.recorded.fill)
				if p.extra.load != nil {
					p.extra.load(p.extra.recorded)
				}
			}
		}
	}
	return p.extra.live
}
