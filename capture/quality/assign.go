package quality

import "math"

// assign pairs rows with columns one to one so that the sum of the pairs' costs
// and of the price of everything left alone is least. A pair that costs more
// than threshold is never made. It returns a column for each row, −1 for none.
func assign(cost [][]float64, columns int, threshold float64) []int {
	rows := len(cost)
	n := rows + columns
	// A square table: each row and column may also go to a place of its own, at
	// half the threshold, so that leaving both alone costs the threshold.
	full := make([][]float64, n)
	for i := range full {
		full[i] = make([]float64, n)
		for j := range full[i] {
			switch {
			case i < rows && j < columns:
				full[i][j] = cost[i][j]
				if cost[i][j] > threshold {
					full[i][j] = 2 * float64(n) * (1 + threshold)
				}
			case i < rows || j < columns:
				full[i][j] = threshold / 2
			}
		}
	}
	out := make([]int, rows)
	for i, j := range hungarian(full)[:rows] {
		out[i] = -1
		if j < columns {
			out[i] = j
		}
	}
	return out
}

// hungarian solves the square assignment problem with potentials, in the cube
// of its size. It returns the column of each row.
func hungarian(cost [][]float64) []int {
	n := len(cost)
	u, v := make([]float64, n+1), make([]float64, n+1)
	row := make([]int, n+1) // of each column; 0 is none, rows count from 1
	way := make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		column := 0
		for row[column] != 0 {
			used[column] = true
			at, delta, next := row[column], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[at-1][j-1] - u[at] - v[j]; c < least[j] {
					least[j], way[j] = c, column
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			column = next
		}
		for column != 0 {
			row[column] = row[way[column]]
			column = way[column]
		}
	}
	out := make([]int, n)
	for j := 1; j <= n; j++ {
		out[row[j]-1] = j - 1
	}
	return out
}
