package research

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/returns"
)

// checkForm asks which return, which files, and what else its rules need.
type checkForm struct {
	page    *checkPage
	summary *widgets.ErrorSummary
	kind    *widgets.RadioGroup
	kindAsk *widgets.Question
	files   *filesBox
	year    *widgets.Select
	yearAsk *widgets.Question
	held    []pathAsk // last year's return and outside lists
	la      *widgets.Question
	content []fyne.CanvasObject
}

// ofReturns are the ends of the files that returns come in.
var ofReturns = []string{".xml", ".csv", ".json"}

var filesHints = map[string]string{
	"":        "One path a line. You can paste several",
	"cin":     "The XML file of the return, or a tables file",
	"ssda903": "The CSV files or the XML file, or a folder that holds them. One path a line",
}

func newCheckForm(p *checkPage) *checkForm {
	f := &checkForm{page: p}
	c, id := p.check, p.id
	f.summary = widgets.NewErrorSummary(id + "/problem")

	var choices []widgets.Choice
	for _, r := range c.kinds() {
		choices = append(choices, widgets.Choice{Value: r.Name(), Words: r.Title()})
	}
	f.kind = widgets.NewRadioGroup(id+"/kind", "Which return is it?", choices)
	f.kind.SetValue(c.kind)
	f.kind.OnCommit = func(v string) {
		c.kind, c.year = v, ""
		f.arrange()
	}
	f.kindAsk = widgets.NewQuestion(id+"/kind-ask", "Which return is it?", f.kind)

	f.files = newFilesBox(p.frame, c.files, ofReturns, "Only XML, CSV and JSON files are listed", func(raw string) { c.files = raw })

	f.year = widgets.NewSelect(id+"/year", "Which collection year’s rules?", nil)
	f.year.OnCommit = func(v string) { c.year = v }
	f.yearAsk = widgets.NewQuestion(id+"/year-ask", "Which collection year’s rules?", f.year)

	f.held = []pathAsk{
		f.askPath("previous", "Where are last year’s files?",
			"The folder of last year’s return. Without it, rules that compare the two years are not checked", &c.previous),
		f.askPath("postcodes", "Which file has the postcodes?",
			"A CSV with the columns pcd and laua, and oseast1m and osnrth1m for distances. Without it, rules that look postcodes up are not checked", &c.postcodes),
		f.askPath("providers", "Which file has the providers?",
			"A CSV with the columns URN, PLACE_CODES, PROVIDER_CODES, POSTCODE, LA_CODE and REG_END. Without it, rules that look providers up are not checked", &c.providers),
	}

	la := widgets.NewTextBox(id+"/la", "Local authority")
	la.SetLetters(10)
	la.SetValue(c.authority)
	la.OnChange = func(raw string) { c.authority = raw }
	f.la = widgets.NewQuestion(id+"/la-ask", "What is the code of your local authority?", la)
	f.la.SetOptional(true)
	f.la.SetHint("9 letters and numbers, such as E09000027. Without it, rules that need it are not checked")

	start := p.act("start", "Check the return", widgets.Main, "check", f.start)
	asked := []fyne.CanvasObject{f.kindAsk, f.files.content, f.yearAsk}
	for _, a := range f.held {
		asked = append(asked, a.ask)
	}
	card := widgets.NewCard(widgets.NewStack(theme.Space5, append(asked, f.la, widgets.NewRow(0, start))...))
	f.content = []fyne.CanvasObject{f.summary, widgets.NewMeasure(card).SetMax(760)}
	f.arrange()
	return f
}

// pathAsk asks for the path of a file or folder that may be left out.
type pathAsk struct {
	ask  *widgets.Question
	path *string // what stands in the box
}

func (f *checkForm) askPath(id, question, hint string, path *string) pathAsk {
	box := widgets.NewTextBox(f.page.id+"/"+id, question)
	box.SetLetters(60)
	box.SetValue(*path)
	box.OnChange = func(raw string) { *path = raw }
	ask := widgets.NewQuestion(f.page.id+"/"+id+"-ask", question, box)
	ask.SetOptional(true)
	ask.SetHint(hint)
	return pathAsk{ask, path}
}

// arrange shows what the chosen return needs.
func (f *checkForm) arrange() {
	c := f.page.check
	years := []widgets.Option{{Value: "", Words: "The year of the return itself"}}
	if r := c.chosen(); r != nil {
		all := r.Years()
		for i := len(all) - 1; i >= 0; i-- {
			years = append(years, widgets.Option{Value: all[i], Words: strings.Replace(all[i], "-", " to ", 1)})
		}
	}
	widgets.Batch(func() {
		f.files.ask.SetHint(filesHints[c.kind])
		f.year.SetOptions(years)
		f.year.SetValue(c.year)
		f.files.setFolders(usesFolders(c.kind))
		for _, a := range f.held {
			setShown(a.ask, usesPrevious(c.kind))
		}
		setShown(f.la, usesPrevious(c.kind))
	})
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// start checks what was asked, or says what is missing.
func (f *checkForm) start() {
	c := f.page.check
	var items []widgets.SummaryItem
	wrong := func(q *widgets.Question, words string, bad bool) {
		if !bad {
			q.SetError("")
			return
		}
		q.SetError(words)
		items = append(items, widgets.SummaryItem{ID: f.page.id + "/problem/" + words, Words: words, Go: q.TakeFocus})
	}
	for _, a := range f.held {
		a.ask.SetError("")
	}
	wrong(f.kindAsk, "Select which return it is", c.chosen() == nil)
	wrong(f.files.ask, "Enter the path of a file, or choose one", len(paths(c.files)) == 0)
	f.summary.SetItems(items)
	if len(items) > 0 {
		f.summary.TakeFocus()
		return
	}
	c.start()
}

// fail says why the check could not run, at the box that names the file; what was
// typed stays.
func (f *checkForm) fail(err error) {
	words, id, at := capital(err.Error()), "files", f.files.ask
	var beside *returns.FileError
	if errors.As(err, &beside) {
		for _, a := range f.held {
			if onePath(*a.path) == beside.File {
				id, at = "held", a.ask
			}
		}
	}
	at.SetError(words)
	f.summary.SetItems([]widgets.SummaryItem{{ID: f.page.id + "/problem/" + id, Words: words, Go: at.TakeFocus}})
	f.summary.TakeFocus()
}
