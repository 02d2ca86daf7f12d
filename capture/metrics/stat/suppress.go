package stat

// Count is one cell of a table to be shared.
type Count struct {
	N int
	// Hidden cells are printed as "c".
	Hidden bool
}

// Suppress hides what could tell one person from another in a table with row
// and column totals: counts of 1 to 5, and then as many more as are needed so
// that no hidden count can be worked out from a total of its row or column. Of
// the candidates the smallest is hidden, zeros last. The practice is that of
// the Department for Education's children in need statistics.
func Suppress(table [][]int) [][]Count {
	out := make([][]Count, len(table))
	for i, row := range table {
		out[i] = make([]Count, len(row))
		for j, n := range row {
			out[i][j] = Count{N: n, Hidden: n >= 1 && n <= 5}
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

// hideSecond hides one more cell of a line in which exactly one is hidden.
func hideSecond(line []Count, cell func(int) *Count) bool {
	hidden, best := 0, -1
	for i, c := range line {
		switch {
		case c.Hidden:
			hidden++
		case best < 0, line[best].N == 0 && c.N > 0, c.N > 0 && c.N < line[best].N:
			best = i
		}
	}
	if hidden != 1 || best < 0 {
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
