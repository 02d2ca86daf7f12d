package research

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// mostRules is how many rules are named beside the sections; a table below has all.
const mostRules = 6

// ruleLook is how the kind of a rule is shown.
func ruleLook(rule *report.Rule) (icon string, ink theme.Token) {
	if rule.Kind == "Error" {
		return "error", theme.Error
	}
	return "query", theme.Check
}

// rules names those that found most. A press opens where they were left standing.
func (p *quality) rules(r *report.Report) fyne.CanvasObject {
	v := r.Validity.WithoutError
	stack := widgets.NewStack(theme.Space2, widgets.NewHeading(p.id+"/rules", "Rules that found most", 2).SetStyle(theme.Title3))
	if v.Measured() {
		stack.Add(widgets.NewText(p.id+"/rules-passed", fmt.Sprintf("%s of %s ended without an error, %s.", number(v.Part), counted(v.Whole, "record", "records"), v.Range()), theme.BodyDense))
	}
	named := 0
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.Found == 0 || named == mostRules {
			continue
		}
		named++
		id := fmt.Sprintf("%s/rule-%d", p.id, named)
		b := ofRule(id, rule)
		left := b.count(r)
		found, standing := counted(rule.Found, "person", "people"), counted(left, "place left", "places left")
		icon, ink := ruleLook(rule)
		scale := theme.Current().Scale()
		text := func(words string) *widgets.Text { return widgets.NewText("-", words, theme.BodyDense) }
		row := widgets.NewPlate(id, rule.Kind+": "+rule.Title+", found for "+found+", "+standing+" at the finish", "Opens those places, without answers",
			widgets.NewColumns(theme.Space3, []float32{24 * scale, 0, 120 * scale},
				widgets.NewIcon(icon, ink, 22),
				text("").SetRuns(widgets.Run{Words: rule.Kind + ": ", Quiet: true}, widgets.Run{Words: rule.Title}),
				widgets.NewStack(0, text(found).SetStyle(theme.BodyDense.AsBold()).SetAlign(fyne.TextAlignTrailing), widgets.NewText("-", standing, theme.Small).SetToken(theme.Muted).SetAlign(fyne.TextAlignTrailing))),
			func() { p.room.failing(b) }).SetFlat()
		p.openers[id] = row.TakeFocus
		stack.Add(row)
		stack.Add(widgets.NewRule())
	}
	if named == 0 {
		stack.Add(widgets.NewText(p.id+"/rules-none", "No rule has found anything yet", theme.BodyDense))
	}
	stack.Add(widgets.NewText(p.id+"/rules-note", "Rules and counts only. No answers are shown here.", theme.Small).SetToken(theme.Muted))
	return widgets.NewCard(stack)
}

// allRules is every rule with what it cost and what it was worth.
func (p *quality) allRules(r *report.Report) fyne.CanvasObject {
	id := p.id + "/rules-table"
	t := widgets.NewTable(id, "Every rule, with what it cost", []widgets.Column{
		{ID: "rule", Name: "Rule", Width: 300, Wrap: true}, {ID: "kind", Name: "Kind", Width: 110}, {ID: "exposed", Name: "People told", Width: 96, Numeric: true},
		{ID: "repairs", Name: "Repairs each", Width: 84, Numeric: true}, {ID: "repair", Name: "Time to repair", Width: 110, Numeric: true},
		{ID: "cost", Name: "Seconds a person", Width: 84, Numeric: true}, {ID: "left", Name: "Left", Width: 60, Numeric: true}, {ID: "explained", Name: "Left with a reason", Width: 96, Numeric: true},
		{ID: "alarms", Name: "False alarms", Width: 84, Numeric: true}, {ID: "prevented", Name: "Errors prevented", Width: 100, Numeric: true}, {ID: "price", Name: "Price of one", Width: 110, Numeric: true},
	})
	t.SetShown(max(1, min(8, len(r.Rules))))
	t.SetRows(len(r.Rules), func(row, col int) widgets.Cell { return ruleCell(&r.Rules[row], col) })
	t.OnOpen = func(row, _ int) { p.room.failing(ofRule(id, &r.Rules[row])) }
	note := "Seconds a person is the active time from a finding to its end, over all people. "
	if w := r.Prevention; w != nil {
		note += fmt.Sprintf("All rules together: %s of findings about answers in the key were false alarms (%s of %s, %s); %s prevented", w.FalseAlarms.Percent(),
			number(w.FalseAlarms.Part), number(w.FalseAlarms.Whole), w.FalseAlarms.Range(), counted(w.Prevented, "error was", "errors were"))
		if w.Price != nil {
			note += ", at " + clock(*w.Price) + " each"
		}
		note += "."
	}
	all := widgets.NewDisclosure(p.id+"/all-rules", "Show every rule with its cost", widgets.NewCard(widgets.NewStack(theme.Space3, t, widgets.NewText(p.id+"/rules-worth", note, theme.Small).SetToken(theme.Muted))))
	p.openers[id] = func() {
		all.SetOpen(true)
		t.TakeFocus()
	}
	return all
}

func ruleCell(rule *report.Rule, col int) widgets.Cell {
	dash := widgets.Cell{Text: "–", Says: "not measured"}
	switch col {
	case 0:
		return widgets.Cell{Text: rule.Title, Bold: true, Link: true}
	case 1:
		icon, ink := ruleLook(rule)
		return widgets.Cell{Text: rule.Kind, Icon: icon, Token: ink}
	case 2:
		return widgets.Cell{Text: number(rule.Exposed.Part) + " of " + number(rule.Exposed.Whole)}
	case 3:
		if rule.Cleared == 0 {
			return dash
		}
		return widgets.Cell{Text: figure(rule.Repairs)}
	case 4:
		if rule.RepairTime.N == 0 {
			return dash
		}
		return widgets.Cell{Text: clock(rule.RepairTime.Median)}
	case 5:
		return widgets.Cell{Text: figure(rule.CostEach)}
	case 6:
		return widgets.Cell{Text: number(rule.LeftOpen)}
	case 7:
		return widgets.Cell{Text: number(rule.LeftExplained)}
	}
	switch w := rule.Worth; {
	case w == nil:
		return dash
	case col == 8:
		return widgets.Cell{Text: w.FalseAlarms.Percent()}
	case col == 9:
		return widgets.Cell{Text: number(w.Prevented)}
	case w.Price == nil:
		return widgets.Cell{Text: "none"}
	default:
		return widgets.Cell{Text: clock(*w.Price)}
	}
}

// against marks a share that does not reach its target.
func against(rate report.Rate, target float64) widgets.Cell {
	c := widgets.Cell{Text: rate.Percent()}
	if rate.Measured() && rate.Rate < target-1e-9 {
		c.Icon, c.Token, c.Says = "query", theme.Check, "below the target"
	}
	return c
}

func targetsOf(r *report.Report) map[string]float64 {
	out := map[string]float64{}
	for _, d := range r.Dimensions {
		out[d.Name] = d.Target
	}
	return out
}

func (p *quality) sections(r *report.Report) fyne.CanvasObject {
	id, goal := p.id+"/sections-table", targetsOf(r)
	t := widgets.NewTable(id, "By section of the record", []widgets.Column{
		{ID: "section", Name: "Section", Wrap: true}, {ID: "complete", Name: "Complete", Width: 106, Numeric: true},
		{ID: "valid", Name: "Valid", Width: 100, Numeric: true}, {ID: "accurate", Name: "Accurate", Width: 106, Numeric: true},
	})
	p.sectionsTable = t
	t.SetShown(max(1, min(10, len(r.Sections))))
	t.SetRows(len(r.Sections), func(row, col int) widgets.Cell {
		s := &r.Sections[row]
		return [...]widgets.Cell{
			{Text: s.Title, Bold: true, Link: true}, against(s.Complete, goal[report.InCompleteness]), against(s.Valid, goal[report.InValidity]), against(s.Accurate, goal[report.InAccuracy]),
		}[col]
	})
	at := func(row int) string { return fmt.Sprintf("%s/%d", id, row) }
	for i := range r.Sections {
		p.openers[at(i)] = tableRow(t, i)
	}
	t.OnOpen = func(row, _ int) { p.room.failing(ofSection(at(row), &r.Sections[row])) }
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/sections", "By section of the record", 2).SetStyle(theme.Title3), t,
		widgets.NewText(p.id+"/sections-note", "Enter on a section opens its failing places. A triangle stands where the share is below the target.", theme.Small).SetToken(theme.Muted)))
}

// tableRow gives the focus to a row of a table.
func tableRow(t *widgets.Table, row int) func() {
	return func() {
		t.TakeFocus()
		t.SetFocused(row, 0)
	}
}

// forms is the same form by form, with the time that each took.
func (p *quality) forms(r *report.Report) fyne.CanvasObject {
	id, goal := p.id+"/forms-table", targetsOf(r)
	t := widgets.NewTable(id, "By form", []widgets.Column{
		{ID: "form", Name: "Form", Wrap: true}, {ID: "people", Name: "People", Width: 80, Numeric: true}, {ID: "complete", Name: "Complete", Width: 96, Numeric: true},
		{ID: "valid", Name: "Valid", Width: 84, Numeric: true}, {ID: "accurate", Name: "Accurate", Width: 96, Numeric: true}, {ID: "time", Name: "Middle time", Width: 130, Numeric: true},
		{ID: "mean", Name: "Mean, likely range", Width: 220, Wrap: true},
	})
	p.formsTable = t
	t.SetShown(min(11, len(r.Forms)))
	t.SetRows(len(r.Forms), func(row, col int) widgets.Cell {
		f := &r.Forms[row]
		time := "–"
		if f.Time.N > 0 {
			time = clock(f.Time.Median)
		}
		return [...]widgets.Cell{
			{Text: f.Title, Bold: true, Link: true}, {Text: number(f.People)}, against(f.Complete, goal[report.InCompleteness]),
			against(f.Valid, goal[report.InValidity]), against(f.Accurate, goal[report.InAccuracy]), {Text: time}, {Text: capital(f.Time.Between())},
		}[col]
	})
	at := func(row int) string { return fmt.Sprintf("%s/%d", id, row) }
	for i := range r.Forms {
		p.openers[at(i)] = tableRow(t, i)
	}
	t.OnOpen = func(row, _ int) { p.room.failing(ofForm(at(row), &r.Forms[row])) }
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/forms", "By form", 2).SetStyle(theme.Title3), t))
}

// matrix is what became of every answer that the key knows.
func (p *quality) matrix(r *report.Report) fyne.CanvasObject {
	id := p.id + "/matrix-table"
	t := widgets.NewTable(id, "Answers against the key", []widgets.Column{
		{ID: "what", Name: "What became of it", Wrap: true}, {ID: "answers", Name: "Answers", Width: 110, Numeric: true},
		{ID: "share", Name: "Share", Width: 100, Numeric: true}, {ID: "from", Name: "From", Wrap: true},
	})
	p.matrixTable = t
	t.SetShown(max(1, len(r.Matrix)))
	t.SetRows(len(r.Matrix), func(row, col int) widgets.Cell {
		o := r.Matrix[row]
		share := "–"
		if o.Of > 0 {
			share = report.Rate{Part: o.Count, Whole: o.Of, Rate: float64(o.Count) / float64(o.Of)}.Percent()
		}
		return [...]widgets.Cell{
			{Text: capital(o.Name), Bold: true, Link: row > 0}, {Text: number(o.Count)}, {Text: share}, {Text: "of " + counted(o.Of, "answer in the key", "answers in the key")},
		}[col]
	})
	at := func(row int) string { return fmt.Sprintf("%s/%d", id, row) }
	for i := range r.Matrix {
		p.openers[at(i)] = tableRow(t, i)
	}
	t.OnOpen = func(row, _ int) {
		if row > 0 { // the first are right
			p.room.failing(ofOutcome(at(row), r.Matrix[row].Name))
		}
	}
	a := r.Accuracy
	note := "Enter on a line opens its places. "
	if a.All.Measured() {
		note += fmt.Sprintf("Wrong answers in 1,000: %.1f", a.PerThousand)
		if a.Exact != nil {
			note += fmt.Sprintf(", likely range %.1f to %.1f if answers were independent", a.Exact.Low, a.Exact.High)
		}
		if a.OverPeople != nil {
			note += fmt.Sprintf(", %.1f to %.1f over people", a.OverPeople.Low, a.OverPeople.High)
		}
		note += "."
	}
	card := widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/matrix", "Answers against the key", 2).SetStyle(theme.Title3), t,
		widgets.NewText(p.id+"/matrix-note", note, theme.Small).SetToken(theme.Muted))
	if said := a.ReadBack; said.Records > 0 {
		card.Add(widgets.NewText(p.id+"/read-back", fmt.Sprintf("Children and families were read %s of %s: they said that %s not right, and the person agreed with %s.",
			counted(said.Lines, "answer", "answers"), counted(said.Records, "record", "records"),
			number(said.Corrected)+plural(said.Corrected, " is", " are"), number(said.Agreed)), theme.BodyDense))
	}
	return widgets.NewCard(card)
}
