package cin

import "strings"

// Assessments and their factors.
var assessmentRules = []rule{
	{
		code:  "1103",
		title: "An assessment starts before the referral",
		what:  "The assessment starts on {AssessmentActualStartDate}, before the referral date, {CINreferralDate}",
		do:    "Check both dates. The assessment must start on or after the referral date",
		needs: "Assessments.AssessmentActualStartDate CINdetails.CINreferralDate",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				for a := range each(d.Assessments) {
					if a.AssessmentActualStartDate.Before(d.CINreferralDate) {
						f.Add(a.At("AssessmentActualStartDate"), d.At("CINreferralDate"))
					}
				}
			}
		},
	},
	{
		code:  "8608",
		title: "An assessment ends before it starts",
		what:  "The assessment starts on {AssessmentActualStartDate} and ends on {AssessmentAuthorisationDate}",
		do:    "Check both dates. It must end on or after the day that it starts",
		needs: "Assessments.AssessmentActualStartDate Assessments.AssessmentAuthorisationDate",
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if a.AssessmentAuthorisationDate.Before(a.AssessmentActualStartDate) {
					f.Add(a.At("AssessmentAuthorisationDate"), a.At("AssessmentActualStartDate"))
				}
			}
		},
	},
	{
		code:  "8614",
		title: "Factors are recorded for an assessment that is not finished",
		what:  "The assessment has the factors {AssessmentFactors} and its end date is {AssessmentAuthorisationDate}",
		do:    "Enter the date that the assessment ended, or take out the factors until then",
		needs: "Assessments.AssessmentFactors",
		also:  "Assessments.AssessmentAuthorisationDate",
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if a.AssessmentAuthorisationDate.Missing() && len(a.AssessmentFactors) > 0 {
					f.Add(a.At("AssessmentAuthorisationDate"), a.At("AssessmentFactors"))
				}
			}
		},
	},
	{
		code:     "8670Q",
		title:    "An assessment is open for more than 45 working days",
		what:     "The assessment started on {AssessmentActualStartDate}, more than 45 working days before {to}, and has no end date",
		do:       "Enter the date that it ended. If it is still open, explain why it takes longer",
		needs:    "Assessments.AssessmentActualStartDate Header.ReferenceDate",
		also:     "Assessments.AssessmentAuthorisationDate",
		workdays: true,
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if a.AssessmentAuthorisationDate.Missing() && a.AssessmentActualStartDate.Before(r.Period.Back45) {
					f.Add(a.At("AssessmentAuthorisationDate"), a.At("AssessmentActualStartDate"))
				}
			}
		},
	},
	{
		code:  "8696",
		title: "An assessment ends outside the census year",
		what:  "The assessment ends on {AssessmentAuthorisationDate}, which is not between {from} and {to}",
		do:    "Check the date. Leave out assessments that ended before the census year",
		needs: "Assessments.AssessmentAuthorisationDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if r.Period.Excludes(a.AssessmentAuthorisationDate) {
					f.Add(a.At("AssessmentAuthorisationDate"))
				}
			}
		},
	},
	{
		code:  "8736",
		title: "An unfinished assessment starts outside the census year",
		what:  "The assessment has no end date and starts on {AssessmentActualStartDate}, not between {from} and {to}",
		do:    "Enter the date that it ended, or check the start date",
		needs: "Assessments.AssessmentActualStartDate Header.ReferenceDate",
		also:  "Assessments.AssessmentAuthorisationDate",
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if a.AssessmentAuthorisationDate.Missing() && r.Period.Excludes(a.AssessmentActualStartDate) {
					f.Add(a.At("AssessmentAuthorisationDate"), a.At("AssessmentActualStartDate"))
				}
			}
		},
	},
	{
		code:  "8863Q",
		title: "An assessment starts while another is open",
		what:  "The assessment of {AssessmentActualStartDate} starts while the one of {AssessmentActualStartDate.2} is open",
		do:    "Check the dates of both. If they are right, explain why",
		needs: "Assessments.AssessmentActualStartDate",
		also:  "Assessments.AssessmentAuthorisationDate Header.ReferenceDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for a, o := range others(d.Assessments) {
					if r.Period.lasts(a.AssessmentActualStartDate, o.AssessmentActualStartDate, o.AssessmentAuthorisationDate) {
						f.Add(a.At("AssessmentActualStartDate"), o.At("AssessmentActualStartDate"), o.At("AssessmentAuthorisationDate"))
					}
				}
			}
		},
	},
	{
		code:  "8869",
		title: "No factors identified, and other factors too",
		what:  "The assessment has factor 21, no factors identified, with others: {AssessmentFactors}",
		do:    "Take out 21 or take out the other factors",
		needs: "Assessments.AssessmentFactors",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for event := range d.events() {
					none := false
					var rest places
					for _, a := range event {
						none = none || hasFactor(a, "21")
						if len(a.AssessmentFactors) > 0 && !onlyFactor(a, "21") {
							rest = append(rest, a.At("AssessmentFactors"))
						}
					}
					if none && len(rest) > 0 {
						f.Add(rest...)
					}
				}
			}
		},
	},
	{
		code:  "8873Q",
		title: "No factors identified, but the reason for closing differs",
		what:  "The only assessment found no factors (21), and the reason for closing is {ReasonForClosure}",
		do:    "Select RC8 or RC9, or check the factors. If it is right, explain why",
		needs: "Assessments.AssessmentFactors",
		also:  "CINdetails.ReasonForClosure Assessments CINdetails",
		check: func(r *Record, f *Found) {
			for d := range r.referrals() {
				if d.ReasonForClosure.Is("RC8", "RC9") {
					continue
				}
				events := 0
				var only []*Assessment
				for event := range d.events() {
					events++
					only = event
				}
				if events == 1 && len(only) == 1 && onlyFactor(only[0], "21") {
					f.Add(d.At("ReasonForClosure"), only[0].At("AssessmentFactors"))
				}
			}
		},
	},
	{
		code:  "8896",
		title: "Two or more assessments of one referral are open",
		what:  "More than one assessment of the referral has no end date",
		do:    "Enter the date that the earlier assessment ended",
		needs: "Assessments",
		also:  "Assessments.AssessmentAuthorisationDate",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				var at places
				for a := range each(d.Assessments) {
					if a.AssessmentAuthorisationDate.Missing() {
						at = append(at, a.At("AssessmentAuthorisationDate"))
					}
				}
				if len(at) > 1 {
					f.Add(at...)
				}
			}
		},
	},
	{
		code:  "8897Q",
		title: "A finished assessment has no factors, or one not on the list",
		what:  "The assessment ended on {AssessmentAuthorisationDate} and its factors are {AssessmentFactors}",
		do:    "Choose the factors from the list, or 21 when none were identified. If it is right, explain why",
		needs: "Assessments.AssessmentAuthorisationDate Header.ReferenceDate",
		also:  "Assessments.AssessmentFactors",
		check: func(r *Record, f *Found) {
			for a := range r.assessments() {
				if a.AssessmentAuthorisationDate.OnOrAfter(r.Period.Start) && !factorsOnList(a) {
					f.Add(a.At("AssessmentFactors"), a.At("AssessmentAuthorisationDate"))
				}
			}
		},
	},
	{
		code:  "8898",
		title: "The same factor is there twice",
		what:  "The assessment has a factor more than once: {AssessmentFactors}",
		do:    "Keep each factor once",
		needs: "Assessments.AssessmentFactors",
		check: func(r *Record, f *Found) {
			for d := range r.groups() {
				for event := range d.events() {
					var at places
					for _, a := range event {
						if repeatsFactor(event, a) {
							at = append(at, a.At("AssessmentFactors"))
						}
					}
					if len(at) > 0 {
						f.Add(at...)
					}
				}
			}
		},
	},
	{
		code:  "8945Q",
		title: "Factor 18A is now 18B or 18C",
		what:  "The assessment uses factor 18A, which was replaced",
		do:    "Choose 18B or 18C. If 18A is right, explain why",
		needs: "Assessments.AssessmentFactors",
		from:  "2024-25",
		check: retiredFactor("18A"),
	},
	{
		code:  "8950Q",
		title: "Factor 19A is now 19B or 19C",
		what:  "The assessment uses factor 19A, which was replaced",
		do:    "Choose 19B or 19C. If 19A is right, explain why",
		needs: "Assessments.AssessmentFactors",
		from:  "2024-25",
		check: retiredFactor("19A"),
	},
}

func retiredFactor(code string) func(*Record, *Found) {
	return func(r *Record, f *Found) {
		for a := range r.assessments() {
			for _, factor := range a.AssessmentFactors {
				if strings.EqualFold(factor.s, code) {
					f.Add(a.At("AssessmentFactors"))
					break
				}
			}
		}
	}
}

func hasFactor(a *Assessment, code string) bool {
	for _, factor := range a.AssessmentFactors {
		if factor.s == code {
			return true
		}
	}
	return false
}

// onlyFactor reports one factor or more, all of them code.
func onlyFactor(a *Assessment, code string) bool {
	for _, factor := range a.AssessmentFactors {
		if factor.s != code {
			return false
		}
	}
	return len(a.AssessmentFactors) > 0
}

func factorsOnList(a *Assessment) bool {
	for _, factor := range a.AssessmentFactors {
		if !factor.In(assessmentFactors) {
			return false
		}
	}
	return len(a.AssessmentFactors) > 0
}

// repeatsFactor reports that a factor of row a stands elsewhere in the event.
func repeatsFactor(event []*Assessment, a *Assessment) bool {
	for i, factor := range a.AssessmentFactors {
		for _, b := range event {
			for j, other := range b.AssessmentFactors {
				if other == factor && (a != b || i != j) {
					return true
				}
			}
		}
	}
	return false
}
