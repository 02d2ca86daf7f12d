package ssda903

// Rules on episodes that follow one another, and on periods of care.
var episodeOrderRules = []Rule{
	{
		Code: "142", Needs: "Episodes.DECOM",
		Title: "A new episode began but the one before has not ended",
		What:  "The episode has no end date or no reason, and a later episode has begun.",
		Do:    "Enter the date that this episode ended and the reason.",
		Check: func(c *View, found *Found) {
			for ep := range c.Neighbours() {
				if anyMissing(ep.DEC, ep.REC) {
					flag(found, ep.DEC, ep.REC)
				}
			}
		},
	},
	{
		Code: "357", Needs: "Episodes.DECOM Episodes.RNE",
		Title: "First episode must begin with the reason S",
		What:  "The child’s first episode began on {DECOM} with the reason {RNE}.",
		Do:    "Check whether an earlier episode was left out. If not, change the reason to S.",
		Check: func(c *View, found *Found) {
			ep := c.First()
			if ep != nil && !ep.DECOM.Before(c.Start) && !ep.RNE.Is("S") {
				flagWith(found, naming(ep.DECOM), ep.RNE)
			}
		},
	},
	{
		Code: "361", Needs: "Episodes.DECOM Episodes.LS",
		Title: "Police protection lasted longer than 72 hours",
		What:  "Police protection (L1) began on {DECOM} and lasted longer than 72 hours.",
		Do:    "Check the dates and the legal status. Police protection ends after 72 hours.",
		Check: func(c *View, found *Found) {
			for spell := range c.Spells(func(ep *Episode) bool { return ep.LS.Is("L1") }) {
				if days(spell, c.End) > 3 {
					for _, ep := range spell {
						flag(found, ep.DECOM, ep.LS, ep.DEC)
					}
				}
			}
		},
	},
	{
		Code: "383", Needs: "Episodes.DECOM Episodes.PLACE",
		Title: "Child did not go back after a temporary placement",
		What:  "After a temporary placement, the episode of {DECOM} is in placement {PLACE} with reason {RNE}.",
		Do:    "Check the placement, its postcode and the reason. The child should go back to the placement before, with reason P.",
		Check: func(c *View, found *Found) {
			episodes := c.ByDate()
			for i := 2; i < len(episodes); i++ {
				before, temporary, ep := episodes[i-2], episodes[i-1], episodes[i]
				if !before.DECOM.IsDate() || !temporary.PLACE.In(TemporaryPlaces) {
					continue
				}
				if !ep.RNE.Is("P") || !ep.PLACE.Same(before.PLACE) || !ep.PL_POST.Same(before.PL_POST) {
					flagWith(found, naming(ep.DECOM), ep.PLACE, ep.RNE, ep.PL_POST)
				}
			}
		},
	},
	{
		Code: "501", Needs: "Episodes.DECOM Episodes.DEC",
		Title: "A new episode began before the one before ended",
		What:  "The episode began on {DECOM}, before the one before it ended.",
		Do:    "Change the date that this episode began or the date that the other ended.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.DECOM.Before(before.DEC.Day()) {
					flag(found, ep.DECOM, ep.DEC)
				}
			}
		},
	},
}
