package ssda903

// Rules on one value of an episode: a code of its list, a real date.
var episodeFieldRules = []Rule{
	{
		Code: "141", Needs: "Episodes.DECOM",
		Title: "Date the episode began must be a real date",
		What:  "The date that the episode began is given as {DECOM}.",
		Do:    "Enter the day, month and year that the episode began.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DECOM.NotDate() {
					flag(found, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "144", Needs: "Episodes.LS",
		Title: "Legal status must be a code from the list",
		What:  "The legal status is given as {LS}.",
		Do:    "Choose a legal status from the list.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.NotIn(LegalStatusCodes) {
					flag(found, ep.LS)
				}
			}
		},
	},
	{
		Code: "147", Needs: "Episodes.DEC",
		Title: "Date the episode ended must be a real date",
		What:  "The date that the episode ended is given as {DEC}.",
		Do:    "Enter the day, month and year that the episode ended. If it has not ended, leave the date empty.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DEC.NotDate() {
					flag(found, ep.DEC)
				}
			}
		},
	},
}
