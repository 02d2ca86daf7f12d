package stat

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Proportions is a comparison of two groups of different people.
type Proportions struct {
	// Z and P are of the N−1 two-proportion test; P is two-sided.
	Z, P float64
	// Exact is Fisher's two-sided chance. It replaces P where Small is set:
	// an expected count is under 1.
	Exact float64
	Small bool
}

// Chance returns the p value to quote.
func (p Proportions) Chance() float64 {
	if p.Small {
		return p.Exact
	}
	return p.P
}

// CompareProportions compares x1 of n1 with x2 of n2. Source:
// measuringu.com/ab-calc; Sauro and Lewis, Quantifying the User Experience, ch. 5.
func CompareProportions(x1, n1, x2, n2 int) Proportions {
	if n1 <= 0 || n2 <= 0 {
		return Proportions{P: 1, Exact: 1, Small: true}
	}
	all := float64(n1 + n2)
	p := float64(x1+x2) / all
	out := Proportions{P: 1, Exact: fisher(x1, n1, x2, n2)}
	for _, n := range []float64{float64(n1), float64(n2)} {
		if n*p < 1 || n*(1-p) < 1 {
			out.Small = true
		}
	}
	if p == 0 || p == 1 {
		return out
	}
	spread := math.Sqrt(p * (1 - p) * (1/float64(n1) + 1/float64(n2)))
	out.Z = (float64(x1)/float64(n1) - float64(x2)/float64(n2)) * math.Sqrt((all-1)/all) / spread
	out.P = 2 * distuv.UnitNormal.Survival(math.Abs(out.Z))
	return out
}

// fisher sums the chances of all tables with the same margins that are no
// likelier than the one seen.
func fisher(x1, n1, x2, n2 int) float64 {
	successes := x1 + x2
	seen := hypergeometric(x1, n1, n2, successes)
	sum := 0.0
	for a := max(0, successes-n2); a <= min(n1, successes); a++ {
		// Equal chances differ in the last bits by how they are computed.
		if p := hypergeometric(a, n1, n2, successes); p <= seen*(1+1e-7) {
			sum += p
		}
	}
	return math.Min(sum, 1)
}

func hypergeometric(a, n1, n2, successes int) float64 {
	return math.Exp(lnChoose(n1, a) + lnChoose(n2, successes-a) - lnChoose(n1+n2, successes))
}

func lnChoose(n, k int) float64 {
	return lnFactorial(n) - lnFactorial(k) - lnFactorial(n-k)
}

func lnFactorial(n int) float64 {
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}

// McNemar returns the exact two-sided chance for the same people in two
// conditions: b changed one way, c the other.
func McNemar(b, c int) float64 {
	n, k := b+c, min(b, c)
	if n == 0 {
		return 1
	}
	// P(X ≤ k) of a fair coin is the regularized beta at one half.
	tail := 1.0
	if k < n {
		tail = mathext.RegIncBeta(float64(n-k), float64(k+1), 0.5)
	}
	return math.Min(1, 2*tail)
}

// Ratio is a comparison of two sets of times: how many times as long the first
// is as the second.
type Ratio struct {
	Ratio   float64
	Likely  Interval
	T       float64
	Freedom float64
	P       float64 // two-sided
}

// WelchLog compares the times of different people by Welch's t test on their
// logarithms. It needs two positive times in each group.
func WelchLog(a, b []float64) (Ratio, bool) {
	d, ok := Welch(logarithms(a), logarithms(b))
	return d.ratio(), ok
}

// PairedLog compares two times of each person by the paired t test on their
// logarithms; pairs with a time that is not positive are left out. It needs
// two pairs that do not all differ by the same factor.
func PairedLog(a, b []float64) (Ratio, bool) {
	var differences []float64
	for i := range min(len(a), len(b)) {
		if a[i] > 0 && b[i] > 0 {
			differences = append(differences, math.Log(a[i])-math.Log(b[i]))
		}
	}
	if len(differences) < 2 {
		return Ratio{}, false
	}
	m, v := moments(differences)
	n := float64(len(differences))
	if v == 0 {
		return Ratio{}, false
	}
	return differ(m, math.Sqrt(v/n), n-1).ratio(), true
}

// Difference is a comparison of two sets of scores: the mean of the first less
// that of the second.
type Difference struct {
	Difference float64
	Likely     Interval
	T          float64
	Freedom    float64
	P          float64 // two-sided
}

// Welch compares the scores of different people, such as SUS, by Welch's t test.
// It needs two scores in each group that are not all the same.
func Welch(a, b []float64) (Difference, bool) {
	if len(a) < 2 || len(b) < 2 {
		return Difference{}, false
	}
	ma, va := moments(a)
	mb, vb := moments(b)
	sa, sb := va/float64(len(a)), vb/float64(len(b))
	if sa+sb == 0 {
		return Difference{}, false
	}
	freedom := (sa + sb) * (sa + sb) / (sa*sa/float64(len(a)-1) + sb*sb/float64(len(b)-1))
	return differ(ma-mb, math.Sqrt(sa+sb), freedom), true
}

func differ(difference, se, freedom float64) Difference {
	half := studentQuantile(0.975, freedom) * se
	t := difference / se
	return Difference{
		Difference: difference,
		Likely:     between(difference-half, difference+half),
		T:          t,
		Freedom:    freedom,
		P:          studentTwoSided(t, freedom),
	}
}

// ratio reads a difference of logarithms.
func (d Difference) ratio() Ratio {
	if !d.Likely.Known {
		return Ratio{}
	}
	return Ratio{
		Ratio: math.Exp(d.Difference), Likely: between(math.Exp(d.Likely.Low), math.Exp(d.Likely.High)),
		T: d.T, Freedom: d.Freedom, P: d.P,
	}
}

// Holm returns chances adjusted for having asked several questions at once, in
// the order given: held against 0.05, the chance of even one false difference
// among them is no more than 0.05. Source: Holm 1979, Scand. J. Statist. 6, 65.
func Holm(chances []float64) []float64 {
	order := make([]int, len(chances))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(chances[i], chances[j]) })
	out := make([]float64, len(chances))
	least := 0.0
	for rank, i := range order {
		least = min(1, max(least, chances[i]*float64(len(chances)-rank)))
		out[i] = least
	}
	return out
}
