package research

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/chart"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// overview tells how the study goes: who has finished, the headline figures with
// their likely ranges, task by task, and where time is lost.
type overview struct {
	*reading
	table   *widgets.Table
	figures *widgets.Disclosure
}

func newOverview(r *room) *overview {
	p := &overview{}
	p.reading = newReading(r, pageOverview, "Study overview", p.make)
	again := p.act("again", "Read again", widgets.Secondary, "repeat", p.toTitle(r.again))
	p.beside = []fyne.CanvasObject{again, p.act("report", "Data quality report", widgets.Main, "shield", func() { r.goTo(pageQuality) })}
	if p.round != nil { // there is room for one more beside the switch
		p.beside = []fyne.CanvasObject{again, p.act("compare", "Compare rounds", widgets.Main, "compare", func() { r.goTo(pageCompare) })}
	}
	p.open()
	return p
}

func (p *overview) make(r *report.Report) []fyne.CanvasObject {
	p.table = figuresTable(p.id+"/figures-table", r)
	p.figures = widgets.NewDisclosure(p.id+"/figures", "Show these figures as a table", widgets.NewCard(p.table))
	out := []fyne.CanvasObject{p.people(r), p.cards(r)}
	panels := []fyne.CanvasObject{p.sus(r), p.tasks(r), p.slow(r)}
	if p.class == widgets.Wide {
		out = append(out, widgets.NewColumns(theme.Space4, []float32{0, 0, 0}, panels...))
	} else {
		out = append(out, panels...)
	}
	if len(r.Conditions) > 1 {
		out = append(out, p.conditions(r))
	}
	return append(out, p.inShort(r), p.figures, p.likely())
}

// openTable shows the figures behind a card.
func (p *overview) openTable() {
	p.figures.SetOpen(true)
	p.table.TakeFocus()
}

func (p *overview) people(r *report.Report) fyne.CanvasObject {
	c := r.Counts
	part := max(0, c.Started-c.Finished)
	waiting := max(0, c.Invited-(c.Started-r.Simulated))
	var marks []fyne.CanvasObject
	for _, k := range []struct {
		id, words string
		n         int
		ink       theme.Token
	}{{"finished", "finished", c.Finished, theme.Data1}, {"part", "part way", part, theme.Data2}, {"waiting", "not started", waiting, ""}} {
		marks = append(marks, widgets.NewRow(theme.Space2, widgets.NewPicture("-", "", chart.Key{Ink: k.ink}),
			widgets.NewText(p.id+"/people/"+k.id, "", theme.Body).SetRuns(widgets.Run{Words: number(k.n), Bold: true}, widgets.Run{Words: " " + k.words})))
	}
	given := counted(c.Invited, "code given out", "codes given out")
	if r.Simulated > 0 { // they have codes of their own
		given += " and " + counted(r.Simulated, "made-up person", "made-up people")
	}
	title := widgets.NewHeading(p.id+"/people", given, 2).SetStyle(theme.Title3)
	words := widgets.NewText(p.id+"/people/started", counted(c.Started, "person", "people")+" began, "+counted(c.Records, "record", "records")+" finished", theme.Small).SetToken(theme.Muted)
	bar := widgets.NewStack(theme.Space2, widgets.NewPicture("-", "", chart.Shares{
		{Count: c.Finished, Ink: theme.Data1}, {Count: part, Ink: theme.Data2}, {Count: waiting},
	}), widgets.NewRow(theme.Space5, marks...))
	return widgets.NewCard(widgets.NewColumns(theme.Space4, []float32{theme.Current().Scaled(250), 0}, widgets.NewStack(0, title, words), bar).SetNarrow(620))
}

var cardIcons = map[string]string{"Tasks completed": "done", "Time for one task": "clock", "Right at the first try": "flag", "Ease after a task": "flag", "Errors met": "error"}

// cards stand in a row, two by two, or one by one, as there is room.
func (p *overview) cards(r *report.Report) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, c := range r.Cards {
		all = append(all, chart.NewCard(fmt.Sprintf("%s/card-%d", p.id, i+1), cardOf(c), p.openTable))
	}
	inRow := map[widgets.Class]int{widgets.Wide: 4, widgets.Medium: 2, widgets.Narrow: 2}[p.class]
	return grid(all, max(1, inRow))
}

func cardOf(c report.Card) chart.Card {
	out := chart.Card{
		Icon: cardIcons[c.Name], Name: c.Name, Figure: c.Figure, Of: c.Of, Likely: c.Likely, Known: c.Known,
		Interval: chart.Interval{Scale: chart.Span{Low: c.Low, High: c.High}, Value: c.Value, Ends: c.Ends},
	}
	if out.Icon == "" {
		out.Icon = "chart"
	}
	if c.Range != nil {
		out.Interval.Range = &chart.Span{Low: c.Range.Low, High: c.Range.High}
	}
	return out
}

// grid puts things in rows of so many.
func grid(all []fyne.CanvasObject, inRow int) fyne.CanvasObject {
	rows := widgets.NewStack(theme.Space4)
	for i := 0; i < len(all); i += inRow {
		row := all[i:min(i+inRow, len(all))]
		rows.Add(widgets.NewColumns(theme.Space4, make([]float32, len(row)), row...))
	}
	return rows
}

func (p *overview) inShort(r *report.Report) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/short", "In short", 2).SetStyle(theme.Title3))
	for i, line := range r.Headline {
		stack.Add(widgets.NewText(fmt.Sprintf("%s/short-%d", p.id, i+1), line, theme.BodyDense))
	}
	return widgets.NewCard(stack)
}

func (p *overview) tasks(r *report.Report) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space4, widgets.NewHeading(p.id+"/tasks", "Completed, task by task", 2).SetStyle(theme.Title3))
	for i, t := range r.Tasks {
		id := fmt.Sprintf("%s/task-%d", p.id, i+1)
		name := widgets.NewRow(theme.Space2, widgets.NewText(id, t.Title, theme.Body.AsBold()))
		name.SetEnd(widgets.NewText(id+"/percent", t.Success.Percent(), theme.Body.AsBold()))
		bar := chart.Interval{Scale: chart.Span{High: 1}, Value: t.Success.Rate}
		if t.Success.Likely != nil {
			bar.Range = &chart.Span{Low: t.Success.Likely.Low, High: t.Success.Likely.High}
		}
		stack.Add(widgets.NewStack(theme.Space1, name,
			widgets.NewText(id+"/of", fmt.Sprintf("%s of %s, %s", number(t.Success.Part), counted(t.Success.Whole, "person", "people"), t.Success.Range()), theme.Small).SetToken(theme.Muted),
			widgets.NewPicture("-", "", bar), widgets.NewText(id+"/time", timeOfTask(t.Time), theme.Small).SetToken(theme.Muted)))
	}
	if len(r.Tasks) == 0 {
		stack.Add(widgets.NewText(p.id+"/tasks-none", "No task has been opened yet", theme.BodyDense))
	}
	return widgets.NewCard(stack)
}

// slowest is how many questions the overview names.
const slowest = 5

func (p *overview) slow(r *report.Report) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space2, widgets.NewHeading(p.id+"/slow", "Where people lose most time", 2).SetStyle(theme.Title3))
	for i := range min(slowest, len(r.Questions)) {
		q := &r.Questions[i]
		id := fmt.Sprintf("%s/slow-%d", p.id, i+1)
		row := widgets.NewColumns(theme.Space2, []float32{0, theme.Current().Scaled(110)},
			widgets.NewStack(0, widgets.NewText(id, q.Label, theme.Body.AsBold()),
				widgets.NewText(id+"/why", slowWhy(q), theme.Small).SetToken(theme.Muted)),
			widgets.NewText(id+"/lost", figure(q.Lost)+" seconds", theme.Body.AsBold()).SetAlign(fyne.TextAlignTrailing))
		stack.Add(widgets.NewStack(theme.Space2, row, widgets.NewRule()))
	}
	stack.Add(widgets.NewRow(0, widgets.NewLink(p.id+"/every", "See every question", func() { p.room.goTo(pageQuestions) })))
	return widgets.NewCard(stack)
}

// slowWhy is what happened most at a question.
func slowWhy(q *report.Question) string {
	people := ", " + counted(q.People, "person", "people")
	switch most := max(q.ErrorsMet, q.Changed, q.Help); {
	case most == 0:
		return "Seen " + counted(q.Seen, "time", "times") + people
	case most == q.ErrorsMet:
		return counted(most, "error", "errors") + people
	case most == q.Changed:
		return counted(most, "changed answer", "changed answers") + people
	}
	return "Help opened " + counted(q.Help, "time", "times") + people
}

func (p *overview) likely() fyne.CanvasObject {
	return widgets.NewMeasure(widgets.NewText(p.id+"/likely", "A likely range is where the figure would lie 19 times out of 20 with other people like these (a 95% confidence interval). "+
		"There is none for fewer than 5 people.", theme.Small).SetToken(theme.Muted))
}

// figuresTable is everything the cards and task bars show.
func figuresTable(id string, r *report.Report) *widgets.Table {
	rows := [][4]string{}
	for _, c := range r.Cards {
		row := [4]string{c.Name, "–", "not measured yet", "–"}
		if c.Known {
			row = [4]string{c.Name, c.Figure, c.Of, c.Likely}
		}
		rows = append(rows, row)
	}
	if u := r.Usability; u.N > 0 {
		rows = append(rows, [4]string{"System Usability Scale", scoreWords(u.Score) + " out of 100", counted(u.People, "person", "people"), u.RangeWords()})
	}
	for _, t := range r.Tasks {
		rows = append(rows,
			[4]string{t.Title + ": completed", t.Success.Percent(), number(t.Success.Part) + " of " + counted(t.Success.Whole, "person", "people"), t.Success.Range()},
			[4]string{t.Title + ": time, geometric mean", timeWords(t.Time), counted(t.Time.N, "completed task", "completed tasks"), t.Time.Range()},
			[4]string{t.Title + ": middle time", middleTime(t.Time), counted(t.Time.N, "completed task", "completed tasks"), "–"},
			[4]string{t.Title + ": ease, 1 to 7", scoreWords(t.Ease), counted(t.Ease.N, "answer", "answers"), t.Ease.RangeWords()},
			[4]string{t.Title + ": errors met", figure(t.ErrorsMet), "in each of " + counted(t.Finished, "record", "records"), "–"})
	}
	return figuresOf(id, "Figures of this page", [2]string{"Measure", "Figure"}, rows)
}

// timeOfTask says how long those took who completed a task.
func timeOfTask(s report.Seconds) string {
	if s.N == 0 {
		return "Nobody has completed it yet"
	}
	return "Middle time " + middleTime(s) + ", geometric mean " + timeWords(s) + ", " + s.Range()
}

func middleTime(s report.Seconds) string {
	if s.N == 0 {
		return "–"
	}
	return clock(s.Median)
}

func timeWords(s report.Seconds) string {
	if s.N == 0 {
		return "–"
	}
	return clock(s.Geometric)
}

// figuresOf is a small table of figures, of whom they are, and their likely ranges;
// its rows are as high as they need.
func figuresOf(id, name string, heads [2]string, rows [][4]string) *widgets.Table {
	t := widgets.NewTable(id, name, []widgets.Column{
		{ID: "a", Name: heads[0], Width: 260, Wrap: true}, {ID: "b", Name: heads[1], Width: 130, Wrap: true},
		{ID: "c", Name: "From", Wrap: true}, {ID: "d", Name: "Likely range", Wrap: true},
	})
	t.SetShown(max(1, min(12, len(rows))))
	t.SetRows(len(rows), func(row, col int) widgets.Cell {
		words := rows[row][col]
		if col == 3 { // the head says what it is
			words = capital(strings.TrimPrefix(words, "likely range "))
		}
		return widgets.Cell{Text: words, Bold: col == 0}
	})
	return t
}
