package stat_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recordwell/capture/metrics/stat"
)

// Both ends of a range are what a sorted list has there, one after the other from
// the same values, however alike these are.
func TestQuantilesAreThoseOfASortedList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.IntRange(1, 500).Draw(t, "kinds")
		values := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, kinds), func(n int) float64 { return float64(n) / 7 }), 1, 500).Draw(t, "values")
		sorted := slices.Sorted(slices.Values(values))
		for _, p := range []float64{0.025, 0.975, rapid.Float64Range(0, 1).Draw(t, "p")} {
			at := p * float64(len(sorted)-1)
			low := int(at)
			want := sorted[low]
			if low+1 < len(sorted) {
				want += (sorted[low+1] - sorted[low]) * (at - float64(low))
			}
			if got := stat.Quantile(values, p); got != want {
				t.Fatalf("%v of %d values is %v, want %v", p, len(values), got, want)
			}
		}
		slices.Sort(values)
		if !slices.Equal(values, sorted) {
			t.Fatal("values were lost")
		}
	})
}
