package research

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

// scenarios shows a made-up family: its story with numbered facts beside the right
// answers that rest on them. Scenarios are files; the page reads them.
type scenarios struct {
	*frame
	shown *study.Scenario
	ids   []string
	head  *widgets.Text
	said  *widgets.Text
	all   *widgets.Stack
	key   *widgets.Table
	rows  []keyRow
	facts []int // of the answer that is looked at
	told  []*widgets.Text
}

// keyRow is one right answer as the table shows it.
type keyRow struct {
	about, question, answer, facts string
	rests                          []int // the facts, as numbers
}

func newScenarios(r *room) *scenarios { return newScenario(r, "") }

// newScenario opens the page at a scenario; "" is the first.
func newScenario(r *room, id string) *scenarios {
	p := &scenarios{frame: newFrame(r, pageScenarios, "Scenarios")}
	p.where.SetWords("Stories and answer keys")
	lib := r.desk.Shelf().Library
	p.ids = slices.Sorted(maps.Keys(lib.Scenarios))
	if len(p.ids) == 0 {
		p.body.SetChildren(p.blank("note", "There are no scenarios. They are files in the folder scenarios of the data folder."))
		return p
	}
	var options []widgets.Option
	for _, id := range p.ids {
		options = append(options, widgets.Option{Value: id, Words: lib.Scenarios[id].Title})
	}
	if lib.Scenarios[id] == nil {
		id = p.ids[0]
	}
	choose := widgets.NewSelect(p.id+"/choose", "Scenario", options)
	choose.SetValue(id)
	choose.OnCommit = func(v string) {
		p.show(lib.Scenarios[v])
		r.host.Announce(p.shown.Title, a11y.LivePolite)
	}
	p.setActions(p.act("try", "Try it as a participant", widgets.Main, "play", p.try))
	p.said = widgets.NewText(p.id+"/said", "", theme.Body).SetToken(theme.Error)
	p.said.Hide()
	p.all = widgets.NewStack(theme.Space4)
	p.onSize = func(widgets.Class) {
		if p.shown != nil {
			p.show(p.shown)
		}
	}
	p.body.SetChildren(widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/choose-name", "Scenario", theme.Body.AsBold()), choose), p.said, p.all)
	p.show(lib.Scenarios[id])
	return p
}

// show shows one scenario.
func (p *scenarios) show(s *study.Scenario) {
	p.shown, p.facts = s, nil
	p.rows = keyRows(s, p.room.desk.Shelf().Library)
	told := p.story(s)
	p.key = widgets.NewTable(p.id+"/key", "The answer key of "+s.Title, []widgets.Column{
		{ID: "question", Name: "Question", Wrap: true}, {ID: "answer", Name: "Right answer", Wrap: true}, {ID: "facts", Name: "Fact", Width: 90},
	})
	p.key.SetShown(max(1, min(12, len(p.rows))))
	p.key.SetRows(len(p.rows), p.cell)
	p.key.OnOpen = func(row, _ int) { p.look(row) }
	scored := 0
	for _, c := range s.Key.Cells {
		if !c.NotScored {
			scored++
		}
	}
	key := widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/key-title", "The answer key", 2),
		widgets.NewText(p.id+"/key-count", counted(len(p.rows), "question has", "questions have")+" an answer; "+number(scored)+" of them count towards accuracy. Enter on a row shows its facts in the story.", theme.BodyDense).SetToken(theme.Muted), p.key))
	parts := []fyne.CanvasObject{told, key}
	if p.class == widgets.Wide {
		parts = one(widgets.NewColumns(theme.Space4, []float32{theme.Current().Scaled(400), 0}, told, key))
	}
	p.all.SetChildren(append(parts, p.uses(s))...)
}

// story is the family's story with its facts, as people read it and numbered.
func (p *scenarios) story(s *study.Scenario) fyne.CanvasObject {
	id := p.id + "/story"
	parts := []fyne.CanvasObject{
		widgets.NewHeading(id, "The story", 2),
		widgets.NewLead("calendar", theme.Muted, widgets.NewText(id+"/date", "", theme.BodyDense).SetRuns(widgets.Run{Words: "Story date: "}, widgets.Run{Words: s.Today.Words(), Bold: true})),
		widgets.NewText(id+"/note", "Content note: "+s.ContentNote, theme.BodyDense).SetToken(theme.Muted),
	}
	p.told = nil
	for n := range s.Vignette {
		p.told = append(p.told, widgets.NewText(fmt.Sprintf("%s/paragraph-%d", id, n+1), "", theme.Body))
		parts = append(parts, p.told[n])
	}
	p.tell()
	if len(s.People) > 0 {
		parts = append(parts, widgets.NewHeading(id+"/people", "People", 3))
		for n, person := range s.People {
			parts = append(parts, widgets.NewText(fmt.Sprintf("%s/person-%d", id, n+1), "", theme.BodyDense).SetRuns(widgets.Run{Words: person.Name, Bold: true}, widgets.Run{Words: ", " + person.Line}))
		}
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, parts...))
}

// tell writes the story with its facts marked, those of the answer that is looked at
// otherwise than the rest.
func (p *scenarios) tell() {
	for n, paragraph := range p.shown.Vignette {
		var runs []widgets.Run
		for _, run := range paragraph.Runs {
			if run.Fact == 0 {
				runs = append(runs, widgets.Run{Words: run.Text})
				continue
			}
			mark := widgets.FactMark
			if slices.Contains(p.facts, run.Fact) {
				mark = widgets.CurrentFact
			}
			runs = append(runs, widgets.Run{Words: run.Text, Bold: true, Mark: mark}, widgets.Run{Words: fmt.Sprintf("\u00a0(%d)", run.Fact), Mark: widgets.FactNumber})
		}
		p.told[n].SetRuns(runs...)
	}
}

// look shows the facts that an answer rests on, and says them.
func (p *scenarios) look(row int) {
	if row < 0 || row >= len(p.rows) {
		return
	}
	p.facts = p.rows[row].rests
	p.tell()
	var said []string
	for _, paragraph := range p.shown.Vignette {
		for _, run := range paragraph.Runs {
			if run.Fact > 0 && slices.Contains(p.facts, run.Fact) {
				said = append(said, fmt.Sprintf("Fact %d: %s", run.Fact, run.Text))
			}
		}
	}
	p.room.host.Announce(orElse(strings.Join(said, ". "), "This answer rests on no fact of the story"), a11y.LivePolite)
}

func (p *scenarios) cell(row, col int) widgets.Cell {
	r := p.rows[row]
	switch col {
	case 0:
		return widgets.Cell{Text: r.about + ": " + r.question, Bold: true}
	case 1:
		return widgets.Cell{Text: r.answer}
	}
	return widgets.Cell{Text: r.facts, Link: len(r.rests) > 0}
}

// keyRows are the right answers of a scenario in words, with the newest forms.
func keyRows(s *study.Scenario, lib *study.Library) []keyRow {
	people := map[string]string{}
	for _, e := range s.Key.Entities {
		people[e.Alias] = capital(strings.ReplaceAll(e.Alias, "_", " "))
	}
	env := story{s}
	var rows []keyRow
	for _, c := range s.Key.Cells {
		row := keyRow{about: orElse(people[c.Alias], c.Alias), question: string(c.Question), answer: strings.Join(c.Values, " or ")}
		if q := questionOf(lib, c.Question); q != nil {
			row.question = orElse(q.Short.Render(env), q.Label.Render(env))
			row.answer = answerWords(q, &c, env)
		}
		var facts []string
		for _, f := range c.Facts {
			facts = append(facts, fmt.Sprint(f))
			row.rests = append(row.rests, int(f))
		}
		row.facts = orElse(strings.Join(facts, ", "), "none")
		rows = append(rows, row)
	}
	return rows
}

// story gives the words of labels a scenario's own names, and no answers. Without a
// scenario the forms' own words stand.
type story struct{ scenario *study.Scenario }

func (story) Value(*form.Question) form.Value { return form.Value{} }
func (story) All(*form.Question) []form.Value { return nil }
func (story) This() form.Value                { return form.Value{} }

func (e story) Today() datatype.Date {
	if e.scenario == nil {
		return 0
	}
	return e.scenario.Today
}

func (e story) Word(name string) string {
	if e.scenario == nil {
		return ""
	}
	return e.scenario.Words[name]
}

func questionOf(lib *study.Library, id capture.QuestionID) *form.Question {
	name, _, _ := strings.Cut(string(id), "/")
	if d := lib.Forms[name]; d != nil {
		return d.Question(id)
	}
	return nil
}

// stateNames are the answers that are no value, in words.
var stateNames = map[capture.State]string{capture.NotKnown: "Not known", capture.NotYetObtained: "Not yet obtained", capture.Refused: "Refused"}

// answerWords are the right answers to a question as people would say them.
func answerWords(q *form.Question, c *study.KeyCell, env form.Env) string {
	var out []string
	for _, v := range c.Values {
		out = append(out, valueWords(q, v, env))
	}
	for _, s := range c.States {
		out = append(out, orElse(stateNames[s], s.String()))
	}
	words := strings.Join(out, ", or ")
	switch {
	case c.Blank:
		words = "Left empty"
	case c.NotScored && words == "":
		words = "Free text, scored by a person"
	case c.NotScored:
		words = "For example: " + words
	}
	if c.Days > 0 {
		words += ", give or take " + counted(c.Days, "day", "days")
	}
	return words
}

// valueWords writes a value of the key: a choice by its label, a date in words.
func valueWords(q *form.Question, value string, env form.Env) string {
	if q.List == nil {
		if d, err := datatype.ParseISO(value); err == nil && q.Type == form.TypeDate {
			return d.Words()
		}
		return value
	}
	var out []string
	for _, name := range strings.Fields(value) {
		label := name
		if c := q.List.Choice(name); c != nil {
			label = c.Label.Render(env)
		}
		out = append(out, label)
	}
	return strings.Join(out, ", ")
}

// uses names the rounds that a scenario is in, and its tasks.
func (p *scenarios) uses(s *study.Scenario) fyne.CanvasObject {
	list := widgets.NewStack(theme.Space2, widgets.NewHeading(p.id+"/uses", "Tasks, and the rounds that use it", 2))
	for n, t := range s.Tasks {
		list.Add(widgets.NewText(fmt.Sprintf("%s/task-%d", p.id, n+1), "", theme.Body).SetRuns(widgets.Run{Words: t.Title, Bold: true},
			widgets.Run{Words: fmt.Sprintf(", about %d minutes. It is completed when %s right", t.Minutes, counted(len(t.Success), "critical answer is", "critical answers are"))}))
	}
	none := true
	for _, e := range p.room.desk.Shelf().Entries {
		if e.Study == nil {
			continue
		}
		for i, r := range e.Study.Rounds {
			if slices.Contains(r.Scenarios, s.ID) {
				none = false
				list.Add(widgets.NewText(fmt.Sprintf("%s/use-%s-%d", p.id, e.ID, i), e.Study.Title+", "+orElse(r.Title, r.ID), theme.BodyDense))
			}
		}
	}
	if none {
		list.Add(widgets.NewText(p.id+"/no-use", "No round uses it.", theme.BodyDense).SetToken(theme.Muted))
	}
	return widgets.NewCard(list)
}

// try shows the scenario as a participant sees it, with the newest forms.
func (p *scenarios) try() {
	r, id := p.room, p.shown.ID
	r.try(r.desk.StudyTitle(), func(j session.Journal) (*session.Session, error) { return r.desk.TryScenario(id, j) }, func(err error) {
		p.said.SetWords(sentence(err.Error()))
		p.said.Show()
		r.host.Announce(p.said.Words(), a11y.LiveAssertive)
	}, func() { r.host.Show(newScenario(r, id)) })
}
