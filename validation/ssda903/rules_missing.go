package ssda903

import "recordwell/validation/datatype"

// endDay orders periods by their end; one that goes on stands at its start.
func (r *Missing) endDay() datatype.Date {
	if r.MIS_END.IsDate() {
		return r.MIS_END.Day()
	}
	return r.MIS_START.Day()
}

// Rules on the times that a child was missing, by themselves.
var missingRules = []Rule{
	{
		Code: "1004", Needs: "Missing.MIS_START",
		Title: "Date the child went missing must be a real date",
		What:  "The date that the child went missing is given as {MIS_START}.",
		Do:    "Enter the day, month and year that the child went missing.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if !m.MIS_START.IsDate() {
					flag(found, m.MIS_START)
				}
			}
		},
	},
	{
		Code: "1005", Needs: "Missing.MIS_END",
		Title: "Date the child was back must be a real date",
		What:  "The date that the child was back is given as {MIS_END}.",
		Do:    "Enter the day, month and year that the child was back. If the child is still missing, leave the date empty.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_END.NotDate() {
					flag(found, m.MIS_END)
				}
			}
		},
	},
	{
		Code: "1006", Needs: "Missing.MISSING",
		Title: "Missing or away must be M or A",
		What:  "Whether the child was missing or away is given as {MISSING}.",
		Do:    "Enter M for missing or A for away from placement without authorisation.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MISSING.NotIn(MissingCodes) {
					flag(found, m.MISSING)
				}
			}
		},
	},
	{
		Code: "564", Needs: "Missing.MISSING Missing.MIS_START",
		Title: "Enter the date the child went missing",
		What:  "The child was missing or away ({MISSING}). The date that it began is empty.",
		Do:    "Enter the day, month and year that the child went missing.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MISSING.In(MissingCodes) && m.MIS_START.Missing() {
					flag(found, m.MISSING, m.MIS_START)
				}
			}
		},
	},
	{
		Code: "565", Needs: "Missing.MISSING Missing.MIS_START",
		Title: "Say if the child was missing or away",
		What:  "The child went missing or away on {MIS_START}. Which of the two is empty.",
		Do:    "Enter M for missing or A for away from placement without authorisation.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MISSING.Missing() && m.MIS_START.Present() {
					flag(found, m.MISSING, m.MIS_START)
				}
			}
		},
	},
	{
		Code: "566", Needs: "Missing.MISSING Missing.MIS_END",
		Title: "Say if the child who came back was missing or away",
		What:  "The child was back on {MIS_END}. Whether the child was missing or away is empty.",
		Do:    "Enter M for missing or A for away from placement without authorisation.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MISSING.Missing() && m.MIS_END.Present() {
					flag(found, m.MISSING, m.MIS_END)
				}
			}
		},
	},
	{
		Code: "567", Needs: "Missing.MIS_START Missing.MIS_END",
		Title: "Child was found before going missing",
		What:  "The child went missing on {MIS_START} and was back on {MIS_END}.",
		Do:    "Change one of the dates. The child must be back on the same day or later.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_END.Before(m.MIS_START.Day()) {
					flag(found, m.MIS_START, m.MIS_END)
				}
			}
		},
	},
	{
		Code: "570", Needs: "Missing.MIS_START",
		Title: "Child went missing after the end of the year",
		What:  "The date that the child went missing, {MIS_START}, is after 31 March when the year ended.",
		Do:    "Change the date, or take the period away.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_START.After(c.End) {
					flag(found, m.MIS_START)
				}
			}
		},
	},
	{
		Code: "571", Needs: "Missing.MIS_END",
		Title: "Child was back before or after the year",
		What:  "The date that the child was back, {MIS_END}, is not between 1 April and 31 March of the year.",
		Do:    "Change the date, or take the period away.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_END.IsDate() && !c.Contains(m.MIS_END) {
					flag(found, m.MIS_END)
				}
			}
		},
	},
	{
		Code: "574", Needs: "Missing.MIS_START",
		Title: "Times of being missing overlap",
		What:  "The child went missing on {MIS_START}. Another time of being missing was not over or overlaps with it.",
		Do:    "Enter the date that the child was back, or change one of the dates.",
		Check: func(c *View, found *Found) {
			rows := inOrder(c.Missing, (*Missing).endDay)
			for i, m := range rows {
				if i == 0 || !m.MIS_START.IsDate() {
					continue
				}
				before := rows[i-1]
				goesOn := before.MIS_START.IsDate() && before.MIS_END.Missing()
				if goesOn || m.MIS_START.Before(before.MIS_END.Day()) {
					flag(found, m.MIS_START, m.MIS_END)
				}
			}
		},
	},
	{
		Code: "586", Needs: "Missing.DOB Missing.MIS_START",
		Title: "Child went missing before being born",
		What:  "Born on {DOB}, the child went missing on {MIS_START}.",
		Do:    "Check the date of birth and the date that the child went missing.",
		Check: func(c *View, found *Found) {
			for _, m := range c.Missing {
				if m.MIS_START.Before(m.DOB.Day()) {
					flagWith(found, naming(m.DOB), m.MIS_START)
				}
			}
		},
	},
}
