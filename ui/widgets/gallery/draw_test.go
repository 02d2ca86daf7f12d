package gallery_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
)

// TestDraw draws the gallery as PNG into the folder that DRAW names.
func TestDraw(t *testing.T) {
	dir := os.Getenv("DRAW")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, s := range []theme.Settings{{Scheme: theme.Light}, {Scheme: theme.Dark}, {Scheme: theme.ContrastDark}, {Scheme: theme.Light, TextPercent: 200}} {
		test.NewTempApp(t)
		look, err := theme.New(assets.Look, s)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(look)
		p := gallery.Record()
		w := show(t, p.Root, 700, 1500)
		p.Summary.TakeFocus()
		save(t, w, filepath.Join(dir, fmt.Sprintf("record-%s-%d.png", s.Scheme, max(100, s.TextPercent))))
		p = gallery.Pieces()
		save(t, show(t, p.Root, 1280, 1500), filepath.Join(dir, fmt.Sprintf("pieces-%s-%d.png", s.Scheme, max(100, s.TextPercent))))
	}
}

func show(t *testing.T, root *widgets.Root, width, height float32) fyne.Window {
	w := test.NewTempWindow(t, root)
	w.SetPadded(false)
	root.Attach(w.Canvas())
	w.Resize(fyne.NewSize(width, height))
	return w
}

func save(t *testing.T, w fyne.Window, path string) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
