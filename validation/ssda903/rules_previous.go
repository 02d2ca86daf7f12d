package ssda903

// Rules that compare this year's return with last year's, but for episodes.
var previousYearRules = []Rule{
	{
		Code: "203", Needs: "Header.DOB Header_last.DOB",
		Title: "Date of birth is not the one of last year",
		What:  "The date of birth is {DOB} this year and {Header_last.DOB} last year.",
		Do:    "Check which date is right. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if !h.DOB.Same(last.DOB) {
						flagWith(found, naming(last.DOB), h.DOB)
						break
					}
				}
			}
		},
	},
}
