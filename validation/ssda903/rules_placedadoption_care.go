package ssda903

import "recordwell/validation/datatype"

// stopped reports that the decision no longer stands: date or reason is given.
func (r *PlacedAdoption) stopped() bool {
	return anyPresent(r.DATE_PLACED_CEASED, r.REASON_PLACED_CEASED)
}

// Rules on decisions about adoption against the child's episodes.
var placedAdoptionCareRules = []Rule{
	{
		Code: "1003", Needs: "PlacedAdoption.DATE_PLACED Episodes.DECOM Episodes.RNE",
		Title: "Decision to place for adoption came before the child was looked after",
		What:  "The decision is dated {DATE_PLACED}, and the child was first looked after on {Episodes.DECOM}.",
		Do:    "Check the date of the decision and the date that the first episode began.",
		Check: func(c *View, found *Found) {
			for _, start := range c.ByDate() {
				if !start.DECOM.IsDate() || !start.RNE.Is("S") {
					continue
				}
				for _, p := range c.PlacedAdoption {
					if p.DATE_PLACED.Before(start.DECOM.Day()) {
						flag(found, p.DATE_PLACED, start.DECOM, start.RNE)
					}
				}
				return // the first start alone
			}
		},
	},
	{
		Code: "117", Needs: "PlacedAdoption",
		Title: "Decision about adoption came after the year or after care",
		What:  "The date of a decision about adoption is after 31 March or after the child stopped being looked after.",
		Do:    "Check the dates of the decisions and the date that the last episode ended.",
		Check: func(c *View, found *Found) {
			if len(c.PlacedAdoption) == 0 {
				return
			}
			var last *Episode // of those that did not just go over into the next
			for _, ep := range c.ByDate() {
				if ep.DECOM.IsDate() && !ep.REC.Is("X1") {
					last = ep
				}
			}
			for _, p := range c.PlacedAdoption {
				late := func(d datatype.Date) bool { return p.DATE_PLACED.After(d) || p.DATE_PLACED_CEASED.After(d) }
				switch {
				case last == nil && late(c.End):
					flag(found, p.DATE_PLACED_CEASED, p.DATE_PLACED)
				case last != nil && (late(c.End) || late(last.DEC.Day())):
					flag(found, p.DATE_PLACED_CEASED, p.DATE_PLACED, last.DEC, last.REC, last.DECOM)
				}
			}
		},
	},
	{
		Code: "118", Needs: "PlacedAdoption.DATE_PLACED_CEASED",
		Title: "Decision to stop adoption came before the year or before care",
		What:  "The decision to stop is dated {DATE_PLACED_CEASED}, before the year or before the child was looked after.",
		Do:    "Check the date of the decision and the date that the first episode began.",
		Check: func(c *View, found *Found) {
			if len(c.PlacedAdoption) == 0 {
				return
			}
			var first *Episode
			for _, ep := range c.ByDate() {
				if ep.DECOM.IsDate() && !ep.LS.In(Respite) {
					first = ep
					break
				}
			}
			for _, p := range c.PlacedAdoption {
				early := p.DATE_PLACED_CEASED.Before(c.Start)
				switch {
				case first == nil && early:
					flag(found, p.DATE_PLACED_CEASED)
				case first != nil && (early || p.DATE_PLACED_CEASED.Before(first.DECOM.Day())):
					flag(found, p.DATE_PLACED_CEASED, first.DECOM, first.LS)
				}
			}
		},
	},
	{
		Code: "551", Needs: "PlacedAdoption Episodes.PLACE", More: "PlacedAdoption.CHILD",
		Title: "Child was placed for adoption without a decision",
		What:  "The placement is {PLACE}, for adoption. There is no date of the decision that the child should be placed.",
		Do:    "Enter the date of the decision, or change the placement.",
		Check: func(c *View, found *Found) {
			if c.placingDecided() {
				return
			}
			for _, ep := range c.Episodes {
				if ep.PLACE.In(AdoptionPlaces) {
					flag(found, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "552", Needs: "PlacedAdoption.DATE_PLACED Episodes.DECOM Episodes.PLACE",
		Title: "Child was placed for adoption before it was decided",
		What:  "The child was placed for adoption on {DECOM}. The decision is dated {DATE_PLACED}.",
		Do:    "Enter a date for the decision that is the same as or before the date of the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.PLACE.In(AdoptionPlaces) || c.decidedBy(ep.DECOM.Day()) {
					continue
				}
				for _, p := range c.PlacedAdoption {
					if p.DATE_PLACED.After(ep.DECOM.Day()) {
						flag(found, p.DATE_PLACED, ep.DECOM)
					}
				}
			}
		},
	},
	{
		Code: "553", Needs: "PlacedAdoption Episodes.LS", More: "Episodes.CHILD",
		Title: "Placement order without a decision to place for adoption",
		What:  "Child {CHILD} has a placement order (E1). There is no decision to place for adoption that goes with it.",
		Do:    "Enter the date of the decision that the child should be placed, or check the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.LS.Is("E1") || c.decisionFor(ep) {
					continue
				}
				places := []Value{ep.CHILD}
				for _, p := range c.PlacedAdoption {
					places = append(places, p.DATE_PLACED, p.DATE_PLACED_CEASED, p.REASON_PLACED_CEASED)
				}
				flag(found, places...)
			}
		},
	},
	{
		Code: "554", Needs: "PlacedAdoption.DATE_PLACED Episodes.DECOM Episodes.LS",
		Title: "Placement order came before the decision to place for adoption",
		What:  "The placement order was granted on {DECOM}. The decision is dated {DATE_PLACED}.",
		Do:    "Enter a date for the decision that is the same as or before the date of the order.",
		Check: func(c *View, found *Found) {
			if len(c.PlacedAdoption) == 0 {
				return
			}
			for _, ep := range c.ByDate() {
				if !ep.LS.Is("E1") || !ep.DECOM.IsDate() {
					continue
				}
				for _, p := range c.PlacedAdoption {
					if p.DATE_PLACED.After(ep.DECOM.Day()) {
						flag(found, p.DATE_PLACED, ep.DECOM, ep.LS)
					}
				}
				return // the first order alone
			}
		},
	},
	{
		Code: "557", Needs: "PlacedAdoption Episodes.REC", More: "PlacedAdoption.CHILD",
		Title: "Child left care without adoption and the decision still stands",
		What:  "The child should be placed for adoption and left care for another reason, {REC}.",
		Do:    "Enter the date and the reason that the child should no longer be placed for adoption.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				decided := ep.PLACE.In(AdoptionPlaces) || ep.LS.Is("E1")
				if !decided || ep.REC.Missing() || ep.REC.Is("X1") || ep.REC.In(AdoptedReasons) {
					continue
				}
				if len(c.PlacedAdoption) == 0 {
					flag(found, ep.PLACE, ep.LS, ep.REC)
				}
				for _, p := range c.PlacedAdoption {
					if anyMissing(p.DATE_PLACED_CEASED, p.REASON_PLACED_CEASED) {
						flag(found, p.DATE_PLACED_CEASED, p.REASON_PLACED_CEASED, ep.PLACE, ep.LS, ep.REC)
					}
				}
			}
		},
	},
	{
		Code: "558", Needs: "PlacedAdoption.DATE_PLACED_CEASED Episodes.REC", More: "PlacedAdoption.DATE_PLACED Episodes.DECOM",
		Title: "Child was adopted and the decision to place was stopped",
		What:  "The last episode ended with {REC}, adopted. The latest decision was stopped on {DATE_PLACED_CEASED}.",
		Do:    "Take the date that it was stopped away, or change the reason that the episode ended.",
		Check: func(c *View, found *Found) {
			if len(c.PlacedAdoption) == 0 {
				return
			}
			rows := inOrder(c.PlacedAdoption, (*PlacedAdoption).placedDay)
			latest := rows[len(rows)-1]
			for _, ep := range c.Episodes {
				if ep.REC.In(AdoptedReasons) && c.isCurrent(ep) && latest.DATE_PLACED_CEASED.Present() {
					flag(found, latest.DATE_PLACED_CEASED, ep.REC)
				}
			}
		},
	},
}

// placingDecided reports any decision that the child should be placed.
func (v *View) placingDecided() bool {
	for _, p := range v.PlacedAdoption {
		if p.DATE_PLACED.Present() {
			return true
		}
	}
	return false
}

// decidedBy reports such a decision on or before a day.
func (v *View) decidedBy(day datatype.Date) bool {
	for _, p := range v.PlacedAdoption {
		if p.DATE_PLACED.IsDate() && !p.DATE_PLACED.After(day) {
			return true
		}
	}
	return false
}

// decisionFor reports a decision that goes with a placement order: one that
// still stands when the order does, else any.
func (v *View) decisionFor(order *Episode) bool {
	for _, p := range v.PlacedAdoption {
		if p.DATE_PLACED.Present() && (order.DEC.Present() || !p.stopped()) {
			return true
		}
	}
	return false
}
