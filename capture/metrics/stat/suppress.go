package stat

// Count is one cell of a table to be shared.
type Count struct {
	N int
	// Hidden cells are printed as "c".
	Hidden bool
}

// Few reports a count of 1 to 5, which is not shared.
func Few(n int) bool { return n >= 1 && n <= 5 }

// Suppress hides what could tell one person from another in a table with row
// and column totals: counts of 1 to 5, and then as many more as are needed so
// that no count of 1 to 5 can be worked out from a total: what is hidden in a
// row or column is at least two counts, and more than 5 together. Of the
// candidates the smallest is hidden, zeros last. The practice is that of the
// Department for Education's children in need statistics.
func Suppress(table [][]int) [][]Count {
	out := make([][]Count, len(table))
	for i, row := range table {
		out[i] = make([]Count, len(row))
		for j, n := range row {
			out[i][j] = Count{N: n, Hidden: Few(n)}
		}
	}
	for again := true; again; {
		again = false
		for i := range out {
			again = hideSecond(out[i], func(j int) *Count { return &out[i][j] }) || again
		}
		if len(out) == 0 {
			break
		}
		for j := range out[0] {
			column := make([]Count, len(out))
			for i := range out {
				column[i] = out[i][j]
			}
			again = hideSecond(column, func(i int) *Count { return &out[i][j] }) || again
		}
	}
	return out
}

// hideSecond hides one more cell of a line whose hidden cells are one alone, or
// so few together that the total gives them away.
func hideSecond(line []Count, cell func(int) *Count) bool {
	hidden, sum, best := 0, 0, -1
	for i, c := range line {
		switch {
		case c.Hidden:
			hidden++
			sum += c.N
		case best < 0, line[best].N == 0 && c.N > 0, c.N > 0 && c.N < line[best].N:
			best = i
		}
	}
	if best < 0 || hidden != 1 && !(Few(sum) && line[best].N > 0) {
		return false
	}
	cell(best).Hidden = true
	return true
}

// AllHidden reports that nothing of a table is left to print, so that a
// sentence should say so in its place.
func AllHidden(table [][]Count) bool {
	for _, row := range table {
		for _, c := range row {
			if !c.Hidden {
				return false
			}
		}
	}
	return true
}
