package research

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// keyTable is the answer key while it is changed: a table, and under it the answer
// that is open.
type keyTable struct {
	page   *storyPage
	sets   []*form.Set
	cells  []study.KeyCell // as the table shows them
	table  *widgets.Table
	count  *widgets.Text
	found  *widgets.Stack // what lint finds in the key
	open   *widgets.Stack
	opened study.KeyRef
}

// keyTab is the story beside its answer key.
func (p *storyPage) keyTab() []fyne.CanvasObject {
	k := &keyTable{page: p, sets: p.draft.Sets(p.room.desk.Shelf().Library)}
	p.key = k
	k.table = widgets.NewTable(p.id+"/key", "The answer key", []widgets.Column{
		{ID: "question", Name: "Question", Wrap: true}, {ID: "answer", Name: "Right answer", Wrap: true}, {ID: "facts", Name: "Fact", Width: 90},
	})
	k.table.OnOpen = func(row, _ int) { k.show(row) }
	k.count = widgets.NewText(p.id+"/key-count", "", theme.BodyDense).SetToken(theme.Muted)
	k.open = widgets.NewStack(0)
	k.open.Hide()
	k.found = widgets.NewStack(theme.Space2)
	k.fill()
	key := widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/key-title", "The answer key", 2), k.count, k.table))
	return []fyne.CanvasObject{p.forms(), k.open, k.found, key, p.storyCard()}
}

// storyCard is the story as people read it, to look facts up.
func (p *storyPage) storyCard() fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.NewHeading(p.id+"/read", "The story with its facts", 2)}
	for n, words := range p.draft.Paragraphs {
		parts = append(parts, widgets.NewMeasure(widgets.NewText(fmt.Sprintf("%s/read/%d", p.id, n+1), "", theme.Body).SetRuns(factRuns(study.Runs(words), nil)...)))
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, parts...))
}

// fill shows the key as it is now.
func (k *keyTable) fill() {
	cells := slices.Clone(k.page.draft.Cells)
	k.cells = cells
	scored := 0
	for _, c := range cells {
		if !c.NotScored {
			scored++
		}
	}
	k.count.SetWords(counted(len(cells), "question has", "questions have") + " an answer; " + number(scored) + " of them count towards accuracy. Enter on a row opens it, to say which facts of the story it rests on.")
	k.table.SetShown(max(1, min(12, len(cells))))
	k.table.SetRows(len(cells), k.cell)
	k.tell()
}

// mostFound is as many findings as are listed at once.
const mostFound = 12

// tell lists what lint finds in the key, with links to the answers.
func (k *keyTable) tell() {
	p := k.page
	var of []study.Fault
	for _, f := range slices.Concat(p.faults, p.doubts) {
		if tabOfStory(f.Path) == tabKey || oneFact.MatchString(f.Words) {
			of = append(of, f)
		}
	}
	setShown(k.found, len(of) > 0)
	parts := []fyne.CanvasObject{widgets.NewHeading(p.id+"/found", "To look at in the key", 2)}
	for i, f := range of[:min(len(of), mostFound)] {
		parts = append(parts, widgets.NewRow(0, widgets.NewLink(fmt.Sprintf("%s/found/%d", p.id, i), fmt.Sprintf("%d. %s", i+1, strings.TrimPrefix(p.wordsOf(f), "Answer key: ")), func() { p.goTo(f.Path) })))
	}
	if n := len(of) - mostFound; n > 0 {
		parts = append(parts, widgets.NewText(p.id+"/found/more", "And "+number(n)+" more.", theme.BodyDense).SetToken(theme.Muted))
	}
	k.found.SetChildren(widgets.NewCard(widgets.NewStack(theme.Space2, parts...)))
}

func (k *keyTable) env() form.Env {
	words := map[string]string{}
	for _, w := range k.page.draft.Words {
		words[w.Name] = w.Words
	}
	return story{&study.Scenario{Words: words, Today: k.page.draft.Today}}
}

// name is whom a cell is about, and what it answers.
func (k *keyTable) name(c *study.KeyCell) string {
	about := capital(strings.ReplaceAll(c.Alias, "_", " "))
	if q := k.page.draft.Question(k.sets, c.KeyRef); q != nil {
		return about + ": " + labelOf(q, k.env())
	}
	return about + ": " + string(c.Question)
}

func (k *keyTable) answer(c *study.KeyCell) string {
	if q := k.page.draft.Question(k.sets, c.KeyRef); q != nil {
		return answerWords(q, c, k.env())
	}
	return strings.Join(c.Values, " or ")
}

func (k *keyTable) cell(row, col int) widgets.Cell {
	c := &k.cells[row]
	switch col {
	case 0:
		return widgets.Cell{Text: k.name(c), Bold: true, Link: true}
	case 1:
		return widgets.Cell{Text: k.answer(c)}
	}
	return widgets.Cell{Text: orElse(factList(c.Facts), "none")}
}

func factList(facts []int) string {
	var out []string
	for _, f := range facts {
		out = append(out, strconv.Itoa(f))
	}
	return strings.Join(out, ", ")
}

// show opens one answer, with the focus in it.
func (k *keyTable) show(row int) {
	p := k.page
	if row < 0 || row >= len(p.draft.Cells) {
		return
	}
	c := p.draft.Cells[row]
	k.opened = c.KeyRef
	path := k.path(c.KeyRef)
	for old := range p.fields {
		if strings.HasPrefix(old, "key/answers/") {
			delete(p.fields, old)
		}
	}
	facts := p.line(path, "Which facts of the story does it rest on?", "Their numbers, with commas between them, such as 3, 12. None for an answer that no fact decides", factList(c.Facts), 20, nil)
	box := facts.Field().(*widgets.TextBox)
	box.OnCommit = func(raw string) { k.setFacts(path, row, raw) }
	scored := widgets.NewSwitch(p.id+"/in/"+path+"/scored", "Counts towards accuracy", "Off for free text that a person scores")
	scored.SetOn(!c.NotScored)
	scored.OnCommit = func(on bool) {
		p.change(func(d *study.Draft) { d.Cells[row].NotScored = !on })
	}
	parts := []fyne.CanvasObject{
		widgets.NewMeasure(widgets.NewText(p.id+"/open/answer", "", theme.Body).SetRuns(widgets.Run{Words: "Right answer: "}, widgets.Run{Words: k.answer(&c), Bold: true})),
		facts,
	}
	if !c.Blank && (len(c.Values) > 0 || len(c.States) > 0) || c.NotScored {
		parts = append(parts, scored)
	}
	for i := range p.draft.Tasks {
		parts = append(parts, k.critical(i, c.KeyRef))
	}
	parts = append(parts, widgets.NewRow(theme.Space3, p.act("open/next", "Next answer", widgets.Secondary, "right", func() { k.next(row) }), p.act("open/close", "Close", widgets.Secondary, "close", func() { k.close(row) })))
	k.open.Show()
	k.open.SetChildren(p.panel("open", k.name(&c), parts...))
	p.mark()
	p.page.ScrollTo(0)
	facts.TakeFocus()
}

func (k *keyTable) path(ref study.KeyRef) string {
	return "key/answers/" + ref.Alias + "/" + string(ref.Question)
}

// setFacts takes over the numbers that were typed, if the story has them.
func (k *keyTable) setFacts(path string, row int, raw string) {
	p := k.page
	f := p.fields[path]
	var facts []int
	for _, word := range strings.FieldsFunc(raw, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		n, err := strconv.Atoi(word)
		if err != nil {
			p.refuse(f, "Facts are numbers with commas between them, such as 3, 12")
			return
		}
		if !slices.ContainsFunc(p.draft.Paragraphs, func(words string) bool { return slices.Contains(study.Facts(words), n) }) {
			p.refuse(f, fmt.Sprintf("There is no fact %d in the story", n))
			return
		}
		if !slices.Contains(facts, n) {
			facts = append(facts, n)
		}
	}
	f.wrong = ""
	f.ask.SetError("")
	p.change(func(d *study.Draft) { d.Cells[row].Facts = facts })
	k.fill()
}

// critical asks whether a task is only completed when the answer is right.
func (k *keyTable) critical(i int, ref study.KeyRef) fyne.CanvasObject {
	p := k.page
	t := p.draft.Tasks[i]
	name := "Critical: the task is completed only when it is right"
	if len(p.draft.Tasks) > 1 {
		name = "Critical for “" + t.Title + "”: completed only when it is right"
	}
	word := ref.Alias + "." + string(ref.Question)
	s := widgets.NewSwitch(fmt.Sprintf("%s/in/critical/%d", p.id, i), name, "")
	s.SetOn(slices.Contains(t.Success, word))
	s.OnCommit = func(on bool) {
		p.change(func(d *study.Draft) {
			all := slices.DeleteFunc(slices.Clone(d.Tasks[i].Success), func(w string) bool { return w == word })
			if on {
				all = append(all, word)
			}
			d.Tasks[i].Success = all
		})
	}
	return s
}

// next opens the answer after this one, or goes back to the table from the last.
func (k *keyTable) next(row int) {
	k.page.room.host.Root().Commit()
	if row+1 < len(k.page.draft.Cells) {
		k.show(row + 1)
		return
	}
	k.close(row)
}

// close folds the answer that is open; the focus goes back to its row.
func (k *keyTable) close(row int) {
	k.page.room.host.Root().Commit()
	k.opened = study.KeyRef{}
	for path := range k.page.fields {
		if strings.HasPrefix(path, "key/answers/") {
			delete(k.page.fields, path)
		}
	}
	k.open.SetChildren()
	k.open.Hide()
	k.table.SetFocused(row, 0)
	k.table.TakeFocus()
}

// goTo opens the answer that a part of the file is about.
func (k *keyTable) goTo(path string) bool {
	parts := strings.SplitN(path, "/", 4)
	if len(parts) == 4 && parts[0] == "key" && parts[1] == "answers" {
		for i, c := range k.page.draft.Cells {
			if c.Alias == parts[2] && (string(c.Question) == parts[3] || strings.HasPrefix(parts[3], string(c.Question)+"/")) {
				k.show(i)
				return true
			}
		}
	}
	k.table.TakeFocus()
	return true
}
