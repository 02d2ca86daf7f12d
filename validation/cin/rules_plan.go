package cin

// Child in need plans: CINplanDates.
var planRules = []rule{
	{
		code:  "4000",
		title: "A child in need plan on a referral with no further action",
		what:  "The referral led to no further action, and a child in need plan is recorded",
		do:    "Change the answer about further action, or take out the plan",
		needs: "CINdetails.ReferralNFA CINplanDates",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if !d.ReferralNFA.True() || len(d.Plans) == 0 {
					continue
				}
				at := places{d.At("ReferralNFA")}
				for p := range each(d.Plans) {
					at = append(at, p.At(rowItself))
				}
				f.Add(at...)
			}
		},
	},
	{
		code:  "4001",
		title: "A child in need plan and a child protection plan are both open",
		what:  "A child in need plan and a child protection plan of the same referral have no end date",
		do:    "Enter the date that one of them ended",
		needs: "CINplanDates ChildProtectionPlans",
		also:  "CINplanDates.CINPlanEndDate ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for p := range each(d.Plans) {
					for c := range d.cpps() {
						if p.CINPlanEndDate.Missing() && c.CPPendDate.Missing() {
							f.Add(p.At("CINPlanEndDate"), c.At("CPPendDate"))
						}
					}
				}
			}
		},
	},
	{
		code:  "4003",
		title: "A review was held while a child in need plan was open",
		what:  "The review of {CPPreviewDate} falls within the child in need plan that starts on {CINPlanStartDate}",
		do:    "Check the date of the review and the dates of both plans",
		needs: "Reviews.CPPreviewDate CINplanDates.CINPlanStartDate",
		also:  "CINplanDates.CINPlanEndDate ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for c := range each(d.CPPs) {
					for v := range each(c.Reviews) {
						if v.CPPreviewDate.SameDay(c.CPPendDate) {
							continue
						}
						for p := range each(d.Plans) {
							if v.CPPreviewDate.Before(p.CINPlanStartDate) || v.CPPreviewDate.After(p.CINPlanEndDate) ||
								v.CPPreviewDate.Missing() || p.CINPlanStartDate.Missing() {
								continue
							}
							at := places{v.At("CPPreviewDate"), p.At("CINPlanStartDate")}
							if !c.Orphan {
								at = append(at, c.At("CPPendDate"))
							}
							f.Add(at...)
						}
					}
				}
			}
		},
	},
	{
		code:  "4004",
		title: "The child has more than one open child in need plan",
		what:  "More than one child in need plan has no end date",
		do:    "Enter the date that the earlier plan ended",
		needs: "CINplanDates",
		also:  "CINplanDates.CINPlanEndDate",
		check: func(r *Record, f *Found) {
			var at places
			for p := range r.plans() {
				if p.CINPlanEndDate.Missing() {
					at = append(at, p.At("CINPlanEndDate"))
				}
			}
			if len(at) > 1 {
				f.Add(at...)
			}
		},
	},
	{
		code:  "4010",
		title: "The start of a child in need plan is missing or too late",
		what:  "The plan starts on {CINPlanStartDate}. It must start on or before {to}",
		do:    "Enter the date that the plan started",
		needs: "CINplanDates.CINPlanStartDate",
		also:  "Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				if p.CINPlanStartDate.Missing() || p.CINPlanStartDate.After(r.Period.End) {
					f.Add(p.At("CINPlanStartDate"))
				}
			}
		},
	},
	{
		code:  "4011",
		title: "A child in need plan ends before it starts",
		what:  "The plan starts on {CINPlanStartDate} and ends on {CINPlanEndDate}",
		do:    "Check both dates. It must end on or after the day that it starts",
		needs: "CINplanDates.CINPlanStartDate CINplanDates.CINPlanEndDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				if p.CINPlanEndDate.Before(p.CINPlanStartDate) {
					f.Add(p.At("CINPlanEndDate"), p.At("CINPlanStartDate"))
				}
			}
		},
	},
	{
		code:  "4012Q",
		title: "A child in need plan starts and ends on the same day",
		what:  "The plan starts and ends on {CINPlanStartDate}",
		do:    "Check both dates. If they are right, explain why",
		needs: "CINplanDates.CINPlanStartDate CINplanDates.CINPlanEndDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				if p.CINPlanStartDate.SameDay(p.CINPlanEndDate) {
					f.Add(p.At("CINPlanStartDate"), p.At("CINPlanEndDate"))
				}
			}
		},
	},
	{
		code:  "4013",
		title: "A child in need plan ends outside the census year",
		what:  "The plan ends on {CINPlanEndDate}, which is not between {from} and {to}",
		do:    "Check the end date. Leave out plans that ended before the census year",
		needs: "CINplanDates.CINPlanEndDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				if r.Period.Excludes(p.CINPlanEndDate) {
					f.Add(p.At("CINPlanEndDate"))
				}
			}
		},
	},
	{
		code:  "4014",
		title: "Two child in need plans overlap",
		what:  "The plan of {CINPlanStartDate} starts within the plan of {CINPlanStartDate.2}",
		do:    "Check when the earlier plan ended and the later one started",
		needs: "CINplanDates.CINPlanStartDate",
		also:  "CINplanDates.CINPlanEndDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				for o := range r.plans() {
					if p != o && r.Period.lasts(p.CINPlanStartDate, o.CINPlanStartDate, o.CINPlanEndDate) {
						f.Add(p.At("CINPlanStartDate"), o.At("CINPlanStartDate"), o.At("CINPlanEndDate"))
					}
				}
			}
		},
	},
	{
		code:  "4015",
		title: "A child in need plan starts before the referral",
		what:  "The plan starts on {CINPlanStartDate}, before the referral date, {CINreferralDate}",
		do:    "Check both dates. The plan must start on or after the referral date",
		needs: "CINplanDates.CINPlanStartDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for p := range each(d.Plans) {
					if p.CINPlanStartDate.Before(d.CINreferralDate) {
						f.Add(p.At("CINPlanStartDate"), d.At("CINreferralDate"))
					}
				}
			}
		},
	},
	{
		code:  "4016",
		title: "A child in need plan starts during a child protection plan",
		what:  "The child in need plan starts on {CINPlanStartDate}. A child protection plan is open from {CPPstartDate}",
		do:    "End the child protection plan before the child in need plan starts, on the same day at the latest",
		needs: "CINplanDates.CINPlanStartDate ChildProtectionPlans.CPPstartDate",
		also:  "ChildProtectionPlans.CPPendDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.plans() {
				for c := range r.protectionPlans() {
					if r.Period.lastsUntil(p.CINPlanStartDate, c.CPPstartDate, c.CPPendDate) {
						f.Add(p.At("CINPlanStartDate"), c.At("CPPstartDate"), c.At("CPPendDate"))
					}
				}
			}
		},
	},
	{
		code:  "4017",
		title: "A child protection plan starts during a child in need plan",
		what:  "The child protection plan starts on {CPPstartDate}. A child in need plan is open from {CINPlanStartDate}",
		do:    "End the child in need plan before the child protection plan starts, on the same day at the latest",
		needs: "ChildProtectionPlans.CPPstartDate CINplanDates.CINPlanStartDate",
		also:  "CINplanDates.CINPlanEndDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for c := range r.protectionPlans() {
				for p := range r.plans() {
					if r.Period.lastsUntil(c.CPPstartDate, p.CINPlanStartDate, p.CINPlanEndDate) {
						f.Add(c.At("CPPstartDate"), p.At("CINPlanStartDate"), p.At("CINPlanEndDate"))
					}
				}
			}
		},
	},
}
