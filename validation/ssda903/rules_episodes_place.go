package ssda903

// PlacesWithoutProvider are placements for which no provider is asked. One of a T4
// is still a code of the list for rule 178.
var PlacesWithoutProvider = Codes{"T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14"}

// Rules on the placement of one episode, its provider and its postcodes.
var episodePlaceRules = []Rule{
	{
		Code: "178", Needs: "Episodes.PLACE_PROVIDER Episodes.PLACE",
		Title: "Placement provider must be a code that fits the placement",
		What:  "The provider is given as {PLACE_PROVIDER} and the placement as {PLACE}.",
		Do:    "Choose a provider from the list. Leave it empty for placements T0 to T3 and Z11 to Z14.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				needless := ep.PLACE_PROVIDER.Present() && ep.PLACE.In(PlacesWithoutProvider) && !ep.PLACE.Is("T4")
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
	{
		Code: "213", Needs: "Episodes.PLACE_PROVIDER Episodes.PLACE",
		Title: "This placement has no placement provider",
		What:  "The placement is {PLACE}, and its provider is given as {PLACE_PROVIDER}.",
		Do:    "Take the provider away or change the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.In(PlacesWithoutProvider) && ep.PLACE_PROVIDER.Present() {
					flagWith(found, naming(ep.PLACE), ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "526", Needs: "Episodes.PLACE",
		Title: "Enter the placement provider",
		What:  "The placement is {PLACE}, and its provider is empty.",
		Do:    "Choose a provider from the list.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.PLACE.In(PlacesWithoutProvider) && ep.PLACE_PROVIDER.Missing() {
					flag(found, ep.PLACE_PROVIDER, ep.PLACE)
				}
			}
		},
	},
	cannotProvide("527", "PR1", "The authority itself", "P1", "R2", "R5"),
	cannotProvide("528", "PR2", "Another authority", "P1", "R2", "R5"),
	cannotProvide("530", "PR4", "A private provider", "P1"),
	cannotProvide("531", "PR5", "A voluntary provider", "P1"),
	{
		Code: "550", Needs: "Episodes.PLACE_PROVIDER",
		Title: "Only a placement with parents can have parents as its provider",
		What:  "The placement is {PLACE} and its provider is PR0.",
		Do:    "Change the provider, or change the placement to P1.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE_PROVIDER.Is("PR0") && !ep.PLACE.Is("P1") {
					flag(found, ep.PLACE_PROVIDER, ep.PLACE)
				}
			}
		},
	},
}

// cannotProvide flags the placements that a provider never provides.
func cannotProvide(code, provider, who string, places ...string) Rule {
	return Rule{
		Code: code, Needs: "Episodes.PLACE Episodes.PLACE_PROVIDER",
		Title: who + " cannot provide this placement",
		What:  "The placement is {PLACE} and its provider is " + provider + ".",
		Do:    "Change the provider or the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE_PROVIDER.Is(provider) && ep.PLACE.Is(places...) {
					flag(found, ep.PLACE, ep.PLACE_PROVIDER)
				}
			}
		},
	}
}
