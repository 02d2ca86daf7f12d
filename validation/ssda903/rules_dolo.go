package ssda903

// doloYear is the first collection year with deprivation of liberty orders.
const doloYear = "2026-27"

var doloRules = []Rule{
	{
		Code: "700", Needs: "DoLo.DOLO_START", From: doloYear,
		Title: "Date the order began must be a real date",
		What:  "The date that the deprivation of liberty order began is given as {DOLO_START}.",
		Do:    "Enter the day, month and year that the order began.",
		Check: func(c *View, found *Found) {
			for _, d := range c.DoLo {
				if !d.DOLO_START.IsDate() {
					flag(found, d.DOLO_START)
				}
			}
		},
	},
}
