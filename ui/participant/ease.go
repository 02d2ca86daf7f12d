package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// wordsLimit is the letters that an answer in words may have.
const wordsLimit = 300

// Ease is the one question after a task, in its standard words.
type Ease struct {
	host    Host
	desk    Desk
	session *session.Session
	task    string
	frame   *frame
	heading *widgets.Heading
	problem *widgets.InlineError
	rating  *widgets.Rating
	why     *widgets.LongText
	failed  bool
}

// NewEase makes the page about a task.
func NewEase(host Host, desk Desk, s *session.Session, task string) *Ease {
	e := &Ease{host: host, desk: desk, session: s, task: task}
	n := taskNumber(s, task)
	e.heading = widgets.NewHeading("ease/title", session.SEQWords, 1).SetStyle(theme.SingleTitle)
	e.problem = widgets.NewInlineError("ease/error", "")
	e.rating = widgets.NewRating("ease/rating", session.SEQWords, session.SEQMost, "Very difficult", "Very easy")
	e.rating.SetHint("1 is very difficult, 7 is very easy")
	e.rating.OnCommit = func(int) { e.fail("") }
	e.why = widgets.NewLongText("ease/why", "What made it difficult or easy?")
	e.why.SetLimit(wordsLimit)
	why := widgets.NewQuestion("ease/why-question", "What made it difficult or easy?", e.why)
	why.SetOptional(true)
	why.SetHint("Do not write about a real child or family")
	page := widgets.NewStack(theme.Space5,
		widgets.NewStack(theme.Space1,
			above("ease/where", fmt.Sprintf("After task %d of %d: %s", n, len(s.Tasks()), s.Tasks()[n-1].Spec.Title)),
			e.heading, above("ease/how", "Choose a number from 1 to 7."), e.problem),
		e.rating, why)
	e.frame = newFrame(host, "ease", frameSurvey, widgets.NewMeasure(page).SetMax(760).SetCentred())
	e.frame.setBottom(saved("ease/saved"),
		widgets.NewButton("ease/skip", "Skip this question", widgets.Secondary, e.skip),
		widgets.NewButton("ease/continue", "Continue", widgets.Main, e.goOn))
	return e
}

// saved is the line at the left of the bottom bar of pages without a record.
func saved(id string) *widgets.StatusLine {
	l := widgets.NewStatusLine(id)
	l.Set(widgets.StatusSaved, "Everything is saved on this computer")
	return l
}

func (e *Ease) goOn() {
	e.host.Root().Commit()
	if e.rating.Value() == 0 {
		e.fail("Choose a number, or skip this question")
		e.rating.TakeFocus()
		return
	}
	answers := []capture.SurveyAnswer{{Item: session.SEQItem, Score: e.rating.Value()}}
	if words := e.why.Value(); words != "" {
		answers = append(answers, capture.SurveyAnswer{Item: session.SEQWhy, Text: words})
	}
	e.session.Answer(study.SEQ, e.task, answers...)
	next(e.host, e.desk, e.session)
}

func (e *Ease) skip() {
	e.session.SkipSurvey(study.SEQ, e.task, session.SEQItem)
	next(e.host, e.desk, e.session)
}

func (e *Ease) fail(words string) {
	e.failed = words != ""
	e.problem.SetWords(words)
	e.rating.SetError(words)
	e.host.Retitle()
}

// Title is the window's title.
func (e *Ease) Title() string { return errorTitle(session.SEQWords, e.failed) }

func errorTitle(title string, failed bool) string {
	if failed {
		title = "Error: " + title
	}
	return title + " - Recordwell"
}

// Content is the page.
func (e *Ease) Content() fyne.CanvasObject { return e.frame.content }

// Resize lays the page out for a class of widths.
func (e *Ease) Resize(class widgets.Class) { e.frame.resize(class) }

// Arrive puts the focus on the title.
func (e *Ease) Arrive() { e.heading.TakeFocus() }

// Leave does nothing: an answer counts when someone continues.
func (e *Ease) Leave() {}

// Command does what a shortcut means here.
func (e *Ease) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		e.goOn()
		return true
	}
	return e.frame.command(id)
}
