package research

import (
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// The pages of the side menu.
const (
	pageStudies   = "studies"
	pageScenarios = "scenarios"
	pageForms     = "forms"
	pageCollect   = "collect"
	pageWithdraw  = "withdraw"
	pageOverview  = "overview"
	pageQuestions = "questions"
	pageSessions  = "sessions"
	pageCompare   = "compare"
	pageQuality   = "quality"
	pageCheck     = "check"
	pageLooks     = "looks"
	pageHelp      = "help"
	pageLock      = "lock"
	pageStart     = "start"
)

var menuItems = []widgets.MenuItem{
	{ID: pageStudies, Name: "Studies", Icon: "home", Group: "Research"},
	{ID: pageScenarios, Name: "Scenarios", Icon: "note"},
	{ID: pageForms, Name: "Form library", Icon: "file"},
	{ID: pageCollect, Name: "Collect results", Icon: "inbox"},
	{ID: pageOverview, Name: "Study overview", Icon: "chart", Group: "Findings"},
	{ID: pageQuestions, Name: "Questions", Icon: "table"},
	{ID: pageSessions, Name: "Session replay", Icon: "play"},
	{ID: pageCompare, Name: "Compare rounds", Icon: "compare"},
	{ID: pageQuality, Name: "Data quality", Icon: "shield", Group: "Data"},
	{ID: pageCheck, Name: "Check a return", Icon: "search"},
	{ID: pageWithdraw, Name: "Withdraw a person", Icon: "bin"},
	{ID: pageLooks, Name: "Text and colours", Icon: "text", Foot: true},
	{ID: pageHelp, Name: "Help", Icon: "help", Foot: true},
	{ID: pageLock, Name: "Screen lock", Icon: "lock", Foot: true},
	{ID: pageStart, Name: "Back to the start", Icon: "left", Foot: true},
}

// menuWidth is at 100% text.
const menuWidth float32 = 228

// frame is what the researcher's pages have in common: the side menu, or a bar
// with a Menu button where there is no room beside the page, and one scrolling
// page under its title.
type frame struct {
	room    *room
	id      string
	place   string // of the menu that the page belongs to
	title   string
	where   *widgets.Text
	heading *widgets.Heading
	head    *widgets.Row
	news    *widgets.Stack // how things ended whose pages were left
	marks   *widgets.Stack // what every page must say, such as that results are made up
	body    *widgets.Stack

	page   *widgets.Scroll
	inner  *widgets.Frame
	region *widgets.Region
	border *widgets.Border
	button *widgets.MenuButton
	places *widgets.SideMenu
	opened bool // the menu, in a narrow window
	class  widgets.Class
	scale  float32 // of the text
	all    fyne.CanvasObject
	onSize func(widgets.Class)

	// key and self are what the page is kept as while jobs of its go on, or something
	// on it is unsaved.
	key     string
	self    participant.Page
	going   int
	unsaved bool
}

func newFrame(r *room, id, title string) *frame {
	return newFrameIn(r, id, id, title)
}

// newFrameIn makes the frame of a page that lies under a page of the menu.
func newFrameIn(r *room, place, id, title string) *frame {
	f := &frame{room: r, id: id, place: place, title: title, class: -1}
	f.where = widgets.NewText(id+"/where", r.desk.StudyTitle(), theme.BodyDense).SetToken(theme.Muted)
	f.heading = widgets.NewHeading(id+"/title", title, 1)
	f.head = widgets.NewRow(theme.Space3, widgets.NewStack(theme.Space1, f.where, f.heading))
	f.news = widgets.NewStack(theme.Space2)
	f.news.Hide()
	f.marks = widgets.NewStack(theme.Space2)
	f.body = widgets.NewStack(theme.Space4)
	f.inner = widgets.NewPad(theme.Space5, theme.Space6, theme.Space6, theme.Space6, widgets.NewStack(theme.Space4, f.head, f.news, f.marks, f.body))
	f.page = widgets.NewScroll(id+"/scroll", "", f.inner)
	f.button = widgets.NewMenuButton(id+"/menu-button", "Menu", f.toggle)
	f.region = widgets.NewRegion(id+"/page", "Page", f.page)
	f.border = widgets.NewBorder(nil, nil, nil, nil, f.region)
	f.all = widgets.NewFill(theme.Bg, f.border)
	f.Resize(r.host.Class())
	return f
}

// setActions puts the page's buttons beside its title.
func (f *frame) setActions(buttons ...fyne.CanvasObject) {
	f.head.SetEnd(buttons...)
}

// Title is the window's title.
func (f *frame) Title() string { return f.title + " - Recordwell" }

// Content is the page.
func (f *frame) Content() fyne.CanvasObject { return f.all }

// Arrive puts the focus on the title.
func (f *frame) Arrive() {
	f.room.front = f
	f.showNews()
	f.heading.TakeFocus()
}

// Leave says that the page is not on the screen any more; what it was told, it is
// told no more.
func (f *frame) Leave() {
	f.room.front, f.room.changed, f.room.restocked = nil, nil, nil
	f.news.SetChildren()
	f.news.Hide()
}

// Command does what shortcuts mean on every page of the researcher.
func (f *frame) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Help:
		f.room.goTo(pageHelp)
	case id == shortcut.Escape && f.opened:
		f.toggle()
	default:
		return false
	}
	return true
}

// Resize lays the page out for a class of widths.
func (f *frame) Resize(class widgets.Class) {
	scale := theme.Current().Scale()
	if class == f.class && scale == f.scale {
		return // what is open stays open
	}
	f.class, f.scale, f.opened = class, scale, false
	side := theme.Space6
	if class >= widgets.Narrow {
		side = theme.Space5
	}
	f.inner.SetPad(theme.Space5, side, theme.Space6, side)
	f.arrange()
	if f.onSize != nil {
		f.onSize(class)
	}
}

func (f *frame) arrange() {
	var side, top, content fyne.CanvasObject = nil, nil, f.inner
	width := float32(0)
	switch {
	case f.class < widgets.Narrow:
		side, width = f.side(), theme.Current().Scaled(menuWidth)
	case f.class < widgets.Least:
		top = f.bar()
	default: // bars scroll with the page
		content = widgets.NewStack(0, f.bar(), f.inner)
	}
	f.border.SetTop(top)
	f.border.SetLeft(side)
	f.border.SetWidths(width, 0)
	f.page.SetContent(content)
	f.fold()
}

// fold shows the menu of a narrow window in the page's place, or the page.
func (f *frame) fold() {
	f.button.SetOpen(f.opened)
	if !f.opened {
		f.region.SetName("Page")
		f.region.SetContent(f.page)
		return
	}
	f.region.SetName("Menu")
	f.places = f.menu()
	f.region.SetContent(widgets.NewFill(theme.Nav, widgets.NewScroll(f.id+"/menu-scroll", "", f.places)))
}

// toggle opens or closes the menu of a narrow window.
func (f *frame) toggle() {
	f.opened = !f.opened
	f.fold()
	if f.opened {
		f.places.TakeFocus()
	} else {
		f.button.TakeFocus()
	}
}

func (f *frame) menu() *widgets.SideMenu {
	items := menuItems
	if len(f.room.desk.Study().Rounds) < 2 && f.place != pageCompare { // nothing to compare, and less to read
		items = slices.DeleteFunc(slices.Clone(items), func(i widgets.MenuItem) bool { return i.ID == pageCompare })
	}
	m := widgets.NewSideMenu(f.id+"/menu", "Pages", items, f.place)
	m.OnChoose = f.choose
	return m
}

func (f *frame) choose(id string) {
	if f.opened {
		f.opened = false
		f.fold()
	}
	if id == f.id {
		f.heading.TakeFocus()
		return
	}
	f.room.goTo(id)
}

// side is the menu beside the page, with the program's mark over it.
func (f *frame) side() fyne.CanvasObject {
	places := f.menu()
	mark := widgets.NewPad(theme.Space3-2, theme.Space3, theme.Space1, theme.Space4+4,
		widgets.NewRow(theme.Space3, widgets.NewIcon("logo", theme.NavText, 34),
			widgets.NewText(f.id+"/brand", "Recordwell", theme.Question).SetToken(theme.NavText)))
	stack := widgets.NewStack(0, mark, places)
	stack.SetFill(places)
	return widgets.NewRegion(f.id+"/side", "Menu", widgets.NewFill(theme.Nav, widgets.NewScroll(f.id+"/side-scroll", "", stack)))
}

// bar is the dark bar of a narrow window.
func (f *frame) bar() fyne.CanvasObject {
	row := widgets.NewRow(theme.Space4, f.button, widgets.NewText(f.id+"/bar", f.title, theme.Title3.AsBold()).SetToken(theme.NavText))
	if f.class < widgets.Thin {
		row.SetEnd(widgets.NewIcon("logo", theme.NavText, 34))
	}
	return widgets.NewRegion(f.id+"/top", "Top bar", widgets.NewFill(theme.Nav, widgets.NewPad(theme.Space2+2, theme.Space5, theme.Space2+2, theme.Space5, row)))
}

// uncover scrolls until all of a thing is in view, or its top where it is higher
// than the view.
func (f *frame) uncover(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(f.page).Y
	below := top + o.Size().Height + theme.Space4 - f.page.Size().Height
	if move := min(below, top-theme.Space4); move > 0 {
		f.page.ScrollTo(f.page.Offset() + move)
	}
}
