package ssda903

var reviewRules = []Rule{
	{
		Code: "166", Needs: "Reviews.REVIEW",
		Title: "Date of the review must be a real date",
		What:  "The date of the review is given as {REVIEW}.",
		Do:    "Enter the day, month and year of the review.",
		Check: func(c *View, found *Found) {
			for _, r := range c.Reviews {
				if !r.REVIEW.IsDate() {
					flag(found, r.REVIEW)
				}
			}
		},
	},
	{
		Code: "441", Needs: "Reviews.DOB Reviews.REVIEW Reviews.REVIEW_CODE",
		Title: "Child under 4 cannot have taken part in this way",
		What:  "Born on {DOB}, the child was under 4 at the review on {REVIEW}, and taking part is recorded as {REVIEW_CODE}.",
		Do:    "Change taking part to PN0, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, r := range c.Reviews {
				if r.REVIEW_CODE.Is("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7") && YoungerOn(r.DOB, 4, r.REVIEW.Day()) {
					flag(found, r.DOB, r.REVIEW, r.REVIEW_CODE)
				}
			}
		},
	},
	{
		Code: "167", Needs: "Reviews.REVIEW Reviews.REVIEW_CODE",
		Title: "Each review needs a code for how the child took part",
		What:  "The date of the review is {REVIEW}, and how the child took part is given as {REVIEW_CODE}.",
		Do:    "Choose a code from PN0 to PN7, or enter the date of the review.",
		Check: func(c *View, found *Found) {
			for _, r := range c.Reviews {
				if r.REVIEW.Present() != r.REVIEW_CODE.In(ReviewCodes) || r.REVIEW_CODE.NotIn(ReviewCodes) {
					flagWith(found, naming(r.REVIEW), r.REVIEW_CODE)
				}
			}
		},
	},
	{
		Code: "440", Needs: "Reviews.DOB Reviews.REVIEW Reviews.REVIEW_CODE",
		Title: "PN0 is only for a child who was under 4 at the review",
		What:  "Born on {DOB}, the child was 4 or over at the review on {REVIEW}, and taking part is recorded as PN0.",
		Do:    "Choose how the child took part, or check the dates.",
		Check: func(c *View, found *Found) {
			for _, r := range c.Reviews {
				if r.REVIEW_CODE.Is("PN0") && AgedOn(r.DOB, 4, r.REVIEW.Day()) {
					flag(found, r.REVIEW_CODE, r.DOB, r.REVIEW)
				}
			}
		},
	},
	{
		Code: "399", Needs: "Episodes.LS",
		Title: "Short breaks have no reviews and no mother field",
		What:  "All episodes are short breaks (V3 or V4), and there is a review or an answer in the mother field.",
		Do:    "Take these answers away, or change the legal status.",
		Check: func(c *View, found *Found) {
			if !c.onlyBreaks() {
				return
			}
			given := false
			var together []Value
			for _, h := range c.Header {
				given = given || h.MOTHER.Present()
				together = append(together, h.MOTHER)
			}
			for _, r := range c.Reviews {
				given = given || anyPresent(r.REVIEW, r.REVIEW_CODE)
				together = append(together, r.REVIEW, r.REVIEW_CODE)
			}
			if given {
				for _, ep := range c.Episodes {
					together = append(together, ep.LS)
				}
				flag(found, together...)
			}
		},
	},
}

// onlyBreaks reports a child with episodes, all of them short breaks.
func (v *View) onlyBreaks() bool {
	for _, ep := range v.Episodes {
		if !ep.LS.In(Respite) {
			return false
		}
	}
	return len(v.Episodes) > 0
}
