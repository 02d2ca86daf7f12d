package cin

// Child protection plans and their reviews.
var protectionRules = []rule{
	{
		code:  "1105",
		title: "A child protection plan starts before the referral",
		what:  "The plan starts on {CPPstartDate}, before the referral date, {CINreferralDate}",
		do:    "Check both dates. The plan must start on or after the referral date",
		needs: "ChildProtectionPlans.CPPstartDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for p := range d.cpps() {
					if p.CPPstartDate.Before(d.CINreferralDate) {
						f.Add(p.At("CPPstartDate"), d.At("CINreferralDate"))
					}
				}
			}
		},
	},
	{
		code:  "2885",
		title: "The plan does not start on the day of the conference",
		what:  "The child protection plan starts on {CPPstartDate}, and no conference of the referral was on that day",
		do:    "Check the start of the plan and the date of the conference. They must be the same",
		needs: "ChildProtectionPlans.CPPstartDate Header.ReferenceDate",
		also: "Section47.DateOfInitialCPC Section47.ICPCnotRequired Section47 " +
			"CINdetails.DateOfInitialCPC",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for p := range d.cpps() {
					if r.Period.Contains(p.CPPstartDate) && !d.conferenceOn(p.CPPstartDate) {
						f.Add(append(places{p.At("CPPstartDate")}, d.unmatchedConferences()...)...)
					}
				}
			}
		},
	},
	{
		code:  "8720",
		title: "The start of a child protection plan is missing or too late",
		what:  "The plan starts on {CPPstartDate}. It must start on or before {to}",
		do:    "Enter the date that the plan started",
		needs: "ChildProtectionPlans.CPPstartDate",
		also:  "Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if p.CPPstartDate.Missing() || p.CPPstartDate.After(r.Period.End) {
					f.Add(p.At("CPPstartDate"))
				}
			}
		},
	},
	{
		code:  "8730",
		title: "Enter how many child protection plans there were before",
		what:  "The number of previous plans is {NumberOfPreviousCPP}",
		do:    "Enter a whole number, 0 when there was none",
		needs: "ChildProtectionPlans.NumberOfPreviousCPP",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if n, ok := p.NumberOfPreviousCPP.Int(); !ok || n < 0 {
					f.Add(p.At("NumberOfPreviousCPP"))
				}
			}
		},
	},
	{
		code:  "8832",
		title: "A child protection plan on a referral with no further action",
		what:  "The referral led to no further action, and a child protection plan is recorded",
		do:    "Change the answer about further action, or take out the plan",
		needs: "CINdetails.ReferralNFA ChildProtectionPlans",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if !d.ReferralNFA.True() {
					continue
				}
				at := places{d.At("ReferralNFA")}
				for p := range d.cpps() {
					at = append(at, p.At(rowItself))
				}
				if len(at) > 1 {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "8840",
		title: "A child protection plan starts and ends on the same day",
		what:  "The plan starts and ends on {CPPstartDate}",
		do:    "Check both dates. The plan must end after the day that it starts",
		needs: "ChildProtectionPlans.CPPstartDate ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if p.CPPstartDate.SameDay(p.CPPendDate) {
					f.Add(p.At("CPPendDate"), p.At("CPPstartDate"))
				}
			}
		},
	},
	{
		code:  "8841",
		title: "A review is on or before the day the plan starts",
		what:  "The review is on {CPPreviewDate}, and the plan starts on {CPPstartDate}",
		do:    "Check both dates. A review must be after the plan starts",
		needs: "Reviews.CPPreviewDate ChildProtectionPlans.CPPstartDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				for v := range each(p.Reviews) {
					if v.CPPreviewDate.OnOrBefore(p.CPPstartDate) {
						f.Add(v.At("CPPreviewDate"), p.At("CPPstartDate"))
					}
				}
			}
		},
	},
	{
		code:  "8842Q",
		title: "Enter the date of the review",
		what:  "A review is recorded, and its date is {CPPreviewDate}",
		do:    "Enter the date. If there is none, explain why",
		needs: "Reviews.CPPreviewDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for p := range each(d.CPPs) {
					for v := range each(p.Reviews) {
						if v.CPPreviewDate.Missing() {
							f.Add(v.At("CPPreviewDate"))
						}
					}
				}
			}
		},
	},
	{
		code:  "8905",
		title: "Choose the first category of abuse from the list",
		what:  "The first category of abuse is {InitialCategoryOfAbuse}, which is not a code of the list",
		do:    "Choose NEG, PHY, SAB, EMO or MUL",
		needs: "ChildProtectionPlans.InitialCategoryOfAbuse",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if !p.InitialCategoryOfAbuse.In(abuseCategories) {
					f.Add(p.At("InitialCategoryOfAbuse"))
				}
			}
		},
	},
	{
		code:  "8910",
		title: "Choose the latest category of abuse from the list",
		what:  "The latest category of abuse is {LatestCategoryOfAbuse}, which is not a code of the list",
		do:    "Choose NEG, PHY, SAB, EMO or MUL",
		needs: "ChildProtectionPlans.LatestCategoryOfAbuse",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if !p.LatestCategoryOfAbuse.In(abuseCategories) {
					f.Add(p.At("LatestCategoryOfAbuse"))
				}
			}
		},
	},
	{
		code:  "8925",
		title: "A child protection plan ends before it starts",
		what:  "The plan starts on {CPPstartDate} and ends on {CPPendDate}",
		do:    "Check both dates. It must end after the day that it starts",
		needs: "ChildProtectionPlans.CPPstartDate ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if p.CPPendDate.Before(p.CPPstartDate) {
					f.Add(p.At("CPPendDate"), p.At("CPPstartDate"))
				}
			}
		},
	},
	{
		code:  "8930",
		title: "A child protection plan ends outside the census year",
		what:  "The plan ends on {CPPendDate}, which is not between {from} and {to}",
		do:    "Check the end date. Leave out plans that ended before the census year",
		needs: "ChildProtectionPlans.CPPendDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				if r.Period.Excludes(p.CPPendDate) {
					f.Add(p.At("CPPendDate"))
				}
			}
		},
	},
	{
		code:  "8935",
		title: "The child has more than one open child protection plan",
		what:  "More than one child protection plan has no end date",
		do:    "Enter the date that the earlier plan ended",
		needs: "ChildProtectionPlans",
		also:  "ChildProtectionPlans.CPPendDate",
		check: func(r *Record, f *Found) {
			var at places
			for p := range r.protectionPlans() {
				if p.CPPendDate.Missing() {
					at = append(at, p.At("CPPendDate"))
				}
			}
			if len(at) > 1 {
				f.Add(at...)
			}
		},
	},
	{
		code:  "8940",
		title: "Two child protection plans overlap",
		what:  "The plan of {CPPstartDate} starts within the plan of {CPPstartDate.2}",
		do:    "Check when the earlier plan ended and the later one started",
		needs: "ChildProtectionPlans.CPPstartDate",
		also:  "ChildProtectionPlans.CPPendDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for p := range r.protectionPlans() {
				for o := range r.protectionPlans() {
					if p != o && r.Period.lasts(p.CPPstartDate, o.CPPstartDate, o.CPPendDate) {
						f.Add(p.At("CPPstartDate"), o.At("CPPstartDate"), o.At("CPPendDate"))
					}
				}
			}
		},
	},
}

// conferenceOn reports an initial conference on the day: of an enquiry, or of
// the referral itself when no enquiry led to one.
func (d *Details) conferenceOn(day Date) bool {
	enquired := false
	for s := range each(d.Section47) {
		if s.ICPCnotRequired.True() {
			continue
		}
		enquired = true
		if s.DateOfInitialCPC.SameDay(day) {
			return true
		}
	}
	return !enquired && d.DateOfInitialCPC.SameDay(day)
}

// unmatchedConferences returns the conference dates that no plan of the referral
// starts on: those of the enquiries, or the referral's own when there is none.
func (d *Details) unmatchedConferences() places {
	var at places
	enquired := false
	for s := range each(d.Section47) {
		if s.ICPCnotRequired.True() {
			continue
		}
		enquired = true
		if !d.planStartsOn(s.DateOfInitialCPC) {
			at = append(at, s.At("DateOfInitialCPC"))
		}
	}
	if !enquired && !d.Orphan && !d.planStartsOn(d.DateOfInitialCPC) {
		at = append(at, d.At("DateOfInitialCPC"))
	}
	return at
}

func (d *Details) planStartsOn(day Date) bool {
	for p := range d.cpps() {
		if p.CPPstartDate.SameDay(day) {
			return true
		}
	}
	return false
}
