package research

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/chart"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// compare holds two rounds against each other: each measure with its change, and
// what changed in the forms between them.
type compare struct {
	*reading
	before, after string // ids of rounds
	came          string // the round that was shown before
	table         *widgets.Table
	figures       *widgets.Disclosure
	selects       map[string]*widgets.Select
}

func newCompare(r *room) *compare {
	p := &compare{came: r.round, selects: map[string]*widgets.Select{}}
	r.changed = nil // the page before is left
	r.showRound("") // rounds are compared in a report on all of them
	p.reading = newReading(r, pageCompare, "Compare rounds", p.make)
	p.reading.round = nil // it has two of its own
	p.beside = []fyne.CanvasObject{
		p.act("table", "Show as a table", widgets.Secondary, "table", p.openTable),
		p.act("save", "Save in a report", widgets.Secondary, "download", func() { r.goTo(pageQuality) }),
	}
	p.open()
	return p
}

// Leave turns back to the round that was shown.
func (p *compare) Leave() {
	p.reading.Leave()
	if p.room.reports[p.came] != nil {
		p.room.showRound(p.came)
	}
}

// openTable shows the same as a table.
func (p *compare) openTable() {
	if p.figures != nil {
		p.figures.SetOpen(true)
		p.table.TakeFocus()
	}
}

func (p *compare) make(r *report.Report) []fyne.CanvasObject {
	p.figures = nil
	if len(r.Rounds) == 0 {
		p.setActions()
		return one(p.blank("compare", "There is nothing to compare yet. It takes two rounds in which people have taken part.",
			p.act("studies", "Set up a round", widgets.Main, "home", func() { p.room.goTo(pageStudies) })))
	}
	pair := p.pair(r)
	p.table = changeTable(p.id+"/figures-table", pair)
	p.figures = widgets.NewDisclosure(p.id+"/figures", "The same figures as a table", widgets.NewCard(p.table))
	out := []fyne.CanvasObject{p.choices(r)}
	if p.class < widgets.Thin {
		out = append(out, p.picture(pair))
	} else {
		p.figures.SetOpen(true) // there is no room for pictures
	}
	how := widgets.NewMeasure(widgets.NewText(p.id+"/how", "", theme.BodyDense).SetRuns(widgets.Run{Words: "How to read this. ", Bold: true}, widgets.Run{Words: pair.HowToRead()})).SetMax(900)
	return append(out, widgets.NewColumns(theme.Space3, []float32{24 * theme.Current().Scale(), 0}, widgets.NewIcon("info", theme.Info, 22), how),
		p.inShort(pair), p.forms(pair), p.figures)
}

// pair is the two rounds that are chosen, at first the last two.
func (p *compare) pair(r *report.Report) *report.Rounds {
	for i := range r.Rounds {
		if x := &r.Rounds[i]; x.Before.ID == p.before && x.After.ID == p.after {
			return x
		}
	}
	last := &r.Rounds[len(r.Rounds)-1]
	p.before, p.after = last.Before.ID, last.After.ID
	return last
}

// choices are the two rounds.
func (p *compare) choices(r *report.Report) fyne.CanvasObject {
	var befores, afters []widgets.Option
	for i := range r.Rounds {
		for _, side := range []struct {
			list *[]widgets.Option
			of   report.Round
		}{{&befores, r.Rounds[i].Before}, {&afters, r.Rounds[i].After}} {
			o := widgets.Option{Value: side.of.ID, Words: side.of.Title}
			if !slices.ContainsFunc(*side.list, func(x widgets.Option) bool { return x.Value == o.Value }) {
				*side.list = append(*side.list, o)
			}
		}
	}
	choose := func(id, name string, later bool, options []widgets.Option, value *string) fyne.CanvasObject {
		s := widgets.NewSelect(p.id+"/"+id, name, options)
		s.SetValue(*value)
		s.OnCommit = func(v string) {
			*value = v
			p.settle(r, later)
			p.state = showNothing
			p.show()
			p.selects[id].TakeFocus() // it was made anew
			pair := p.pair(r)
			p.room.host.Announce(pair.Before.Title+" and "+pair.After.Title, a11y.LivePolite)
		}
		p.selects[id] = s
		return widgets.NewStack(theme.Space1, widgets.NewRow(theme.Space2, widgets.NewPicture("-", "", chart.RoundKey{Later: later}), widgets.NewText(p.id+"/"+id+"-name", name, theme.Body.AsBold())), s)
	}
	return widgets.NewRow(theme.Space5, choose("before", "Before", false, befores, &p.before), choose("after", "After", true, afters, &p.after))
}

// settle chooses another second round where the two do not follow each other.
func (p *compare) settle(r *report.Report, later bool) {
	for i := range r.Rounds {
		if x := &r.Rounds[i]; x.Before.ID == p.before && x.After.ID == p.after {
			return
		}
	}
	for i := range r.Rounds {
		x := &r.Rounds[i]
		if later && x.After.ID == p.after || !later && x.Before.ID == p.before {
			p.before, p.after = x.Before.ID, x.After.ID
			return
		}
	}
}

// picture has a row for each measure.
func (p *compare) picture(pair *report.Rounds) fyne.CanvasObject {
	scale := theme.Current().Scale()
	beside := p.class == widgets.Wide
	stack := widgets.NewStack(0, widgets.NewHeading(p.id+"/changes", pair.Before.Title+" and "+pair.After.Title, 2).SetStyle(theme.Title3))
	if beside {
		stack.Add(p.heads(pair, scale))
	}
	n := 0
	add := func(list []report.Change) {
		for _, c := range list {
			n++
			stack.Add(widgets.NewRule())
			stack.Add(chart.NewChangeRow(fmt.Sprintf("%s/change-%d", p.id, n), rowOf(c), beside, scale, p.openTable))
		}
	}
	add(pair.Changes)
	if len(pair.Questions) > 0 {
		stack.Add(widgets.NewRule())
		stack.Add(widgets.NewSpace(theme.Space4))
		stack.Add(widgets.NewHeading(p.id+"/questions", "Questions that changed", 3).SetStyle(theme.Title3))
		add(pair.Questions)
	}
	return widgets.NewCard(stack)
}

// heads stand over the columns.
func (p *compare) heads(pair *report.Rounds, scale float32) fyne.CanvasObject {
	widths := make([]float32, len(chart.ChangeWidths))
	for i, w := range chart.ChangeWidths {
		widths[i] = w * scale
	}
	head := func(id, words, under string) fyne.CanvasObject {
		return widgets.NewStack(0, widgets.NewText(p.id+"/head-"+id, words, theme.Small.AsBold()), widgets.NewText(p.id+"/head-"+id+"-people", under, theme.Small).SetToken(theme.Muted))
	}
	way := widgets.NewRow(theme.Space1, widgets.NewIcon("left", theme.Text, 18), widgets.NewText(p.id+"/head-worse", "Worse", theme.Small.AsBold()))
	way.SetEnd(widgets.NewText(p.id+"/head-better", "Better", theme.Small.AsBold()), widgets.NewIcon("right", theme.Text, 18))
	return widgets.NewPad(theme.Space2, theme.Space2, theme.Space2, theme.Space2, widgets.NewColumns(theme.Space2, widths,
		widgets.NewText(p.id+"/head-measure", "Measure", theme.Small.AsBold()), head("before", pair.Before.Title, counted(pair.Before.People, "person", "people")),
		head("after", pair.After.Title, counted(pair.After.People, "person", "people")), way,
		widgets.NewText(p.id+"/head-change", "Change and likely range", theme.Small.AsBold()), widgets.NewText(p.id+"/head-verdict", "What it shows", theme.Small.AsBold())))
}

func rowOf(c report.Change) chart.ChangeRow {
	f := c.Figures()
	row := chart.ChangeRow{
		Name: c.FullName(), Before: f[0], After: f[1], Words: c.Words(), Likely: c.RangeWords(), Verdict: c.Verdict(), Better: c.Better(), Sentence: c.Sentence(),
		Change: chart.Change{Reach: c.Reach, Value: c.Effect, Clear: c.Clear(), Known: c.PeopleBefore > 0 && c.PeopleAfter > 0 && c.Reach > 0},
	}
	if c.Likely != nil {
		row.Change.Range = &chart.Span{Low: c.Likely.Low, High: c.Likely.High}
	}
	return row
}

func (p *compare) inShort(pair *report.Rounds) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/short", "In short", 2).SetStyle(theme.Title3))
	for i, line := range pair.Sentences() {
		stack.Add(widgets.NewText(fmt.Sprintf("%s/short-%d", p.id, i+1), line, theme.BodyDense))
	}
	return widgets.NewCard(stack)
}

// forms is what changed between the versions.
func (p *compare) forms(pair *report.Rounds) fyne.CanvasObject {
	title := widgets.NewHeading(p.id+"/forms", "What changed in the forms", 2).SetStyle(theme.Title3)
	if len(pair.Forms) == 0 {
		return widgets.NewCard(widgets.NewStack(theme.Space3, title, widgets.NewText(p.id+"/forms-none", "Both rounds had the same versions of the forms.", theme.BodyDense)))
	}
	t := widgets.NewTable(p.id+"/forms-table", "What changed in the forms", []widgets.Column{
		{ID: "question", Name: "Question", Width: 200, Wrap: true}, {ID: "kind", Name: "Change", Width: 150, Wrap: true},
		{ID: "before", Name: "Before", Wrap: true}, {ID: "after", Name: "After", Wrap: true},
	})
	t.SetShown(min(8, len(pair.Forms)))
	t.SetRows(len(pair.Forms), func(row, col int) widgets.Cell {
		c := &pair.Forms[row]
		return [...]widgets.Cell{
			{Text: orElse(c.Question, c.Form), Bold: true}, {Text: capital(c.Kind) + ": " + c.What}, {Text: orElse(c.Before, "–")}, {Text: orElse(c.After, "–")},
		}[col]
	})
	return widgets.NewCard(widgets.NewStack(theme.Space3, title, widgets.NewText(p.id+"/forms-versions", pair.Before.Forms+" became "+pair.After.Forms+".", theme.BodyDense), t))
}

// changeTable says the same as the picture.
func changeTable(id string, pair *report.Rounds) *widgets.Table {
	all := slices.Concat(pair.Changes, pair.Questions)
	t := widgets.NewTable(id, pair.Before.Title+" and "+pair.After.Title, []widgets.Column{
		{ID: "measure", Name: "Measure", Width: 128, Wrap: true}, {ID: "before", Name: pair.Before.Title, Width: 89, Numeric: true}, {ID: "after", Name: pair.After.Title, Width: 89, Numeric: true},
		{ID: "people", Name: "People", Width: 80, Wrap: true}, {ID: "change", Name: "Change", Width: 108, Wrap: true}, {ID: "likely", Name: "Likely range", Width: 116, Wrap: true},
		{ID: "verdict", Name: "What it shows", Width: 94, Wrap: true}, {ID: "test", Name: "Test", Width: 146, Wrap: true},
	})
	t.SetShown(max(1, min(12, len(all))))
	t.SetRows(len(all), func(row, col int) widgets.Cell {
		c := all[row]
		f := c.Figures()
		test := c.Test
		if p := c.Chance(); p != "" {
			test += ", p " + p
		}
		if !c.Tested {
			test = "–"
		}
		return [...]widgets.Cell{
			{Text: c.FullName(), Bold: true}, {Text: f[0]}, {Text: f[1]}, {Text: number(c.PeopleBefore) + " and " + number(c.PeopleAfter)},
			{Text: c.Words()}, {Text: c.RangeWords()}, {Text: c.Verdict(), Bold: c.Clear()}, {Text: test},
		}[col]
	})
	return t
}
