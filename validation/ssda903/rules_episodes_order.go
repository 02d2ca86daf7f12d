package ssda903

import "recordwell/validation/datatype"

// Rules on episodes that follow one another, and on periods of care.
var episodeOrderRules = []Rule{
	{
		Code: "142", Needs: "Episodes.DECOM",
		Title: "A new episode began but the one before has not ended",
		What:  "The episode has no end date or no reason, and a later episode has begun.",
		Do:    "Enter the date that this episode ended and the reason.",
		Check: func(c *View, found *Found) {
			for ep := range c.Neighbours() {
				if anyMissing(ep.DEC, ep.REC) {
					flag(found, ep.DEC, ep.REC)
				}
			}
		},
	},
	{
		Code: "357", Needs: "Episodes.DECOM Episodes.RNE",
		Title: "First episode must begin with the reason S",
		What:  "The child’s first episode began on {DECOM} with the reason {RNE}.",
		Do:    "Check whether an earlier episode was left out. If not, change the reason to S.",
		Check: func(c *View, found *Found) {
			ep := c.First()
			if ep != nil && !ep.DECOM.Before(c.Start) && !ep.RNE.Is("S") {
				flagWith(found, naming(ep.DECOM), ep.RNE)
			}
		},
	},
	lastedLonger("361", "L1", 3, "Police protection", "72 hours"),
	lastedLonger("362", "L2", 21, "An emergency protection order", "21 days"),
	lastedLonger("363", "L3", 7, "A child assessment order", "7 days"),
	lastedLonger("364", "J2", 21, "Custody in local authority accommodation", "21 days"),
	{
		Code: "383", Needs: "Episodes.DECOM Episodes.PLACE",
		Title: "Child did not go back after a temporary placement",
		What:  "After a temporary placement, the episode of {DECOM} is in placement {PLACE} with reason {RNE}.",
		Do:    "Check the placement, its postcode and the reason. The child should go back to the placement before, with reason P.",
		Check: func(c *View, found *Found) {
			episodes := c.ByDate()
			for i := 2; i < len(episodes); i++ {
				before, temporary, ep := episodes[i-2], episodes[i-1], episodes[i]
				if !before.DECOM.IsDate() || !temporary.PLACE.In(TemporaryPlaces) {
					continue
				}
				if !ep.RNE.Is("P") || !ep.PLACE.Same(before.PLACE) || !ep.PL_POST.Same(before.PL_POST) {
					flagWith(found, naming(ep.DECOM), ep.PLACE, ep.RNE, ep.PL_POST)
				}
			}
		},
	},
	{
		Code: "501", Needs: "Episodes.DECOM Episodes.DEC",
		Title: "A new episode began before the one before ended",
		What:  "The episode began on {DECOM}, before the one before it ended.",
		Do:    "Change the date that this episode began or the date that the other ended.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.DECOM.Before(before.DEC.Day()) {
					flag(found, ep.DECOM, ep.DEC)
				}
			}
		},
	},
	{
		Code: "199", Needs: "Episodes.DECOM Episodes.REC",
		Title: "Child was adopted before this episode",
		What:  "The episode began on {DECOM}, after an episode that ended with adoption.",
		Do:    "Check the reason that the earlier episode ended, and whether this is the same child.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if adoptedBefore(c.Episodes, ep.DECOM.Day()) || adoptedBefore(c.Last.Episodes, ep.DECOM.Day()) {
					flagWith(found, naming(ep.DECOM), ep.CHILD)
				}
			}
		},
	},
	{
		Code: "225", Needs: "Episodes.DECOM Episodes.REC", More: "Episodes.RNE Episodes.DEC",
		Title: "Enter the reason for the change of placement",
		What:  "The placement changed when this episode ended, and the reason for the change is empty.",
		Do:    "Choose the reason for the change of placement.",
		Check: func(c *View, found *Found) {
			for ep, next := range c.Neighbours() {
				temporary := ep.PLACE.In(TemporaryPlaces) || next.PLACE.In(TemporaryPlaces)
				if ep.REC.Is("X1") && next.RNE.Is("P", "T", "B", "U") && !temporary && ep.REASON_PLACE_CHANGE.Missing() {
					flag(found, ep.REASON_PLACE_CHANGE)
				}
			}
		},
	},
	{
		Code: "226", Needs: "Episodes.DECOM Episodes.PLACE", More: "Episodes.DEC",
		Title: "A temporary placement has no reason for the change",
		What:  "The placement is {PLACE}, a temporary one. This episode or the one before gives a reason for the change of placement.",
		Do:    "Take the reason away, or change the placement.",
		Check: func(c *View, found *Found) {
			for i, ep := range c.ByDate() {
				given := ep.REASON_PLACE_CHANGE.Present()
				if i > 0 && c.ByDate()[i-1].DECOM.IsDate() {
					given = given || c.ByDate()[i-1].REASON_PLACE_CHANGE.Present()
				}
				if given && ep.PLACE.In(TemporaryPlaces) {
					flag(found, ep.REASON_PLACE_CHANGE, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "336", Needs: "Episodes.DECOM Episodes.PLACE", More: "Episodes.DEC",
		Title: "Adoption by foster carers must follow a foster placement",
		What:  "The placement is {PLACE}, adoption by the current foster carers, but the placement before was not with foster carers.",
		Do:    "Change this placement or the one before.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.PLACE.Is("A3", "A5") && !before.PLACE.In(AdoptionPlaces) && !before.PLACE.In(FosterPlaces) {
					flag(found, ep.PLACE)
				}
			}
		},
	},
	{
		Code: "367", Needs: "Episodes.DECOM Episodes.LS",
		Title: "Short breaks lasted longer than 75 days in the year",
		What:  "The child’s short breaks (V3) add up to more than 75 days in the collection year.",
		Do:    "Check the dates and the legal status of each short break.",
		Check: func(c *View, found *Found) {
			sum := 0
			for _, ep := range c.Episodes {
				sum += c.shortBreak(ep)
			}
			if sum <= 75 {
				return
			}
			var breaks []Value
			for _, ep := range c.Episodes {
				if c.shortBreak(ep) > 0 {
					breaks = append(breaks, ep.DEC, ep.DECOM, ep.LS)
				}
			}
			flag(found, breaks...)
		},
	},
	{
		Code: "377", Needs: "Episodes.DECOM Episodes.PLACE", More: "Episodes.DEC",
		Title: "More than two stays in 12 months while foster carers were away",
		What:  "The child had more than two temporary placements T3 in 12 months, because the foster carers were on holiday.",
		Do:    "Check the placements and the dates. Two are allowed in 12 months.",
		Check: func(c *View, found *Found) {
			stays := 0
			for _, ep := range c.Episodes {
				if holiday(ep) {
					stays++
				}
			}
			if stays < 3 {
				return
			}
			var dated []*Episode
			for _, ep := range c.ByDate() {
				if holiday(ep) {
					dated = append(dated, ep)
				}
			}
			var many []Value
			for i, ep := range dated {
				for first := max(i-2, 0); first <= i && first+2 < len(dated); first++ {
					if dated[first+2].DECOM.Before(dated[first].DECOM.Day().AddYears(1)) {
						many = append(many, ep.PLACE)
						break
					}
				}
			}
			if len(many) > 0 {
				flag(found, many...)
			}
		},
	},
	{
		Code: "388", Needs: "Episodes.DECOM Episodes.REC",
		Title: "No episode continues from this one, or one does without X1",
		What:  "The episode ended on {DEC} with the reason {REC}. X1 says that the next episode began on the same day.",
		Do:    "Check the reason, and the date that the next episode began.",
		Check: func(c *View, found *Found) {
			for ep, next := range c.Neighbours() {
				sameDay := ep.DEC.On(next.DECOM.Day())
				if ep.DEC.IsDate() && ep.REC.Present() && ep.REC.Is("X1") != sameDay {
					flagWith(found, naming(ep.DEC), ep.REC)
				}
			}
			if ep := c.Latest(); ep != nil && ep.REC.Is("X1") {
				flagWith(found, naming(ep.DEC), ep.REC)
			}
		},
	},
	{
		Code: "426", Needs: "Episodes.LS",
		Title: "Short breaks are recorded in two ways in one year",
		What:  "The child has short breaks with legal status V3 and with V4.",
		Do:    "Change the legal status of one. V3 is a single break, V4 an agreed series.",
		Check: func(c *View, found *Found) {
			single, series := false, false
			for _, ep := range c.Episodes {
				single, series = single || ep.LS.Is("V3"), series || ep.LS.Is("V4")
			}
			if !single || !series {
				return
			}
			var breaks []Value
			for _, ep := range c.Episodes {
				if ep.LS.In(Respite) {
					breaks = append(breaks, ep.LS)
				}
			}
			flag(found, breaks...)
		},
	},
	{
		Code: "431", Needs: "Episodes.DECOM Episodes.DEC Episodes.RNE",
		Title: "Child started to be looked after without a day in between",
		What:  "The episode began on {DECOM} with the reason S. The episode before ended on the same day or later.",
		Do:    "Change the reason, or check the dates.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.RNE.Is("S") && before.DEC.IsDate() && !ep.DECOM.After(before.DEC.Day()) {
					flag(found, ep.RNE, ep.DECOM)
				}
			}
		},
	},
	{
		Code: "432", Needs: "Episodes.DECOM Episodes.REC", More: "Episodes.DEC Episodes.REC",
		Title: "Care had ended, so the new episode must begin with S",
		What:  "The child stopped being looked after when the episode before ended. The reason for the new episode is {RNE}.",
		Do:    "Change the reason to S, or the reason that the episode before ended to X1.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ceased(before) && !ep.RNE.Is("S") {
					flag(found, ep.RNE)
				}
			}
		},
	},
	{
		Code: "433", Needs: "Episodes.DECOM Episodes.DEC Episodes.RNE",
		Title: "Episode does not begin on the day that the one before ended",
		What:  "The episode began on {DECOM} with the reason {RNE}, which says that it continues from the one before.",
		Do:    "Change the date or the reason. If the child left care in between, the reason is S.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if continues(ep) && !ep.DECOM.On(before.DEC.Day()) {
					flag(found, ep.DECOM, ep.RNE)
				}
			}
		},
	},
	{
		Code: "434", Needs: "Episodes.DECOM Episodes.RNE", More: "Episodes.DEC",
		Title: "Reason L says that only the legal status changed",
		What:  "The reason for the new episode is L. The legal status is the same as before, or the placement is not.",
		Do:    "Change the reason, the legal status or the placement.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.RNE.Is("L") && (ep.LS.Same(before.LS) || !samePlacement(before, ep)) {
					flag(found, ep.RNE, ep.LS, ep.PLACE, ep.PL_POST, ep.URN, ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "435", Needs: "Episodes.DECOM Episodes.RNE", More: "Episodes.DEC",
		Title: "Reasons P and T say that only the placement changed",
		What:  "The reason for the new episode is {RNE}. The legal status is not the same as before, or the placement is.",
		Do:    "Change the reason, the legal status or the placement.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.RNE.Is("P", "T") && (!ep.LS.Same(before.LS) || samePlacement(before, ep)) {
					flagWith(found, naming(ep.RNE), ep.LS, ep.PLACE, ep.PL_POST, ep.URN, ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "436", Needs: "Episodes.DECOM Episodes.RNE", More: "Episodes.DEC",
		Title: "Reasons B and U say that placement and legal status changed",
		What:  "The reason for the new episode is {RNE}. The legal status or the placement is the same as before.",
		Do:    "Change the reason, the legal status or the placement.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.RNE.Is("B", "U") && (ep.LS.Same(before.LS) || samePlacement(before, ep)) {
					flag(found, ep.RNE, ep.LS, ep.PLACE, ep.PL_POST, ep.URN, ep.PLACE_PROVIDER)
				}
			}
		},
	},
	{
		Code: "437", Needs: "Episodes.DECOM Episodes.REC", More: "Episodes.DEC",
		Title: "Child died or was 18 or over, but a later episode follows",
		What:  "The episode ended with {REC}, so no episode can follow.",
		Do:    "Change the reason, or check the episodes that follow.",
		Check: func(c *View, found *Found) {
			for ep := range c.Neighbours() {
				if ep.REC.Is("E2", "E15") {
					flag(found, ep.REC)
				}
			}
		},
	},
	{
		Code: "504", Needs: "Episodes.DECOM Episodes.DEC Episodes.CIN",
		Title: "Category of need changed during a period of care",
		What:  "The category of need is {CIN}, and another one in the episode before.",
		Do:    "Enter the category of need at the start of the period of care.",
		Check: func(c *View, found *Found) {
			for before, ep := range c.Neighbours() {
				if ep.DECOM.On(before.DEC.Day()) && !ep.CIN.Same(before.CIN) {
					flag(found, ep.CIN)
				}
			}
		},
	},
}

// lastedLonger flags the episodes of a legal status that lasted, without a gap,
// longer than the law allows.
func lastedLonger(code, status string, most int, order, words string) Rule {
	return Rule{
		Code: code, Needs: "Episodes.DECOM Episodes.LS",
		Title: order + " lasted longer than " + words,
		What:  order + " (" + status + ") began on {DECOM} and lasted longer than " + words + ".",
		Do:    "Check the dates and the legal status.",
		Check: func(c *View, found *Found) {
			for spell := range c.Spells(func(ep *Episode) bool { return ep.LS.Is(status) }) {
				if days(spell, c.End) > most {
					for _, ep := range spell {
						flag(found, ep.DECOM, ep.LS, ep.DEC)
					}
				}
			}
		},
	}
}

// adoptedBefore reports an adoption among episodes that began before a day.
func adoptedBefore(episodes []*Episode, day datatype.Date) bool {
	for _, ep := range episodes {
		if ep.REC.In(AdoptedReasons) && ep.DECOM.Before(day) {
			return true
		}
	}
	return false
}

// ceased reports that the child stopped being looked after when the episode
// ended.
func ceased(ep *Episode) bool { return ep.REC.In(RECCodes) && !ep.REC.Is("X1") }

// continues reports a reason for a new episode that says that the child was
// looked after the day before. A small letter says it too, though it is no code.
func continues(ep *Episode) bool {
	return ep.RNE.Is("P", "L", "T", "U", "B", "p", "l", "t", "u", "b")
}

// samePlacement reports that place, postcode, provider and its number are those
// of another episode, as far as either names them.
func samePlacement(a, b *Episode) bool {
	return a.PLACE.Same(b.PLACE) && a.PL_POST.Same(b.PL_POST) && a.URN.Same(b.URN) && a.PLACE_PROVIDER.Same(b.PLACE_PROVIDER)
}

// holiday reports a temporary placement while the foster carers are away.
func holiday(ep *Episode) bool { return ep.PLACE.Is("T3") && ep.DECOM.IsDate() }

// shortBreak is how many days of the year an episode of legal status V3 took; 0
// for any other episode.
func (v *View) shortBreak(ep *Episode) int {
	if !ep.LS.Is("V3") || !v.Overlaps(ep.DECOM, ep.DEC) {
		return 0
	}
	from, to := max(ep.DECOM.Day(), v.Start), v.End
	if ep.DEC.Before(to) {
		to = ep.DEC.Day()
	}
	return max(int(to-from), 0)
}
