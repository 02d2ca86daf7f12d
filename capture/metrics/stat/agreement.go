package stat

// Kappa is agreement beyond chance. Known is false where chance alone would
// agree always, so that nothing can be said.
type Kappa struct {
	Kappa, Observed, Chance float64
	Known                   bool
}

// CohenKappa measures how two raters agree. table[i][j] counts the things that
// the first put in class i and the second in class j; it is square.
func CohenKappa(table [][]int) Kappa {
	rows, columns := make([]float64, len(table)), make([]float64, len(table))
	total, same := 0.0, 0.0
	for i, row := range table {
		for j, n := range row {
			rows[i] += float64(n)
			columns[j] += float64(n)
			total += float64(n)
			if i == j {
				same += float64(n)
			}
		}
	}
	if total == 0 {
		return Kappa{}
	}
	chance := 0.0
	for i := range rows {
		chance += rows[i] / total * columns[i] / total
	}
	return kappa(same/total, chance)
}

// FleissKappa measures how several raters agree. counts[i][j] is how many
// raters put thing i in class j; every row has the same sum, of two or more.
func FleissKappa(counts [][]int) Kappa {
	if len(counts) == 0 {
		return Kappa{}
	}
	raters := 0
	for _, n := range counts[0] {
		raters += n
	}
	if raters < 2 {
		return Kappa{}
	}
	classes := make([]float64, len(counts[0]))
	observed := 0.0
	for _, row := range counts {
		agree := 0
		for j, n := range row {
			classes[j] += float64(n)
			agree += n * (n - 1)
		}
		observed += float64(agree) / float64(raters*(raters-1))
	}
	observed /= float64(len(counts))
	chance := 0.0
	for _, n := range classes {
		share := n / float64(len(counts)*raters)
		chance += share * share
	}
	return kappa(observed, chance)
}

func kappa(observed, chance float64) Kappa {
	if chance == 1 {
		return Kappa{Observed: observed, Chance: chance}
	}
	return Kappa{Kappa: (observed - chance) / (1 - chance), Observed: observed, Chance: chance, Known: true}
}
