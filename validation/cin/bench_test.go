package cin_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"recordwell/assets/calendars"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/cin/cintest"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
)

func census(t testing.TB) cin.Census {
	t.Helper()
	w, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	return cin.Census{Calendar: w}
}

// BenchmarkCheck reads and checks whole returns; every tenth child has a fault.
// It reports nanoseconds a child and the largest heap that was seen.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := census(b)
			file, err := io.ReadAll(cintest.New(n, 1, 0.1))
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(file)))
			peak := watchHeap()
			for b.Loop() {
				s, err := c.CheckReader(context.Background(), bytes.NewReader(file), returns.Options{}, func(validation.Issue) {})
				if err != nil || s.Children != n || s.Findings == 0 {
					b.Fatal(s, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/child")
			b.ReportMetric(float64(peak()-uint64(len(file)))/(1<<20), "peak-MB")
		})
	}
}

// watchHeap samples the heap until the returned function is called.
func watchHeap() func() uint64 {
	runtime.GC()
	var peak atomic.Uint64
	stop := make(chan struct{})
	done := make(chan struct{})
	sample := func() {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak.Store(max(peak.Load(), m.HeapInuse))
	}
	go func() {
		defer close(done)
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				sample()
			case <-stop:
				sample()
				return
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return peak.Load()
	}
}

func BenchmarkRecheck(b *testing.B) {
	w, _ := datatype.ParseWorkdays(calendars.England)
	checker, err := cin.NewChecker(cin.Config{Reference: cin.ParseDate("2026-03-31"), Calendar: w})
	if err != nil {
		b.Fatal(err)
	}
	r, err := cin.NewReader(cintest.New(10, 1, 1))
	if err != nil {
		b.Fatal(err)
	}
	child, err := r.Next()
	if err != nil {
		b.Fatal(err)
	}
	for _, changed := range []string{"CINdetails.CINreferralDate", "Assessments.AssessmentActualStartDate", "ChildIdentifiers.Sex", "Assessments"} {
		b.Run(changed, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				checker.Recheck(child, changed)
			}
		})
	}
}
