package widgets_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
)

// BenchmarkTableFirst makes a table of a million rows and ten columns and shows it.
func BenchmarkTableFirst(b *testing.B) {
	_, root, _ := alone(b, theme.Settings{}, 1280, 800, func() *widgets.Table { return gallery.Long(10) })
	for b.Loop() {
		root.SetContent(gallery.Long(1_000_000))
	}
}

// BenchmarkTableScroll turns the wheel by three rows; p95-ms is of single turns.
func BenchmarkTableScroll(b *testing.B) { benchmarkTurns(b, -130) }

// BenchmarkTableScrollFar draws every row anew at each turn.
func BenchmarkTableScrollFar(b *testing.B) { benchmarkTurns(b, -760) }

func benchmarkTurns(b *testing.B, dy float32) {
	_, root, _ := alone(b, theme.Settings{}, 1280, 800, func() *widgets.Table { return gallery.Long(1_000_000) })
	c := fyne.CurrentApp().Driver().CanvasForObject(root)
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		test.Scroll(c, fyne.NewPos(300, 300), 0, dy)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkTableDescribe gives the nodes of the rows in view.
func BenchmarkTableDescribe(b *testing.B) {
	table, _, _ := alone(b, theme.Settings{}, 1280, 800, func() *widgets.Table { return gallery.Long(1_000_000) })
	for b.Loop() {
		table.Describe()
	}
}
