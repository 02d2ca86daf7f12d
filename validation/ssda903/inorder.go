package ssda903

import (
	"cmp"
	"slices"

	"recordwell/validation/datatype"
)

// inOrder is the rows by a date of theirs, those without one first, and in
// document order where dates are the same. Rows that are in order already, as
// nearly all are, cost nothing.
func inOrder[R any](rows []*R, day func(*R) datatype.Date) []*R {
	byDay := func(a, b *R) int { return cmp.Compare(day(a), day(b)) }
	if slices.IsSortedFunc(rows, byDay) {
		return rows
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, byDay)
	return sorted
}
