package ssda903

// Rules on episodes against the child's date of birth in Header.
var episodeAgeRules = []Rule{
	{
		Code: "352", Needs: "Header.DOB Episodes.DECOM Episodes.RNE",
		Title: "Child was 18 or over when starting to be looked after",
		What:  "Born on {Header.DOB}, the child was 18 or over on {DECOM} when the period of care began.",
		Do:    "Check the date of birth and the date that the episode began.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.RNE.Is("S") && AgedOn(c.DOB(), 18, ep.DECOM.Day()) {
					flagWith(found, naming(c.DOB()), ep.DECOM, ep.RNE)
				}
			}
		},
	},
}
