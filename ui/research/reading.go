package research

import (
	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// reading is a page that shows the report: it waits for it, says why there is
// none, and shows it again when the room changes.
type reading struct {
	*frame
	// fill makes the page's content from a report with results.
	fill func(*report.Report) []fyne.CanvasObject
	// beside are the page's buttons, beside its title while there is a report.
	beside []fyne.CanvasObject
	// round turns to another round; nil where the study has one.
	round *roundSwitch

	state    readState
	shown    *report.Report
	of       string // the round that it is of
	progress *widgets.Progress
	cancel   *widgets.Button
}

// readState is what the page shows.
type readState uint8

const (
	showNothing readState = iota
	showProgress
	showTrouble
	showStopped
	showEmpty
	showReport
)

func newReading(r *room, id, title string, fill func(*report.Report) []fyne.CanvasObject) *reading {
	p := &reading{frame: newFrame(r, id, title), fill: fill}
	p.progress = widgets.NewProgress(id+"/progress", "Reading the records")
	p.cancel = widgets.NewButton(id+"/cancel", "Stop", widgets.Secondary, func() { r.reading.stop() })
	p.round = newRoundSwitch(p.frame)
	return p
}

// open shows what there is and asks for what there is not.
func (p *reading) open() {
	p.onSize = func(widgets.Class) {
		p.state = showNothing
		p.show()
	}
	if p.room.report == nil && p.room.reading == nil && p.room.failed == nil && !p.room.stopped {
		p.room.read()
	}
	p.show()
}

// Arrive puts the focus on the title, and listens for the report.
func (p *reading) Arrive() {
	p.room.changed = p.show
	p.show()
	p.frame.Arrive()
}

func (r *room) state() readState {
	switch {
	case r.reading != nil:
		return showProgress
	case r.failed != nil:
		return showTrouble
	case r.report == nil:
		return showStopped
	case r.report.Counts.Started == 0:
		return showEmpty
	}
	return showReport
}

func (p *reading) show() {
	r := p.room
	state := r.state()
	if state == showProgress {
		p.progress.Set(r.share, r.words)
	}
	if state == p.state && r.report == p.shown && r.round == p.of {
		return
	}
	before := p.state
	p.state, p.shown, p.of = state, r.report, r.round
	atCancel := p.cancel.HasFocus()
	widgets.Batch(func() {
		p.setActions(p.round.before(p.beside, state == showReport)...)
		p.where.SetWords(p.round.where(r))
		p.marks.SetChildren(p.markOf(state)...)
		p.body.SetChildren(p.content(state)...)
	})
	if before != showProgress || state == showProgress {
		return
	}
	if atCancel {
		p.heading.TakeFocus()
	}
	r.host.Announce(endWords[state], a11y.LivePolite)
}

var endWords = map[readState]string{
	showTrouble: "The records could not be read",
	showStopped: "Stopped", showEmpty: "There are no results yet", showReport: "The results are ready",
}

// markOf says what every page with results must say.
func (p *reading) markOf(state readState) []fyne.CanvasObject {
	if state != showReport {
		return nil
	}
	return p.simulated(p.room.report)
}

// simulated is the mark of made-up results; none where nobody is made up.
func (f *frame) simulated(r *report.Report) []fyne.CanvasObject {
	if r == nil || r.Simulated == 0 {
		return nil
	}
	return one(widgets.NewRow(0, widgets.NewTag(f.id+"/simulated", widgets.TagCheck, r.SimulatedWords())))
}

func (p *reading) content(state readState) []fyne.CanvasObject {
	r := p.room
	switch state {
	case showProgress:
		return one(widgets.NewCard(widgets.NewStack(theme.Space4, p.progress, widgets.NewRow(0, p.cancel))))
	case showTrouble:
		return one(p.blank("error", "The records could not be read. "+sentence(r.failed.Error())+" Nothing was changed.",
			p.act("again", "Try again", widgets.Main, "repeat", p.toTitle(r.read))))
	case showStopped:
		return one(p.blank("pause", "You stopped the reading. Nothing was changed.",
			p.act("again", "Read the records", widgets.Main, "repeat", p.toTitle(r.read))))
	case showEmpty:
		if r.round != "" {
			return one(p.blank("people", "Nobody has taken part in this round yet.", p.act("all-rounds", "Show all rounds", widgets.Main, "chart", p.toTitle(func() { r.showRound("") }))))
		}
		return one(p.blank("people", "No results yet. They are here when someone has taken part.",
			p.act("fill", "Fill with made-up results to look around", widgets.Main, "people", p.toTitle(r.simulate)),
			p.act("again", "Look again", widgets.Secondary, "repeat", p.toTitle(r.again))))
	}
	return p.fill(r.report)
}

func one(o fyne.CanvasObject) []fyne.CanvasObject { return []fyne.CanvasObject{o} }

// toTitle does what a button does that goes from the page as soon as it is pressed. The
// focus goes to the title: a second press must not stop what the first began.
func (f *frame) toTitle(do func()) func() {
	return func() {
		do()
		f.heading.TakeFocus()
	}
}

// act makes a button of the page.
func (f *frame) act(id, name string, kind widgets.ButtonKind, icon string, press func()) *widgets.Button {
	return widgets.NewButton(f.id+"/"+id, name, kind, press).SetIcon(icon)
}

// blank is a page without anything on it yet: an icon, one sentence, what to do.
func (f *frame) blank(icon, words string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewStack(theme.Space4,
		widgets.NewRow(0, widgets.NewIcon(icon, theme.Muted, 40)),
		widgets.NewMeasure(widgets.NewText(f.id+"/blank", words, theme.Body)),
		widgets.NewRow(theme.Space3, buttons...)))
}

// madeUp is how many people are made up at once for a round.
const madeUp = 24

// simulate fills the study with made-up people, and then measures it.
func (r *room) simulate() {
	if r.reading != nil {
		return
	}
	r.failed, r.stopped, r.share, r.words = nil, false, 0, "Making up people"
	people := madeUp * max(1, len(r.desk.Study().Rounds))
	var mine *work
	mine = start(r.host, func(job *work) error {
		return r.desk.Simulate(job.ctx, people, func(n int) { job.progress(int64(n), int64(people)) })
	}, func(done, of int64) {
		if r.reading == mine {
			r.share, r.words = share(done, of), "Making up people: "+number(done)+" of "+number(of)
			r.tell()
		}
	}, func(err error, stopped bool) {
		clear(r.reports) // also those who were made up before it was stopped count
		if r.reading != mine {
			return // another round or study is wanted by now
		}
		r.reading = nil
		if err != nil && !stopped {
			r.failed = err
			r.tell()
			return
		}
		r.read()
	})
	r.reading = mine
	r.tell()
}
