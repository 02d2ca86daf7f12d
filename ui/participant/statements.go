package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// perPage is how many statements stand on a page.
const perPage = 5

// Statements are the ten statements about the record, on two pages.
type Statements struct {
	host     Host
	desk     Desk
	session  *session.Session
	frame    *frame
	where    *widgets.Text
	heading  *widgets.Heading
	progress *widgets.Progress
	left     *widgets.Text
	lines    *widgets.Stack
	ratings  []*widgets.Rating
	forward  *widgets.Button
	back     *widgets.Button
	skip     *widgets.Button
	page     int
	told     bool // that lines of this page are left
}

// NewStatements makes the pages.
func NewStatements(host Host, desk Desk, s *session.Session) *Statements {
	p := &Statements{host: host, desk: desk, session: s}
	p.where = above("statements/where", "About the record: page 1 of 2")
	p.heading = widgets.NewHeading("statements/title", "What do you think of the system?", 1)
	p.progress = widgets.NewProgress("statements/progress", "Statements answered")
	p.progress.SetQuiet()
	p.left = widgets.NewText("statements/left", "", theme.Body.AsBold())
	p.left.SetToken(theme.Check)
	p.lines = widgets.NewStack(theme.Space3)
	for i, st := range session.SUSStatements() {
		r := widgets.NewRating("statements/"+st.Item, st.Words, session.SUSMost, "Strongly disagree", "Strongly agree").SetCircles(i%perPage == 0)
		r.SetHint("1 is strongly disagree, 5 is strongly agree")
		r.OnCommit = func(int) { p.count() }
		p.ratings = append(p.ratings, r)
	}
	head := widgets.NewColumns(theme.Space5, []float32{0, 220}, widgets.NewStack(theme.Space1, p.where, p.heading), p.progress).SetNarrow(700)
	how := withRuns("statements/how", theme.BodyDense,
		widgets.Run{Words: "System means the record you have just used.", Bold: true},
		widgets.Run{Words: " There are no right or wrong answers. Choose one circle on each line.", Quiet: true})
	page := widgets.NewStack(theme.Space3, head, how, p.left, widgets.NewCard(p.lines))
	p.frame = newFrame(host, "statements", frameSurvey, widgets.NewMeasure(page).SetMax(1000).SetCentred())
	p.back = widgets.NewButton("statements/back", "Back", widgets.Secondary, p.goBack)
	p.back.SetIcon("left")
	p.skip = widgets.NewButton("statements/skip", "Skip these questions", widgets.Secondary, p.skipAll)
	p.forward = widgets.NewButton("statements/continue", "Next 5 statements", widgets.Main, p.goOn)
	p.show()
	return p
}

// show fills in the page in hand.
func (p *Statements) show() {
	pages := len(p.ratings) / perPage
	p.where.SetWords(fmt.Sprintf("About the record: page %d of %d", p.page+1, pages))
	p.lay()
	p.told = false
	p.left.SetWords("")
	buttons := []fyne.CanvasObject{p.skip, p.forward}
	p.forward.SetName("Next 5 statements")
	if p.page > 0 {
		buttons = append([]fyne.CanvasObject{p.back}, buttons...)
	}
	if p.page == pages-1 {
		p.forward.SetName("Continue")
	}
	p.frame.setBottom(saved("statements/saved"), buttons...)
	p.count()
}

// headRoom is the height of the heads over the first line of circles.
const headRoom = 64

// lay puts the lines of the page under each other. Where there is room beside
// them, the first statement stands as low as its circles.
func (p *Statements) lay() {
	var lines []fyne.CanvasObject
	for i := p.page * perPage; i < (p.page+1)*perPage; i++ {
		st := session.SUSStatements()[i]
		if i%perPage > 0 {
			lines = append(lines, widgets.NewRule())
		}
		number := fyne.CanvasObject(widgets.NewText("statements/number/"+st.Item, st.Item, theme.BodyDense.AsBold()))
		words := fyne.CanvasObject(widgets.NewText("statements/words/"+st.Item, st.Words, theme.BodyDense))
		if i%perPage == 0 && p.host.Class() < widgets.Narrow {
			room := theme.Current().Scaled(headRoom)
			number, words = widgets.NewPad(room, 0, 0, 0, number), widgets.NewPad(room, 0, 0, 0, words)
		}
		lines = append(lines, widgets.NewColumns(theme.Space3, []float32{32, 0, 460}, number, words, p.ratings[i]).SetNarrow(640))
	}
	p.lines.SetChildren(lines...)
}

func (p *Statements) count() {
	done := 0
	for _, r := range p.ratings {
		if r.Value() > 0 {
			done++
		}
	}
	p.progress.Set(float64(done)/float64(len(p.ratings)), fmt.Sprintf("%d of %d answered", done, len(p.ratings)))
}

// goOn says once that lines are left; the second time they stay so.
func (p *Statements) goOn() {
	p.host.Root().Commit()
	var first *widgets.Rating
	left := 0
	for _, r := range p.ratings[p.page*perPage : (p.page+1)*perPage] {
		if r.Value() == 0 {
			left++
			if first == nil {
				first = r
			}
		}
	}
	if left > 0 && !p.told {
		p.told = true
		words := fmt.Sprintf("You have %s left on this page. Answer, or go on without", count(left, "line"))
		p.left.SetWords(words)
		p.host.Announce(words, a11y.LivePolite)
		first.TakeFocus()
		return
	}
	if p.page < len(p.ratings)/perPage-1 {
		p.turn(1)
		return
	}
	p.keep()
	next(p.host, p.desk, p.session)
}

func (p *Statements) goBack() {
	p.host.Root().Commit()
	p.turn(-1)
}

func (p *Statements) turn(by int) {
	p.page += by
	p.show()
	p.host.Retitle()
	p.frame.page.ScrollToTop()
	p.heading.TakeFocus()
}

// keep hands on the answers; a line without one is kept as not answered.
func (p *Statements) keep() {
	var answers []capture.SurveyAnswer
	for i, st := range session.SUSStatements() {
		answers = append(answers, capture.SurveyAnswer{Item: st.Item, Score: p.ratings[i].Value()})
	}
	p.session.Answer(study.SUS, p.session.Subject(), answers...)
}

func (p *Statements) skipAll() {
	var items []string
	for _, st := range session.SUSStatements() {
		items = append(items, st.Item)
	}
	p.session.SkipSurvey(study.SUS, p.session.Subject(), items...)
	next(p.host, p.desk, p.session)
}

// Title is the window's title.
func (p *Statements) Title() string {
	return fmt.Sprintf("What do you think of the system? Page %d - Recordwell", p.page+1)
}

// Content is the page.
func (p *Statements) Content() fyne.CanvasObject { return p.frame.content }

// Resize lays the page out for a class of widths.
func (p *Statements) Resize(class widgets.Class) {
	p.frame.resize(class)
	p.lay()
}

// Arrive puts the focus on the title.
func (p *Statements) Arrive() { p.heading.TakeFocus() }

// Leave does nothing: the answers count when the last page is left.
func (p *Statements) Leave() {}

// Command does what a shortcut means here.
func (p *Statements) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Continue:
		p.goOn()
	case id == shortcut.Back && p.page > 0:
		p.goBack()
	default:
		return p.frame.command(id)
	}
	return true
}
