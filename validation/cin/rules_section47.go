package cin

// Section 47 enquiries and the initial child protection conference.
var section47Rules = []rule{
	{
		code:  "1104",
		title: "The conference is before the referral",
		what:  "The initial child protection conference, {DateOfInitialCPC}, is before the referral date, {CINreferralDate}",
		do:    "Check both dates. The conference must be on or after the referral date",
		needs: "Section47.DateOfInitialCPC CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for s := range each(d.Section47) {
					if s.DateOfInitialCPC.Before(d.CINreferralDate) {
						f.Add(s.At("DateOfInitialCPC"), d.At("CINreferralDate"))
					}
				}
			}
		},
	},
	{
		code:  "2889",
		title: "A section 47 enquiry starts before the referral",
		what:  "The enquiry starts on {S47ActualStartDate}, before the referral date, {CINreferralDate}",
		do:    "Check both dates. The enquiry must start on or after the referral date",
		needs: "Section47.S47ActualStartDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for s := range each(d.Section47) {
					if s.S47ActualStartDate.Before(d.CINreferralDate) {
						f.Add(s.At("S47ActualStartDate"), d.At("CINreferralDate"))
					}
				}
			}
		},
	},
	{
		code:  "2884",
		title: "The conference is recorded in two places",
		what:  "The conference of {DateOfInitialCPC} stands with the section 47 enquiry and with the referral",
		do:    "Keep it in one place: with the enquiry when there was one",
		needs: "CINdetails.DateOfInitialCPC Section47.DateOfInitialCPC",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				for d := range r.referrals() {
					if s.DateOfInitialCPC.SameDay(d.DateOfInitialCPC) {
						f.Add(d.At("DateOfInitialCPC"), s.At("DateOfInitialCPC"))
					}
				}
			}
		},
	},
	{
		code:  "8615",
		title: "An enquiry must start on or before its conference",
		what:  "The conference is on {DateOfInitialCPC}, and the enquiry starts on {S47ActualStartDate}",
		do:    "Enter the date that the enquiry started, on or before the conference",
		needs: "Section47.DateOfInitialCPC",
		also:  "Section47.S47ActualStartDate",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if s.DateOfInitialCPC.Present() && !s.S47ActualStartDate.OnOrBefore(s.DateOfInitialCPC) {
					f.Add(s.At("S47ActualStartDate"), s.At("DateOfInitialCPC"))
				}
			}
		},
	},
	{
		code:     "8675Q",
		title:    "No conference more than 15 working days after the enquiry",
		what:     "The enquiry started on {S47ActualStartDate}, more than 15 working days before {to}, and no conference date is recorded",
		do:       "Enter the date of the conference, or say that none was needed. If it is still to come, explain why",
		needs:    "Section47.S47ActualStartDate Section47.ICPCnotRequired Header.ReferenceDate",
		also:     "Section47.DateOfInitialCPC",
		workdays: true,
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if s.DateOfInitialCPC.Missing() && s.ICPCnotRequired.False() && s.S47ActualStartDate.Before(r.Period.Back15) {
					f.Add(s.At("DateOfInitialCPC"), s.At("S47ActualStartDate"), s.At("ICPCnotRequired"))
				}
			}
		},
	},
	{
		code:  "8715",
		title: "The conference is outside the census year",
		what:  "The initial child protection conference, {DateOfInitialCPC}, is not between {from} and {to}",
		do:    "Check the date of the conference",
		needs: "Section47.DateOfInitialCPC Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if r.Period.Excludes(s.DateOfInitialCPC) {
					f.Add(s.At("DateOfInitialCPC"))
				}
			}
		},
	},
	{
		code:  "8740",
		title: "An open enquiry starts outside the census year",
		what:  "The enquiry has had no conference and starts on {S47ActualStartDate}, not between {from} and {to}",
		do:    "Enter the date of the conference, say that none was needed, or check the start date",
		needs: "Section47.S47ActualStartDate Section47.ICPCnotRequired Header.ReferenceDate",
		also:  "Section47.DateOfInitialCPC",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if s.DateOfInitialCPC.Missing() && s.ICPCnotRequired.False() && r.Period.Excludes(s.S47ActualStartDate) {
					f.Add(s.At("S47ActualStartDate"), s.At("DateOfInitialCPC"), s.At("ICPCnotRequired"))
				}
			}
		},
	},
	{
		code:  "8839",
		title: "Two or more enquiries of one referral are open",
		what:  "More than one section 47 enquiry of the referral has no conference date and is not marked as needing none",
		do:    "Enter the date of the earlier conference, or say that none was needed",
		needs: "Section47",
		also:  "Section47.DateOfInitialCPC Section47.ICPCnotRequired",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				var at places
				for s := range each(d.Section47) {
					if s.open() {
						at = append(at, s.At("DateOfInitialCPC"))
					}
				}
				if len(at) > 1 {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "8870Q",
		title: "The target date for the conference is at a weekend",
		what:  "The target date, {InitialCPCtarget}, is a Saturday or Sunday",
		do:    "Change the target date. If it is right, explain why",
		needs: "Section47.InitialCPCtarget",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if s.InitialCPCtarget.Weekend() {
					f.Add(s.At("InitialCPCtarget"))
				}
			}
		},
	},
	{
		code:  "8875",
		title: "The conference date must be a weekday",
		what:  "The conference date, {DateOfInitialCPC}, is a Saturday or Sunday",
		do:    "Check the date of the conference",
		needs: "Section47.DateOfInitialCPC",
		check: func(r *Record, f *Found) {
			for s := range r.enquiries() {
				if s.DateOfInitialCPC.Weekend() {
					f.Add(s.At("DateOfInitialCPC"))
				}
			}
		},
	},
	{
		code:  "8890",
		title: "A section 47 enquiry starts while another is open",
		what:  "The enquiry of {S47ActualStartDate} starts while the one of {S47ActualStartDate.2} is open",
		do:    "Check the start and conference dates of both enquiries",
		needs: "Section47.S47ActualStartDate",
		also:  "Section47.DateOfInitialCPC Section47.ICPCnotRequired Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for s, o := range others(d.Section47) {
					if (o.DateOfInitialCPC.Present() || o.open()) && r.Period.lasts(s.S47ActualStartDate, o.S47ActualStartDate, o.DateOfInitialCPC) {
						f.Add(s.At("S47ActualStartDate"), o.At("S47ActualStartDate"))
					}
				}
			}
		},
	},
}
