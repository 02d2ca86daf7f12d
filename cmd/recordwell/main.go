// Command recordwell is the desktop program: a social worker fills in trial
// records, a researcher sees how it goes.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"
	"github.com/adrg/xdg"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
	"recordwell/ui"
	"recordwell/ui/a11y"
	"recordwell/ui/a11y/native"
	"recordwell/ui/a11y/place"
	"recordwell/ui/a11y/speak"
	"recordwell/ui/research"
)

func main() {
	data := flag.String("data", filepath.Join(xdg.DataHome, "recordwell"), "the folder where records are kept")
	flag.Parse()
	if err := run(*data); err != nil {
		fmt.Fprintln(os.Stderr, "recordwell:", err)
		os.Exit(2)
	}
}

func run(dir string) error {
	desktop := app.NewWithID("org.recordwell.Recordwell")
	p, err := program.Open(context.Background(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content, Post: fyne.Do, After: func(d time.Duration, f func()) { after(d, f) },
	})
	if err != nil {
		ui.Trouble(desktop, assets.Look, err)
		return err
	}
	var window *ui.Window
	// What a reader does changes what is on the screen, as a key does.
	act := func(f func()) {
		fyne.Do(func() {
			f()
			if window != nil {
				window.Changed()
			}
		})
	}
	var at place.Window
	defer at.Close()
	backend := native.New(a11y.Program{Name: "Recordwell", Version: program.Version, Lang: "en-GB", Run: act, Origin: at.Origin})
	settings := p.Settings()
	follow := func() {
		if window != nil {
			window.ComputerChanged()
		}
	}
	window = ui.New(ui.Parts{
		Computer: computer(desktop, follow),
		Research: research.Opener(p.Research(settings, xdg.UserDirs.Documents), p),
		App:      desktop, Files: assets.Look, Settings: settings, Backend: backend, Reader: speak.New(), Desk: p, Clock: p.Clock, After: after,
	})
	desktop.Lifecycle().SetOnStarted(func() { find(&at, window.Fyne()) })
	window.ShowAndRun()
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	err = p.Close(ctx)
	backend.Close()
	return err
}

// closeWithin is how long a disk that does not answer may keep the program open.
const closeWithin = 20 * time.Second

// find tells which window of the desktop ours is, where that can be told.
func find(at *place.Window, window fyne.Window) {
	n, ok := window.(driver.NativeWindow)
	if !ok {
		return
	}
	n.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok {
			at.Set(uint32(x.WindowHandle))
		}
	})
}

// after runs a function on the UI goroutine after a while.
func after(d time.Duration, f func()) (cancel func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}
