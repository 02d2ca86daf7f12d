package cin

// Birth, death and age: the dates of ChildIdentifiers.
var lifeDateRules = []rule{
	{
		code:  "8520",
		title: "The date of birth is after the census year",
		what:  "The date of birth, {PersonBirthDate}, is after the census year ends on {to}",
		do:    "Check the date of birth. A child who is not born yet has an expected date of birth only",
		needs: "ChildIdentifiers.PersonBirthDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.PersonBirthDate.After(r.Period.End) {
					f.Add(i.At("PersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8525Q",
		title: "Enter a date of birth or an expected date of birth, not both",
		what:  "The date of birth is {PersonBirthDate} and the expected date of birth is {ExpectedPersonBirthDate}",
		do:    "Keep the one that applies. If it is right, explain why",
		needs: "ChildIdentifiers.PersonBirthDate|ChildIdentifiers.ExpectedPersonBirthDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.PersonBirthDate.Present() == i.ExpectedPersonBirthDate.Present() {
					f.Add(i.At("PersonBirthDate"), i.At("ExpectedPersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8530Q",
		title: "The expected date of birth is far from the end of the census year",
		what:  "The expected date of birth, {ExpectedPersonBirthDate}, is not between 30 days before and 9 months after {to}",
		do:    "Check the date. If the child is born, enter the date of birth. If it is right, explain why",
		needs: "ChildIdentifiers.ExpectedPersonBirthDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			earliest, latest := r.Period.End.AddDays(-30), r.Period.End.AddMonths(9)
			for i := range each(r.Identifiers) {
				if due := i.ExpectedPersonBirthDate; due.Before(earliest) || due.After(latest) {
					f.Add(i.At("ExpectedPersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8535Q",
		title: "The date of death is before the date of birth",
		what:  "The date of death is {PersonDeathDate} and the date of birth is {PersonBirthDate}",
		do:    "Check both dates. If they are right, explain why",
		needs: "ChildIdentifiers.PersonDeathDate",
		also:  "ChildIdentifiers.PersonBirthDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if i.PersonDeathDate.Present() && !i.PersonDeathDate.OnOrAfter(i.PersonBirthDate) {
					f.Add(i.At("PersonDeathDate"), i.At("PersonBirthDate"))
				}
			}
		},
	},
	{
		code:  "8545Q",
		title: "The date of death is outside the census year",
		what:  "The date of death, {PersonDeathDate}, is not between {from} and {to}",
		do:    "Check the date of death. If it is right, explain why",
		needs: "ChildIdentifiers.PersonDeathDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if r.Period.Excludes(i.PersonDeathDate) {
					f.Add(i.At("PersonDeathDate"))
				}
			}
		},
	},
	{
		code:  "8775Q",
		title: "The child is over 25 years old",
		what:  "The child was born on {PersonBirthDate}, and the case was still open after the 25th birthday",
		do:    "Check the date of birth and the date the case closed. If they are right, explain why",
		needs: "ChildIdentifiers.PersonBirthDate Header.ReferenceDate",
		also:  "CINdetails.CINclosureDate CINdetails",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				if !i.PersonBirthDate.Before(r.Period.End.AddYears(-25)) {
					continue
				}
				for d := range r.referrals() {
					if d.CINclosureDate.Missing() || d.CINclosureDate.After(i.PersonBirthDate.AddYears(25)) {
						f.Add(i.At("PersonBirthDate"), d.At("CINclosureDate"))
					}
				}
			}
		},
	},
	{
		code:  "4008",
		title: "A child in need plan starts after the child’s death",
		what:  "The plan starts on {CINPlanStartDate}, after the date of death, {PersonDeathDate}",
		do:    "Check both dates. The plan must start on or before the date of death",
		needs: "ChildIdentifiers.PersonDeathDate CINplanDates.CINPlanStartDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for p := range r.plans() {
					if p.CINPlanStartDate.After(i.PersonDeathDate) {
						f.Add(p.At("CINPlanStartDate"), i.At("PersonDeathDate"))
					}
				}
			}
		},
	},
	{
		code:  "4009Q",
		title: "A child in need plan ends after the child’s death",
		what:  "The plan ends on {CINPlanEndDate}, after the date of death, {PersonDeathDate}",
		do:    "Check both dates. If they are right, explain why",
		needs: "ChildIdentifiers.PersonDeathDate CINplanDates.CINPlanEndDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for p := range r.plans() {
					if p.CINPlanEndDate.After(i.PersonDeathDate) {
						f.Add(p.At("CINPlanEndDate"), i.At("PersonDeathDate"))
					}
				}
			}
		},
	},
	{
		code:  "8555Q",
		title: "The child was referred after the date of death",
		what:  "The referral date, {CINreferralDate}, is after the date of death, {PersonDeathDate}",
		do:    "Check both dates. If they are right, explain why",
		needs: "ChildIdentifiers.PersonDeathDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for d := range r.referrals() {
					if d.CINreferralDate.After(i.PersonDeathDate) {
						f.Add(d.At("CINreferralDate"), i.At("PersonDeathDate"))
					}
				}
			}
		},
	},
	{
		code:  "8585Q",
		title: "The case closed because the child died, but no date of death",
		what:  "The case closed with reason RC2, died, and there is no date of death",
		do:    "Enter the date of death or change the reason. If it is right, explain why",
		needs: "CINdetails.ReasonForClosure",
		also:  "ChildIdentifiers.PersonDeathDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for d := range r.referrals() {
					if d.ReasonForClosure.Is("RC2") && i.PersonDeathDate.Missing() {
						f.Add(i.At("PersonDeathDate"), d.At("ReasonForClosure"))
					}
				}
			}
		},
	},
	{
		code:  "8606",
		title: "The referral is more than 40 weeks before the birth",
		what:  "The referral date, {CINreferralDate}, is more than 280 days before the child’s birth or expected birth",
		do:    "Check the referral date and the date of birth or expected date of birth",
		needs: "CINdetails.CINreferralDate ChildIdentifiers.PersonBirthDate|ChildIdentifiers.ExpectedPersonBirthDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for d := range r.referrals() {
					if d.CINreferralDate.Before(i.PersonBirthDate.AddDays(-280)) || d.CINreferralDate.Before(i.ExpectedPersonBirthDate.AddDays(-280)) {
						f.Add(d.At("CINreferralDate"), i.At("PersonBirthDate"), i.At("ExpectedPersonBirthDate"))
					}
				}
			}
		},
	},
	{
		code:  "8915",
		title: "A child protection plan starts after the child’s death",
		what:  "The plan starts on {CPPstartDate}, after the date of death, {PersonDeathDate}",
		do:    "Check both dates. The plan must start on or before the date of death",
		needs: "ChildIdentifiers.PersonDeathDate ChildProtectionPlans.CPPstartDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for p := range r.protectionPlans() {
					if p.CPPstartDate.After(i.PersonDeathDate) {
						f.Add(p.At("CPPstartDate"), i.At("PersonDeathDate"))
					}
				}
			}
		},
	},
	{
		code:  "8920",
		title: "A child protection plan ends after the child’s death",
		what:  "The plan ends on {CPPendDate}, after the date of death, {PersonDeathDate}",
		do:    "Check both dates. The plan must end on or before the date of death",
		needs: "ChildIdentifiers.PersonDeathDate ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			for i := range each(r.Identifiers) {
				for p := range r.protectionPlans() {
					if p.CPPendDate.After(i.PersonDeathDate) {
						f.Add(p.At("CPPendDate"), i.At("PersonDeathDate"))
					}
				}
			}
		},
	},
}
