package ssda903

// Rules that compare this year's episodes with last year's.
var previousEpisodeRules = []Rule{
	{
		Code: "502", Needs: "Episodes.DECOM Episodes_last.DECOM Episodes_last.DEC",
		Title: "First episode did not begin when last year’s open episode did",
		What:  "This year’s first episode began on {DECOM}. Last year ended with an open episode that began on another day.",
		Do:    "Enter the episode that was open at the end of last year, with the date that it began.",
		Reads: "Episodes.DECOM Episodes_last.DECOM Episodes_last.DEC",
		Check: func(c *View, found *Found) {
			first, open := c.First(), c.LatestLast()
			if first != nil && open != nil && open.DEC.Missing() && !first.DECOM.Same(open.DECOM) {
				flag(found, first.DECOM)
			}
		},
	},
	{
		Code: "NoE", Needs: "Episodes.DECOM Episodes_last",
		Title: "Looked after before this year but not in last year’s return",
		What:  "An episode began on {DECOM}, before this collection year, and last year’s return has no episode of the child.",
		Do:    "Check the date that the episode began, and whether last year’s files are complete.",
		Check: func(c *View, found *Found) {
			if len(c.Last.Episodes) > 0 {
				return
			}
			for _, ep := range c.Episodes {
				if ep.DECOM.Before(c.Start) {
					flag(found, ep.DECOM)
				}
			}
		},
	},
}
