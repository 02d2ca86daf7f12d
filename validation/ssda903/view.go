package ssda903

import (
	"iter"
	"slices"

	"recordwell/validation/datatype"
)

// Context is what rules know beside the child. It is fixed during a check and
// shared by all workers.
type Context struct {
	Period
	// Authority is the code of the returning local authority; empty when nobody
	// said.
	Authority string
	// Providers and Postcodes are nil when no table was given.
	Providers Providers
	Postcodes Postcodes
	// XML says that the return came as XML, which holds Header.UASC itself.
	XML bool

	upns map[string]int // how many Header rows have each real UPN
}

// UPNCount is how many rows of Header in the whole return have this UPN.
func (c *Context) UPNCount(upn Value) int { return c.upns[upn.Text()] }

// indexed is a copy of the context with what cohort rules ask for counted.
func (c Context) indexed(r *Return) *Context {
	c.upns = make(map[string]int, len(r.Children))
	for _, child := range r.Children {
		for _, h := range child.Header {
			if h.UPN.Present() {
				c.upns[h.UPN.Text()]++
			}
		}
	}
	return &c
}

// View is one child as the rules see it: the rows, the context, and readings of
// the rows that many rules share, worked out once. Rules only read it.
type View struct {
	*Child
	*Context

	byDate, lastByDate []*Episode
	continuous         bool
}

// look points the view at a child; its own slices are used again.
func (v *View) look(child *Child, context *Context) {
	v.Child, v.Context = child, context
	v.byDate = sortEpisodes(v.byDate, child.Episodes)
	v.lastByDate = sortEpisodes(v.lastByDate, child.Last.Episodes)
	v.continuous = v.lookedAfterContinuously()
}

// sortEpisodes orders by DECOM. Episodes without a real start date come first,
// in document order, so that they are neighbours of nothing by accident: rules
// on neighbours skip them with [Value.IsDate].
func sortEpisodes(into, episodes []*Episode) []*Episode {
	into = append(into[:0], episodes...)
	slices.SortStableFunc(into, func(a, b *Episode) int {
		if d := int(a.DECOM.Day()) - int(b.DECOM.Day()); d != 0 {
			return d
		}
		return int(a.DEC.endDay()) - int(b.DEC.endDay())
	})
	return into
}

// endDay puts an open end last.
func (v Value) endDay() datatype.Date {
	if v.Missing() {
		return datatype.Date(1 << 30)
	}
	return v.Day()
}

// ByDate is this year's episodes in order of DECOM; those without a real start
// date come first.
func (v *View) ByDate() []*Episode { return v.byDate }

// LastByDate is last year's episodes in the same order.
func (v *View) LastByDate() []*Episode { return v.lastByDate }

// First is the episode with the earliest real DECOM, or nil.
func (v *View) First() *Episode { return firstDated(v.byDate) }

// Latest is the episode with the latest real DECOM, or nil.
func (v *View) Latest() *Episode { return lastDated(v.byDate) }

// LatestLast is last year's episode with the latest real DECOM, or nil.
func (v *View) LatestLast() *Episode { return lastDated(v.lastByDate) }

func firstDated(episodes []*Episode) *Episode {
	for _, ep := range episodes {
		if ep.DECOM.IsDate() {
			return ep
		}
	}
	return nil
}

func lastDated(episodes []*Episode) *Episode {
	if n := len(episodes); n > 0 && episodes[n-1].DECOM.IsDate() {
		return episodes[n-1]
	}
	return nil
}

// Neighbours yields each episode with the one that follows it, by DECOM, both
// with a real start date.
func (v *View) Neighbours() iter.Seq2[*Episode, *Episode] {
	return func(yield func(*Episode, *Episode) bool) {
		for i := 1; i < len(v.byDate); i++ {
			if v.byDate[i-1].DECOM.IsDate() && !yield(v.byDate[i-1], v.byDate[i]) {
				return
			}
		}
	}
}

// LookedAfterContinuously reports 12 months without a break at 31 March: an
// episode overlaps the year, and none starts being looked after after its first
// day, ceases before its last day, or is a short break (V3, V4).
func (v *View) LookedAfterContinuously() bool { return v.continuous }

func (v *View) lookedAfterContinuously() bool {
	any := false
	for _, ep := range v.Episodes {
		switch {
		case ep.RNE.Is("S") && ep.DECOM.After(v.Start):
			return false
		case ep.DEC.IsDate() && !ep.DEC.Before(v.Start) && ep.DEC.Before(v.End) && !ep.REC.Is("X1"):
			return false
		case !v.Overlaps(ep.DECOM, ep.DEC):
		case ep.LS.In(Respite):
			return false
		default:
			any = true
		}
	}
	return any
}

// header is the child's row of Header, the first if there are several, or nil.
func (v *View) header() *Header {
	if len(v.Header) == 0 {
		return nil
	}
	return v.Header[0]
}

// DOB is the date of birth in Header; missing when there is no row.
func (v *View) DOB() Value {
	if h := v.header(); h != nil {
		return h.DOB
	}
	return Value{table: HeaderTable, col: 2, row: nowhere}
}

// IsUASC reports an unaccompanied asylum-seeking child: a row in UASC, or the
// status 1 in Header, this year.
func (v *View) IsUASC() bool { return isUASC(&v.Tables) }

// WasUASC reports the same of last year.
func (v *View) WasUASC() bool { return isUASC(v.Last) }

func isUASC(ts *Tables) bool {
	for _, h := range ts.Header {
		if h.UASC.Is("1") {
			return true
		}
	}
	return len(ts.UASC) > 0
}

// AgedOn reports that the child born on dob had reached an age by a day: the
// birthday is on or before it. Both must be real dates.
func AgedOn(dob Value, years int, day datatype.Date) bool {
	return dob.IsDate() && day != 0 && dob.Day().AddYears(years) <= day
}

// YoungerOn reports that the child had not reached the age by the day. Both must
// be real dates.
func YoungerOn(dob Value, years int, day datatype.Date) bool {
	return dob.IsDate() && day != 0 && dob.Day().AddYears(years) > day
}
