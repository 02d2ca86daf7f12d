package reports_test

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"recordwell/capture/report"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// BenchmarkReport makes the whole report, with its page, of a file of records
// with about 10 thousand, 100 thousand and 1 million events: 24 simulated people,
// copied as often as it takes. With RECORDWELL_BENCH_DIR the files stay there, by
// size, for another program to be held against.
func BenchmarkReport(b *testing.B) {
	dir := b.TempDir()
	reportstest.MakeUp(b, dir, 24)
	once := reportstest.Count(b, dir)
	lib, s := library(b)
	for _, size := range []struct {
		name   string
		events int
	}{{"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}} {
		from := b.TempDir()
		if keep := os.Getenv("RECORDWELL_BENCH_DIR"); keep != "" {
			from = filepath.Join(keep, size.name)
		}
		reportstest.Multiply(b, dir, from, (size.events+once-1)/once)
		events := reportstest.Count(b, from)
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.HTML(io.Discard, buildOf(b, from, lib, s)); err != nil {
					b.Fatal(err)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys)/(1<<20), "process-MB")
			b.ReportMetric(float64(events), "events")
			b.ReportMetric(float64(events)*float64(b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}

func build(tb testing.TB, dir string) *report.Report {
	tb.Helper()
	lib, s := library(tb)
	return buildOf(tb, dir, lib, s)
}

func buildOf(tb testing.TB, dir string, lib *study.Library, s *study.Study) *report.Report {
	tb.Helper()
	r := reportstest.Reader(tb, dir)
	out, err := reports.Build(tb.Context(), r, reports.Request{Library: lib, Study: s, Made: program.NewClock().Now(), Program: program.Version})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}
