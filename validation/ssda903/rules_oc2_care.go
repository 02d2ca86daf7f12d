package ssda903

// Rules on OC2 against the child's episodes and other tables.
var oc2CareRules = []Rule{
	{
		Code: "187", Needs: "Episodes OC3|AD1",
		Title: "Looked after all year and adopted or a care leaver",
		What:  "The child was looked after for the 12 months to 31 March. Adoption or care leaver answers are given too.",
		Do:    "Take those answers away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			if !c.LookedAfterContinuously() {
				return
			}
			for _, a := range c.AD1 {
				if adoption := a.adoption(); anyPresent(adoption[:]...) {
					flag(found, adoption[:]...)
				}
			}
			for _, o := range c.OC3 {
				if o.provided() {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
	{
		Code: "190", Needs: "OC2 Episodes",
		Title: "Health answers for a child not looked after all year",
		What:  "Health or conduct is answered, but the child was not looked after for the 12 months to 31 March.",
		Do:    "Take the answers away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if answers := o.answers(); anyPresent(answers[:]...) && !c.LookedAfterContinuously() {
					flag(found, answers[:]...)
				}
			}
		},
	},
	{
		Code: "191", Needs: "OC2 Episodes", More: "OC2.CHILD Episodes.CHILD",
		Title: "Health answers empty for a child looked after all year",
		What:  "Child {CHILD} was looked after for the 12 months to 31 March. Immunisations, teeth check, health assessment or substance misuse is empty.",
		Do:    "Enter the four health answers, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			if !c.LookedAfterContinuously() {
				return
			}
			for _, o := range c.OC2 {
				if o.expectedMissing() {
					flag(found, o.IMMUNISATIONS, o.TEETH_CHECK, o.HEALTH_ASSESSMENT, o.SUBSTANCE_MISUSE, o.CHILD)
				}
			}
			if len(c.OC2) == 0 {
				children := make([]Value, len(c.Episodes))
				for i, ep := range c.Episodes {
					children[i] = ep.CHILD
				}
				flag(found, children...)
			}
		},
	},
	{
		Code: "215", Needs: "OC2 OC3",
		Title: "Health answers and care leaver answers for the same child",
		What:  "Care leaver answers are given, and health or conduct of a child looked after all year is answered too.",
		Do:    "Take away the answers that do not fit the child.",
		Check: func(c *View, found *Found) {
			for _, left := range c.OC3 {
				if !left.provided() {
					continue
				}
				for _, o := range c.OC2 {
					if answers := o.answers(); anyPresent(answers[:]...) {
						flag(found, append([]Value{left.IN_TOUCH, left.ACTIV, left.ACCOM}, answers[:]...)...)
					}
				}
			}
		},
	},
	{
		Code: "543", Needs: "OC2.DOB Episodes",
		Title: "Say if the child of 10 or over was convicted",
		What:  "Born on {DOB}, the child was 10 or over on 31 March and looked after all year. Conviction is empty.",
		Do:    "Enter 1 if the child was convicted or 0 if not.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.CONVICTED.Missing() && AgedOn(o.DOB, 10, c.End) && c.LookedAfterContinuously() {
					flag(found, o.DOB, o.CONVICTED)
				}
			}
		},
	},
	{
		Code: "545", Needs: "OC2.DOB Episodes",
		Title: "Say if the health checks of a child under 5 are up to date",
		What:  "Born on {DOB}, the child was under 5 on 31 March and looked after all year. Health checks are empty.",
		Do:    "Enter 1 if the health checks are up to date or 0 if not.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.HEALTH_CHECK.Missing() && YoungerOn(o.DOB, 5, c.End) && c.LookedAfterContinuously() {
					flag(found, o.DOB, o.HEALTH_CHECK)
				}
			}
		},
	},
	{
		Code: "546", Needs: "OC2.DOB OC2.HEALTH_CHECK Episodes",
		Title: "Health checks answered for a child of 5 or over",
		What:  "Born on {DOB}, the child was 5 or over on 31 March. Health checks are answered with {HEALTH_CHECK}.",
		Do:    "Take the answer away, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.HEALTH_CHECK.Present() && AgedOn(o.DOB, 5, c.End) && c.LookedAfterContinuously() {
					flag(found, o.DOB, o.HEALTH_CHECK)
				}
			}
		},
	},
}
