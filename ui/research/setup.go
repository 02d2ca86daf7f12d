package research

import (
	"slices"
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

// The tabs of a study's set-up.
const (
	tabAbout   = "about"
	tabConsent = "consent"
	tabRounds  = "rounds"
	tabCodes   = "codes"
)

// setup is where a study is set up. What is changed is saved at once, finished or
// not; the page says what is missing before people can take part.
type setup struct {
	*sheet[*study.Study]
	back    *widgets.Link
	tabs    *widgets.Tabs
	state   *widgets.Tag
	use     *widgets.Button
	content *widgets.Stack
	tab     string
	more    string          // how many codes to make
	make    *widgets.Button // makes codes
	// changing is the code that was taken or given back last.
	changing string
	slips    *saving

	// people are the sessions of the study, by code; nil until they are read.
	people map[string]capture.SessionRow

	using, making bool // it is being opened on this computer; codes are being made
}

func newSetup(r *room, id string) *setup {
	e := r.desk.Shelf().Entry(id)
	p := &setup{sheet: newSheet(newFrameIn(r, pageStudies, "setup", "Set up a study"), e.Study.Clone()), more: "12"}
	p.faults, p.sheet.words, p.to, p.write, p.saved = e.Faults, p.wordsOf, p.goTo, p.writeStudy, p.read
	p.where.SetWords("Studies")
	p.heading.SetWords(p.name())
	p.back = widgets.NewLink(p.id+"/back", "All studies", func() { r.goTo(pageStudies) }).SetIcon("left")
	try := p.act("try", "Try it as a participant", widgets.Secondary, "play", p.try)
	p.use = p.act("use", "Use on this computer", widgets.Main, "check", p.useIt)
	p.setActions(try, p.use)
	p.state = widgets.NewTag(p.id+"/state", widgets.TagDone, "Ready")
	p.tabs = widgets.NewTabs(p.id+"/tabs", "Parts of the study")
	p.tabs.SetItems([]widgets.TabItem{{ID: tabAbout, Name: "Set-up"}, {ID: tabConsent, Name: "Consent"}, {ID: tabRounds, Name: "Rounds"}, {ID: tabCodes, Name: "Codes"}})
	p.tabs.OnChoose = func(tab string) { p.showTab(tab) }
	p.content = widgets.NewStack(theme.Space5)
	p.body.SetChildren(widgets.NewRow(0, p.back), widgets.NewRow(theme.Space3, p.state, p.missing, p.status), p.summary, p.tabs, p.content)
	p.say()
	p.showTab(tabAbout)
	p.readPeople()
	return p
}

// name is the study's name, or what stands for it.
func (p *setup) name() string {
	if p.draft.Title == "" {
		return "A study without a name"
	}
	return p.draft.Title
}

// readPeople reads who has taken part: what a round has used is locked.
func (p *setup) readPeople() {
	var people map[string]capture.SessionRow
	start(p.room.host, func(job *work) error {
		all, err := p.room.desk.Sessions(job.ctx, p.draft.ID)
		people = make(map[string]capture.SessionRow, len(all))
		for _, row := range all {
			people[row.Code] = row
		}
		return err
	}, func(int64, int64) {}, func(err error, stopped bool) {
		if err != nil || stopped {
			p.status.Set(widgets.StatusFailed, "It could not be read who has taken part. Rounds stay locked")
			return
		}
		p.people = people
		if p.tab == tabRounds || p.tab == tabCodes {
			p.showTab(p.tab)
		}
	})
}

// usedBy is how many people a round has, and whether that is known.
func (p *setup) usedBy(round string) (n int, known bool) {
	for _, row := range p.people {
		if row.Round == round {
			n++
		}
	}
	return n, p.people != nil
}

// locked reports whether a round keeps its forms, stories and conditions: people
// have used it, or nobody knows yet.
func (p *setup) locked(round string) bool {
	n, known := p.usedBy(round)
	return n > 0 || !known
}

func (p *setup) showTab(tab string) {
	p.tab = tab
	p.tabs.SetCurrent(tab)
	p.fields = map[string]*field{}
	var content []fyne.CanvasObject
	switch tab {
	case tabAbout:
		content = p.about()
	case tabConsent:
		content = p.consent()
	case tabRounds:
		content = p.rounds()
	case tabCodes:
		content = p.codes()
	}
	widgets.Batch(func() { p.content.SetChildren(content...) })
	p.mark()
}

// writeStudy writes the draft as it is now.
func (p *setup) writeStudy() func() error {
	draft := p.draft.Clone()
	for i := range draft.Rounds {
		if r := &draft.Rounds[i]; !r.Open && !p.locked(r.ID) {
			for j := range r.Forms {
				r.Forms[j].Hash = "" // nobody has used it: the form can still change
			}
		}
	}
	return func() error { return p.room.desk.SaveStudy(draft) }
}

// read takes over what the check of the saved study found.
func (p *setup) read() {
	before := len(p.faults)
	if e := p.room.desk.Shelf().Entry(p.draft.ID); e != nil {
		p.faults = e.Faults
	}
	p.say()
	p.mark()
	if before > 0 && len(p.faults) == 0 {
		p.room.host.Announce(p.state.Words(), a11y.LivePolite)
	}
}

// say shows how far the study is.
func (p *setup) say() {
	p.heading.SetWords(p.name())
	switch n := len(p.faults); {
	case n > 0:
		p.state.Set(widgets.TagCheck, "Not finished: "+counted(n, "thing", "things")+" to put right")
	case len(p.draft.Codes) == len(p.draft.Void):
		p.state.Set(widgets.TagTodo, "Ready. There are no codes yet")
	case !slices.ContainsFunc(p.draft.Rounds, func(r study.Round) bool { return r.Open }):
		p.state.Set(widgets.TagTodo, "Ready. No round is open")
	default:
		p.state.Set(widgets.TagOK, "Ready for people to take part")
	}
	setShown(p.missing, len(p.faults) > 0)
	now := p.room.desk.Study()
	setShown(p.use, len(p.faults) == 0 && (now == nil || now.ID != p.draft.ID))
	if !p.amiss() {
		p.told = false
	}
	p.missing.SetDescription(p.state.Words())
	p.summarise()
}

// goTo puts the focus where a part of the study is set.
func (p *setup) goTo(path string) {
	if tab := tabOf(path); tab != p.tab {
		p.showTab(tab)
	}
	for at := path; at != ""; at = at[:max(0, strings.LastIndex(at, "/"))] {
		if f := p.fields[at]; f != nil {
			f.focus()
			return
		}
	}
	p.tabs.TakeFocus()
}

func tabOf(path string) string {
	switch first, _, _ := strings.Cut(path, "/"); first {
	case "consent":
		return tabConsent
	case "rounds":
		return tabRounds
	case "codes", "void":
		return tabCodes
	}
	return tabAbout
}

// useIt opens the study on this computer, once all is saved.
func (p *setup) useIt() {
	p.whenSound(func() {
		if p.using {
			return
		}
		p.using = true
		p.run(func(*work) error { return p.room.desk.Use(p.draft.ID) }, func(int64, int64) {}, func(err error, _ bool) {
			p.using = false
			if err != nil {
				p.status.Set(widgets.StatusFailed, sentence(err.Error()))
				p.tell(false, sentence(err.Error()))
				return
			}
			p.room.turned()
			p.room.shelved()
			p.say()
			p.heading.TakeFocus()
			p.tell(true, "“"+p.name()+"” is in use on this computer")
		})
	})
}

// try shows the study as a participant sees it: the round that is open, or the
// first.
func (p *setup) try() {
	p.whenSound(func() {
		at := max(0, slices.IndexFunc(p.draft.Rounds, func(r study.Round) bool { return r.Open }))
		p.tryRound(p.draft.Rounds[at].ID, 0)
	})
}

func (p *setup) tryRound(round string, condition int) {
	if !p.here() {
		return // something else is looked at by now
	}
	r, id, tab := p.room, p.draft.ID, p.tab
	r.try(p.name(), func(j session.Journal) (*session.Session, error) {
		return r.desk.TryStudy(id, round, condition, j)
	}, func(err error) {
		p.status.Set(widgets.StatusFailed, sentence(err.Error()))
	}, func() {
		back := newSetup(r, id)
		back.showTab(tab)
		r.show("setup/"+id, back)
	})
}

// Command goes back to the list, and to what is missing.
func (p *setup) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.NextError && p.amiss():
		p.showMissing()
	case id == shortcut.Back:
		p.room.goTo(pageStudies)
	default:
		return p.frame.Command(id)
	}
	return true
}
