package ssda903

var missingRules = []Rule{
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
}
