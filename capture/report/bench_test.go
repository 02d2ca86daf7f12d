package report_test

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"recordwell/capture/report"
)

// BenchmarkReport builds and renders reports over journals of 10 thousand, 100
// thousand and 1 million events, from memory. B/op is all that is ever
// allocated; the heap after building is reported as live-MB.
func BenchmarkReport(b *testing.B) {
	for _, c := range []struct{ people, visits int }{{20, 46}, {200, 46}, {2000, 46}} {
		m := newMade(b, c.people)
		m.visits = c.visits
		n := 0
		for range m.events() {
			n++
		}
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r := build(b, m.inputs())
				var mem runtime.MemStats
				runtime.ReadMemStats(&mem)
				b.ReportMetric(float64(mem.HeapAlloc)/(1<<20), "live-MB")
				if err := report.HTML(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
