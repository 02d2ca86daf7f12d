package research

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// questions is the heat table: every question with what it cost people. Enter on
// a head sorts, on a question opens all that is known of it.
type questions struct {
	*reading
	section string
	shaded  bool
	sorted  string
	down    bool
	heat    *heat
	table   *widgets.Table
	count   *widgets.Text
	detail  *widgets.Stack
	opened  *widgets.Heading
	row     int
	dearest *dearest // of the question that is open
}

func newQuestions(r *room) *questions {
	p := &questions{shaded: true, sorted: "lost", down: true}
	p.reading = newReading(r, pageQuestions, "Question by question", p.make)
	p.beside = []fyne.CanvasObject{p.act("report", "Data quality report", widgets.Secondary, "shield", func() { r.goTo(pageQuality) })}
	p.open()
	return p
}

func (p *questions) make(r *report.Report) []fyne.CanvasObject {
	options := []widgets.Option{{Value: "", Words: "All sections"}}
	for _, s := range r.Sections {
		for i := range r.Questions {
			if r.Questions[i].Section == s.Title {
				options = append(options, widgets.Option{Value: s.Title, Words: s.Title})
				break
			}
		}
	}
	section := widgets.NewSelect(p.id+"/section", "Section", options)
	section.SetValue(p.section)
	section.OnCommit = func(v string) { p.section = v; p.arrange(r, true) }
	shaded := widgets.NewSelect(p.id+"/shown-as", "Shown as", []widgets.Option{{Value: "shaded", Words: "Shaded"}, {Value: "numbers", Words: "Numbers only"}})
	if !p.shaded {
		shaded.SetValue("numbers")
	}
	shaded.OnCommit = func(v string) { p.shaded = v == "shaded"; p.arrange(r, false) }

	p.table = widgets.NewTable(p.id+"/table", "Question by question", heatColumns())
	p.table.OnSort = func(column string, descending bool) {
		p.sorted, p.down = column, descending
		p.arrange(r, false)
	}
	p.table.OnOpen = func(row, _ int) { p.openQuestion(row) }
	p.count = widgets.NewText(p.id+"/count", "", theme.Small).SetToken(theme.Muted)
	p.detail = widgets.NewStack(0)
	p.arrange(r, false)
	filters := widgets.NewRow(theme.Space5,
		widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/section-name", "Section", theme.Body.AsBold()), section),
		widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/shown-as-name", "Shown as", theme.Body.AsBold()), shaded))
	return []fyne.CanvasObject{filters, widgets.NewCard(p.table), p.detail, p.items(r),
		widgets.NewStack(theme.Space1, p.count, widgets.NewText(p.id+"/lost", "", theme.Small).SetRuns(
			widgets.Run{Words: "Seconds lost", Bold: true},
			widgets.Run{Words: " is time over the middle person’s, plus time at a question while a finding was shown. Times are middle times. “–” is not measured. Darker is more of what costs people time."}))}
}

// items is what each place of a return costs people.
func (p *questions) items(r *report.Report) fyne.CanvasObject {
	t := widgets.NewTable(p.id+"/items-table", "What each place of a return costs", []widgets.Column{
		{ID: "place", Name: "Place in a return", Width: 250, Wrap: true}, {ID: "questions", Name: "Questions", Wrap: true}, {ID: "people", Name: "People", Width: 80, Numeric: true},
		{ID: "seconds", Name: "Seconds a person", Width: 100, Numeric: true}, {ID: "share", Name: "Share of time", Width: 90, Numeric: true}, {ID: "errors", Name: "Errors met", Width: 84, Numeric: true},
	})
	t.SetShown(max(1, min(10, len(r.Items))))
	t.SetRows(len(r.Items), func(row, col int) widgets.Cell {
		i := &r.Items[row]
		names := strings.Join(i.Questions, "; ")
		if i.Place == "" {
			names = counted(len(i.Questions), "question", "questions")
		}
		return [...]widgets.Cell{
			{Text: i.Name(), Bold: true}, {Text: names}, {Text: number(i.People)}, {Text: figure(i.Each())}, {Text: fmt.Sprintf("%.1f%%", 100*i.Share)}, {Text: fmt.Sprintf("%.1f", i.Errors)},
		}[col]
	})
	return widgets.NewDisclosure(p.id+"/items", "Show what each place of a return costs", widgets.NewCard(widgets.NewStack(theme.Space3, t,
		widgets.NewText(p.id+"/items-note", "A question that fills several places is divided between them. The rows add up to all the time at questions.", theme.Small).SetToken(theme.Muted))))
}

func meanTime(s report.Seconds) string {
	if s.N == 0 {
		return "–"
	}
	return clock(s.Geometric)
}

// arrange shows the rows again.
func (p *questions) arrange(r *report.Report, say bool) {
	p.heat = newHeat(r.Questions, p.section, p.shaded)
	p.heat.sort(p.sorted, p.down)
	p.table.SetSorted(p.sorted, p.down)
	p.table.SetShown(max(1, min(10, len(p.heat.rows))))
	p.table.SetRows(len(p.heat.rows), p.heat.cell)
	p.count.SetWords(fmt.Sprintf("%s of %s shown, from %s.", number(len(p.heat.rows)), counted(len(r.Questions), "question", "questions"), counted(r.Counts.Started, "person", "people")))
	if say {
		p.room.host.Announce(counted(len(p.heat.rows), "question", "questions")+" shown", a11y.LivePolite)
	}
}

// openQuestion shows all that is known of a question below the table.
func (p *questions) openQuestion(row int) {
	if row < 0 || row >= len(p.heat.rows) {
		return
	}
	p.row = row
	q := p.heat.rows[row]
	p.opened = widgets.NewHeading(p.id+"/detail", q.Label, 2)
	var rows [][4]string
	add := func(name, figure, from, likely string) { rows = append(rows, [4]string{name, figure, from, likely}) }
	addTime := func(name string, s report.Seconds) {
		words := "–"
		if s.N > 0 {
			words = clock(s.Median)
		}
		add(name, words, counted(s.N, "answer", "answers"), s.Range())
	}
	addRate := func(name string, r report.Rate, of string) {
		add(name, r.Percent(), fmt.Sprintf("%s of %s %s, %s", number(r.Part), number(r.Whole), of, counted(r.People, "person", "people")), r.Range())
	}
	seen := "of " + counted(q.Seen, "time seen", "times seen") + ", " + counted(q.People, "person", "people")
	addTime("Wait before the first key", q.Wait)
	addTime("Time at the question", q.Time)
	addTime("Time with interruptions", q.Elapsed)
	add("Geometric mean of the time", meanTime(q.Time), counted(q.Time.N, "answer", "answers"), q.Time.Range())
	add("Visits", number(q.Visits), seen, "")
	addRate("Right at the first try", q.First, "answers")
	addRate("Valid in the end", q.Valid, "answers")
	addRate("Matches the story", q.Accurate, "answers in the key")
	add("Errors met", number(q.ErrorsMet), seen, "")
	add("Things to check met", number(q.QueriesMet), seen, "")
	add("Answered at some time", number(q.Filled), seen, "")
	add("Changed answer", number(q.Changed), "of "+counted(q.Filled, "answered", "answered"), "")
	add("Came back after answering", number(q.Returned), seen, "")
	add("Letters deleted", number(q.Deletes), seen, "")
	add("Moves of the text cursor", number(q.Cursor), seen, "")
	if q.Texts > 0 {
		add("Length of an answer, letters", figure(q.Letters), "mean of "+counted(q.Texts, "answer that is text", "answers that are text")+" in finished records", "")
	}
	add("Left blank", number(q.Blank.Part), "of "+counted(q.Blank.Whole, "answer", "answers"), "")
	add("Help opened", number(q.Help), seen, "")
	add("Stopped here", number(q.Dropped), seen, "")
	table := figuresOf(p.id+"/detail-table", "All about "+q.Label, [2]string{"Measure", "Figure"}, rows)
	close := p.act("detail-close", "Close", widgets.Secondary, "close", p.closeQuestion)
	head := widgets.NewRow(theme.Space3, widgets.NewStack(0, widgets.NewText(p.id+"/detail-where", q.Section, theme.Small).SetToken(theme.Muted), p.opened))
	head.SetEnd(close)
	p.dearest.close()
	p.dearest = newDearest(p, q)
	p.detail.SetChildren(widgets.NewCard(widgets.NewStack(theme.Space3, head, table, p.dearest.stack)))
	p.opened.TakeFocus()
	p.uncover(p.detail)
}

func (p *questions) closeQuestion() {
	p.dearest.close()
	p.detail.SetChildren()
	p.opened = nil
	p.table.TakeFocus()
	p.table.SetFocused(p.row, 0)
}

// Leave ends what is looked up.
func (p *questions) Leave() {
	p.dearest.close()
	p.reading.Leave()
}

// Command closes what is open.
func (p *questions) Command(id shortcut.ID) bool {
	if id == shortcut.Escape && p.opened != nil {
		p.closeQuestion()
		return true
	}
	return p.frame.Command(id)
}
