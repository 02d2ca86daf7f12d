package ssda903

import (
	"time"

	"recordwell/validation/datatype"
)

// childrenAct is the day on which the Children Act 1989 came into force.
var childrenAct = datatype.MustDate(1991, time.October, 14)

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
	{
		Code: "143", Needs: "Episodes.RNE",
		Title: "Reason for new episode must be a code from the list",
		What:  "The reason for the new episode is given as {RNE}.",
		Do:    "Choose a reason from the list.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.RNE.NotIn(RNECodes) {
					flag(found, ep.RNE)
				}
			}
		},
	},
	{
		Code: "145", Needs: "Episodes.CIN",
		Title: "Category of need must be a code from the list",
		What:  "The category of need is given as {CIN}.",
		Do:    "Choose a category from N1 to N8.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.CIN.NotIn(NeedCodes) {
					flag(found, ep.CIN)
				}
			}
		},
	},
	{
		Code: "146", Needs: "Episodes.PLACE",
		Title: "Placement must be a code from the list",
		What:  "The placement is given as {PLACE}.",
		Do:    "Choose a placement from the list.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.NotIn(PlaceCodes) {
					flag(found, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "149", Needs: "Episodes.REC",
		Title: "Reason the episode ended must be a code from the list",
		What:  "The reason that the episode ended is given as {REC}.",
		Do:    "Choose a reason from the list. If the episode has not ended, leave it empty.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.NotIn(RECCodes) {
					flag(found, ep.REC)
				}
			}
		},
	},
	{
		Code: "1009", Needs: "Episodes.REASON_PLACE_CHANGE",
		Title: "Reason for placement change must be a code from the list",
		What:  "The reason for the change of placement is given as {REASON_PLACE_CHANGE}.",
		Do:    "Choose a reason from the list.",
		Reads: "Episodes.REASON_PLACE_CHANGE",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REASON_PLACE_CHANGE.NotIn(PlaceChangeCodes) {
					flag(found, ep.REASON_PLACE_CHANGE)
				}
			}
		},
	},
	{
		Code: "353", Needs: "Episodes.DECOM",
		Title: "Episode cannot begin before 14 October 1991",
		What:  "The episode began on {DECOM}, before the Children Act 1989 came into force.",
		Do:    "Change the date that the episode began.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DECOM.Before(childrenAct) {
					flag(found, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "354", Needs: "Episodes.DECOM",
		Title: "Episode cannot begin after the collection year",
		What:  "The episode began on {DECOM}, after the collection year ended.",
		Do:    "Change the date, or leave the episode for next year’s return.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DECOM.After(c.End) {
					flag(found, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "385", Needs: "Episodes.DEC",
		Title: "Episode cannot end after the collection year",
		What:  "The episode ended on {DEC}, after the collection year ended.",
		Do:    "Change the date. If the episode goes on, leave the date empty.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DEC.After(c.End) {
					flag(found, ep.DEC)
				}
			}
		},
	},
}
