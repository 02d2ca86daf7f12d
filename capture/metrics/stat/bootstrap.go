package stat

import (
	"math"
	"math/rand/v2"
	"slices"
)

// BootstrapRounds is how many times people are drawn again. For more than 200
// people it is fewer, never under 400: the ends of the range move less from
// draw to draw the more people there are.
const BootstrapRounds = 2000

func rounds(people int) int {
	return min(BootstrapRounds, max(BootstrapRounds/5, 200*BootstrapRounds/people))
}

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
	times := rounds(people)
	values := make([]float64, 0, times)
	for range times {
		for i := range drawn {
			drawn[i] = random.IntN(people)
		}
		if v := figure(drawn); !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) < times/2 {
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
