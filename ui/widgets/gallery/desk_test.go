package gallery_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"recordwell/ui/a11y/audit"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
	"recordwell/ui/widgets/widgettest"
)

// looks are the settings that pages are drawn in.
var looks = []theme.Settings{
	{Scheme: theme.Light}, {Scheme: theme.Dark}, {Scheme: theme.ContrastDark}, {Scheme: theme.ContrastLight},
	{Scheme: theme.Light, TextPercent: 200}, {Scheme: theme.Light, TextPercent: 400},
}

// TestDesk holds the researcher's controls to the audit of the accessibility tree, in
// every scheme and at three sizes of text, with each stop of Tab and each cell of the
// tables in focus once.
func TestDesk(t *testing.T) {
	for _, scheme := range theme.Schemes() {
		for _, percent := range []int{100, 200, 400} {
			t.Run(fmt.Sprintf("%s-%d", scheme, percent), func(t *testing.T) {
				var d *gallery.Desk
				_, k := widgettest.Show(t, theme.Settings{Scheme: scheme, TextPercent: percent}, 1280, 800, func() *widgets.Root { d = gallery.Researcher(); return d.Root })
				stops := tabStops(t, d.Root, k)
				check := func(where string) {
					for _, f := range audit.Check(d.Root.Describe(), audit.Options{Tab: stops}) {
						t.Errorf("%s: %v", where, f)
					}
				}
				check("at the first stop")
				for _, table := range []*widgets.Table{d.Heat, d.Files} {
					table.TakeFocus()
					stops = slices.DeleteFunc(stops, func(id string) bool { return strings.HasPrefix(id, table.ID()+"/") })
					for row := -1; row < table.Rows(); row++ {
						table.SetFocused(row, row+1)
						r, c := table.Focused()
						check(fmt.Sprintf("%s at %d, %d", table.ID(), r, c))
					}
				}
			})
		}
	}
}

// TestDrawDesk compares the page, drawn as markup, with the one that was looked at,
// and draws it as PNG into the folder that DRAW names.
func TestDrawDesk(t *testing.T) {
	for _, s := range looks {
		name := fmt.Sprintf("desk-%s-%d", s.Scheme, max(100, s.TextPercent))
		t.Run(name, func(t *testing.T) {
			var d *gallery.Desk
			_, k := widgettest.Show(t, s, 1000, 1500*float32(max(100, s.TextPercent))/100, func() *widgets.Root { d = gallery.Researcher(); return d.Root })
			d.Heat.TakeFocus()
			d.Heat.SetFocused(3, 0)
			if dir := os.Getenv("DRAW"); dir != "" {
				drawDesk(t, filepath.Join(dir, name+".png"), k)
			}
			test.AssertRendersToMarkup(t, name+".xml", k.Canvas)
		})
	}
}

func drawDesk(t *testing.T, path string, k *widgettest.Keyboard) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, k.Canvas.Capture()); err != nil {
		t.Fatal(err)
	}
}
