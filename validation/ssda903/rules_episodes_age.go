package ssda903

import "fmt"

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
	{
		Code: "210", Needs: "Header.UPN Episodes.DECOM",
		Title: "UPN is unknown for a child looked after longer than a week",
		What:  "The UPN is UN4, newly looked after. An episode began on {DECOM}, more than a week before 31 March.",
		Do:    "Enter the UPN. If it is still unknown, choose another reason from UN1 to UN5.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.UPN.Is("UN4") {
					continue
				}
				for _, ep := range c.Episodes {
					if ep.DECOM.Before(c.End.AddDays(-7)) {
						flag(found, h.UPN, ep.DECOM)
					}
				}
			}
		},
	},
	{
		Code: "234", Needs: "Header.DOB Episodes.DECOM Episodes.REASON_PLACE_CHANGE", More: "Episodes.DEC",
		Title: "A child under 10 cannot move into custody",
		What:  "The reason for the change of placement is CUSTOD. Born on {DOB}, the child was under 10 when the next episode began.",
		Do:    "Change the reason, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for ep, next := range c.Neighbours() {
				if ep.REASON_PLACE_CHANGE.Is("CUSTOD") && YoungerOn(c.DOB(), 10, next.DECOM.Day()) {
					flag(found, ep.REASON_PLACE_CHANGE, c.DOB())
				}
			}
		},
	},
	{
		Code: "302", Needs: "Header.DOB Episodes.DECOM", More: "Episodes.DEC",
		Title: "First episode began before the child was born",
		What:  "The first episode began on {DECOM}, and the date of birth is {DOB}.",
		Do:    "Change one of the dates.",
		Check: func(c *View, found *Found) {
			if ep := c.First(); ep != nil && ep.DECOM.Before(c.DOB().Day()) {
				flag(found, ep.DECOM, c.DOB())
			}
		},
	},
	{
		Code: "358", Needs: "Header.DOB Episodes.DECOM Episodes.LS",
		Title: "A child under 10 cannot have this legal status",
		What:  "The legal status is {LS}. Born on {DOB}, the child was under 10 on {DECOM} when the episode began.",
		Do:    "Change the legal status, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.LS.Is("J1", "J2", "J3") && YoungerOn(c.DOB(), 10, ep.DECOM.Day()) {
					flag(found, ep.LS, ep.DECOM, c.DOB())
				}
			}
		},
	},
	{
		Code: "359", Needs: "Header.DOB Episodes",
		Title: "After 18, only V2 in a children’s home counts as looked after",
		What:  "The child was looked after past the 18th birthday. The legal status is {LS}, the placement {PLACE} and the end {DEC}.",
		Do:    "Enter the date that care ended. If it goes on, the legal status must be V2 and the placement K2.",
		Check: func(c *View, found *Found) {
			if !c.DOB().IsDate() {
				return
			}
			adult := c.DOB().Day().AddYears(18)
			for _, ep := range c.Episodes {
				after := ep.DEC.After(adult) || ep.DEC.Missing() && c.End > adult
				if after && !(ep.LS.Is("V2") && ep.PLACE.Is("K2")) {
					flag(found, ep.DEC, ep.LS, ep.PLACE)
				}
			}
		},
	},
	placedFrom("371", "K3", "supported accommodation", 16, false),
	placedFrom("372", "R5", "youth custody", 10, false),
	placedFrom("373", "S1", "a residential school", 4, false),
	placedFrom("374", "P3", "residential employment", 14, true),
	{
		Code: "375", Needs: "Episodes.DECOM Episodes.DEC Episodes.PLACE",
		Reads: "Episodes.DECOM Episodes.DEC Episodes.PLACE",
		Title: "Temporary stay in hospital lasted longer than six weeks",
		What:  "The temporary placement T1, in hospital, began on {DECOM} and lasted longer than six weeks.",
		Do:    "Check the dates, or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("T1") && ep.DEC.IsDate() && c.daysOf(ep) > 42 {
					flag(found, ep.DECOM, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "376", Needs: "Episodes.DECOM Episodes.PLACE",
		Reads: "Episodes.DECOM Episodes.DEC Episodes.PLACE",
		Title: "Stay while foster carers were away lasted over three weeks",
		What:  "The temporary placement T3, while foster carers were on holiday, began on {DECOM} and lasted over three weeks.",
		Do:    "Check the dates, or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("T3") && c.daysOf(ep) > 21 {
					flag(found, ep.DECOM, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "379", Needs: "Episodes.DECOM Episodes.DEC Episodes.PLACE",
		Reads: "Episodes.DECOM Episodes.DEC Episodes.PLACE",
		Title: "Temporary placement T4 lasted longer than seven days",
		What:  "The temporary placement T4 began on {DECOM} and lasted longer than seven days.",
		Do:    "Check the dates, or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("T4") && ep.DEC.IsDate() && c.daysOf(ep) > 7 {
					flag(found, ep.DECOM, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "386", Needs: "Header.DOB Episodes.DEC Episodes.REC",
		Title: "Child was 18 or over when adopted",
		What:  "The episode ended on {DEC} with {REC}, adopted. Born on {DOB}, the child was 18 or over.",
		Do:    "Change the reason, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.In(AdoptedReasons) && AgedOn(c.DOB(), 18, ep.DEC.Day()) {
					flagWith(found, naming(ep.DEC, c.DOB()), ep.REC)
				}
			}
		},
	},
	{
		Code: "387", Needs: "Header.DOB Episodes.DEC Episodes.REC",
		Title: "Child under 14 cannot move to independent living",
		What:  "The episode ended on {DEC} with {REC}, independent living. Born on {DOB}, the child was under 14.",
		Do:    "Change the reason, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.Is("E5", "E6") && YoungerOn(c.DOB(), 14, ep.DEC.Day()) {
					flagWith(found, naming(ep.DEC, c.DOB()), ep.REC)
				}
			}
		},
	},
	{
		Code: "389", Needs: "Header.DOB Episodes.DEC Episodes.REC",
		Title: "Child must be 16 or over to move to adult services",
		What:  "The episode ended with E7, adult services, on {DEC}. With the date of birth {DOB}, that is not shown to be at 16 or over.",
		Do:    "Enter or change the date that the episode ended, or change the reason.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.Is("E7") && c.DOB().IsDate() && !AgedOn(c.DOB(), 16, ep.DEC.Day()) {
					flagWith(found, naming(ep.DEC, c.DOB()), ep.REC)
				}
			}
		},
	},
	{
		Code: "393", Needs: "Header.MOTHER Episodes",
		Title: "Say whether she is a mother",
		What:  "She is looked after, and the mother field is empty.",
		Do:    "Enter 1 if she is a mother, or 0 if she is not.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.SEX.Is("F") && h.MOTHER.Missing() && c.longerThanBreaks() {
					flag(found, h.MOTHER)
				}
			}
		},
	},
	{
		Code: "407", Needs: "Header.DOB Episodes.DEC Episodes.REC",
		Title: "Child was 18 or over when special guardianship began",
		What:  "The episode ended on {DEC} with {REC}, special guardianship. Born on {DOB}, the child was 18 or over.",
		Do:    "Change the reason, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.Is("E45", "E46", "E47", "E48") && AgedOn(c.DOB(), 18, ep.DEC.Day()) {
					flag(found, ep.REC, ep.DEC, c.DOB())
				}
			}
		},
	},
	{
		Code: "442", Needs: "Header.UPN Episodes",
		Title: "Enter the UPN",
		What:  "The child is looked after, and the UPN is empty.",
		Do:    "Enter the UPN. If it is not known, enter the reason, UN1 to UN5.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.UPN.Missing() && c.longerThanBreaks() {
					flag(found, h.UPN)
				}
			}
		},
	},
	{
		Code: "460", Needs: "Header.DOB Episodes.DEC Episodes.REC",
		Title: "Child under 18 cannot stay put with carers",
		What:  "The episode ended on {DEC} with E17, stayed with carers at 18. Born on {Header.DOB}, the child was under 18.",
		Do:    "Change the reason, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.REC.Is("E17") && YoungerOn(c.DOB(), 18, ep.DEC.Day()) {
					flagWith(found, naming(c.DOB()), ep.REC, ep.DEC)
				}
			}
		},
	},
	{
		Code: "607", Needs: "Header.MOTHER Episodes.DEC Episodes.REC",
		Title: "Say whether she was a mother when care ended",
		What:  "She stopped being looked after on {DEC} with {REC}, and the mother field is empty.",
		Do:    "Enter 1 if she is a mother, or 0 if she is not.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.SEX.Is("F") || h.MOTHER.Present() {
					continue
				}
				for _, ep := range c.Episodes {
					if ep.REC.Present() && !ep.REC.Is("X1") && !shortBreakStatus(ep) && c.Contains(ep.DEC) {
						flag(found, h.MOTHER, h.SEX, ep.DEC, ep.REC, ep.LS)
					}
				}
			}
		},
	},
	{
		Code: "625", Needs: "Header.MC_DOB", More: "Episodes.DECOM",
		Title: "Her first child was born after the year or after care ended",
		What:  "The date of birth of her first child is {MC_DOB}, after the collection year or after she stopped being looked after.",
		Do:    "Check the date of birth, and the date that the last episode ended.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				switch latest := lastOf(c.ByDate()); {
				case latest != nil && h.MC_DOB.After(latest.DEC.Day()):
					flag(found, h.MC_DOB, latest.DEC)
				case h.MC_DOB.After(c.End):
					flag(found, h.MC_DOB)
				}
			}
		},
	},
}

// placedFrom flags a placement that began before the child had the age for it.
// Ended asks nothing of one that goes on.
func placedFrom(code, place, words string, age int, ended bool) Rule {
	needs := "Header.DOB Episodes.DECOM Episodes.PLACE"
	return Rule{
		Code: code, Needs: needs, Reads: needs + " Episodes.DEC",
		Title: fmt.Sprintf("Child must be %d or over to be in %s", age, words),
		What:  fmt.Sprintf("The placement is %s, %s. Born on {DOB}, the child was under %d on {DECOM} when the episode began.", place, words, age),
		Do:    "Change the placement, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is(place) && YoungerOn(c.DOB(), age, ep.DECOM.Day()) && (ep.DEC.IsDate() || !ended) {
					flagWith(found, naming(c.DOB()), ep.DECOM, ep.PLACE)
				}
			}
		},
	}
}

// shortBreakStatus reports V3 or V4; a small letter says it too, though it is no
// code.
func shortBreakStatus(ep *Episode) bool { return ep.LS.Is("V3", "V4", "v3", "v4") }

// longerThanBreaks reports an episode that is not a short break.
func (v *View) longerThanBreaks() bool {
	for _, ep := range v.Episodes {
		if !shortBreakStatus(ep) {
			return true
		}
	}
	return false
}

// lastOf is the last of a list of episodes, or nil.
func lastOf(episodes []*Episode) *Episode {
	if len(episodes) == 0 {
		return nil
	}
	return episodes[len(episodes)-1]
}
