package ssda903

// adoption is every answer about an adoption.
func (r *AD1) adoption() [6]Value {
	return [...]Value{r.DATE_INT, r.DATE_MATCH, r.FOSTER_CARE, r.NB_ADOPTR, r.SEX_ADOPTR, r.LS_ADOPTR}
}

// Codes of one and two adopters, and of couples of the same sex.
var (
	adopterNumbers = Codes{"1", "2"}
	coupleCodes    = Codes{"MM", "FF", "MF"}
	sameSexCodes   = Codes{"MM", "FF"}
	oneOfEachCodes = Codes{"MF"}
)

// Rules on the answers about an adoption against one another.
var ad1Rules = []Rule{
	{
		Code: "112", Needs: "AD1.DATE_INT",
		Title: "Date of the adoption decision must be a real date",
		What:  "The date of the decision that the child should be placed for adoption is given as {DATE_INT}.",
		Do:    "Enter the day, month and year of the decision.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.DATE_INT.NotDate() {
					flag(found, a.DATE_INT)
				}
			}
		},
	},
	{
		Code: "113", Needs: "AD1.DATE_MATCH",
		Title: "Date of the match must be a real date",
		What:  "The date that the child was matched with adopters is given as {DATE_MATCH}.",
		Do:    "Enter the day, month and year of the match.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.DATE_MATCH.NotDate() {
					flag(found, a.DATE_MATCH)
				}
			}
		},
	},
	{
		Code: "114", Needs: "AD1.FOSTER_CARE",
		Title: "Adopted by former foster carers must be 0 or 1",
		What:  "Adopted by former foster carers is given as {FOSTER_CARE}.",
		Do:    "Enter 1 for yes or 0 for no.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.FOSTER_CARE.NotIn(ZeroOneCodes) {
					flag(found, a.FOSTER_CARE)
				}
			}
		},
	},
	{
		Code: "151", Needs: "AD1",
		Title: "Answer every question about the adoption or none",
		What:  "Some of the answers about the adoption are empty.",
		Do:    "Enter all of them, or leave all of them empty.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if adoption := a.adoption(); anyPresent(adoption[:]...) && anyMissing(adoption[:]...) {
					flag(found, adoption[:]...)
				}
			}
		},
	},
	{
		Code: "175", Needs: "AD1.NB_ADOPTR",
		Title: "Number of adopters must be 1 or 2",
		What:  "The number of adopters is given as {NB_ADOPTR}.",
		Do:    "Enter 1 or 2.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.NB_ADOPTR.NotIn(adopterNumbers) {
					flag(found, a.NB_ADOPTR)
				}
			}
		},
	},
	{
		Code: "176", Needs: "AD1.SEX_ADOPTR",
		Title: "Sex of the adopters must be a code from the list",
		What:  "The sex of the adopters is given as {SEX_ADOPTR}.",
		Do:    "Choose M1, F1, MM, FF or MF.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.SEX_ADOPTR.NotIn(AdopterSexCodes) {
					flag(found, a.SEX_ADOPTR)
				}
			}
		},
	},
	{
		Code: "177", Needs: "AD1.LS_ADOPTR",
		Title: "Legal status of the adopters must be a code from the list",
		What:  "The legal status of the adopters is given as {LS_ADOPTR}.",
		Do:    "Choose L0, L11, L12, L2, L3 or L4.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.LS_ADOPTR.NotIn(AdopterStatusCodes) {
					flag(found, a.LS_ADOPTR)
				}
			}
		},
	},
	{
		Code: "333", Needs: "AD1.DATE_MATCH",
		Title: "Decision to place for adoption must come before the match",
		What:  "The decision is dated {DATE_INT} and the match {DATE_MATCH}.",
		Do:    "Enter a date for the decision that is the same as or before the date of the match.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.DATE_MATCH.IsDate() && (a.DATE_INT.Missing() || a.DATE_INT.After(a.DATE_MATCH.Day())) {
					flag(found, a.DATE_INT, a.DATE_MATCH)
				}
			}
		},
	},
	{
		Code: "511", Needs: "AD1.NB_ADOPTR AD1.SEX_ADOPTR",
		Title: "Two adopters must be recorded as a couple",
		What:  "The number of adopters is 2 and their sex is {SEX_ADOPTR}.",
		Do:    "Change the sex to MM, FF or MF, or change the number of adopters.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.NB_ADOPTR.Is("2") && a.SEX_ADOPTR.NotIn(coupleCodes) {
					flag(found, a.NB_ADOPTR, a.SEX_ADOPTR)
				}
			}
		},
	},
	{
		Code: "514", Needs: "AD1.SEX_ADOPTR AD1.LS_ADOPTR",
		Title: "Adopter recorded as single and as a couple",
		What:  "The legal status is L0, a single adopter, and the sex of the adopters is {SEX_ADOPTR}, a couple.",
		Do:    "Change the legal status or the sex.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.LS_ADOPTR.Is("L0") && a.SEX_ADOPTR.In(coupleCodes) {
					flag(found, a.LS_ADOPTR, a.SEX_ADOPTR)
				}
			}
		},
	},
	adopters("517", "L3", oneOfEachCodes,
		"Unmarried couple of different sexes must be MF",
		"The legal status is L3, an unmarried couple of different sexes. The sex of the adopters is not MF.",
		"Change the sex to MF, or change the legal status."),
	adopters("518", "L4", sameSexCodes,
		"Unmarried couple of the same sex must be MM or FF",
		"The legal status is L4, an unmarried couple of the same sex. The sex of the adopters is not MM or FF.",
		"Change the sex to MM or FF, or change the legal status."),
	adopters("519", "L2", coupleCodes,
		"Civil partners must be recorded as a couple",
		"The legal status is L2, a civil partnership. The sex of the adopters is not that of a couple.",
		"Change the sex to MM, FF or MF, or change the legal status."),
	{
		Code: "520", Needs: "AD1.SEX_ADOPTR AD1.LS_ADOPTR",
		Title: "Married couple of different sexes recorded as of the same sex",
		What:  "The legal status is L11, a married couple of different sexes. The sex of the adopters is {SEX_ADOPTR}.",
		Do:    "Change the sex to MF, or change the legal status.",
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.LS_ADOPTR.Is("L11") && a.SEX_ADOPTR.In(sameSexCodes) {
					flag(found, a.LS_ADOPTR, a.SEX_ADOPTR)
				}
			}
		},
	},
	adopters("524", "L12", sameSexCodes,
		"Married couple of the same sex must be MM or FF",
		"The legal status is L12, a married couple of the same sex. The sex of the adopters is not MM or FF.",
		"Change the sex to MM or FF, or change the legal status."),
}

// adopters flags a legal status whose adopters have another sex than it allows;
// an empty one is another.
func adopters(code, status string, allowed Codes, title, what, do string) Rule {
	return Rule{
		Code: code, Needs: "AD1.SEX_ADOPTR AD1.LS_ADOPTR", Title: title, What: what, Do: do,
		Check: func(c *View, found *Found) {
			for _, a := range c.AD1 {
				if a.LS_ADOPTR.Is(status) && !a.SEX_ADOPTR.In(allowed) {
					flag(found, a.LS_ADOPTR, a.SEX_ADOPTR)
				}
			}
		},
	}
}
