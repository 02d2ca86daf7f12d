package ui

import (
	"context"
	"io/fs"
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recordwell/capture"
	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Settings keep a person's choices between runs. Names and values are short
// texts of our own, never anything typed.
type Settings interface {
	Get(name string) string
	Set(name, value string)
}

// Reader reads a page aloud.
type Reader interface {
	Available() bool
	Speaking() bool
	// Speak reads phrases; done is told, on any goroutine, when it ends.
	Speak(phrases []string, lang string, done func(error))
	Stop()
}

// Parts are what a window is made of.
type Parts struct {
	App      fyne.App
	Files    fs.FS // fonts and icons
	Settings Settings
	Backend  a11y.Backend
	Reader   Reader
	Desk     participant.Desk
	Clock    capture.Clock
	// Computer tells the colours that the computer is set to; false where it does
	// not say. It is asked on the UI goroutine and must be quick.
	Computer func() (c Computer, tells bool)
	// Research makes the researcher's first page; nil leaves that door shut.
	Research func(host participant.Host) participant.Page
	// Trouble is why the program cannot start: a page says so, and nothing else can
	// be done. Settings are then a Memory, and there is no Desk.
	Trouble error
	// Speller is a dictionary of the computer's; it is nil, or gives nil, where there
	// is none or it is not read yet.
	Speller func() widgets.Speller
	// Stirred is told that something is done or shown, and must be quick; nil where
	// nobody asks.
	Stirred func()
	// After runs a function on the UI goroutine after a while.
	After func(d time.Duration, f func()) (cancel func())
}

// Window is the program's window.
type Window struct {
	parts     Parts
	window    fyne.Window
	root      *widgets.Root
	publisher *a11y.Publisher
	keys      *shortcut.Table
	look      theme.Settings
	page      participant.Page
	under     []participant.Page // pages to go back to, under "Text and colours"
	seat      *seat              // nil while nobody takes part
	atDesk    bool               // the researcher's side is open
	class     widgets.Class
	ctx       context.Context
	end       context.CancelFunc
}

var _ participant.Host = (*Window)(nil)

// New makes the window on its start page.
func New(parts Parts) *Window {
	w := &Window{parts: parts, look: loadLook(parts.Settings), keys: shortcut.Load(parts.Settings.Get("shortcuts"))}
	w.ctx, w.end = context.WithCancel(context.Background())
	w.dress()
	w.window = parts.App.NewWindow("Recordwell")
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.root = widgets.NewRoot("Recordwell", widgets.NewSpace(1))
	w.root.OnKey, w.root.OnShortcut = w.key, w.shortcut
	w.root.OnKeyMoved, w.root.OnAnnounce, w.root.After = w.keyMoved, w.Announce, parts.After
	w.root.OnResize, w.root.OnTouched, w.root.Reading = w.resized, w.touch, parts.Backend.ReaderActive
	w.root.Speller = w.speller
	w.publisher = a11y.NewPublisher(fyne.Do, parts.Backend, w.root)
	w.window.SetContent(w.root)
	w.root.Attach(w.window.Canvas())
	w.window.Resize(loadSize(parts.Settings))
	w.window.SetCloseIntercept(w.Quit)
	parts.App.Lifecycle().SetOnEnteredForeground(func() { w.active(true) })
	parts.App.Lifecycle().SetOnExitedForeground(func() { w.active(false) })
	if parts.Trouble != nil {
		w.Show(participant.NewTrouble(w, parts.Trouble))
	} else {
		w.Show(participant.NewStart(w, parts.Desk))
	}
	return w
}

// ShowAndRun shows the window and runs until it is closed.
func (w *Window) ShowAndRun() { w.window.ShowAndRun() }

// Fyne returns the toolkit's window.
func (w *Window) Fyne() fyne.Window { return w.window }

// Page returns the page on screen.
func (w *Window) Page() participant.Page { return w.page }

// Changed says that something on the screen may not be what it was.
func (w *Window) Changed() {
	w.stir()
	w.publisher.Changed()
}

func (w *Window) stir() {
	if w.parts.Stirred != nil {
		w.parts.Stirred()
	}
}

// Tree builds the accessibility tree now and returns it.
func (w *Window) Tree() *a11y.Tree {
	w.publisher.Flush()
	return w.publisher.Tree()
}

// Show puts a page on the screen and the focus where reading begins.
func (w *Window) Show(p participant.Page) {
	w.stir()
	w.silence()
	if _, start := p.(*participant.Start); start {
		w.atDesk = false
	}
	if _, covered := w.page.(*participant.Lock); covered {
		n := len(w.under) - 1
		w.under[n].Leave()
		w.under[n] = p // it shows when the cover is taken away
		return
	}
	if w.page != nil {
		w.page.Leave()
	}
	w.page = p
	w.put(p)
	p.Arrive()
}

// OpenFile opens a file with the program of this computer that it belongs to.
func (w *Window) OpenFile(path string) error {
	return w.parts.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
}

func (w *Window) put(p participant.Page) {
	p.Resize(w.class)
	w.root.SetContent(p.Content())
	w.Retitle()
	w.publisher.Changed()
}

// Retitle gives the window the title of its page.
func (w *Window) Retitle() {
	if w.page != nil && w.window.Title() != w.page.Title() {
		w.window.SetTitle(w.page.Title())
		w.root.SetTitle(w.page.Title())
	}
	w.publisher.Changed()
}

// Class tells how much room there is.
func (w *Window) Class() widgets.Class { return w.class }

// Root is all of the window.
func (w *Window) Root() *widgets.Root { return w.root }

// Announce speaks words that do not stay on the screen.
func (w *Window) Announce(words string, live a11y.Live) { w.publisher.Announce(words, live) }

// Work does a job off the UI goroutine, and then calls done on it.
func (w *Window) Work(job func(ctx context.Context) error, done func(error)) {
	go func() {
		err := job(w.ctx)
		fyne.Do(func() {
			done(err)
			w.publisher.Changed()
		})
	}()
}

// Researcher opens the researcher's side.
func (w *Window) Researcher() {
	if w.parts.Research != nil && w.seat == nil {
		w.atDesk = true
		w.Show(w.parts.Research(w))
	}
}

// Quit remembers the window's size and closes it. What is unsaved is written
// down after the window is gone.
func (w *Window) Quit() {
	w.root.Leave()
	w.rise()
	saveSize(w.parts.Settings, w.window.Canvas().Size())
	w.silence()
	w.end()
	w.window.Close()
	w.parts.App.Quit()
}

func (w *Window) active(yes bool) {
	if w.seat != nil {
		w.seat.session.Window(yes)
	}
	if a, ok := w.page.(interface{ Active(bool) }); ok {
		a.Active(yes)
	}
	w.root.LetGo()
	w.publisher.SetActive(yes)
}

func (w *Window) resized(size fyne.Size) {
	if c := widgets.ClassOf(widgets.EffectiveWidth(size.Width, theme.Current().Scale())); c != w.class {
		w.class = c
		if w.page != nil {
			w.page.Resize(c)
		}
	}
	w.publisher.Changed()
}

// key acts on keys that no control wanted.
func (w *Window) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		defer w.publisher.Changed()
		return w.page.Command(shortcut.Escape)
	}
	return w.command(w.keys.Find(shortcut.OfKey(ev.Name, widgets.ShiftHeld())))
}

func (w *Window) shortcut(s fyne.Shortcut) bool {
	return w.command(w.keys.Find(shortcut.OfShortcut(s)))
}

func (w *Window) command(id shortcut.ID) bool {
	defer w.publisher.Changed()
	if _, covered := w.page.(*participant.Lock); covered {
		return id != "" && w.page.Command(id)
	}
	switch id {
	case "":
		return false
	case shortcut.Bigger:
		w.resizeText(1)
	case shortcut.Smaller:
		w.resizeText(-1)
	case shortcut.NormalSize:
		w.setLook(func(s *theme.Settings) { s.TextPercent = 100 })
	case shortcut.Looks:
		w.TextAndColours()
	case shortcut.Lock:
		w.Lock()
	case shortcut.ReadAloud:
		w.ReadAloud()
	case shortcut.Spelling:
		return w.root.LookAtWords()
	case shortcut.NextRegion:
		w.root.NextRegion(false)
	case shortcut.PreviousRegion:
		w.root.NextRegion(true)
	default:
		return w.page.Command(id)
	}
	return true
}

func (w *Window) keyMoved(ev *fyne.KeyEvent, down bool) {
	w.touch()
	w.publisher.Changed()
	w.publisher.Key(keyOf(ev, down))
}

func keyOf(ev *fyne.KeyEvent, down bool) a11y.Key {
	k := a11y.Key{Name: string(ev.Name), Code: int32(ev.Physical.ScanCode), Down: down}
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		held := d.CurrentKeyModifiers()
		for _, m := range []struct {
			fyne fyne.KeyModifier
			ours a11y.Modifiers
		}{{fyne.KeyModifierShift, a11y.Shift}, {fyne.KeyModifierControl, a11y.Control}, {fyne.KeyModifierAlt, a11y.Alt}, {fyne.KeyModifierSuper, a11y.Super}} {
			if held&m.fyne != 0 {
				k.Mods |= m.ours
			}
		}
	}
	return k
}
