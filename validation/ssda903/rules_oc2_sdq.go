package ssda903

// sdqGiven reports a score, or a reason why there is none.
func (r *OC2) sdqGiven() bool { return anyPresent(r.SDQ_SCORE, r.SDQ_REASON) }

// sdqAge reports the ages that the questionnaire is for: 4 or over when the year
// began and under 17 when it ended.
func (v *View) sdqAge(dob Value) bool { return AgedOn(dob, 4, v.Start) && YoungerOn(dob, 17, v.End) }

// turned reports a birthday in the year, after its first day: a child of that
// age on the first day was it all year.
func (v *View) turned(dob Value, years int) bool {
	return YoungerOn(dob, years, v.Start) && AgedOn(dob, years, v.End)
}

// Rules on the Strengths and Difficulties Questionnaire.
var oc2SDQRules = []Rule{
	{
		Code: "157", Needs: "OC2.DOB OC2.SDQ_REASON Episodes",
		Title: "SDQ1 is not a reason at this age",
		What:  "Born on {DOB}, the child was of the age for the questionnaire. The reason for no score is {SDQ_REASON}.",
		Do:    "Enter the score or another reason, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_REASON.Is("SDQ1") && o.SDQ_SCORE.Missing() && c.LookedAfterContinuously() && c.sdqAge(o.DOB) {
					flag(found, o.SDQ_REASON, o.DOB)
				}
			}
		},
	},
	{
		Code: "185", Needs: "OC2.SDQ_SCORE Episodes",
		Title: "SDQ score for a child not looked after all year",
		What:  "The score {SDQ_SCORE} is given, but the child was not looked after for the 12 months to 31 March.",
		Do:    "Take the score away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_SCORE.Present() && !c.LookedAfterContinuously() {
					flag(found, o.SDQ_SCORE)
				}
			}
		},
	},
	{
		Code: "186", Needs: "OC2.DOB Episodes",
		Title: "Enter an SDQ score for a child looked after all year",
		What:  "Born on {DOB}, the child was of the age for the questionnaire. There is no score and no reason.",
		Do:    "Enter the score, or the reason why there is none.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if !o.sdqGiven() && c.LookedAfterContinuously() && c.sdqAge(o.DOB) {
					flagWith(found, naming(o.DOB), o.SDQ_SCORE)
				}
			}
		},
	},
	{
		Code: "188", Needs: "OC2.DOB",
		Title: "SDQ score or reason for a child under 4",
		What:  "Born on {DOB}, the child was under 4 at the end of the year. A score or a reason for none is given.",
		Do:    "Take the score and the reason away, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.sdqGiven() && YoungerOn(o.DOB, 4, c.End) {
					flagWith(found, naming(o.DOB), o.SDQ_SCORE, o.SDQ_REASON)
				}
			}
		},
	},
	{
		Code: "189", Needs: "OC2.DOB",
		Title: "SDQ score or reason for a young person of 17 or over",
		What:  "Born on {DOB}, the young person was 17 or over when the year began. A score or a reason for none is given.",
		Do:    "Take the score and the reason away, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.sdqGiven() && AgedOn(o.DOB, 17, c.Start) {
					flag(found, o.DOB, o.SDQ_SCORE, o.SDQ_REASON)
				}
			}
		},
	},
	{
		Code: "196", Needs: "OC2.SDQ_REASON",
		Title: "Reason for no SDQ score must be a code from the list",
		What:  "The reason for no score is given as {SDQ_REASON}.",
		Do:    "Choose a code from SDQ1 to SDQ5.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_REASON.NotIn(SDQReasonCodes) {
					flag(found, o.SDQ_REASON)
				}
			}
		},
	},
	{
		Code: "197B", Needs: "OC2.DOB Episodes",
		Title: "Enter an SDQ score or a reason in the year of turning 4 or 17",
		What:  "Born on {DOB}, the child turned 4 or 17 in the year. There is no score and no reason.",
		Do:    "Enter the score, or the reason why there is none.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if !o.sdqGiven() && c.LookedAfterContinuously() && (c.turned(o.DOB, 4) || c.turned(o.DOB, 17)) {
					flag(found, o.SDQ_REASON, o.DOB)
				}
			}
		},
	},
	{
		Code: "197a", Needs: "OC2.SDQ_SCORE OC2.SDQ_REASON",
		Title: "SDQ score and a reason for none",
		What:  "The score {SDQ_SCORE} is given, and {SDQ_REASON} as the reason for no score.",
		Do:    "Take the reason away, or the score if it is wrong.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_SCORE.Present() && o.SDQ_REASON.Present() {
					flag(found, o.SDQ_SCORE, o.SDQ_REASON)
				}
			}
		},
	},
	{
		Code: "198", Needs: "OC2.SDQ_REASON Episodes",
		Title: "Reason for no SDQ score for a child not looked after all year",
		What:  "The reason {SDQ_REASON} is given, but the child was not looked after for the 12 months to 31 March.",
		Do:    "Take the reason away, or check the dates of the episodes.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_REASON.Present() && !c.LookedAfterContinuously() {
					flag(found, o.SDQ_REASON)
				}
			}
		},
	},
}
