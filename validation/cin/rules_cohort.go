package cin

import "recordwell/validation"

// tally is a rule over all children. It sees each child once, in document
// order, and keeps only what it counts; then it says what it found.
type tally interface {
	add(*Record)
	// report calls found for each finding; child is empty for the whole return.
	report(found func(child string, at ...validation.Place))
}

// Rules that compare or count the children of the return.
var cohortRules = []rule{
	{
		code:  "1520",
		title: "Two children have the same UPN",
		what:  "The UPN {UPN} is there for more than one child",
		do:    "Find out whose it is, and whether the children are one child recorded twice",
		needs: "ChildIdentifiers.UPN",
		cohort: func() tally {
			return &duplicates{field: "UPN", key: func(i *Identifiers) Text { return i.UPN }}
		},
	},
	{
		code:  "8510",
		title: "Two children have the same local child ID",
		what:  "The local child ID {LAchildID} is there for more than one child",
		do:    "Join the records if they are one child, or correct the ID",
		needs: "ChildIdentifiers.LAchildID",
		cohort: func() tally {
			return &duplicates{field: "LAchildID", key: func(i *Identifiers) Text { return i.LAchildID }}
		},
	},
	{
		code:  "2883",
		title: "More protection plans start than conferences take place",
		what:  "In the census year more child protection plans start than initial conferences take place",
		do:    "Look for conferences that are not recorded, or plans that are recorded twice",
		needs: "ChildProtectionPlans.CPPstartDate Header.ReferenceDate",
		also:  "CINdetails.DateOfInitialCPC Section47.DateOfInitialCPC",
		cohort: func() tally {
			return &conferences{}
		},
	},
	{
		code:  "2886Q",
		title: "More than 2% of children have no sex recorded",
		what:  "More than 2% of the children have no sex recorded. Children who are not born yet are left out",
		do:    "Record the sex of these children. If it is right, explain why",
		needs: "ChildIdentifiers.Sex",
		also:  "ChildIdentifiers.ExpectedPersonBirthDate ChildIdentifiers",
		from:  "2024-25",
		cohort: func() tally {
			return &unknownSex{value: func(i *Identifiers) Text { return i.Sex }}
		},
	},
	{
		code:  "2886Q",
		title: "More than 2% of children have no gender recorded",
		what:  "More than 2% of the children have no gender recorded. Children who are not born yet are left out",
		do:    "Record the gender of these children. If it is right, explain why",
		needs: "ChildIdentifiers.GenderCurrent",
		also:  "ChildIdentifiers.ExpectedPersonBirthDate ChildIdentifiers",
		to:    "2023-24",
		cohort: func() tally {
			return &unknownSex{value: func(i *Identifiers) Text { return i.GenderCurrent }}
		},
	},
	{
		code:  "2887Q",
		title: "Fewer than 8 disability codes are used in the return",
		what:  "The return uses 7 or fewer different disability codes. Most use more",
		do:    "Check that disabilities are recorded in full. If it is right, explain why",
		needs: "Disabilities.Disability",
		cohort: func() tally {
			return &disabilityUse{unusual: fewCodes}
		},
	},
	{
		code:  "2888Q",
		title: "No child has more than one disability recorded",
		what:  "Every child with a disability has one code only. Some children usually have more",
		do:    "Record all disabilities of each child. If it is right, explain why",
		needs: "Disabilities.Disability",
		cohort: func() tally {
			return &disabilityUse{unusual: oneEach}
		},
	},
}

// duplicates finds values that more than one row of ChildIdentifiers has.
type duplicates struct {
	field string
	key   func(*Identifiers) Text
	first map[string]int // value -> position in rows
	rows  []sameRow
}

type sameRow struct {
	row   int32
	again bool // another row has the same value
	child string
	value string
}

func (d *duplicates) add(r *Record) {
	if d.first == nil {
		d.first = map[string]int{}
	}
	for i := range each(r.Identifiers) {
		v := d.key(i)
		if v.Missing() {
			continue
		}
		at := len(d.rows)
		d.rows = append(d.rows, sameRow{row: i.Row, child: i.LAchildID.s, value: v.s})
		if first, ok := d.first[v.s]; ok {
			d.rows[first].again, d.rows[at].again = true, true
		} else {
			d.first[v.s] = at
		}
	}
}

func (d *duplicates) report(found func(string, ...validation.Place)) {
	for _, r := range d.rows {
		if r.again {
			found(r.child, validation.Place{Table: identifiersTable.name, Field: d.field, Row: int(r.row), Value: r.value})
		}
	}
}

// conferences counts plans and initial conferences within the census year.
type conferences struct{ plans, held int }

func (c *conferences) add(r *Record) {
	for d := range r.groups() {
		if r.Period.Contains(d.DateOfInitialCPC) {
			c.held++
		}
	}
	for s := range r.enquiries() {
		if r.Period.Contains(s.DateOfInitialCPC) {
			c.held++
		}
	}
	for p := range r.protectionPlans() {
		if r.Period.Contains(p.CPPstartDate) {
			c.plans++
		}
	}
}

func (c *conferences) report(found func(string, ...validation.Place)) {
	if c.plans > c.held {
		found("")
	}
}

// unknownSex counts children with no sex recorded: missing, U, or 0 as it was
// written up to 2023-24.
type unknownSex struct {
	value              func(*Identifiers) Text
	unknown, childRows int
}

func (u *unknownSex) add(r *Record) {
	for i := range each(r.Identifiers) {
		u.childRows++
		if v := u.value(i); (v.Missing() || v.Is("U", "0")) && i.ExpectedPersonBirthDate.Missing() {
			u.unknown++
		}
	}
}

func (u *unknownSex) report(found func(string, ...validation.Place)) {
	if u.unknown*100 > u.childRows*2 {
		found("")
	}
}

// disabilityUse counts the disability codes of the return, without NONE.
type disabilityUse struct {
	codes        map[string]bool
	one, several int // children by how many different codes they have
	unusual      func(*disabilityUse) bool
}

func (u *disabilityUse) add(r *Record) {
	if u.codes == nil {
		u.codes = map[string]bool{}
	}
	var firstCode Text
	several := false
	for d := range each(r.Disabilities) {
		if d.Disability.Missing() || d.Disability.Is("NONE") {
			continue
		}
		u.codes[d.Disability.s] = true
		several = several || firstCode.Present() && firstCode != d.Disability
		firstCode = d.Disability
	}
	switch {
	case several:
		u.several++
	case firstCode.Present():
		u.one++
	}
}

func (u *disabilityUse) report(found func(string, ...validation.Place)) {
	if u.unusual(u) {
		found("")
	}
}

func fewCodes(u *disabilityUse) bool { return len(u.codes) <= 7 }
func oneEach(u *disabilityUse) bool  { return u.one > 0 && u.several == 0 }
