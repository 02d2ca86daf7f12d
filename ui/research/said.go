package research

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/chart"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// sus is what people say of the record, beside the usual score.
func (p *overview) sus(r *report.Report) fyne.CanvasObject {
	u := r.Usability
	stack := widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/sus", "System Usability Scale (SUS)", 2).SetStyle(theme.Title3))
	if u.N == 0 {
		stack.Add(widgets.NewText(p.id+"/sus-none", "Nobody has answered it yet", theme.BodyDense))
		return widgets.NewCard(stack)
	}
	d := chart.Dial{Scale: chart.Span{High: 100}, Value: u.Mean, Figure: fmt.Sprintf("%.1f", u.Mean), Of: "out of 100", Ends: [2]string{"0", "100"}}
	likely := "Too few to give a range"
	if u.Likely != nil {
		d.Range = &chart.Span{Low: u.Likely.Low, High: u.Likely.High}
		likely = "likely range " + u.RangeWords()
	}
	stack.Add(chart.NewDial(p.id+"/sus-dial", "System Usability Scale", d, likely, fmt.Sprintf("%s In a word: %s.", u.Against(), u.Adjective), p.openTable))
	return widgets.NewCard(stack)
}

// conditions puts the figures of each condition in a row of a table, and says
// below it what the tests show.
func (p *overview) conditions(r *report.Report) fyne.CanvasObject {
	t := widgets.NewTable(p.id+"/conditions-table", "Conditions side by side", []widgets.Column{
		{ID: "condition", Name: "Condition", Wrap: true}, {ID: "people", Name: "People", Width: 90, Numeric: true},
		{ID: "completed", Name: "Completed", Width: 120, Numeric: true}, {ID: "time", Name: "Time", Width: 90, Numeric: true},
		{ID: "errors", Name: "Errors met", Width: 120, Numeric: true}, {ID: "ease", Name: "Ease", Width: 80, Numeric: true}, {ID: "sus", Name: "SUS", Width: 80, Numeric: true},
	})
	t.SetShown(max(1, len(r.Conditions)))
	t.SetRows(len(r.Conditions), func(row, col int) widgets.Cell {
		c := &r.Conditions[row]
		return [...]widgets.Cell{
			{Text: c.Title, Bold: true}, {Text: number(c.People)}, {Text: c.Success.Percent()}, {Text: timeWords(c.Time)},
			{Text: scoreWords(c.Errors)}, {Text: scoreWords(c.Ease)}, {Text: scoreWords(c.SUS.Score)},
		}[col]
	})
	stack := widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/conditions", "Conditions side by side", 2).SetStyle(theme.Title3), t)
	shown := 0
	for _, c := range r.Comparisons {
		if c.Kind == "conditions" && c.Shown() {
			shown++
			stack.Add(widgets.NewText(fmt.Sprintf("%s/difference-%d", p.id, shown), c.MeasureWords()+", "+c.Of+": "+c.Verdict(), theme.BodyDense))
		}
	}
	if shown == 0 {
		stack.Add(widgets.NewText(p.id+"/difference-none", "No difference shown. That does not mean that there is none: with few people only large ones show.", theme.BodyDense))
	}
	return widgets.NewCard(stack)
}

func scoreWords(s report.Score) string {
	if s.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", s.Mean)
}
