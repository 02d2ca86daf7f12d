package stat

import "math"

// SUSItems is how many statements the System Usability Scale has.
const SUSItems = 10

// SUSBenchmark is the usual score. It is for complete questionnaires.
const SUSBenchmark = 68

// SUS is one person's score on the System Usability Scale.
type SUS struct {
	Score float64 // 0 to 100
	// Usability is the score of eight statements, Learnability of statements 4
	// and 10, each 0 to 100.
	Usability, Learnability float64
	// Imputed counts skipped statements, scored as the middle.
	Imputed int
}

// ScoreSUS scores ten answers of 1 to 5, statement 1 first; 0 is a skipped one,
// which counts as 3 (Bangor 2009). Anything else, or nothing answered at all,
// is not a score.
func ScoreSUS(answers [SUSItems]int) (SUS, bool) {
	var s SUS
	all, learn := 0, 0
	for i, a := range answers {
		if a < 0 || a > 5 {
			return SUS{}, false
		}
		if a == 0 {
			a = 3
			s.Imputed++
		}
		points := a - 1
		if i%2 == 1 {
			points = 5 - a
		}
		all += points
		if i == 3 || i == 9 {
			learn += points
		}
	}
	if s.Imputed == SUSItems {
		return SUS{}, false
	}
	s.Score = float64(all) * 2.5
	s.Learnability = float64(learn) * 12.5
	s.Usability = float64(all-learn) * 3.125
	return s, true
}

// susPercentiles is the published table of scores and percentiles.
var susPercentiles = [...][2]float64{
	{0, 0}, {5, .3}, {10, .4}, {15, .7}, {20, 1}, {25, 1.5}, {30, 2}, {35, 4}, {40, 6}, {45, 8},
	{50, 13}, {55, 19}, {60, 29}, {65, 41}, {66, 44}, {67, 47}, {68, 50}, {69, 53}, {70, 56}, {71, 60},
	{72, 63}, {73, 67}, {74, 70}, {75, 73}, {76, 77}, {77, 80}, {78, 83}, {79, 86}, {80, 88}, {85, 97},
	{90, 99.8}, {95, 99.999}, {100, 100},
}

// SUSPercentile returns the share, in percent, of published systems that score
// lower, read from the table with straight lines between its steps. Source:
// measuringu.com/sus.
func SUSPercentile(score float64) float64 {
	score = min(max(score, 0), 100)
	for i := 1; i < len(susPercentiles); i++ {
		a, b := susPercentiles[i-1], susPercentiles[i]
		if score <= b[0] {
			return a[1] + (b[1]-a[1])*(score-a[0])/(b[0]-a[0])
		}
	}
	return 100
}

// Acceptability says in words where a SUS score stands.
func Acceptability(score float64) string {
	switch {
	case score < 50:
		return "not acceptable"
	case score <= 70:
		return "marginal"
	default:
		return "acceptable"
	}
}

// adjectives are the mean scores of systems that people called so.
var adjectives = [...]struct {
	mean  float64
	words string
}{
	{12.5, "worst imaginable"}, {20.3, "awful"}, {35.7, "poor"}, {50.9, "OK"},
	{71.4, "good"}, {85.5, "excellent"}, {90.9, "best imaginable"},
}

// Adjective returns the word whose published mean SUS score is nearest. Source:
// Bangor, Kortum and Miller 2009, Journal of Usability Studies 4(3), 114-123.
func Adjective(score float64) string {
	best := adjectives[0]
	for _, a := range adjectives {
		if math.Abs(a.mean-score) < math.Abs(best.mean-score) {
			best = a
		}
	}
	return best.words
}

// SEQ is the answers to the single ease question, 1 very difficult to 7 very
// easy; answers outside that are left out. Source: measuringu.com/seq10.
func SEQ(answers []int) (mean float64, likely Interval, n int) {
	var kept []float64
	for _, a := range answers {
		if a >= 1 && a <= 7 {
			kept = append(kept, float64(a))
		}
	}
	mean, likely = MeanT(kept)
	likely, _ = likely.Clip(1, 7)
	return mean, likely, len(kept)
}

// UMUXLite scores two answers of 1 to 7 as 0 to 100.
func UMUXLite(first, second int) float64 { return float64(first+second-2) * 100 / 12 }
