package research

import (
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// studies is the list of studies: which there are, which is in use, and where a new
// one begins.
type studies struct {
	*frame
	list   *widgets.Stack
	making *widgets.Stack
	make   *widgets.Button
	finish *widgets.Button // of the form
	name   *widgets.TextBox
	ask    *widgets.Question
	from   *widgets.Select
	said   *widgets.Text
	copies bool // what is being made is a copy, of the study in from
	busy   bool
}

func newStudies(r *room) *studies {
	p := &studies{frame: newFrame(r, pageStudies, "Studies")}
	p.where.SetWords("What people take part in")
	p.make = p.act("new", "New study", widgets.Main, "plus", func() { p.begin("") }).SetExpanded(false)
	p.setActions(p.make)
	p.list = widgets.NewStack(theme.Space4)
	p.making = widgets.NewStack(0)
	p.making.Hide()
	p.said = widgets.NewText(p.id+"/said", "", theme.Body).SetToken(theme.Error)
	p.said.Hide()
	p.body.SetChildren(p.making, p.said, p.list)
	return p
}

// show makes the list anew.
func (p *studies) show() {
	shelf, now := p.room.desk.Shelf(), p.room.desk.Study()
	var cards []fyne.CanvasObject
	own := false
	for i := range shelf.Entries {
		e := &shelf.Entries[i]
		own = own || e.Own
		cards = append(cards, p.card(e, e.ID == now.ID && e.Sound()))
	}
	if !own {
		cards = append(cards, widgets.NewMeasure(widgets.NewText(p.id+"/none", "You have no study of your own yet. Choose New study, or copy one of these.", theme.Body)))
	}
	p.list.SetChildren(cards...)
}

// card is one study with what can be done with it.
func (p *studies) card(e *study.Entry, inUse bool) fyne.CanvasObject {
	id, title := p.id+"/"+e.ID, e.ID
	if e.Study != nil && e.Study.Title != "" {
		title = e.Study.Title
	}
	var tags []fyne.CanvasObject
	if inUse {
		tags = append(tags, widgets.NewTag(id+"/in-use", widgets.TagOK, "In use on this computer"))
	}
	if e.Sound() {
		tags = append(tags, widgets.NewTag(id+"/state", widgets.TagDone, "Ready"))
	} else {
		tags = append(tags, widgets.NewTag(id+"/state", widgets.TagCheck, "Not finished: "+counted(len(e.Faults), "thing", "things")+" to put right"))
	}
	if !e.Own {
		tags = append(tags, widgets.NewTag(id+"/ships", widgets.TagInfo, "Comes with the program"))
	}
	parts := []fyne.CanvasObject{widgets.NewHeading(id+"/title", title, 2).SetStyle(theme.Title3), widgets.NewRow(theme.Space2, tags...)}
	if e.Study == nil {
		parts = append(parts, widgets.NewMeasure(widgets.NewText(id+"/broken", "The file "+e.File+" cannot be read. "+faultWords(e)+" Put it right with a text editor, or take it out of the folder.", theme.BodyDense)))
		return widgets.NewCard(widgets.NewStack(theme.Space3, parts...))
	}
	parts = append(parts, widgets.NewText(id+"/line", studyLine(e.Study), theme.BodyDense).SetToken(theme.Muted))
	buttons := []fyne.CanvasObject{p.of(id+"/open", "Set up", "edit", title, func() { p.room.setUp(e.ID) })}
	if e.Sound() && !inUse {
		buttons = append(buttons, p.of(id+"/use", "Use on this computer", "check", title, func() { p.use(e.ID, title) }))
	}
	buttons = append(buttons, p.of(id+"/copy", "Copy", "plus", title, func() { p.begin(e.ID) }))
	if e.Own {
		buttons = append(buttons, p.of(id+"/remove", "Remove", "bin", title, func() { p.askRemove(e.ID, title) }))
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, append(parts, widgets.NewRow(theme.Space3, buttons...))...))
}

// of is a button of one study; its full name says which.
func (p *studies) of(id, name, icon, title string, press func()) *widgets.Button {
	return widgets.NewButton(id, name, widgets.Secondary, press).SetIcon(icon).SetCompact().SetAnnounced(name + ": " + title)
}

func faultWords(e *study.Entry) string {
	if len(e.Faults) == 0 {
		return ""
	}
	return sentence(e.Faults[0].Words)
}

// studyLine is what there is to a study, in a line.
func studyLine(s *study.Study) string {
	open := 0
	for _, r := range s.Rounds {
		if r.Open {
			open++
		}
	}
	words := []string{counted(len(s.Rounds), "round", "rounds") + ", " + number(open) + " open", counted(len(s.Codes)-len(s.Void), "code", "codes")}
	if !s.Retention.IsZero() {
		words = append(words, "kept until "+s.Retention.Words())
	}
	return strings.Join(words, " · ")
}

// begin opens the form for a new study, or for a copy of one.
func (p *studies) begin(copyOf string) {
	if p.busy {
		return
	}
	if copyOf == "" && !p.making.Hidden {
		p.closeForm()
		return
	}
	p.copies = copyOf != ""
	shelf := p.room.desk.Shelf()
	var options []widgets.Option
	title := ""
	for _, e := range shelf.Entries {
		if e.Study != nil {
			options = append(options, widgets.Option{Value: e.ID, Words: e.Study.Title})
		}
		if e.ID == copyOf {
			title = e.Study.Title
		}
	}
	id := p.id + "/make"
	p.name = widgets.NewTextBox(id+"/name", "What is the new study called?")
	p.name.SetLetters(40)
	p.ask = widgets.NewQuestion(id+"/ask", "What is the new study called?", p.name)
	p.ask.SetHint("People who take part see this name")
	p.from = widgets.NewSelect(id+"/from", "Which study is most like it?", options)
	heading, name := "New study", "Make the study"
	parts := []fyne.CanvasObject{p.ask}
	if p.copies {
		heading, name = "Copy of "+title, "Make the copy"
		p.from.SetValue(copyOf)
		p.name.SetValue("Copy of " + title)
		parts = append(parts, widgets.NewText(id+"/hint", "The copy has the same forms, stories and consent. Its rounds are closed, and it has no codes.", theme.BodyDense).SetToken(theme.Muted))
	} else {
		from := widgets.NewQuestion(id+"/from-ask", "Which study is most like it?", p.from)
		from.SetHint("Its forms, stories and consent wording are the beginning. You can change all of it")
		if len(options) > 0 {
			p.from.SetValue(p.template(options[0].Value))
		}
		parts = append(parts, from)
	}
	head := widgets.NewHeading(id+"/title", heading, 2)
	p.finish = p.act("make/go", name, widgets.Main, "check", p.makeIt)
	parts = append([]fyne.CanvasObject{head}, append(parts, widgets.NewRow(theme.Space3, p.finish, p.act("make/cancel", "Cancel", widgets.Secondary, "close", p.closeForm)))...)
	p.making.SetChildren(widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space5, parts...))).SetMax(760))
	p.making.Show()
	p.make.SetExpanded(!p.copies)
	p.make.SetKind(widgets.Secondary)
	p.page.ScrollTo(0)
	p.name.TakeFocus()
}

// template is the first study that comes with the program, which is written to be
// begun from.
func (p *studies) template(other string) string {
	for _, e := range p.room.desk.Shelf().Entries {
		if !e.Own && e.Study != nil {
			return e.ID
		}
	}
	return other
}

func (p *studies) closeForm() {
	if p.busy {
		return // it is being made by now
	}
	p.making.SetChildren()
	p.making.Hide()
	p.make.SetExpanded(false)
	p.make.SetKind(widgets.Main)
	p.make.TakeFocus()
}

// makeIt makes the study and opens it.
func (p *studies) makeIt() {
	if p.busy {
		return
	}
	p.room.host.Root().Commit()
	name, from, copied := strings.TrimSpace(p.name.Value()), p.from.Value(), p.copies
	if name == "" {
		p.ask.SetError("Enter the name of the study")
		p.name.TakeFocus()
		return
	}
	p.busy = true
	p.finish.SetBusy("Making…")
	id := ""
	p.run(func(*work) (err error) {
		id, err = p.room.desk.NewStudy(from, name, copied)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.finish.SetBusy("")
		switch {
		case err != nil:
			p.ask.SetError(capital(err.Error()))
			p.name.TakeFocus()
			if !p.here() {
				p.tell(false, "“"+name+"” is not made. "+sentence(err.Error()))
			}
		case p.here():
			p.room.setUp(id)
		default:
			p.room.shelved()
			p.tell(true, "“"+name+"” is made. It is not set up yet")
		}
	})
}

// use opens a study on this computer.
func (p *studies) use(id, title string) {
	p.change(func() error { return p.room.desk.Use(id) }, "“"+title+"” is in use on this computer", p.room.turned)
}

func (p *studies) askRemove(id, title string) {
	if p.busy {
		return
	}
	widgets.NewDialog(p.id+"/remove-asks", "Remove “"+title+"”?", "Its codes stop working. What people left in it stays in the records, and its file is put aside in the folder of studies.").
		SetMain("Remove the study", func() {
			p.change(func() error { return p.room.desk.RemoveStudy(id) }, "“"+title+"” is removed", p.room.outdated)
		}).SetSafe("Keep it", nil).Open(p.room.host.Root())
}

// change does something to a study beside the window and shows the list again.
func (p *studies) change(do func() error, done string, then func()) {
	if p.busy {
		return
	}
	p.busy = true
	p.run(func(*work) error { return do() }, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		words := done
		p.said.Hide()
		if err != nil {
			words = sentence(err.Error())
			p.said.SetWords(words)
			p.said.Show()
		} else {
			then()
		}
		p.show()
		p.room.shelved()
		p.heading.TakeFocus()
		p.tell(err == nil, words)
	})
}

// Arrive puts the focus on the title, and listens for studies that are still being
// saved.
func (p *studies) Arrive() {
	p.show()
	p.room.restocked = p.show
	p.frame.Arrive()
}

// Command closes the form.
func (p *studies) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Escape && !p.making.Hidden && !p.opened:
		p.closeForm()
	case id == shortcut.Continue && !p.making.Hidden:
		p.makeIt()
	default:
		return p.frame.Command(id)
	}
	return true
}
