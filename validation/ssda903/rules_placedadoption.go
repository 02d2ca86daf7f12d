package ssda903

import "recordwell/validation/datatype"

func (r *PlacedAdoption) placedDay() datatype.Date { return r.DATE_PLACED.Day() }

// Rules on the decisions that a child should and should no longer be placed for
// adoption, by themselves.
var placedAdoptionRules = []Rule{
	{
		Code: "115", Needs: "PlacedAdoption.DATE_PLACED",
		Title: "Date of the decision to place for adoption must be a real date",
		What:  "The date of the decision is given as {DATE_PLACED}.",
		Do:    "Enter the day, month and year of the decision.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED.NotDate() {
					flag(found, p.DATE_PLACED)
				}
			}
		},
	},
	{
		Code: "116", Needs: "PlacedAdoption.DATE_PLACED_CEASED",
		Title: "Date of the decision to stop adoption must be a real date",
		What:  "The date of the decision that the child should no longer be placed is given as {DATE_PLACED_CEASED}.",
		Do:    "Enter the day, month and year of the decision.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED_CEASED.NotDate() {
					flag(found, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "119", Needs: "PlacedAdoption.DATE_PLACED_CEASED PlacedAdoption.REASON_PLACED_CEASED",
		Title: "A decision to stop adoption needs both a date and a reason",
		What:  "The date or the reason that the child should no longer be placed for adoption is empty.",
		Do:    "Enter both, or leave both empty if the decision to place still stands.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED_CEASED.Missing() != p.REASON_PLACED_CEASED.Missing() {
					flag(found, p.REASON_PLACED_CEASED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "120", Needs: "PlacedAdoption.REASON_PLACED_CEASED",
		Title: "Reason to stop adoption must be a code from the list",
		What:  "The reason that the child should no longer be placed is given as {REASON_PLACED_CEASED}.",
		Do:    "Choose RD1, RD2, RD3 or RD4.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.REASON_PLACED_CEASED.NotIn(PlacedCeasedCodes) {
					flag(found, p.REASON_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "184", Needs: "PlacedAdoption.DATE_PLACED Header.DOB|PlacedAdoption.DOB",
		Title: "Decision to place for adoption came before the birth",
		What:  "The decision is dated {DATE_PLACED}, before the child was born.",
		Do:    "Check the date of the decision and the date of birth.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				born := c.DOB()
				if !born.IsDate() {
					born = p.DOB
				}
				if p.DATE_PLACED.Before(born.Day()) {
					flag(found, p.DATE_PLACED, p.DOB)
				}
			}
		},
	},
	{
		Code: "522", Needs: "PlacedAdoption.DATE_PLACED PlacedAdoption.DATE_PLACED_CEASED",
		Title: "Adoption was stopped before it was decided",
		What:  "The decision to place is dated {DATE_PLACED}, and the decision to stop {DATE_PLACED_CEASED}.",
		Do:    "Change one of the dates. The decision to stop must be the same day or later.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED.After(p.DATE_PLACED_CEASED.Day()) {
					flag(found, p.DATE_PLACED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "523", Needs: "PlacedAdoption.DATE_PLACED AD1.DATE_INT",
		Title: "Two dates for the decision to place for adoption",
		What:  "The decision is dated {DATE_PLACED} in placed for adoption, and {DATE_INT} in the adoption.",
		Do:    "Find out which date is right and change the other.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				for _, a := range c.AD1 {
					if p.DATE_PLACED.IsDate() && a.DATE_INT.IsDate() && !p.DATE_PLACED.Same(a.DATE_INT) {
						flag(found, p.DATE_PLACED, a.DATE_INT)
					}
				}
			}
		},
	},
	{
		Code: "525", Needs: "PlacedAdoption.DATE_PLACED_CEASED AD1",
		Title: "Adoption was stopped and the child adopted",
		What:  "The decision to stop is dated {DATE_PLACED_CEASED}. Answers about an adoption are given.",
		Do:    "Take the date away, or the answers about the adoption.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				for _, a := range c.AD1 {
					if adoption := a.adoption(); p.DATE_PLACED_CEASED.Present() && anyPresent(adoption[:]...) {
						flag(found, append([]Value{p.DATE_PLACED_CEASED}, adoption[:]...)...)
					}
				}
			}
		},
	},
	{
		Code: "563", Needs: "PlacedAdoption", Reads: "PlacedAdoption.DATE_PLACED PlacedAdoption.DATE_PLACED_CEASED PlacedAdoption.REASON_PLACED_CEASED",
		Title: "Adoption was stopped and never decided",
		What:  "The child should no longer be placed for adoption. The date of the decision to place is empty.",
		Do:    "Enter the date of the decision that the child should be placed.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED.Missing() && anyPresent(p.DATE_PLACED_CEASED, p.REASON_PLACED_CEASED) {
					flag(found, p.DATE_PLACED, p.REASON_PLACED_CEASED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "579", Needs: "PlacedAdoption.DATE_PLACED",
		Title: "Decisions to place for adoption overlap",
		What:  "The decision of {DATE_PLACED} came before an earlier decision was stopped.",
		Do:    "Enter the date that the earlier decision was stopped, or change one of the dates.",
		Check: func(c *View, found *Found) {
			rows := inOrder(c.PlacedAdoption, (*PlacedAdoption).placedDay)
			var stopped datatype.Date // the latest end so far
			for i, p := range rows {
				if i == 0 || !p.DATE_PLACED.IsDate() {
					continue
				}
				before := rows[i-1]
				if !before.DATE_PLACED.IsDate() {
					continue
				}
				stopped = max(stopped, before.DATE_PLACED_CEASED.Day())
				if before.DATE_PLACED_CEASED.Missing() || p.DATE_PLACED.Before(stopped) {
					flag(found, p.DATE_PLACED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
	{
		Code: "583", Needs: "PlacedAdoption.DATE_PLACED", From: "2022-23",
		Title: "An earlier decision to place for adoption was not stopped",
		What:  "The decision of {DATE_PLACED} has no date that it was stopped, and a later decision is given.",
		Do:    "Check that both decisions are needed, and enter the date that this one was stopped.",
		Check: func(c *View, found *Found) {
			rows := inOrder(c.PlacedAdoption, (*PlacedAdoption).placedDay)
			for i, p := range rows {
				if i < len(rows)-1 && p.DATE_PLACED.IsDate() && p.DATE_PLACED_CEASED.Missing() {
					flag(found, p.DATE_PLACED, p.DATE_PLACED_CEASED)
				}
			}
		},
	},
}
