// Command recordwell is the desktop program: a social worker fills in trial
// records, a researcher sees how it goes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
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
	"recordwell/ui/spelling"
	"recordwell/ui/widgets"
)

// garbage is how much may lie about once the window is open, in hundredths of what is
// in use: most of the program's time is waiting, so collecting more often costs
// nothing that anyone sees, and memory is what an old office computer has least of.
// What starting left behind goes back to the computer.
const garbage, settled = 40, 3 * time.Second

func main() {
	if os.Getenv("GOGC") == "" {
		time.AfterFunc(settled, func() {
			debug.SetGCPercent(garbage)
			debug.FreeOSMemory()
		})
	}
	data := flag.String("data", filepath.Join(xdg.DataHome, "recordwell"), "the folder where records are kept")
	flag.Parse()
	if err := run(*data); err != nil {
		fmt.Fprintln(os.Stderr, "recordwell:", err)
		os.Exit(2)
	}
}

func run(dir string) error {
	desktop := app.NewWithID("org.recordwell.Recordwell")
	// Reading forms before the window is there would only keep it from coming.
	shown := make(chan struct{})
	p, trouble := program.Start(context.Background(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content, Post: fyne.Do, After: func(d time.Duration, f func()) { after(d, f) }, Hold: shown,
	})
	parts := ui.Parts{App: desktop, Files: assets.Look, Reader: speak.New(), After: after, Trouble: trouble, Settings: ui.Memory{}, Speller: dictionary(), Stirred: newRest().stirred}
	if trouble == nil {
		parts.Settings, parts.Desk, parts.Clock = p.Settings(), p, p.Clock
		parts.Research = research.Opener(p.Research(p.Settings(), xdg.UserDirs.Documents), p)
	}
	show(desktop, parts, func() { close(shown) })
	if trouble != nil {
		return trouble
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	err := p.Close(ctx)
	return errors.Join(p.Ready(ctx), err)
}

// show opens the window, joins it to the desktop's readers and colours, and returns
// when it is closed. It calls shown when the window is there.
func show(desktop fyne.App, parts ui.Parts, shown func()) {
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
	parts.Backend = native.New(a11y.Program{Name: "Recordwell", Version: program.Version, Lang: "en-GB", Run: act, Origin: at.Origin})
	defer parts.Backend.Close()
	parts.Computer = computer(desktop, func() {
		if window != nil {
			window.ComputerChanged()
		}
	})
	window = ui.New(parts)
	desktop.Lifecycle().SetOnStarted(func() {
		shown()
		find(&at, window.Fyne())
	})
	window.ShowAndRun()
}

// closeWithin is how long a disk that does not answer may keep the program open.
const closeWithin = 20 * time.Second

// dictionary reads the dictionary of this computer, if it has one, while the window
// opens.
func dictionary() func() widgets.Speller {
	var words atomic.Pointer[spelling.Dictionary]
	folders := spelling.Folders(append([]string{xdg.DataHome}, xdg.DataDirs...)...)
	go func() { words.Store(spelling.Find("en_GB", folders...)) }()
	return func() widgets.Speller {
		if d := words.Load(); d != nil {
			return d
		}
		return nil
	}
}

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
