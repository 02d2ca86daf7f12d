package ssda903

var placedAdoptionRules = []Rule{
	{
		Code: "115", Needs: "PlacedAdoption.DATE_PLACED",
		Title: "Date of the decision to place for adoption must be a real date",
		What:  "The date of the decision is given as {DATE_PLACED}.",
		Do:    "Enter the day, month and year of the decision.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PlacedAdoption {
				if p.DATE_PLACED.NotDate() {
					flag(found, p.DATE_PLACED)
				}
			}
		},
	},
	{
		Code: "1003", Needs: "PlacedAdoption.DATE_PLACED Episodes.DECOM Episodes.RNE",
		Title: "Decision to place for adoption came before the child was looked after",
		What:  "The decision is dated {DATE_PLACED}, and the child was first looked after on {Episodes.DECOM}.",
		Do:    "Check the date of the decision and the date that the first episode began.",
		Check: func(c *View, found *Found) {
			for _, start := range c.ByDate() {
				if !start.DECOM.IsDate() || !start.RNE.Is("S") {
					continue
				}
				for _, p := range c.PlacedAdoption {
					if p.DATE_PLACED.Before(start.DECOM.Day()) {
						flag(found, p.DATE_PLACED, start.DECOM, start.RNE)
					}
				}
				return // the first start alone
			}
		},
	},
}
