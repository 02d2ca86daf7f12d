package research

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/replay"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// moment is what to open a replay at: the first time that the person was at a
// question, or the beginning.
type moment struct {
	session  capture.SessionID
	code     string // of the person, as it is written; the title names it
	task     string
	question capture.QuestionID
	// entity is whom the question is about, "" for anybody; last asks for the last
	// answer there, where one was given.
	entity capture.EntityID
	last   bool
	// back shows where the replay was opened from, under the name from; nil for the
	// list of sessions.
	back func()
	from string
}

// replayed goes through one session: a picture of where the person was, the list of
// what happened, and the notes of whoever watches. Nothing moves unless the
// researcher starts it, and nothing has to be dragged.
type replayed struct {
	*loading
	wanted moment
	row    capture.SessionRow
	laid   *replay.Session
	kept   []capture.Note
	next   []capture.Note // what is kept once it is written

	task  string // shown alone; "" is the whole session
	shown string // the group of moments that is listed; "" is all
	list  []int  // moments that are listed, by number
	row0  int    // in the list, where the replay is
	base  time.Duration
	long  time.Duration

	lanes    []*lane
	table    *widgets.Table
	position *widgets.Text
	player   *player
	notes    *notes
}

// replay opens a session.
func (r *room) replay(at moment) {
	if key := "replay/" + string(at.session); !r.comeBack(key) {
		r.show(key, newReplayed(r, at))
	}
}

func newReplayed(r *room, at moment) *replayed {
	p := &replayed{wanted: at}
	p.loading = newLoading(newFrameIn(r, pageSessions, "replay", "Replay of "+at.code), "Reading the session", p.fetch, p.make)
	if at.back == nil {
		p.wanted.back, p.wanted.from = func() { r.goTo(pageSessions) }, "All sessions"
	}
	p.setActions(p.act("all", p.wanted.from, widgets.Secondary, "left", func() { p.wanted.back() }))
	p.player = newPlayer(p)
	p.placed = func() {
		if len(p.list) > 0 {
			p.goTo(p.row0, false)
		}
	}
	p.load()
	return p
}

// fetch reads the session beside the window.
func (p *replayed) fetch(job *work) error {
	desk := p.room.desk
	all, err := desk.Sessions(job.ctx, desk.Study().ID)
	if err != nil {
		return err
	}
	var row capture.SessionRow
	for _, s := range all {
		if s.ID == p.wanted.session {
			row = s
		}
	}
	laid, err := desk.Replay(job.ctx, p.wanted.session, job.progress)
	if err != nil {
		return err
	}
	kept, err := desk.Notes(job.ctx, p.wanted.session)
	if err != nil {
		return err
	}
	p.row, p.laid, p.kept = row, laid, kept
	return nil
}

func (p *replayed) make() []fyne.CanvasObject {
	if len(p.laid.Moments) == 0 {
		return one(p.blank("clock", "Nothing was logged in this session.", p.act("back", p.wanted.from, widgets.Main, "left", func() { p.wanted.back() })))
	}
	if p.table == nil {
		p.task = p.taskOf(p.wanted)
	}
	p.where.SetWords(roundTitle(p.room.desk.Study(), p.row.Round) + " › " + study.FormatCode(p.row.Code) + " › " + p.row.Started.Format("2 January 2006 at 15:04"))
	if p.row.Simulated {
		p.marks.SetChildren(widgets.NewRow(0, widgets.NewTag(p.id+"/simulated", widgets.TagCheck, "Simulated data: this person is made up")))
	}
	p.table = widgets.NewTable(p.id+"/list", "What happened", []widgets.Column{
		{ID: "at", Name: "Time", Width: 72, Numeric: true}, {ID: "what", Name: "What happened"},
	})
	p.table.SetShown(12)
	p.table.OnOpen = func(row, _ int) { p.goTo(row, true) }
	p.position = widgets.NewText(p.id+"/position", "", theme.Body.AsBold())
	if p.notes == nil {
		p.notes = newNotes(p)
	}
	first := p.lanes == nil
	picture := p.picture()
	p.arrange()
	if first {
		p.seek()
	}
	says := widgets.NewCard(widgets.NewLead("lock", theme.Info, widgets.NewText(p.id+"/values", "", theme.BodyDense).SetRuns(widgets.Run{Words: "No answers are kept in the log.", Bold: true},
		widgets.Run{Words: " You see where, when and how long. You never see what the person typed."}))).SetFill(theme.InfoTint).SetPad(theme.Space3, theme.Space4, theme.Space3, theme.Space4)
	left := widgets.NewStack(theme.Space4, picture, widgets.NewCard(p.player.content()))
	right := widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/happened", "What happened", 2).SetStyle(theme.Title3), p.filters(), p.table))
	var body fyne.CanvasObject = widgets.NewStack(theme.Space4, left, right)
	if p.class == widgets.Wide {
		body = widgets.NewColumns(theme.Space4, []float32{0, theme.Current().Scaled(492)}, left, right)
	}
	return []fyne.CanvasObject{says, body, p.notes.content()}
}

// taskOf is the task that is shown first.
func (p *replayed) taskOf(m moment) string {
	if m.task != "" {
		return m.task
	}
	if tasks := p.tasks(); len(tasks) > 0 {
		return tasks[0]
	}
	return ""
}

// tasks are those of the session, in order.
func (p *replayed) tasks() (all []string) {
	for _, m := range p.laid.Moments {
		if m.Task != "" && !slices.Contains(all, m.Task) {
			all = append(all, m.Task)
		}
	}
	return all
}

func (p *replayed) taskTitle(id string) string {
	return orElse(p.laid.Names[replay.Place{Task: id}], id)
}

// groupWords are the kinds of moments to list.
var groupWords = []struct {
	id, words string
	group     replay.Group
}{
	{"finding", "Errors and checks", replay.Finding}, {"answering", "Answers given and changed", replay.Answering}, {"moving", "Pages and questions", replay.Moving},
	{"helping", "Help and the story", replay.Helping}, {"away", "Breaks and away", replay.Away}, {"other", "Everything else", replay.Other},
}

func (p *replayed) filters() fyne.CanvasObject {
	named := func(id, name string, options []widgets.Option, value string, set func(string)) fyne.CanvasObject {
		s := widgets.NewSelect(p.id+"/"+id, name, options)
		s.SetValue(value)
		s.OnCommit = set
		return widgets.NewStack(theme.Space1, widgets.NewText(p.id+"/"+id+"-name", name, theme.Body.AsBold()), s)
	}
	options := []widgets.Option{{Value: "", Words: "Everything"}}
	for _, g := range groupWords {
		options = append(options, widgets.Option{Value: g.id, Words: g.words})
	}
	parts := []fyne.CanvasObject{named("group", "Show", options, p.shown, func(v string) {
		p.shown = v
		p.refine()
	})}
	if tasks := p.tasks(); len(tasks) > 1 {
		options := []widgets.Option{{Value: "", Words: "The whole session"}}
		for _, t := range tasks {
			options = append(options, widgets.Option{Value: t, Words: p.taskTitle(t)})
		}
		parts = append(parts, named("task", "Task", options, p.task, func(v string) {
			p.task = v
			p.player.stop()
			p.show()            // the picture has other lanes
			p.table.TakeFocus() // the list of tasks was made anew
		}))
	}
	return widgets.NewRow(theme.Space4, parts...)
}

// refine lists other moments and stays at the same time.
func (p *replayed) refine() {
	now := p.at()
	p.arrange()
	p.row0 = 0
	for i, n := range p.list {
		if p.laid.Moments[n].At <= now {
			p.row0 = i
		}
	}
	p.goTo(p.row0, false)
	p.room.host.Announce(counted(len(p.list), "moment", "moments")+" listed", a11y.LivePolite)
}

// arrange lists the moments of the task and group.
func (p *replayed) arrange() {
	p.list = p.list[:0]
	for i := range p.laid.Moments {
		m := &p.laid.Moments[i]
		if p.inTask(m.Task) && (p.shown == "" || m.Group == groupOf(p.shown)) {
			p.list = append(p.list, i)
		}
	}
	p.row0 = max(0, min(p.row0, len(p.list)-1))
	p.table.SetRows(len(p.list), p.cell)
}

func groupOf(id string) replay.Group {
	for _, g := range groupWords {
		if g.id == id {
			return g.group
		}
	}
	return replay.Other
}

func (p *replayed) inTask(task string) bool { return p.task == "" || p.task == task }

var groupIcons = map[replay.Group]string{
	replay.Moving: "right", replay.Answering: "edit", replay.Finding: "flag", replay.Helping: "help", replay.Away: "pause", replay.Other: "gear",
}

// iconOf is the icon of a moment, the same as on the line of its section where it is
// marked there.
func iconOf(m *replay.Moment) (icon string, ink theme.Token) {
	if look, marked := markLooks[m.Mark]; marked {
		return look.Icon, look.Ink
	}
	switch m.Kind {
	case event.IssueResolved, event.IssueCleared, event.TaskFinished:
		return "done", theme.Done
	}
	return groupIcons[m.Group], theme.Muted
}

func (p *replayed) cell(row, col int) widgets.Cell {
	m := &p.laid.Moments[p.list[row]]
	c := widgets.Cell{Text: stopwatch(m.At - p.base), Bold: true}
	if col == 1 {
		icon, ink := iconOf(m)
		c = widgets.Cell{Text: m.Words, Icon: icon, Ink: ink}
	}
	if row == p.row0 {
		c.Fill, c.Token, c.Ink, c.Says = theme.Tint, theme.OnTint, "", "the replay is here"
	}
	return c
}

// stopwatch writes a time as "6:06" or "1:02:03".
func stopwatch(d time.Duration) string {
	s := int(max(0, d).Seconds())
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// at is the time where the replay is.
func (p *replayed) at() time.Duration {
	if len(p.list) == 0 {
		return p.base
	}
	return p.laid.Moments[p.list[p.row0]].At
}

// here is the moment where the replay is; nil where none is listed.
func (p *replayed) here() *replay.Moment {
	if len(p.list) == 0 {
		return nil
	}
	return &p.laid.Moments[p.list[p.row0]]
}

// goTo moves the replay to a row of the list; said speaks it, for a press that does
// not move the focus there.
func (p *replayed) goTo(row int, said bool) {
	p.row0 = max(0, min(row, len(p.list)-1))
	words := stopwatch(p.at()-p.base) + " of " + stopwatch(p.long)
	if !p.table.HasFocus() { // the list moves on; what has the focus stays in view
		defer p.page.ScrollTo(p.page.Offset())
	}
	p.position.SetWords(words)
	p.table.SetRows(len(p.list), p.cell)
	if len(p.list) > 0 {
		p.table.SetFocused(p.row0, 1)
	}
	for _, l := range p.lanes {
		l.move(p.at() - p.base)
	}
	if m := p.here(); said && m != nil {
		p.room.host.Announce(stopwatch(m.At-p.base)+", "+m.Words, a11y.LivePolite)
	}
}

// seek goes to the question that was asked for.
func (p *replayed) seek() {
	if p.wanted.question == "" {
		return
	}
	found := false
	for row, n := range p.list {
		m := &p.laid.Moments[n]
		if m.Question != p.wanted.question || p.wanted.entity != "" && m.Entity != p.wanted.entity {
			continue
		}
		if !found || m.Kind == event.AnswerCommitted {
			p.row0 = row
		}
		if found = true; !p.wanted.last {
			return
		}
	}
}

// Arrive puts the focus on the title.
func (p *replayed) Arrive() { p.frame.Arrive() }

// Leave stops the replay.
func (p *replayed) Leave() {
	p.player.stop()
	p.loading.Leave()
}

// Command goes back, and closes a note that is being written.
func (p *replayed) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Escape && p.player.playing:
		p.player.stop()
	case id == shortcut.Escape && p.notes != nil && p.notes.writing():
		p.notes.close()
	case id == shortcut.Continue && p.notes != nil && p.notes.writing():
		p.notes.save()
	case id == shortcut.NextError:
		p.player.nextError(1)
	case id == shortcut.PreviousError:
		p.player.nextError(-1)
	case id == shortcut.Back:
		p.wanted.back()
	default:
		return p.frame.Command(id)
	}
	return true
}
