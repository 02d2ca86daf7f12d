package ssda903

import (
	"iter"

	"recordwell/validation/datatype"
)

// Spells yields the runs of episodes that a test accepts, by DECOM, each run
// joined without a gap: an episode begins on the day that the one before ended.
func (v *View) Spells(accept func(*Episode) bool) iter.Seq[[]*Episode] {
	return func(yield func([]*Episode) bool) {
		start := -1
		for i, ep := range v.byDate {
			in := ep.DECOM.IsDate() && accept(ep)
			if start >= 0 && (!in || !ep.DECOM.On(v.byDate[i-1].DEC.Day())) {
				if !yield(v.byDate[start:i]) {
					return
				}
				start = -1
			}
			if in && start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(v.byDate[start:])
		}
	}
}

// days is how long a spell lasted. One that goes on is counted to the day after
// end, the first that is not part of the year.
func days(spell []*Episode, end datatype.Date) int {
	from, to := spell[0].DECOM.Day(), spell[len(spell)-1].DEC
	if to.IsDate() {
		return int(to.Day() - from)
	}
	return int(end.AddDays(1) - from)
}
