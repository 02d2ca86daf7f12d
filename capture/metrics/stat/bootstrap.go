package stat

import (
	"math"
	"math/rand/v2"
	"slices"
)

// BootstrapRounds is how many times people are drawn again.
const BootstrapRounds = 2000

// Bootstrap returns the percentile range of a pooled figure when people, not
// their fields, are drawn again with replacement. figure gets the drawn
// people's numbers, 0 to people−1, and returns NaN where it has no value. The
// same seed gives the same range on every computer.
func Bootstrap(seed uint64, people int, figure func(drawn []int) float64) Interval {
	if people < 2 {
		return Interval{}
	}
	random := rand.New(rand.NewPCG(seed, uint64(people)))
	drawn := make([]int, people)
	values := make([]float64, 0, BootstrapRounds)
	for range BootstrapRounds {
		for i := range drawn {
			drawn[i] = random.IntN(people)
		}
		if v := figure(drawn); !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) < BootstrapRounds/2 {
		return Interval{}
	}
	slices.Sort(values)
	return between(quantile(values, 0.025), quantile(values, 0.975))
}

// Share is one person's part of a pooled proportion.
type Share struct{ Part, Whole float64 }

// BootstrapShare returns the range of ΣPart ÷ ΣWhole over people.
func BootstrapShare(seed uint64, shares []Share) Interval {
	return Bootstrap(seed, len(shares), func(drawn []int) float64 {
		var part, whole float64
		for _, i := range drawn {
			part += shares[i].Part
			whole += shares[i].Whole
		}
		if whole == 0 {
			return math.NaN()
		}
		return part / whole
	})
}

// quantile reads a sorted list with straight lines between its values.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + (sorted[low+1]-sorted[low])*(at-float64(low))
}
