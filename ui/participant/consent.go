package participant

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Consent is what the study is about and what it asks, before anything is kept.
// Refusing is as easy as agreeing.
type Consent struct {
	host    Host
	desk    Desk
	session *session.Session
	frame   *frame
	heading *widgets.Heading
	summary *widgets.ErrorSummary
	agree   *widgets.Button
	facts   *widgets.Frame
	items   []*consentItem
	busy    bool
}

// consentItem is one thing to agree to, with the place of its error.
type consentItem struct {
	study.ConsentItem
	box   *widgets.TickBox
	err   *widgets.InlineError
	wrong bool
}

// NewConsent makes the page of a session that nobody has agreed to yet.
func NewConsent(host Host, desk Desk, s *session.Session) *Consent {
	c := &Consent{host: host, desk: desk, session: s}
	said := s.Consent()
	c.heading = widgets.NewHeading("consent/title", said.Title, 1).SetStyle(theme.SingleTitle)
	c.heading.SetDescription(toldAloud(said))
	c.summary = widgets.NewErrorSummary("consent/problems")
	c.summary.Hide()
	c.facts = widgets.NewCard(consentFacts(said, s.Code()))
	left := widgets.NewStack(theme.Space3,
		widgets.NewStack(theme.Space1, above("consent/study", s.Where()), c.heading),
		widgets.NewText("consent/lead", said.Lead, theme.Body), c.facts,
		above("consent/closing", said.Closing))
	right := widgets.NewCard(c.choices(said))
	columns := widgets.NewColumns(theme.Space6+theme.Space3, []float32{0, 486}, left, right).SetNarrow(980)
	c.frame = newFrame(host, "consent", frameStart, widgets.NewStack(theme.Space4, c.summary, columns))
	return c
}

// toldAloud is what the page tells in one go, for readers to say with the title: Tab
// passes by words, and nobody should come to the boxes without having heard it.
func toldAloud(said *study.Consent) string {
	all := []string{said.Lead}
	for _, f := range said.Facts {
		all = append(all, f.Title+": "+f.Words)
	}
	return strings.Join(append(all, said.Closing), " ")
}

// consentFacts is the list of what is kept, where and how long. It is made anew
// when the text grows, as its icons do.
func consentFacts(said *study.Consent, code string) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space3)
	for i, f := range said.Facts {
		if i > 0 {
			stack.Add(widgets.NewRule())
		}
		id := numbered("consent/fact", i)
		words := withRuns(id+"/words", theme.BodyDense, boldCode(f.Words, code)...)
		words.SetToken(theme.Muted)
		square := widgets.NewFill(theme.Tint, widgets.NewPad(10, 10, 10, 10, widgets.NewIcon(f.Icon, theme.OnTint, 24)))
		stack.Add(widgets.NewColumns(theme.Space4, []float32{20 + theme.Current().Scaled(24), 0}, widgets.NewStack(0, square),
			widgets.NewStack(0, widgets.NewHeading(id+"/title", f.Title, 2).SetStyle(theme.Title3), words)))
	}
	return stack
}

// boldCode makes the person's own code stand out.
func boldCode(words, code string) []widgets.Run {
	before, after, found := strings.Cut(words, study.FormatCode(code))
	if !found {
		return []widgets.Run{{Words: words}}
	}
	return []widgets.Run{{Words: before}, {Words: study.FormatCode(code), Bold: true}, {Words: after}}
}

// choices is the card with the items to tick and the two buttons.
func (c *Consent) choices(said *study.Consent) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space2, widgets.NewHeading("consent/yours", "Your consent", 2),
		widgets.NewHeading("consent/needed", "Needed to take part", 3).SetStyle(theme.BodyDense.AsBold()))
	needed := widgets.NewStack(0)
	for _, i := range said.Needed() {
		needed.Add(c.item(i))
	}
	stack.Add(needed)
	if optional := said.Optional(); len(optional) > 0 {
		stack.Add(widgets.NewRule())
		stack.Add(widgets.NewRow(theme.Space2, widgets.NewHeading("consent/optional", "Your choice", 3).SetStyle(theme.BodyDense.AsBold()),
			above("consent/optional-words", "(optional: you can take part without these)")))
		choice := widgets.NewStack(0)
		for _, i := range optional {
			choice.Add(c.item(i))
		}
		stack.Add(choice)
	}
	c.agree = widgets.NewButton("consent/agree", "I agree, start", widgets.Main, c.start)
	stack.Add(note("consent/real", "Do not type details of any real child or family."))
	stack.Add(widgets.NewRow(theme.Space3, c.agree, widgets.NewButton("consent/refuse", "I do not agree", widgets.Secondary, c.refuse)))
	stack.Add(above("consent/copy", "You can keep a copy of this page, once you have agreed."))
	return stack
}

func (c *Consent) item(i study.ConsentItem) fyne.CanvasObject {
	id := "consent/" + i.ID
	it := &consentItem{ConsentItem: i, box: widgets.NewTickBox(id, i.Words).SetPlain(), err: widgets.NewInlineError(id+"/error", "")}
	it.box.OnCommit = func(on bool) {
		if on {
			it.fail("")
			c.host.Retitle()
		}
	}
	c.items = append(c.items, it)
	return widgets.NewStack(0, it.err, it.box)
}

// needs is what is said of a needed item that is not ticked.
const needs = "Tick this to take part"

func (i *consentItem) fail(words string) {
	i.wrong = words != ""
	i.err.SetWords(words)
	i.box.SetError(words)
}

func (c *Consent) start() {
	if c.busy {
		return
	}
	var agreed []string
	var wrong []widgets.SummaryItem
	for _, it := range c.items {
		switch {
		case it.box.On():
			agreed = append(agreed, it.ID)
			it.fail("")
		case it.Needed:
			it.fail(needs)
			wrong = append(wrong, widgets.SummaryItem{ID: "consent/problem/" + it.ID, Words: "Tick “" + it.Words + "” to take part", Go: it.box.TakeFocus})
		}
	}
	if len(wrong) > 0 {
		c.fail(wrong)
		return
	}
	c.busy = true
	c.agree.SetBusy("Starting…")
	var choices capture.Choices
	c.host.Work(func(ctx context.Context) (err error) {
		if err = c.desk.Admit(ctx, c.session); err == nil {
			choices, err = c.desk.Choices(ctx, c.session.ID())
		}
		return err
	}, func(err error) {
		c.busy = false
		c.agree.SetBusy("")
		if err == nil {
			err = c.session.Agree(agreed)
		}
		if err != nil {
			c.fail([]widgets.SummaryItem{{ID: "consent/problem", Words: err.Error(), Go: c.agree.TakeFocus}})
			return
		}
		c.host.Seat(c.session, choices)
		enter(c.host, c.desk, c.session)
	})
}

func (c *Consent) fail(items []widgets.SummaryItem) {
	c.summary.SetItems(items)
	c.summary.Show()
	c.frame.page.ScrollToTop()
	c.summary.TakeFocus()
	c.host.Retitle()
}

// refuse keeps nothing, and says so.
func (c *Consent) refuse() {
	if c.busy {
		return
	}
	c.desk.Refuse(c.session)
	c.host.Show(newMessage(c.host, "refused", frameStart, "You did not agree", []string{
		"That is fine. Nothing was kept.",
		"Tell the researcher that you do not take part. You do not need to say why.",
	}, "Go to the start", func() { c.host.Show(NewStart(c.host, c.desk)) }))
}

// Title is the window's title.
func (c *Consent) Title() string {
	title := c.heading.Words() + " - Recordwell"
	if slices.ContainsFunc(c.items, func(i *consentItem) bool { return i.wrong }) {
		return "Error: " + title
	}
	return title
}

// Content is the page.
func (c *Consent) Content() fyne.CanvasObject { return c.frame.content }

// Resize lays the page out for a class of widths.
func (c *Consent) Resize(class widgets.Class) {
	c.frame.resize(class)
	c.facts.SetContent(consentFacts(c.session.Consent(), c.session.Code()))
}

// Arrive puts the focus on the title.
func (c *Consent) Arrive() { c.heading.TakeFocus() }

// Leave does nothing: nothing is kept before someone agrees.
func (c *Consent) Leave() {}

// Command does what a shortcut means here.
func (c *Consent) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		c.start()
		return true
	}
	return c.frame.command(id)
}
