package research

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture/report"
	"recordwell/ui/chart"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// quality is the data-quality report: six dimensions against their targets, where
// answers went wrong, and the files to send on. It shows rules and counts, never
// an answer.
type quality struct {
	*reading
	folder  *saving
	table   *widgets.Table
	figures *widgets.Disclosure
}

func newQuality(r *room) *quality {
	p := &quality{}
	p.reading = newReading(r, pageQuality, "Data quality", p.make)
	p.folder = newSaving(p.frame, "report", "Save the report", "Where the report is saved", func() writing {
		shown := r.report
		return func(dir string, _ *work) ([]string, error) { return r.desk.SaveReport(shown, dir) }
	})
	p.beside = []fyne.CanvasObject{p.folder.button}
	p.open()
	return p
}

// Command also prints: the report is a page that prints well.
func (p *quality) Command(id shortcut.ID) bool {
	if id == shortcut.Print && p.state == showReport {
		p.folder.save()
		return true
	}
	return p.frame.Command(id)
}

func (p *quality) make(r *report.Report) []fyne.CanvasObject {
	p.table = dimensionTable(p.id+"/figures-table", r)
	p.figures = widgets.NewDisclosure(p.id+"/figures", "Show the six dimensions as a table", widgets.NewCard(p.table))
	counts := widgets.NewText(p.id+"/counts", "", theme.Body).SetRuns(
		widgets.Run{Words: number(r.Counts.Records), Bold: true}, widgets.Run{Words: plural(r.Counts.Records, " record, ", " records, ")},
		widgets.Run{Words: number(r.Counts.Recorded), Bold: true}, widgets.Run{Words: plural(r.Counts.Recorded, " person, ", " people, ")},
		widgets.Run{Words: number(r.Counts.Checked), Bold: true}, widgets.Run{Words: plural(r.Counts.Checked, " answer checked against the answer key", " answers checked against the answer key")})
	out := []fyne.CanvasObject{p.folder.said, counts, p.dimensions(r), p.figures}
	panels := []fyne.CanvasObject{p.rules(r), p.sections(r)}
	if p.class == widgets.Wide {
		out = append(out, widgets.NewColumns(theme.Space4, []float32{0, theme.Current().Scaled(500)}, panels...))
	} else {
		out = append(out, panels...)
	}
	return append(out, p.matrix(r), p.folder.card)
}

func plural[N int | int64](n N, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func (p *quality) openTable() {
	p.figures.SetOpen(true)
	p.table.TakeFocus()
}

func (p *quality) dimensions(r *report.Report) fyne.CanvasObject {
	stack := widgets.NewStack(0, widgets.NewHeading(p.id+"/dimensions", "Six dimensions of quality, each with its target", 2).SetStyle(theme.Title3))
	for i, d := range r.Dimensions {
		q := chart.Quality{
			Name: d.Name, Meaning: d.Meaning, Target: chart.Target{Share: d.Rate.Rate, Goal: d.Target}, Percent: d.Percent(),
			Verdict: d.Verdict(), Measured: d.Measured(), Meets: d.Meets(),
			Behind: fmt.Sprintf("%s of %s %s, %s", number(d.Part), number(d.Whole), d.Of, d.Range()),
		}
		if !q.Measured {
			q.Behind = d.Why
		}
		stack.Add(widgets.NewSpace(theme.Space1))
		stack.Add(chart.NewQuality(fmt.Sprintf("%s/dimension-%d", p.id, i+1), q, p.class == widgets.Wide, theme.Current().Scale(), p.openTable))
		stack.Add(widgets.NewRule())
	}
	note := widgets.NewText(p.id+"/timeliness", "", theme.Small).SetRuns(
		widgets.Run{Words: "Timeliness can only be measured on story dates.", Bold: true},
		widgets.Run{Words: " A trial cannot show how late real records are. The dark line is the target, the amber part is still to reach. A valid answer can be wrong, and a full record can be poor: do not chase 100%."})
	stack.Add(widgets.NewSpace(theme.Space2))
	stack.Add(note)
	return widgets.NewCard(stack)
}

func dimensionTable(id string, r *report.Report) *widgets.Table {
	var rows [][4]string
	for _, d := range r.Dimensions {
		row := [4]string{d.Name, "–", "Not measured: " + d.Why, "–"}
		if d.Measured() {
			row = [4]string{d.Name, d.Percent(), fmt.Sprintf("%s of %s %s. %s", number(d.Part), number(d.Whole), d.Of, d.Verdict()), d.Between()}
		}
		rows = append(rows, row)
	}
	return wordsTable(id, "The six dimensions", [4]string{"Dimension", "Share", "From", "Likely range"}, rows)
}

// mostRules is how many rules the page names; the files name all.
const mostRules = 8

func (p *quality) rules(r *report.Report) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space2, widgets.NewHeading(p.id+"/rules", "Rules that found most", 2).SetStyle(theme.Title3))
	named := 0
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.Found == 0 || named == mostRules {
			continue
		}
		named++
		icon, ink := "error", theme.Error
		if rule.Kind != "Error" {
			icon, ink = "query", theme.Check
		}
		id := fmt.Sprintf("%s/rule-%d", p.id, named)
		scale := theme.Current().Scale()
		stack.Add(widgets.NewStack(theme.Space2, widgets.NewColumns(theme.Space3, []float32{24 * scale, 0, 100 * scale},
			widgets.NewIcon(icon, ink, 22),
			widgets.NewText(id, "", theme.BodyDense).SetRuns(widgets.Run{Words: rule.Kind + ": ", Quiet: true}, widgets.Run{Words: rule.Title}),
			widgets.NewText(id+"/found", "", theme.BodyDense).SetRuns(widgets.Run{Words: number(rule.Found), Bold: true}, widgets.Run{Words: plural(rule.Found, " person", " people")}).SetAlign(fyne.TextAlignTrailing)),
			widgets.NewRule()))
	}
	if named == 0 {
		stack.Add(widgets.NewText(p.id+"/rules-none", "No rule has found anything yet", theme.BodyDense))
	}
	stack.Add(widgets.NewText(p.id+"/rules-note", "Rules and counts only. No answers are shown here.", theme.Small).SetToken(theme.Muted))
	return widgets.NewCard(stack)
}

func (p *quality) sections(r *report.Report) fyne.CanvasObject {
	t := widgets.NewTable(p.id+"/sections-table", "By section of the record", []widgets.Column{
		{ID: "section", Name: "Section", Wrap: true}, {ID: "complete", Name: "Complete", Width: 96, Numeric: true},
		{ID: "valid", Name: "Valid", Width: 90, Numeric: true}, {ID: "accurate", Name: "Accurate", Width: 96, Numeric: true},
	})
	t.SetShown(max(1, min(10, len(r.Sections))))
	t.SetRows(len(r.Sections), func(row, col int) widgets.Cell {
		s := &r.Sections[row]
		return [...]widgets.Cell{
			{Text: s.Title, Bold: true}, {Text: s.Complete.Percent()}, {Text: s.Valid.Percent()}, {Text: s.Accurate.Percent()},
		}[col]
	})
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/sections", "By section of the record", 2).SetStyle(theme.Title3), t))
}

// matrix is what became of every answer that the key knows.
func (p *quality) matrix(r *report.Report) fyne.CanvasObject {
	var rows [][4]string
	for _, o := range r.Matrix {
		share := "–"
		if o.Of > 0 {
			share = report.Rate{Part: o.Count, Whole: o.Of, Rate: float64(o.Count) / float64(o.Of)}.Percent()
		}
		rows = append(rows, [4]string{o.Name, number(o.Count), share, "of " + counted(o.Of, "answer in the key", "answers in the key")})
	}
	t := wordsTable(p.id+"/matrix-table", "Answers against the key", [4]string{"What became of it", "Answers", "Share", "From"}, rows)
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/matrix", "Answers against the key", 2).SetStyle(theme.Title3), t))
}
