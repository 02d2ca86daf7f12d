package ssda903

// Rules on the values of one episode against each other, but for the provider.
var episodeRecordRules = []Rule{
	{
		Code: "148", Needs: "Episodes.DEC Episodes.REC",
		Title: "An ended episode needs both a date and a reason",
		What:  "The date that the episode ended is {DEC} and the reason is {REC}.",
		Do:    "Enter both, or leave both empty if the episode goes on.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DEC.Missing() != ep.REC.Missing() {
					flag(found, ep.DEC, ep.REC)
				}
			}
		},
	},
	{
		Code: "355", Needs: "Episodes.DECOM Episodes.DEC",
		Title: "Episode lasted less than a day",
		What:  "The episode began and ended on {DECOM}. Episodes usually last longer than 24 hours.",
		Do:    "Check both dates. If they are right, explain why.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DECOM.On(ep.DEC.Day()) {
					flag(found, ep.DECOM, ep.DEC)
				}
			}
		},
	},
	{
		Code: "356", Needs: "Episodes.DECOM Episodes.DEC",
		Title: "Episode ended before it began",
		What:  "The episode began on {DECOM} and ended on {DEC}.",
		Do:    "Change one of the dates. The end must be the same as or after the beginning.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DEC.Before(ep.DECOM.Day()) {
					flag(found, ep.DECOM, ep.DEC)
				}
			}
		},
	},
}
