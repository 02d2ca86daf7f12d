package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Memory keeps choices until the program ends: where there is no store.
type Memory map[string]string

// Get and Set are those of [Settings].
func (m Memory) Get(name string) string { return m[name] }
func (m Memory) Set(name, value string) { m[name] = value }

// The names under which choices are kept.
const (
	keyScheme  = "scheme"
	keyText    = "text_percent"
	keyLetters = "letters"
	keySpace   = "more_space"
	keyMove    = "reduce_movement"
	keyWords   = "spelling"
	keyWindow  = "window"
	keyKeys    = "shortcuts"
)

// matchComputer is how the wish to follow the computer is kept; nothing kept
// means light.
const matchComputer theme.Scheme = "match"

func loadLook(s Settings) theme.Settings {
	percent, _ := strconv.Atoi(s.Get(keyText))
	scheme := theme.Scheme(s.Get(keyScheme))
	switch scheme {
	case "":
		scheme = theme.Light // until a person asks for something else
	case matchComputer:
		scheme = theme.MatchComputer
	}
	return theme.Settings{
		Scheme: scheme, TextPercent: max(100, percent), Letters: theme.Letters(s.Get(keyLetters)),
		MoreSpace: s.Get(keySpace) == "on", ReduceMovement: s.Get(keyMove) == "on",
		HideSpelling: s.Get(keyWords) == "off",
	}
}

func saveLook(s Settings, l theme.Settings) {
	scheme := l.Scheme
	if scheme == theme.MatchComputer {
		scheme = matchComputer
	}
	s.Set(keyScheme, string(scheme))
	s.Set(keyText, strconv.Itoa(l.TextPercent))
	s.Set(keyLetters, string(l.Letters))
	s.Set(keySpace, onOff(l.MoreSpace))
	s.Set(keyMove, onOff(l.ReduceMovement))
	words := ""
	if l.HideSpelling {
		words = "off"
	}
	s.Set(keyWords, words)
}

func onOff(b bool) string {
	if b {
		return "on"
	}
	return ""
}

// The least window, and the one that a new person gets.
const (
	leastWidth, leastHeight = 1024, 640
	firstWidth, firstHeight = 1280, 800
)

func loadSize(s Settings) fyne.Size {
	w, h, ok := strings.Cut(s.Get(keyWindow), "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	if !ok || errW != nil || errH != nil {
		return fyne.NewSize(firstWidth, firstHeight)
	}
	return fyne.NewSize(float32(max(width, leastWidth)), float32(max(height, leastHeight)))
}

func saveSize(s Settings, size fyne.Size) {
	s.Set(keyWindow, fmt.Sprintf("%dx%d", int(size.Width), int(size.Height)))
}

// Computer is what a computer is set to, for those who follow it.
type Computer struct{ Dark, MoreContrast bool }

// computer is what the computer is set to, and whether it says so.
func (w *Window) computer() (c Computer, tells bool) {
	if w.parts.Computer == nil {
		return Computer{}, false
	}
	return w.parts.Computer()
}

// ComputerChanged follows the computer, if that is what the person asked for.
func (w *Window) ComputerChanged() {
	c, _ := w.computer()
	if w.look.Resolve(c.Dark, c.MoreContrast).Scheme != theme.Current().Settings().Scheme {
		w.redress()
	}
}

// dress gives the program the look of its settings.
func (w *Window) dress() {
	c, _ := w.computer()
	t, err := theme.New(w.parts.Files, w.look.Resolve(c.Dark, c.MoreContrast))
	if err != nil {
		fyne.LogError("Letters are missing; using the toolkit's own", err)
	}
	w.parts.App.Settings().SetTheme(t)
}

// Look returns the person's settings.
func (w *Window) Look() theme.Settings { return w.look }

// SetLook changes how everything looks, at once and for later.
func (w *Window) SetLook(l theme.Settings) { w.setLook(func(s *theme.Settings) { *s = l }) }

func (w *Window) setLook(change func(*theme.Settings)) {
	before := w.look
	change(&w.look)
	if w.look == before {
		return
	}
	w.keepLook(before)
	w.redress()
}

// redress draws everything anew in the look of the settings.
func (w *Window) redress() {
	w.root.KeepInSight(func() {
		w.dress()
		w.class = 0
		w.resized(w.window.Canvas().Size())
		w.root.Refresh()
	})
}

func (w *Window) resizeText(steps int) {
	w.setLook(func(s *theme.Settings) { s.TextPercent = theme.NextTextSize(s.TextPercent, steps) })
	w.Announce(fmt.Sprintf("Text size %d%%", w.look.TextPercent), a11y.LivePolite)
}

// KeysChanged keeps the person's shortcuts.
func (w *Window) KeysChanged() {
	if k, ok := w.keeper(); ok {
		k.Set(keyKeys, w.keys.Save())
	}
}

// TextAndColours opens the page of settings over the page on screen; closing it
// goes back to the same field.
func (w *Window) TextAndColours() {
	if looks, open := w.page.(*participant.Looks); open {
		looks.Command(shortcut.Back)
		return
	}
	_, tells := w.computer()
	w.over(func(closed func()) participant.Page {
		return participant.NewLooks(w, participant.LooksParts{
			Look: w.Look, SetLook: w.SetLook, Keys: w.keys, KeysChanged: w.KeysChanged, CanReadAloud: w.CanReadAloud(), ComputerTells: tells, HasDictionary: w.dictionary() != nil,
		}, closed)
	})
}

// Help opens help with the program over the page on screen.
func (w *Window) Help() {
	if help, open := w.page.(*participant.Help); open {
		help.Command(shortcut.Back)
		return
	}
	w.over(func(closed func()) participant.Page { return participant.NewHelp(w, w.keys, closed) })
}

// over shows a page over the one on screen; closing it goes back to the same field.
func (w *Window) over(open func(closed func()) participant.Page) {
	focused := w.window.Canvas().Focused()
	under := w.page
	p := open(func() {
		w.back()
		if !widgets.GiveBack(focused) {
			under.Arrive()
		}
	})
	w.silence()
	w.under = append(w.under, under)
	w.page = p
	w.put(p)
	p.Arrive()
}

// back goes to the page under the one on screen, which is as it was left.
func (w *Window) back() {
	if len(w.under) == 0 {
		return
	}
	p := w.under[len(w.under)-1]
	w.under = w.under[:len(w.under)-1]
	w.page = p
	w.put(p)
}

// CanReadAloud reports whether this computer can speak, and no screen reader
// does so already.
func (w *Window) CanReadAloud() bool {
	return w.parts.Reader != nil && w.parts.Reader.Available() && !w.parts.Backend.ReaderActive()
}

// ReadAloud reads the page, or stops.
func (w *Window) ReadAloud() {
	if w.parts.Reader == nil {
		return
	}
	if w.parts.Reader.Speaking() {
		w.silence()
		return
	}
	if !w.CanReadAloud() {
		return
	}
	w.parts.Reader.Speak(a11y.Reading(w.Tree().Root()), "en-GB", func(err error) {
		if err != nil {
			fyne.LogError("The page could not be read aloud", err)
		}
	})
}

func (w *Window) silence() {
	if w.parts.Reader != nil {
		w.parts.Reader.Stop()
	}
}
