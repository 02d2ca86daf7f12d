package stat_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"recordwell/capture/metrics/stat"
)

type tFigures struct{ Ratio, T, P, Freedom, Low, High float64 }

// reference is what testdata/reference.py printed with scipy.
type reference struct {
	ClopperPearson []struct {
		X, N      int
		Low, High float64
	} `json:"clopper_pearson"`
	Proportions []struct {
		X1, N1, X2, N2 int
		Fisher, Z, P   float64
	} `json:"fisher_and_n1"`
	McNemar []struct {
		B, C int
		P    float64
	}
	Geometric []struct {
		Times                   []float64
		Mean, Low, High, Median float64
	}
	LogT []struct {
		A, B          []float64
		Welch, Paired *tFigures
	} `json:"log_t"`
	Welch []struct {
		A, B                      []float64
		Difference, T, P, Freedom float64
		Low, High                 float64
	}
	Wald []struct {
		X, N           int
		Mid, Low, High float64
	} `json:"adjusted_wald"`
	Holm  []struct{ P, Adjusted []float64 }
	Cohen []struct {
		Table [][]int
		Kappa float64
	}
	Fleiss []struct {
		Counts [][]int
		Kappa  float64
	}
}

func TestAgainstSciPy(t *testing.T) {
	data, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var ref reference
	if err := json.Unmarshal(data, &ref); err != nil {
		t.Fatal(err)
	}
	const exact = 1e-7
	for _, c := range ref.ClopperPearson {
		nearInterval(t, "Clopper–Pearson", stat.ClopperPearson(c.X, c.N), c.Low, c.High, exact)
	}
	for _, c := range ref.Proportions {
		got := stat.CompareProportions(c.X1, c.N1, c.X2, c.N2)
		near(t, "Fisher", got.Exact, c.Fisher, exact)
		near(t, "z", got.Z, c.Z, exact)
		near(t, "p", got.P, c.P, exact)
	}
	for _, c := range ref.McNemar {
		near(t, "McNemar", stat.McNemar(c.B, c.C), c.P, exact)
	}
	for _, c := range ref.Geometric {
		mean, likely, _ := stat.GeometricMean(c.Times)
		near(t, "geometric mean", mean, c.Mean, exact*c.Mean)
		nearInterval(t, "geometric range", likely, c.Low, c.High, exact*math.Abs(c.High))
		near(t, "median", stat.Median(c.Times), c.Median, exact)
	}
	for _, c := range ref.LogT {
		got, ok := stat.WelchLog(c.A, c.B)
		compareT(t, "Welch", got, ok, *c.Welch)
		if c.Paired != nil {
			got, ok := stat.PairedLog(c.A, c.B)
			compareT(t, "paired", got, ok, *c.Paired)
		}
	}
	for _, c := range ref.Welch {
		got, ok := stat.Welch(c.A, c.B)
		if !ok {
			t.Error("Welch: no result")
		}
		near(t, "difference", got.Difference, c.Difference, exact)
		near(t, "t", got.T, c.T, exact)
		near(t, "p", got.P, c.P, exact)
		near(t, "freedom", got.Freedom, c.Freedom, exact)
		nearInterval(t, "Welch", got.Likely, c.Low, c.High, exact)
	}
	for _, c := range ref.Wald {
		mid, likely := stat.AdjustedWald(c.X, c.N)
		near(t, "midpoint", mid, c.Mid, exact)
		nearInterval(t, "adjusted Wald", likely, c.Low, c.High, exact)
	}
	for _, c := range ref.Holm {
		for i, p := range stat.Holm(c.P) {
			near(t, "Holm", p, c.Adjusted[i], exact)
		}
	}
	for _, c := range ref.Cohen {
		near(t, "Cohen", stat.CohenKappa(c.Table).Kappa, c.Kappa, exact)
	}
	for _, c := range ref.Fleiss {
		near(t, "Fleiss", stat.FleissKappa(c.Counts).Kappa, c.Kappa, exact)
	}
	if len(ref.ClopperPearson)*len(ref.Proportions)*len(ref.McNemar)*len(ref.Geometric)*len(ref.LogT)*len(ref.Welch)*len(ref.Wald)*len(ref.Holm)*len(ref.Cohen)*len(ref.Fleiss) == 0 {
		t.Fatal("a part of the reference is empty")
	}
}

func compareT(t *testing.T, what string, got stat.Ratio, ok bool, want tFigures) {
	t.Helper()
	if !ok {
		t.Errorf("%s: no result", what)
		return
	}
	const exact = 1e-7
	near(t, what+" ratio", got.Ratio, want.Ratio, exact)
	near(t, what+" t", got.T, want.T, exact)
	near(t, what+" p", got.P, want.P, exact)
	near(t, what+" freedom", got.Freedom, want.Freedom, exact)
	nearInterval(t, what, got.Likely, want.Low, want.High, exact)
}
