package ssda903

var prevPermRules = []Rule{
	{
		Code: "631", Needs: "PrevPerm.PREV_PERM",
		Title: "Earlier permanence must be a code from the list",
		What:  "The earlier permanence order is given as {PREV_PERM}.",
		Do:    "Choose P1, P2, P3, P4 or Z1.",
		Check: func(c *View, found *Found) {
			for _, p := range c.PrevPerm {
				if p.PREV_PERM.NotIn(PrevPermCodes) {
					flag(found, p.PREV_PERM)
				}
			}
		},
	},
}
