package ssda903

// provided reports that any care leaver answer is given.
func (r *OC3) provided() bool { return anyPresent(r.IN_TOUCH, r.ACTIV, r.ACCOM) }

// dobOf is the date of birth of the row, or that of Header when the row has none.
func (r *OC3) dobOf(c *View) Value {
	if r.DOB.Missing() {
		return c.DOB()
	}
	return r.DOB
}

// Homes of care leavers that some rules do not allow.
var (
	foyers             = Codes{"T", "T1", "T2"}
	formerFosterCarers = Codes{"Z1", "Z2"}
)

// Rules on the answers of OC3 against one another and the young person's age.
var oc3Rules = []Rule{
	{
		Code: "131", Needs: "OC3.IN_TOUCH",
		Title: "In touch must be a code from the list",
		What:  "In touch is given as {IN_TOUCH}.",
		Do:    "Choose YES, NO, DIED, REFU, NREQ or RHOM.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if !o.IN_TOUCH.In(InTouchCodes) {
					flag(found, o.IN_TOUCH)
				}
			}
		},
	},
	{
		Code: "132", Needs: "OC3.ACTIV",
		Title: "Activity after care must be a code from the list",
		What:  "The activity is given as {ACTIV}.",
		Do:    "Choose an activity from the list.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if !o.ACTIV.In(ActivityCodes) {
					flag(found, o.ACTIV)
				}
			}
		},
	},
	{
		Code: "133", Needs: "OC3.ACCOM",
		Title: "Home after care must be a code from the list",
		What:  "The home is given as {ACCOM}.",
		Do:    "Choose a home from the list.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if !o.ACCOM.In(AccommodationCodes) {
					flag(found, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "153", Needs: "OC3",
		Title: "Answer every care leaver question or none",
		What:  "Some of in touch, activity and home are empty.",
		Do:    "Enter all three, or leave all three empty.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.provided() && anyMissing(o.IN_TOUCH, o.ACTIV, o.ACCOM) {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "3001", Needs: "OC3.ACCOM OC3.DOB|Header.DOB",
		Title: "A care leaver of 17 cannot live with former foster carers",
		What:  "The young person turned 17 in the year, and the home is {ACCOM}, with former foster carers.",
		Do:    "Change the home, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				birthday := o.dobOf(c).Day().AddYears(17)
				if o.ACCOM.In(formerFosterCarers) && o.dobOf(c).IsDate() && birthday >= c.Start && birthday <= c.End {
					flag(found, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "344", Needs: "OC3.IN_TOUCH",
		Title: "Activity and home must be 0 for a young person who died or went home",
		What:  "In touch is {IN_TOUCH}, the activity is {ACTIV} and the home is {ACCOM}.",
		Do:    "Enter 0 for activity and home, or change in touch.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.IN_TOUCH.Is("DIED", "RHOM") && (!o.ACTIV.Is("0") || !o.ACCOM.Is("0")) {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "345", Needs: "OC3.IN_TOUCH",
		Title: "Activity and home cannot be 0 for a young person in touch",
		What:  "In touch is YES, the activity is {ACTIV} and the home is {ACCOM}.",
		Do:    "Enter the activity and the home, or change in touch.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.IN_TOUCH.Is("YES") && (o.ACTIV.Is("0") || o.ACCOM.Is("0")) {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "347", Needs: "OC3.DOB OC3.ACCOM",
		Title: "A care leaver under 18 cannot live in a foyer",
		What:  "Born on {DOB}, the young person was under 18 when the year began. The home is {ACCOM}, a foyer.",
		Do:    "Change the home, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.ACCOM.In(foyers) && YoungerOn(o.DOB, 18, c.Start) {
					flag(found, o.ACCOM, o.DOB)
				}
			}
		},
	},
	{
		Code: "391", Needs: "OC3.DOB",
		Title: "Care leaver answers for a young person under 17",
		What:  "Born on {DOB}, the young person was not 17 by the end of the year. Care leaver answers are given.",
		Do:    "Take the answers away, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.provided() && YoungerOn(o.DOB, 17, c.End) {
					flag(found, o.DOB, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
}
