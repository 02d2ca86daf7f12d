package gallery_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// TestGolden compares each page, drawn as markup, with the one that was looked at
// and found right. A page that changed on purpose is in testdata/failed: look at it
// by DRAW=folder, and put it in the place of the old one.
func TestGolden(t *testing.T) {
	for name, page := range pages {
		for _, s := range []theme.Settings{
			{Scheme: theme.Light}, {Scheme: theme.ContrastDark}, {Scheme: theme.Dark, TextPercent: 200},
			{Scheme: theme.ContrastLight, TextPercent: 400, MoreSpace: true, Letters: theme.OpenDyslexic},
		} {
			file := fmt.Sprintf("%s-%s-%d.xml", name, s.Scheme, max(100, s.TextPercent))
			t.Run(file, func(t *testing.T) {
				_, k := widgettest.Show(t, s, 1280, 800, func() *widgets.Root { return page().Root })
				keep(t, file, k.Canvas.Capture())
				test.AssertRendersToMarkup(t, file, k.Canvas)
			})
		}
	}
}
