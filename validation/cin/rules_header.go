package cin

import "time"

// The return itself: Header.
var headerRules = []rule{
	{
		code:  "100",
		title: "The reference date must be 31 March of the census year",
		what:  "The reference date is {ReferenceDate}",
		do:    "Enter 31 March of the year of the return",
		needs: "Header.ReferenceDate",
		also:  "Header.Year",
		header: func(h *Header, f *Found) {
			if !h.isReferenceDay() {
				f.Add(h.At("ReferenceDate"))
			}
		},
	},
}

// isReferenceDay reports 31 March of Year; of any year when Year is missing.
func (h *Header) isReferenceDay() bool {
	if h.ReferenceDate.Missing() {
		return false
	}
	y, m, d := h.ReferenceDate.day.Civil()
	if h.Year.Present() {
		if want, ok := h.Year.Int(); !ok || want != y {
			return false
		}
	}
	return m == time.March && d == 31
}
