package research

import (
	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/ui/participant"
)

// room is what the researcher's pages share while the side is open.
type room struct {
	host  participant.Host
	desk  Desk
	leave func()

	report  *report.Report // of the round that is shown
	round   string         // its id; "" is all rounds
	reports map[string]*report.Report
	reading *work // under way
	failed  error // why the records could not be read
	stopped bool  // the researcher stopped the reading
	share   float64
	words   string
	// changed tells the page on the screen that one of these is another; nil when
	// it shows none of them.
	changed func()

	front *frame                      // of the page on the screen; nil while it is none of the desk
	kept  map[string]participant.Page // pages that something goes on in, by their keys
	news  []news                      // not on a page yet
	// restocked tells the page on the screen that a study was saved; nil when it
	// shows none.
	restocked func()

	check *check // of a return, kept while the researcher looks elsewhere
	// arrivals are the files of results that were collected since the desk was opened.
	arrivals []capture.Arrival
}

// Opener makes the researcher's side for a window; leaving it goes back to the
// start page of the participants' desk.
func Opener(desk Desk, participants participant.Desk) func(participant.Host) participant.Page {
	return func(host participant.Host) participant.Page {
		return New(host, desk, func() { host.Show(participant.NewStart(host, participants)) })
	}
}

// New opens the researcher's side: its first page, or the lock before it. Leave
// goes back to the start page.
func New(host participant.Host, desk Desk, leave func()) participant.Page {
	r := &room{host: host, desk: desk, leave: leave, reports: map[string]*report.Report{}, kept: map[string]participant.Page{}}
	r.check = newCheck(r)
	if desk.HasPassphrase() {
		return newLock(r)
	}
	return newOverview(r)
}

// again measures everything anew.
func (r *room) again() {
	if r.reading == nil {
		clear(r.reports)
		r.read()
	}
}

// showRound turns to another round; "" is all of them.
func (r *room) showRound(id string) {
	if id == r.round {
		return
	}
	r.reading.stop()
	r.round, r.report, r.reading, r.failed, r.stopped = id, r.reports[id], nil, nil, false
	if r.report == nil {
		r.read()
		return
	}
	r.tell()
}

// read measures the round that is shown, unless that is under way.
func (r *room) read() {
	if r.reading != nil {
		return
	}
	r.failed, r.stopped, r.share, r.words = nil, false, 0, "Reading the records"
	var built *report.Report
	round := r.round
	var mine *work
	mine = start(r.host, func(job *work) (err error) {
		built, err = r.desk.BuildReport(job.ctx, round, job.progress)
		return err
	}, func(done, of int64) {
		if r.reading != mine {
			return
		}
		r.share, r.words = share(done, of), "Reading the records: "+counted(done, "log entry", "log entries")+" of "+number(of)
		r.tell()
	}, func(err error, stopped bool) {
		if r.reading != mine {
			return // another study is wanted by now
		}
		r.reading, r.stopped = nil, stopped
		if err == nil {
			r.report, r.reports[round] = built, built
		} else if !stopped {
			r.failed = err
		}
		r.tell()
	})
	r.reading = mine
	r.tell()
}

func (r *room) tell() {
	if r.changed != nil {
		r.changed()
	}
}

// goTo shows a page of the menu.
func (r *room) goTo(id string) {
	if r.comeBack(id) {
		return
	}
	switch id {
	case pageStudies:
		r.show(id, newStudies(r))
	case pageScenarios:
		r.show(id, newScenarios(r))
	case pageForms:
		r.show(id, newForms(r))
	case pageCollect:
		r.show(id, newCollect(r))
	case pageWithdraw:
		r.show(id, newWithdraw(r))
	case pageOverview:
		r.show(id, newOverview(r))
	case pageQuestions:
		r.show(id, newQuestions(r))
	case pageSessions:
		r.show(id, newSessions(r))
	case pageQuality:
		r.show(id, newQuality(r))
	case pageCompare:
		r.show(id, newCompare(r))
	case pageCheck:
		r.show(id, newCheckPage(r))
	case pageLooks:
		r.host.TextAndColours()
	case pageHelp:
		r.show(id, newHelp(r))
	case pageLock:
		r.show(id, newPassphrase(r))
	case pageStart:
		r.close()
	}
}

// setUp shows the set-up of a study.
func (r *room) setUp(id string) {
	if key := "setup/" + id; !r.comeBack(key) {
		r.show(key, newSetup(r, id))
	}
}

// close leaves the researcher's side; what runs for it ends.
func (r *room) close() {
	r.changed = nil
	r.reading.stop()
	r.check.stop()
	r.leave()
}

// shelved says that a study was saved.
func (r *room) shelved() {
	if r.restocked != nil {
		r.restocked()
	}
}

// turned says that another study is in use. A page that shows the one before is shown
// anew.
func (r *room) turned() {
	again := r.changed != nil
	r.changed = nil
	r.outdated()
	if again && r.front != nil {
		r.goTo(r.front.id)
	}
}

// outdated forgets what was measured: the study in use or its records are others. A
// page that shows it reads it anew.
func (r *room) outdated() {
	r.reading.stop()
	r.report, r.round, r.reading, r.failed, r.stopped = nil, "", nil, nil, false
	clear(r.reports)
	if r.changed != nil {
		r.read()
	}
}
