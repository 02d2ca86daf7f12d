package research

import (
	"fmt"

	"regexp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// The tabs of a scenario.
const (
	tabStory = "story"
	tabKey   = "key"
)

// storyPage is where a scenario of the researcher's is written: its story and its
// answer key. What is changed is saved at once, finished or not.
type storyPage struct {
	*sheet[*study.Draft]
	tabs    *widgets.Tabs
	state   *widgets.Tag
	tryIt   *widgets.Button
	content *widgets.Stack
	tab     string
	key     *keyTable    // while its tab is shown
	before  *study.Draft // the key of forms that were filled in; nil when there is none to go back to
}

func newStory(r *room, draft *study.Draft) *storyPage {
	p := &storyPage{sheet: newSheet(newFrameIn(r, pageScenarios, "story", "Change a scenario"), draft)}
	p.words, p.to, p.write, p.saved = p.wordsOf, p.goTo, p.writeStory, p.read
	p.missing.SetName("Show what to look at")
	p.where.SetWords("Scenarios")
	p.tryIt = p.act("try", "Try it as a participant", widgets.Secondary, "play", p.try)
	save := p.act("save", "Save and check", widgets.Main, "check", p.check)
	p.setActions(p.tryIt, save)
	back := widgets.NewLink(p.id+"/back", "All scenarios", func() { r.scenario(p.draft.ID) }).SetIcon("left")
	p.state = widgets.NewTag(p.id+"/state", widgets.TagDone, "Ready")
	p.tabs = widgets.NewTabs(p.id+"/tabs", "Parts of the scenario")
	p.tabs.SetItems([]widgets.TabItem{{ID: tabStory, Name: "Story"}, {ID: tabKey, Name: "Answer key"}})
	p.tabs.OnChoose = func(tab string) { p.showTab(tab) }
	p.content = widgets.NewStack(theme.Space5)
	p.body.SetChildren(widgets.NewRow(0, back), widgets.NewRow(theme.Space3, p.state, p.missing, p.status), p.summary, p.tabs, p.content)
	p.onSize = func(widgets.Class) {
		if p.tab == tabKey {
			p.showTab(tabKey)
		}
	}
	p.take()
	p.showTab(tabStory)
	return p
}

// story is the scenario as it is on the shelf; nil where it is not there any more.
func (p *storyPage) story() *study.Story { return p.room.desk.Shelf().Story(p.draft.ID) }

func (p *storyPage) writeStory() func() error {
	draft := p.draft.Clone()
	return func() error { return p.room.desk.SaveStory(draft) }
}

// read takes over what the check of the saved scenario found.
func (p *storyPage) read() {
	before := p.amiss()
	p.take()
	if before && !p.amiss() {
		p.room.host.Announce(p.state.Words(), a11y.LivePolite)
	}
	if p.tab == tabKey {
		p.key.fill()
	}
}

// take reads what was found, says how far the scenario is, and marks its boxes.
func (p *storyPage) take() {
	p.faults, p.doubts = nil, nil
	if st := p.story(); st != nil {
		for _, f := range st.Faults {
			p.faults = append(p.faults, study.Fault{Path: p.placeOf(f), Words: f.Words})
		}
		for _, f := range st.Doubts {
			p.doubts = append(p.doubts, study.Fault{Path: p.placeOf(f), Words: f.Words})
		}
	}
	rank := func(a, b study.Fault) int { return rankOf(a.Path) - rankOf(b.Path) }
	slices.SortStableFunc(p.faults, rank)
	slices.SortStableFunc(p.doubts, rank)
	p.heading.SetWords(orElse(p.draft.Title, "A scenario without a title"))
	switch n, m := len(p.faults), len(p.doubts); {
	case n > 0:
		p.state.Set(widgets.TagCheck, "Not finished: "+counted(n, "thing", "things")+" to put right")
	case m > 0:
		p.state.Set(widgets.TagOK, "Ready for a round. "+counted(m, "thing", "things")+" to look at")
	default:
		p.state.Set(widgets.TagOK, "Ready for a round")
	}
	setShown(p.missing, len(p.faults)+len(p.doubts) > 0)
	p.missing.SetDescription(p.state.Words())
	setShown(p.tryIt, len(p.faults) == 0)
	if !p.amiss() && len(p.doubts) == 0 {
		p.told = false
	}
	p.summarise()
	p.mark()
}

// rankOf is where on the page a part stands.
func rankOf(path string) int {
	first, _, _ := strings.Cut(path, "/")
	return slices.Index([]string{"title", "summary", "content_note", "today", "tasks", "words", "vignette", "people", "key"}, first)
}

// check saves what is in hand, and says what there is to put right.
func (p *storyPage) check() {
	p.room.host.Root().Commit()
	if len(p.after) > 0 {
		return
	}
	p.save(func() {
		if p.amiss() || len(p.doubts) > 0 {
			p.showMissing()
			return
		}
		p.room.host.Announce("Saved. Nothing is to be put right", a11y.LivePolite)
	})
}

func (p *storyPage) showTab(tab string) {
	p.tab = tab
	p.tabs.SetCurrent(tab)
	p.fields = map[string]*field{}
	p.key = nil
	var content []fyne.CanvasObject
	if tab == tabKey {
		content = p.keyTab()
	} else {
		content = p.storyTab()
	}
	widgets.Batch(func() { p.content.SetChildren(content...) })
	p.mark()
}

// goTo puts the focus where a part of the scenario is written.
func (p *storyPage) goTo(path string) {
	if tab := tabOfStory(path); tab != p.tab {
		p.showTab(tab)
	}
	if p.key != nil && p.key.goTo(path) {
		return
	}
	for at := path; at != ""; at = at[:max(0, strings.LastIndex(at, "/"))] {
		if f := p.fields[at]; f != nil {
			f.focus()
			return
		}
	}
	p.tabs.TakeFocus()
}

func tabOfStory(path string) string {
	if first, _, _ := strings.Cut(path, "/"); slices.Contains([]string{"key", "known", "traps", "index", "siblings"}, first) {
		return tabKey
	}
	return tabStory
}

// again shows the tab anew, as its parts are others, with the focus in one of them.
func (p *storyPage) again(path string) {
	p.showTab(p.tab)
	p.goTo(path)
}

// oneFact finds which fact a finding is about.
var oneFact = regexp.MustCompile(`(?i)\bfact (\d+)\b`)

// placeOf is the part of the page for a part of the file: a paragraph for what is found
// in the story, the first box of a person or task.
func (p *storyPage) placeOf(f study.Fault) string {
	parts := strings.Split(f.Path, "/")
	switch {
	case f.Path == "vignette":
		at := 0
		if m := oneFact.FindStringSubmatch(f.Words); m != nil {
			n, _ := strconv.Atoi(m[1])
			at = max(0, slices.IndexFunc(p.draft.Paragraphs, func(words string) bool { return slices.Contains(study.Facts(words), n) }))
		}
		return fmt.Sprintf("vignette/%d", at)
	case len(parts) == 3 && parts[0] == "key" && parts[1] == "answers": // a map stands where its first key does
		if i := slices.IndexFunc(p.draft.Cells, func(c study.KeyCell) bool { return c.Alias == parts[2] }); i >= 0 {
			return f.Path + "/" + string(p.draft.Cells[i].Question)
		}
	case parts[0] == "people" && len(parts) == 2:
		return f.Path + "/name"
	case parts[0] == "tasks" && len(parts) > 2 && parts[2] == "success":
		return "key/success"
	case parts[0] == "tasks" && len(parts) > 1 && f.Path != "tasks/"+parts[1]+"/minutes":
		return "tasks/" + parts[1] + "/title"
	}
	return f.Path
}

// ownStory is what is said where something is missing, for the parts that people miss.
var ownStory = map[string]string{
	"title": "Enter the title of the scenario", "content_note": "Enter the content note", "today": "Enter the story date", "vignette/0": "Write the story",
}

// questionID is a question as messages for authors name it.
var questionID = regexp.MustCompile(`\b[a-z0-9_]+(/[a-z0-9_]+)+\b`)

// wordsOf says what is missing or wrong in a part.
func (p *storyPage) wordsOf(f study.Fault) string {
	parts := strings.Split(f.Path, "/")
	d := p.draft
	empty := map[string]bool{"title": d.Title == "", "content_note": d.ContentNote == "", "today": d.Today.IsZero(), "vignette/0": !slices.ContainsFunc(d.Paragraphs, func(s string) bool { return s != "" })}
	if empty[f.Path] {
		return ownStory[f.Path]
	}
	if len(parts) == 3 && parts[0] == "people" && parts[2] == "name" {
		return "People: enter the name of the person"
	}
	if len(parts) == 3 && parts[0] == "tasks" && parts[2] == "title" && strings.HasPrefix(f.Words, "A task needs") {
		return "Enter the title of the task"
	}
	lib := p.room.desk.Shelf().Library
	words := questionID.ReplaceAllStringFunc(f.Words, func(id string) string {
		if q := questionOf(lib, capture.QuestionID(id)); q != nil {
			return "“" + labelOf(q, story{}) + "”"
		}
		return id
	})
	switch parts[0] {
	case "key":
		return "Answer key: " + capital(words)
	case "traps", "known", "index", "siblings":
		return "Only in the file: " + capital(words)
	}
	return capital(words)
}

// storyTab asks for all that people read.
func (p *storyPage) storyTab() []fyne.CanvasObject {
	d := p.draft
	out := []fyne.CanvasObject{
		p.panel("about", "About the scenario",
			p.line("title", "What is the scenario called?", "People who take part see it at the top of the story", d.Title, 40, func(d *study.Draft, w string) { d.Title = w }),
			p.lines("summary", "What is it about?", "One sentence on the card of the task", d.Summary, func(d *study.Draft, w string) { d.Summary = oneLine(w) }),
			p.lines("content_note", "What should people know before they read it?", "The content note, such as: a child who is hungry, a parent who is ill. People can skip a story", d.ContentNote, func(d *study.Draft, w string) { d.ContentNote = oneLine(w) }),
			p.date("today", "What is the story date?", "The day on which the record is filled in. It lies in the collection year of the study. For example, 16 10 2025", "The story date", d.Today, setToday)),
	}
	for i := range d.Tasks {
		out = append(out, p.task(i))
	}
	out = append(out, p.paragraphs())
	for i := range d.People {
		out = append(out, p.person(i))
	}
	add := p.act("people/add", "Add a person", widgets.Secondary, "plus", func() {
		p.change(func(d *study.Draft) { d.People = append(d.People, study.Person{}) })
		p.again(fmt.Sprintf("people/%d/name", len(p.draft.People)-1))
	})
	p.fields["people"] = &field{focus: add.TakeFocus}
	return append(out, widgets.NewRow(0, add))
}

// try shows the scenario as a participant sees it.
func (p *storyPage) try() {
	p.whenSound(func() {
		if !p.here() {
			return // something else is looked at by now
		}
		r, id := p.room, p.draft.ID
		r.try(r.desk.StudyTitle(), func(j session.Journal) (*session.Session, error) { return r.desk.TryScenario(id, j) }, p.failed, p.comeBack)
	})
}

func (p *storyPage) failed(err error) {
	p.status.Set(widgets.StatusFailed, sentence(err.Error()))
	p.room.host.Announce(sentence(err.Error()), a11y.LiveAssertive)
}

// comeBack shows the page as it was left for the forms.
func (p *storyPage) comeBack() { p.room.show("story/"+p.draft.ID, p) }

// openStory reads a scenario's file and shows the page where it is changed.
func (r *room) openStory(id string, failed func(error)) {
	if r.comeBack("story/" + id) {
		return
	}
	from := r.front
	var draft *study.Draft
	start(r.host, func(*work) (err error) {
		draft, err = r.desk.Shelf().Draft(id)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		switch {
		case r.front != from: // something else is looked at by now
		case err != nil:
			failed(err)
		default:
			r.show("story/"+id, newStory(r, draft))
		}
	})
}

// scenario shows the page of scenarios at one of them.
func (r *room) scenario(id string) { r.show(pageScenarios, newScenario(r, id)) }

// Command goes back to the scenarios, and to what is missing.
func (p *storyPage) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Continue:
		p.check()
	case id == shortcut.NextError && (p.amiss() || len(p.doubts) > 0):
		p.showMissing()
	case id == shortcut.Back:
		p.room.scenario(p.draft.ID)
	default:
		return p.frame.Command(id)
	}
	return true
}
