package research

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// loading is a page that reads something of its own before it shows it, with its
// progress, a way to stop, and what to do when it cannot be read.
type loading struct {
	*frame
	what     string // "Reading the sessions"
	read     func(job *work) error
	fill     func() []fyne.CanvasObject
	placed   func() // once what was filled in has its place; may be nil
	job      *work
	ready    bool
	failed   error
	progress *widgets.Progress
	stopper  *widgets.Button
}

func newLoading(f *frame, what string, read func(*work) error, fill func() []fyne.CanvasObject) *loading {
	p := &loading{frame: f, what: what, read: read, fill: fill}
	p.progress = widgets.NewProgress(f.id+"/progress", what)
	p.stopper = widgets.NewButton(f.id+"/stop", "Stop", widgets.Secondary, func() { p.job.stop() })
	p.onSize = func(widgets.Class) { p.show() }
	return p
}

// load reads, unless that is under way.
func (p *loading) load() {
	if p.job != nil {
		return
	}
	p.ready, p.failed = false, nil
	p.progress.Set(0, p.what)
	var mine *work
	mine = start(p.room.host, p.read, func(done, of int64) {
		if p.job == mine {
			p.progress.Set(share(done, of), p.what+": "+counted(done, "log entry", "log entries")+" of "+number(of))
		}
	}, func(err error, stopped bool) {
		if p.job != mine {
			return
		}
		p.job, p.ready = nil, err == nil
		if err != nil && !stopped {
			p.failed = err
		}
		lost := p.stopper.HasFocus()
		p.show()
		if lost {
			p.heading.TakeFocus()
		}
		if err != nil {
			p.room.host.Announce(map[bool]string{true: "Stopped", false: "It could not be read"}[stopped], a11y.LivePolite)
		}
	})
	p.job = mine
	p.show()
}

func (p *loading) show() {
	widgets.Batch(func() { p.body.SetChildren(p.content()...) })
	if p.ready && p.placed != nil {
		p.placed()
	}
}

func (p *loading) content() []fyne.CanvasObject {
	again := func(name string) fyne.CanvasObject {
		return p.act("again", name, widgets.Main, "repeat", p.toTitle(p.load))
	}
	switch {
	case p.job != nil:
		return one(widgets.NewCard(widgets.NewStack(theme.Space4, p.progress, widgets.NewRow(0, p.stopper))))
	case p.failed != nil:
		return one(p.blank("error", "It could not be read. "+sentence(p.failed.Error())+" Nothing was changed.", again("Try again")))
	case !p.ready:
		return one(p.blank("pause", "You stopped the reading. Nothing was changed.", again("Read again")))
	}
	return p.fill()
}

// Leave ends the reading; nobody hears of it any more.
func (p *loading) Leave() {
	p.job.stop()
	p.job = nil
	p.frame.Leave()
}
