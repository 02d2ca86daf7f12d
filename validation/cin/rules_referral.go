package cin

import "recordwell/validation/datatype"

// since2013 is when the source of a referral became a required code.
var since2013 = NewDate(datatype.MustDate(2013, 4, 1))

// One referral by itself: CINdetails.
var referralRules = []rule{
	{
		code:  "8568",
		title: "Say if the referral led to no further action",
		what:  "The answer to no further action is {ReferralNFA}",
		do:    "Select yes (1, true) or no (0, false)",
		needs: "CINdetails.ReferralNFA",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if !d.ReferralNFA.True() && !d.ReferralNFA.False() {
					f.Add(d.At("ReferralNFA"))
				}
			}
		},
	},
	{
		code:     "8569Q",
		title:    "An old referral cannot be one with no further action",
		what:     "The referral came more than one working day before the census year starts on {from}, and is marked as no further action",
		do:       "Check the referral date and the answer about further action. If they are right, explain why",
		needs:    "CINdetails.CINreferralDate CINdetails.ReferralNFA Header.ReferenceDate",
		workdays: true,
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.CINreferralDate.Before(r.Period.DayBefore) && d.ReferralNFA.True() {
					f.Add(d.At("ReferralNFA"))
				}
			}
		},
	},
	{
		code:  "8600",
		title: "The referral date is missing or after the census year",
		what:  "The referral date is {CINreferralDate}. It must be on or before {to}",
		do:    "Enter the date that you received the referral",
		needs: "CINdetails.CINreferralDate",
		also:  "Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.CINreferralDate.Missing() || d.CINreferralDate.After(r.Period.End) {
					f.Add(d.At("CINreferralDate"))
				}
			}
		},
	},
	{
		code:  "8610",
		title: "Select the main reason the family needs help",
		what:  "The referral led to further action and has no primary need code",
		do:    "Select the primary need code",
		needs: "CINdetails.ReferralNFA",
		also:  "CINdetails.PrimaryNeedCode",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.ReferralNFA.False() && d.PrimaryNeedCode.Missing() {
					f.Add(d.At("PrimaryNeedCode"), d.At("ReferralNFA"))
				}
			}
		},
	},
	{
		code:  "8650",
		title: "Choose the primary need from the list",
		what:  "The primary need code {PrimaryNeedCode} is not on the list",
		do:    "Choose the primary need from the list, N0 to N9",
		needs: "CINdetails.PrimaryNeedCode",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.PrimaryNeedCode.Present() && !d.PrimaryNeedCode.In(primaryNeeds) {
					f.Add(d.At("PrimaryNeedCode"))
				}
			}
		},
	},
	{
		code:  "8866",
		title: "Select who made the referral",
		what:  "The source of the referral of {CINreferralDate} is {ReferralSource}, which is not a code of the list",
		do:    "Select who made the referral",
		needs: "CINdetails.CINreferralDate",
		also:  "CINdetails.ReferralSource",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.CINreferralDate.OnOrAfter(since2013) && !d.ReferralSource.In(referralSources) {
					f.Add(d.At("ReferralSource"), d.At("CINreferralDate"))
				}
			}
		},
	},
	{
		code:  "8620",
		title: "The case closed outside the census year",
		what:  "The date the case closed, {CINclosureDate}, is not between {from} and {to}",
		do:    "Check the date the case closed. Leave out cases that closed before the census year",
		needs: "CINdetails.CINclosureDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if r.Period.Excludes(d.CINclosureDate) {
					f.Add(d.At("CINclosureDate"))
				}
			}
		},
	},
	{
		code:  "8630",
		title: "The case closed before the referral",
		what:  "The date the case closed, {CINclosureDate}, is before the referral date, {CINreferralDate}",
		do:    "Check both dates. The case must close on or after the referral date",
		needs: "CINdetails.CINclosureDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.CINclosureDate.Before(d.CINreferralDate) {
					f.Add(d.At("CINclosureDate"), d.At("CINreferralDate"))
				}
			}
		},
	},
	{
		code:  "8640",
		title: "Choose the reason for closing from the list",
		what:  "The reason for closing {ReasonForClosure} is not on the list",
		do:    "Choose the reason from the list, RC1 to RC9",
		needs: "CINdetails.ReasonForClosure",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.ReasonForClosure.Present() && !d.ReasonForClosure.In(closureReasons) {
					f.Add(d.At("ReasonForClosure"))
				}
			}
		},
	},
	{
		code:  "8805",
		title: "Select why the case closed",
		what:  "The case closed on {CINclosureDate} and there is no reason for closing",
		do:    "Select the reason, or take out the date if the case is open",
		needs: "CINdetails.CINclosureDate",
		also:  "CINdetails.ReasonForClosure",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.CINclosureDate.Present() && d.ReasonForClosure.Missing() {
					f.Add(d.At("ReasonForClosure"), d.At("CINclosureDate"))
				}
			}
		},
	},
	{
		code:  "8810",
		title: "Enter the date the case closed",
		what:  "There is a reason for closing, {ReasonForClosure}, and the date the case closed is {CINclosureDate}",
		do:    "Enter the date the case closed, or take out the reason if the case is open",
		needs: "CINdetails.ReasonForClosure",
		also:  "CINdetails.CINclosureDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.ReasonForClosure.Present() && d.CINclosureDate.Missing() {
					f.Add(d.At("CINclosureDate"), d.At("ReasonForClosure"))
				}
			}
		},
	},
}
