package research

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/research/found"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation"
	"recordwell/validation/findings"
)

// results is what a check found: a table of any length to sort and filter, each
// finding with its words when it is opened, and what was not checked.
type results struct {
	page    *checkPage
	check   *check
	book    *found.Book
	heading *widgets.Heading
	table   *widgets.Table
	count   *widgets.Text
	panel   *widgets.Stack
	query   found.Query
	view    []uint32
	row     int
	opened  bool
	content []fyne.CanvasObject
}

const (
	columnRule     = "rule"
	columnWhat     = "what"
	columnSeverity = "severity"
	columnChild    = "child"
	columnPlace    = "place"
)

var orders = map[string]found.Order{columnRule: found.ByRule, columnSeverity: found.BySeverity, columnChild: found.ByChild, columnPlace: found.ByPlace}

func newResults(p *checkPage) *results {
	c := p.check
	r := &results{page: p, check: c, book: c.book, panel: widgets.NewStack(0)}
	r.query.Says = c.says
	id := p.id
	r.heading = widgets.NewHeading(id+"/found", "What was found", 2)
	save := newSaving(p.frame, "return check", "Save what was found", "Where the findings are saved", c.save)
	again := p.act("another", "Check another return", widgets.Secondary, "repeat", func() {
		c.forget()
		p.heading.TakeFocus()
	})
	head := widgets.NewRow(theme.Space3, widgets.NewStack(theme.Space1, r.heading,
		widgets.NewText(id+"/outcome", c.outcome(), theme.Body),
		widgets.NewText(id+"/checked", c.done.Title()+": "+strings.Join(c.checked, ", "), theme.Small).SetToken(theme.Muted)))
	r.content = []fyne.CanvasObject{head, widgets.NewRow(theme.Space3, save.button, again), save.said}
	if r.book.Len() > 0 {
		r.table = r.newTable()
		r.count = widgets.NewText(id+"/shown", "", theme.Small).SetToken(theme.Muted)
		r.arrange()
		r.content = append(r.content, widgets.NewCard(widgets.NewStack(theme.Space4, r.filters(), r.count, r.table)), r.panel)
	}
	if o := r.notChecked(); o != nil {
		r.content = append(r.content, o)
	}
	if o := r.remarks(); o != nil {
		r.content = append(r.content, o)
	}
	r.content = append(r.content, save.card)
	return r
}

// rowsShown is how many findings the table is high.
const rowsShown = 10

func (r *results) newTable() *widgets.Table {
	place := float32(190)
	if r.page.class != widgets.Wide { // what is wrong needs the room
		place = 150
	}
	t := widgets.NewTable(r.page.id+"/table", "Findings", []widgets.Column{
		{ID: columnRule, Name: "Rule", Width: 90, Sortable: true},
		{ID: columnSeverity, Name: "What it is", Width: 130, Sortable: true},
		{ID: columnWhat, Name: "What is wrong", Wrap: true},
		{ID: columnChild, Name: "Child", Width: 140, Sortable: true},
		{ID: columnPlace, Name: "Place in the return", Width: place, Sortable: true, Wrap: true},
	})
	t.SetShown(rowsShown)
	t.OnSort = func(column string, descending bool) {
		r.query.Order, r.query.Descending = orders[column], descending
		r.arrange()
	}
	t.OnOpen = func(row, _ int) { r.open(row) }
	return t
}

func (r *results) filters() fyne.CanvasObject {
	id := r.page.id
	rules := []widgets.Option{{Value: "", Words: "All rules"}}
	for _, b := range r.book.Rules() {
		rules = append(rules, widgets.Option{Value: b.Code, Words: fmt.Sprintf("%s (%s)", b.Code, number(b.Count))})
	}
	rule := widgets.NewSelect(id+"/by-rule", "Rule", rules)
	rule.OnCommit = func(v string) { r.query.Rule = v; r.filtered() }
	severity := widgets.NewSelect(id+"/by-severity", "What it is", []widgets.Option{
		{Value: "", Words: "Everything"},
		{Value: "error", Words: "Errors only"},
		{Value: "query", Words: "To check only"},
	})
	severity.OnCommit = func(v string) {
		r.query.Severity = map[string]validation.Severity{"error": validation.Error, "query": validation.Query}[v]
		r.filtered()
	}
	child := widgets.NewTextBox(id+"/by-child", "Child")
	child.SetLetters(10)
	child.OnChange = func(raw string) { r.query.Child = raw; r.arrange() }
	child.OnCommit = func(string) { r.filtered() }
	words := widgets.NewTextBox(id+"/by-words", "Words or a value")
	words.SetLetters(14)
	words.SetIcon("search")
	words.OnChange = func(raw string) { r.query.Words = raw; r.arrange() }
	words.OnCommit = func(string) { r.filtered() }
	field := func(name, words string, o fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewStack(theme.Space1, widgets.NewText(id+"/"+name, words, theme.Small.AsBold()), o)
	}
	return widgets.NewGroup(id+"/filters", "Which findings are shown", widgets.NewRow(theme.Space4, field("by-rule-name", "Rule", rule),
		field("by-severity-name", "What it is", severity), field("by-child-name", "Child", child), field("by-words-name", "Words or a value", words)))
}

// filtered shows what is wanted, and says how many those are.
func (r *results) filtered() {
	r.arrange()
	r.page.room.host.Announce(counted(len(r.view), "finding", "findings")+" shown", a11y.LivePolite)
}

// arrange asks the book again and shows its rows.
func (r *results) arrange() {
	r.view = r.book.View(r.query)
	column := ""
	for c, o := range orders {
		if o == r.query.Order && o != found.ByPlace {
			column = c
		}
	}
	r.table.SetSorted(column, r.query.Descending)
	words := "All " + counted(len(r.view), "finding", "findings")
	if len(r.view) < r.book.Len() {
		words = number(len(r.view)) + " of " + counted(r.book.Len(), "finding", "findings")
	}
	r.count.SetWords(words + ". Enter on a finding opens its words; Enter on a head sorts")
	r.table.SetRows(len(r.view), r.cell)
}

func (r *results) cell(row, col int) widgets.Cell {
	n := int(r.view[row])
	code := r.book.Rule(n)
	switch col {
	case 0:
		return widgets.Cell{Text: code, Bold: true, Link: true, Says: findings.SeverityName(r.book.Severity(n)) + ": " + r.check.infos[code].Title}
	case 1:
		if r.book.Severity(n) == validation.Error {
			return widgets.Cell{Text: findings.SeverityName(validation.Error), Icon: "error", Token: theme.Error}
		}
		return widgets.Cell{Text: findings.SeverityName(r.book.Severity(n)), Icon: "query", Token: theme.Check}
	case 2:
		return widgets.Cell{Text: r.check.infos[code].Title}
	case 3:
		if child := r.book.Child(n); child != "" {
			return widgets.Cell{Text: child}
		}
		return widgets.Cell{Text: "The whole return", Token: theme.Muted}
	}
	i := r.book.Issue(n)
	if len(i.Places) == 0 {
		return widgets.Cell{Text: "–", Token: theme.Muted}
	}
	return widgets.Cell{Text: placeWords(i.Places[0]), Token: theme.Muted}
}

func placeWords(p validation.Place) string {
	return fmt.Sprintf("%s, row %s", p.Table, number(p.Row+1))
}

// open shows the words of a finding below the table.
func (r *results) open(row int) {
	if row < 0 || row >= len(r.view) {
		return
	}
	r.row, r.opened = row, true
	i := r.book.Issue(int(r.view[row]))
	info := r.check.infos[i.Rule]
	what, do := findings.Words(info, i)
	id := r.page.id + "/finding"
	title := widgets.NewHeading(id, info.Title, 2)
	icon, ink := "error", theme.Error
	if i.Severity != validation.Error {
		icon, ink = "query", theme.Check
	}
	about := "The whole return"
	if i.Child != "" {
		about = "Child " + i.Child
	}
	kind := findings.SeverityName(i.Severity) + ". " + about
	said := kind + ". " + what // Tab passes by what stands below
	if do != "" {
		said += " What to do: " + do
	}
	title.SetDescription(said)
	head := widgets.NewRow(theme.Space3, widgets.NewIcon(icon, ink, 28), widgets.NewStack(theme.Space1,
		widgets.NewText(id+"/about", kind, theme.Small).SetToken(theme.Muted), title))
	head.SetEnd(r.page.act("finding-close", "Close", widgets.Secondary, "close", r.close))
	stack := widgets.NewStack(theme.Space3, head, widgets.NewMeasure(widgets.NewText(id+"/what", what, theme.Body)))
	if do != "" {
		stack.Add(widgets.NewMeasure(widgets.NewText(id+"/do", "", theme.Body).SetRuns(widgets.Run{Words: "What to do: ", Bold: true}, widgets.Run{Words: do})))
	}
	if len(i.Places) > 0 {
		stack.Add(placesTable(id+"/places", i.Places))
	}
	stack.Add(widgets.NewText(id+"/rule", "Rule "+i.Rule+". The Department’s own words: "+sentence(info.Official), theme.Small).SetToken(theme.Muted))
	r.panel.SetChildren(widgets.NewCard(stack))
	title.TakeFocus()
	r.page.uncover(r.panel)
}

func placesTable(id string, places []validation.Place) fyne.CanvasObject {
	t := widgets.NewTable(id, "Where it is", []widgets.Column{
		{ID: "table", Name: "Table", Width: 200, Wrap: true}, {ID: "field", Name: "Field", Width: 220, Wrap: true},
		{ID: "row", Name: "Row", Width: 76, Numeric: true}, {ID: "value", Name: "What stands there", Wrap: true},
	})
	t.SetShown(max(1, min(12, len(places))))
	t.SetRows(len(places), func(row, col int) widgets.Cell {
		p := places[row]
		value := p.Value
		if value == "" {
			value = "Blank"
		}
		return [...]widgets.Cell{{Text: p.Table, Bold: true}, {Text: p.Field}, {Text: number(p.Row + 1)}, {Text: value}}[col]
	})
	return t
}

// close goes back to the same row of the table.
func (r *results) close() {
	r.opened = false
	r.panel.SetChildren()
	r.table.TakeFocus()
	r.table.SetFocused(r.row, 0)
}

// notChecked lists the rules that could not be checked, and why.
func (r *results) notChecked() fyne.CanvasObject {
	missing := r.check.summary.NotChecked
	if len(missing) == 0 {
		return nil
	}
	t := widgets.NewTable(r.page.id+"/not-checked-table", "Rules that were not checked", []widgets.Column{
		{ID: "code", Name: "Rule", Width: 90}, {ID: "title", Name: "What it checks", Wrap: true}, {ID: "because", Name: "Not checked, because", Wrap: true},
	})
	t.SetShown(min(8, len(missing)))
	t.SetRows(len(missing), func(row, col int) widgets.Cell {
		n := missing[row]
		return [...]widgets.Cell{{Text: n.Code, Bold: true}, {Text: r.check.infos[n.Code].Title}, {Text: capital(n.Because)}}[col]
	})
	return widgets.NewDisclosure(r.page.id+"/not-checked", counted(len(missing), "rule was not checked", "rules were not checked"), widgets.NewCard(t))
}

// remarks are what the reader noticed that no rule is about.
func (r *results) remarks() fyne.CanvasObject {
	all := r.check.summary.Remarks
	if len(all) == 0 {
		return nil
	}
	t := widgets.NewTable(r.page.id+"/remarks-table", "Notes about the files", []widgets.Column{{ID: "note", Name: "Note", Wrap: true}})
	t.SetShown(min(8, len(all)))
	t.SetRows(len(all), func(row, _ int) widgets.Cell { return widgets.Cell{Text: sentence(all[row])} })
	return widgets.NewDisclosure(r.page.id+"/remarks", counted(len(all), "note about the files", "notes about the files"), widgets.NewCard(t))
}
