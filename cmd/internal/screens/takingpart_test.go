package screens

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
	"recordwell/ui/theme"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// consent goes to the consent page of a code, and agrees to what is needed and
// to the items named.
func (w *world) consent(code string) {
	w.Helper()
	w.write("Your code", code)
	w.press("Start")
	w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
}

func (w *world) agree(more ...string) {
	w.Helper()
	for _, i := range w.program.Study().Consent.Items {
		for _, id := range append([]string{study.Understood, study.Log, study.MayStop}, more...) {
			if i.ID == id {
				w.press(i.Words)
			}
		}
	}
	w.press("I agree, start")
}

// events are what the journal holds of the only session.
func (w *world) events() (out []event.Record) {
	w.Helper()
	rows, err := w.program.Store.Sessions(context.Background(), "")
	if err != nil || len(rows) != 1 {
		w.Fatalf("%d sessions, %v", len(rows), err)
	}
	out, err = w.program.Events(context.Background(), rows[0].ID)
	if err != nil {
		w.Fatal(err)
	}
	return out
}

func kinds(all []event.Record, kind event.Kind) (n int) {
	for _, e := range all {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// Each page around the tasks says what it said.
func TestPagesAroundTheTasksSayWhatTheySaid(t *testing.T) {
	pages := map[string]bool{
		"consent": true, "consent, nothing ticked": true, "screen covered": true, "break": true, "ease": true, "ease, nothing chosen": true,
		"statements": true, "statements, some left": true, "end questions": true, "thanks": true, "your data": true, "withdraw asks": true,
	}
	w := open(t, plain)
	for _, s := range screens {
		if !s.reach(w) || !pages[s.name] {
			continue
		}
		got := a11ytest.Outline(w.tree())
		file := filepath.Join("testdata", "takingpart", strings.ReplaceAll(strings.ReplaceAll(s.name, ",", ""), " ", "-")+".txt")
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s says\n%s\nwant\n%s", s.name, got, want)
		}
	}
}

func TestRefusingGoesBackAndKeepsNothing(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.press("I do not agree")
	w.title("You did not agree")
	w.press("Go to the start")
	w.title("Recordwell")
	if rows, err := w.program.Store.Sessions(t.Context(), ""); err != nil || len(rows) != 0 {
		t.Errorf("%d sessions, %v", len(rows), err)
	}
}

func TestSettingsAreTheComputersThePersonsOrNobodys(t *testing.T) {
	w := open(t, plain)
	before := w.window.Look()
	w.key(fyne.KeyPlus, ctrl)
	if w.settings["text_percent"] != "100" {
		t.Error("a setting made before consent was kept on the computer")
	}
	w.consent(w.program.Study().Codes[0])
	w.agree(study.AccessNeeds)
	w.title("Your tasks")
	w.key(fyne.KeyPlus, ctrl)
	mine := w.window.Look()
	if mine.TextPercent != 150 || w.settings["text_percent"] != "100" {
		t.Errorf("the text is %d, the computer's %s", mine.TextPercent, w.settings["text_percent"])
	}
	var steps []int32
	for _, e := range w.events() {
		if e.Kind == event.SettingChanged {
			steps = append(steps, e.Code)
		}
	}
	if !slices.Equal(steps, []int32{1, 125, 150}) {
		t.Errorf("the journal has %v", steps)
	}
	w.press("Stop and leave the study")
	w.press("Stop")
	w.title("Thank you")
	w.press("Close the session")
	w.title("Recordwell")
	if w.window.Look() != before {
		t.Errorf("the next person finds %+v", w.window.Look())
	}
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	if w.window.Look() != mine {
		t.Errorf("their own settings came back as %+v, were %+v", w.window.Look(), mine)
	}
}

func TestTheScreenIsCoveredWhenNobodyIsThere(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.title("Who got in touch")
	w.named("What is their name?", a11y.RoleTextBox).Focus()
	w.enter("Farah")
	before := w.focus().ID
	for range 20 { // someone works
		w.clock.advance(20 * time.Second)
		w.app.pump()
		w.key(fyne.KeyLeft, 0)
	}
	if n := kinds(w.events(), event.IdleStarted); n != 0 {
		t.Fatalf("someone who works was idle %d times", n)
	}
	w.clock.advance(31 * time.Second)
	w.app.pump()
	if kinds(w.events(), event.IdleStarted) != 1 {
		t.Error("30 seconds without a key are not in the journal")
	}
	w.clock.advance(5 * time.Minute)
	w.app.pump()
	w.title("The screen is covered")
	outline := a11ytest.Outline(w.tree())
	for _, secret := range []string{"Farah", "Maya", "name?", "Who got in touch", w.program.Study().Codes[0][:3]} {
		if strings.Contains(outline, secret) {
			t.Errorf("the covered screen says %q:\n%s", secret, outline)
		}
	}
	w.key(fyne.KeyComma, ctrl)
	w.key(fyne.KeyF9, 0)
	w.title("The screen is covered")
	w.press("Continue")
	w.title("Who got in touch")
	if got := w.focus(); got == nil || got.ID != before {
		t.Errorf("the focus is on %v, was on %s", got, before)
	}
	all := w.events()
	if kinds(all, event.IdleStarted) != 1 || kinds(all, event.IdleEnded) != 1 {
		t.Errorf("away began %d times and ended %d times", kinds(all, event.IdleStarted), kinds(all, event.IdleEnded))
	}
}

func TestADialogGoesWithTheCover(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.press("Stop and leave the study")
	w.clock.advance(6 * time.Minute)
	w.app.pump()
	w.title("The screen is covered")
	if n := w.seek("Stop", a11y.RoleButton); n != nil {
		t.Error("the dialog stands over the cover")
	}
}

func TestWithdrawingByButtonsGivesAReceipt(t *testing.T) {
	w := open(t, look{theme.Light, 200, 1280, 800})
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.title("Who got in touch")
	w.write("What is their name?", "Farah Anwar")
	rows, err := w.program.Store.Sessions(t.Context(), "")
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d sessions, %v", len(rows), err)
	}
	id := rows[0].ID
	w.key(fyne.KeyF1, 0)
	w.press("Your data and your choices")
	w.press("Withdraw")
	w.press("Delete my data")
	w.title("Your data are deleted")
	if outline := a11ytest.Outline(w.tree()); !strings.Contains(outline, string(id)) {
		t.Errorf("the receipt does not say its number:\n%s", outline)
	}
	if rows, err := w.program.Store.Sessions(t.Context(), ""); err != nil || len(rows) != 0 {
		t.Errorf("%d sessions are left, %v", len(rows), err)
	}
	if _, err := w.program.Store.LoadCase(t.Context(), id, "record"); err == nil {
		t.Error("the record is still there")
	}
	w.press("Go to the start")
	w.title("Recordwell")
}

func TestEarlierAnswersAndCommentsAreInHelp(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.title("Who got in touch")
	for _, words := range []string{"Joana Carvalho", "Farah Anwar"} {
		w.named("What is their name?", a11y.RoleTextBox).Focus()
		w.key(fyne.KeyA, ctrl)
		w.enter(words)
		w.key(fyne.KeyTab, 0)
		w.clock.advance(20 * time.Second)
		w.app.pump()
	}
	w.named("What is their name?", a11y.RoleTextBox).Focus()
	w.key(fyne.KeyF1, 0)
	w.press("Earlier versions of your answer")
	w.write("Comment on this question", "Which name if there are two callers?")
	w.node(func(n *a11y.Node) bool { return strings.HasPrefix(n.Name, "Bring back Joana Carvalho") }).Actions[0].Do()
	w.app.pump()
	if outline := a11ytest.Outline(w.tree()); !strings.Contains(outline, `textbox "What is their name?" = "Joana Carvalho"`) {
		t.Errorf("the earlier answer is not back:\n%s", outline)
	}
	all := w.events()
	rows, err := w.program.Store.Sessions(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	_, comments, err := w.program.Store.PersonSaid(t.Context(), rows[0].ID)
	if err != nil || len(comments) != 1 || comments[0].Text != "Which name if there are two callers?" ||
		!strings.HasSuffix(string(comments[0].Ref.Question), "referrer_name") {
		t.Errorf("%+v, %v", comments, err)
	}
	if kinds(all, event.FieldHistory) != 1 || kinds(all, event.CommentLeft) != 1 {
		t.Error("the journal does not say that both happened")
	}
	saved, err := w.program.Load(t.Context(), rows[0].ID, rows[0].Place.Task)
	if err != nil {
		t.Fatal(err)
	}
	if c := saved.Changes[len(saved.Changes)-1]; c.Cause != capture.Undone || c.Answer.Value != "Joana Carvalho" {
		t.Errorf("%+v", c)
	}
}

func TestWordsAreFoundInTheStory(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.title("Who got in touch")
	w.key(fyne.KeyF, ctrl)
	w.enter("bakery")
	if w.seek("1 part of the story") == nil {
		t.Errorf("the story is not searched:\n%s", a11ytest.Outline(w.tree()))
	}
	w.enter("q")
	if w.seek("The story does not say this") == nil {
		t.Errorf("what is not there is found:\n%s", a11ytest.Outline(w.tree()))
	}
	w.press("Show the whole story")
	if w.node(func(n *a11y.Node) bool { return strings.HasPrefix(n.Name, "Fernbeck Primary School rang") }) == nil {
		t.Error("the whole story does not come back")
	}
}

// What somebody has moved to with arrows and not taken yet stays where it is while
// the page hears that an earlier answer is saved.
func TestSavingDoesNotMoveWhatIsBeingChosen(t *testing.T) {
	w := open(t, plain)
	w.consent(w.program.Study().Codes[0])
	w.agree()
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.title("Who got in touch")
	w.write("Day", "7")
	w.named("Phone", a11y.RoleRadio).Focus()
	w.app.pump()
	w.key(fyne.KeyDown, 0)
	w.key(fyne.KeyDown, 0)
	want := w.focus().Name
	if want != "Email" {
		t.Fatalf("two arrows went to %q", want)
	}
	if err := w.program.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.app.pump()
	w.key(fyne.KeySpace, 0)
	if n := w.named(want, a11y.RoleRadio); !n.Has(a11y.Checked) {
		t.Errorf("%q was moved to, and something else was taken:\n%s", want, a11ytest.Outline(w.tree()))
	}
}
