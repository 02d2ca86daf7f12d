package ssda903

import "recordwell/validation/datatype"

// doloYear is the first collection year with deprivation of liberty orders.
const doloYear = "2026-27"

func (r *DoLo) startDay() datatype.Date { return r.DOLO_START.Day() }

// Placements that a child with a deprivation of liberty order is expected in,
// and those that the order cannot be for.
var (
	doloPlaces   = Codes{"K2", "Z12", "Z13"}
	noDoloPlaces = Codes{"K1", "P1", "R5", "K3"}
)

var doloRules = []Rule{
	{
		Code: "700", Needs: "DoLo.DOLO_START", From: doloYear,
		Title: "Date the order began must be a real date",
		What:  "The date that the deprivation of liberty order began is given as {DOLO_START}.",
		Do:    "Enter the day, month and year that the order began.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if !d.DOLO_START.IsDate() {
					flag(found, d.DOLO_START)
				}
			}
		},
	},
	{
		Code: "701", Needs: "DoLo.DOLO_END", From: doloYear,
		Title: "Date the order ended must be a real date",
		What:  "The date that the deprivation of liberty order ended is given as {DOLO_END}.",
		Do:    "Enter the day, month and year that the order ended. If it has not ended, leave the date empty.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if d.DOLO_END.NotDate() {
					flag(found, d.DOLO_END)
				}
			}
		},
	},
	{
		Code: "702", Needs: "DoLo.DOLO_START DoLo.DOLO_END", From: doloYear,
		Title: "The order ended before it began",
		What:  "The deprivation of liberty order began on {DOLO_START} and ended on {DOLO_END}.",
		Do:    "Change one of the dates. The end must be the same as or after the beginning.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if d.DOLO_END.Before(d.DOLO_START.Day()) {
					flag(found, d.DOLO_START, d.DOLO_END)
				}
			}
		},
	},
	{
		Code: "703", Needs: "DoLo.DOLO_START", From: doloYear,
		Title: "The order began after the end of the year",
		What:  "The date that the deprivation of liberty order began, {DOLO_START}, is after 31 March when the year ended.",
		Do:    "Change the date, or take the order away.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if d.DOLO_START.After(c.End) {
					flag(found, d.DOLO_START)
				}
			}
		},
	},
	{
		Code: "704", Needs: "DoLo.DOLO_END", From: doloYear,
		Title: "The order ended before or after the year",
		What:  "The date that the deprivation of liberty order ended, {DOLO_END}, is not between 1 April and 31 March of the year.",
		Do:    "Change the date, or take the order away.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if d.DOLO_END.IsDate() && !c.Contains(d.DOLO_END) {
					flag(found, d.DOLO_END)
				}
			}
		},
	},
	{
		Code: "705", Needs: "DoLo.DOLO_START", From: doloYear,
		Title: "A new order began but the one before has not ended",
		What:  "The deprivation of liberty order of {DOLO_START} began while the one before has no end.",
		Do:    "Enter the date that the earlier order ended.",
		Check: func(c *View, found *Found) {
			orders := inOrder(c.DoLo, (*DoLo).startDay)
			for i, d := range orders {
				if i > 0 && orders[i-1].DOLO_START.IsDate() && orders[i-1].DOLO_END.Missing() {
					flag(found, d.DOLO_START, d.DOLO_END)
				}
			}
		},
	},
	{
		Code: "707", Needs: "DoLo.DOLO_START Episodes.DECOM", From: doloYear,
		Title: "Child left care and the order has not ended",
		What:  "The deprivation of liberty order of {DOLO_START} was not over when care ended.",
		Do:    "Enter the date that the order ended, the same as or before the end of care.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if c.endsOutOfCare(d.DOLO_START, d.DOLO_END) {
					flagWith(found, naming(d.DOLO_START), d.DOLO_END)
				}
			}
		},
	},
	{
		Code: "708", Needs: "DoLo.DOB DoLo.DOLO_START", From: doloYear,
		Title: "The order began on or before the child’s date of birth",
		What:  "Born on {DOB}, the child has a deprivation of liberty order of {DOLO_START}.",
		Do:    "Check the date of birth and the date that the order began.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if d.DOB.IsDate() && d.DOLO_START.IsDate() && !d.DOLO_START.After(d.DOB.Day()) {
					flagWith(found, naming(d.DOB), d.DOLO_START)
				}
			}
		},
	},
	{
		Code: "709", Needs: "DoLo.DOLO_START DoLo.DOLO_END Episodes.DECOM Episodes.PLACE", From: doloYear, More: "Episodes.PLACE",
		Title: "Placement is not one that goes with the order",
		What:  "The child was in placement {PLACE} during the deprivation of liberty order of {DOLO_START}. Usual are K2, Z12 and Z13.",
		Do:    "Check the placement and the dates of the order. If they are right, explain why.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				for _, ep := range c.Episodes {
					if ep.PLACE.NotIn(doloPlaces) && d.during(ep) {
						flag(found, d.DOLO_START, ep.PLACE)
					}
				}
			}
		},
	},
	{
		Code: "710", Needs: "DoLo.DOLO_START DoLo.DOLO_END Episodes.DECOM Episodes.PLACE", From: doloYear, More: "Episodes.PLACE",
		Title: "This placement cannot go with the order",
		What:  "The child was in placement {PLACE} during the deprivation of liberty order of {DOLO_START}.",
		Do:    "Change the placement or the dates of the order. It cannot be K1, K3, P1 or R5.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				for _, ep := range c.Episodes {
					if ep.PLACE.In(noDoloPlaces) && d.during(ep) {
						flag(found, d.DOLO_START, ep.PLACE)
					}
				}
			}
		},
	},
}

// during reports that an order with a start and an end shares a day with the
// episode. The day of a move belongs to the next placement, so an order that
// begins as the episode ends, or ends as it begins, shares none.
func (r *DoLo) during(ep *Episode) bool {
	if !r.DOLO_START.IsDate() || !r.DOLO_END.IsDate() || !ep.DECOM.IsDate() || ep.DEC.NotDate() {
		return false
	}
	from, to := ep.DECOM.Day(), ep.DEC.endDay()
	start, end := r.DOLO_START.Day(), r.DOLO_END.Day()
	return start < max(to, from+1) && from < max(end, start+1)
}
