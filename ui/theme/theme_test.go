package theme_test

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"recordwell/assets"
	. "recordwell/ui/theme"
)

func TestEverySchemeHasEveryToken(t *testing.T) {
	for _, scheme := range Schemes() {
		look, err := New(assets.Look, Settings{Scheme: scheme})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pairs { // Colour panics for a token that a scheme lacks
			look.Colour(p.ink)
			look.Colour(p.paper)
		}
		if look.HighContrast() != strings.HasPrefix(string(scheme), "hc") {
			t.Errorf("%s: high contrast %v", scheme, look.HighContrast())
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		dark, contrast bool
		want           Scheme
	}{{false, false, Light}, {true, false, Dark}, {true, true, ContrastDark}, {false, true, ContrastLight}} {
		if got := (Settings{}).Resolve(c.dark, c.contrast).Scheme; got != c.want {
			t.Errorf("dark %v contrast %v: %s, want %s", c.dark, c.contrast, got, c.want)
		}
	}
	got := Settings{Scheme: Dark, TextPercent: 1000}.Resolve(false, true)
	if got.Scheme != Dark || got.TextPercent != 400 {
		t.Errorf("a choice of one's own gave way: %+v", got)
	}
}

func TestNextTextSize(t *testing.T) {
	for _, c := range []struct{ from, steps, want int }{
		{100, 1, 125}, {100, -1, 100}, {400, 1, 400}, {150, -1, 125}, {110, 1, 125}, {110, -1, 100},
	} {
		if got := NextTextSize(c.from, c.steps); got != c.want {
			t.Errorf("%d by %d: %d, want %d", c.from, c.steps, got, c.want)
		}
	}
}

func TestSizesGrowWithText(t *testing.T) {
	small, _ := New(nil, Settings{Letters: NotoSans})
	large, _ := New(nil, Settings{Letters: NotoSans, TextPercent: 200})
	if small.FieldHeight() != 48 || large.FieldHeight() != 74 {
		t.Errorf("fields are %v and %v high, want 48 and 74", small.FieldHeight(), large.FieldHeight())
	}
	if large.LineHeight(PageTitle) != 76 || large.Size(fynetheme.SizeNameText) != 36 {
		t.Errorf("title line %v, text %v", large.LineHeight(PageTitle), large.Size(fynetheme.SizeNameText))
	}
	spaced, _ := New(nil, Settings{Letters: NotoSans, MoreSpace: true})
	if got := spaced.LineHeight(Body); got < 18*1.8-0.01 || got > 18*1.8+0.01 {
		t.Errorf("line with more space is %v, want 1.8 times 18", got)
	}
	if spaced.WordGap(Body) == 0 || spaced.ParagraphGap(Body) != 36 {
		t.Error("more space adds none between words or paragraphs")
	}
}

func TestIconsTakeTheColourOfTheirToken(t *testing.T) {
	look, err := New(assets.Look, Settings{Scheme: Light})
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.ReadDir(assets.Look, "icons")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d icons, %v", len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		if name == "logo" {
			continue
		}
		svg := string(look.IconFile(name, Error, 22).Content())
		if strings.Contains(svg, "#000000") || !strings.Contains(svg, "#A3152B") {
			t.Errorf("%s is not drawn in the colour of errors", name)
		}
	}
	if a, b := look.IconFile("done", Done, 22), look.IconFile("done", Done, 22); a != b {
		t.Error("the same icon was drawn twice")
	}
	if a, b := look.IconFile("done", Done, 22), look.IconFile("done", Error, 22); a.Name() == b.Name() {
		t.Error("two colours of an icon share a name, which the toolkit caches by")
	}
	if svg := string(look.IconFile("done", Done, 48).Content()); !strings.Contains(svg, `stroke-width="4.00"`) {
		t.Errorf("lines do not grow with the icon: %s", svg)
	}
	for _, scheme := range Schemes() {
		look, err := New(assets.Look, Settings{Scheme: scheme})
		if err != nil {
			t.Fatal(err)
		}
		svg := string(look.Logo(Primary, OnPrimary, 34).Content())
		for _, token := range []Token{Primary, OnPrimary} {
			c := look.Colour(token)
			if want := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B); !strings.Contains(svg, want) {
				t.Errorf("%s: the mark has no %s %s", scheme, token, want)
			}
		}
	}
}

func TestFamiliesOfLetters(t *testing.T) {
	test.NewTempApp(t)
	seen := map[float32]Letters{}
	for _, l := range []Letters{Atkinson, NotoSans, OpenDyslexic} {
		look, err := New(assets.Look, Settings{Letters: l})
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(look)
		w := look.Width("What is Maya’s date of birth? ŵ ł ã", Body)
		if other, dup := seen[w]; dup {
			t.Errorf("%q looks like %q", l, other)
		}
		seen[w] = l
		if look.Font(fyne.TextStyle{Bold: true}) == look.Font(fyne.TextStyle{}) {
			t.Errorf("%q has no bold", l)
		}
	}
	if _, err := New(nil, Settings{}); err == nil {
		t.Error("missing letters were not reported")
	}
}
