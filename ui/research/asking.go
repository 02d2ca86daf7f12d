package research

import (
	"context"

	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
)

// Asking is where answers are read once a researcher has asked for them.
type Asking interface {
	// ShowAnswers writes down that answers at these places are shown, and then gives
	// them in words, one a place, with the line that was written. What cannot be
	// written down is not shown.
	ShowAnswers(ctx context.Context, places []report.Place, progress func(done, of int64)) ([]string, report.Asked, error)
}

// toggle asks whether to show the answers, or hides them.
func (p *failing) toggle() {
	switch {
	case p.asking != nil:
	case p.answers != nil && !p.more():
		p.hide()
		p.asker.TakeFocus()
		p.room.host.Announce("The answers are hidden", a11y.LivePolite)
	case len(p.rows) == 0:
		p.room.host.Announce("No place is listed. Change what is shown first", a11y.LivePolite)
	default:
		what := counted(len(p.rows), "answer", "answers")
		widgets.NewDialog(p.id+"/sure", "Show "+what+"?",
			"People typed them, for made-up families. Look only where the place alone does not tell you what to change. "+
				"Why we ask: each time is written down with the day, the study and how many answers were shown. That list is on Data quality and in the report. It never holds an answer.").
			SetMain("Show "+what, p.ask).SetSafe("Keep them hidden", nil).Open(p.room.host.Root())
	}
}

// ask reads the answers at the places that are listed.
func (p *failing) ask() {
	if p.asking != nil {
		return
	}
	wanted := p.rows
	places := make([]report.Place, len(wanted))
	for i, x := range wanted {
		places[i] = *x
	}
	p.asker.SetBusy("Reading…")
	var words []string
	var line report.Asked
	var mine *work
	mine = start(p.room.host, func(job *work) (err error) {
		words, line, err = p.room.desk.ShowAnswers(job.ctx, places, job.progress)
		return err
	}, func(int64, int64) {}, func(err error, stopped bool) {
		if !line.At.IsZero() { // it is written down, whatever became of the reading
			p.room.asked(p.report, line)
		}
		if p.asking != mine {
			return // the page was left
		}
		p.asking = nil
		p.asker.SetBusy("")
		switch {
		case stopped:
		case err != nil:
			p.trouble = "The answers could not be read. " + sentence(err.Error()) + " None is shown. Try again"
			p.show()
			p.asker.TakeFocus()
			p.room.host.Announce(p.trouble, a11y.LiveAssertive)
		default:
			if p.answers == nil {
				p.answers = map[*report.Place]string{}
			}
			for i, x := range wanted {
				p.answers[x] = words[i]
			}
			p.trouble = ""
			p.show()
			p.table.TakeFocus()
			p.room.host.Announce(counted(len(wanted), "answer is", "answers are")+" shown. That is written down", a11y.LivePolite)
		}
	})
	p.asking = mine
}

// asked puts a line into the report that is shown, and into those of other rounds.
func (r *room) asked(shown *report.Report, line report.Asked) {
	all := map[*report.Report]bool{shown: true}
	for _, other := range r.reports {
		all[other] = true
	}
	for one := range all {
		one.Asked = append(one.Asked, line)
	}
}

// hide takes the answers off the page.
func (p *failing) hide() {
	p.asking = nil
	p.asker.SetBusy("")
	if p.answers == nil {
		return
	}
	p.answers, p.trouble = nil, ""
	p.show()
}
