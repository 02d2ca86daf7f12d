package ssda903

import "recordwell/validation/datatype"

func (r *Missing) startDay() datatype.Date { return r.MIS_START.Day() }

// Rules that compare decisions about adoption, times of being missing and orders
// with last year's.
var previousSpellRules = []Rule{
	{
		Code: "559", Needs: "PlacedAdoption.DATE_PLACED PlacedAdoption_last", More: "PlacedAdoption_last.CHILD",
		Title: "Earlier decision to place for adoption was not in last year’s return",
		What:  "The decision is dated {DATE_PLACED}, before this year. Last year’s return has no date of a decision.",
		Do:    "Check the date of the decision. If last year’s return was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED.Before(c.Start) && !placedInLast(c) {
					flag(found, p.DATE_PLACED)
				}
			}
		},
	},
	{
		Code: "560", Needs: "PlacedAdoption.DATE_PLACED PlacedAdoption_last.DATE_PLACED",
		Title: "Date of the decision to place for adoption has changed",
		What:  "The decision that stood at the end of last year was of another date than this year’s.",
		Do:    "Check which date is right, or enter that last year’s decision was stopped.",
		Check: func(c *View, found *Found) {
			for _, last := range c.Last.PlacedAdoption {
				if last.DATE_PLACED.Missing() || last.DATE_PLACED_CEASED.Present() || c.repeated(last.DATE_PLACED) {
					continue
				}
				for _, p := range c.PlacedAdoption {
					flag(found, p.DATE_PLACED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "561", Needs: "PlacedAdoption.DATE_PLACED PlacedAdoption_last.DATE_PLACED",
		More:  "PlacedAdoption_last.DATE_PLACED_CEASED PlacedAdoption_last.REASON_PLACED_CEASED",
		Title: "Decision to place for adoption is the one stopped last year",
		What:  "The decision is dated {DATE_PLACED}. Last year’s return says that it was stopped.",
		Do:    "Enter the date of the new decision, or explain why last year’s return was wrong.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				for _, last := range c.Last.PlacedAdoption {
					if p.DATE_PLACED.Present() && p.DATE_PLACED.Same(last.DATE_PLACED) && last.stopped() {
						flag(found, p.DATE_PLACED)
						break
					}
				}
			}
		},
	},
	{
		Code: "584", Needs: "PlacedAdoption.DATE_PLACED PlacedAdoption_last.DATE_PLACED",
		Title: "New decision to place for adoption is not after the one stopped",
		What:  "The decision of last year was stopped. This year’s is not of a later date.",
		Do:    "Enter the date of the new decision, after the one of last year.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				for _, last := range c.Last.PlacedAdoption {
					if last.DATE_PLACED.IsDate() && last.stopped() && !p.DATE_PLACED.NotDate() && !p.DATE_PLACED.After(last.DATE_PLACED.Day()) {
						flag(found, p.DATE_PLACED)
						break
					}
				}
			}
		},
	},
	{
		Code: "576", Needs: "Missing Missing_last.MIS_START", More: "Missing.CHILD",
		Title: "Child missing at the end of last year is not when this year begins",
		What:  "Child {CHILD} went missing last year and was not back at its end. This year’s return does not begin with that.",
		Do:    "Enter the time of being missing that was open at the end of last year.",
		Check: func(c *View, found *Found) {
			open := openMissing(c.Last.Missing)
			if open == nil {
				return
			}
			for _, m := range inOrder(c.Missing, (*Missing).startDay) {
				if !m.MIS_START.IsDate() {
					continue
				}
				if !m.MIS_START.Same(open.MIS_START) {
					flag(found, m.CHILD)
				}
				return // the first alone
			}
			flag(found, open.CHILD)
		},
	},
	{
		Code: "706", Needs: "DoLo DoLo_last.DOLO_START", From: doloYear, More: "DoLo.CHILD",
		Title: "Order open at the end of last year is not in this year’s return",
		What:  "A deprivation of liberty order was open at the end of last year. This year’s first does not begin on the same day.",
		Do:    "Enter the order that was open at the end of last year, with the date that it began.",
		Check: func(c *View, found *Found) {
			open := openDoLo(c.Last.DoLo)
			if open == nil {
				return
			}
			for _, d := range inOrder(c.DoLo, (*DoLo).startDay) {
				if !d.DOLO_START.IsDate() {
					continue
				}
				if !d.DOLO_START.Same(open.DOLO_START) {
					flag(found, d.DOLO_START)
				}
				return // the first alone
			}
			flag(found, open.DOLO_START)
		},
	},
}

// placedInLast reports any decision to place in last year's return.
func placedInLast(c *View) bool {
	for _, last := range c.Last.PlacedAdoption {
		if last.DATE_PLACED.Present() {
			return true
		}
	}
	return false
}

// repeated reports a decision of this date in this year's return.
func (v *View) repeated(placed Value) bool {
	for _, p := range v.PlacedAdoption {
		if p.DATE_PLACED.Same(placed) {
			return true
		}
	}
	return false
}

// openMissing is the latest time of being missing that has no end, or nil.
func openMissing(rows []*Missing) (open *Missing) {
	for _, m := range rows {
		if m.MIS_START.IsDate() && m.MIS_END.Missing() && (open == nil || m.MIS_START.After(open.MIS_START.Day())) {
			open = m
		}
	}
	return open
}

// openDoLo is the latest order that has no end, or nil.
func openDoLo(rows []*DoLo) (open *DoLo) {
	for _, d := range rows {
		if d.DOLO_START.IsDate() && d.DOLO_END.Missing() && (open == nil || d.DOLO_START.After(open.DOLO_START.Day())) {
			open = d
		}
	}
	return open
}
