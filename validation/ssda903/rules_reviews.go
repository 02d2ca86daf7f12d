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
}
