package ssda903

// Rules on the times that a child was missing against the child's episodes.
var missingCareRules = []Rule{
	{
		Code: "575", Needs: "Missing.MIS_START Episodes.DECOM Episodes.DEC",
		Title: "Placement ended and the child is still missing from it",
		What:  "The child went missing on {MIS_START} from a placement that ended. The date that the child was back is empty.",
		Do:    "Enter the date that the child was back, the same as or before the end of the placement.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_END.Present() {
					continue
				}
				for _, ep := range c.Episodes {
					if ep.DEC.After(m.MIS_START.Day()) && ep.DECOM.IsDate() && !ep.DECOM.After(m.MIS_START.Day()) {
						flagWith(found, naming(m.MIS_START), m.MIS_END)
						break
					}
				}
			}
		},
	},
	{
		Code: "577", Needs: "Missing.MIS_START Episodes.DECOM",
		Title: "Child left care and was still missing",
		What:  "The child went missing on {MIS_START} and was not back when care ended.",
		Do:    "Enter the date that the child was back, the same as or before the end of care.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if c.endsOutOfCare(m.MIS_START, m.MIS_END) {
					flagWith(found, naming(m.MIS_START), m.MIS_END)
				}
			}
		},
	},
	{
		Code: "578", Needs: "Missing.MIS_START Episodes.DECOM",
		Title: "Child went missing after care ended",
		What:  "The date that the child went missing, {MIS_START}, is on or after the day that care ended.",
		Do:    "Check the date, and the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if !m.MIS_START.IsDate() {
					continue
				}
				ceased, inCare := false, false
				for spell := range c.Spells(everyEpisode) {
					from, to := spell[0].DECOM, spell[len(spell)-1].DEC
					switch {
					case to.IsDate() && !to.After(m.MIS_START.Day()):
						ceased = true
					case !from.After(m.MIS_START.Day()):
						inCare = true
					}
				}
				if ceased && !inCare {
					flag(found, m.MIS_START)
				}
			}
		},
	},
	{
		Code: "580", Needs: "Missing.DOB Missing.MIS_END Episodes.DEC Episodes.REC", More: "Episodes.DECOM",
		Title: "Care of a missing child ended at 18 with another reason than E8",
		What:  "The child was missing when care ended at 18, and the reason is {REC}.",
		Do:    "Change the reason to E8, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				for _, ep := range c.Episodes {
					ended := ep.DEC.On(m.MIS_END.Day()) && c.isCurrent(ep)
					if ended && AgedOn(m.DOB, 18, ep.DEC.Day()) && !ep.REC.Is("E8") {
						flag(found, ep.REC)
					}
				}
			}
		},
	},
	{
		Code: "581", Needs: "Missing.MIS_START Episodes.DECOM",
		Title: "Child went missing and was not looked after",
		What:  "The date that the child went missing, {MIS_START}, is in no episode.",
		Do:    "Check the date, and the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if !m.MIS_START.IsDate() || c.First() == nil {
					continue
				}
				inCare := false
				for _, ep := range c.ByDate() {
					if ep.DECOM.IsDate() && !ep.DECOM.After(m.MIS_START.Day()) && !ep.DEC.Before(m.MIS_START.Day()) {
						inCare = true
						break
					}
				}
				if !inCare {
					flag(found, m.MIS_START)
				}
			}
		},
	},
}

func everyEpisode(*Episode) bool { return true }

// endsOutOfCare reports that what began on a day was not over while the child
// was looked after: its end lies in no spell of care, or it goes on and the
// spell has ended. A child without episodes, and what is no date, decide nothing.
func (v *View) endsOutOfCare(start, end Value) bool {
	if !start.IsDate() || end.NotDate() || v.First() == nil {
		return false
	}
	for spell := range v.Spells(everyEpisode) {
		from, to := spell[0].DECOM, spell[len(spell)-1].DEC
		switch {
		case to.NotDate():
			return false
		case end.Missing():
			if to.Missing() && !start.Before(from.Day()) {
				return false
			}
		case !end.Before(from.Day()) && !end.After(to.Day()):
			return false
		}
	}
	return true
}
