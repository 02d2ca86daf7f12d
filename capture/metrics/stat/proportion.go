package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// z95 is the normal quantile of a two-sided 95% range, as its sources round it.
const z95 = 1.96

// AdjustedWald returns the Agresti–Coull range of x successes in n, within 0
// and 1, and its midpoint, the adjusted proportion. Without a trial there is
// no range. Source: measuringux.com/adjustedwald.htm.
func AdjustedWald(x, n int) (midpoint float64, likely Interval) {
	if n <= 0 {
		return 0, Interval{}
	}
	z2 := z95 * z95
	size := float64(n) + z2
	midpoint = (float64(x) + z2/2) / size
	half := z95 * math.Sqrt(midpoint*(1-midpoint)/size)
	likely, _ = between(midpoint-half, midpoint+half).Clip(0, 1)
	return midpoint, likely
}

// ClopperPearson returns the exact binomial range of x events in n: at least
// 95%, never less. It takes events to be independent, which the fields of one
// record are not, so it goes beside a [Bootstrap] over people.
func ClopperPearson(x, n int) Interval {
	if n <= 0 || x < 0 || x > n {
		return Interval{}
	}
	const alpha = 0.05
	low, high := 0.0, 1.0
	if x > 0 {
		low = mathext.InvRegIncBeta(float64(x), float64(n-x+1), alpha/2)
	}
	if x < n {
		high = mathext.InvRegIncBeta(float64(x+1), float64(n-x), 1-alpha/2)
	}
	return between(low, high)
}
