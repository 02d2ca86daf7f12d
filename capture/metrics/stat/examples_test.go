package stat_test

import (
	"math"
	"testing"

	"recordwell/capture/metrics/stat"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %.6f, want %.6f within %g", what, got, want, within)
	}
}

func nearInterval(t *testing.T, what string, got stat.Interval, low, high, within float64) {
	t.Helper()
	if !got.Known {
		t.Errorf("%s: no range", what)
		return
	}
	near(t, what+" low", got.Low, low, within)
	near(t, what+" high", got.High, high, within)
}

// The published examples; each names its source in the package's comments.
func TestAdjustedWaldExamples(t *testing.T) {
	mid, likely := stat.AdjustedWald(4, 5)
	near(t, "4 of 5 midpoint", mid, .6696, 0.0002)
	nearInterval(t, "4 of 5", likely, 0.3596, 0.9796, 0.0002)
	_, likely = stat.AdjustedWald(7, 10)
	// By the formula; .397 to .892, also in print for 7 of 10, is Wilson's range.
	nearInterval(t, "7 of 10", likely, .3923, .8967, 0.0001)
	_, likely = stat.AdjustedWald(5, 5)
	nearInterval(t, "5 of 5", likely, .511, 1, 0.0005)
	if _, none := stat.AdjustedWald(0, 0); none.Known {
		t.Error("0 of 0 has a range")
	}
}

func TestGeometricMeanExample(t *testing.T) {
	mean, likely, n := stat.GeometricMean([]float64{55, 65, 75, 62, 45, 135})
	near(t, "mean", mean, 68.24, 0.005)
	nearInterval(t, "range", likely, 46.01, 101.22, 0.005)
	if n != 6 {
		t.Errorf("n = %d", n)
	}
}

func TestClopperPearsonExamples(t *testing.T) {
	for _, c := range []struct {
		x, n            int
		rate, low, high float64
	}{
		{1, 297, 3.367, 0.085, 18.616},
		{2, 297, 6.734, 0.817, 24.113},
		{1, 21600, 0.046, 0.001, 0.258},
		{8, 21600, 0.370, 0.160, 0.729},
	} {
		near(t, "rate", 1000*float64(c.x)/float64(c.n), c.rate, 0.0006)
		// The source cuts off the third place.
		nearInterval(t, "range", stat.ClopperPearson(c.x, c.n).Scale(1000), c.low, c.high, 0.001)
	}
	near(t, "errors per 100 fields", 100*357.0/4900, 7.3, 0.05)
	near(t, "errors no rule catches", 100*111.0/4900, 2.3, 0.05)
}

func TestKappaExamples(t *testing.T) {
	k := stat.CohenKappa([][]int{{20, 5}, {10, 15}})
	near(t, "observed", k.Observed, .70, 1e-9)
	near(t, "chance", k.Chance, .50, 1e-9)
	near(t, "kappa", k.Kappa, .40, 1e-9)
	k = stat.FleissKappa([][]int{
		{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
		{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7},
	})
	near(t, "observed", k.Observed, .378, 0.0005)
	near(t, "chance", k.Chance, .213, 0.0005)
	near(t, "kappa", k.Kappa, .210, 0.0005)
	if k := stat.CohenKappa([][]int{{9, 0}, {0, 0}}); k.Known {
		t.Error("kappa is known where chance agrees always")
	}
}

func TestSurveyExamples(t *testing.T) {
	s, ok := stat.ScoreSUS([10]int{4, 2, 4, 1, 5, 2, 4, 2, 4, 3})
	if !ok || s.Score != 77.5 || s.Imputed != 0 {
		t.Errorf("SUS = %+v, %v; want 77.5", s, ok)
	}
	near(t, "subscales", s.Usability*0.8+s.Learnability*0.2, s.Score, 1e-9)
	s, _ = stat.ScoreSUS([10]int{4, 2, 4, 1, 5, 2, 4, 2, 4, 0})
	if s.Imputed != 1 || s.Score != 77.5 {
		t.Errorf("a skipped statement counts as 3 and is reported; got %+v", s)
	}
	if _, ok := stat.ScoreSUS([10]int{}); ok {
		t.Error("an empty questionnaire has a score")
	}
	if _, ok := stat.ScoreSUS([10]int{6}); ok {
		t.Error("an answer of 6 is scored")
	}
	for score, percentile := range map[float64]float64{74: 70, 75: 73, 68: 50, 52: 15.4, 0: 0, 100: 100, 62.5: 35} {
		near(t, "percentile", stat.SUSPercentile(score), percentile, 1e-9)
	}
	near(t, "UMUX-Lite", stat.UMUXLite(6, 6), 83.33, 0.005)
	mean, likely, n := stat.SEQ([]int{7, 7, 7, 7, 6, 0, 9})
	if n != 5 || likely.High != 7 {
		t.Errorf("SEQ %v %+v n=%d: stays on the scale and leaves out what is off it", mean, likely, n)
	}
}

func TestComparisonExample(t *testing.T) {
	c := stat.CompareProportions(11, 12, 5, 10)
	near(t, "z", c.Z, 2.135, 0.0005)
	near(t, "chi squared", c.Z*c.Z, 4.557, 0.0005)
	near(t, "p", c.P, .0328, 0.00005)
	near(t, "Fisher", c.Exact, .0557, 0.00005)
	if c.Small || c.Chance() != c.P {
		t.Error("expected counts are over 1: the N−1 test is quoted")
	}
	if c := stat.CompareProportions(1, 20, 0, 3); !c.Small || c.Chance() != c.Exact {
		t.Error("an expected count under 1: Fisher is quoted")
	}
}

func TestLostnessExamples(t *testing.T) {
	near(t, "N6 S9 R4", stat.Lostness(6, 9, 4), 0.4714, 0.00005)
	near(t, "N5 S7 R3", stat.Lostness(5, 7, 3), 0.4916, 0.00005)
	near(t, "perfect", stat.Lostness(4, 4, 4), 0, 0)
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		in   []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1}, 5}, {[]float64{9, 1, 2}, 2}} {
		near(t, "median", stat.Median(c.in), c.want, 0)
	}
}

// The means of Bangor 2009 are called by their own words, and scores between two
// by the nearer.
func TestAdjectives(t *testing.T) {
	for score, want := range map[float64]string{
		0: "worst imaginable", 12.5: "worst imaginable", 35.7: "poor", 50.9: "OK", 60: "OK", 62: "good", 71.4: "good", 85.5: "excellent", 100: "best imaginable",
	} {
		if got := stat.Adjective(score); got != want {
			t.Errorf("%v is %q, want %q", score, got, want)
		}
	}
}

// The published shares: completion of GOV.UK's service manual, and the success
// percent of a validation result by Great Expectations.
func TestShareExamples(t *testing.T) {
	var completion, expectations stat.Pooled
	completion.Add(0, 1000, 2000)
	expectations.Add(0, 10, 14)
	near(t, "completion", completion.Ratio(), 0.5, 0)
	near(t, "success percent", 100*expectations.Ratio(), 71.42857142857143, 1e-12)
}
