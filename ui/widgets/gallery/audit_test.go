package gallery_test

import (
	"fmt"
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/audit"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
	"recordwell/ui/widgets/widgettest"
)

// pages are the gallery's, by name.
var pages = map[string]func() *gallery.Page{"record": gallery.Record, "pieces": gallery.Pieces}

// TestAudit holds every control to the audit of the accessibility tree, in every
// scheme and at three sizes of text, and walks through all of them with Tab.
func TestAudit(t *testing.T) {
	for name, page := range pages {
		for _, scheme := range theme.Schemes() {
			for _, percent := range []int{100, 200, 400} {
				t.Run(fmt.Sprintf("%s-%s-%d", name, scheme, percent), func(t *testing.T) {
					var p *gallery.Page
					_, k := widgettest.Show(t, theme.Settings{Scheme: scheme, TextPercent: percent}, 1280, 800, func() *widgets.Root { p = page(); return p.Root })
					stops := tabStops(t, p.Root, k)
					for _, f := range audit.Check(p.Root.Describe(), audit.Options{Tab: stops}) {
						t.Error(f)
					}
				})
			}
		}
	}
}

// tabStops presses Tab until the focus comes round, and gives the ids it was on.
func tabStops(t *testing.T, root *widgets.Root, k *widgettest.Keyboard) []string {
	var ids []string
	for range 200 {
		k.Tab(1)
		id := ""
		root.Describe().Walk(func(n, _ *a11y.Node) bool {
			if n.Has(a11y.Focused) {
				id = n.ID
				if n.Has(a11y.Offscreen) {
					t.Errorf("%s has the focus out of sight", id)
				}
			}
			return true
		})
		if id == "" {
			t.Fatalf("after %v the focus is nowhere", ids)
		}
		if len(ids) > 0 && id == ids[0] {
			return ids
		}
		ids = append(ids, id)
	}
	t.Fatal("the focus never came round")
	return nil
}
