package gallery_test

import (
	"fmt"
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

// looks are the settings that pages are drawn in.
var looks = []theme.Settings{
	{Scheme: theme.Light}, {Scheme: theme.Dark}, {Scheme: theme.ContrastDark}, {Scheme: theme.ContrastLight},
	{Scheme: theme.Light, TextPercent: 200}, {Scheme: theme.Light, TextPercent: 400},
}

// TestDrawDesk draws the researcher's controls as PNG into the folder that DRAW names.
func TestDrawDesk(t *testing.T) {
	dir := os.Getenv("DRAW")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, s := range looks {
		wear(t, s)
		d := gallery.Researcher()
		w := show(t, d.Root, 1000, 1500*float32(max(100, s.TextPercent))/100)
		d.Heat.SetFocused(0, 0)
		d.Heat.TakeFocus()
		name := fmt.Sprintf("desk-%s-%d.png", s.Scheme, max(100, s.TextPercent))
		save(t, w, filepath.Join(dir, name))
		if n := len(widgets.Nodes(d.Root)); n == 0 {
			t.Errorf("%s: nothing is described", name)
		}
	}
}

func wear(t *testing.T, s theme.Settings) {
	t.Helper()
	test.NewTempApp(t)
	look, err := theme.New(assets.Look, s)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
}
