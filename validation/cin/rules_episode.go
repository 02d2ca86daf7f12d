package cin

import "recordwell/validation"

// A referral against the others of the child, and against all that hangs on it.
var episodeRules = []rule{
	{
		code:  "8590",
		title: "The child has no referral",
		what:  "The child is in the return and no CIN episode is recorded",
		do:    "Add the referral, or take the child out of the return",
		needs: "ChildIdentifiers CINdetails",
		check: func(r *Record, f *Found) {
			for range r.referrals() {
				return
			}
			for i := range each(r.Identifiers) {
				f.Add(i.At(rowItself))
			}
		},
	},
	{
		code:  "2990",
		title: "Activity on a case closed after assessment",
		what:  "The case closed after assessment (RC8 or RC9), and an enquiry, a conference or a plan is recorded",
		do:    "Change the reason for closing, or take out the enquiry, conference or plan",
		needs: "CINdetails.ReasonForClosure",
		also:  "CINdetails.DateOfInitialCPC Section47 ChildProtectionPlans CINplanDates",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if !d.ReasonForClosure.Is("RC8", "RC9") {
					continue
				}
				at := places{d.At("DateOfInitialCPC")}
				for s := range each(d.Section47) {
					at = append(at, s.At(rowItself))
				}
				for p := range d.cpps() {
					at = append(at, p.At(rowItself))
				}
				for p := range each(d.Plans) {
					at = append(at, p.At(rowItself))
				}
				if len(at) > 1 || d.DateOfInitialCPC.Present() {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "2991Q",
		title: "A section 47 enquiry without an assessment",
		what:  "A section 47 enquiry is recorded, and the episode has no assessment",
		do:    "Add the assessment. If there was none, explain why",
		needs: "Section47 Assessments",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				if len(d.Assessments) > 0 {
					continue
				}
				var at places
				for s := range each(d.Section47) {
					at = append(at, s.At(rowItself))
				}
				if len(at) > 0 {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "8565",
		title: "Activity is shown after the case closed",
		what:  "The case closed on {CINclosureDate}, and something on it is dated later",
		do:    "Check the date the case closed, and the dates of its assessments, enquiries and plans",
		needs: "CINdetails.CINclosureDate",
		also: "CINdetails.DateOfInitialCPC Assessments.AssessmentActualStartDate Assessments.AssessmentAuthorisationDate " +
			"Section47.S47ActualStartDate Section47.DateOfInitialCPC ChildProtectionPlans.CPPendDate " +
			"CINplanDates.CINPlanStartDate CINplanDates.CINPlanEndDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if at := d.afterClosure(); len(at) > 0 || d.DateOfInitialCPC.After(d.CINclosureDate) {
					f.Add(append(at, d.At("CINclosureDate"), d.At("DateOfInitialCPC"))...)
				}
			}
		},
	},
	{
		code:  "8815",
		title: "The child has more than one open episode",
		what:  "More than one episode that led to further action has no closing date",
		do:    "Enter the date that the earlier episode closed",
		needs: "CINdetails.ReferralNFA",
		also:  "CINdetails.CINclosureDate",
		check: func(r *Record, f *Found) {
			var at places
			for d := range r.referrals() {
				if d.open() {
					at = append(at, d.At("CINclosureDate"))
				}
			}
			if len(at) > 1 {
				f.Add(at...)
			}
		},
	},
	{
		code:  "8816",
		title: "An open episode is not the latest one",
		what:  "The episode of {CINreferralDate} is open, and there is one of {CINreferralDate.2}",
		do:    "Enter the date that the episode closed, or check the referral dates",
		needs: "CINdetails.ReferralNFA CINdetails.CINreferralDate",
		also:  "CINdetails.CINclosureDate",
		check: func(r *Record, f *Found) {
			for i := range r.Details {
				d := &r.Details[i]
				if d.Orphan || !d.open() {
					continue
				}
				var latest *Details
				for j := range r.Details {
					o := &r.Details[j]
					if j != i && o.CINreferralDate.OnOrAfter(d.CINreferralDate) && (latest == nil || o.CINreferralDate.After(latest.CINreferralDate)) {
						latest = o
					}
				}
				if latest != nil {
					f.Add(d.At("CINreferralDate"), latest.At("CINreferralDate"))
				}
			}
		},
	},
	{
		code:  "8820",
		title: "Two episodes of the child overlap",
		what:  "The referral of {CINreferralDate} falls within the episode that started on {CINreferralDate.2}",
		do:    "Check when the earlier episode closed and the later one started",
		needs: "CINdetails.CINreferralDate",
		also:  "CINdetails.CINclosureDate CINdetails.ReferralNFA Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for d, o := range others(r.Details) {
				if (o.CINclosureDate.Present() || o.ReferralNFA.False()) && r.Period.lastsUntil(d.CINreferralDate, o.CINreferralDate, o.CINclosureDate) {
					f.Add(d.At("CINreferralDate"), o.At("CINreferralDate"), o.At("CINclosureDate"))
				}
			}
		},
	},
	{
		code:  "8825Q",
		title: "The case closed after assessment, but there is no assessment",
		what:  "The reason for closing is {ReasonForClosure}, closed after assessment, and no assessment is recorded",
		do:    "Add the assessment or change the reason. If it is right, explain why",
		needs: "CINdetails.ReasonForClosure Assessments",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.ReasonForClosure.Is("RC8", "RC9") && len(d.Assessments) == 0 {
					f.Add(d.At("ReasonForClosure"))
				}
			}
		},
	},
	{
		code:  "8831",
		title: "Activity on a referral with no further action",
		what:  "The referral led to no further action, and an assessment, enquiry or conference is recorded",
		do:    "Change the answer about further action, or take out what is recorded by mistake",
		needs: "CINdetails.ReferralNFA",
		also: "CINdetails.DateOfInitialCPC Assessments.AssessmentActualStartDate Assessments.AssessmentAuthorisationDate " +
			"Section47.S47ActualStartDate Section47.DateOfInitialCPC",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if !d.ReferralNFA.True() {
					continue
				}
				at := places{d.At("DateOfInitialCPC")}
				for a := range each(d.Assessments) {
					if a.AssessmentActualStartDate.Present() || a.AssessmentAuthorisationDate.Present() {
						at = append(at, a.At(rowItself))
					}
				}
				for s := range each(d.Section47) {
					if s.S47ActualStartDate.Present() || s.DateOfInitialCPC.Present() {
						at = append(at, s.At(rowItself))
					}
				}
				if len(at) > 1 || d.DateOfInitialCPC.Present() {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "8867",
		title: "The case closed, but an assessment is not finished",
		what:  "The case closed on {CINclosureDate}, and an assessment has no end date",
		do:    "Enter the date that the assessment ended",
		needs: "CINdetails.CINclosureDate Assessments",
		also:  "Assessments.AssessmentAuthorisationDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for a := range each(d.Assessments) {
					if d.CINclosureDate.Present() && a.AssessmentAuthorisationDate.Missing() {
						f.Add(a.At("AssessmentAuthorisationDate"), d.At("CINclosureDate"))
					}
				}
			}
		},
	},
	{
		code:  "8868",
		title: "The case closed, but an enquiry is not finished",
		what:  "The case closed on {CINclosureDate}. A section 47 enquiry has no conference date and is not marked as needing none",
		do:    "Enter the date of the conference, or say that none was needed",
		needs: "CINdetails.CINclosureDate Section47",
		also:  "Section47.DateOfInitialCPC Section47.ICPCnotRequired",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for s := range each(d.Section47) {
					if d.CINclosureDate.Present() && s.open() {
						f.Add(s.At("DateOfInitialCPC"), s.At("ICPCnotRequired"), d.At("CINclosureDate"))
					}
				}
			}
		},
	},
}

// open reports an episode that goes on: further action and no closing date.
func (d *Details) open() bool { return d.CINclosureDate.Missing() && d.ReferralNFA.False() }

// afterClosure returns the dated activity after the case closed, the rows of
// other tables first. The conference of the referral itself has no place here:
// every finding names it.
func (d *Details) afterClosure() []validation.Place {
	closed := d.CINclosureDate
	at := places{}
	for a := range each(d.Assessments) {
		if a.AssessmentActualStartDate.After(closed) || a.AssessmentAuthorisationDate.After(closed) {
			at = append(at, a.At("AssessmentActualStartDate"), a.At("AssessmentAuthorisationDate"))
		}
	}
	for s := range each(d.Section47) {
		if s.S47ActualStartDate.After(closed) || s.DateOfInitialCPC.After(closed) {
			at = append(at, s.At("S47ActualStartDate"), s.At("DateOfInitialCPC"))
		}
	}
	for p := range d.cpps() {
		if p.CPPendDate.After(closed) {
			at = append(at, p.At("CPPendDate"))
		}
	}
	for p := range each(d.Plans) {
		if p.CINPlanStartDate.After(closed) || p.CINPlanEndDate.After(closed) {
			at = append(at, p.At("CINPlanStartDate"), p.At("CINPlanEndDate"))
		}
	}
	return at
}
