package participant

import (
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// sidePanel is what stands beside the page: the family's story, help with a
// question in its place, or the national rules on "check your answers".
type sidePanel struct {
	ruled   rulesPanel
	session *session.Session
	open    bool
	closed  bool // someone hid it; it stays hidden
	help    capture.Ref
	helping bool
	rules   bool
	hide    *widgets.Link
	title   *widgets.Heading
	story   []fyne.CanvasObject
	// A part of the window has one name, so each content has a region of its own.
	storyPart, helpPart, rulesPart part
	onOpen                         func()
	onClose                        func()
	words                          *session.View
	extra                          extras
	level                          int // of the headings: 1 where the panel stands in the page's place
}

func newSidePanel(s *session.Session, hide func()) *sidePanel {
	p := &sidePanel{session: s, level: 2}
	p.hide = widgets.NewLink("story/hide", "Hide", hide)
	p.hide.SetAnnounced("Hide the family")
	p.hide.SetIcon("close")
	p.title = widgets.NewHeading("story/title", "The family", 2)
	p.title.SetStyle(theme.Title3.AsBold())
	p.story = storyObjects(s)
	p.storyPart, p.helpPart, p.rulesPart = newPart("story", "The family"), newPart("help", "Help"), newPart("rules", "National rules")
	head := widgets.NewRow(theme.Space2, p.title)
	head.SetEnd(p.hide)
	p.storyPart.stack.SetChildren(append([]fyne.CanvasObject{head}, p.story...)...)
	return p
}

// part is one content of the panel: its words, and the region around them.
type part struct {
	stack  *widgets.Stack
	region *widgets.Region
}

func newPart(id, name string) part {
	p := part{stack: widgets.NewStack(theme.Space3)}
	p.region = widgets.NewRegion("record/side/"+id, name, panel(theme.Surface, id+"/scroll", name, p.stack, true, false))
	return p
}

// now is the part that is shown.
func (p *sidePanel) now() part {
	switch {
	case p.helping:
		return p.helpPart
	case p.rules:
		return p.rulesPart
	}
	return p.storyPart
}

func (p *sidePanel) region() *widgets.Region { return p.now().region }

// storyObjects is the story as words: its date, its paragraphs with the facts
// in bold unless the study shows it plain, and the people.
func storyObjects(s *session.Session) []fyne.CanvasObject {
	scenario := s.Current().Scenario
	out := []fyne.CanvasObject{
		widgets.NewLead("calendar", theme.Muted, withRuns("story/date", theme.Small, widgets.Run{Words: "Story date:\n"}, widgets.Run{Words: s.View().Task.Today, Bold: true})),
	}
	for i, p := range scenario.Vignette {
		var runs []widgets.Run
		for _, r := range p.Runs {
			runs = append(runs, widgets.Run{Words: r.Text, Bold: r.Fact > 0 && !s.PlainStory()})
		}
		out = append(out, withRuns(numbered("story/paragraph", i), theme.BodyDense, runs...))
	}
	if len(scenario.People) > 0 {
		people := widgets.NewStack(theme.Space1, widgets.NewLead("people", theme.Muted, widgets.NewText("story/people", "People", theme.Small.AsBold())))
		for i, p := range scenario.People {
			people.Add(widgets.NewText(numbered("story/person", i), p.Name+", "+p.Line, theme.Small))
		}
		out = append(out, widgets.NewCard(people).SetFill(theme.Sunken))
	}
	return out
}

// setLevel makes the panel's heading the page's title, 1, or that of a part, 2.
func (p *sidePanel) setLevel(level int) {
	if p.level == level {
		return
	}
	p.level = level
	p.title.SetLevel(level)
	p.fill()
}

// show makes the panel fit the page and returns the region it is in now.
func (p *sidePanel) show(v *session.View) *widgets.Region {
	p.words = v
	p.rules = v.Page.Check != nil
	p.fill()
	return p.region()
}

func (p *sidePanel) fill() {
	switch {
	case p.helping:
		p.fillHelp()
	case p.rules:
		p.rulesPart.stack.SetChildren(p.ruled.show(p.words.Page.Check, p.level, p.session.Change)...)
	}
}

// openHelp shows help with a question; an empty one is help in general.
func (p *sidePanel) openHelp(ref capture.Ref) {
	p.help, p.helping = ref, true
	p.session.Help(ref, true)
	p.fill()
	if p.onOpen != nil {
		p.onOpen()
	}
	p.region().FocusFirst()
}

// closeHelp goes back to the story and reports whether help was open.
func (p *sidePanel) closeHelp() bool {
	if !p.helping {
		return false
	}
	p.helping = false
	p.session.Help(p.help, false)
	p.fill()
	if p.onClose != nil {
		p.onClose()
	}
	return true
}

func (p *sidePanel) fillHelp() {
	name, why, help := "Help", "", ""
	for _, b := range p.words.Page.Blocks {
		if q := b.Question; q != nil && q.Ref == p.help {
			name, why, help = "Help: "+q.Short, q.Why, q.Help
		}
	}
	back := widgets.NewLink("help/close", "Close help", func() { p.closeHelp() })
	back.SetIcon("close")
	out := []fyne.CanvasObject{widgets.NewRow(theme.Space2, back), widgets.NewHeading("help/title", name, p.level).SetStyle(theme.Title2)}
	if help != "" {
		out = append(out, widgets.NewText("help/words", help, theme.BodyDense))
	}
	if why != "" {
		out = append(out, widgets.NewHeading("help/why-title", "Why we ask", p.level+1).SetStyle(theme.Title3), widgets.NewText("help/why", why, theme.BodyDense))
	}
	said := strings.TrimSpace(help + " " + why) // Tab passes by the words
	if said == "" {
		out = append(out, generalHelp()...)
		said = strings.Join(generalWords, " ")
	}
	back.SetDescription(name + ". " + said)
	out = append(out, p.extras()...)
	p.helpPart.stack.SetChildren(out...)
}

// generalWords are what everyone can use on every page.
var generalWords = []string{
	"Your answers are saved as you type. You can leave a section and come back.",
	"Press Tab to go to the next question, and Shift and Tab to go back.",
	"Press F6 to go from one part of the window to the next.",
	"Press Ctrl and Enter to save and continue. Press F4 to go to what needs fixing.",
	"Press F7 to show or hide the family. Press F9 to take a break.",
}

func generalHelp() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, w := range generalWords {
		out = append(out, widgets.NewText(numbered("help/general", i), w, theme.BodyDense))
	}
	return out
}

// showSide opens or closes the panel beside the page. Under 900 it takes the
// page's place under the strip.
func (r *Record) showSide(open bool) {
	if r.side.helping && !open {
		r.side.closeHelp()
		return
	}
	if r.side.open == open {
		return
	}
	r.side.open, r.side.closed = open, !open
	if open {
		r.strip.open = false
	}
	r.session.Story(open)
	r.Resize(r.host.Class())
	r.strip.show(r.session.View())
	if open {
		if r.narrow() { // it takes the page's place; beside the page F6 goes in
			r.side.region().FocusFirst()
		}
		r.host.Announce("The family is shown", a11y.LivePolite)
	} else if ref, ok := r.page.form.Focused(); !ok || !r.page.form.Focus(ref) {
		r.page.heading.TakeFocus()
	}
}

func (r *Record) help() {
	ref, _ := r.page.form.Focused()
	r.openHelp(ref)
}

// openHelp shows help with a question in the story's place. Closing it puts
// everything back, the focus too.
func (r *Record) openHelp(ref capture.Ref) {
	before := r.side.open
	arrange := func(open bool) {
		r.side.open = open
		r.strip.open = false
		r.Resize(r.host.Class())
		r.strip.show(r.session.View())
	}
	r.side.onOpen = func() { arrange(true) }
	r.side.onClose = func() {
		arrange(before)
		if !r.page.form.Focus(ref) {
			r.page.heading.TakeFocus()
		}
	}
	r.side.openHelp(ref)
}
