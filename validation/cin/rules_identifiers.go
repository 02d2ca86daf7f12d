package cin

import (
	"strconv"

	"recordwell/validation/datatype"
)

// Who the child is: ChildIdentifiers.
var identifierRules = []rule{
	{
		code:  "1510",
		title: "The first letter of the UPN does not match its numbers",
		what:  "The UPN {UPN} starts with a letter that its numbers do not give",
		do:    "Check every letter and number of the UPN against the school’s record",
		needs: "ChildIdentifiers.UPN",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if upn, ok := datatype.ParseUPN(i.UPN.s); i.UPN.Present() && ok && upn.CheckLetter() != upn[0] {
					f.Add(i.At("UPN"))
				}
			}
		},
	},
	{
		code:  "1530",
		title: "Characters 2 to 4 of the UPN are not a local authority",
		what:  "Characters 2 to 4 of the UPN {UPN} are not the code of a local authority",
		do:    "Check the UPN against the school’s record",
		needs: "ChildIdentifiers.UPN",
		from:  "2023-24",
		check: upnAuthority(nil),
	},
	{
		code:  "1530",
		title: "Characters 2 to 4 of the UPN are not a local authority",
		what:  "Characters 2 to 4 of the UPN {UPN} are not the code of a local authority",
		do:    "Check the UPN against the school’s record",
		needs: "ChildIdentifiers.UPN",
		to:    "2022-23",
		check: upnAuthority([]int{942, 943}), // Cumberland, Westmorland and Furness: from April 2023
	},
	{
		code:  "1540",
		title: "Characters 5 to 12 of the UPN must be numbers",
		what:  "Characters 5 to 12 of the UPN {UPN} are not all numbers",
		do:    "Check the UPN against the school’s record. A letter O may stand for a nought",
		needs: "ChildIdentifiers.UPN",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if upn := i.UPN.s; i.UPN.Present() && (len(upn) < 12 || !allDigits(upn[4:12])) {
					f.Add(i.At("UPN"))
				}
			}
		},
	},
	{
		code:  "1550",
		title: "The UPN must have 13 characters and end as a UPN ends",
		what:  "The UPN {UPN} has not 13 characters, or the last is not a number or a letter other than I, O and S",
		do:    "Check the length and the last character of the UPN",
		needs: "ChildIdentifiers.UPN",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if upn := i.UPN.s; i.UPN.Present() && (len(upn) != 13 || !upnEnd(upn[12])) {
					f.Add(i.At("UPN"))
				}
			}
		},
	},
	{
		code:  "1560Q",
		title: "The former UPN does not have the shape of a UPN",
		what:  "The former UPN {FormerUPN} is not a letter, 11 numbers, and a number or letter at the end",
		do:    "Check the former UPN. If it is right, explain why",
		needs: "ChildIdentifiers.FormerUPN",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if _, ok := datatype.ParseUPN(i.FormerUPN.s); i.FormerUPN.Present() && !ok {
					f.Add(i.At("FormerUPN"))
				}
			}
		},
	},
	{
		code:  "1570",
		title: "The local child ID must be 20 characters or less",
		what:  "The local child ID {LAchildID} is longer than 20 characters",
		do:    "Use the ID of your case system, in 20 characters or less",
		needs: "ChildIdentifiers.LAchildID",
		from:  "2024-25",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if len([]rune(i.LAchildID.s)) > 20 {
					f.Add(i.At("LAchildID"))
				}
			}
		},
	},
	{
		code:  "1580",
		title: "The local child ID must only include letters and numbers",
		what:  "The local child ID {LAchildID} includes something other than letters and numbers",
		do:    "Take out spaces, dashes and other signs",
		needs: "ChildIdentifiers.LAchildID",
		from:  "2024-25",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.LAchildID.Present() && !alphanumeric(i.LAchildID.s) {
					f.Add(i.At("LAchildID"))
				}
			}
		},
	},
	{
		code:  "8500",
		title: "Enter the local child ID",
		what:  "The child has no local child ID",
		do:    "Enter the ID that your case system gives this child",
		needs: "ChildIdentifiers.LAchildID",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.LAchildID.Missing() {
					f.Add(i.At("LAchildID"))
				}
			}
		},
	},
	{
		code:  "4180",
		title: "Select the child’s sex: M, F or U",
		what:  "The child’s sex is {Sex}",
		do:    "Select M, F, or U when it is not known",
		needs: "ChildIdentifiers.Sex",
		from:  "2024-25",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if !i.Sex.In(sexes) {
					f.Add(i.At("Sex"))
				}
			}
		},
	},
	{
		code:  "4180",
		title: "Select the child’s gender: 0, 1, 2 or 9",
		what:  "The child’s gender is {GenderCurrent}",
		do:    "Select 1 for male, 2 for female, 9 for not specified or 0 when it is not known",
		needs: "ChildIdentifiers.GenderCurrent",
		to:    "2023-24",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if !i.GenderCurrent.In(genders) {
					f.Add(i.At("GenderCurrent"))
				}
			}
		},
	},
	{
		code:  "8750",
		title: "The sex of a child who is not born yet must be U",
		what:  "The child is not born yet, and the sex is {Sex}",
		do:    "Select U, not yet known. If the child is born, enter the date of birth",
		needs: "ChildIdentifiers.ExpectedPersonBirthDate",
		also:  "ChildIdentifiers.PersonBirthDate ChildIdentifiers.Sex",
		from:  "2024-25",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.unborn() && !i.Sex.Is("U") {
					f.Add(i.At("Sex"), i.At("PersonBirthDate"), i.At("ExpectedPersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8750",
		title: "The gender of a child who is not born yet must be 0",
		what:  "The child is not born yet, and the gender is {GenderCurrent}",
		do:    "Select 0, not known. If the child is born, enter the date of birth",
		needs: "ChildIdentifiers.ExpectedPersonBirthDate",
		also:  "ChildIdentifiers.PersonBirthDate ChildIdentifiers.GenderCurrent",
		to:    "2023-24",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.unborn() && !i.GenderCurrent.Is("0") {
					f.Add(i.At("GenderCurrent"), i.At("PersonBirthDate"), i.At("ExpectedPersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8770Q",
		title: "A child of school age has no UPN",
		what:  "The child is of school age and has no UPN, or the reason given is that the child is too young",
		do:    "Enter the UPN or another reason why there is none. If it is right, explain why",
		needs: "ChildIdentifiers.PersonBirthDate CINdetails.ReferralNFA Header.ReferenceDate",
		also:  "ChildIdentifiers.UPN ChildIdentifiers.UPNunknown",
		check: func(r *Record, f *Found) {
			if !r.furtherAction() {
				return
			}
			for i := range each(r.Identifiers) {
				if r.Period.ofSchoolAge(i.PersonBirthDate) && i.UPN.Missing() &&
					(i.UPNunknown.Is("UN1") || !i.UPNunknown.In(upnUnknownReasons)) {
					f.Add(i.At("UPN"), i.At("UPNunknown"))
				}
			}
		},
	},
	{
		code:  "8772",
		title: "UN7 is only for referrals with no further action",
		what:  "The reason for no UPN is UN7, and at least one referral led to further action",
		do:    "Enter the UPN or another reason, or check the answer about further action",
		needs: "ChildIdentifiers.UPNunknown",
		also:  "CINdetails.ReferralNFA",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if !i.UPNunknown.Is("UN7") {
					continue
				}
				places := places{i.At("UPNunknown")}
				for d := range r.referrals() {
					if !d.ReferralNFA.True() {
						places = append(places, d.At("ReferralNFA"))
					}
				}
				if len(places) > 1 {
					f.Add(places...)
				}
			}
		},
	},
}

// upnAuthority checks characters 2 to 4 of a UPN of the right length.
func upnAuthority(except []int) func(*Record, *Found) {
	return func(r *Record, f *Found) {
		for i := range each(r.Identifiers) {
			if upn := i.UPN.s; i.UPN.Present() && len(upn) == 13 && !isAuthority(upn[1:4], except) {
				f.Add(i.At("UPN"))
			}
		}
	}
}

func isAuthority(code string, except []int) bool {
	if !allDigits(code) {
		return false
	}
	n, _ := strconv.Atoi(code)
	for _, e := range except {
		if n == e {
			return false
		}
	}
	for _, r := range upnAuthorities {
		if r[0] <= n && n <= r[1] {
			return true
		}
	}
	return false
}

// upnEnd reports a digit or a capital other than I, O and S.
func upnEnd(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' && c != 'I' && c != 'O' && c != 'S'
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func alphanumeric(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// unborn reports an expected date of birth without a date of birth.
func (i *Identifiers) unborn() bool {
	return i.ExpectedPersonBirthDate.Present() && i.PersonBirthDate.Missing()
}

// furtherAction reports at least one referral that led to further action.
func (c *Child) furtherAction() bool {
	for d := range c.referrals() {
		if d.ReferralNFA.False() {
			return true
		}
	}
	return false
}

// ofSchoolAge reports that a child born on d was five when the school year of
// the reference date began, so is of compulsory school age all through it.
func (p *Period) ofSchoolAge(d Date) bool {
	if d.Missing() || p.End.Missing() {
		return false
	}
	y, m, _ := p.End.day.Civil()
	if m < 9 {
		y--
	}
	return d.day <= datatype.MustDate(y-5, 8, 31)
}
