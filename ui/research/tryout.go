package research

import (
	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// tryout is the window as the participant's pages see it while somebody at the desk
// tries them: each page stands under a bar that says so, and where a participant
// comes to the start page, the desk comes back.
type tryout struct {
	participant.Host
	trial *trial
	back  func()
	over  bool
	bar   string // what the bar says
	title string // stands in front of the pages' titles
	// finished follows when a task is finished, with what was answered; nil shows the
	// participant's next page.
	finished func(*capture.Submission)
}

// try begins a trial and shows its first page. Back makes the desk's page again.
func (r *room) try(title string, begin func(j session.Journal) (*session.Session, error), failed func(error), back func()) {
	t := &tryout{Host: r.host, trial: newTrial(title), back: back, bar: "You are trying it out. Nothing is logged or kept", title: "Trying it out"}
	s, err := begin(t.trial)
	if err != nil {
		failed(err)
		return
	}
	t.trial.session = s
	t.Show(participant.NewConsent(t, t.trial, s))
}

// Show shows a participant's page under the bar.
func (t *tryout) Show(p participant.Page) {
	if _, start := p.(*participant.Start); start {
		t.end()
		return
	}
	if t.finished != nil && t.trial.submission() != nil {
		t.end()
		return
	}
	if !t.over {
		t.Host.Show(newTried(t, p))
	}
}

// Researcher is where the trial came from.
func (t *tryout) Researcher() { t.end() }

// end goes back to the desk, with the desk's own look.
func (t *tryout) end() {
	if t.over {
		return
	}
	t.over = true
	t.Host.Seat(nil, nil)
	if sub := t.trial.submission(); sub != nil && t.finished != nil {
		t.finished(sub)
		return
	}
	t.back()
}

// tried is a participant's page under the bar.
type tried struct {
	participant.Page
	trial   *tryout
	content fyne.CanvasObject
}

func newTried(t *tryout, p participant.Page) *tried {
	words := widgets.NewText("trying/words", t.bar, theme.BodyDense.AsBold())
	stop := widgets.NewButton("trying/stop", "Back to the desk", widgets.Secondary, t.end).SetIcon("left").SetCompact()
	row := widgets.NewRow(theme.Space3, words)
	row.SetEnd(stop)
	fill := widgets.NewFill(theme.CheckTint, widgets.NewPad(theme.Space1, theme.Space5, theme.Space1, theme.Space5, row))
	fill.SetEdges(false, false, true, false)
	bar := widgets.NewRegion("trying/bar", t.title, fill)
	return &tried{Page: p, trial: t, content: widgets.NewFill(theme.Bg, widgets.NewBorder(bar, nil, nil, nil, p.Content()))}
}

// Title says in front that it is a trial.
func (t *tried) Title() string { return t.trial.title + ": " + t.Page.Title() }

// Content is the page under the bar.
func (t *tried) Content() fyne.CanvasObject { return t.content }

// Active tells the page whether its window is in front.
func (t *tried) Active(yes bool) {
	if a, ok := t.Page.(interface{ Active(bool) }); ok {
		a.Active(yes)
	}
}

// Command does what the page does; Esc goes back to the desk where the page has
// nothing to close.
func (t *tried) Command(id shortcut.ID) bool {
	if t.Page.Command(id) {
		return true
	}
	if id == shortcut.Escape {
		t.trial.end()
		return true
	}
	return false
}
