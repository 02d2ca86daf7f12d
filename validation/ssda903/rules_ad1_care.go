package ssda903

// adoptedThisYear reports an episode that ended in the year by adoption.
func (v *View) adoptedThisYear(ep *Episode) bool {
	return ep.REC.In(AdoptedReasons) && v.Contains(ep.DEC)
}

// Placements for adoption, with the current foster carer and with others, old
// codes among them; and reasons that an adoption ends an episode, likewise.
var (
	adoptedByCarer  = Codes{"A2", "A3", "A5"}
	adoptedByOthers = Codes{"A1", "A4", "A6"}
	adoptedEver     = Codes{"E1", "E11", "E12"}
)

// Rules on an adoption against the child's episodes.
var ad1CareRules = []Rule{
	{
		Code: "331", Needs: "AD1.DATE_MATCH Episodes.DECOM Episodes.REC",
		Title: "Match came after the child was placed for adoption",
		What:  "The match is dated {DATE_MATCH}. The episode that ended in adoption began on {DECOM}.",
		Do:    "Enter a date for the match that is the same as or before the date of the placement.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				for _, ep := range c.Episodes {
					if ep.REC.In(AdoptedReasons) && a.DATE_MATCH.After(ep.DECOM.Day()) {
						flag(found, a.DATE_MATCH, ep.DECOM, ep.REC)
					}
				}
			}
		},
	},
	{
		Code: "334", Needs: "AD1.DATE_INT Episodes.DECOM Episodes.RNE",
		Title: "Adoption decision came before the child was looked after",
		What:  "The decision is dated {DATE_INT}. The latest period of care began on {DECOM}.",
		Do:    "Check the date of the decision and the date that the period of care began.",
		Check: func(c *View, found *Found) {
			if len(c.AD1) == 0 {
				return
			}
			episodes := c.ByDate()
			for i := len(episodes) - 1; i >= 0; i-- {
				start := episodes[i]
				if !start.RNE.Is("S") || !start.DECOM.IsDate() {
					continue
				}
				for _, a := range c.AD1 {
					if a.DATE_INT.Before(start.DECOM.Day()) {
						flag(found, a.DATE_INT, start.DECOM, start.RNE)
					}
				}
				return // the latest start alone
			}
		},
	},
	{
		Code: "335", Needs: "AD1.FOSTER_CARE Episodes.PLACE Episodes.REC",
		Title: "Last placement does not fit adopted by foster carers",
		What:  "Adopted by the current foster carer is {FOSTER_CARE}, and the last placement is {PLACE}.",
		Do:    "Change the answer or the placement.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				for _, ep := range c.Episodes {
					no := a.FOSTER_CARE.Is("0") && ep.PLACE.In(adoptedByCarer)
					yes := a.FOSTER_CARE.Is("1") && ep.PLACE.In(adoptedByOthers)
					if (no || yes) && ep.REC.In(adoptedEver) {
						flag(found, a.FOSTER_CARE, ep.PLACE)
					}
				}
			}
		},
	},
	{
		Code: "521", Needs: "AD1.DATE_INT Episodes.DECOM Episodes.PLACE",
		Title: "Adoption decision came after the child was placed",
		What:  "The decision is dated {DATE_INT}. The child was placed for adoption on {DECOM}.",
		Do:    "Enter a date for the decision that is the same as or before the date of the placement.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				for _, ep := range c.Episodes {
					if ep.PLACE.In(AdoptionPlaces) && a.DATE_INT.After(ep.DECOM.Day()) {
						flag(found, a.DATE_INT, ep.DECOM, ep.PLACE)
					}
				}
			}
		},
	},
	{
		Code: "582", Needs: "AD1.DATE_MATCH Episodes.DEC Episodes.REC", From: "2022-23",
		Title: "Child was matched and adopted on the same day",
		What:  "The child was adopted on {DEC}, and matched with adopters on {DATE_MATCH}. A match usually comes first.",
		Do:    "Check both dates. If they are right, explain why.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				for _, ep := range c.Episodes {
					if ep.REC.In(AdoptedReasons) && ep.DEC.On(a.DATE_MATCH.Day()) {
						flagWith(found, naming(a.DATE_MATCH), ep.DEC)
					}
				}
			}
		},
	},
	{
		Code: "601", Needs: "AD1 Episodes.DEC Episodes.REC", More: "AD1.CHILD",
		Title: "Adoption answers are not complete for an adopted child",
		What:  "An episode ended this year with {REC}, adopted. Answers about the adoption are empty.",
		Do:    "Enter every answer about the adoption, or change the reason that the episode ended.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !c.adoptedThisYear(ep) {
					continue
				}
				if len(c.AD1) == 0 {
					flag(found, ep.REC)
				}
				for _, a := range c.AD1 {
					if adoption := a.adoption(); anyMissing(adoption[:]...) {
						flag(found, append([]Value{ep.REC}, adoption[:]...)...)
					}
				}
			}
		},
	},
	{
		Code: "602", Needs: "AD1 Episodes.DEC Episodes.REC", More: "AD1.CHILD",
		Title: "Adoption answers for a child not adopted this year",
		What:  "Child {CHILD} has answers about an adoption. No episode ended this year by adoption.",
		Do:    "Take the answers away, or enter the episode that ended by adoption.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if c.adoptedThisYear(ep) {
					return
				}
			}
			for _, a := range c.AD1 {
				if adoption := a.adoption(); anyPresent(adoption[:]...) {
					flag(found, a.CHILD)
				}
			}
		},
	},
}
