package ssda903

import "math"

// answers are the columns of OC2 that are answered with 0 or 1.
func (r *OC2) answers() [8]Value {
	return [...]Value{
		r.CONVICTED, r.HEALTH_CHECK, r.IMMUNISATIONS, r.TEETH_CHECK, r.HEALTH_ASSESSMENT, r.SUBSTANCE_MISUSE,
		r.INTERVENTION_RECEIVED, r.INTERVENTION_OFFERED,
	}
}

// expected are the answers of OC2 that every child in it must have.
func (r *OC2) expected() [4]Value {
	return [...]Value{r.IMMUNISATIONS, r.TEETH_CHECK, r.HEALTH_ASSESSMENT, r.SUBSTANCE_MISUSE}
}

// expectedMissing reports that one of them is empty.
func (r *OC2) expectedMissing() bool {
	expected := r.expected()
	return anyMissing(expected[:]...)
}

// Rules on the answers of OC2 against one another.
var oc2Rules = []Rule{
	{
		Code: "158", Needs: "OC2.INTERVENTION_RECEIVED OC2.INTERVENTION_OFFERED",
		Title: "Help offered must be empty when help was received",
		What:  "Help with substance misuse was received, and help offered is answered with {INTERVENTION_OFFERED}.",
		Do:    "Take the answer about help offered away, or change the answer about help received.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.INTERVENTION_RECEIVED.Is("1") && o.INTERVENTION_OFFERED.Present() {
					flag(found, o.INTERVENTION_RECEIVED, o.INTERVENTION_OFFERED)
				}
			}
		},
	},
	{
		Code: "159", Needs: "OC2.SUBSTANCE_MISUSE OC2.INTERVENTION_RECEIVED",
		Title: "Say if help was offered when none was received",
		What:  "The child has a substance misuse problem and received no help. Whether help was offered is empty.",
		Do:    "Enter 1 if help was offered or 0 if it was not.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SUBSTANCE_MISUSE.Is("1") && o.INTERVENTION_RECEIVED.Is("0") && o.INTERVENTION_OFFERED.Missing() {
					flag(found, o.SUBSTANCE_MISUSE, o.INTERVENTION_RECEIVED, o.INTERVENTION_OFFERED)
				}
			}
		},
	},
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
				for _, v := range o.answers() {
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
		Code: "182", Needs: "OC2",
		Title: "Complete the health answers or leave all of OC2 empty",
		What:  "Immunisations, teeth check, health assessment or substance misuse is empty, and another answer is given.",
		Do:    "Enter all four, or leave every answer empty.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if answers := o.answers(); o.expectedMissing() && anyPresent(answers[:]...) {
					flag(found, o.IMMUNISATIONS, o.TEETH_CHECK, o.HEALTH_ASSESSMENT, o.SUBSTANCE_MISUSE,
						o.CONVICTED, o.HEALTH_CHECK, o.INTERVENTION_RECEIVED, o.INTERVENTION_OFFERED)
				}
			}
		},
	},
	{
		Code: "192", Needs: "OC2.SUBSTANCE_MISUSE",
		Title: "Say if help with substance misuse was received",
		What:  "The child has a substance misuse problem. Whether help was received is empty.",
		Do:    "Enter 1 if help was received or 0 if it was not.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.SUBSTANCE_MISUSE.Is("1") && o.INTERVENTION_RECEIVED.Missing() {
					flag(found, o.SUBSTANCE_MISUSE, o.INTERVENTION_RECEIVED)
				}
			}
		},
	},
	{
		Code: "193", Needs: "OC2",
		Title: "Help with substance misuse without the problem",
		What:  "The child is not recorded as having a substance misuse problem. Help received or offered is answered.",
		Do:    "Take those answers away, or record the substance misuse problem.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if !o.SUBSTANCE_MISUSE.Is("1") && anyPresent(o.INTERVENTION_RECEIVED, o.INTERVENTION_OFFERED) {
					flag(found, o.SUBSTANCE_MISUSE, o.INTERVENTION_RECEIVED, o.INTERVENTION_OFFERED)
				}
			}
		},
	},
	{
		Code: "542", Needs: "OC2.DOB OC2.CONVICTED",
		Title: "Conviction answered for a child under 10",
		What:  "Born on {DOB}, the child was under 10 on 31 March. Conviction is answered with {CONVICTED}.",
		Do:    "Take the answer away, or check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.CONVICTED.Present() && YoungerOn(o.DOB, 10, c.End) {
					flagWith(found, naming(o.DOB), o.CONVICTED)
				}
			}
		},
	},
	{
		Code: "544", Needs: "OC2.CONVICTED",
		Title: "Conviction answered and health answers empty",
		What:  "Conviction is answered. Immunisations, teeth check, health assessment or substance misuse is empty.",
		Do:    "Enter the four health answers.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.CONVICTED.Present() && o.expectedMissing() {
					flag(found, o.CONVICTED, o.IMMUNISATIONS, o.TEETH_CHECK, o.HEALTH_ASSESSMENT, o.SUBSTANCE_MISUSE)
				}
			}
		},
	},
	{
		Code: "547", Needs: "OC2.HEALTH_CHECK",
		Title: "Health checks answered and other health answers empty",
		What:  "Health checks are answered. Immunisations, teeth check, health assessment or substance misuse is empty.",
		Do:    "Enter the four other health answers.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC2 {
				if o.HEALTH_CHECK.Present() && o.expectedMissing() {
					flag(found, o.HEALTH_CHECK, o.IMMUNISATIONS, o.TEETH_CHECK, o.HEALTH_ASSESSMENT, o.SUBSTANCE_MISUSE)
				}
			}
		},
	},
}
