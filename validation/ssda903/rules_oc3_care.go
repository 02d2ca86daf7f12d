package ssda903

import "recordwell/validation/datatype"

// birthday17or18 is the last birthday of a young person who is 17 or 18 at the
// end of the year: a day of this year.
func (v *View) birthday17or18(dob Value) (datatype.Date, bool) {
	for _, age := range []int{17, 18} {
		if AgedOn(dob, age, v.End) && YoungerOn(dob, age+1, v.End) {
			return dob.Day().AddYears(age), true
		}
	}
	return 0, false
}

// isCurrent reports that no episode of the child began later.
func (v *View) isCurrent(ep *Episode) bool {
	latest := v.Latest()
	return latest == nil || !latest.DECOM.After(ep.DECOM.Day())
}

// lookedAfterThisYear reports an episode in the year.
func (v *View) lookedAfterThisYear() bool {
	for _, ep := range v.Episodes {
		if v.Overlaps(ep.DECOM, ep.DEC) {
			return true
		}
	}
	return false
}

// Rules on OC3 against the young person's episodes and other tables.
var oc3CareRules = []Rule{
	{
		Code: "1000", Needs: "OC3 Episodes.REC",
		Title: "Care leaver answers for a child who died in care",
		What:  "An episode ended because the child died (E2). Care leaver answers are not needed.",
		Do:    "Take the care leaver answers away, or change the reason that the episode ended.",
		Check: func(c *View, found *Found) {
			if !died(c.Episodes) && !died(c.Last.Episodes) {
				return
			}
			for _, o := range c.OC3 {
				flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
			}
		},
	},
	{
		Code: "1007", Needs: "OC3.DOB Episodes.DECOM Episodes.DEC",
		Title: "Care leaver answers for a young person still looked after",
		What:  "The young person was 17 or 18 and still looked after on that birthday or at the end of the year.",
		Do:    "Take the care leaver answers away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				birthday, ok := c.birthday17or18(o.DOB)
				if !ok || !o.provided() {
					continue
				}
				for _, ep := range c.Episodes {
					onBirthday := ep.DECOM.IsDate() && !ep.DECOM.After(birthday) && (ep.DEC.Missing() || ep.DEC.After(birthday))
					goesOn := ep.DEC.Missing() && c.isCurrent(ep)
					if onBirthday || goesOn {
						flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
						break
					}
				}
			}
		},
	},
	{
		Code: "1011", Needs: "OC3 Episodes.REC",
		Title: "Care leaver answers for a child moved to another authority",
		What:  "The last episode ended because another authority took over the care (E3).",
		Do:    "Take the care leaver answers away, or change the reason that the episode ended.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if !o.provided() {
					continue
				}
				for _, ep := range c.Episodes {
					if ep.REC.Is("E3") && c.isCurrent(ep) {
						flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
						break
					}
				}
			}
		},
	},
	{
		Code: "1014", Needs: "OC3 UASC.DUC Episodes",
		Title: "Asylum-seeking details for a care leaver",
		What:  "The young person was not looked after this year. The date that asylum-seeking status ended is {DUC}.",
		Do:    "Take the date away, or enter the episodes of this year.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if !o.provided() || c.lookedAfterThisYear() {
					continue
				}
				for _, u := range c.UASC {
					if u.DUC.Present() {
						flag(found, o.ACTIV, o.ACCOM, o.IN_TOUCH, u.DUC)
					}
				}
			}
		},
	},
	{
		Code: "1016", Needs: "OC3.DOB Episodes.DEC", More: "Episodes.DECOM",
		Title: "Care leaver answers when care ended after the 17th or 18th birthday",
		What:  "The young person was 17 or 18, and care ended after that birthday.",
		Do:    "Take the care leaver answers away, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				birthday, ok := c.birthday17or18(o.DOB)
				if !ok || !o.provided() {
					continue
				}
				for _, ep := range c.Episodes {
					if ep.DEC.After(birthday) && c.isCurrent(ep) {
						flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
						break
					}
				}
			}
		},
	},
	{
		Code: "134", Needs: "OC3 AD1",
		Title: "Adoption and care leaver answers for the same child",
		What:  "Answers about an adoption are given, and care leaver answers too.",
		Do:    "Take away the answers that do not fit the child.",
		Check: func(c *View, found *Found) {
			left := false
			for _, o := range c.OC3 {
				left = left || o.provided()
			}
			for _, a := range c.AD1 {
				if adoption := a.adoption(); left && anyPresent(adoption[:]...) {
					flag(found, adoption[:]...)
				}
			}
		},
	},
	{
		Code: "165", Needs: "Header.SEX Header.MOTHER Episodes",
		Title: "Mother status must be 0 or 1, and only for girls",
		What:  "The sex is {SEX} and the mother status is {MOTHER}.",
		Do:    "Enter 1 or 0 for a girl who was looked after this year. Leave it empty for a boy.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				given := h.MOTHER.Present() && (h.SEX.In(male) || !h.MOTHER.In(MotherCodes))
				if given || h.MOTHER.Missing() && h.SEX.In(female) && c.motherStatusDue() {
					places := []Value{h.MOTHER, h.SEX}
					for _, o := range c.OC3 {
						places = append(places, o.ACTIV, o.ACCOM, o.IN_TOUCH)
					}
					flag(found, places...)
				}
			}
		},
	},
	{
		Code: "628", Needs: "Header.MOTHER OC3 Episodes", More: "Episodes.CHILD",
		Title: "Mother status for a care leaver not looked after this year",
		What:  "The mother status is {MOTHER}, and the young person was not looked after this year.",
		Do:    "Take the mother status away, or enter the episodes of this year.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.MOTHER.Missing() || len(c.Episodes) > 0 {
					continue
				}
				for _, o := range c.OC3 {
					if o.provided() {
						flag(found, h.MOTHER)
						break
					}
				}
			}
		},
	},
}

// Codes of SEX: letters since 2024/25, figures before.
var (
	male   = Codes{"M", "1"}
	female = Codes{"F", "2"}
)

// motherStatusDue reports an episode in the year that is not a short break.
func (v *View) motherStatusDue() bool {
	for _, ep := range v.Episodes {
		if !ep.LS.In(Respite) && v.Overlaps(ep.DECOM, ep.DEC) {
			return true
		}
	}
	return false
}

func died(episodes []*Episode) bool {
	for _, ep := range episodes {
		if ep.REC.Is("E2") {
			return true
		}
	}
	return false
}
