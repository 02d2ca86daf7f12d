package ui

import (
	"slices"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// lockAfter is how long nobody touches anything before the screen is covered.
const lockAfter = 5 * time.Minute

// seat is who takes part: from consent until they leave. Nobody reaches the
// researcher's side meanwhile.
type seat struct {
	session *session.Session
	choices capture.Choices
	touched time.Duration // by the clock that does not jump
	stop    func()        // the watch for idleness
}

// Seat tells who takes part. What they set before they agreed was in memory; it
// is kept now, and follows their code. Without any, their own choices of an
// earlier time come back.
func (w *Window) Seat(s *session.Session, choices capture.Choices) {
	if w.seat != nil {
		w.seat.stop()
		w.seat.session.OnLog(nil)
		w.seat = nil
	}
	if s == nil {
		w.wear(loadLook(w.parts.Settings), shortcut.Load(w.parts.Settings.Get(keyKeys)))
		return
	}
	w.seat = &seat{session: s, choices: choices, touched: w.parts.Clock.Elapsed(), stop: func() {}}
	if computer := loadLook(w.parts.Settings); w.look != computer || choices.Get(keyText) == "" {
		saveLook(choices, w.look)
		choices.Set(keyKeys, w.keys.Save())
	} else {
		w.wear(loadLook(choices), shortcut.Load(choices.Get(keyKeys)))
	}
	tellLook(s, theme.Settings{TextPercent: 100}, w.look)
	w.watch(session.IdleAfter)
}

// wear puts on somebody's look and keys.
func (w *Window) wear(look theme.Settings, keys *shortcut.Table) {
	w.keys = keys
	if w.look != look {
		w.look = look
		w.redress()
	}
}

// keeper is where choices are kept now: with the person who takes part, or with
// the computer at the researcher's side. Before anybody agrees it is nowhere.
func (w *Window) keeper() (Settings, bool) {
	switch {
	case w.seat != nil:
		return w.seat.choices, true
	case w.atDesk:
		return w.parts.Settings, true
	}
	return nil, false
}

// keepLook keeps a changed look, and tells it to the session of whoever agreed
// to that.
func (w *Window) keepLook(before theme.Settings) {
	if k, ok := w.keeper(); ok {
		saveLook(k, w.look)
	}
	if w.seat != nil {
		tellLook(w.seat.session, before, w.look)
	}
}

// schemes and letters are closed lists, so that a step is a number.
var (
	schemes = []theme.Scheme{theme.MatchComputer, theme.Light, theme.Dark, theme.ContrastDark, theme.ContrastLight}
	letters = []theme.Letters{theme.Atkinson, theme.NotoSans, theme.OpenDyslexic}
)

// tellLook notes what differs, each as a step of a closed list.
func tellLook(s *session.Session, before, after theme.Settings) {
	if before.Scheme != after.Scheme {
		s.Setting(keyScheme, slices.Index(schemes, after.Scheme))
	}
	if before.TextPercent != after.TextPercent {
		s.Setting(keyText, after.TextPercent)
	}
	if before.Letters != after.Letters {
		s.Setting(keyLetters, slices.Index(letters, after.Letters))
	}
	if before.MoreSpace != after.MoreSpace {
		s.Setting(keySpace, step(after.MoreSpace))
	}
	if before.ReduceMovement != after.ReduceMovement {
		s.Setting(keyMove, step(after.ReduceMovement))
	}
	if before.HideSpelling != after.HideSpelling {
		s.Setting(keyWords, step(!after.HideSpelling))
	}
}

func step(on bool) int {
	if on {
		return 1
	}
	return 0
}

// touch notes that somebody is at the computer.
func (w *Window) touch() {
	w.stir()
	if w.seat == nil {
		return
	}
	w.seat.touched = w.parts.Clock.Elapsed()
	if _, covered := w.page.(*participant.Lock); !covered {
		w.seat.session.Idle(false)
	}
}

// watch looks again after a while whether anybody touched anything.
func (w *Window) watch(after time.Duration) {
	at := w.seat
	at.stop = w.parts.After(after, func() {
		if w.seat != at {
			return
		}
		quiet := w.parts.Clock.Elapsed() - at.touched
		switch {
		case quiet >= lockAfter:
			at.session.Idle(true)
			w.Lock()
			w.watch(session.IdleAfter)
		case quiet >= session.IdleAfter:
			at.session.Idle(true)
			w.watch(min(session.IdleAfter, lockAfter-quiet))
		default:
			w.watch(session.IdleAfter - quiet)
		}
	})
}

// Lock covers the screen of whoever takes part: nothing of the record is on it,
// nor in what a screen reader can read. Any button goes on.
func (w *Window) Lock() {
	if _, covered := w.page.(*participant.Lock); covered || w.seat == nil {
		return
	}
	w.root.CloseDialogs()
	w.root.Commit()
	w.seat.session.Idle(true)
	focused := w.window.Canvas().Focused()
	under := w.page
	w.silence()
	lock := participant.NewLock(w, func() {
		w.seat.touched = w.parts.Clock.Elapsed()
		w.seat.session.Idle(false)
		w.back()
		if w.page != under || !widgets.GiveBack(focused) {
			w.page.Arrive()
		}
	})
	w.under = append(w.under, under)
	w.page = lock
	w.put(lock)
	lock.Arrive()
	w.Announce("The screen is covered", a11y.LivePolite)
}

// rise notes that the window is closed on somebody.
func (w *Window) rise() {
	if w.seat != nil {
		w.seat.session.End(event.EndLeft)
		w.seat.stop()
		w.seat = nil
	}
}
