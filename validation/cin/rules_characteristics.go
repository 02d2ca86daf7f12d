package cin

// Ethnicity and disability: ChildCharacteristics and Disabilities.
var characteristicsRules = []rule{
	{
		code:  "4220",
		title: "Select the child’s ethnicity",
		what:  "The child’s ethnicity is missing, or it is not a code of the list",
		do:    "Select the ethnicity, or NOBT when it is not obtained yet",
		needs: "ChildCharacteristics.Ethnicity",
		also:  "ChildIdentifiers",
		check: func(r *Record, f *Found) {
			for c := range each(r.Characteristics) {
				if !c.Ethnicity.In(ethnicities) {
					f.Add(c.At("Ethnicity"))
				}
			}
			if len(r.Characteristics) == 0 {
				for i := range each(r.Identifiers) {
					f.Add(i.At(rowItself))
				}
			}
		},
	},
	{
		code:  "8540",
		title: "Select the child’s disabilities, or none",
		what:  "The referral led to further action, and the child has no disability code, or one that is not on the list",
		do:    "Select the disabilities that apply, or NONE",
		needs: "ChildIdentifiers.PersonBirthDate CINdetails.ReferralNFA Disabilities",
		also:  "Disabilities.Disability",
		check: func(r *Record, f *Found) {
			born := r.bornRow()
			if born == nil || !r.furtherAction() {
				return
			}
			given := false
			for d := range each(r.Disabilities) {
				given = given || d.Disability.Present()
				if d.Disability.Present() && !d.Disability.In(disabilityCodes) {
					f.Add(d.At("Disability"))
				}
			}
			if given {
				return
			}
			var at places
			for d := range each(r.Disabilities) {
				at = append(at, d.At("Disability"))
			}
			at = append(at, born.At("PersonBirthDate"))
			for d := range r.referrals() {
				if d.ReferralNFA.False() {
					at = append(at, d.At("ReferralNFA"))
				}
			}
			f.Add(at...)
		},
	},
	{
		code:  "8790",
		title: "Select disabilities or none, not both",
		what:  "The child has the code NONE and also {Disability}",
		do:    "Take out NONE or take out the other codes",
		needs: "Disabilities.Disability",
		check: func(r *Record, f *Found) {
			none := false
			var rest places
			for d := range each(r.Disabilities) {
				if d.Disability.Is("NONE") {
					none = true
				} else if d.Disability.Present() {
					rest = append(rest, d.At("Disability"))
				}
			}
			if none && len(rest) > 0 {
				f.Add(rest...)
			}
		},
	},
	{
		code:  "8794",
		title: "The same disability is there twice",
		what:  "The disability {Disability} is there more than once",
		do:    "Keep it once",
		needs: "Disabilities.Disability",
		check: func(r *Record, f *Found) {
			for i := range r.Disabilities {
				code := r.Disabilities[i].Disability
				if code.Missing() || countDisability(r.Disabilities[:i], code) > 0 || countDisability(r.Disabilities, code) < 2 {
					continue
				}
				var at places
				for d := range each(r.Disabilities) {
					if d.Disability == code {
						at = append(at, d.At("Disability"))
					}
				}
				f.Add(at...)
			}
		},
	},
}

func countDisability(rows []Disability, code Text) int {
	n := 0
	for i := range rows {
		if rows[i].Disability == code {
			n++
		}
	}
	return n
}

// bornRow returns the first identifiers with a date of birth, or nil.
func (c *Child) bornRow() *Identifiers {
	for i := range each(c.Identifiers) {
		if i.PersonBirthDate.Present() {
			return i
		}
	}
	return nil
}
