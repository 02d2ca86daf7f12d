package ssda903

import "math"

// zeroOrOne are the columns of OC2 that are answered with 0 or 1.
func (r *OC2) zeroOrOne() []Value {
	return []Value{
		r.CONVICTED, r.HEALTH_CHECK, r.IMMUNISATIONS, r.TEETH_CHECK, r.HEALTH_ASSESSMENT, r.SUBSTANCE_MISUSE,
		r.INTERVENTION_RECEIVED, r.INTERVENTION_OFFERED,
	}
}

var oc2Rules = []Rule{
	{
		Code: "180", Needs: "OC2.SDQ_SCORE",
		Title: "SDQ score must be a whole number from 0 to 40",
		What:  "The Strengths and Difficulties score is given as {SDQ_SCORE}.",
		Do:    "Enter a whole number from 0 to 40.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SDQ_SCORE.Missing() {
					continue
				}
				n, ok := o.SDQ_SCORE.Number()
				if !ok || n != math.Trunc(n) || n < 0 || n > 40 {
					flag(found, o.SDQ_SCORE)
				}
			}
		},
	},
	{
		Code: "181", Needs: "OC2",
		Title: "Health answers must be 0 or 1",
		What:  "At least one answer about the child’s health or conduct is not 0 or 1.",
		Do:    "Enter 1 for yes or 0 for no.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				var wrong []Value
				for _, v := range o.zeroOrOne() {
					if v.NotIn(ZeroOneCodes) {
						wrong = append(wrong, v)
					}
				}
				if len(wrong) > 0 {
					flag(found, wrong...)
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
}
