package cin

import (
	"iter"

	"recordwell/validation"
)

// Record is what a child-scope rule reads: one child and the census year.
type Record struct {
	*Child
	Period Period
}

// Found collects what a rule finds.
type Found = validation.Found

// each walks over the rows of a table, as pointers.
func each[T any](rows []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range rows {
			if !yield(&rows[i]) {
				return
			}
		}
	}
}

// others walks over all ordered pairs of different rows: "each row and any other".
func others[T any](rows []T) iter.Seq2[*T, *T] {
	return func(yield func(*T, *T) bool) {
		for i := range rows {
			for j := range rows {
				if i != j && !yield(&rows[i], &rows[j]) {
					return
				}
			}
		}
	}
}

// referrals walks over the CINdetails that are in the data.
func (c *Child) referrals() iter.Seq[*Details] {
	return func(yield func(*Details) bool) {
		for i := range c.Details {
			if !c.Details[i].Orphan && !yield(&c.Details[i]) {
				return
			}
		}
	}
}

// groups walks over all CINdetails, also those that only show in what is below.
func (c *Child) groups() iter.Seq[*Details] { return each(c.Details) }

// cpps walks over the child protection plans of one referral.
func (d *Details) cpps() iter.Seq[*CPP] {
	return func(yield func(*CPP) bool) {
		for i := range d.CPPs {
			if !d.CPPs[i].Orphan && !yield(&d.CPPs[i]) {
				return
			}
		}
	}
}

// assessments, plans, enquiries and protectionPlans walk over the rows of all
// referrals of the child.
func (c *Child) assessments() iter.Seq[*Assessment] {
	return func(yield func(*Assessment) bool) {
		for d := range c.groups() {
			for a := range each(d.Assessments) {
				if !yield(a) {
					return
				}
			}
		}
	}
}

func (c *Child) plans() iter.Seq[*CINPlan] {
	return func(yield func(*CINPlan) bool) {
		for d := range c.groups() {
			for p := range each(d.Plans) {
				if !yield(p) {
					return
				}
			}
		}
	}
}

func (c *Child) enquiries() iter.Seq[*Section47] {
	return func(yield func(*Section47) bool) {
		for d := range c.groups() {
			for s := range each(d.Section47) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

func (c *Child) protectionPlans() iter.Seq[*CPP] {
	return func(yield func(*CPP) bool) {
		for d := range c.groups() {
			for p := range d.cpps() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// events walks over the assessments of a referral as events: a tables file may
// spread the factors of one assessment over several rows.
func (d *Details) events() iter.Seq[[]*Assessment] {
	return func(yield func([]*Assessment) bool) {
		var rows [8]*Assessment
		for i := range d.Assessments {
			a := &d.Assessments[i]
			if a.SameAs != 0 {
				continue
			}
			event := append(rows[:0], a)
			for j := i + 1; j < len(d.Assessments); j++ {
				if b := &d.Assessments[j]; int(b.SameAs) == i+1 {
					event = append(event, b)
				}
			}
			if !yield(event) {
				return
			}
		}
	}
}

// born returns the birth date, or else the expected one.
func (i *Identifiers) born() Date {
	if i.PersonBirthDate.Present() {
		return i.PersonBirthDate
	}
	return i.ExpectedPersonBirthDate
}

// open reports an enquiry without its conference: no date, and not said to be
// unnecessary.
func (s *Section47) open() bool {
	return s.DateOfInitialCPC.Missing() && !s.ICPCnotRequired.True()
}

// lasts reports that d lies between start and end, or the reference date while
// end is missing; both ends included.
func (p *Period) lasts(d, start, end Date) bool {
	if end.Missing() {
		end = p.End
	}
	return d.OnOrAfter(start) && d.OnOrBefore(end)
}

// lastsUntil is lasts without the day of the end itself: what follows may start
// on the day that the other ended. The reference date is no such end.
func (p *Period) lastsUntil(d, start, end Date) bool {
	return p.lasts(d, start, end) && !d.SameDay(end)
}
