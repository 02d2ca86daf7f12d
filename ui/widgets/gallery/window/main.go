//go:build gallery

// Command window shows the gallery of controls in a real window:
//
//	go run -tags gallery,x11,no_metadata ./ui/widgets/gallery/window -scheme dark -text 200
package main

import (
	"flag"
	"log"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"recordwell/assets"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
)

func main() {
	page := flag.String("page", "record", "page to show: record, pieces, desk, rows")
	scheme := flag.String("scheme", "light", "light, dark, hc-dark or hc-light")
	percent := flag.Int("text", 100, "size of text in percent")
	letters := flag.String("letters", "", "noto-sans or opendyslexic")
	space := flag.Bool("space", false, "more space between lines and words")
	flag.Parse()

	a := app.New()
	look, err := theme.New(assets.Look, theme.Settings{
		Scheme: theme.Scheme(*scheme), TextPercent: *percent, Letters: theme.Letters(*letters), MoreSpace: *space,
	})
	if err != nil {
		log.Fatal(err)
	}
	a.Settings().SetTheme(look)
	w := a.NewWindow("Recordwell controls")
	w.SetPadded(false)
	p := gallery.Record()
	if *page == "pieces" {
		p = gallery.Pieces()
	}
	switch *page {
	case "desk":
		p = &gallery.Page{Root: gallery.Researcher().Root}
	case "rows":
		p = &gallery.Page{Root: widgets.NewRoot("Recordwell", widgets.NewPad(24, 24, 24, 24, gallery.Long(1_000_000)))}
	}
	p.Root.OnAnnounce = func(words string, _ a11y.Live) { log.Print("said: ", words) }
	p.Root.OnKey = func(ev *fyne.KeyEvent) bool {
		log.Print("key left over: ", ev.Name)
		if ev.Name == fyne.KeyF6 {
			return p.Root.NextRegion(widgets.ShiftHeld())
		}
		if ev.Name == fyne.KeyF4 && p.Summary != nil {
			p.Summary.Next(widgets.ShiftHeld())
			return true
		}
		return false
	}
	p.Root.After = func(d time.Duration, f func()) func() {
		t := time.AfterFunc(d, func() { fyne.Do(f) })
		return func() { t.Stop() }
	}
	w.SetContent(p.Root)
	p.Root.Attach(w.Canvas())
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
