package stat

import "math"

// Lostness says how far a way through pages was from the best one: 0 is
// perfect, above about 0.4 is lost. different pages were seen, all counts every
// view, and least is the fewest that the task needs. Without a page it is 0.
// Source: measuringu.com/lostness.
func Lostness(different, all, least int) float64 {
	if different <= 0 || all <= 0 {
		return 0
	}
	n, s, r := float64(different), float64(all), float64(least)
	return math.Hypot(n/s-1, r/n-1)
}
