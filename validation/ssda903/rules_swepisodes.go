package ssda903

import (
	"strings"

	"recordwell/validation/datatype"
)

const (
	// swYear is the first collection year with social worker episodes.
	swYear = "2023-24"
	// swTolerance is by how many days episodes may overlap.
	swTolerance = 7
)

// swDay is the day that social worker episodes began to be collected.
var swDay = datatype.MustDate(2023, 4, 1)

func (r *SWEpisode) startDay() datatype.Date { return r.SW_DECOM.Day() }

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
		Code: "SW04STG1", Needs: "SWEpisodes.SW_DECOM", From: swYear,
		Title: "Date the social worker episode began must be a real date",
		What:  "The date that the social worker episode began is given as {SW_DECOM}.",
		Do:    "Enter the day, month and year, with ZZ or ZZZZ for a part that you do not know.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				if _, ok := partialDate(sw.SW_DECOM); sw.SW_DECOM.Present() && !ok {
					flag(found, sw.SW_DECOM)
				}
			}
		},
	},
	{
		Code: "SW05STG1", Needs: "SWEpisodes.SW_DEC", From: swYear,
		Title: "Date the social worker episode ended must be a real date",
		What:  "The date that the social worker episode ended is given as {SW_DEC}.",
		Do:    "Enter the day, month and year, with ZZ or ZZZZ for a part that you do not know.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				if _, ok := partialDate(sw.SW_DEC); sw.SW_DEC.Present() && !ok {
					flag(found, sw.SW_DEC)
				}
			}
		},
	},
	{
		Code: "SW06STG2", Needs: "SWEpisodes.SW_DECOM", From: swYear,
		Title: "Social worker episode began after the end of the year",
		What:  "The date that the social worker episode began, {SW_DECOM}, is after 31 March when the year ended.",
		Do:    "Change the date, or take the episode away.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				if sw.SW_DECOM.After(c.End) {
					flag(found, sw.SW_DECOM)
				}
			}
		},
	},
	{
		Code: "SW07STG2", Needs: "SWEpisodes.SW_DEC", From: swYear,
		Title: "Social worker episode ended before or after the year",
		What:  "The date that the social worker episode ended, {SW_DEC}, is not between 1 April and 31 March of the year.",
		Do:    "Change the date, or take the episode away.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				if sw.SW_DEC.IsDate() && !c.Contains(sw.SW_DEC) {
					flag(found, sw.SW_DEC)
				}
			}
		},
	},
	{
		Code: "SW08STG2", Needs: "SWEpisodes.SW_DECOM", From: swYear,
		Title: "A new social worker began but the one before has not ended",
		What:  "The social worker episode that began on {SW_DECOM} has no end, and a later one has begun.",
		Do:    "Enter the date that this episode ended.",
		Check: func(c *View, found *Found) {
			episodes := inOrder(c.SWEpisodes, (*SWEpisode).startDay)
			for i, sw := range episodes {
				if i < len(episodes)-1 && sw.SW_DECOM.IsDate() && sw.SW_DEC.Missing() {
					flagWith(found, naming(sw.SW_DECOM), sw.SW_DEC)
				}
			}
		},
	},
	{
		Code: "SW09STG2", Needs: "SWEpisodes.SW_DECOM SWEpisodes.SW_DEC", From: swYear,
		Title: "Social worker episode lasted less than a day",
		What:  "The social worker episode began and ended on {SW_DECOM}. Episodes usually last longer than 24 hours.",
		Do:    "Check both dates. If they are right, explain why.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				if sw.SW_DECOM.On(sw.SW_DEC.Day()) {
					flag(found, sw.SW_DECOM, sw.SW_DEC)
				}
			}
		},
	},
	{
		Code: "SW10STG2", Needs: "SWEpisodes.SW_DECOM SWEpisodes.SW_DEC", From: swYear,
		Title: "Social worker episodes overlap by more than 7 days",
		What:  "The social worker episode began on {SW_DECOM}, more than 7 days before the one before it ended.",
		Do:    "Change the date that this episode began or the date that the other ended.",
		Check: func(c *View, found *Found) {
			episodes := inOrder(c.SWEpisodes, (*SWEpisode).startDay)
			for i, sw := range episodes {
				if i == 0 || sw.SW_REASON.Is("FCONTA") {
					continue
				}
				before := episodes[i-1]
				if before.SW_DECOM.IsDate() && before.SW_DEC.IsDate() && sw.SW_DECOM.Before(before.SW_DEC.Day().AddDays(-swTolerance)) {
					flag(found, sw.SW_DECOM)
				}
			}
		},
	},
	{
		Code: "SW11bSTG2", Needs: "SWEpisodes.SW_DEC", From: swYear,
		Title: "No social worker after the last one ended",
		What:  "The last social worker episode ended on {SW_DEC}, before 31 March, and no other follows.",
		Do:    "Add the social worker who followed, or check the date.",
		Check: func(c *View, found *Found) {
			var last *SWEpisode
			for _, sw := range c.SWEpisodes {
				if sw.SW_DECOM.Present() && sw.SW_DEC.Missing() || sw.SW_DEC.NotDate() {
					return // one goes on, or may
				}
				if sw.SW_DEC.IsDate() && (last == nil || sw.SW_DEC.After(last.SW_DEC.Day())) {
					last = sw
				}
			}
			if last != nil && last.SW_DEC.Before(c.End) {
				flag(found, last.SW_DEC)
			}
		},
	},
	{
		Code: "SW12STG2", Needs: "SWEpisodes Episodes.DECOM", From: swYear,
		More:  "SWEpisodes.CHILD",
		Title: "Social workers of a child looked after on 31 March are missing",
		What:  "The child was looked after on 31 March in the episode of {DECOM}. No social worker episode covers the time from the start of the year or of care.",
		Do:    "Add every social worker episode of the year.",
		Check: func(c *View, found *Found) {
			ep := c.onLastDay()
			if ep == nil {
				return
			}
			due := max(c.Start, c.First().DECOM.Day())
			for _, sw := range c.SWEpisodes {
				if !sw.SW_DECOM.After(due) { // nor does what is no date decide anything
					return
				}
			}
			flag(found, ep.DECOM)
		},
	},
	{
		Code: "SW13STG1", Needs: "SWEpisodes.SW_REASON", From: swYear,
		Title: "Reason for the change of social worker must be from the list",
		What:  "The reason for the change is given as {SW_REASON}.",
		Do:    "Choose a reason from the list.",
		Check: func(c *View, found *Found) {
			for _, sw := range c.SWEpisodes {
				due := sw.SW_DECOM.IsDate() && !sw.SW_DECOM.Before(swDay)
				if sw.SW_REASON.NotIn(SWReasonCodes) || sw.SW_REASON.Missing() && due {
					flag(found, sw.SW_REASON)
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

// onLastDay is the episode in which the child was looked after on the last day
// of the year, but for short breaks; or nil.
func (v *View) onLastDay() *Episode {
	for _, ep := range v.Episodes {
		if v.Overlaps(ep.DECOM, ep.DEC) && !ep.DEC.Before(v.End) && !ep.LS.In(Respite) {
			return ep
		}
	}
	return nil
}
