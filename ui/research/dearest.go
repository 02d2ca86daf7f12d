package research

import (
	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/replay"
	"recordwell/capture/report"
	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// dearest lists the sessions in which a question cost most; Enter opens one at the
// moment the person came to it.
type dearest struct {
	page  *questions
	of    capture.QuestionID
	stack *widgets.Stack
	job   *work
	table *widgets.Table
}

// mostDear is how many sessions are named.
const mostDear = 10

func newDearest(p *questions, q *report.Question) *dearest {
	d := &dearest{page: p, of: capture.QuestionID(q.ID), stack: widgets.NewStack(theme.Space3)}
	d.find()
	return d
}

func (d *dearest) find() {
	p, id := d.page, d.page.id+"/dearest"
	heading := widgets.NewHeading(id, "Sessions where it cost most", 3)
	progress := widgets.NewProgress(id+"/progress", "Looking through the sessions")
	d.stack.SetChildren(heading, progress)
	var costs []replay.Cost
	rows := map[capture.SessionID]capture.SessionRow{}
	d.job = start(p.room.host, func(job *work) error {
		all, err := p.room.desk.Sessions(job.ctx, p.room.desk.Study().ID)
		if err != nil {
			return err
		}
		for _, row := range all {
			rows[row.ID] = row
		}
		costs, err = p.room.desk.Costs(job.ctx, d.of, job.progress)
		return err
	}, func(done, of int64) {
		progress.Set(share(done, of), "Looking through the sessions")
	}, func(err error, stopped bool) {
		d.job = nil
		switch {
		case stopped:
		case err != nil:
			d.stack.SetChildren(heading, widgets.NewText(id+"/failed", "The sessions could not be read. "+sentence(err.Error())+" Close this and open it again.", theme.BodyDense).SetToken(theme.Error))
		case len(costs) == 0:
			d.stack.SetChildren(heading, widgets.NewText(id+"/none", "Nobody has come to this question yet", theme.BodyDense))
		default:
			d.stack.SetChildren(heading, d.list(id, costs, rows), widgets.NewText(id+"/hint", "Enter opens the replay where the person came to the question", theme.Small).SetToken(theme.Muted))
		}
	})
}

// close ends the looking; there may be none.
func (d *dearest) close() {
	if d != nil {
		d.job.stop()
	}
}

func (d *dearest) list(id string, costs []replay.Cost, rows map[capture.SessionID]capture.SessionRow) fyne.CanvasObject {
	costs = costs[:min(mostDear, len(costs))]
	d.table = widgets.NewTable(id+"/table", "Sessions where it cost most", []widgets.Column{
		{ID: "code", Name: "Code", Width: 130}, {ID: "time", Name: "Time, seconds", Width: 120, Numeric: true}, {ID: "visits", Name: "Visits", Width: 90, Numeric: true},
		{ID: "errors", Name: "Findings met", Width: 120, Numeric: true}, {ID: "changed", Name: "Changed", Width: 100, Numeric: true}, {ID: "help", Name: "Help", Width: 80, Numeric: true},
	})
	d.table.SetShown(len(costs))
	d.table.SetRows(len(costs), func(row, col int) widgets.Cell {
		c := costs[row]
		return [...]widgets.Cell{
			{Text: study.FormatCode(rows[c.Session].Code), Bold: true, Link: true}, {Text: figure(c.Active.Seconds())}, {Text: number(c.Visits)},
			{Text: number(c.Shown)}, {Text: number(c.Changed)}, {Text: number(c.Help)},
		}[col]
	})
	d.table.OnOpen = func(row, _ int) {
		c := costs[row]
		d.page.room.replay(moment{session: c.Session, code: study.FormatCode(rows[c.Session].Code), task: c.Task, question: d.of})
	}
	return d.table
}
