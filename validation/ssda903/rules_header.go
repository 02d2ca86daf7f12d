package ssda903

var headerRules = []Rule{
	{
		Code: "101", Needs: "Header.SEX",
		Title: "Sex must be M, F or U",
		What:  "The sex of the child is given as {SEX}.",
		Do:    "Enter M, F or U.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.SEX.In(SexCodes) {
					flag(found, h.SEX)
				}
			}
		},
	},
	{
		Code: "102", Needs: "Header.DOB",
		Title: "Date of birth must be a real date",
		What:  "The date of birth is given as {DOB}.",
		Do:    "Enter the day, month and year that the child was born.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.DOB.IsDate() {
					flag(found, h.DOB)
				}
			}
		},
	},
	{
		Code: "103", Needs: "Header.ETHNIC",
		Title: "Ethnic background must be a code from the list",
		What:  "The ethnic background is given as {ETHNIC}.",
		Do:    "Choose a code from the list. If the child did not want to say, enter REFU. If you have not asked yet, enter NOBT.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.ETHNIC.In(EthnicCodes) {
					flag(found, h.ETHNIC)
				}
			}
		},
	},
	{
		Code: "171", Needs: "Header.MC_DOB",
		Title: "Date of birth of the mother’s child must be a real date",
		What:  "The date of birth of her child is given as {MC_DOB}.",
		Do:    "Enter the day, month and year that her first child was born.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.MC_DOB.NotDate() {
					flag(found, h.MC_DOB)
				}
			}
		},
	},
	{
		Code: "174", Needs: "Header.SEX Header.MC_DOB",
		Title: "A boy cannot have a date of birth of the mother’s child",
		What:  "The child is recorded as male, and the date of birth of the mother’s child is {MC_DOB}.",
		Do:    "Change the sex or take the date away.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.SEX.Is("M") && h.MC_DOB.Present() {
					flag(found, h.SEX, h.MC_DOB)
				}
			}
		},
	},
	{
		Code: "351", Needs: "Header.DOB",
		Title: "Child was over 25 when the year began",
		What:  "Born on {DOB}, the child was over 25 at the start of the collection year.",
		Do:    "Check the date of birth. If it is right, take the child out of this return.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.DOB.IsDate() && h.DOB.Day().AddYears(25) < c.Start {
					flag(found, h.DOB)
				}
			}
		},
	},
	{
		Code: "444", Needs: "Header.UPN",
		Title: "Two children have the same UPN",
		What:  "The UPN {UPN} is given for more than one child.",
		Do:    "Find out whose UPN it is, and change the other one.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.UPN.NotIn(UnknownUPNCodes) && c.UPNCount(h.UPN) > 1 {
					flag(found, h.UPN)
				}
			}
		},
	},
	{
		Code: "611", Needs: "Header.MOTHER",
		Title: "A mother’s child must have a date of birth",
		What:  "She is recorded as a mother, and the date of birth of her first child is empty.",
		Do:    "Enter the date of birth of her first child. If she is not a mother, change the mother field.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.MOTHER.Is("1") && h.MC_DOB.Missing() {
					flag(found, h.MC_DOB, h.MOTHER)
				}
			}
		},
	},
}
