package research

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/replay"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets/widgettest"
)

// watch stands for the sessions in the store: one of somebody who met an error and
// took a break, with as many more events as a test wants.
type watch struct {
	studio *studio
	more   int
	notes  []capture.Note
	fails  error
	asked  []capture.QuestionID
}

func newWatch(s *studio) *watch { return &watch{studio: s} }

// visitOf is what the journal holds of a session.
func (w *watch) visitOf() iter.Seq2[event.Record, error] {
	started := time.Date(2025, 11, 20, 9, 0, 0, 0, time.UTC)
	given := int32(capture.Answered)
	steps := []struct {
		after int
		event.Record
	}{
		{0, event.Record{Kind: event.SessionStarted}},
		{20, event.Record{Kind: event.TaskStarted, Task: "maya"}},
		{0, event.Record{Kind: event.PageShown, Task: "maya", Place: "referral"}},
		{30, event.Record{Kind: event.FieldEntered, Task: "maya", Question: "q2"}},
		{40, event.Record{Kind: event.AnswerCommitted, Task: "maya", Question: "q2", Code: given}},
		{5, event.Record{Kind: event.PageShown, Task: "maya", Place: "details"}},
		{9, event.Record{Kind: event.FieldEntered, Task: "maya", Question: "q1"}},
		{4, event.Record{Kind: event.HelpOpened, Task: "maya"}},
		{38, event.Record{Kind: event.HelpClosed, Task: "maya"}},
		{20, event.Record{Kind: event.SavePressed, Task: "maya", Place: "details", Code: 1}},
		{0, event.Record{Kind: event.IssueShown, Task: "maya", Question: "q1", Code: 1}},
		{3, event.Record{Kind: event.BreakStarted, Task: "maya"}},
		{120, event.Record{Kind: event.BreakEnded, Task: "maya"}},
		{9, event.Record{Kind: event.TaskFinished, Task: "maya"}},
	}
	return func(yield func(event.Record, error) bool) {
		offset := time.Duration(0)
		for i := range len(steps) + w.more {
			e := event.Record{Kind: event.FieldEntered, Task: "maya", Question: "q3"}
			if i < len(steps) {
				e, offset = steps[i].Record, offset+time.Duration(steps[i].after)*time.Second
			} else {
				offset += time.Second
			}
			e.Session, e.Run, e.Seq, e.Offset, e.At = uuid.UUID{1}, uuid.UUID{2}, uint64(i+1), offset, started.Add(offset)
			if !yield(e, nil) {
				return
			}
		}
	}
}

func (w *watch) Replay(ctx context.Context, id capture.SessionID, progress func(done, of int64)) (*replay.Session, error) {
	progress(5, 14)
	if w.fails != nil || ctx.Err() != nil {
		return nil, fmt.Errorf("the log cannot be read: %w", w.fails)
	}
	s, err := replay.Lay(id, 0, w.visitOf(), func(e event.Record) string {
		return strings.TrimSpace(strings.ReplaceAll(e.Kind.String(), ".", " ") + " " + e.Question)
	})
	s.Names = map[replay.Place]string{{Task: "maya", Section: "referral"}: "The referral", {Task: "maya", Section: "details"}: "Maya’s details", {Task: "maya"}: "Complete the record"}
	return s, err
}

func (w *watch) Costs(_ context.Context, q capture.QuestionID, progress func(done, of int64)) ([]replay.Cost, error) {
	w.asked = append(w.asked, q)
	progress(1, 2)
	return []replay.Cost{{Session: "0193-1", Task: "maya", Active: 74 * time.Second, Visits: 3, Shown: 1}}, w.fails
}

func (w *watch) Notes(context.Context, capture.SessionID) ([]capture.Note, error) {
	return slices.Clone(w.notes), nil
}

func (w *watch) SaveNote(_ context.Context, _ capture.SessionID, n capture.Note) (capture.Note, error) {
	w.studio.did["note"]++
	if n.ID == "" {
		n.ID = fmt.Sprint("note ", len(w.notes)+1)
	}
	if w.fails == nil {
		w.notes = append(slices.DeleteFunc(w.notes, func(x capture.Note) bool { return x.ID == n.ID }), n)
	}
	return n, w.fails
}

func (w *watch) RemoveNote(_ context.Context, _ capture.SessionID, id string) error {
	w.studio.did["remove note"]++
	w.notes = slices.DeleteFunc(w.notes, func(x capture.Note) bool { return x.ID == id })
	return w.fails
}

// listSessions shows the list with the one session there is.
func listSessions(t testing.TB, w *window) *sessions {
	t.Helper()
	d := roomOf(t, w.page).desk.(*desk)
	row := begun("TS2M4P")
	row.Simulated, row.LastSeq = true, 14
	d.sessions["TS2M4P"] = row
	w.open(t, pageSessions)
	w.run()
	return w.page.(*sessions)
}

func openReplay(t testing.TB, w *window) *replayed {
	t.Helper()
	listSessions(t, w).table.OnOpen(0, 0)
	w.run()
	p, ok := w.page.(*replayed)
	if !ok || !p.ready {
		t.Fatalf("the page is %T", w.page)
	}
	if code := study.FormatCode(p.row.Code); p.Title() != "Replay of "+code+" - Recordwell" || w.node("replay/title").Name != "Replay of "+code {
		t.Errorf("a replay is called %q, and has not another name than the list of sessions", p.Title())
	}
	return p
}

// keepNote writes a note by the form and gives it as it is kept.
func keepNote(t testing.TB, w *window, text string, outcome capture.Outcome, reason string) capture.Note {
	t.Helper()
	p := w.page.(*replayed)
	w.press(t, "replay/notes/write")
	f := p.notes.form
	f.text.SetValue(text)
	f.outcome.SetValue(string(outcome))
	f.reason.SetValue(reason)
	w.press(t, "replay/notes/form/save")
	w.run()
	if p.notes.form != nil {
		t.Fatal("the form is still open")
	}
	kept := p.room.desk.(*desk).notes
	return kept[len(kept)-1]
}

// tells reports that words are the name, description or error of something.
func (w *window) tells(words string) bool {
	found := false
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool {
		found = found || strings.Contains(n.Name+"\n"+n.Description, words)
		return true
	})
	return found
}

func replaying(t *testing.T) (*window, *widgettest.Keyboard, *replayed) {
	w, k := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	return w, k, openReplay(t, w)
}

func TestReplayShowsWhereThePersonWasInOneSentence(t *testing.T) {
	w, _, p := replaying(t)
	n := w.node("replay/picture")
	if n == nil {
		t.Fatal("there is no picture")
	}
	want := "5 minutes, section by section. The referral, 75 seconds. Maya’s details, 83 seconds, 1 error met, 1 time help opened. Break, 2 minutes"
	if n.Name != want {
		t.Errorf("the picture says %q, not %q", n.Name, want)
	}
	n.Actions[0].Do()
	if !p.table.HasFocus() {
		t.Error("pressing the picture does not lead to the list")
	}
	w.says(t, "No answers are kept in the log. You see where, when and how long. You never see what the person typed.")
}

func TestReplayMovesByKeysAndOnItsOwnOnlyWhenTold(t *testing.T) {
	w, k, p := replaying(t)
	var due func()
	var waits []time.Duration
	w.root.After = func(d time.Duration, f func()) func() {
		due = f
		waits = append(waits, d)
		return func() { due = nil }
	}
	if p.player.playing || due != nil {
		t.Fatal("it plays by itself")
	}
	p.table.TakeFocus()
	k.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if p.row0 != 2 || p.position.Words() != "0:30 of 4:38" {
		t.Errorf("it is at row %d, %s", p.row0, p.position.Words())
	}
	w.press(t, "replay/next-error")
	if m := p.here(); m.Mark != replay.ErrorMet || len(w.said) == 0 {
		t.Errorf("the next error is %+v", m)
	}
	p.goTo(0, false)
	w.press(t, "replay/play")
	rows := []int{}
	for range 40 {
		if due == nil {
			break
		}
		do := due
		due = nil
		do()
		rows = append(rows, p.row0)
	}
	if p.player.playing || p.row0 != len(p.list)-1 || !slices.IsSorted(rows) {
		t.Errorf("it went over the rows %v", rows)
	}
	for _, d := range waits {
		if d > longestWait || d < shortestWait {
			t.Errorf("it waited %v", d)
		}
	}
	w.press(t, "replay/play")
	if !p.page.Visible() || !p.player.playing {
		t.Fatal("it does not begin again")
	}
	p.Command(shortcut.Escape)
	if p.player.playing || due != nil {
		t.Error("Esc does not stop it")
	}
	w.press(t, "replay/on30")
	w.press(t, "replay/back30")
	if p.at() != p.base {
		t.Errorf("30 seconds on and back is %v", p.at()-p.base)
	}
}

func TestReplayListsOneKindOfMoment(t *testing.T) {
	w, _, p := replaying(t)
	all := len(p.list)
	p.shown = "finding"
	p.refine()
	if len(p.list) != 2 || all != 13 {
		t.Errorf("%d of %d moments are listed", len(p.list), all)
	}
	if last := w.said[len(w.said)-1]; last != "2 moments listed" {
		t.Errorf("it said %q", last)
	}
}

func TestQuestionLeadsToTheSessionAtItsMoment(t *testing.T) {
	w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	listSessions(t, w)
	w.open(t, pageQuestions)
	q := w.page.(*questions)
	q.openQuestion(1)
	asked := q.heat.rows[1].ID
	w.run()
	if q.dearest.table == nil || q.dearest.table.Rows() != 1 {
		t.Fatal("the sessions are not listed")
	}
	q.dearest.of = "q1"
	q.dearest.table.OnOpen(0, 0)
	w.run()
	p := w.page.(*replayed)
	if m := p.here(); m.Question != "q1" || m.Kind != event.FieldEntered {
		t.Errorf("the replay is at %+v", m)
	}
	if got := p.room.desk.(*desk).asked; len(got) != 1 || string(got[0]) != asked {
		t.Errorf("the costs of %v were asked for", got)
	}
}

func TestNotesAreWrittenChangedDeletedAndBroughtBack(t *testing.T) {
	w, _, p := replaying(t)
	d := p.room.desk.(*desk)
	p.goTo(9, false)
	n := keepNote(t, w, "Did not see the hint", capture.Completed, "The family was called by phone")
	if n.Task != "maya" || n.Outcome != capture.Completed || !n.At.Equal(p.here().Clock) || p.room.report != nil {
		t.Errorf("the note is %+v, measured again %v", n, p.room.report == nil)
	}
	w.says(t, "Observer: Completed")
	w.press(t, "replay/notes/1/change")
	f := p.notes.form
	f.when.SetValue("0:40")
	f.outcome.SetValue("")
	w.press(t, "replay/notes/form/save")
	w.run()
	if got := d.notes; len(got) != 1 || got[0].Outcome != "" || got[0].Reason != "" || p.timeOf(got[0].At) != "0:40" {
		t.Errorf("changed it is %+v", got)
	}
	w.press(t, "replay/notes/1/delete")
	w.run()
	if len(d.notes) != 0 {
		t.Error("the note is not deleted")
	}
	w.press(t, "replay/notes/undo")
	w.run()
	if len(d.notes) != 1 || d.notes[0].Text != "Did not see the hint" {
		t.Errorf("what came back is %+v", d.notes)
	}
	p.goTo(0, false)
	w.press(t, "replay/notes/1/go")
	if p.row0 != 2 {
		t.Errorf("the note leads to row %d", p.row0)
	}
}

func TestANoteThatIsNotWholeIsNotKept(t *testing.T) {
	w, _, p := replaying(t)
	for _, c := range []struct{ text, when, outcome, reason, wrong string }{
		{"", "1:00", "", "", "Enter what you noticed"},
		{"Words", "soon", "", "", "Enter minutes and seconds, like 6:06"},
		{"Words", "1:75", "", "", "Enter minutes and seconds, like 6:06"},
		{"Words", "1:00", "completed", " ", "Enter why you overrule the record"},
	} {
		w.press(t, "replay/notes/write")
		f := p.notes.form
		f.text.SetValue(c.text)
		f.when.SetValue(c.when)
		f.outcome.SetValue(c.outcome)
		f.reason.SetValue(c.reason)
		w.press(t, "replay/notes/form/save")
		w.run()
		if p.notes.form == nil || len(p.room.desk.(*desk).notes) > 0 {
			t.Fatalf("kept: %+v", c)
		}
		if !w.tells(c.wrong) {
			t.Errorf("%q is not said", c.wrong)
		}
		p.Command(shortcut.Escape)
		if p.notes.form != nil {
			t.Error("Esc does not close the form")
		}
	}
}

func TestANoteThatCannotBeSavedStaysInTheForm(t *testing.T) {
	w, _, p := replaying(t)
	w.press(t, "replay/notes/write")
	p.notes.form.text.SetValue("Words")
	p.room.desk.(*desk).watch.fails = errNotHere
	w.press(t, "replay/notes/form/save")
	w.run()
	if p.notes.form == nil || p.notes.form.text.Value() != "Words" || !strings.HasPrefix(p.notes.failed, "It is not saved. ") {
		t.Errorf("%q", p.notes.failed)
	}
}

func TestAReplayThatCannotBeReadSaysSo(t *testing.T) {
	w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	list := listSessions(t, w)
	d := list.room.desk.(*desk)
	d.watch.fails = errNotHere
	list.table.OnOpen(0, 0)
	w.run()
	p := w.page.(*replayed)
	if p.ready || w.node("replay/again") == nil {
		t.Fatal("it does not say so")
	}
	d.watch.fails = nil
	w.press(t, "replay/again")
	w.run()
	if !p.ready {
		t.Error("trying again does not help")
	}
}

// A page opens within 200 ms at 100,000 events, laid out and with its first rows.
func BenchmarkReplayOfALongSession(b *testing.B) {
	w, k := sit(b, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	listSessions(b, w)
	roomOf(b, w.page).desk.(*desk).watch.more = 100_000
	for b.Loop() {
		openReplay(b, w)
		k.Canvas.Capture()
	}
}
