package research

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// whenWords are the moments at which a form tells people what it finds.
var whenWords = map[study.When]string{
	study.OnContinue:  "On Save and continue",
	study.OnLeaving:   "When they leave a question",
	study.WhileTyping: "While they type",
}

var whens = []study.When{study.OnContinue, study.OnLeaving, study.WhileTyping}

// rounds are the runs of the study, each with its own forms, stories and conditions.
func (p *setup) rounds() []fyne.CanvasObject {
	out := []fyne.CanvasObject{widgets.NewMeasure(widgets.NewText(p.id+"/rounds-words",
		"A round is one run of the study with fixed versions of the forms. Once a person has begun in it, its forms, stories and conditions stay as they are. For a change, add a round.", theme.Body))}
	for i := range p.draft.Rounds {
		out = append(out, p.round(i))
	}
	add := p.act("rounds/add", "Add a round", widgets.Secondary, "plus", p.addRound)
	if len(p.draft.Rounds) == 0 {
		p.fields["rounds"] = &field{focus: add.TakeFocus}
	}
	return append(out, widgets.NewRow(0, add))
}

func (p *setup) roundName(i int) string {
	return orElse(p.draft.Rounds[i].Title, fmt.Sprintf("Round %d", i+1))
}

// round is one round: open or closed, and what it uses.
func (p *setup) round(i int) fyne.CanvasObject {
	r := &p.draft.Rounds[i]
	path, name := fmt.Sprintf("rounds/%d", i), p.roundName(i)
	tags := []fyne.CanvasObject{widgets.NewTag(p.id+"/"+path+"/closed", widgets.TagGrey, "Closed")}
	if r.Open {
		tags[0] = widgets.NewTag(p.id+"/"+path+"/open", widgets.TagOK, "Open")
	}
	people, known := p.usedBy(r.ID)
	if known && people > 0 {
		tags = append(tags, widgets.NewTag(p.id+"/"+path+"/locked", widgets.TagGrey, "Locked: used by "+counted(people, "person", "people")).SetIcon("lock"))
	}
	var parts []fyne.CanvasObject
	parts = append(parts, widgets.NewRow(theme.Space2, tags...),
		p.line(path+"/title", "What is the round called?", "", r.Title, 30, func(s *study.Study, w string) { s.Rounds[i].Title = w }))
	if p.locked(r.ID) || r.Open {
		parts = append(parts, p.roundAsIs(path, r))
	} else {
		parts = append(parts, p.roundForms(path, i), p.roundStories(path, i), p.roundConditions(path, i))
	}
	return p.panel(path, name, append(parts, p.roundButtons(path, i))...)
}

// roundAsIs says what a round uses where that stays as it is.
func (p *setup) roundAsIs(path string, r *study.Round) fyne.CanvasObject {
	why := "Close the round to change what it uses."
	if p.locked(r.ID) {
		why = "People have begun in this round, so what it uses stays as it is."
	}
	lib := p.room.desk.Shelf().Library
	var forms, stories, conditions []string
	for _, v := range r.Forms {
		title := v.Form
		if d := lib.Version(v); d != nil {
			title = d.Title
		}
		forms = append(forms, title+", version "+v.Version)
	}
	for _, id := range r.Scenarios {
		stories = append(stories, storyTitle(p.room.desk.Shelf(), id))
	}
	for _, c := range r.Conditions {
		conditions = append(conditions, conditionWords(c))
	}
	list := widgets.NewStack(theme.Space2)
	for _, line := range [][2]string{{"Forms", strings.Join(forms, " · ")}, {"Stories", strings.Join(stories, " · ")}, {"People are told", strings.Join(conditions, " · ")}} {
		list.Add(widgets.NewText(p.id+"/"+path+"/"+line[0], "", theme.Body).SetRuns(widgets.Run{Words: line[0] + ": ", Bold: true}, widgets.Run{Words: line[1]}))
	}
	list.Add(widgets.NewText(p.id+"/"+path+"/why", why, theme.BodyDense).SetToken(theme.Muted))
	return list
}

func storyTitle(shelf *study.Shelf, id string) string {
	if st := shelf.Story(id); st != nil {
		return st.Title()
	}
	return id
}

func conditionWords(c study.Condition) string {
	words := orElse(whenWords[c.When], string(c.When))
	if c.Wording != "standard" && c.Wording != "" {
		words += ", in the wording “" + c.Wording + "”"
	}
	return words
}

// formsOf groups the versions of each form, the newest first.
func formsOf(lib *study.Library) (ids []string, versions map[string][]*form.Definition) {
	versions = map[string][]*form.Definition{}
	for _, d := range lib.Versions() {
		versions[d.ID] = append(versions[d.ID], d)
	}
	for _, all := range versions {
		slices.SortStableFunc(all, func(a, b *form.Definition) int {
			if study.LaterVersion(a.Version, b.Version) {
				return -1
			}
			return 1
		})
	}
	ids = slices.SortedFunc(maps.Keys(versions), func(a, b string) int {
		return strings.Compare(versions[a][0].Title, versions[b][0].Title)
	})
	return ids, versions
}

// roundForms asks which version of each form the round uses.
func (p *setup) roundForms(path string, i int) fyne.CanvasObject {
	ids, versions := formsOf(p.room.desk.Shelf().Library)
	parts := []fyne.CanvasObject{widgets.NewHeading(p.id+"/"+path+"/forms-title", "Forms", 3)}
	for _, id := range ids {
		title := versions[id][0].Title
		options := []widgets.Option{{Value: "", Words: "Not used"}}
		for _, d := range versions[id] {
			options = append(options, widgets.Option{Value: d.Version, Words: "Version " + d.Version})
		}
		at := slices.IndexFunc(p.draft.Rounds[i].Forms, func(v capture.FormVersion) bool { return v.Form == id })
		value := ""
		if at >= 0 {
			value = p.draft.Rounds[i].Forms[at].Version
			if !slices.ContainsFunc(options, func(o widgets.Option) bool { return o.Value == value }) {
				options = append(options, widgets.Option{Value: value, Words: "Version " + value + ", which is not here"})
			}
		}
		choose := widgets.NewSelect(p.id+"/"+path+"/form/"+id, title, options)
		choose.SetValue(value)
		choose.OnCommit = func(v string) {
			p.change(func(s *study.Study) {
				r := &s.Rounds[i]
				n := slices.IndexFunc(r.Forms, func(f capture.FormVersion) bool { return f.Form == id })
				switch next := (capture.FormVersion{Form: id, Version: v}); {
				case v == "" && n >= 0:
					r.Forms = slices.Delete(r.Forms, n, n+1)
				case v != "" && n >= 0:
					r.Forms[n] = next
				case v != "":
					r.Forms = append(r.Forms, next)
				}
			})
		}
		key := path + "/form/" + id
		if at >= 0 {
			key = fmt.Sprintf("%s/forms/%d", path, at)
		}
		parts = append(parts, p.add(key, title, "", choose))
		if p.fields[path+"/forms"] == nil {
			p.fields[path+"/forms"] = &field{focus: choose.TakeFocus}
		}
	}
	return widgets.NewGroup(p.id+"/"+path+"/forms", "Forms", widgets.NewStack(theme.Space4, parts...))
}

// roundStories asks which stories the round uses.
func (p *setup) roundStories(path string, i int) fyne.CanvasObject {
	lib := p.room.desk.Shelf().Library
	var choices []widgets.Choice
	for _, id := range slices.Sorted(maps.Keys(lib.Scenarios)) {
		s := lib.Scenarios[id]
		choices = append(choices, widgets.Choice{Value: id, Words: s.Title, Hint: s.Summary})
	}
	for _, st := range p.room.desk.Shelf().Stories { // what was chosen and has a fault since then can be taken out
		if lib.Scenarios[st.ID] == nil && slices.Contains(p.draft.Rounds[i].Scenarios, st.ID) {
			choices = append(choices, widgets.Choice{Value: st.ID, Words: st.Title(), Hint: "Not finished. Put it right under Scenarios"})
		}
	}
	boxes := widgets.NewTickBoxes(p.id+"/"+path+"/scenarios", "Which stories do people get?", choices)
	boxes.SetValue(p.draft.Rounds[i].Scenarios)
	boxes.OnCommit = func(values []string) { p.change(func(s *study.Study) { s.Rounds[i].Scenarios = values }) }
	return p.add(path+"/scenarios", "Which stories do people get?", "Each story is a task, in this order. A story needs its forms in the round", boxes)
}

// roundConditions asks when people are told what a form finds. Each moment is a
// condition; people are spread over them evenly.
func (p *setup) roundConditions(path string, i int) fyne.CanvasObject {
	var choices []widgets.Choice
	var chosen []string
	for _, when := range whens {
		choices = append(choices, widgets.Choice{Value: string(when), Words: whenWords[when]})
	}
	for n, c := range p.draft.Rounds[i].Conditions {
		value := string(c.When)
		if c.Wording != "standard" || slices.Contains(chosen, value) || whenWords[c.When] == "" {
			value = fmt.Sprint("condition ", n) // one that only a file can describe stays as it is
			choices = append(choices, widgets.Choice{Value: value, Words: conditionWords(c)})
		}
		chosen = append(chosen, value)
	}
	const ask = "When does the form tell people what it finds?"
	before := slices.Clone(p.draft.Rounds[i].Conditions)
	names := slices.Clone(chosen)
	boxes := widgets.NewTickBoxes(p.id+"/"+path+"/conditions", ask, choices)
	boxes.SetValue(chosen)
	boxes.OnCommit = func(values []string) {
		var next []study.Condition
		for _, v := range values {
			if n := slices.Index(names, v); n >= 0 {
				next = append(next, before[n])
			} else {
				next = append(next, study.Condition{ID: v, When: study.When(v), Wording: "standard"})
			}
		}
		p.change(func(s *study.Study) { s.Rounds[i].Conditions = next })
	}
	return p.add(path+"/conditions", ask, "Tick two or more to compare them: people are spread over them evenly. Without a tick it is on Save and continue", boxes)
}

// roundButtons open, close, try and remove a round.
func (p *setup) roundButtons(path string, i int) fyne.CanvasObject {
	r, name := &p.draft.Rounds[i], p.roundName(i)
	var buttons []fyne.CanvasObject
	if r.Open {
		buttons = append(buttons, p.act(path+"/close", "Close the round", widgets.Secondary, "lock", func() { p.setOpen(i, false) }).SetAnnounced("Close "+name))
	} else {
		buttons = append(buttons, p.act(path+"/open", "Open the round", widgets.Secondary, "play", func() { p.setOpen(i, true) }).SetAnnounced("Open "+name))
	}
	for n, c := range r.Conditions {
		words := "Try it"
		if len(r.Conditions) > 1 {
			words = "Try it: " + conditionWords(c)
		}
		buttons = append(buttons, p.act(fmt.Sprintf("%s/try-%d", path, n), words, widgets.Secondary, "play", func() {
			p.whenSound(func() { p.tryRound(r.ID, n) })
		}).SetAnnounced(words+", "+name))
	}
	if !p.locked(r.ID) && !r.Open {
		buttons = append(buttons, p.act(path+"/remove", "Remove", widgets.Secondary, "bin", func() {
			widgets.NewDialog(p.id+"/remove", "Remove “"+name+"”?", "Nobody has used it. Its choice of forms and stories is lost.").SetMain("Remove the round", func() {
				p.change(func(s *study.Study) { s.Rounds = slices.Delete(s.Rounds, i, i+1) })
				p.showTab(tabRounds)
				p.tabs.TakeFocus()
				p.room.host.Announce("“"+name+"” is removed", a11y.LivePolite)
			}).SetSafe("Keep it", nil).Open(p.room.host.Root())
		}).SetAnnounced("Remove "+name))
	}
	return widgets.NewRow(theme.Space3, buttons...)
}

// setOpen opens a round for participants, or closes it. One that is opened fixes
// what its forms hold.
func (p *setup) setOpen(i int, open bool) {
	do := func() {
		p.change(func(s *study.Study) {
			r := &s.Rounds[i]
			r.Open = open
			for j := range r.Forms {
				if d := p.room.desk.Shelf().Library.Version(r.Forms[j]); d != nil && open && r.Forms[j].Hash == "" {
					r.Forms[j].Hash = d.Hash
				}
			}
		})
		p.showTab(tabRounds)
		word := "closed"
		if open {
			word = "open"
		}
		p.focusRound(i)
		p.room.host.Announce(p.roundName(i)+" is "+word, a11y.LivePolite)
	}
	if open {
		p.whenSound(do)
		return
	}
	do()
}

func (p *setup) focusRound(i int) {
	if f := p.fields[fmt.Sprintf("rounds/%d/title", i)]; f != nil {
		f.focus()
	}
}

// addRound adds a round like the last one, closed.
func (p *setup) addRound() {
	p.change(func(s *study.Study) {
		next := study.Round{Conditions: []study.Condition{{ID: string(study.OnContinue), When: study.OnContinue, Wording: "standard"}}}
		if n := len(s.Rounds); n > 0 {
			last := s.Clone().Rounds[n-1]
			next.Forms, next.Scenarios, next.Conditions = last.Forms, last.Scenarios, last.Conditions
		}
		for j := range next.Forms {
			next.Forms[j].Hash = ""
		}
		n := len(s.Rounds) + 1
		taken := func(id string) bool {
			return slices.ContainsFunc(s.Rounds, func(r study.Round) bool { return r.ID == id })
		}
		for next.ID = fmt.Sprint("round-", n); taken(next.ID); next.ID = fmt.Sprint("round-", n) {
			n++
		}
		next.Title = fmt.Sprint("Round ", len(s.Rounds)+1)
		s.Rounds = append(s.Rounds, next)
	})
	p.showTab(tabRounds)
	p.focusRound(len(p.draft.Rounds) - 1)
}
