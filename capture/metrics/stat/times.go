package stat

import (
	"math"
	"slices"
	"sync"

	"gonum.org/v1/gonum/stat/distuv"
)

// GeometricMean returns exp(mean ln t) of positive values with the t range on
// the logarithm; other values are left out, and n says how many were used. One
// value has no range. Source: measuringu.com/time_intervals.php.
func GeometricMean(values []float64) (mean float64, likely Interval, n int) {
	logs := logarithms(values)
	m, likely := MeanT(logs)
	if len(logs) == 0 {
		return 0, Interval{}, 0
	}
	if likely.Known {
		likely = between(math.Exp(likely.Low), math.Exp(likely.High))
	}
	return math.Exp(m), likely, len(logs)
}

// MeanT returns the arithmetic mean with its t range, for scores such as SEQ
// and SUS. Fewer than two values have no range.
func MeanT(values []float64) (mean float64, likely Interval) {
	n := float64(len(values))
	if n == 0 {
		return 0, Interval{}
	}
	mean, variance := moments(values)
	if n < 2 {
		return mean, Interval{}
	}
	half := studentQuantile(0.975, n-1) * math.Sqrt(variance/n)
	return mean, between(mean-half, mean+half)
}

// Median returns the middle value, the mean of the two middle ones for an even
// number, and 0 for none.
func Median(values []float64) float64 {
	switch len(values) {
	case 0:
		return 0
	case 1:
		return values[0]
	}
	s := slices.Clone(values)
	half := len(s) / 2
	place(s, half)
	if len(s)%2 == 1 {
		return s[half]
	}
	return (slices.Max(s[:half]) + s[half]) / 2
}

func logarithms(values []float64) []float64 {
	out := make([]float64, 0, len(values))
	for _, v := range values {
		if v > 0 {
			out = append(out, math.Log(v))
		}
	}
	return out
}

// moments returns the mean and the variance with n−1.
func moments(values []float64) (mean, variance float64) {
	for _, v := range values {
		mean += v
	}
	mean /= float64(len(values))
	if len(values) < 2 {
		return mean, 0
	}
	for _, v := range values {
		variance += (v - mean) * (v - mean)
	}
	return mean, variance / float64(len(values)-1)
}

// quantiles are those that were asked for: each takes a search, and the figures of
// a report ask for the same few again and again.
var quantiles sync.Map

func studentQuantile(p, freedom float64) float64 {
	key := [2]float64{p, freedom}
	if q, known := quantiles.Load(key); known {
		return q.(float64)
	}
	q := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: freedom}.Quantile(p)
	quantiles.Store(key, q)
	return q
}

// studentTwoSided returns the chance of a |t| at least this large.
func studentTwoSided(t, freedom float64) float64 {
	return 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: freedom}.Survival(math.Abs(t))
}
