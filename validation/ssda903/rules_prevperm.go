package ssda903

import "recordwell/validation/datatype"

// permanenceDay is the first day whose starts of care are asked for an earlier
// permanence order.
var permanenceDay = datatype.MustDate(2016, 4, 1)

// provided reports that anything is said about an earlier order.
func (r *PrevPerm) provided() bool { return anyPresent(r.PREV_PERM, r.LA_PERM, r.DATE_PERM) }

// complete reports that all is said that must be: with no earlier order (Z1),
// no more than that.
func (r *PrevPerm) complete() bool {
	return r.PREV_PERM.Is("Z1") || !anyMissing(r.PREV_PERM, r.LA_PERM, r.DATE_PERM)
}

var prevPermRules = []Rule{
	{
		Code: "630", Needs: "PrevPerm Episodes.DECOM Episodes.RNE", More: "PrevPerm.CHILD",
		Title: "Say if there was an earlier permanence order",
		What:  "The child started to be looked after this year with {RNE}. Earlier permanence is not complete.",
		Do:    "Enter the order, the authority and the date, or Z1 if there was none.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.complete() {
					return
				}
			}
			for _, ep := range c.Episodes {
				if ep.RNE.Is("S") && ep.DECOM.IsDate() && !ep.DECOM.Before(c.Start) {
					flag(found, ep.RNE)
				}
			}
		},
	},
	{
		Code: "631", Needs: "PrevPerm.PREV_PERM",
		Title: "Earlier permanence must be a code from the list",
		What:  "The earlier permanence order is given as {PREV_PERM}.",
		Do:    "Choose P1, P2, P3, P4 or Z1.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.PREV_PERM.NotIn(PrevPermCodes) {
					flag(found, p.PREV_PERM)
				}
			}
		},
	},
	{
		Code: "632", Needs: "PrevPerm.DATE_PERM",
		Title: "Date of the earlier order must be real and before this care",
		What:  "The date of the earlier permanence order is given as {DATE_PERM}.",
		Do:    "Enter a date before the first episode, with ZZ for a day or month and ZZZZ for a year that you do not know.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.DATE_PERM.Missing() {
					continue
				}
				day, real := partialDate(p.DATE_PERM)
				start := c.First()
				switch {
				case start == nil && !real:
					flag(found, p.DATE_PERM)
				case start != nil && (!real || day != 0 && day >= start.DECOM.Day()):
					flag(found, p.DATE_PERM, start.DECOM)
				}
			}
		},
	},
	{
		Code: "633", Needs: "PrevPerm.LA_PERM",
		Title: "Authority of the earlier order must be a code from the list",
		What:  "The authority that arranged the earlier permanence order is given as {LA_PERM}.",
		Do:    "Enter the three figures of the authority, or WAL, SCO, NIR, NUK or 999.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.LA_PERM.Present() && !permanenceAuthority(p.LA_PERM) {
					flag(found, p.LA_PERM)
				}
			}
		},
	},
	{
		Code: "634", Needs: "PrevPerm Episodes.DECOM",
		Title: "Earlier permanence for care that began before 1 April 2016",
		What:  "Earlier permanence is given. No episode began on or after 1 April 2016.",
		Do:    "Take the earlier permanence away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			if latest := c.Latest(); latest == nil || !latest.DECOM.Before(permanenceDay) {
				return
			}
			for _, p := range c.PrevPerm {
				if p.provided() {
					places := []Value{p.LA_PERM, p.PREV_PERM, p.DATE_PERM}
					for _, ep := range c.Episodes {
						places = append(places, ep.DECOM)
					}
					flag(found, places...)
				}
			}
		},
	},
	{
		Code: "635", Needs: "PrevPerm.PREV_PERM",
		Title: "Details of an earlier order that there was not",
		What:  "Earlier permanence is Z1, none. A date or an authority of the order is given.",
		Do:    "Take the date and the authority away, or change the earlier permanence.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.PREV_PERM.Is("Z1") && anyPresent(p.LA_PERM, p.DATE_PERM) {
					flag(found, p.LA_PERM, p.DATE_PERM, p.PREV_PERM)
				}
			}
		},
	},
}

// permanenceAuthority reports an English authority, now or before, another
// nation, outside the kingdom, or not known (999).
func permanenceAuthority(v Value) bool {
	if v.Is("WAL", "SCO", "NIR", "NUK", "999") {
		return true
	}
	code, err := datatype.ParseLACode(v.Text())
	if err != nil || string(code) != v.Text() {
		return false
	}
	// The list that UPNs are made from also has offshore bodies and Wales.
	return code >= "201" && (code < "660" || code > "708")
}
