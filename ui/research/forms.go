package research

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// forms is the form library: every form with its versions, which of them a round
// has locked, and what each asks. A form file can be taken in.
type forms struct {
	*frame
	table   *widgets.Table
	ids     []string
	all     map[string][]*form.Definition
	detail  *widgets.Stack
	opened  *widgets.Heading
	row     int
	taking  *widgets.Stack
	button  *widgets.Button
	path    *widgets.TextBox
	ask     *widgets.Question
	faults  *widgets.Stack
	take    *widgets.Button
	busy    bool
	version string // shown of the form that is open
}

func newForms(r *room) *forms {
	p := &forms{frame: newFrame(r, pageForms, "Form library"), row: -1}
	p.where.SetWords("Forms you can use in a study")
	p.button = p.act("import", "Import a form", widgets.Main, "upload", p.toggleImport).SetExpanded(false)
	p.setActions(p.button)
	p.taking = widgets.NewStack(0)
	p.taking.Hide()
	p.table = widgets.NewTable(p.id+"/table", "Forms", []widgets.Column{
		{ID: "form", Name: "Form", Wrap: true}, {ID: "version", Name: "Newest version", Width: 120}, {ID: "asks", Name: "Questions", Width: 110, Numeric: true}, {ID: "state", Name: "In use", Wrap: true},
	})
	p.table.OnOpen = func(row, _ int) { p.openForm(row) }
	p.detail = widgets.NewStack(0)
	p.fill()
	p.body.SetChildren(p.taking, p.refused(), widgets.NewCard(p.table), p.detail)
	return p
}

func (p *forms) fill() {
	p.ids, p.all = formsOf(p.room.desk.Shelf().Library)
	p.table.SetShown(max(1, min(12, len(p.ids))))
	p.table.SetRows(len(p.ids), p.cell)
}

// refused names the files of the researcher's that cannot be used. Scenarios say so on
// their own page.
func (p *forms) refused() fyne.CanvasObject {
	list := widgets.NewStack(theme.Space2)
	shelf := p.room.desk.Shelf()
	for n, file := range slices.Sorted(maps.Keys(shelf.Refused)) {
		if slices.ContainsFunc(shelf.Stories, func(s study.Story) bool { return s.File == file }) {
			continue
		}
		list.Add(widgets.NewText(fmt.Sprintf("%s/refused-%d", p.id, n), file+" cannot be used. "+sentence(problemWords(shelf.Refused[file][0])), theme.BodyDense))
	}
	if len(list.Children()) == 0 {
		list.Hide()
		return list
	}
	return widgets.NewCard(list)
}

func (p *forms) cell(row, col int) widgets.Cell {
	all := p.all[p.ids[row]]
	switch col {
	case 0:
		return widgets.Cell{Text: all[0].Title, Link: true, Icon: "file"}
	case 1:
		return widgets.Cell{Text: all[0].Version}
	case 2:
		return widgets.Cell{Text: number(asked(all[0]))}
	}
	used := 0
	for _, d := range all {
		used += len(p.roundsOf(d))
	}
	if used == 0 {
		return widgets.Cell{Text: "In no round", Token: theme.Muted}
	}
	return widgets.Cell{Text: "In " + counted(used, "round", "rounds")}
}

// asked counts what a form asks people.
func asked(d *form.Definition) (n int) {
	for _, q := range d.Questions() {
		if q.Type != form.TypeNote && q.Type != form.TypeCalculate {
			n++
		}
	}
	return n
}

// roundsOf names the rounds that have a version of a form; open says whether a
// version is locked.
func (p *forms) roundsOf(d *form.Definition) (rounds []string) {
	for _, e := range p.room.desk.Shelf().Entries {
		if e.Study == nil {
			continue
		}
		for _, r := range e.Study.Rounds {
			if slices.ContainsFunc(r.Forms, func(v capture.FormVersion) bool { return v.Form == d.ID && v.Version == d.Version }) {
				rounds = append(rounds, e.Study.Title+", "+orElse(r.Title, r.ID))
			}
		}
	}
	return rounds
}

// openForm shows a form's versions and what the newest asks.
func (p *forms) openForm(row int) {
	if row < 0 || row >= len(p.ids) {
		return
	}
	p.row, p.version = row, p.all[p.ids[row]][0].Version
	p.showForm()
	p.opened.TakeFocus()
	p.uncover(p.detail)
}

func (p *forms) showForm() {
	all := p.all[p.ids[p.row]]
	p.opened = widgets.NewHeading(p.id+"/detail", all[0].Title, 2)
	head := widgets.NewRow(theme.Space3, p.opened)
	head.SetEnd(p.act("close", "Close", widgets.Secondary, "close", p.closeForm))
	parts := []fyne.CanvasObject{head}
	shown := all[0]
	for n, d := range all {
		id := fmt.Sprintf("%s/version-%d", p.id, n)
		rounds := p.roundsOf(d)
		tag := widgets.NewTag(id+"/state", widgets.TagTodo, "In no round. It can still change")
		if len(rounds) > 0 {
			tag = widgets.NewTag(id+"/state", widgets.TagGrey, "Locked").SetIcon("lock")
		}
		row := []fyne.CanvasObject{widgets.NewText(id, "Version "+d.Version, theme.Body.AsBold()), tag}
		if d.Version == p.version {
			shown = d
		} else {
			row = append(row, p.act(fmt.Sprintf("version-%d/show", n), "Show what it asks", widgets.Secondary, "eye", func() {
				p.version = d.Version
				p.showForm()
				p.opened.TakeFocus()
			}).SetCompact().SetAnnounced("Show what version "+d.Version+" asks"))
		}
		parts = append(parts, widgets.NewRow(theme.Space3, row...))
		if len(rounds) > 0 {
			parts = append(parts, widgets.NewText(id+"/rounds", "In "+strings.Join(rounds, " · "), theme.BodyDense).SetToken(theme.Muted))
		}
	}
	parts = append(parts, widgets.NewText(p.id+"/locked", "A version is locked once a round has it, so that results always match the form. A change needs a version of its own.", theme.BodyDense).SetToken(theme.Muted),
		questionsOf(p.id, shown))
	p.detail.SetChildren(widgets.NewCard(widgets.NewStack(theme.Space3, parts...)))
}

// questionsOf is a table of what a form asks, in order.
func questionsOf(id string, d *form.Definition) fyne.CanvasObject {
	type row struct{ question, section, kind string }
	var rows []row
	for _, q := range d.Questions() {
		if q.Type == form.TypeNote || q.Type == form.TypeCalculate {
			continue
		}
		section := ""
		if q.Section != nil {
			section = q.Section.Label.Render(story{})
		}
		rows = append(rows, row{orElse(q.Label.Render(story{}), q.Name), section, kindWords(q)})
	}
	t := widgets.NewTable(id+"/asks", "What version "+d.Version+" of "+d.Title+" asks", []widgets.Column{
		{ID: "question", Name: "Question", Wrap: true}, {ID: "section", Name: "Section", Wrap: true}, {ID: "kind", Name: "Answer", Width: 200, Wrap: true},
	})
	t.SetShown(max(1, min(10, len(rows))))
	t.SetRows(len(rows), func(r, col int) widgets.Cell {
		return widgets.Cell{Text: []string{rows[r].question, rows[r].section, rows[r].kind}[col], Bold: col == 0}
	})
	return widgets.NewStack(theme.Space2, widgets.NewText(id+"/asks-count", "Version "+d.Version+": "+counted(len(rows), "question", "questions")+" in "+counted(len(d.Sections), "section", "sections"), theme.BodyDense), t)
}

var kinds = map[form.Type]string{
	form.TypeText: "Words", form.TypeInteger: "A whole number", form.TypeDecimal: "A number", form.TypeDate: "A date", form.TypeTime: "A time",
	form.TypeSelectOne: "One of a list", form.TypeSelectMultiple: "Some of a list",
}

func kindWords(q *form.Question) string {
	words := orElse(kinds[q.Type], string(q.Type))
	if q.List != nil {
		words += " of " + number(len(q.List.Choices))
		words = strings.Replace(words, "a list of ", "", 1)
	}
	if q.Required != nil {
		words += ", needed"
	}
	return words
}

func (p *forms) closeForm() {
	p.detail.SetChildren()
	p.opened = nil
	p.table.TakeFocus()
	p.table.SetFocused(p.row, 0)
}

// toggleImport opens and closes the form for a file.
func (p *forms) toggleImport() {
	if p.busy {
		return
	}
	if !p.taking.Hidden {
		p.closeImport()
		return
	}
	id := p.id + "/take"
	p.path = widgets.NewTextBox(id+"/path", "Where is the form’s file?")
	p.path.SetLetters(60)
	p.ask = widgets.NewQuestion(id+"/ask", "Where is the form’s file?", p.path)
	p.ask.SetHint("Its name ends in .yaml. The form is checked, and a copy of it goes into the data folder")
	p.faults = widgets.NewStack(theme.Space2)
	p.take = p.act("take/go", "Import", widgets.Main, "upload", p.takeIn)
	p.taking.SetChildren(widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space4, widgets.NewHeading(id, "Import a form", 2), p.ask, p.faults,
		widgets.NewRow(theme.Space3, p.take, p.act("take/cancel", "Cancel", widgets.Secondary, "close", p.closeImport))))).SetMax(760))
	p.taking.Show()
	p.button.SetExpanded(true)
	p.button.SetKind(widgets.Secondary)
	p.path.TakeFocus()
}

func (p *forms) closeImport() {
	if p.busy {
		return // it is being taken in by now
	}
	p.taking.SetChildren()
	p.taking.Hide()
	p.button.SetExpanded(false)
	p.button.SetKind(widgets.Main)
	p.button.TakeFocus()
}

// takeIn takes the file in, or says what is wrong with it, line by line.
func (p *forms) takeIn() {
	if p.busy {
		return
	}
	p.room.host.Root().Commit()
	name := onePath(p.path.Value())
	if name == "" {
		p.ask.SetError("Enter the path of a file")
		p.path.TakeFocus()
		return
	}
	p.busy = true
	p.take.SetBusy("Importing…")
	var got *form.Definition
	p.run(func(*work) (err error) {
		got, err = p.room.desk.ImportForm(name)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.take.SetBusy("")
		p.faults.SetChildren()
		if err == nil {
			p.closeImport()
			p.fill()
			p.openForm(slices.Index(p.ids, got.ID))
			p.tell(true, "Version "+got.Version+" of “"+got.Title+"” is imported")
			return
		}
		words := capital(err.Error())
		var problems source.Problems
		if errors.As(err, &problems) {
			words = counted(len(problems), "thing is", "things are") + " wrong in the file. Put them right, then import it again"
			for n, problem := range problems[:min(len(problems), 20)] {
				p.faults.Add(widgets.NewText(fmt.Sprintf("%s/take/fault-%d", p.id, n), problemWords(problem), theme.BodyDense))
			}
		}
		p.ask.SetError(words)
		p.path.TakeFocus()
		if !p.here() {
			p.tell(false, filepath.Base(name)+" is not imported. "+sentence(words))
		}
	})
}

// problemWords says where in a file what is wrong.
func problemWords(p source.Problem) string {
	words := p.Message
	if p.Suggestion != "" {
		words += ". Did you mean “" + p.Suggestion + "”?"
	}
	if p.Line > 0 {
		return fmt.Sprintf("Line %d: %s", p.Line, words)
	}
	return words
}

// Command closes what is open, and imports.
func (p *forms) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Escape && !p.taking.Hidden && !p.frame.opened:
		p.closeImport()
	case id == shortcut.Escape && p.opened != nil && !p.frame.opened:
		p.closeForm()
	case id == shortcut.Continue && !p.taking.Hidden:
		p.takeIn()
	default:
		return p.frame.Command(id)
	}
	return true
}
