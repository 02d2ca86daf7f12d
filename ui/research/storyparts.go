package research

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

func setToday(d *study.Draft, day datatype.Date) { d.Today = day }

// oneLine makes words of several lines one.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

// task is what can be changed of a task, and the words that its forms take from the
// story with the first one.
func (p *storyPage) task(i int) fyne.CanvasObject {
	t := p.draft.Tasks[i]
	path, name := fmt.Sprintf("tasks/%d", i), "The task"
	if len(p.draft.Tasks) > 1 {
		name = fmt.Sprintf("Task %d of %d", i+1, len(p.draft.Tasks))
	}
	minutes := widgets.NewNumberBox(p.id+"/in/"+path+"/minutes", "How long does it take?")
	minutes.SetUnit("minutes")
	if t.Minutes > 0 {
		minutes.SetValue(plainNumber(t.Minutes))
	}
	ask := p.add(path+"/minutes", "How long does it take?", "As people are told before they begin", minutes)
	minutes.OnCommit = func(raw string) {
		f := p.fields[path+"/minutes"]
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if strings.TrimSpace(raw) == "" {
			n, err = 0, nil
		}
		if err != nil || n < 0 || n > 600 {
			p.refuse(f, "The minutes must be a whole number up to 600")
			return
		}
		f.wrong = ""
		ask.SetError("")
		p.change(func(d *study.Draft) { d.Tasks[i].Minutes = n })
	}
	parts := []fyne.CanvasObject{
		p.line(path+"/title", "What is the task called?", "People see it on the card of the task", t.Title, 50, func(d *study.Draft, w string) { d.Tasks[i].Title = w }),
		ask,
	}
	if i == 0 {
		for n, w := range p.draft.Words {
			parts = append(parts, p.word(n, w))
		}
	}
	return p.panel(path, name, parts...)
}

// word is one word that stands in the forms' questions.
func (p *storyPage) word(n int, w study.DraftWord) fyne.CanvasObject {
	ask, hint := "What do the forms call “"+strings.ReplaceAll(w.Name, "_", " ")+"”?", "Questions have these words in them"
	if w.Name == "child_name" {
		ask, hint = "What do the forms call the child?", "Questions have this name in them"
	}
	return p.line("words/"+w.Name, ask, hint, w.Words, 30, func(d *study.Draft, words string) { d.Words[n].Words = words })
}

// factHint says how a fact is marked.
const factHint = "Mark a fact with its number in square brackets: The school rang on [3: Tuesday 7 October]. Facts are numbered from 1 without gaps; one may stand in several places. The answer key names them"

// paragraphs asks for the story, a box for each paragraph.
func (p *storyPage) paragraphs() fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.NewMeasure(widgets.NewText(p.id+"/vignette/words", factHint+".", theme.Body))}
	for i := range p.draft.Paragraphs {
		parts = append(parts, p.paragraph(i))
	}
	add := p.act("vignette/add", "Add a paragraph", widgets.Secondary, "plus", func() {
		p.change(func(d *study.Draft) { d.Paragraphs = append(d.Paragraphs, "") })
		p.again(fmt.Sprintf("vignette/%d", len(p.draft.Paragraphs)-1))
	})
	p.fields["vignette"] = &field{focus: add.TakeFocus}
	count := p.act("vignette/number", "Number the facts anew", widgets.Secondary, "list", p.renumber)
	count.SetDescription("From 1, in the order of the story. The answer key follows")
	return p.panel("vignette", "The story", append(parts, widgets.NewRow(theme.Space3, add, count))...)
}

// renumber numbers the facts in the order of the story.
func (p *storyPage) renumber() {
	p.room.host.Root().Commit()
	if p.draft.InOrder() {
		p.room.host.Announce("The facts are in order already", a11y.LivePolite)
		return
	}
	n := 0
	p.change(func(d *study.Draft) { n = d.Renumber() })
	p.again("vignette/0")
	p.room.host.Announce("The facts are numbered 1 to "+number(n)+", and the key follows", a11y.LivePolite)
}

func (p *storyPage) paragraph(i int) fyne.CanvasObject {
	path, name := fmt.Sprintf("vignette/%d", i), fmt.Sprintf("Paragraph %d", i+1)
	box := widgets.NewLongText(p.id+"/in/"+path, name)
	box.SetLines(3, 14)
	box.SetValue(p.draft.Paragraphs[i])
	ask := p.add(path, name, "", box)
	box.SetHint("A fact is marked [3: like this]")
	box.OnCommit = func(raw string) {
		words := oneLine(raw)
		box.SetValue(words)
		p.change(func(d *study.Draft) { d.Paragraphs[i] = words })
	}
	remove := p.act(path+"/remove", "Remove", widgets.Secondary, "bin", func() {
		p.remove(name, "Its facts are taken out of the story. Answers of the key that rest on them stay. Then number the facts anew.", func(d *study.Draft) { d.Paragraphs = slices.Delete(d.Paragraphs, i, i+1) })
	}).SetCompact().SetAnnounced("Remove " + name)
	return widgets.NewStack(theme.Space2, ask, widgets.NewRow(0, remove))
}

// person is a line of the people box.
func (p *storyPage) person(i int) fyne.CanvasObject {
	one := p.draft.People[i]
	path, which := fmt.Sprintf("people/%d", i), fmt.Sprintf("Person %d of %d", i+1, len(p.draft.People))
	remove := p.act(path+"/remove", "Remove", widgets.Secondary, "bin", func() {
		p.remove("“"+orElse(one.Name, which)+"”", "They no longer stand beside the story. The story and the key stay.", func(d *study.Draft) { d.People = slices.Delete(d.People, i, i+1) })
	}).SetCompact().SetAnnounced("Remove " + orElse(one.Name, which))
	return p.panel(path, which,
		p.line(path+"/name", "Name", "As people see it beside the story", one.Name, 30, func(d *study.Draft, w string) { d.People[i].Name = w }),
		p.line(path+"/line", "Who they are", "For example: mum, 34", one.Line, 40, func(d *study.Draft, w string) { d.People[i].Line = w }),
		widgets.NewRow(0, remove))
}

// remove asks, and then takes something out of the draft.
func (p *storyPage) remove(what, words string, do func(d *study.Draft)) {
	widgets.NewDialog(p.id+"/remove", "Remove "+what+"?", words).SetMain("Remove it", func() {
		p.change(do)
		p.showTab(p.tab)
		p.tabs.TakeFocus()
		p.room.host.Announce(what+" is removed", a11y.LivePolite)
	}).SetSafe("Keep it", nil).Open(p.room.host.Root())
}
