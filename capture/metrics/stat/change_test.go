package stat_test

import (
	"math"
	"testing"

	"recordwell/capture/metrics/stat"
)

// By hand: 3 of 10 and 9 of 10 become 4/12 and 10/12.
func TestTheRangeOfAChangeOfProportions(t *testing.T) {
	half := 1.96 * math.Sqrt(4.0/12*8/12/12+10.0/12*2/12/12)
	r := stat.ProportionChange(3, 10, 9, 10)
	near(t, "the lower end", r.Low, 0.5-half, 1e-9)
	near(t, "the upper end", r.High, 0.5+half, 1e-9)
	if r := stat.ProportionChange(0, 5, 5, 5); !r.Known || r.High != 1 {
		t.Errorf("from none to all: %+v", r)
	}
	if stat.ProportionChange(0, 0, 5, 5).Known {
		t.Error("a range of nobody")
	}
}

func TestTheRangeOfAChangeOverPeople(t *testing.T) {
	worse, better := make([]stat.Share, 20), make([]stat.Share, 20)
	for i := range worse {
		worse[i] = stat.Share{Part: 60 + i, Whole: 100}
		better[i] = stat.Share{Part: 70 + i, Whole: 100}
	}
	r := stat.NewDraws(7).Change(worse, better, false)
	if !r.Known || r.Low > 0.1 || r.High < 0.1 || r.Low < 0.05 || r.High > 0.15 {
		t.Errorf("of different people: %+v", r)
	}
	if again := stat.NewDraws(7).Change(worse, better, false); again != r {
		t.Error("the same seed gives another range")
	}
	// Everyone gained as much, so that the same people leave no doubt.
	if p := stat.NewDraws(7).Change(worse, better, true); math.Abs(p.Low-0.1) > 1e-9 || math.Abs(p.High-0.1) > 1e-9 {
		t.Errorf("of the same people: %+v", p)
	}
	if stat.NewDraws(7).Change(worse[:3], better, true).Known {
		t.Error("a pair of lists of different lengths")
	}
}

// By hand: differences 1, 0, 1, 2, 0, 2 have the mean 1 and the variance 0.8.
func TestPairedScores(t *testing.T) {
	d, ok := stat.Paired([]float64{5, 6, 4, 7, 5, 6}, []float64{4, 6, 3, 5, 5, 4})
	if !ok || d.Difference != 1 || d.Freedom != 5 {
		t.Fatalf("%+v, %v", d, ok)
	}
	se := math.Sqrt(0.8 / 6)
	near(t, "t", d.T, 1/se, 1e-9)
	if got := (d.Likely.High - 1) / se; math.Abs(got-2.570581835636) > 1e-9 {
		t.Errorf("the range is %.9f times the error wide", got)
	}
	if _, ok := stat.Paired([]float64{1, 2}, []float64{0, 1}); ok {
		t.Error("everyone changed by the same, and it is tested")
	}
}
