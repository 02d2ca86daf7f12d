package ssda903

var uascRules = []Rule{
	{
		Code: "104", Needs: "UASC.DUC",
		Title: "Date asylum status ended must be real and not before this year",
		What:  "The date that the child stopped being an unaccompanied asylum-seeking child is given as {DUC}.",
		Do:    "Enter a real date on or after 1 April when the collection year began.",
		Check: func(c *View, found *Found) {
			for _, u := range c.UASC {
				if u.DUC.NotDate() || u.DUC.Before(c.Start) {
					flag(found, u.DUC)
				}
			}
		},
	},
	{
		Code: "303", Needs: "UASC.DUC Header.UASC",
		Title: "A date asylum-seeking status ended needs the status 1",
		What:  "The status ended on {DUC}, but the child is not recorded as unaccompanied and seeking asylum.",
		Do:    "Change the status to 1 or take the date away.",
		Check: func(c *View, found *Found) {
			for _, u := range c.UASC {
				if u.DUC.Missing() {
					continue
				}
				for _, h := range c.Header {
					if !h.UASC.Is("1") {
						flag(found, h.UASC, u.DUC)
					}
				}
			}
		},
	},
}
