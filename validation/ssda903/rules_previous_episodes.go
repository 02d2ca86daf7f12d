package ssda903

import "math"

// Rules that compare this year's episodes with last year's.
var previousEpisodeRules = []Rule{
	{
		Code: "502", Needs: "Episodes.DECOM Episodes_last.DECOM Episodes_last.DEC",
		Title: "First episode did not begin when last year’s open episode did",
		What:  "This year’s first episode began on {DECOM}. Last year ended with an open episode that began on another day.",
		Do:    "Enter the episode that was open at the end of last year, with the date that it began.",
		Reads: "Episodes.DECOM Episodes_last.DECOM Episodes_last.DEC",
		Check: func(c *View, found *Found) {
			first, open := c.First(), c.LatestLast()
			if first != nil && open != nil && open.DEC.Missing() && !first.DECOM.Same(open.DECOM) {
				flag(found, first.DECOM)
			}
		},
	},
	{
		Code: "NoE", Needs: "Episodes.DECOM Episodes_last",
		Title: "Looked after before this year but not in last year’s return",
		What:  "An episode began on {DECOM}, before this collection year, and last year’s return has no episode of the child.",
		Do:    "Check the date that the episode began, and whether last year’s files are complete.",
		Check: func(c *View, found *Found) {
			if len(c.Last.Episodes) > 0 {
				return
			}
			for _, ep := range c.Episodes {
				if ep.DECOM.Before(c.Start) {
					flag(found, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "452", Needs: "Episodes.DECOM Episodes.PL_LA Episodes_last.DECOM Episodes_last.PL_LA",
		More:  "Episodes.DEC Episodes_last.DEC",
		Title: "Authority of the placement is not the one of last year",
		What:  "The placement is in authority {PL_LA} this year. Last year the same episode was in {Episodes_last.PL_LA}.",
		Do:    "Check the placement postcode in both years.",
		Check: func(c *View, found *Found) {
			if ep, last := c.carriedOn(); ep != nil && !ep.PL_LA.Same(last.PL_LA) {
				flagWith(found, naming(last.PL_LA), ep.PL_LA)
			}
		},
	},
	{
		Code: "453", Needs: "Episodes.DECOM Episodes.PL_DISTANCE Episodes_last.DECOM Episodes_last.PL_DISTANCE",
		Title: "Distance from home is not the one of last year",
		What:  "The placement is {PL_DISTANCE} miles from home. Last year the same episode was {Episodes_last.PL_DISTANCE} miles from home.",
		Do:    "Check the home and placement postcodes in both years.",
		Check: func(c *View, found *Found) {
			if ep, last := c.carriedOn(); ep != nil && last.DEC.Missing() && !sameDistance(ep.PL_DISTANCE, last.PL_DISTANCE) {
				flagWith(found, naming(last.PL_DISTANCE), ep.PL_DISTANCE)
			}
		},
	},
	unlikeLastYear("503A", "RNE", "Reason for new episode", "", func(ep *Episode) Value { return ep.RNE }, Value.Same),
	unlikeLastYear("503B", "LS", "Legal status", "", func(ep *Episode) Value { return ep.LS }, Value.Same),
	unlikeLastYear("503C", "CIN", "Category of need", "", func(ep *Episode) Value { return ep.CIN }, Value.Same),
	{
		Code: "503D", Needs: "Episodes.DECOM Episodes.PLACE Episodes_last.DECOM Episodes_last.PLACE",
		Title: "Placement is not the one that was open last year",
		What:  "The first episode has {PLACE} as placement. The episode open at the end of last year has {Episodes_last.PLACE}.",
		Do:    "Check which one is right and change it.",
		Check: func(c *View, found *Found) {
			ep, last := c.leftOpen()
			if ep != nil && !ep.PLACE.Same(last.PLACE) && !c.recoded(last.PLACE, ep.PLACE) {
				flagWith(found, naming(last.PLACE), ep.PLACE)
			}
		},
	},
	unlikeLastYear("503E", "PLACE_PROVIDER", "Placement provider", "", func(ep *Episode) Value { return ep.PLACE_PROVIDER }, Value.Same),
	unlikeLastYear("503F", "URN", "Ofsted number", "", func(ep *Episode) Value { return ep.URN }, Value.Same),
	unlikeLastYear("503G", "PL_DISTANCE", "Distance from home", " miles", func(ep *Episode) Value { return ep.PL_DISTANCE }, sameDistance),
	unlikeLastYear("503H", "PL_LA", "Authority of the placement", "", func(ep *Episode) Value { return ep.PL_LA }, Value.Same),
	unlikeLastYear("503J", "PL_LOCATION", "Placement location", "", func(ep *Episode) Value { return ep.PL_LOCATION }, Value.Same),
	{
		Code: "562", Needs: "Episodes.DECOM Episodes_last.DECOM", More: "Episodes.DEC Episodes_last.DEC",
		Title: "Episode began before this year but is not in last year’s return",
		What:  "The first episode began on {DECOM}, before this collection year. Last year’s latest episode began on another day.",
		Do:    "Check the date, and whether last year’s return lacks an episode.",
		Check: func(c *View, found *Found) {
			ep, last := c.First(), c.LatestLast()
			if ep != nil && ep.DECOM.Before(c.Start) && (last == nil || !ep.DECOM.Same(last.DECOM)) {
				flag(found, ep.DECOM)
			}
		},
	},
}

// leftOpen is this year's first episode with last year's latest, if that was
// open at the end of last year; nil otherwise.
func (v *View) leftOpen() (ep, last *Episode) {
	ep, last = v.First(), v.LatestLast()
	if ep == nil || last == nil || last.DEC.Present() {
		return nil, nil
	}
	return ep, last
}

// carriedOn is the same episode this year and last year: this year's first and
// last year's latest, if both began on one day for one reason; nil otherwise.
func (v *View) carriedOn() (ep, last *Episode) {
	ep, last = v.First(), v.LatestLast()
	if ep == nil || last == nil || !ep.DECOM.Same(last.DECOM) || !ep.RNE.Same(last.RNE) {
		return nil, nil
	}
	return ep, last
}

// unlikeLastYear flags a value of this year's first episode that is not the one
// of the episode that was open at the end of last year.
func unlikeLastYear(code, column, words, unit string, value func(*Episode) Value, same func(Value, Value) bool) Rule {
	return Rule{
		Code: code, Needs: "Episodes.DECOM Episodes." + column + " Episodes_last.DECOM Episodes_last." + column,
		Title: words + " is not the one that was open last year",
		What: words + " is {" + column + "}" + unit + " in the first episode. The episode open at the end of last year has {Episodes_last." +
			column + "}" + unit + ".",
		Do: "Check which one is right and change it.",
		Check: func(c *View, found *Found) {
			if ep, last := c.leftOpen(); ep != nil && !same(value(ep), value(last)) {
				flagWith(found, naming(value(last)), value(ep))
			}
		},
	}
}

// sameDistance compares two distances in miles. They are worked out to a tenth,
// so a tenth apart is the same.
func sameDistance(a, b Value) bool {
	x, ok1 := a.Number()
	y, ok2 := b.Number()
	if !ok1 || !ok2 {
		return a.Same(b)
	}
	return math.Abs(math.Round(10*x)-math.Round(10*y)) < 2
}

// recodings are placements that became others in a collection year, by the year
// that it ended in.
var recodings = map[int]struct {
	from string
	to   Codes
}{
	2025: {"H5", Codes{"K3"}},
	2026: {"Z1", Codes{"Z11", "Z12", "Z13", "Z14"}},
}

// recoded reports that the same placement has another code since this year.
func (v *View) recoded(last, now Value) bool {
	r, ok := recodings[v.EndYear()]
	return ok && last.Is(r.from) && now.In(r.to)
}
