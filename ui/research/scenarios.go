package research

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// scenarios shows a made-up family: its story with numbered facts beside the right
// answers that rest on them. Those of the researcher's own can be changed, and any can
// be copied.
type scenarios struct {
	*frame
	at     *study.Story
	shown  *study.Scenario
	choose *widgets.Select
	making *widgets.Stack // the form for a copy, when it is open
	ask    *widgets.Question
	title  *widgets.TextBox
	state  *widgets.Stack
	said   *widgets.Text
	all    *widgets.Stack
	copyIt *widgets.Button
	edit   *widgets.Button
	makeIt *widgets.Button // of the form
	tryIt  *widgets.Button
	key    *widgets.Table
	rows   []keyRow
	facts  []int // of the answer that is looked at
	told   []*widgets.Text
	busy   bool
}

func newScenarios(r *room) *scenarios { return newScenario(r, "") }

// newScenario opens the page at a scenario; "" is the first.
func newScenario(r *room, id string) *scenarios {
	p := &scenarios{frame: newFrame(r, pageScenarios, "Scenarios")}
	p.where.SetWords("Stories and answer keys")
	options := p.options()
	if len(options) == 0 {
		p.body.SetChildren(p.blank("note", "There are no scenarios. They are files in the folder scenarios of the data folder."))
		return p
	}
	if r.desk.Shelf().Story(id) == nil {
		id = options[0].Value
	}
	p.choose = widgets.NewSelect(p.id+"/choose", "Scenario", options)
	p.choose.SetValue(id)
	p.choose.OnCommit = func(v string) {
		p.closeForm()
		p.turnTo(v)
		r.host.Announce(p.at.Title(), a11y.LivePolite)
	}
	p.tryIt = p.act("try", "Try it as a participant", widgets.Main, "play", p.try)
	p.edit = p.act("edit", "Change this scenario", widgets.Secondary, "edit", p.change)
	p.copyIt = p.act("copy", "Copy this scenario", widgets.Secondary, "plus", p.begin).SetExpanded(false)
	p.setActions(p.copyIt, p.edit, p.tryIt)
	p.said = widgets.NewText(p.id+"/said", "", theme.Body).SetToken(theme.Error)
	p.said.Hide()
	p.making = widgets.NewStack(0)
	p.making.Hide()
	p.state = widgets.NewStack(theme.Space2)
	p.all = widgets.NewStack(theme.Space4)
	p.onSize = func(widgets.Class) {
		if p.at != nil {
			p.turnTo(p.at.ID)
		}
	}
	p.body.SetChildren(p.making, widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/choose-name", "Scenario", theme.Body.AsBold()), p.choose), p.state, p.said, p.all)
	p.turnTo(id)
	return p
}

// options are the scenarios to choose from.
func (p *scenarios) options() (out []widgets.Option) {
	shelf := p.room.desk.Shelf()
	for i := range shelf.Stories {
		st := &shelf.Stories[i]
		words := st.Title()
		if len(st.Faults) > 0 {
			words += " (not finished)"
		}
		out = append(out, widgets.Option{Value: st.ID, Words: words})
	}
	return out
}

// turnTo shows a scenario of the shelf, and what can be done with it.
func (p *scenarios) turnTo(id string) {
	p.at = p.room.desk.Shelf().Story(id)
	p.said.Hide()
	setShown(p.tryIt, len(p.at.Faults) == 0)
	setShown(p.copyIt, p.at.Scenario != nil)
	p.say(false, "")
	if p.at.Scenario == nil {
		p.shown = nil
		p.all.SetChildren(widgets.NewMeasure(widgets.NewText(p.id+"/broken", "The file "+p.at.File+" cannot be read. "+sentence(p.at.Faults[0].Words)+" Put it right with a text editor, or take it out of the folder.", theme.Body)))
		return
	}
	p.show(p.at.Scenario)
	if !p.at.Own {
		p.say(false, "It comes with the program, so it stays as it is. Copy it, and change the copy.")
		return
	}
	people := 0
	start(p.room.host, func(job *work) (err error) {
		people, err = p.room.desk.StoryUsed(job.ctx, id)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		switch {
		case p.at.ID != id:
		case err != nil:
			p.say(false, "It could not be read whether people have used it, so it stays as it is.")
		case people > 0:
			p.say(false, counted(people, "person has", "people have")+" taken part with it, so it stays as it is: their results could not be compared any more. Copy it, and change the copy.")
		default:
			p.say(true, "It is yours: "+p.at.File+" in the data folder.")
		}
	})
}

// say tells how far the scenario is, and why it can be changed or not.
func (p *scenarios) say(own bool, words string) {
	setShown(p.edit, own)
	var parts []fyne.CanvasObject
	if n := len(p.at.Faults); n > 0 {
		parts = append(parts, widgets.NewRow(0, widgets.NewTag(p.id+"/state", widgets.TagCheck, "Not finished: "+counted(n, "thing", "things")+" to put right")))
	}
	if words != "" {
		parts = append(parts, widgets.NewMeasure(widgets.NewText(p.id+"/whose", words, theme.BodyDense).SetToken(theme.Muted)))
	}
	p.state.SetChildren(parts...)
}

// change opens the page where the scenario is changed.
func (p *scenarios) change() {
	p.room.openStory(p.at.ID, p.failed)
}

func (p *scenarios) failed(err error) {
	p.said.SetWords(sentence(err.Error()))
	p.said.Show()
	p.room.host.Announce(p.said.Words(), a11y.LiveAssertive)
}

// begin opens the form for a copy, or closes it.
func (p *scenarios) begin() {
	if p.busy {
		return
	}
	if !p.making.Hidden {
		p.closeForm()
		p.copyIt.TakeFocus()
		return
	}
	id := p.id + "/make"
	p.title = widgets.NewTextBox(id+"/title", "What is the copy called?")
	p.title.SetLetters(40)
	p.title.SetValue("Copy of " + p.at.Title())
	p.ask = widgets.NewQuestion(id+"/ask", "What is the copy called?", p.title)
	p.ask.SetHint("People who take part see it at the top of the story")
	p.makeIt = p.act("make/go", "Make the copy", widgets.Main, "check", p.finish)
	p.making.SetChildren(widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space5,
		widgets.NewHeading(id+"/heading", "Copy of "+p.at.Title(), 2), p.ask,
		widgets.NewText(id+"/hint", "The copy has the same story and answer key. It is a file of yours, and no round uses it yet.", theme.BodyDense).SetToken(theme.Muted),
		widgets.NewRow(theme.Space3, p.makeIt,
			p.act("make/cancel", "Cancel", widgets.Secondary, "close", func() { p.closeForm(); p.copyIt.TakeFocus() }))))).SetMax(760))
	p.making.Show()
	p.copyIt.SetExpanded(true)
	p.tryIt.SetKind(widgets.Secondary)
	p.page.ScrollTo(0)
	p.title.TakeFocus()
}

func (p *scenarios) closeForm() {
	if p.busy {
		return // it is being made by now
	}
	p.making.SetChildren()
	p.making.Hide()
	p.copyIt.SetExpanded(false)
	p.tryIt.SetKind(widgets.Main)
}

// finish makes the copy and opens it.
func (p *scenarios) finish() {
	if p.busy {
		return
	}
	p.room.host.Root().Commit()
	title, from := strings.TrimSpace(p.title.Value()), p.at.ID
	if title == "" {
		p.ask.SetError("Enter the title of the copy")
		p.title.TakeFocus()
		return
	}
	p.busy = true
	p.makeIt.SetBusy("Making…")
	id := ""
	p.run(func(*work) (err error) {
		id, err = p.room.desk.CopyStory(from, title)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.makeIt.SetBusy("")
		switch {
		case err != nil:
			p.ask.SetError(capital(err.Error()))
			p.title.TakeFocus()
			if !p.here() {
				p.tell(false, "“"+title+"” is not made. "+sentence(err.Error()))
			}
		case p.here():
			p.room.openStory(id, p.failed)
		default:
			p.closeForm()
			p.room.shelved()
			p.tell(true, "“"+title+"” is made")
		}
	})
}

// again shows the scenario as it is on the shelf now.
func (p *scenarios) again() {
	if p.at == nil {
		return
	}
	p.choose.SetOptions(p.options())
	p.choose.SetValue(p.at.ID)
	p.turnTo(p.at.ID)
}

// Arrive puts the focus on the title, and listens for scenarios that are still being
// saved.
func (p *scenarios) Arrive() {
	p.room.restocked = p.again
	p.frame.Arrive()
}

// Command closes the form.
func (p *scenarios) Command(id shortcut.ID) bool {
	open := p.making != nil && !p.making.Hidden
	switch {
	case id == shortcut.Escape && open && !p.opened:
		p.closeForm()
		p.copyIt.TakeFocus()
	case id == shortcut.Continue && open:
		p.finish()
	default:
		return p.frame.Command(id)
	}
	return true
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
	p.mark()
	if len(s.People) > 0 {
		parts = append(parts, widgets.NewHeading(id+"/people", "People", 3))
		for n, person := range s.People {
			parts = append(parts, widgets.NewText(fmt.Sprintf("%s/person-%d", id, n+1), "", theme.BodyDense).SetRuns(widgets.Run{Words: person.Name, Bold: true}, widgets.Run{Words: ", " + person.Line}))
		}
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, parts...))
}

// mark writes the story with its facts marked, those of the answer that is looked at
// otherwise than the rest.
func (p *scenarios) mark() {
	for n, paragraph := range p.shown.Vignette {
		p.told[n].SetRuns(factRuns(paragraph.Runs, p.facts)...)
	}
}

// factRuns are words of a story with their facts marked and numbered, some of them
// otherwise than the rest.
func factRuns(of []study.Run, current []int) (runs []widgets.Run) {
	for _, run := range of {
		if run.Fact == 0 {
			runs = append(runs, widgets.Run{Words: run.Text})
			continue
		}
		mark := widgets.FactMark
		if slices.Contains(current, run.Fact) {
			mark = widgets.CurrentFact
		}
		runs = append(runs, widgets.Run{Words: run.Text, Bold: true, Mark: mark}, widgets.Run{Words: fmt.Sprintf("\u00a0(%d)", run.Fact), Mark: widgets.FactNumber})
	}
	return runs
}

// look shows the facts that an answer rests on, and says them.
func (p *scenarios) look(row int) {
	if row < 0 || row >= len(p.rows) {
		return
	}
	p.facts = p.rows[row].rests
	p.mark()
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
	r, id := p.room, p.at.ID
	r.try(r.desk.StudyTitle(), func(j session.Journal) (*session.Session, error) { return r.desk.TryScenario(id, j) }, p.failed, func() { r.scenario(id) })
}
