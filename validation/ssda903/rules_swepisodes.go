package ssda903

import "strings"

// swYear is the first collection year with social worker episodes.
const swYear = "2023-24"

var swEpisodeRules = []Rule{
	{
		Code: "SW02STG1", Needs: "SWEpisodes.SW_ID", From: swYear,
		Title: "Social worker ID must begin with SW or XX",
		What:  "The social worker ID is given as {SW_ID}.",
		Do:    "Enter SW or XX and the number of the registration.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				id := sw.SW_ID.Text()
				if len(id) < 4 || !strings.HasPrefix(id, "SW") && !strings.HasPrefix(id, "XX") {
					flag(found, sw.SW_ID)
				}
			}
		},
	},
	{
		Code: "SW17STG2", Needs: "SWEpisodes.SW_DECOM SWEpisodes.SW_DEC", From: swYear,
		Title: "The last social worker episode has an end",
		What:  "The last social worker episode began on {SW_DECOM} and ended on {SW_DEC}.",
		Do:    "Add the social worker on 31 March, or take the end date away.",
		Check: func(c *View, found *Found) {
			var last *SWEpisode
			for _, sw := range c.SWEpisodes {
				if sw.SW_DECOM.IsDate() && (last == nil || !sw.SW_DECOM.Before(last.SW_DECOM.Day())) {
					last = sw
				}
			}
			if last != nil && last.SW_DEC.Present() {
				flag(found, last.SW_DEC, last.SW_DECOM)
			}
		},
	},
}
