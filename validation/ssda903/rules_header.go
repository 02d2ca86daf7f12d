package ssda903

import (
	"time"

	"recordwell/validation/datatype"
)

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
	{
		Code: "168", Needs: "Header.UPN",
		Title: "UPN must be a letter and 12 numbers, or UN1 to UN5",
		What:  "The UPN is given as {UPN}.",
		Do:    "Enter the 13 letters and numbers. If it is not known, enter the reason, UN1 to UN5.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.UPN.Present() && !h.UPN.In(UnknownUPNCodes) && !isUPN(h.UPN.Text()) {
					flag(found, h.UPN)
				}
			}
		},
	},
	{
		Code: "209", Needs: "Header.UPN Header.DOB",
		Title: "Child is of school age, so UN1 cannot stand for the UPN",
		What:  "The UPN is UN1, not of school age. Born on {DOB}, the child is of school age.",
		Do:    "Enter the UPN. If it is not known, choose another reason from UN2 to UN5.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.UPN.Is("UN1") && AgedOn(h.DOB, 4, c.schoolDay()) {
					flag(found, h.UPN, h.DOB)
				}
			}
		},
	},
	{
		Code: "231", Needs: "Header.DOB Header.UASC|UASC",
		Title: "Unaccompanied child seeking asylum is under 11",
		What:  "The child came alone to seek asylum, and the date of birth is {DOB}. Most of these young people are older.",
		Do:    "Check the date of birth. If it is right, explain why.",
		Reads: "Header.DOB Header.UASC UASC.CHILD",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if c.IsUASC() && YoungerOn(h.DOB, 11, c.End) {
					flag(found, h.DOB, h.UASC)
				}
			}
		},
	},
	{
		Code: "232", Needs: "Header.SEX",
		Title: "Sex of the child is unknown",
		What:  "The sex of the child is given as {SEX}, unknown.",
		Do:    "Enter M or F. If it is not known, explain why.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.SEX.Is("U", "u") {
					flag(found, h.SEX)
				}
			}
		},
	},
	{
		Code: "301", Needs: "Header.DOB",
		Title: "Child was born after the collection year",
		What:  "The date of birth is {DOB}, after the collection year ended.",
		Do:    "Check the date of birth.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.DOB.After(c.End) {
					flag(found, h.DOB)
				}
			}
		},
	},
	{
		Code: "612", Needs: "Header.SEX Header.MC_DOB",
		Title: "She has a child’s date of birth but is not a mother",
		What:  "The date of birth of her first child is {MC_DOB}, and the mother field is {MOTHER}.",
		Do:    "Change the mother field to 1, or take the date away.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.SEX.Is("F") && !h.MOTHER.Is("1") && h.MC_DOB.Present() {
					flag(found, h.MOTHER, h.MC_DOB, h.SEX)
				}
			}
		},
	},
	{
		Code: "620", Needs: "Header.DOB Header.MOTHER",
		Title: "Mother is under 11",
		What:  "She is recorded as a mother, and her own date of birth is {DOB}. She was under 11 when the collection year began.",
		Do:    "Check the date of birth and the mother field.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.MOTHER.Is("1") && YoungerOn(h.DOB, 11, c.Start) {
					flag(found, h.DOB, h.MOTHER)
				}
			}
		},
	},
	{
		Code: "621", Needs: "Header.DOB Header.MC_DOB",
		Title: "Mother is not older than her child",
		What:  "Her date of birth is {DOB}, and her child’s is {MC_DOB}.",
		Do:    "Change one of the dates.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if h.MC_DOB.IsDate() && !h.MC_DOB.After(h.DOB.Day()) && h.DOB.IsDate() {
					flag(found, h.MC_DOB, h.DOB)
				}
			}
		},
	},
}

// isUPN reports the shape of a UPN: a letter other than I, O and S, 11 numbers,
// and a number or a letter.
func isUPN(s string) bool {
	if len(s) != 13 || !isCapital(s[0]) || s[0] == 'I' || s[0] == 'O' || s[0] == 'S' {
		return false
	}
	for i := 1; i < 12; i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return isDigit(s[12]) || isCapital(s[12])
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool   { return '0' <= c && c <= '9' }

// schoolDay is the 31 August by which a child of school age was 4: that of the
// year before the one in which the collection year began.
func (v *View) schoolDay() datatype.Date {
	return datatype.MustDate(v.EndYear()-2, time.August, 31)
}
