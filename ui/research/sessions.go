package research

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// sessions is the list of the sessions of the study in use; Enter opens one to be
// replayed.
type sessions struct {
	*loading
	rows   []capture.SessionRow
	sorted string
	down   bool
	table  *widgets.Table
}

const (
	columnCode    = "code"
	columnBegan   = "began"
	columnRound   = "round"
	columnTasks   = "tasks"
	columnEntries = "entries"
)

func newSessions(r *room) *sessions {
	p := &sessions{sorted: columnBegan}
	p.loading = newLoading(newFrame(r, pageSessions, "Session replay"), "Reading the sessions", func(job *work) error {
		var err error
		p.rows, err = r.desk.Sessions(job.ctx, r.desk.Study().ID)
		return err
	}, p.make)
	p.load()
	return p
}

func (p *sessions) make() []fyne.CanvasObject {
	if len(p.rows) == 0 {
		return one(p.blank("people", "No sessions yet. They are here when someone has taken part.",
			p.act("overview", "Go to the study overview", widgets.Main, "chart", func() { p.room.goTo(pageOverview) })))
	}
	p.marks.SetChildren(p.simulated()...)
	p.table = widgets.NewTable(p.id+"/table", "Sessions", []widgets.Column{
		{ID: columnCode, Name: "Code", Width: 130, Sortable: true}, {ID: columnBegan, Name: "Began", Width: 200, Sortable: true},
		{ID: columnRound, Name: "Round", Wrap: true, Sortable: true}, {ID: columnTasks, Name: "Tasks finished", Width: 100, Numeric: true, Sortable: true},
		{ID: columnEntries, Name: "Log entries", Width: 100, Numeric: true, Sortable: true},
	})
	p.table.OnSort = func(column string, down bool) { p.sorted, p.down = column, down; p.arrange() }
	p.table.OnOpen = func(row, _ int) {
		p.room.replay(moment{session: p.rows[row].ID, code: study.FormatCode(p.rows[row].Code)})
	}
	p.arrange()
	return []fyne.CanvasObject{
		widgets.NewMeasure(widgets.NewText(p.id+"/how", "Choose a session to go through it: where the person was, when, and for how long.", theme.Body)),
		widgets.NewCard(p.table),
	}
}

func (p *sessions) simulated() []fyne.CanvasObject {
	n := 0
	for _, row := range p.rows {
		if row.Simulated {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return one(widgets.NewRow(0, widgets.NewTag(p.id+"/simulated", widgets.TagCheck, "Simulated data: "+number(n)+" of "+counted(len(p.rows), "person is", "people are")+" made up")))
}

func (p *sessions) arrange() {
	way := 1
	if p.down {
		way = -1
	}
	slices.SortStableFunc(p.rows, func(a, b capture.SessionRow) int {
		by := 0
		switch p.sorted {
		case columnCode:
			by = cmp.Compare(a.Code, b.Code)
		case columnRound:
			by = cmp.Compare(p.round(a.Round), p.round(b.Round))
		case columnTasks:
			by = cmp.Compare(finished(a), finished(b))
		case columnEntries:
			by = cmp.Compare(a.LastSeq, b.LastSeq)
		}
		return way * cmp.Or(by, a.Started.Compare(b.Started), cmp.Compare(a.Code, b.Code))
	})
	p.table.SetSorted(p.sorted, p.down)
	p.table.SetShown(min(14, len(p.rows)))
	p.table.SetRows(len(p.rows), func(row, col int) widgets.Cell {
		s := p.rows[row]
		return [...]widgets.Cell{
			{Text: study.FormatCode(s.Code), Bold: true, Link: true}, {Text: s.Started.Format("2 January 2006, 15:04")}, {Text: p.round(s.Round)},
			{Text: number(finished(s)), Says: "of " + number(len(s.Tasks)) + " begun"}, {Text: number(int64(s.LastSeq))},
		}[col]
	})
}

func (p *sessions) round(id string) string { return roundTitle(p.room.desk.Study(), id) }

func roundTitle(s *study.Study, id string) string {
	for _, r := range s.Rounds {
		if r.ID == id && r.Title != "" {
			return r.Title
		}
	}
	return id
}

func finished(s capture.SessionRow) (n int) {
	for _, t := range s.Tasks {
		if t.Status == capture.TaskFinished {
			n++
		}
	}
	return n
}
