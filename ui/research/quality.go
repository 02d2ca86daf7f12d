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
// an answer; what stands behind a figure opens the places that failed.
type quality struct {
	*reading
	report                                 *reportSaving
	files                                  *widgets.Button
	table                                  *widgets.Table
	matrixTable, sectionsTable, formsTable *widgets.Table
	figures                                *widgets.Disclosure
	// openers give the focus back to what opened the failing places, by its id.
	openers  map[string]func()
	comeBack string
}

// toFiles is the button that opens the files for other systems.
const toFiles = pageQuality + "/files"

func newQuality(r *room) *quality {
	p := &quality{openers: map[string]func(){}}
	p.reading = newReading(r, pageQuality, "Data quality", p.make)
	p.report = newReportSaving(p.frame)
	p.files = p.act("files", "Files for other systems", widgets.Secondary, "download", func() {
		if !r.comeBack(keyFiles) {
			r.show(keyFiles, newFiles(r))
		}
	})
	p.beside = []fyne.CanvasObject{p.files, p.report.button}
	p.open()
	return p
}

// backToQuality shows the page with the focus on what opened another from it.
func (r *room) backToQuality(from string) {
	q, kept := r.kept[pageQuality].(*quality)
	if !kept {
		q = newQuality(r)
	}
	q.comeBack = from
	r.show(pageQuality, q)
}

// Arrive puts the focus on the title, or on what opened the page one comes from.
func (p *quality) Arrive() {
	p.reading.Arrive()
	if focus := p.openers[p.comeBack]; focus != nil {
		focus()
	}
	p.comeBack = ""
}

// Command also prints: the report is a page that prints well.
func (p *quality) Command(id shortcut.ID) bool {
	if id == shortcut.Print && p.state == showReport {
		p.report.save()
		return true
	}
	return p.frame.Command(id)
}

func (p *quality) make(r *report.Report) []fyne.CanvasObject {
	clear(p.openers)
	p.openers[toFiles] = p.files.TakeFocus
	p.table = dimensionTable(p.id+"/figures-table", r)
	p.figures = widgets.NewDisclosure(p.id+"/figures", "Show the six dimensions as a table", widgets.NewCard(p.table))
	counts := widgets.NewText(p.id+"/counts", "", theme.Body).SetRuns(
		widgets.Run{Words: number(r.Counts.Records), Bold: true}, widgets.Run{Words: plural(r.Counts.Records, " record, ", " records, ")},
		widgets.Run{Words: number(r.Counts.Recorded), Bold: true}, widgets.Run{Words: plural(r.Counts.Recorded, " person, ", " people, ")},
		widgets.Run{Words: number(r.Counts.Checked), Bold: true}, widgets.Run{Words: plural(r.Counts.Checked, " answer checked against the answer key", " answers checked against the answer key")})
	out := []fyne.CanvasObject{p.report.said, counts, p.dimensions(r), p.figures}
	panels := []fyne.CanvasObject{p.rules(r), p.sections(r)}
	if p.class == widgets.Wide {
		out = append(out, widgets.NewColumns(theme.Space4, []float32{0, theme.Current().Scaled(540)}, panels...))
	} else {
		out = append(out, panels...)
	}
	out = append(out, p.allRules(r), p.matrix(r))
	if len(r.Forms) > 1 {
		out = append(out, p.forms(r))
	}
	return append(out, p.asked(r), p.report.card)
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
			Behind: fmt.Sprintf("%s of %s %s, %s", number(d.Part), number(d.Whole), d.Of, d.Range()), Opens: "Opens the failing places, without answers",
		}
		id := fmt.Sprintf("%s/dimension-%d", p.id, i+1)
		open := func() { p.room.failing(ofDimension(id, d.Name)) }
		if !q.Measured {
			q.Behind, q.Opens, open = d.Why, "Opens these figures as a table", p.openTable
		}
		row := chart.NewQuality(id, q, p.class == widgets.Wide, theme.Current().Scale(), open)
		p.openers[id] = row.TakeFocus
		stack.Add(widgets.NewSpace(theme.Space1))
		stack.Add(row)
		stack.Add(widgets.NewRule())
	}
	note := widgets.NewText(p.id+"/timeliness", "", theme.Small).SetRuns(
		widgets.Run{Words: "Timeliness can only be measured on story dates.", Bold: true},
		widgets.Run{Words: " A trial cannot show how late real records are. The upright line is the target, the amber part is still to reach. A valid answer can be wrong, and a full record can be poor: do not chase 100%."})
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
	return figuresOf(id, "The six dimensions", [2]string{"Dimension", "Share"}, rows)
}

// asked says when answers were shown here, and how many.
func (p *quality) asked(r *report.Report) fyne.CanvasObject {
	if len(r.Asked) == 0 {
		return widgets.NewText(p.id+"/asked-none", "No answers have been shown or saved at this desk. When a researcher asks for some, it is listed here.", theme.Small).SetToken(theme.Muted)
	}
	t := widgets.NewTable(p.id+"/asked-table", "When answers were shown", []widgets.Column{
		{ID: "at", Name: "When", Width: 260, Wrap: true}, {ID: "what", Name: "What was asked for", Wrap: true},
		{ID: "shown", Name: "Answers shown", Width: 130, Numeric: true}, {ID: "desk", Name: "At the desk", Wrap: true},
	})
	t.SetShown(min(8, len(r.Asked)))
	t.SetRows(len(r.Asked), func(row, col int) widgets.Cell {
		a := r.Asked[len(r.Asked)-1-row] // the last first
		return [...]widgets.Cell{{Text: a.At.Format("2 January 2006, 15:04")}, {Text: capital(a.What)}, {Text: number(a.Shown)}, {Text: "Desk " + a.Desk[:min(8, len(a.Desk))]}}[col]
	})
	return widgets.NewDisclosure(p.id+"/asked", "Answers were shown or saved at a desk "+counted(len(r.Asked), "time", "times"), widgets.NewCard(t))
}
