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
	r := &room{host: host, desk: desk, leave: leave, reports: map[string]*report.Report{}}
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
	switch id {
	case pageStudies:
		r.host.Show(newStudies(r))
	case pageScenarios:
		r.host.Show(newScenarios(r))
	case pageForms:
		r.host.Show(newForms(r))
	case pageCollect:
		r.host.Show(newCollect(r))
	case pageWithdraw:
		r.host.Show(newWithdraw(r))
	case pageOverview:
		r.host.Show(newOverview(r))
	case pageQuestions:
		r.host.Show(newQuestions(r))
	case pageSessions:
		r.host.Show(newSessions(r))
	case pageQuality:
		r.host.Show(newQuality(r))
	case pageCompare:
		r.host.Show(newCompare(r))
	case pageCheck:
		r.host.Show(newCheckPage(r))
	case pageLooks:
		r.host.TextAndColours()
	case pageHelp:
		r.host.Show(newHelp(r))
	case pageLock:
		r.host.Show(newPassphrase(r))
	case pageStart:
		r.close()
	}
}

// close leaves the researcher's side; what runs for it ends.
func (r *room) close() {
	r.changed = nil
	r.reading.stop()
	r.check.stop()
	r.leave()
}

// outdated forgets what was measured: the study in use or its records are others.
func (r *room) outdated() {
	r.reading.stop()
	r.report, r.round, r.reading, r.failed, r.stopped = nil, "", nil, nil, false
	clear(r.reports)
}
