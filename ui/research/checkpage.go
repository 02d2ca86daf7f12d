package research

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// checkPage is "Check a return": the files of a statutory return against every
// rule of the Department, on this computer.
type checkPage struct {
	*frame
	check    *check
	form     *checkForm
	progress *widgets.Progress
	cancel   *widgets.Button
	results  *results
	state    checkState
}

// checkState is what the page shows.
type checkState uint8

const (
	checkNothing checkState = iota
	checkAsking
	checkRunning
	checkDone
)

func newCheckPage(r *room) *checkPage {
	p := &checkPage{frame: newFrame(r, pageCheck, "Check a return"), check: r.check}
	p.where.SetWords("Statutory returns. Files stay on this computer")
	p.form = newCheckForm(p)
	p.progress = widgets.NewProgress(p.id+"/progress", "Checking the return")
	p.cancel = widgets.NewButton(p.id+"/cancel", "Stop the check", widgets.Secondary, r.check.stop)
	p.show()
	return p
}

// Arrive puts the focus on the title, and listens to the check.
func (p *checkPage) Arrive() {
	p.check.changed = p.changed
	p.show()
	p.frame.Arrive()
	if c := p.check; c.unseen {
		c.unseen = false
		p.form.fail(c.failed)
	}
}

// Leave stops listening; the check goes on, and its end is told on the page that is
// looked at by then.
func (p *checkPage) Leave() {
	p.check.changed, p.check.ended = nil, p.endedElsewhere
	p.frame.Leave()
}

func (p *checkPage) endedElsewhere() {
	switch c := p.check; {
	case c.failed != nil:
		c.unseen = true
		p.tell(false, "It could not be checked. "+sentence(capital(c.failed.Error())))
	case !c.stopped:
		p.tell(true, c.outcome())
	}
}

// Command starts the check.
func (p *checkPage) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Continue && p.state == checkAsking:
		p.room.host.Root().Commit()
		p.form.start()
	case id == shortcut.Escape && p.state == checkAsking && p.form.files.browser != nil:
		p.form.files.close()
	case id == shortcut.Escape && p.state == checkRunning:
		p.check.stop()
	case id == shortcut.Escape && p.results != nil && p.results.opened:
		p.results.close()
	default:
		return p.frame.Command(id)
	}
	return true
}

// changed shows what the check is at, and says when it ends.
func (p *checkPage) changed() {
	before := p.state
	p.show()
	if before != checkRunning || p.state == checkRunning {
		return
	}
	switch {
	case p.check.failed != nil:
		p.form.fail(p.check.failed)
	case p.check.stopped:
		p.heading.TakeFocus()
		p.room.host.Announce("Stopped. Nothing was changed", a11y.LivePolite)
	case p.state == checkDone:
		p.results.heading.TakeFocus()
		p.room.host.Announce(p.check.outcome(), a11y.LivePolite)
	}
}

func (p *checkPage) show() {
	state := checkAsking
	switch {
	case p.check.job != nil:
		state = checkRunning
		p.progress.Set(p.check.share, p.check.words)
	case p.check.book != nil && p.check.failed == nil && !p.check.stopped:
		state = checkDone
	}
	if state == p.state {
		return
	}
	p.state = state
	widgets.Batch(func() { p.body.SetChildren(p.content()...) })
	if state == checkRunning && p.here() { // where a second press does not stop it
		p.heading.TakeFocus()
	}
}

func (p *checkPage) content() []fyne.CanvasObject {
	switch p.state {
	case checkRunning:
		return one(widgets.NewCard(widgets.NewStack(theme.Space4, p.progress,
			widgets.NewText(p.id+"/running", "You can look at other pages while this goes on.", theme.BodyDense).SetToken(theme.Muted),
			widgets.NewRow(0, p.cancel))))
	case checkDone:
		if p.results == nil || p.results.book != p.check.book {
			p.results = newResults(p)
		}
		return p.results.content
	}
	return p.form.content
}
