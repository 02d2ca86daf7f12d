package ssda903

// Rules on one episode by itself: its codes and its dates.
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
