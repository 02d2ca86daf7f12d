package ssda903

import "strings"

// Rules that compare this year's Header with last year's.
var previousYearRules = []Rule{
	changed("202", "SEX", "Sex is not the one of last year", "The sex"),
	{
		Code: "203", Needs: "Header.DOB Header_last.DOB",
		Title: "Date of birth is not the one of last year",
		What:  "The date of birth is {DOB} this year and {Header_last.DOB} last year.",
		Do:    "Check which date is right. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if !h.DOB.Same(last.DOB) {
						flagWith(found, naming(last.DOB), h.DOB)
						break
					}
				}
			}
		},
	},
	changed("204", "ETHNIC", "Ethnic background is not the one of last year", "The ethnic background"),
	{
		Code: "207", Needs: "Header.MOTHER Header_last.MOTHER Episodes",
		Reads: "Header.MOTHER Header_last.MOTHER", More: "Episodes.CHILD",
		Title: "A mother last year is not one this year",
		What:  "The mother status was 1 last year and is not 1 this year.",
		Do:    "Check the mother status. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if last.MOTHER.Is("1") && !h.MOTHER.Is("1") && len(c.Episodes) > 0 {
						flag(found, h.MOTHER)
						break
					}
				}
			}
		},
	},
	{
		Code: "208", Needs: "Header.UPN Header_last.UPN",
		Title: "UPN is not the one of last year",
		What:  "The UPN is {UPN} this year and {Header_last.UPN} last year.",
		Do:    "Check which UPN is right. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if upnDisagrees(h.UPN, last.UPN) {
						flagWith(found, naming(last.UPN), h.UPN)
						break
					}
				}
			}
		},
	},
	{
		Code: "624", Needs: "Header.MC_DOB Header_last.MC_DOB",
		Title: "Date of birth of the mother’s child is not the one of last year",
		What:  "The date of birth of her first child was {Header_last.MC_DOB} last year, and is another or empty now.",
		Do:    "Check which date is right. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if last.MC_DOB.Present() && !h.MC_DOB.Same(last.MC_DOB) {
						flagWith(found, naming(last.MC_DOB), h.MC_DOB)
						break
					}
				}
			}
		},
	},
	{
		Code: "626", Needs: "Header.MOTHER Header.MC_DOB Header_last.MOTHER",
		Title: "A mother this year, by a birth before it, was not one last year",
		What:  "Her first child was born on {MC_DOB}, before this year. Her mother status last year was 0.",
		Do:    "Check the date of birth of her child. If last year’s status was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					if h.MOTHER.Is("1") && last.MOTHER.Is("0") && h.MC_DOB.Before(c.Start) {
						flag(found, h.MOTHER, h.MC_DOB)
						break
					}
				}
			}
		},
	},
}

// changed flags a column of Header that is not the same as last year.
func changed(code, column, title, thing string) Rule {
	at, _ := HeaderTable.columnNamed(column)
	return Rule{
		Code: code, Needs: "Header." + column + " Header_last." + column, Title: title,
		What: thing + " is {" + column + "} this year and {Header_last." + column + "} last year.",
		Do:   "Check which one is right. If last year’s was wrong, explain that.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				for _, last := range c.Last.Header {
					now, before := *h.field(at), *last.field(at)
					if !now.Same(before) {
						flagWith(found, naming(before), now)
						break
					}
				}
			}
		},
	}
}

// upnDisagrees compares UPNs, or the reasons why there is none (UN1 to UN5). It
// is no disagreement when a UPN is known now and was not, or when a child who
// was too young (UN1) or of whom nothing was said has another reason now.
func upnDisagrees(now, last Value) bool {
	switch {
	case strings.EqualFold(now.Text(), last.Text()):
		return false
	case now.Present() && !now.In(UnknownUPNCodes):
		return last.Present() && !last.In(UnknownUPNCodes)
	case now.Present() && !now.Is("UN1"):
		return last.Present() && !last.Is("UN1")
	}
	return true
}
