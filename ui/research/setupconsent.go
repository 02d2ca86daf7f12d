package research

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// factIcons are the icons that stand beside what people are told.
var factIcons = []widgets.Option{
	{Value: "clock", Words: "Clock"}, {Value: "eye", Words: "Eye"}, {Value: "lock", Words: "Padlock"}, {Value: "shield", Words: "Shield"},
	{Value: "bin", Words: "Bin"}, {Value: "info", Words: "Information"}, {Value: "help", Words: "Question mark"}, {Value: "people", Words: "People"}, {Value: "pause", Words: "Pause"},
}

// itemNames are the items that the program itself reads, in plain words.
var itemNames = map[string]string{
	study.Understood: "They understand the study", study.Log: "A log is kept", study.MayStop: "They can stop",
	study.Quotes: "Comments may be quoted", study.AccessNeeds: "Access needs may be recorded", study.LaterUse: "Later research may use it",
}

// consent asks what people are told and asked before they take part.
func (p *setup) consent() []fyne.CanvasObject {
	c := p.draft.Consent
	if c == nil {
		c = &study.Consent{Version: "1"}
		p.draft.Consent = c
	}
	out := []fyne.CanvasObject{
		widgets.NewMeasure(widgets.NewText(p.id+"/consent-words", "Nobody takes part before they have read this. ${controller}, ${contact}, ${withdrawal} and ${retention} stand for what the first tab says, "+
			"and each has to be somewhere on the page. ${code}, ${tasks} and ${minutes} can be too. To see the page, choose Try it as a participant.", theme.Body)),
		p.panel("consent-page", "The page",
			p.line("consent/title", "What is its title?", "", c.Title, 50, func(s *study.Study, w string) { s.Consent.Title = w }),
			p.lines("consent/lead", "What does it begin with?", "What the study is for, in a sentence or two", c.Lead, func(s *study.Study, w string) { s.Consent.Lead = w }),
			p.lines("consent/closing", "What does it end with?", "Who runs the study, and whom to ask", c.Closing, func(s *study.Study, w string) { s.Consent.Closing = w }),
			p.line("consent/version", "Which version is it?", "Give a new one when you change what people are promised", c.Version, 6, func(s *study.Study, w string) { s.Consent.Version = w })),
	}
	for i := range c.Facts {
		out = append(out, p.fact(i))
	}
	out = append(out, widgets.NewRow(0, p.act("consent/add-fact", "Add something they are told", widgets.Secondary, "plus", func() {
		p.change(func(s *study.Study) { s.Consent.Facts = append(s.Consent.Facts, study.ConsentFact{Icon: "info"}) })
		p.again(fmt.Sprintf("consent/facts/%d/title", len(p.draft.Consent.Facts)-1))
	})))
	for i := range c.Items {
		out = append(out, p.item(i))
	}
	out = append(out, p.addItems(), p.panel("debrief", "At the end",
		p.lines("consent/debrief", "What are people told when they have finished?", "What was measured, what was hard on purpose, and ${contact}. A blank line begins a new paragraph",
			strings.Join(c.Debrief, "\n\n"), func(s *study.Study, w string) { s.Consent.Debrief = paragraphs(w) })))
	return out
}

var blankLine = regexp.MustCompile(`\n[ \t]*\n`)

// paragraphs parts words at blank lines.
func paragraphs(words string) (out []string) {
	for _, block := range blankLine.Split(words, -1) {
		if one := strings.Join(strings.Fields(block), " "); one != "" {
			out = append(out, one)
		}
	}
	return out
}

// again shows the tab anew, as its parts are others, with the focus in one of them.
func (p *setup) again(path string) {
	p.showTab(p.tab)
	p.goTo(path)
}

// fact is one thing that people are told.
func (p *setup) fact(i int) fyne.CanvasObject {
	f := p.draft.Consent.Facts[i]
	path, which := fmt.Sprintf("consent/facts/%d", i), fmt.Sprintf("Told %d of %d", i+1, len(p.draft.Consent.Facts))
	options := factIcons
	if !slices.ContainsFunc(options, func(o widgets.Option) bool { return o.Value == f.Icon }) {
		options = append(slices.Clone(options), widgets.Option{Value: f.Icon, Words: f.Icon})
	}
	icon := widgets.NewSelect(p.id+"/"+path+"/icon", "Picture", options)
	icon.SetValue(f.Icon)
	icon.OnCommit = func(v string) { p.change(func(s *study.Study) { s.Consent.Facts[i].Icon = v }) }
	remove := p.act(path+"/remove", "Remove", widgets.Secondary, "bin", func() {
		p.remove("“"+orElse(f.Title, which)+"”", func(s *study.Study) { s.Consent.Facts = slices.Delete(s.Consent.Facts, i, i+1) })
	}).SetCompact().SetAnnounced("Remove " + orElse(f.Title, which))
	return p.panel(path, which,
		p.line(path+"/title", "Short title", "", f.Title, 40, func(s *study.Study, w string) { s.Consent.Facts[i].Title = w }),
		p.lines(path+"/words", "In full", "", f.Words, func(s *study.Study, w string) { s.Consent.Facts[i].Words = w }),
		p.add(path+"/icon", "Picture", "It stands beside the words and says nothing by itself", icon),
		widgets.NewRow(0, remove))
}

func orElse(words, other string) string {
	if words == "" {
		return other
	}
	return words
}

// itemName says what an item asks. The window numbers those of one's own; a file may
// have called them anything.
func itemName(id string) string {
	if n, ours := strings.CutPrefix(id, "own"); ours {
		if _, err := strconv.Atoi(n); err == nil {
			return "Something of your own, " + n
		}
	}
	return orElse(itemNames[id], "Something of your own: "+id)
}

// item is one thing that people agree to or not.
func (p *setup) item(i int) fyne.CanvasObject {
	item := p.draft.Consent.Items[i]
	path, name := fmt.Sprintf("consent/items/%d", i), itemName(item.ID)
	parts := []fyne.CanvasObject{p.lines(path+"/words", "What do they agree to?", "", item.Words, func(s *study.Study, w string) { s.Consent.Items[i].Words = w })}
	fixed := slices.Contains([]string{study.Understood, study.Log, study.MayStop}, item.ID)
	switch _, known := itemNames[item.ID]; {
	case fixed:
		parts = append(parts, widgets.NewText(p.id+"/"+path+"/needed", "Nobody takes part without it.", theme.BodyDense).SetToken(theme.Muted))
	case known:
		parts = append(parts, widgets.NewText(p.id+"/"+path+"/optional", "Everyone’s own choice.", theme.BodyDense).SetToken(theme.Muted))
	default:
		needed := widgets.NewSwitch(p.id+"/"+path+"/needed", "Needed to take part", "")
		needed.SetOn(item.Needed)
		needed.OnCommit = func(on bool) { p.change(func(s *study.Study) { s.Consent.Items[i].Needed = on }) }
		parts = append(parts, needed)
	}
	if !fixed {
		parts = append(parts, widgets.NewRow(0, p.act(path+"/remove", "Remove", widgets.Secondary, "bin", func() {
			p.remove("“"+name+"”", func(s *study.Study) { s.Consent.Items = slices.Delete(s.Consent.Items, i, i+1) })
		}).SetCompact().SetAnnounced("Remove "+name)))
	}
	return p.panel(path, "Asked: "+name, parts...)
}

// addItems offers what can be asked and is not.
func (p *setup) addItems() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	offer := func(id, name string, item study.ConsentItem) {
		buttons = append(buttons, p.act("consent/add-"+id, name, widgets.Secondary, "plus", func() {
			p.change(func(s *study.Study) { s.Consent.Items = append(s.Consent.Items, item) })
			p.again(fmt.Sprintf("consent/items/%d/words", len(p.draft.Consent.Items)-1))
		}))
	}
	has := func(id string) bool {
		return slices.ContainsFunc(p.draft.Consent.Items, func(i study.ConsentItem) bool { return i.ID == id })
	}
	for _, id := range []string{study.Understood, study.Log, study.MayStop, study.Quotes, study.AccessNeeds, study.LaterUse} {
		if !has(id) {
			offer(id, "Ask: "+itemNames[id], study.ConsentItem{ID: id, Needed: slices.Index([]string{study.Understood, study.Log, study.MayStop}, id) >= 0})
		}
	}
	id := "own1"
	for n := 2; has(id); n++ {
		id = fmt.Sprint("own", n)
	}
	offer("own", "Ask something else", study.ConsentItem{ID: id})
	return widgets.NewRow(theme.Space3, buttons...)
}

// remove asks, and then takes something out of the draft.
func (p *setup) remove(what string, do func(s *study.Study)) {
	widgets.NewDialog(p.id+"/remove", "Remove "+what+"?", "People are no longer told or asked this.").SetMain("Remove it", func() {
		p.change(do)
		p.showTab(p.tab)
		p.tabs.TakeFocus()
		p.room.host.Announce(what+" is removed", a11y.LivePolite)
	}).SetSafe("Keep it", nil).Open(p.room.host.Root())
}
