package ssda903

import (
	"time"

	"recordwell/validation/datatype"
)

// Days on which the law or the return began to say something new.
var (
	fosterToAdopt   = datatype.MustDate(2015, time.April, 1)
	placementOrders = datatype.MustDate(2005, time.December, 1)
)

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
	{
		Code: "214", Needs: "Episodes.LS",
		Title: "A short break has no placement postcode or Ofsted number",
		What:  "The legal status is {LS}, a short break. The placement postcode is {PL_POST} and the Ofsted number is {URN}.",
		Do:    "Take the postcode and the number away, or change the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.In(Respite) && anyPresent(ep.PL_POST, ep.URN) {
					flagWith(found, naming(ep.LS), ep.PL_POST, ep.URN)
				}
			}
		},
	},
	{
		Code: "217", Needs: "Episodes.PLACE Episodes.DECOM",
		Title: "Adoption by current foster carers must begin with S, T or U",
		What:  "The placement is {PLACE}, with current foster carers. The episode began on {DECOM} with the reason {RNE}.",
		Do:    "Change the reason to S, T or U, or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("A3", "A5") && !ep.DECOM.Before(fosterToAdopt) && ep.DECOM.IsDate() && !ep.RNE.Is("S", "T", "U") {
					flag(found, ep.RNE, ep.PLACE, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "233", Needs: "Episodes.REASON_PLACE_CHANGE",
		Title: "Reason for placement change given for an open episode",
		What:  "The reason for the change of placement is {REASON_PLACE_CHANGE}, but the episode has not ended.",
		Do:    "Take the reason away, or enter the date that the episode ended.",
		Reads: "Episodes.REASON_PLACE_CHANGE Episodes.DEC",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.DEC.Missing() && ep.REASON_PLACE_CHANGE.Present() {
					flag(found, ep.REASON_PLACE_CHANGE)
				}
			}
		},
	},
	{
		Code: "242", Needs: "Episodes.URN",
		Title: "XXXXXXX is only for regional adoption agencies",
		What:  "The Ofsted number is XXXXXXX, and the placement is {PLACE}.",
		Do:    "Enter the provider’s own number, or change the placement to adoption or fostering.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Is(AgencyURN) && !ep.PLACE.In(AdoptionPlaces) && !ep.PLACE.In(FosterPlaces) {
					flagWith(found, naming(ep.PLACE), ep.URN)
				}
			}
		},
	},
	{
		Code: "365", Needs: "Episodes.LS Episodes.DECOM",
		Title: "Short break lasted longer than 17 days",
		What:  "The short break began on {DECOM} and lasted longer than 17 days.",
		Do:    "Check the dates and the legal status V3.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.Is("V3") && c.daysOf(ep) > 17 {
					flag(found, ep.DEC, ep.DECOM, ep.LS)
				}
			}
		},
	},
	{
		Code: "366", Needs: "Episodes.LS Episodes.RNE",
		Title: "The placement cannot change during a short break",
		What:  "The legal status is V3, a short break, and the reason for the new episode is {RNE}.",
		Do:    "Change the reason to S, or change the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.Is("V3") && !ep.RNE.Is("S") {
					flag(found, ep.RNE)
				}
			}
		},
	},
	{
		Code: "378", Needs: "Episodes.LS Episodes.PLACE",
		Title: "A child placed with parents cannot have legal status V2",
		What:  "The placement is P1, with parents, and the legal status is V2, accommodated under section 20.",
		Do:    "Change the placement or the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("P1") && ep.LS.Is("V2") {
					flag(found, ep.PLACE, ep.LS)
				}
			}
		},
	},
	{
		Code: "380", Needs: "Episodes.PLACE",
		Title: "A period of care cannot begin with a temporary placement",
		What:  "The placement is {PLACE}, a temporary one, and the reason for the new episode is {RNE}.",
		Do:    "Change the placement. If the child moved from another placement, change the reason to P or B.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.In(TemporaryPlaces) && !ep.RNE.Is("P", "B") {
					flag(found, ep.PLACE, ep.RNE)
				}
			}
		},
	},
	{
		Code: "381", Needs: "Episodes.PLACE Episodes.REC",
		Title: "A period of care cannot end with a temporary placement",
		What:  "The placement is {PLACE}, a temporary one, and the episode ended with the reason {REC}.",
		Do:    "Change the placement. If the child went back to another placement, change the reason to X1.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.In(TemporaryPlaces) && ep.REC.Present() && !ep.REC.Is("X1") {
					flag(found, ep.PLACE, ep.REC)
				}
			}
		},
	},
	{
		Code: "382", Needs: "Episodes.LS Episodes.PLACE",
		Title: "A short break cannot be a temporary placement",
		What:  "The legal status is {LS}, a short break, and the placement is {PLACE}, a temporary one.",
		Do:    "Change the placement or the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.In(Respite) && ep.PLACE.In(TemporaryPlaces) {
					flag(found, ep.PLACE, ep.LS)
				}
			}
		},
	},
	{
		Code: "384", Needs: "Episodes.LS Episodes.PLACE",
		Title: "A short break cannot be a long-term foster placement",
		What:  "The legal status is {LS}, a short break, and the placement is {PLACE}, long-term fostering.",
		Do:    "Change the placement or the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.In(Respite) && ep.PLACE.Is("U1", "U4") {
					flag(found, ep.PLACE, ep.LS)
				}
			}
		},
	},
	{
		Code: "390", Needs: "Episodes.REC",
		Title: "Child was adopted but was not placed for adoption",
		What:  "The episode ended with {REC}, adopted, and the placement is {PLACE}.",
		Do:    "Change the placement to A3, A4, A5 or A6, or change the reason.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.In(AdoptedReasons) && !ep.PLACE.In(AdoptionPlaces) {
					flag(found, ep.PLACE, ep.REC)
				}
			}
		},
	},
	{
		Code: "392d", Needs: "Episodes.HOME_POST Episodes.PL_POST",
		Title: "Home and placement have the same postcode",
		What:  "The home postcode is {HOME_POST} and the placement postcode is {PL_POST}. The placement is {PLACE}, not with parents.",
		Do:    "Change one of the postcodes, or change the placement to P1.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.PLACE.Is("P1") && samePostcode(ep.HOME_POST.Text(), ep.PL_POST.Text()) {
					flag(found, ep.HOME_POST, ep.PL_POST, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "398", Needs: "Episodes.LS",
		Title: "A short break has no postcodes",
		What:  "The legal status is {LS}, a short break. The home postcode is {HOME_POST} and the placement postcode is {PL_POST}.",
		Do:    "Take the postcodes away, or change the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.In(Respite) && anyPresent(ep.HOME_POST, ep.PL_POST) {
					flag(found, ep.HOME_POST, ep.PL_POST, ep.LS)
				}
			}
		},
	},
	{
		Code: "408", Needs: "Episodes.PLACE",
		Title: "Placed for adoption without a placement order",
		What:  "The placement is {PLACE}, adoption with a placement order, and the legal status is {LS}.",
		Do:    "Change the legal status to E1, or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("A5", "A6") && !ep.LS.Is("E1") {
					flag(found, ep.LS, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "446", Needs: "Episodes.LS Episodes.DECOM",
		Title: "There were no placement orders before December 2005",
		What:  "The episode began on {DECOM} with the legal status E1, a placement order.",
		Do:    "Change the legal status or the date.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.Is("E1") && ep.DECOM.Before(placementOrders) {
					flag(found, ep.LS, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "516", Needs: "Episodes.REC",
		Title: "Guardianship to foster carers needs a foster placement",
		What:  "The episode ended with {REC}, special guardianship to foster carers, and the placement is {PLACE}.",
		Do:    "Change the placement to one of U1 to U6, or change the reason.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.Is("E45", "E46") && !ep.PLACE.In(FosterPlaces) {
					flag(found, ep.REC, ep.PLACE)
				}
			}
		},
	},
}

// daysOf is how long an episode lasted. One that goes on is counted to the end
// of the year. It is 0 when a date is not usable.
func (v *View) daysOf(ep *Episode) int {
	end := ep.DEC.Day()
	if ep.DEC.Missing() {
		end = v.End
	}
	if !ep.DECOM.IsDate() || end == 0 {
		return 0
	}
	return int(end - ep.DECOM.Day())
}

// samePostcode compares two postcodes, whatever their spaces and capitals.
// Two that are not there are not the same.
func samePostcode(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && a[i] == ' ' {
			i++
		}
		for j < len(b) && b[j] == ' ' {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b) && i > 0 && j > 0
		}
		if a[i]|0x20 != b[j]|0x20 {
			return false
		}
		i++
		j++
	}
}
