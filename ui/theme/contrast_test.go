package theme_test

import (
	"image/color"
	"testing"

	. "recordwell/ui/theme"
)

// pairs are every pair of colours that meets on a screen, with the ratio it needs:
// 7 for text that is read, 4.5 for short labels, 3 for edges, icons and marks.
var pairs = []struct {
	use        string
	ink, paper Token
	needs      float64
}{
	{"Body text on cards and forms", Text, Surface, 7},
	{"Body text on the window", Text, Bg, 7},
	{"Body text on table heads and wells", Text, Sunken, 7},
	{"Hint text on cards", Muted, Surface, 7},
	{"Hint text on the window", Muted, Bg, 7},
	{"Hint text in wells", Muted, Sunken, 4.5},
	{"Links on cards", Link, Surface, 7},
	{"Links on the window", Link, Bg, 4.5},
	{"Main button text", OnPrimary, Primary, 7},
	{"Main button text, pointer over", OnPrimary, PrimaryHover, 7},
	{"Main button edge, selected radio", Primary, Surface, 3},
	{"Main button edge on the window", Primary, Bg, 3},
	{"Text on selected rows", OnTint, Tint, 7},
	{"Body text on selected rows", Text, Tint, 7},
	{"Selected edge on selected fill", Primary, Tint, 3},
	{"Edges of inputs, radios, checkboxes", Border, Surface, 3},
	{"Edges of secondary buttons on the window", Border, Bg, 3},
	{"Edges of inputs in wells", Border, Sunken, 3},
	{"Focus ring on cards", Focus, Surface, 3},
	{"Focus ring on the window", Focus, Bg, 3},
	{"Focus ring in wells", Focus, Sunken, 3},
	{"Focus ring next to selected rows", Focus, Tint, 3},
	{"Focus ring in error box", Focus, ErrorTint, 3},
	{"Focus ring in check box", Focus, CheckTint, 3},
	{"Focus ring in the side menu", NavFocus, Nav, 3},
	{"Error message text and red bar", Error, Surface, 7},
	{"Error text on the window", Error, Bg, 4.5},
	{"Error text in the error summary", Error, ErrorTint, 4.5},
	{"Body text in the error summary", Text, ErrorTint, 7},
	{"Check-this text on cards", Check, Surface, 7},
	{"Check-this heading on amber tint", Check, CheckTint, 4.5},
	{"Body text on amber tint", Text, CheckTint, 7},
	{"Hint text on amber tint", Muted, CheckTint, 4.5},
	{"Amber bar on cards", CheckLine, Surface, 3},
	{"Amber bar on amber tint", CheckLine, CheckTint, 3},
	{"Completed tick and text", Done, Surface, 7},
	{"Completed tag", Done, DoneTint, 4.5},
	{"Body text on green tint", Text, DoneTint, 7},
	{"Information text", Info, Surface, 7},
	{"Information tag", Info, InfoTint, 4.5},
	{"Body text on blue tint", Text, InfoTint, 7},
	{"Side menu text", NavText, Nav, 7},
	{"Side menu group heads", NavMuted, Nav, 4.5},
	{"Side menu, current page", NavText, NavActive, 7},
	{"Chart mark 1 (round 2, filled diamond)", Data1, Surface, 3},
	{"Chart mark 2 (round 1, open circle)", Data2, Surface, 3},
	{"Chart mark 3 (target line, warning)", Data3, Surface, 3},
	{"Chart bar against its track", Data1, DataBg, 3},
	{"Chart bar 2 against its track", Data2, DataBg, 3},
	{"Check link inside the error summary", Check, ErrorTint, 4.5},
	{"Hint text on selected rows", Muted, Tint, 4.5},
	{"Links on selected rows", Link, Tint, 4.5},
	{"Links in wells", Link, Sunken, 4.5},
	{"Target tick against the bar track", Text, DataBg, 3},
	{"Section status text", Muted, Bg, 4.5},
	{"Table text next to heat step 1", Text, Heat1, 7},
	{"Error text on the current section", Error, Tint, 4.5},
	{"Heat step 0 number", OnHeat0, Heat0, 7},
	{"Heat step 1 number", OnHeat1, Heat1, 7},
	{"Heat step 2 number", OnHeat2, Heat2, 7},
	{"Heat step 3 number", OnHeat3, Heat3, 4.5},
	{"Heat step 4 number", OnHeat4, Heat4, 7},
}

func TestContrast(t *testing.T) {
	for _, scheme := range Schemes() {
		look, err := New(nil, Settings{Scheme: scheme, Letters: NotoSans})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pairs {
			if got := Contrast(look.Colour(p.ink), look.Colour(p.paper)); got < p.needs {
				t.Errorf("%s: %s: %s on %s is %.2f, needs %.1f", scheme, p.use, p.ink, p.paper, got, p.needs)
			}
		}
	}
	if len(pairs) != 62 {
		t.Errorf("%d pairs, want 62", len(pairs))
	}
}

func TestContrastFormula(t *testing.T) {
	if got := Contrast(color.White, color.Black); got != 21 {
		t.Errorf("white on black is %v, want 21", got)
	}
	// 4.54 is the published ratio of #767676 on white.
	if got := Contrast(color.White, color.NRGBA{0x76, 0x76, 0x76, 0xff}); got < 4.53 || got > 4.55 {
		t.Errorf("grey on white is %v, want 4.54", got)
	}
}
