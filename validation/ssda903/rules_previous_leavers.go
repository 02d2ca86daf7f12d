package ssda903

import "recordwell/validation/datatype"

// relevantDays is 13 weeks: how long a young person must have been looked after
// from the age of 14 to have a right to be helped as a care leaver.
const relevantDays = 13 * 7

// Rules on care leavers that need last year's return.
var previousLeaverRules = []Rule{
	{
		Code: "1001", Needs: "OC3 Episodes.DECOM Episodes_last.DECOM",
		Title: "Care leaver answers for a child who was not looked after long enough",
		What:  "The episodes do not show 13 weeks of care from the age of 14 and some of it from the age of 16.",
		Do:    "Take the care leaver answers away. If earlier episodes count, explain that.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.provided() && !c.relevant(o.dobOf(c)) {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "1002", Needs: "OC3 Episodes Episodes_last", More: "Episodes.CHILD Episodes_last.CHILD",
		Title: "Care leaver answers for a child with no episode of care",
		What:  "The child has no episode in this year’s return or last year’s.",
		Do:    "Take the care leaver answers away. If earlier episodes count, explain that.",
		Check: func(c *View, found *Found) {
			if len(c.Episodes) > 0 || len(c.Last.Episodes) > 0 {
				return
			}
			for _, o := range c.OC3 {
				if o.provided() {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "1010", Needs: "OC3 Episodes Episodes_last.DECOM Episodes_last.DEC",
		Reads: "Episodes_last.DECOM Episodes_last.DEC OC3.IN_TOUCH OC3.ACTIV OC3.ACCOM", More: "Episodes.CHILD",
		Title: "Care leaver answers, and last year’s open episode does not go on",
		What:  "An episode was open at the end of last year. This year’s return has no episode of the child.",
		Do:    "Enter the episodes of this year, or take the care leaver answers away.",
		Check: func(c *View, found *Found) {
			last := c.LatestLast()
			if last == nil || last.DEC.Present() || len(c.Episodes) > 0 {
				return
			}
			for _, o := range c.OC3 {
				flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
			}
		},
	},
	{
		Code: "348", Needs: "OC3.IN_TOUCH OC3_last.IN_TOUCH",
		Title: "Young person was reported last year as having died",
		What:  "Last year’s return says that the young person died. This year’s says something else.",
		Do:    "Change in touch to DIED, or explain why last year’s return was wrong.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				for _, last := range c.Last.OC3 {
					if last.IN_TOUCH.Is("DIED") && !o.IN_TOUCH.Is("DIED") {
						flag(found, o.IN_TOUCH)
						break
					}
				}
			}
		},
	},
}

// relevant reports 13 weeks of care from the 14th birthday, some of it from the
// 16th, in the two years that are known; short breaks do not count. Without a
// date of birth it cannot be denied to a child who was looked after.
func (v *View) relevant(dob Value) bool {
	from14, at16 := dob.Day().AddYears(14), dob.Day().AddYears(16)
	total, until := 0, datatype.Date(0)
	any, after16 := false, false
	count := func(ep *Episode, open datatype.Date) {
		if !ep.DECOM.IsDate() || ep.DEC.NotDate() || ep.LS.In(Respite) {
			return
		}
		any = true
		end := open
		if ep.DEC.IsDate() {
			end = ep.DEC.Day()
		}
		after16 = after16 || end > at16
		// Days that an earlier episode covered do not count twice.
		if from := max(ep.DECOM.Day(), from14, until); end > from {
			total += int(end - from)
			until = end
		}
	}
	// Both are in order, and so are they merged.
	last, now := v.LastByDate(), v.ByDate()
	for len(last)+len(now) > 0 {
		if len(now) == 0 || len(last) > 0 && last[0].DECOM.Day() <= now[0].DECOM.Day() {
			count(last[0], v.Start)
			last = last[1:]
		} else {
			count(now[0], v.End.AddDays(1))
			now = now[1:]
		}
	}
	return any && (!dob.IsDate() || total >= relevantDays && after16)
}
