package cin

// tablesBuilder puts the rows of a tables file together into children. A row
// whose parent is not in the file gets a parent of its own, marked Orphan.
type tablesBuilder struct {
	in       map[string]*inputTable
	children []*childLinks
	byID     map[string]*childLinks
}

type childLinks struct {
	child   Child
	details []*detailsLinks
	byID    map[string]*detailsLinks
	shared  *detailsLinks // of rows that name no referral
}

type detailsLinks struct {
	details     Details
	assessments []*assessmentLinks
	cpps        []*cppLinks
}

type assessmentLinks struct {
	assessment Assessment
	id         string // empty when not given
	spread     bool   // one factor a row, not a list
	own        bool   // has factors of its own
}

type cppLinks struct {
	cpp CPP
	id  string
}

func newTablesBuilder(in map[string]*inputTable) *tablesBuilder {
	return &tablesBuilder{in: in, byID: map[string]*childLinks{}}
}

// rows calls each for the rows of a table; it is fine when there is none.
func (b *tablesBuilder) rows(table string, each func(t *inputTable, r inputRow)) {
	if t := b.in[table]; t != nil {
		for _, r := range t.rows {
			each(t, r)
		}
	}
}

func (b *tablesBuilder) build(out *Return) error {
	b.rows(headerTable.name, func(_ *inputTable, r inputRow) {
		h := Header{Row: r.n}
		fill(&headerTable, &h, r)
		out.Headers = append(out.Headers, h)
	})
	b.rows(identifiersTable.name, func(_ *inputTable, r inputRow) {
		i := Identifiers{Row: r.n}
		fill(&identifiersTable, &i, r)
		c := b.child(r)
		c.child.Identifiers = append(c.child.Identifiers, i)
	})
	b.rows(characteristicsTable.name, func(_ *inputTable, r inputRow) {
		v := Characteristics{Row: r.n}
		fill(&characteristicsTable, &v, r)
		c := b.child(r)
		c.child.Characteristics = append(c.child.Characteristics, v)
	})
	b.rows(disabilitiesTable.name, func(_ *inputTable, r inputRow) {
		d := Disability{Row: r.n}
		fill(&disabilitiesTable, &d, r)
		c := b.child(r)
		c.child.Disabilities = append(c.child.Disabilities, d)
	})
	b.rows(detailsTable.name, b.addDetails)
	b.addRows()
	for _, c := range b.children {
		out.Children = append(out.Children, c.finish())
	}
	return nil
}

// addRows adds the tables below CINdetails.
func (b *tablesBuilder) addRows() {
	b.rows(assessmentsTable.name, b.addAssessment)
	b.rows(factorsTable, b.addFactor)
	b.rows(cppTable.name, b.addCPP)
	b.rows(reviewsTable.name, b.addReview)
	b.rows(plansTable.name, func(t *inputTable, r inputRow) {
		p := CINPlan{Row: r.n}
		fill(&plansTable, &p, r)
		d := &b.details(t, r).details
		d.Plans = append(d.Plans, p)
	})
	b.rows(section47Table.name, func(t *inputTable, r inputRow) {
		s := Section47{Row: r.n}
		fill(&section47Table, &s, r)
		d := &b.details(t, r).details
		d.Section47 = append(d.Section47, s)
	})
	b.rows(preProceedingsTable.name, func(t *inputTable, r inputRow) {
		p := PreProceedings{Row: r.n}
		fill(&preProceedingsTable, &p, r)
		d := &b.details(t, r).details
		d.PreProceedings = append(d.PreProceedings, p)
	})
}

// child finds the child of a row; a row without an id is a child of its own.
func (b *tablesBuilder) child(r inputRow) *childLinks {
	id, given := r.text(rowItself)
	if c := b.byID[id]; given && c != nil {
		return c
	}
	c := &childLinks{child: Child{Ref: id}, byID: map[string]*detailsLinks{}}
	b.children = append(b.children, c)
	if given {
		b.byID[id] = c
	}
	return c
}

// absentRow reports a row that holds nothing, not even its own id: a table
// extract writes such rows for children who have no record of the kind.
func absentRow(t *inputTable, r inputRow, ownID string, given bool) bool {
	_, hasID := r.text(ownID)
	return t.columns[ownID] && !hasID && !given
}

func (b *tablesBuilder) addDetails(t *inputTable, r inputRow) {
	d := &detailsLinks{details: Details{Row: r.n}}
	if given := fill(&detailsTable, &d.details, r); absentRow(t, r, "CINdetailsID", given) {
		return
	}
	c := b.child(r)
	c.details = append(c.details, d)
	if id, ok := r.text("CINdetailsID"); ok && c.byID[id] == nil {
		c.byID[id] = d
	}
}

// details finds the referral of a row below it.
func (b *tablesBuilder) details(t *inputTable, r inputRow) *detailsLinks {
	c := b.child(r)
	id, given := r.text("CINdetailsID")
	if given && c.byID[id] != nil {
		return c.byID[id]
	}
	above := b.in[detailsTable.name]
	unnamed := !t.columns["CINdetailsID"] || above != nil && !above.columns["CINdetailsID"]
	if unnamed && len(c.details) == 1 {
		return c.details[0]
	}
	if unnamed && !given {
		if c.shared == nil {
			c.shared = c.orphan()
		}
		return c.shared
	}
	d := c.orphan()
	if given {
		c.byID[id] = d
	}
	return d
}

func (c *childLinks) orphan() *detailsLinks {
	d := &detailsLinks{details: Details{Row: -1, Orphan: true}}
	c.details = append(c.details, d)
	return d
}

func (b *tablesBuilder) addAssessment(t *inputTable, r inputRow) {
	a := &assessmentLinks{assessment: Assessment{Row: r.n}}
	if given := fill(&assessmentsTable, &a.assessment, r); absentRow(t, r, "AssessmentID", given) {
		return
	}
	_, list := r.values["AssessmentFactors"].([]any)
	a.spread = !list
	a.own = len(a.assessment.AssessmentFactors) > 0
	a.id, _ = r.text("AssessmentID")
	if a.id == "" && !t.columns["AssessmentID"] && a.spread {
		a.id = a.assessment.AssessmentAuthorisationDate.String()
	}
	d := b.details(t, r)
	d.assessments = append(d.assessments, a)
}

// addFactor adds a factor of the list table to an assessment that has none of
// its own.
func (b *tablesBuilder) addFactor(t *inputTable, r inputRow) {
	code, ok := r.text("AssessmentFactor")
	id, named := r.text("AssessmentID")
	if !ok || !named {
		return
	}
	find := func(d *detailsLinks) *assessmentLinks {
		for _, a := range d.assessments {
			if a.id == id {
				return a
			}
		}
		return nil
	}
	if a := findBelow(b, t, r, find); a != nil && !a.own {
		a.assessment.AssessmentFactors = append(a.assessment.AssessmentFactors, NewText(code))
	}
}

// findBelow looks in the referral of the row; in all of the child's when the
// table does not name referrals.
func findBelow[T any](b *tablesBuilder, t *inputTable, r inputRow, find func(*detailsLinks) *T) *T {
	if t.columns["CINdetailsID"] {
		return find(b.details(t, r))
	}
	for _, d := range b.child(r).details {
		if found := find(d); found != nil {
			return found
		}
	}
	return nil
}

func (b *tablesBuilder) addCPP(t *inputTable, r inputRow) {
	p := &cppLinks{cpp: CPP{Row: r.n}}
	if given := fill(&cppTable, &p.cpp, r); absentRow(t, r, "CPPID", given) {
		return
	}
	p.id, _ = r.text("CPPID")
	d := b.details(t, r)
	d.cpps = append(d.cpps, p)
}

func (b *tablesBuilder) addReview(t *inputTable, r inputRow) {
	v := Review{Row: r.n}
	fill(&reviewsTable, &v, r)
	id, named := r.text("CPPID")
	find := func(d *detailsLinks) *cppLinks {
		for _, p := range d.cpps {
			if named && p.id == id || !t.columns["CPPID"] && len(d.cpps) == 1 {
				return p
			}
		}
		return nil
	}
	p := findBelow(b, t, r, find)
	if p == nil {
		d := b.details(t, r)
		p = &cppLinks{cpp: CPP{Row: -1, Orphan: true}, id: id}
		d.cpps = append(d.cpps, p)
	}
	p.cpp.Reviews = append(p.cpp.Reviews, v)
}

// finish copies what was linked into the child.
func (c *childLinks) finish() *Child {
	for _, l := range c.details {
		d := l.details
		first := map[string]int32{}
		for i, a := range l.assessments {
			if at := first[a.id]; at != 0 {
				a.assessment.SameAs = at
			} else if a.id != "" && a.spread {
				first[a.id] = int32(i) + 1
			}
			d.Assessments = append(d.Assessments, a.assessment)
		}
		for _, p := range l.cpps {
			d.CPPs = append(d.CPPs, p.cpp)
		}
		c.child.Details = append(c.child.Details, d)
	}
	return &c.child
}
