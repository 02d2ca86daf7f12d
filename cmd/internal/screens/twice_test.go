package screens

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
)

// twice presses a control by its key, and again before what the first press began
// has ended, as those do who press everything twice. Then it waits for both.
func (w *world) twice(name string) {
	w.Helper()
	n := w.named(name, a11y.RoleButton, a11y.RoleLink)
	n.Focus()
	w.app.pump()
	before := w.window.Fyne().Title()
	w.keys.Press(fyne.KeyReturn, 0)
	if now := w.window.Fyne().Title(); now == "Recordwell" && now != before {
		w.Errorf("after %q the window has the title %q until the next page comes", name, now)
	}
	w.keys.Press(fyne.KeyReturn, 0)
	for range 10 {
		w.app.wait(5 * time.Millisecond)
		w.app.pump()
	}
}

// What leads on from a page is pressed twice: it is done once, and what is done on
// the next page stays.
func TestWhatIsPressedTwiceIsDoneOnce(t *testing.T) {
	w := open(t, plain)
	w.write("Your code", w.program.Study().Codes[0])
	w.twice("Start")
	w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
	for _, i := range w.program.Study().Consent.Needed() {
		w.press(i.Words)
	}
	w.twice("I agree, start")
	w.title("Your tasks")
	w.twice(w.button("Start"))
	w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
	w.goTo("Check your answers", "Check your answers")
	w.full = true
	w.twice(w.button("Finish with"))
	w.title("Record finished, not saved yet")
	w.twice("Try again")
	w.title("Record finished, not saved yet")
	w.full = false
	w.twice("Try again")
	w.title("Overall, how difficult")
	w.choose(session.SEQWords, "4 of 7")
	w.twice("Continue")
	w.title("What do you think of the system?")
	w.twice("Skip these questions")
	w.title("Using this record at work")
	w.twice("Skip these questions")
	w.title("Thank you")
	w.twice("Close the session")
	w.title("Recordwell")

	all := w.events()
	for kind, want := range map[event.Kind]int{
		event.TaskStarted: 1, event.TaskFinished: 1, event.SurveyAnswered: 1, event.SurveySkipped: 2, event.SessionEnded: 1,
	} {
		if got := kinds(all, kind); got != want {
			t.Errorf("%v is logged %d times, want %d", kind, got, want)
		}
	}
}

// A disk that takes its time is waited for on a page that says so.
func TestASlowDiskIsSaid(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.press(w.button("Start"))
	w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
	w.goTo("Check your answers", "Check your answers")
	w.slow = make(chan struct{})
	w.press(w.button("Finish with"))
	if w.focus() != nil || !strings.HasPrefix(w.window.Fyne().Title(), "Check your answers") {
		t.Errorf("the page between has %v and the title %q", w.focus(), w.window.Fyne().Title())
	}
	w.title("Saving your record")
	w.key(fyne.KeyReturn, ctrl)
	w.key(fyne.KeyEscape, 0)
	w.title("Saving your record")
	close(w.slow)
	w.title("Overall, how difficult")
}
