package stat

import (
	"math"
	"math/rand/v2"
)

// ProportionChange returns the range of the difference of two proportions of
// different people, the second less the first, each person tried once. Source:
// Agresti and Caffo 2000, The American Statistician 54(4), 280.
func ProportionChange(x1, n1, x2, n2 int) Interval {
	if n1 <= 0 || n2 <= 0 {
		return Interval{}
	}
	part := func(x, n int) (p, spread float64) {
		p = (float64(x) + 1) / (float64(n) + 2)
		return p, p * (1 - p) / (float64(n) + 2)
	}
	p1, s1 := part(x1, n1)
	p2, s2 := part(x2, n2)
	half := z95 * math.Sqrt(s1+s2)
	out, _ := between(p2-p1-half, p2-p1+half).Clip(-1, 1)
	return out
}

// Change returns the range of the difference of two pooled proportions, the second
// less the first, when the people of each are drawn again. Where paired is set, the
// two lists are the same people in the same order, who are drawn together.
func (d *Draws) Change(first, second []Share, paired bool) Interval {
	if min(len(first), len(second)) < 2 || paired && len(first) != len(second) {
		return Interval{}
	}
	// Kept draws would draw two lists of one length alike, as if they were pairs.
	random := rand.New(rand.NewPCG(d.seed, uint64(len(first))<<32|uint64(len(second))))
	times := rounds(len(first) + len(second))
	values := make([]float64, 0, times)
	for range times {
		var a, b Share
		for range first {
			k := random.IntN(len(first))
			a = a.Plus(first[k])
			if paired {
				b = b.Plus(second[k])
			}
		}
		for range second {
			if !paired {
				b = b.Plus(second[random.IntN(len(second))])
			}
		}
		if a.Whole > 0 && b.Whole > 0 {
			values = append(values, b.Ratio()-a.Ratio())
		}
	}
	return percentiles(values, times)
}

// Paired compares two scores of each person by the paired t test: the mean of the
// first less that of the second. It needs two pairs that do not all differ by the
// same.
func Paired(a, b []float64) (Difference, bool) {
	if len(a) != len(b) || len(a) < 2 {
		return Difference{}, false
	}
	differences := make([]float64, len(a))
	for i := range a {
		differences[i] = a[i] - b[i]
	}
	mean, variance := moments(differences)
	if variance == 0 {
		return Difference{}, false
	}
	n := float64(len(a))
	return differ(mean, math.Sqrt(variance/n), n-1), true
}
