package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// A page that is shown follows a change of size, letters and colours at once, and
// is then as it would be had it been made so.
func TestPageFollowsTheTheme(t *testing.T) {
	make := func() []fyne.CanvasObject {
		box := widgets.NewTextBox("name", "What is Maya’s first name?")
		q := widgets.NewQuestion("q", "What is Maya’s first name?", box)
		q.SetHint("As it is written on her birth certificate, if you have seen it or somebody has told you")
		q.SetError("Enter Maya’s first name")
		r := widgets.NewRadioGroup("upn", "UPN?", yesNo())
		r.SetValue("no")
		return []fyne.CanvasObject{q, r, widgets.NewButton("go", "Save and continue", widgets.Main, nil).SetIcon("left")}
	}
	large := theme.Settings{Scheme: theme.ContrastDark, TextPercent: 200, Letters: theme.OpenDyslexic}

	root, k := page(t, make()...)
	k.Tab(1)
	look, err := theme.New(assets.Look, large)
	if err != nil {
		t.Fatal(err)
	}
	test.ApplyTheme(t, look)
	if focused(root) != "name" {
		t.Errorf("the focus went to %q", focused(root))
	}
	after := bounds(root)
	changed := test.RenderToMarkup(k.Canvas)

	root, k = pageAt(t, large, 800, 600, make()...)
	k.Tab(1)
	if fresh := bounds(root); len(fresh) != len(after) {
		t.Errorf("%d things, want %d", len(after), len(fresh))
	} else {
		for id, want := range fresh {
			if after[id] != want {
				t.Errorf("%s is at %v, want %v", id, after[id], want)
			}
		}
	}
	if fresh := test.RenderToMarkup(k.Canvas); fresh != changed {
		t.Errorf("drawn otherwise than a page made so:\n%s\nwant:\n%s", changed, fresh)
	}
}

func bounds(root *widgets.Root) map[string]a11y.Rect {
	out := map[string]a11y.Rect{}
	root.Describe().Walk(func(n, _ *a11y.Node) bool {
		out[n.ID] = n.Bounds
		return true
	})
	return out
}
