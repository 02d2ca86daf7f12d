package research

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/ui/research/found"
	"recordwell/ui/theme"
)

// BenchmarkMillionFindings measures what a researcher waits for with a million
// findings: from the end of the check to the page drawn, from a key on a head or
// in the filter to the rows drawn, and one page of scrolling. The slowest of
// each hundred steps but five is reported as p95-ms.
func BenchmarkMillionFindings(b *testing.B) {
	d := &desk{report: measured()}
	w, k := sit(b, theme.Settings{}, 1280, 800, d)
	w.run()
	checkMany(b, w, "1000000")
	p := w.page.(*checkPage)
	r := p.results
	draw := func() { k.Canvas.Capture() }
	draw()

	b.Run("first-rows", func(b *testing.B) {
		for b.Loop() {
			p.results, p.state = nil, checkNothing
			p.show()
		}
	})
	r = p.results
	b.Run("sort", func(b *testing.B) {
		down := false
		for b.Loop() {
			down = !down
			r.query.Order, r.query.Descending = found.ByChild, down
			r.arrange()
		}
	})
	b.Run("words", func(b *testing.B) {
		words := []string{"2025-07-1", "child0001", "17th thing"}
		n := 0
		for b.Loop() {
			r.query.Words = words[n%len(words)]
			n++
			r.arrange()
		}
		r.query.Words = ""
		r.arrange()
	})
	b.Run("scroll", func(b *testing.B) {
		var each []time.Duration
		r.table.TakeFocus()
		for b.Loop() {
			start := time.Now()
			k.Keys(fyne.KeyPageDown) // every row in view is another one
			each = append(each, time.Since(start))
		}
		slices.Sort(each)
		b.ReportMetric(float64(each[len(each)*95/100].Microseconds())/1000, "p95-ms")
	})
}
