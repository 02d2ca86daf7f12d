package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// EndQuestions asks, in words, what stands in the way of using the record.
type EndQuestions struct {
	host    Host
	desk    Desk
	session *session.Session
	frame   *frame
	heading *widgets.Heading
	boxes   []*widgets.LongText
}

// NewEndQuestions makes the page.
func NewEndQuestions(host Host, desk Desk, s *session.Session) *EndQuestions {
	p := &EndQuestions{host: host, desk: desk, session: s}
	p.heading = widgets.NewHeading("end/title", "Using this record at work", 1)
	page := widgets.NewStack(theme.Space5, widgets.NewStack(theme.Space1,
		above("end/where", "The last questions"), p.heading,
		above("end/how", "Answer as many as you like. Do not write about a real child or family.")))
	for _, q := range session.EndQuestions() {
		box := widgets.NewLongText("end/"+q.Item, q.Words)
		box.SetLimit(wordsLimit)
		p.boxes = append(p.boxes, box)
		ask := widgets.NewQuestion("end/"+q.Item+"/question", q.Words, box)
		ask.SetOptional(true)
		page.Add(ask)
	}
	p.frame = newFrame(host, "end", frameSurvey, widgets.NewMeasure(page).SetMax(760).SetCentred())
	p.frame.setBottom(saved("end/saved"),
		widgets.NewButton("end/skip", "Skip these questions", widgets.Secondary, p.skip),
		widgets.NewButton("end/continue", "Continue", widgets.Main, p.goOn))
	return p
}

func (p *EndQuestions) goOn() {
	p.host.Root().Commit()
	var answers []capture.SurveyAnswer
	for i, q := range session.EndQuestions() {
		if words := p.boxes[i].Value(); words != "" {
			answers = append(answers, capture.SurveyAnswer{Item: q.Item, Text: words})
		}
	}
	if len(answers) == 0 {
		p.skip()
		return
	}
	p.session.Answer(study.End, p.session.Subject(), answers...)
	next(p.host, p.desk, p.session)
}

func (p *EndQuestions) skip() {
	var items []string
	for _, q := range session.EndQuestions() {
		items = append(items, q.Item)
	}
	p.session.SkipSurvey(study.End, p.session.Subject(), items...)
	next(p.host, p.desk, p.session)
}

// Title is the window's title.
func (p *EndQuestions) Title() string { return "Using this record at work - Recordwell" }

// Content is the page.
func (p *EndQuestions) Content() fyne.CanvasObject { return p.frame.content }

// Resize lays the page out for a class of widths.
func (p *EndQuestions) Resize(class widgets.Class) { p.frame.resize(class) }

// Arrive puts the focus on the title.
func (p *EndQuestions) Arrive() { p.heading.TakeFocus() }

// Leave does nothing: what is written counts when someone continues.
func (p *EndQuestions) Leave() {}

// Command does what a shortcut means here.
func (p *EndQuestions) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		p.goOn()
		return true
	}
	return p.frame.command(id)
}

// NewThanks is the last page: what was measured, what was made difficult on
// purpose, and whom to talk to. Withdrawing is still possible from here.
func NewThanks(host Host, desk Desk, s *session.Session, how int32) (m *Message) {
	words := []string{"That was the last task. Tell the researcher you have finished."}
	if how == event.EndStopped {
		words = []string{"You have stopped. What you did is saved on this computer. Tell the researcher you have finished."}
	}
	var aside []fyne.CanvasObject
	if c := s.Consent(); c != nil {
		aside = append(aside, widgets.NewHeading("thanks/debrief", "What we looked at", 2))
		for i, p := range c.Debrief {
			aside = append(aside, widgets.NewText(numbered("thanks/debrief", i), p, theme.Body))
		}
	}
	aside = append(aside, widgets.NewLink("thanks/data", "Your data and your choices", func() {
		host.Show(NewYourData(host, desk, s, func() { host.Show(NewThanks(host, desk, s, how)) }))
	}))
	m = newMessage(host, "thanks", frameSurvey, "Thank you", words, "Close the session", func() { leave(host, desk, m, s, how) }, aside...)
	return m
}
