package ssda903

import (
	"time"

	"recordwell/validation/datatype"
)

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
				end := ep.DEC.Day()
				if ep.DEC.Missing() {
					end = c.End
				}
				if mismatch(c.registered(ep), func(p *Provider) bool { return p.Closed == 0 || end <= p.Closed }) {
					flag(found, ep.URN, ep.DEC)
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
	{
		Code: "1015", Needs: "Episodes.PLACE_PROVIDER Episodes.PL_LA Authority",
		Title: "The authority’s own provision is in another authority",
		What:  "The provider is PR1, the authority’s own provision. The placement is {PLACE}, in authority {PL_LA}.",
		Do:    "Change the provider, or check the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ownProvision(ep) && !ep.PL_LA.Is(c.Authority) {
					flagWith(found, naming(ep.PLACE), ep.PL_LA)
				}
			}
		},
	},
	{
		Code: "164", Needs: "Episodes.PL_DISTANCE", More: "UASC.DUC UASC_last.DUC",
		Title: "Distance from home must be between 0 and 999.9 miles",
		What:  "The distance from home is {PL_DISTANCE}.",
		Do:    "Check the home and placement postcodes.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_DISTANCE.Present() && !isDistance(ep.PL_DISTANCE) && !c.everUASC() {
					flag(found, ep.PL_DISTANCE)
				}
			}
		},
	},
	{
		Code: "169", Needs: "Episodes.PL_LA",
		Title: "Authority of the placement is not known",
		What:  "The placement postcode does not lead to an authority.",
		Do:    "Check the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_LA.Missing() && !ep.LS.In(Respite) {
					flag(found, ep.PL_LA)
				}
			}
		},
	},
	{
		Code: "179", Needs: "Episodes.PL_LOCATION",
		Title: "Placement location must be IN or OUT",
		What:  "The placement location is {PL_LOCATION}.",
		Do:    "Check the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.PL_LOCATION.Is("IN", "OUT") && !ep.LS.In(Respite) {
					flag(found, ep.PL_LOCATION)
				}
			}
		},
	},
	{
		Code: "218", Needs: "Episodes.PLACE Episodes.PL_LA",
		Title: "Enter the Ofsted number",
		What:  "The placement is {PLACE}, and the Ofsted number is empty.",
		Do:    "Enter the provider’s Ofsted number. For a regional adoption agency enter XXXXXXX.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Missing() && !ep.PLACE.In(UnregisteredPlaces) && !ep.PL_LA.In(OutsideEngland) && (ep.DEC.Missing() || ep.DEC.After(urnsBegan)) {
					flagWith(found, naming(ep.PLACE), ep.URN)
				}
			}
		},
	},
	{
		Code: "219", Needs: "Episodes.URN Episodes.PLACE Providers",
		Title: "Ofsted’s list does not have this placement for the provider",
		What:  "The Ofsted number is {URN} and the placement is {PLACE}.",
		Do:    "Check the number and the placement.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if mismatch(c.registered(ep), func(p *Provider) bool { return ep.PLACE.Is(p.Places...) }) {
					flag(found, ep.URN, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "221", Needs: "Episodes.URN Episodes.PL_POST Episodes.PLACE Providers",
		Title: "Placement postcode is not the provider’s on Ofsted’s list",
		What:  "The Ofsted number is {URN} and the placement postcode is {PL_POST}.",
		Do:    "Check the number and the postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if atProvider(ep) && mismatch(c.registered(ep), func(p *Provider) bool { return samePostcode(p.Postcode, ep.PL_POST.Text()) }) {
					flagWith(found, naming(ep.URN), ep.PL_POST)
				}
			}
		},
	},
	{
		Code: "224", Needs: "Episodes.URN Episodes.PLACE_PROVIDER Providers",
		Title: "Placement provider is not the one on Ofsted’s list",
		What:  "The Ofsted number is {URN} and the placement provider is {PLACE_PROVIDER}.",
		Do:    "Check the number and the provider.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if mismatch(c.registered(ep), func(p *Provider) bool { return ep.PLACE_PROVIDER.Is(p.Providers...) }) {
					flagWith(found, naming(ep.URN), ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "227", Needs: "Episodes.URN Episodes.DECOM Providers",
		Title: "Provider’s registration had ended when the episode began",
		What:  "The Ofsted number {URN} was no longer registered on {DECOM} when the episode began.",
		Do:    "Check the number and the date.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if mismatch(c.registered(ep), func(p *Provider) bool { return p.Closed == 0 || !ep.DECOM.IsDate() || ep.DECOM.Before(p.Closed) }) {
					flag(found, ep.URN, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "229", Needs: "Episodes.URN Episodes.PLACE_PROVIDER Providers Authority",
		Title: "Own or other authority: not as on Ofsted’s list",
		What:  "The Ofsted number is {URN}, and the placement provider is {PLACE_PROVIDER}. Ofsted’s list has the provider in another authority than that says.",
		Do:    "Check the number and the provider.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.PLACE.Is("K3") && !ep.PLACE.In(UnregisteredPlaces) && c.wrongAuthority(ep) {
					flag(found, ep.PLACE_PROVIDER, ep.URN)
				}
			}
		},
	},
	{
		Code: "241", Needs: "Episodes.URN Episodes.PLACE Episodes.PL_LA Providers",
		Title: "Provider has no premises where the placement is",
		What:  "The placement is in authority {PL_LA}. Ofsted’s list has no premises of {URN} there.",
		Do:    "Check the number and the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PLACE.Is("K3") && ep.PL_LA.Present() && mismatch(c.registered(ep), func(p *Provider) bool { return ep.PL_LA.Is(p.Authority) }) {
					flagWith(found, naming(ep.PL_LA), ep.URN)
				}
			}
		},
	},
	{
		Code: "243", Needs: "Episodes.URN Episodes.PL_LA",
		Title: "A placement outside England has no Ofsted number",
		What:  "The placement is in {PL_LA}, outside England, and has the Ofsted number {URN}.",
		Do:    "Take the number away, or check the placement postcode.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.URN.Present() && ep.PL_LA.In(OutsideEngland) {
					flagWith(found, naming(ep.PL_LA), ep.URN)
				}
			}
		},
	},
	{
		Code: "392a", Needs: "Episodes.PL_DISTANCE Episodes.LS " + anyUASC, More: "UASC.DUC UASC_last.DUC",
		Title: "Distance from home is not known",
		What:  "The postcodes do not lead to a distance between home and placement.",
		Do:    "Check the home and placement postcodes.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_DISTANCE.Missing() && !ep.LS.In(Respite) && !c.everUASC() {
					flag(found, ep.PL_DISTANCE)
				}
			}
		},
	},
	{
		Code: "406", Needs: "Episodes.PL_DISTANCE " + anyUASC, More: "UASC.DUC UASC_last.DUC",
		Title: "A child who came alone to seek asylum has no distance from home",
		What:  "The child came alone to seek asylum, this year or last year. The distance from home is {PL_DISTANCE}.",
		Do:    "Take the home postcode away, or check the status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_DISTANCE.Present() && c.everUASC() {
					flag(found, ep.PL_DISTANCE)
				}
			}
		},
	},
	{
		Code: "420", Needs: "Episodes.PL_LA Episodes.LS",
		Title: "A short break has no authority of the placement",
		What:  "The legal status is {LS}, a short break, and the authority of the placement is {PL_LA}.",
		Do:    "Take the placement postcode away, or change the legal status.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if ep.PL_LA.Present() && ep.LS.In(Respite) {
					flagWith(found, naming(ep.LS), ep.PL_LA)
				}
			}
		},
	},
	{
		Code: "454", Needs: "Episodes.PL_DISTANCE",
		Title: "Placement is over 350 miles from home",
		What:  "The distance from home is {PL_DISTANCE} miles.",
		Do:    "Check the home and placement postcodes. If they are right, explain why.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if far(ep.PL_DISTANCE) {
					flag(found, ep.PL_DISTANCE)
				}
			}
		},
	},
}

// urnsBegan is the last day of the year before Ofsted numbers were asked for.
var urnsBegan = datatype.MustDate(2015, time.March, 31)

// registered is what Ofsted's list has for the number of an episode: nothing
// when there is no number, or one that the list does not have (rule 1008).
func (v *View) registered(ep *Episode) []Provider {
	if ep.URN.Missing() || ep.URN.Is(AgencyURN) {
		return nil
	}
	return v.Providers.Provider(ep.URN.Text())
}

// mismatch reports that a provider is on the list, and none of its lines fits.
func mismatch(lines []Provider, fits func(*Provider) bool) bool {
	for i := range lines {
		if fits(&lines[i]) {
			return false
		}
	}
	return len(lines) > 0
}

// ownProvision reports a placement that the authority provides itself, of a kind
// that is then in its own area. Families and supported accommodation need not be.
func ownProvision(ep *Episode) bool {
	elsewhere := ep.PLACE.In(FosterPlaces) || ep.PLACE.In(AdoptionPlaces) || ep.PLACE.Is("K3")
	return ep.PLACE_PROVIDER.Is("PR1") && ep.PLACE.Present() && !elsewhere && ep.LS.NotIn(Respite)
}

// atProvider reports a placement that is at the provider's own postcode.
func atProvider(ep *Episode) bool {
	return ep.PLACE.Is("K1", "K2", "K3", "R3", "S1") && !ep.LS.In(Respite) && ep.PL_POST.Present()
}

// wrongAuthority reports the authority's own provision (PR1) by a provider of
// other authorities alone, or another's (PR2) by one of this authority alone.
func (v *View) wrongAuthority(ep *Episode) bool {
	own := func(p *Provider) bool { return p.Authority == v.Authority }
	switch {
	case ep.PLACE_PROVIDER.Is("PR1"):
		return mismatch(v.registered(ep), own)
	case ep.PLACE_PROVIDER.Is("PR2"):
		return mismatch(v.registered(ep), func(p *Provider) bool { return !own(p) })
	}
	return false
}

// isDistance reports a number of miles that a distance from home can be.
func isDistance(v Value) bool {
	n, ok := v.Number()
	return ok && n >= 0 && n <= 999.9
}

// far reports over 350 miles. 999.9 stands for a distance that nobody knows.
func far(v Value) bool {
	n, ok := v.Number()
	return ok && n > 350 && n != 999.9
}
