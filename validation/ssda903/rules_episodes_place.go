package ssda903

// Rules on the placement of one episode, its provider and its postcodes.
var episodePlaceRules = []Rule{
	{
		Code: "178", Needs: "Episodes.PLACE_PROVIDER Episodes.PLACE",
		Title: "Placement provider must be a code that fits the placement",
		What:  "The provider is given as {PLACE_PROVIDER} and the placement as {PLACE}.",
		Do:    "Choose a provider from the list. Leave it empty for placements T0 to T3 and Z11 to Z14.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				needless := ep.PLACE_PROVIDER.Present() && ep.PLACE.Is("T0", "T1", "T2", "T3", "Z11", "Z12", "Z13", "Z14")
				if needless || ep.PLACE_PROVIDER.NotIn(ProviderCodes) {
					flagWith(found, naming(ep.PLACE), ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "222", Needs: "Episodes.PLACE Episodes.URN",
		Title: "This placement cannot have an Ofsted number",
		What:  "The placement is {PLACE} and has the Ofsted number {URN}.",
		Do:    "Take the number away or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Present() && !ep.URN.Is(AgencyURN) && ep.PLACE.In(UnregisteredPlaces) {
					flagWith(found, naming(ep.PLACE), ep.URN)
				}
			}
		},
	},
	{
		Code: "529", Needs: "Episodes.PLACE Episodes.PLACE_PROVIDER",
		Title: "Another public body cannot provide this placement",
		What:  "The placement is {PLACE} and its provider is PR3.",
		Do:    "Change the provider or the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE_PROVIDER.Is("PR3") && (ep.PLACE.Is("P1", "K1", "K2") || ep.PLACE.In(AdoptionPlaces) || ep.PLACE.In(FosterPlaces)) {
					flag(found, ep.PLACE, ep.PLACE_PROVIDER)
				}
			}
		},
	},
}
