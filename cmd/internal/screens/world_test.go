package screens

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
	"recordwell/ui"
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
	"recordwell/ui/research"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// look is how a window is shown.
type look struct {
	scheme        theme.Scheme
	percent       int
	width, height float32
}

func (l look) String() string {
	return fmt.Sprintf("%s-%d-%d", l.scheme, l.percent, int(l.width))
}

// plain is the look of a new person.
var plain = look{theme.Light, 100, 1280, 800}

// world is the program at work on a desktop of the test's own.
type world struct {
	testing.TB
	look     look
	app      *app
	program  *program.Program
	window   *ui.Window
	keys     *widgettest.Keyboard
	settings settings
	reader   *reader
	heard    *a11ytest.Recorder
	clock    *clock
	computer *ui.Computer  // what the computer says of itself; nil: nothing
	trouble  error         // why the program cannot start
	full     bool          // the disk has no room
	slow     chan struct{} // the disk takes its time until this is closed; nil: it does not
}

// open starts the program with an empty data folder.
func open(t testing.TB, l look) *world { return openOn(t, l, assets.Content) }

// openOn starts the program on other files than those that ship.
func openOn(t testing.TB, l look, files fs.FS) *world { return openIn(t, l, files, t.TempDir()) }

// openIn starts the program with the records in a folder.
func openIn(t testing.TB, l look, files fs.FS, dir string) *world {
	t.Helper()
	return startIn(t, l, files, dir, program.Open)
}

// startIn starts the program, which may still be reading its files.
func startIn(t testing.TB, l look, files fs.FS, dir string, start func(context.Context, string, program.Options) (*program.Program, error)) *world {
	t.Helper()
	w := &world{TB: t, look: l, clock: &clock{}, heard: &a11ytest.Recorder{}, reader: &reader{}, settings: settings{
		"scheme": string(l.scheme), "text_percent": fmt.Sprint(l.percent), "window": fmt.Sprintf("%dx%d", int(l.width), int(l.height)),
	}}
	w.app = newApp(t)
	var err error
	w.program, err = start(context.Background(), dir, program.Options{
		Clock: w.clock, Files: files, Post: fyne.Do, After: func(d time.Duration, f func()) { w.clock.after(d, f) },
	})
	if err != nil {
		t.Fatal(err)
	}
	w.window = ui.New(w.parts())
	w.keys = &widgettest.Keyboard{Canvas: w.window.Fyne().Canvas(), Clipboard: test.NewClipboard()}
	t.Cleanup(func() {
		w.window.Quit()
		w.app.pump()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := w.program.Close(ctx); err != nil {
			t.Error(err)
		}
		w.app.pump()
	})
	return w
}

func (w *world) parts() ui.Parts {
	return ui.Parts{
		Computer: func() (ui.Computer, bool) {
			if w.computer == nil {
				return ui.Computer{}, false
			}
			return *w.computer, true
		},
		Trouble:  w.trouble,
		Research: research.Opener(w.program.Research(w.program.Settings(), w.TempDir()), w.program),
		App:      w.app, Files: assets.Look, Settings: w.settings, Backend: w.heard, Reader: w.reader, Speller: func() widgets.Speller { return misspelt }, Desk: crammed{w.program, w}, Clock: w.clock, After: w.clock.after,
	}
}

// crammed is a desk whose disk has no room as long as the world says so.
type crammed struct {
	*program.Program
	world *world
}

func (c crammed) Sync(ctx context.Context) error {
	if slow := c.world.slow; slow != nil {
		<-slow
	}
	if c.world.full {
		return errors.New("The disk is full. Free some space; saving then goes on by itself.") //nolint:staticcheck // words for the page
	}
	return c.Program.Sync(ctx)
}

// tree is what a reader is told now, below the window.
func (w *world) tree() *a11y.Node {
	w.app.pump()
	return w.window.Tree().Root().Children[0]
}

// node is the first thing that fits, or nil.
func (w *world) node(fits func(n *a11y.Node) bool) *a11y.Node {
	var found *a11y.Node
	w.tree().Walk(func(n, _ *a11y.Node) bool {
		if found == nil && fits(n) {
			found = n
		}
		return found == nil
	})
	return found
}

// named finds a control by its name; the test ends where there is none.
func (w *world) named(name string, roles ...a11y.Role) *a11y.Node {
	w.Helper()
	n := w.seek(name, roles...)
	if n == nil {
		w.Fatalf("%v: there is no %v named %q in:\n%s", w.look, roles, name, a11ytest.Outline(w.tree()))
	}
	return n
}

func (w *world) seek(name string, roles ...a11y.Role) *a11y.Node {
	return w.node(func(n *a11y.Node) bool {
		if n.Name != name {
			return false
		}
		for _, r := range roles {
			if n.Role == r {
				return true
			}
		}
		return len(roles) == 0
	})
}

// button is the whole name of the first button whose name begins so.
func (w *world) button(begins string) string {
	w.Helper()
	n := w.node(func(n *a11y.Node) bool { return n.Role == a11y.RoleButton && strings.HasPrefix(n.Name, begins) })
	if n == nil {
		w.Fatalf("there is no button %q… in:\n%s", begins, a11ytest.Outline(w.tree()))
	}
	return n.Name
}

// press does what pressing a button, link, tick box or radio button does.
func (w *world) press(name string) {
	w.Helper()
	n := w.named(name, a11y.RoleButton, a11y.RoleLink, a11y.RoleRadio, a11y.RoleCheckBox, a11y.RoleSwitch, a11y.RoleTab, a11y.RoleListItem)
	if len(n.Actions) == 0 {
		w.Fatalf("%s %q cannot be pressed", n.Role, n.Name)
	}
	n.Actions[0].Do()
	w.app.pump()
}

// write puts words into a text box by its name, as if they were typed.
func (w *world) write(name, words string) {
	w.Helper()
	n := w.named(name, a11y.RoleTextBox, a11y.RoleComboBox)
	if n.SetText == nil {
		w.Fatalf("%s %q cannot be written in", n.Role, n.Name)
	}
	n.SetText(words)
	w.app.pump()
}

// choose presses a choice of a question by the names of both.
func (w *world) choose(question, choice string) {
	w.Helper()
	group := w.node(func(n *a11y.Node) bool {
		return (n.Role == a11y.RoleRadioGroup || n.Role == a11y.RoleGroup) && strings.HasPrefix(n.Name, question) && below(n, choice) != nil
	})
	if group == nil {
		w.Fatalf("%v: there is no question %q with a choice %q in:\n%s", w.look, question, choice, a11ytest.Outline(w.tree()))
	}
	below(group, choice).Actions[0].Do()
	w.app.pump()
}

func below(n *a11y.Node, name string) *a11y.Node {
	var found *a11y.Node
	n.Walk(func(c, _ *a11y.Node) bool {
		if found == nil && c.Name == name && len(c.Actions) > 0 {
			found = c
		}
		return found == nil
	})
	return found
}

// enter types words into what has the focus; key presses a key with others held.
func (w *world) enter(words string) { w.keys.Type(words); w.app.pump() }

func (w *world) key(name fyne.KeyName, held fyne.KeyModifier) { w.keys.Press(name, held); w.app.pump() }

// focus is the node with the focus, or nil.
func (w *world) focus() *a11y.Node {
	return w.node(func(n *a11y.Node) bool { return n.Has(a11y.Focused) })
}

// title waits until the window has a title that begins with these words.
func (w *world) title(words string) {
	w.Helper()
	w.until(fmt.Sprintf("the window is called %q", words), func() bool {
		return strings.HasPrefix(strings.TrimPrefix(w.window.Fyne().Title(), "Error: "), words)
	})
}

// until runs what is due until something is so.
func (w *world) until(what string, so func() bool) {
	w.Helper()
	for range 500 {
		w.app.pump()
		if so() {
			return
		}
		w.app.wait(10 * time.Millisecond)
	}
	w.Fatalf("%v: waited in vain until %s; the window is %q:\n%s", w.look, what, w.window.Fyne().Title(), a11ytest.Outline(w.tree()))
}
