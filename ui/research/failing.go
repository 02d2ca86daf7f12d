package research

import (
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// failing lists the places of records that stand behind a figure: where, about
// whom, and what was wrong. What was answered is not there until the researcher
// asks; that is written down first, and the answers go when the page is left.
type failing struct {
	*loading
	behind
	report *report.Report
	codes  map[capture.SessionID]string
	all    []*report.Place
	rows   []*report.Place
	placing
	table *widgets.Table
	box   *widgets.TextBox
	count *widgets.Text
	asker *widgets.Button
	// answers are those that were asked for, by place; nil while none are shown.
	answers map[*report.Place]string
	asking  *work
	trouble string // why they could not be read
}

// failing opens the places behind a figure.
func (r *room) failing(b behind) { r.show("failing", newFailing(r, b, placing{})) }

func newFailing(r *room, b behind, w placing) *failing {
	p := &failing{behind: b, report: r.report, placing: w}
	for i := range p.report.Failing {
		if place := &p.report.Failing[i]; b.is(place) {
			p.all = append(p.all, place)
		}
	}
	f := newFrameIn(r, pageQuality, "failing", "Failing places")
	f.where.SetWords("Data quality › " + b.title)
	p.loading = newLoading(f, "Reading the sessions", p.fetch, p.make)
	p.asker = p.act("ask", "Show the answers", widgets.Secondary, "eye", p.toggle)
	p.load()
	return p
}

func (p *failing) fetch(job *work) error {
	all, err := p.room.desk.Sessions(job.ctx, p.report.Study)
	codes := make(map[capture.SessionID]string, len(all))
	for _, row := range all {
		codes[row.ID] = study.FormatCode(row.Code)
	}
	p.codes = codes
	return err
}

func (p *failing) make() []fyne.CanvasObject {
	back := p.act("back", "Data quality", widgets.Secondary, "left", p.back)
	if len(p.all) == 0 {
		p.setActions(back)
		return one(p.blank("done", "No place is left here. What was found was put right before the record was finished.",
			p.act("back-too", "Go back to data quality", widgets.Main, "left", p.back)))
	}
	p.setActions(p.asker, back)
	p.marks.SetChildren(p.simulated(p.report)...)
	people := map[capture.SessionID]bool{}
	for _, place := range p.all {
		people[place.Session] = true
	}
	counts := widgets.NewText(p.id+"/counts", "", theme.Body).SetRuns(
		widgets.Run{Words: number(len(p.all)), Bold: true}, widgets.Run{Words: plural(len(p.all), " place in the records of ", " places in the records of ")},
		widgets.Run{Words: counted(len(people), "person", "people"), Bold: true})
	p.count = widgets.NewText(p.id+"/shown", "", theme.Small).SetToken(theme.Muted)
	p.table = p.newTable()
	p.arrange()
	return []fyne.CanvasObject{counts, p.shownOrNot(), widgets.NewCard(widgets.NewStack(theme.Space4, p.filters(), p.count, p.table))}
}

// shownOrNot says whether answers are on the page.
func (p *failing) shownOrNot() fyne.CanvasObject {
	switch {
	case p.trouble != "":
		return widgets.NewText(p.id+"/trouble", p.trouble, theme.BodyDense).SetToken(theme.Error)
	case p.answers == nil:
		return widgets.NewText(p.id+"/values", "", theme.BodyDense).SetRuns(widgets.Run{Words: "No answers are shown.", Bold: true},
			widgets.Run{Words: " You see where, about whom and what was wrong."})
	}
	return widgets.NewRow(0, widgets.NewTag(p.id+"/values", widgets.TagCheck, "Answers are shown. That you asked is written down. They go when you leave this page"))
}

func (p *failing) newTable() *widgets.Table {
	columns := []widgets.Column{{ID: columnCode, Name: "Code", Width: 120, Sortable: true}}
	if p.tasks() {
		columns = append(columns, widgets.Column{ID: columnTask, Name: "Record", Wrap: true, Sortable: true})
	}
	columns = append(columns, widgets.Column{ID: columnQuestion, Name: "Question", Wrap: true, Sortable: true},
		widgets.Column{ID: columnWho, Name: "About", Width: 130, Wrap: true, Sortable: true}, widgets.Column{ID: columnWrong, Name: "What is wrong", Wrap: true, Sortable: true})
	if p.answers != nil {
		columns = append(columns, widgets.Column{ID: columnAnswer, Name: "Answer", Wrap: true})
	}
	t := widgets.NewTable(p.id+"/table", "Failing places", columns)
	t.OnSort = func(column string, down bool) {
		p.sorted, p.down = column, down
		p.arrange()
	}
	t.OnOpen = func(row, _ int) { p.open(row) }
	return t
}

// tasks reports that places are of more than one task.
func (p *failing) tasks() bool {
	return slices.ContainsFunc(p.all, func(x *report.Place) bool { return x.Task != p.all[0].Task })
}

func (p *failing) taskTitle(id string) string {
	for i := range p.report.Tasks {
		if p.report.Tasks[i].ID == id {
			return p.report.Tasks[i].Title
		}
	}
	return id
}

func (p *failing) sectionTitle(id string) string {
	for i := range p.report.Sections {
		if p.report.Sections[i].ID == id {
			return p.report.Sections[i].Title
		}
	}
	return id
}

// filters let less be listed.
func (p *failing) filters() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	choose := func(id, name, everything string, of func(*report.Place) string, words func(string) string, value *string) {
		var seen []string
		options := []widgets.Option{{Words: everything}}
		for _, place := range p.all {
			if v := of(place); v != "" && !slices.Contains(seen, v) {
				seen = append(seen, v)
				options = append(options, widgets.Option{Value: v, Words: words(v)})
			}
		}
		if len(seen) < 2 {
			return
		}
		s := widgets.NewSelect(p.id+"/"+id, name, options)
		s.SetValue(*value)
		s.OnCommit = func(v string) { *value = v; p.filtered() }
		parts = append(parts, widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/"+id+"-name", name, theme.Small.AsBold()), s))
	}
	choose("what", "What is wrong", "Everything", func(x *report.Place) string { return x.What }, capital, &p.wrong)
	choose("section", "Section", "All sections", func(x *report.Place) string { return x.Section }, p.sectionTitle, &p.section)
	choose("task", "Record", "All records", func(x *report.Place) string { return x.Task }, p.taskTitle, &p.task)
	p.box = widgets.NewTextBox(p.id+"/words", "Words")
	box := p.box
	box.SetLetters(14)
	box.SetIcon("search")
	box.SetValue(p.words)
	box.OnChange = func(raw string) { p.words = raw; p.arrange() }
	box.OnCommit = func(string) { p.filtered() }
	parts = append(parts, widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/words-name", "Words", theme.Small.AsBold()), box))
	return widgets.NewRow(theme.Space4, parts...)
}

func (p *failing) filtered() {
	p.arrange()
	p.room.host.Announce(counted(len(p.rows), "place", "places")+" listed", a11y.LivePolite)
}

// placesShown is how many places the table is high.
const placesShown = 11

// arrange lists the places that are wanted.
func (p *failing) arrange() {
	p.rows = p.list(p.all, p.codes, p.taskTitle)
	p.table.SetRows(len(p.rows), p.cell)
	p.table.SetSorted(p.sorted, p.down)
	p.table.SetShown(max(1, min(placesShown, len(p.rows))))
	words := "All " + counted(len(p.rows), "place", "places")
	if len(p.rows) < len(p.all) {
		words = number(len(p.rows)) + " of " + counted(len(p.all), "place", "places")
	}
	p.count.SetWords(words + ". Enter on a place opens the replay at that moment; Enter on a head sorts")
	p.asker.SetName("Show the answers")
	if p.answers != nil && !p.more() {
		p.asker.SetName("Hide the answers")
	}
}

// more reports that a place is listed whose answer was not asked for.
func (p *failing) more() bool {
	return slices.ContainsFunc(p.rows, func(x *report.Place) bool { _, known := p.answers[x]; return !known })
}

func (p *failing) cell(row, col int) widgets.Cell {
	x := p.rows[row]
	if col > 0 && !p.tasks() {
		col++
	}
	switch col {
	case 0:
		return widgets.Cell{Text: orElse(p.codes[x.Session], "Session "+number(x.Person)), Bold: true, Link: true}
	case 1:
		return widgets.Cell{Text: p.taskTitle(x.Task)}
	case 2:
		return widgets.Cell{Text: x.Label}
	case 3:
		return widgets.Cell{Text: x.Who()}
	case 4:
		return widgets.Cell{Text: whatOf(x)}
	}
	if words, asked := p.answers[x]; asked {
		return widgets.Cell{Text: orElse(words, "Not there any more")}
	}
	return widgets.Cell{Text: "Not asked for", Token: theme.Muted}
}

// open replays the session where the last answer was given at a place.
func (p *failing) open(row int) {
	if row < 0 || row >= len(p.rows) {
		return
	}
	x, r, b, w := p.rows[row], p.room, p.behind, p.placing
	r.replay(moment{session: x.Session, code: p.codes[x.Session], task: x.Task, question: x.ID, entity: x.Entity, last: true, from: "Failing places", back: func() {
		if r.report == nil { // somebody withdrew meanwhile
			r.goTo(pageQuality)
			return
		}
		r.show("failing", newFailing(r, b, w))
	}})
}

// back goes to what opened the page.
func (p *failing) back() {
	p.room.backToQuality(p.from)
}

// Leave hides the answers.
func (p *failing) Leave() {
	p.asking.stop()
	p.hide()
	p.loading.Leave()
}

// Command goes back.
func (p *failing) Command(id shortcut.ID) bool {
	if id == shortcut.Back || id == shortcut.Escape && !p.opened {
		p.back()
		return true
	}
	return p.loading.Command(id)
}
