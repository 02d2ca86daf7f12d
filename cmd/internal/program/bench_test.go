package program_test

import (
	"testing"

	"recordwell/cmd/internal/reports/reportstest"
)

// BenchmarkReplay lays a session of 100 thousand events out in time.
func BenchmarkReplay(b *testing.B) {
	dir := b.TempDir()
	reportstest.MakeUp(b, dir, 1)
	row := reportstest.Lengthen(b, dir, 100_000)
	p := open(b, dir)
	defer shut(b, p)
	r := p.Research(p.Settings(), dir)
	b.ReportAllocs()
	for b.Loop() {
		s, err := r.Replay(b.Context(), row.ID, func(int64, int64) {})
		if err != nil || len(s.Moments) != 100_000 {
			b.Fatal(err)
		}
	}
}
