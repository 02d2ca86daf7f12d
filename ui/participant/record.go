package participant

import (
	"context"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/formview"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Record is the record page: sections, one page of questions, the family's
// story, and a bottom bar with saving and the main button.
type Record struct {
	host    Host
	desk    Desk
	session *session.Session

	top       *topBar
	sections  *sectionPanel
	side      *sidePanel
	finder    *finder
	strip     *strip
	both      *widgets.Stack // top bar and strip
	scroll    *widgets.Scroll
	body      *widgets.Stack
	region    *widgets.Region
	paper     *widgets.Frame
	border    *widgets.Border
	bottom    *bottomBar
	content   fyne.CanvasObject
	wasNarrow bool

	page pageParts
	key  pageKey
	// arrived is set once the page is on the screen: nothing before can have the
	// focus.
	arrived bool
	save    int // the save that the summary on screen tells of
}

// pageKey tells one page from another.
type pageKey struct {
	kind    session.PageKind
	section string
	item    capture.EntityID
}

// pageParts are the controls of the page on screen.
type pageParts struct {
	summary *widgets.ErrorSummary
	above   *widgets.Text
	heading *widgets.Heading
	hint    *widgets.Text
	form    *formview.Form
	list    *listPart
	mark    *markPart
	check   *checkPart
	times   *timelinePart
	matches *matchesPart
	copies  *copiesPart
}

// NewRecord makes the record page of the task that the session has in hand.
func NewRecord(host Host, desk Desk, s *session.Session) *Record {
	r := &Record{host: host, desk: desk, session: s}
	r.top = newTopBar(host, "record", frameTask)
	r.top.onBreak, r.top.onHelp = r.takeBreak, r.help
	r.sections = newSectionPanel(r.goSection, r.timeline)
	r.side = newSidePanel(s, func() { r.showSide(false) })
	r.finder = newFinder(host, r.side)
	r.side.extra.onData, r.side.extra.onHelp, r.side.extra.onBack = r.data, host.Help, r.backTo
	r.side.extra.load = func(l *recordedList) { l.load(r.host, r.desk) }
	r.strip = newStrip(r)
	r.body = widgets.NewStack(theme.Space5)
	r.scroll = widgets.NewScroll("record/scroll", partName(&session.Page{}), widgets.NewPad(theme.Space5, theme.Space6+8, theme.Space6, theme.Space6+8, r.body))
	r.region = widgets.NewRegion("record/page", "Record", r.scroll)
	r.bottom = newBottomBar(r)
	r.paper = widgets.NewFill(theme.Surface, r.region)
	r.border = widgets.NewBorder(nil, r.bottom.region, nil, nil, r.paper)
	r.content = widgets.NewFill(theme.Bg, r.border)
	s.OnChange(r.update)
	r.Resize(host.Class())
	r.update()
	return r
}

// Title is the window's title; after a failed save it begins with "Error: ".
func (r *Record) Title() string {
	v := r.session.View()
	if v == nil {
		return "Recordwell"
	}
	title := v.Page.Title + " - Recordwell"
	if v.Page.Failed && hasErrors(v.Page) {
		return "Error: " + title
	}
	return title
}

func hasErrors(p session.Page) bool {
	for _, l := range p.Summary {
		if !l.Query {
			return true
		}
	}
	return false
}

// Content is the page.
func (r *Record) Content() fyne.CanvasObject { return r.content }

// Arrive puts the focus on the title, or where someone was before a restart.
func (r *Record) Arrive() {
	r.arrived = true
	r.arriveAt(r.session.Focus())
}

func (r *Record) arriveAt(ref capture.Ref) {
	if ref.Question == "" || r.page.form == nil || !r.page.form.Focus(ref) {
		r.page.heading.TakeFocus()
	}
}

// Leave stops listening to the session.
func (r *Record) Leave() {
	r.session.OnChange(nil)
	r.session.OnLog(nil)
}

// Resize lays the parts out for a class of widths.
func (r *Record) Resize(class widgets.Class) {
	r.top.resize(class)
	narrow := class >= widgets.Narrow
	r.strip.resize(narrow)
	r.bottom.resize(class)
	level := 2
	if narrow {
		level = 1
		// The family must not take the page's place because the text grew.
		r.side.open = r.side.open && (r.wasNarrow || r.side.helping)
	}
	r.wasNarrow = narrow
	r.side.setLevel(level)
	r.sections.title.SetLevel(level)
	var left, right fyne.CanvasObject
	centre := fyne.CanvasObject(r.paper)
	switch {
	case narrow && r.strip.open:
		centre = r.sections.region
	case narrow && r.side.open:
		centre = r.side.region()
	case !narrow:
		left = r.sections.region
		r.side.open = r.side.open || class == widgets.Wide && !r.side.closed
		if r.side.open {
			right = r.side.region()
		}
	}
	r.border.SetCentre(centre)
	width := float32(268)
	if class == widgets.Medium {
		width = 232
	}
	r.border.SetWidths(width, 316)
	r.border.SetLeft(left)
	r.border.SetRight(right)
	r.border.SetTop(r.tops(narrow))
}

// tops is the top bar, with the strip under it where there is no room at the
// sides.
func (r *Record) tops(narrow bool) fyne.CanvasObject {
	if !narrow {
		return r.top.region
	}
	if r.both == nil {
		r.both = widgets.NewStack(0, r.top.region, r.strip.region)
	}
	return r.both
}

func (r *Record) narrow() bool { return r.host.Class() >= widgets.Narrow }

func (r *Record) goSection(id string) {
	r.commit()
	r.strip.close()
	here := r.key
	r.session.Go(id)
	if r.key == here { // on the page already: its title is where a page begins
		r.scroll.ScrollToTop()
		r.page.heading.TakeFocus()
	}
}

// commit leaves the field that has the focus, so that its answer counts.
func (r *Record) commit() { r.host.Root().Commit() }

func (r *Record) next() {
	r.commit()
	if v := r.session.View(); v != nil && v.Page.Kind == session.CheckPage {
		r.bottom.main(v)
		return
	}
	if v := r.session.View(); v != nil && reads(&v.Page) {
		r.back()
		return
	}
	r.session.Continue()
}

func (r *Record) back() {
	r.commit()
	if !r.session.Back() {
		r.session.Leave()
		r.host.Show(NewTasks(r.host, r.desk, r.session))
	}
}

func (r *Record) finish() {
	r.commit()
	task, title := r.session.Current().Spec, r.Title()
	r.session.Finish()
	saveFinished(r.host, r.desk, title, task.Title, func() { afterTask(r.host, r.desk, r.session, task.ID) })
}

// saveFinished waits until a finished task is on the disk, and goes on from the page
// with a title.
func saveFinished(host Host, desk Desk, title, task string, goOn func()) {
	between(host, title, "Saving your record", desk.Sync, func(err error) {
		if err != nil {
			host.Show(newUnsaved(host, desk, task, err, goOn))
			return
		}
		goOn()
	})
}

func (r *Record) takeBreak() {
	r.commit()
	r.session.Break(true)
	r.host.Show(NewBreak(r.host, r.session.Code(), func() {
		r.session.Break(false)
		again := NewRecord(r.host, r.desk, r.session)
		r.host.Show(again)
	}))
}

// find shows the story with a box to search it.
func (r *Record) find() {
	if r.session.View().Page.Check != nil {
		return // the rules stand in the story's place
	}
	r.side.closeHelp()
	r.showSide(true)
	r.finder.begin()
}

// print opens a copy of the record, to be printed from the browser.
func (r *Record) print() {
	r.commit()
	keepCopy(r.host, r.desk, r.session.ID(), "record.html", r.session.RecordPage(), func(words string) { r.host.Announce(words, a11y.LivePolite) })
}

// readBack opens the record in plain words; back comes here again.
func (r *Record) readBack() {
	r.commit()
	r.host.Show(newReadBack(r.host, r.desk, r.session, func() { r.host.Show(NewRecord(r.host, r.desk, r.session)) }))
}

// data opens what the person can do about their data; back comes here again.
func (r *Record) data() {
	r.commit()
	r.host.Show(NewYourData(r.host, r.desk, r.session, func() { r.host.Show(NewRecord(r.host, r.desk, r.session)) }))
}

// backTo goes to a question whose earlier answer came back.
func (r *Record) backTo(ref capture.Ref) {
	r.side.closeHelp()
	if !r.page.form.Focus(ref) {
		r.page.heading.TakeFocus()
	}
	r.host.Announce("The earlier answer is back. Press Ctrl and Z to undo", a11y.LivePolite)
}

// openTask goes from a page to a task of the session, whose case has to be read first.
func openTask(host Host, desk Desk, page Page, s *session.Session, task string, failed func(error)) {
	var saved capture.SavedCase
	between(host, page.Title(), "Opening the record", func(ctx context.Context) (err error) {
		saved, err = desk.Load(ctx, s.ID(), task)
		return err
	}, func(err error) {
		if err != nil {
			host.Show(page)
			failed(err)
			return
		}
		s.Enter(task, saved)
		host.Show(NewRecord(host, desk, s))
	})
}

// Command does what a shortcut means on the record page.
func (r *Record) Command(id shortcut.ID) bool {
	switch id {
	case shortcut.Escape:
		return r.closeNearest()
	case shortcut.Continue:
		r.next()
	case shortcut.Story:
		r.showSide(!r.side.open)
	case shortcut.NextError:
		r.toError(1)
	case shortcut.PreviousError:
		r.toError(-1)
	case shortcut.Help:
		r.help()
	case shortcut.Break:
		r.takeBreak()
	case shortcut.FindInStory:
		r.find()
	case shortcut.Timeline:
		r.timeline()
	case shortcut.Print:
		r.print()
	case shortcut.Undo:
		r.undo(r.session.Undo, "Undone", "There is nothing to undo")
	case shortcut.Redo:
		r.undo(r.session.Redo, "Done again", "There is nothing to do again")
	case shortcut.Back:
		r.back()
	default:
		return r.toSection(id)
	}
	return true
}

func (r *Record) toSection(id shortcut.ID) bool {
	n, ok := shortcut.Section(id)
	v := r.session.View()
	if !ok || v == nil || n > len(v.Sections) {
		return false
	}
	r.goSection(v.Sections[n-1].ID)
	return true
}

// undo takes a step back or forward, and says so: where the focus stays, nothing
// else does.
func (r *Record) undo(step func() (capture.Ref, bool), done, none string) {
	r.commit()
	ref, ok := step()
	if !ok {
		r.host.Announce(none, a11y.LivePolite)
		return
	}
	if r.page.form == nil || !r.page.form.Focus(ref) {
		r.page.heading.TakeFocus()
	}
	r.host.Announce(done, a11y.LivePolite)
}
