package research

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// lock asks for the researcher's passphrase. It has no side menu: nothing of the
// researcher's side shows before it is opened.
type lock struct {
	room    *room
	heading *widgets.Heading
	box     *widgets.TextBox
	ask     *widgets.Question
	all     fyne.CanvasObject
	busy    bool
	left    bool
	open    *widgets.Button
}

func newLock(r *room) *lock {
	l := &lock{room: r}
	l.heading = widgets.NewHeading("lock/title", "Research desk", 1)
	l.box = widgets.NewTextBox("lock/passphrase", "Passphrase")
	l.box.SetSecret(true)
	l.box.SetLetters(30)
	l.box.OnCommit = func(string) {
		if l.box.HasFocus() { // Enter, and not that it was left
			l.unlock()
		}
	}
	l.ask = widgets.NewQuestion("lock/ask", "What is the researcher’s passphrase?", l.box)
	l.ask.SetHint("This is a screen lock. It does not seal the records on this computer")
	l.open = widgets.NewButton("lock/open", "Open the research desk", widgets.Main, l.unlock)
	back := widgets.NewButton("lock/back", "Back to the start page", widgets.Secondary, r.close)
	card := widgets.NewCard(widgets.NewStack(theme.Space5, l.ask, widgets.NewRow(theme.Space3, l.open, back)))
	page := widgets.NewStack(theme.Space4, widgets.NewText("lock/where", r.desk.StudyTitle(), theme.BodyDense).SetToken(theme.Muted), l.heading, card)
	l.all = widgets.NewFill(theme.Bg, widgets.NewRegion("lock/page", "Page", widgets.NewScroll("lock/scroll", "",
		widgets.NewPad(theme.Space7, theme.Space6, theme.Space6, theme.Space6, widgets.NewMeasure(page).SetCentred()))))
	return l
}

func (l *lock) unlock() {
	if l.busy {
		return
	}
	typed := l.box.Value()
	if typed == "" {
		l.fail("Enter the passphrase")
		return
	}
	l.busy = true
	l.open.SetBusy("Opening…")
	right := false
	start(l.room.host, func(*work) error {
		right = l.room.desk.Unlock(typed)
		return nil
	}, func(int64, int64) {}, func(error, bool) {
		l.busy = false
		l.open.SetBusy("")
		if l.left {
			return
		}
		if !right {
			l.fail("That is not the passphrase. Check capital letters, then try again")
			return
		}
		l.box.SetValue("")
		l.room.goTo(pageOverview)
	})
}

func (l *lock) fail(words string) {
	l.ask.SetError(words)
	l.box.TakeFocus()
}

// Title is the window's title.
func (l *lock) Title() string { return "Research desk - Recordwell" }

// Content is the page.
func (l *lock) Content() fyne.CanvasObject { return l.all }

// Resize does nothing: the page is one column.
func (l *lock) Resize(widgets.Class) {}

// Arrive puts the focus on the title.
func (l *lock) Arrive() { l.left = false; l.heading.TakeFocus() }

// Leave forgets what was typed.
func (l *lock) Leave() { l.left = true; l.box.SetValue("") }

// Command opens the side, or goes back.
func (l *lock) Command(id shortcut.ID) bool {
	switch id {
	case shortcut.Continue:
		l.unlock()
	case shortcut.Back, shortcut.Escape:
		l.room.close()
	default:
		return false
	}
	return true
}
