package ssda903

// Rules that need an outside list: Ofsted's providers or postcodes.
var referenceRules = []Rule{
	{
		Code: "1008", Needs: "Episodes.URN Providers",
		Title: "Ofsted number is not on Ofsted’s list",
		What:  "The Ofsted number is given as {URN}.",
		Do:    "Check the number. For a regional adoption agency enter XXXXXXX.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Present() && !ep.URN.Is(AgencyURN) && len(c.Providers.Provider(ep.URN.Text())) == 0 {
					flag(found, ep.URN)
				}
			}
		},
	},
	{
		Code: "228", Needs: "Episodes.URN Episodes.DEC Providers",
		Title: "Provider’s registration ended before the episode did",
		What:  "The Ofsted number {URN} was no longer registered when the episode ended on {DEC}, or at 31 March if it goes on.",
		Do:    "Check the number and the date that the episode ended.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Missing() || ep.URN.Is(AgencyURN) {
					continue
				}
				end := ep.DEC.Day()
				if ep.DEC.Missing() {
					end = c.End
				}
				for _, p := range c.Providers.Provider(ep.URN.Text()) {
					if p.Closed != 0 && end > p.Closed {
						flag(found, ep.URN, ep.DEC)
						break
					}
				}
			}
		},
	},
	{
		Code: "392c", Needs: "Postcodes Episodes",
		Title: "Postcode is not on the list of postcodes",
		What:  "The home postcode is {HOME_POST} and the placement postcode is {PL_POST}.",
		Do:    "Check the postcode that is not on the list.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				var unknown []Value
				for _, v := range []Value{ep.HOME_POST, ep.PL_POST} {
					if _, ok := c.Postcodes.Postcode(v.Text()); v.Present() && !ok {
						unknown = append(unknown, v)
					}
				}
				if len(unknown) > 0 {
					flagWith(found, naming(ep.HOME_POST, ep.PL_POST), unknown...)
				}
			}
		},
	},
	{
		Code: "411", Needs: "Episodes.PL_LA Episodes.PL_LOCATION Authority",
		Title: "Placement location does not agree with the placement’s authority",
		What:  "The placement is in authority {PL_LA} and its location is {PL_LOCATION}.",
		Do:    "Check the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_LOCATION.Is("IN") && ep.PL_LA.Present() && !ep.PL_LA.Is(c.Authority) {
					flagWith(found, naming(ep.PL_LA), ep.PL_LOCATION)
				}
			}
		},
	},
}
