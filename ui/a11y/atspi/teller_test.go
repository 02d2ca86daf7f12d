package atspi

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// tape is a bus that writes down the signals, short enough to compare.
type tape struct {
	mu    sync.Mutex
	lines []string
}

func (b *tape) Emit(path dbus.ObjectPath, name string, values ...any) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, key, ok := parsePath(path)
	if !ok {
		key = strings.TrimPrefix(string(path), "/org/a11y/atspi/")
	}
	line := strings.TrimPrefix(strings.TrimPrefix(name, atspiPrefix), "Event.") + " " + key
	if len(values) == 5 {
		line += fmt.Sprintf(" %v %v", values[0], values[1])
		switch v := values[3].(dbus.Variant).Value().(type) {
		case string:
			line += " " + v
		case ref:
			line += " " + string(v.Path)[len(base):]
		}
		if got := dbus.SignatureOf(values...).String(); got != "siiva{sv}" {
			line = "signature " + got
		}
	}
	b.lines = append(b.lines, strings.TrimSpace(line))
	return nil
}

func (b *tape) read() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	lines := b.lines
	b.lines = nil
	return lines
}

// rig is a back end on a tape, driven by the test instead of by its goroutines.
type rig struct {
	*Backend
	tape      *tape
	announces atomic.Int32
	page      *a11ytest.Sample
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{Backend: assemble(a11y.Program{Name: "Recordwell"}), tape: &tape{}, page: a11ytest.NewSample()}
	r.page.Changed = func() { r.Publish(a11y.NewTree(r.page.Describe())) }
	r.page.Changed()
	r.connected.Store(true)
	r.queue.put(job{link: &link{bus: r.tape, announces: &r.announces}})
	return r
}

// turn does all jobs and gives the signals they sent.
func (r *rig) turn() []string {
	for jobs := r.queue.take(); len(jobs) > 0; jobs = r.queue.take() {
		for _, j := range jobs {
			r.do(context.Background(), j)
		}
	}
	return r.tape.read()
}

func (r *rig) expect(t *testing.T, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, r.turn()); d != "" {
		t.Errorf("signals (-want +got):\n%s", d)
	}
}

func TestReaderThatIsThereLearnsWhereItIs(t *testing.T) {
	newRig(t).expect(
		t,
		"Object.ChildrenChanged accessible/root add 0 window_window",
		"Window.Create window  0 Recordwell sample",
		"Window.Activate window  0 Recordwell sample",
		"Object.StateChanged window active 1",
		"Object.StateChanged title focused 1",
	)
}

func TestSignals(t *testing.T) {
	r := newRig(t)
	r.turn()
	r.page.Focus("first")
	r.expect(t, "Object.StateChanged title focused 0", "Object.StateChanged first focused 1")
	r.page.Type("Ma")
	r.expect(t, "Object.TextChanged first insert 0 Ma", "Object.TextCaretMoved first  2")
	r.page.Fail("Enter a name")
	r.expect(
		t,
		"Object.ChildrenChanged first-question add 1 text_first_2derror",
		"Object.PropertyChange first accessible-description 0 As on the birth certificate. Error: Enter a name",
		"Object.StateChanged first invalid-entry 1",
	)
	r.page.Search("p", []string{"Polish"}, 0)
	r.expect(
		t,
		"Object.ChildrenChanged language-question add 1 listbox_language_2dlist",
		"Object.StateChanged language collapsed 0",
		"Object.StateChanged language expanded 1",
		"Object.TextChanged language insert 0 p",
		"Object.TextCaretMoved language  1",
	)
	r.page.Focus("language")
	r.expect(
		t,
		"Object.StateChanged first focused 0", "Object.StateChanged language focused 1",
		"Object.ActiveDescendantChanged language  0 option_language_2d0",
	)
	r.page.Choose("no")
	r.expect(
		t,
		"Object.StateChanged school-no checked 1",
		"Object.StateChanged language focused 0", "Object.StateChanged school-no focused 1",
	)
}

// A page whose title has the focus is said once: the window's new name has no words then.
func TestTheTitleOfAPageIsSaidOnce(t *testing.T) {
	r := newRig(t)
	page := func(window, id, heading string) {
		r.Publish(a11y.NewTree(&a11y.Node{ID: "window", Role: a11y.RoleWindow, Name: window, Children: []*a11y.Node{
			{ID: id, Role: a11y.RoleHeading, Name: heading, States: a11y.Focusable | a11y.Focused},
		}}))
	}
	page("Recordwell", "start", "Welcome")
	r.turn()
	for _, tt := range []struct{ window, heading, want string }{
		{"Your tasks - Recordwell", "Your tasks", "Object.PropertyChange window accessible-name 0"},
		{"Error: Your tasks - Recordwell", "Your tasks", "Object.PropertyChange window accessible-name 0 Error: Your tasks - Recordwell"},
	} {
		page(tt.window, tt.heading+tt.window, tt.heading)
		if got := r.turn(); !slices.Contains(got, tt.want) {
			t.Errorf("there is no %q among %q", tt.want, got)
		}
	}
}

// Who saves with the focus on a choice hears what is wrong with the question.
func TestAnErrorAroundTheFocusIsHeard(t *testing.T) {
	r := newRig(t)
	page := func(hint string, yes, no a11y.State) {
		r.Publish(a11y.NewTree(&a11y.Node{ID: "window", Role: a11y.RoleWindow, Children: []*a11y.Node{
			{ID: "agree", Role: a11y.RoleRadioGroup, Name: "Do you agree?", Description: hint, Children: []*a11y.Node{
				{ID: "yes", Role: a11y.RoleRadio, Name: "Yes", States: yes}, {ID: "no", Role: a11y.RoleRadio, Name: "No", States: no},
			}},
		}}))
	}
	page("", a11y.Focused, 0)
	r.turn()
	page("Error: Select whether you agree", a11y.Focused, 0)
	r.expect(t, "Object.PropertyChange agree accessible-description 0 Error: Select whether you agree",
		"Object.PropertyChange yes accessible-description 0 Error: Select whether you agree")
	page("Error: Select yes or no", 0, a11y.Focused)
	if got := r.turn(); slices.Contains(got, "Object.PropertyChange no accessible-description 0 Error: Select yes or no") {
		t.Errorf("what is new with a focus that moved is said by itself: %q", got)
	}
}

// What follows the person's own steps is told when it is asked for.
func TestAQuietBarIsNotTold(t *testing.T) {
	r := newRig(t)
	r.turn()
	page := func(now float64, quiet bool) {
		r.Publish(a11y.NewTree(&a11y.Node{ID: "window", Role: a11y.RoleWindow, Children: []*a11y.Node{
			{ID: "bar", Role: a11y.RoleProgress, Range: &a11y.Range{Max: 1, Now: now, Quiet: quiet}},
		}}))
	}
	for quiet, want := range map[bool]int{true: 0, false: 1} {
		page(0.1, quiet)
		r.turn()
		page(0.2, quiet)
		if got := r.turn(); len(got) != want {
			t.Errorf("quiet %v: told %q", quiet, got)
		}
	}
}

func TestAnnouncements(t *testing.T) {
	r := newRig(t)
	r.turn()
	r.page.Say("3 languages found")
	r.expect(
		t,
		"Object.PropertyChange status accessible-name 0 3 languages found",
		"Object.ChildrenChanged window add 21 notice_notice_2d1",
		"Object.StateChanged notice-1 showing 1",
	)
	r.page.Focus("first")
	if got := r.turn(); len(got) != 2 {
		t.Errorf("the notice did not stay when the page changed: %q", got)
	}
	r.withdraw(r.notices[0])
	r.expect(t, "Object.ChildrenChanged window remove 21 notice_notice_2d1")

	r.announces.Store(1)
	r.Announce("Tomás removed", a11y.LiveAssertive)
	r.expect(t, "Object.Announcement first  2 Tomás removed")
}

func TestNoticesAreFew(t *testing.T) {
	r := newRig(t)
	r.turn()
	for i := range 3 * mostNotices {
		r.Announce(fmt.Sprint("words ", i), a11y.LivePolite)
	}
	r.turn()
	if got := len(r.notices); got != mostNotices {
		t.Errorf("%d notices stand, want %d", got, mostNotices)
	}
}

func TestCopiesAreKeptWhenAsked(t *testing.T) {
	r := newRig(t)
	r.turn()
	r.server.cached.Store(true)
	r.page.Fail("Enter a name")
	got := r.turn()
	if last := got[len(got)-1]; last != "Cache.AddAccessible cache" {
		t.Errorf("the last signal is %q", last)
	}
	r.page.Fail("")
	got = r.turn()
	if last := got[len(got)-1]; last != "Cache.RemoveAccessible cache" {
		t.Errorf("the last signal is %q", last)
	}
}

func TestConnectionLost(t *testing.T) {
	r := newRig(t)
	r.turn()
	r.queue.put(job{link: &link{}})
	r.page.Focus("first")
	r.page.Say("Saved")
	r.expect(t)
	r.queue.put(job{link: &link{bus: r.tape, announces: &r.announces}})
	if got := r.turn(); got[len(got)-1] != "Object.StateChanged first focused 1" {
		t.Errorf("after the connection came back: %q", got)
	}
}

func TestKeysGoInTheirTurn(t *testing.T) {
	r := newRig(t)
	r.turn()
	r.reader.Store(true)
	var order []string
	times := map[int32]bool{}
	r.teller.link.keys = func(_ context.Context, k deviceEvent) { order, times[k.Time] = append(order, k.Name), true }
	r.KeyEvent(a11y.Key{Name: "A", Text: "a", Down: true})
	r.page.Type("a")
	r.KeyEvent(a11y.Key{Name: "Tab", Down: true})
	jobs := r.queue.take()
	if len(jobs) != 3 || jobs[0].key == nil || jobs[1].tree == nil || jobs[2].key == nil {
		t.Fatalf("the jobs are %+v", jobs)
	}
	for _, j := range jobs {
		r.do(context.Background(), j)
	}
	if d := cmp.Diff([]string{"a", "Tab"}, order); d != "" {
		t.Errorf("keys (-want +got):\n%s", d)
	}
	if len(times) != len(order) {
		t.Errorf("%d keys came at %d times", len(order), len(times))
	}
	for range 10 * mostKeys {
		r.KeyEvent(a11y.Key{Name: "Tab"})
	}
	if got := len(r.queue.take()); got != mostKeys {
		t.Errorf("%d keys wait for a reader that does not answer, want %d", got, mostKeys)
	}
	r.reader.Store(false)
	r.KeyEvent(a11y.Key{Name: "Tab"})
	if got := len(r.queue.take()); got != 0 {
		t.Error("a key was passed on although no reader is there")
	}
}

func TestTreesInARowAreOne(t *testing.T) {
	q := newQueue()
	for range 10 {
		q.put(job{tree: a11y.NewTree(nil)})
	}
	if got := len(q.take()); got != 1 {
		t.Errorf("%d trees wait, want the newest", got)
	}
}

func TestWorkEndsWithItsContext(t *testing.T) {
	r := newRig(t)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { r.work(ctx); close(ended) }()
	stop()
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Fatal("the goroutine that tells clients did not end")
	}
}

func TestDeviceEvents(t *testing.T) {
	tests := []struct {
		key  a11y.Key
		want deviceEvent
	}{
		{a11y.Key{Name: "A", Text: "a", Down: true}, deviceEvent{Symbol: 'a', Name: "a", IsText: true}},
		{a11y.Key{Name: "A", Down: true}, deviceEvent{Symbol: 'a', Name: "a", IsText: true}},
		{a11y.Key{Name: "A", Mods: a11y.Shift, Down: true}, deviceEvent{Symbol: 'A', Modifiers: 1, Name: "A", IsText: true}},
		{a11y.Key{Name: "A", Mods: a11y.Shift | a11y.CapsLock, Down: true}, deviceEvent{Symbol: 'a', Modifiers: 3, Name: "a", IsText: true}},
		{a11y.Key{Name: "S", Mods: a11y.Control, Down: true}, deviceEvent{Symbol: 'S', Modifiers: 4, Name: "S"}},
		{a11y.Key{Name: "Tab", Mods: a11y.Shift}, deviceEvent{Type: 1, Symbol: 0xff09, Modifiers: 1, Name: "Tab"}},
		{a11y.Key{Name: "Prior", Mods: a11y.Control | a11y.Alt, Down: true}, deviceEvent{Symbol: 0xff55, Modifiers: 12, Name: "Page_Up"}},
		{a11y.Key{Text: "ł", Down: true}, deviceEvent{Symbol: 0x01000142, Name: "ł", IsText: true}},
		{a11y.Key{Name: "Unheard", At: 3 * time.Second, Down: true}, deviceEvent{Name: "Unheard", Time: 3000}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, deviceEventOf(tt.key)); d != "" {
			t.Errorf("%+v (-want +got):\n%s", tt.key, d)
		}
	}
	if got := dbus.SignatureOf(deviceEvent{}).String(); got != "(uiiiisb)" {
		t.Errorf("a key is sent as %s, which the registry refuses", got)
	}
}

func TestListeners(t *testing.T) {
	l := listeners{}
	l.add(":1.1", "Object:StateChanged:focused")
	l.add(":1.2", "object:state-changed:")
	l.add(":1.2", "Object:Announcement")
	if got := l.count("object:state-changed:focused"); got != 2 {
		t.Errorf("%d listen for the focus, want 2", got)
	}
	l.remove(":1.2", "object:state-changed:")
	l.remove(":1.9", "Object:Announcement")
	if l.count("object:state-changed:focused") != 1 || l.count("object:announcement") != 1 {
		t.Errorf("left: %v", l)
	}
}
