package ssda903

// adoption is every answer about an adoption.
func (r *AD1) adoption() []Value {
	return []Value{r.DATE_INT, r.DATE_MATCH, r.FOSTER_CARE, r.NB_ADOPTR, r.SEX_ADOPTR, r.LS_ADOPTR}
}

var ad1Rules = []Rule{
	{
		Code: "151", Needs: "AD1",
		Title: "Answer every question about the adoption or none",
		What:  "Some of the answers about the adoption are empty.",
		Do:    "Enter all of them, or leave all of them empty.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if anyPresent(a.adoption()...) && anyMissing(a.adoption()...) {
					flag(found, a.adoption()...)
				}
			}
		},
	},
	{
		Code: "333", Needs: "AD1.DATE_MATCH",
		Title: "Decision to place for adoption must come before the match",
		What:  "The decision is dated {DATE_INT} and the match {DATE_MATCH}.",
		Do:    "Enter a date for the decision that is the same as or before the date of the match.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.DATE_MATCH.IsDate() && (a.DATE_INT.Missing() || a.DATE_INT.After(a.DATE_MATCH.Day())) {
					flag(found, a.DATE_INT, a.DATE_MATCH)
				}
			}
		},
	},
}
