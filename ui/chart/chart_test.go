package chart_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
	"recordwell/ui/chart"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// looks are those that pictures are drawn in.
func looks(t *testing.T) []*theme.Theme {
	t.Helper()
	test.NewTempApp(t)
	var out []*theme.Theme
	for _, s := range theme.Schemes() {
		for _, percent := range []int{100, 400} {
			look, err := theme.New(assets.Look, theme.Settings{Scheme: s, TextPercent: percent})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, look)
		}
	}
	return out
}

// TestPicturesStayInTheirPlace draws each at the edges of what it shows.
func TestPicturesStayInTheirPlace(t *testing.T) {
	for name, p := range map[string]widgets.Painter{
		"a figure":            chart.Interval{Scale: chart.Span{High: 1}, Value: .5, Range: &chart.Span{Low: .2, High: .7}, Ends: [2]string{"0%", "100%"}},
		"at the lower end":    chart.Interval{Scale: chart.Span{High: 1}, Range: &chart.Span{High: .1}},
		"at the upper end":    chart.Interval{Scale: chart.Span{High: 8}, Value: 8, Range: &chart.Span{Low: 7.9, High: 8}},
		"off its scale":       chart.Interval{Scale: chart.Span{Low: 1, High: 7}, Value: 9, Range: &chart.Span{Low: -2, High: 12}},
		"no scale":            chart.Interval{Value: 3},
		"a target not met":    chart.Target{Share: .4, Goal: 1},
		"a target passed":     chart.Target{Share: 1, Goal: .9},
		"nothing reached":     chart.Target{Goal: .95},
		"shares":              chart.Shares{{Count: 18, Ink: theme.Data1}, {Count: 3, Ink: theme.Data2}, {Count: 3}},
		"shares of one kind":  chart.Shares{{Count: 0, Ink: theme.Data1}, {Count: 5, Ink: theme.Data2}},
		"shares of no people": chart.Shares{{Ink: theme.Data1}, {}},
		"a dial":              chart.Dial{Scale: chart.Span{High: 100}, Value: 71.4, Range: &chart.Span{Low: 65.9, High: 76.9}, Figure: "71.4", Of: "out of 100", Ends: [2]string{"0", "100"}},
		"a dial at its start": chart.Dial{Scale: chart.Span{High: 100}, Range: &chart.Span{}, Figure: "0.0", Of: "out of 100", Ends: [2]string{"0", "100"}},
		"a dial at its end":   chart.Dial{Scale: chart.Span{High: 100}, Value: 100, Figure: "100.0", Of: "out of 100", Ends: [2]string{"0", "100"}},
		"a clear change":      chart.Change{Reach: 1, Value: .5, Range: &chart.Span{Low: .2, High: .9}, Clear: true, Known: true},
		"a change too far":    chart.Change{Reach: 1, Value: -3, Range: &chart.Span{Low: -4, High: 2}, Known: true},
		"no change known":     chart.Change{},
		"the round before":    chart.RoundKey{},
		"the round after":     chart.RoundKey{Later: true},
		"a key":               chart.Key{Ink: theme.Data2},
		"an empty key":        chart.Key{},
	} {
		for _, look := range looks(t) {
			size := fyne.NewSize(max(300, p.LeastWidth(look)), p.Height(look, 300))
			shapes := p.Draw(look, size)
			if len(shapes) == 0 {
				t.Errorf("%s: nothing is drawn", name)
			}
			for _, s := range shapes {
				a, b := s.Position(), s.Position().Add(s.Size())
				if arc, is := s.(*canvas.Arc); is { // of its circle the upper half at most
					if arc.StartAngle < -90 || arc.EndAngle > 90 {
						t.Errorf("%s: an arc from %v to %v", name, arc.StartAngle, arc.EndAngle)
					}
					b.Y -= s.Size().Height / 2
				}
				// The gap of a tick may stand over the edge: it has the colour of the ground.
				if a.X < -3 || a.Y < 0 || b.X > size.Width+3 || b.Y > size.Height+1 {
					t.Errorf("%s: %T at %v to %v of %v", name, s, a, b, size)
				}
			}
		}
	}
}

func TestSharesFillTheirBar(t *testing.T) {
	for _, look := range looks(t) {
		shapes := chart.Shares{{Count: 18, Ink: theme.Data1}, {Count: 3, Ink: theme.Data2}, {Count: 3}}.Draw(look, fyne.NewSize(246, 22))
		if len(shapes) != 3 {
			t.Fatalf("%d pieces", len(shapes))
		}
		if w := shapes[0].Size().Width; w != 180 {
			t.Errorf("three quarters of the bar are %v of 240", w)
		}
		if last := shapes[2]; last.Position().X+last.Size().Width != 246 {
			t.Errorf("the last piece ends at %v", last.Position().X+last.Size().Width)
		}
	}
}

func TestNoNumberIsSaidAlone(t *testing.T) {
	card := chart.Card{Name: "Tasks completed", Figure: "85%", Of: "46 of 54 tasks", Likely: "likely range 72% to 94%", Known: true}
	if got := card.Sentence(); got != "Tasks completed, 85%, 46 of 54 tasks, likely range 72% to 94%" {
		t.Errorf("a card says %q", got)
	}
	if got := (chart.Card{Name: "Errors met"}).Sentence(); got != "Errors met, not measured yet" {
		t.Errorf("an empty card says %q", got)
	}
	q := chart.Quality{Name: "Timeliness", Meaning: "By the story dates", Behind: "these forms have no such dates"}
	if got := q.Sentence(); got != "Timeliness, By the story dates, not measured: these forms have no such dates" {
		t.Errorf("a dimension that is not measured says %q", got)
	}
}

// The dial is filled as far as the score lies, and the range lies round it.
func TestADialIsFilledToItsScore(t *testing.T) {
	d := chart.Dial{Scale: chart.Span{High: 100}, Value: 75, Range: &chart.Span{Low: 50, High: 100}, Figure: "75.0", Of: "out of 100", Ends: [2]string{"0", "100"}}
	for _, look := range looks(t) {
		var arcs []*canvas.Arc
		for _, s := range d.Draw(look, fyne.NewSize(400, d.Height(look, 400))) {
			if a, is := s.(*canvas.Arc); is {
				arcs = append(arcs, a)
			}
		}
		if len(arcs) != 3 || arcs[1].StartAngle != -90 || arcs[1].EndAngle != 45 || arcs[2].StartAngle != 0 || arcs[2].EndAngle != 90 {
			t.Errorf("%d arcs, %+v", len(arcs), arcs)
		}
	}
	d.Range = nil
	plate := chart.NewDial("dial", "System Usability Scale", d, "Too few to give a range", "Above the usual score of 68.", func() {})
	if n := plate.Describe(); n.Name != "System Usability Scale, 75.0 out of 100, Too few to give a range. Above the usual score of 68." {
		t.Errorf("it says %q", n.Name)
	}
}
