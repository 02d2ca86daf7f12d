package cin

// group is an element that holds values or other groups.
type group struct {
	name    string
	table   string // the table a row of which it starts, if it does
	groups  map[string]*group
	columns map[string]int // element name -> column of the table
	repeats bool           // its values may stand more than once
	// add starts a row below the parent's row and returns a pointer to it.
	add func(x *Reader, parent any, n int32) any
	// set stores a value.
	set func(x *Reader, row any, column int, text []byte)
}

// rowGroup describes the element of one table. A column that stands in a wrapper
// element is reached by a group of its own.
func rowGroup[T any](name string, t *table[T], add func(x *Reader, parent any, n int32) *T, below ...*group) *group {
	g := &group{
		name: name, table: t.name, groups: map[string]*group{}, columns: map[string]int{},
		add: func(x *Reader, parent any, n int32) any { return add(x, parent, n) },
		set: func(x *Reader, row any, column int, text []byte) { setColumn(x, &t.columns[column], row.(*T), text) },
	}
	for i, c := range t.columns {
		into := g
		if c.in != "" {
			if into = g.groups[c.in]; into == nil {
				into = &group{name: c.in, columns: map[string]int{}, repeats: c.list != nil, set: g.set}
				g.groups[c.in] = into
			}
		}
		into.columns[c.element()] = i
	}
	for _, b := range below {
		g.groups[b.name] = b
	}
	return g
}

func setColumn[T any](x *Reader, c *column[T], row *T, text []byte) {
	switch {
	case c.date != nil:
		*c.date(row) = x.date(text, c.name)
	case c.text != nil:
		*c.text(row) = x.textOf(text)
	default:
		x.inChild++
		list := c.list(row)
		*list = append(*list, x.textOf(text))
	}
}

// wrapper describes an element that only holds others.
func wrapper(name string, below ...*group) *group {
	g := &group{name: name, groups: map[string]*group{}}
	for _, b := range below {
		g.groups[b.name] = b
	}
	return g
}

func last[T any](rows []T) *T { return &rows[len(rows)-1] }

// The elements of a return, as they nest.
var (
	headerGroup = rowGroup("Header", &headerTable, func(x *Reader, _ any, n int32) *Header {
		x.header = Header{Row: n}
		return &x.header
	})
	identifiersGroup = rowGroup("ChildIdentifiers", &identifiersTable, func(x *Reader, _ any, n int32) *Identifiers {
		x.child.Identifiers = append(x.child.Identifiers, Identifiers{Row: n})
		return last(x.child.Identifiers)
	})
	// Each Disability is a row, so the row starts at the value's element.
	disabilitiesGroup = &group{
		name: "Disabilities", columns: map[string]int{"Disability": 0}, repeats: true,
		set: func(x *Reader, _ any, _ int, text []byte) {
			n := x.rows[disabilitiesTable.name]
			x.rows[disabilitiesTable.name] = n + 1
			x.inChild++
			x.child.Disabilities = append(x.child.Disabilities, Disability{Row: n, Disability: x.textOf(text)})
		},
	}
	characteristicsGroup = rowGroup("ChildCharacteristics", &characteristicsTable, func(x *Reader, _ any, n int32) *Characteristics {
		x.child.Characteristics = append(x.child.Characteristics, Characteristics{Row: n})
		return last(x.child.Characteristics)
	}, disabilitiesGroup)
	assessmentsGroup = rowGroup("Assessments", &assessmentsTable, func(_ *Reader, parent any, n int32) *Assessment {
		d := parent.(*Details)
		d.Assessments = append(d.Assessments, Assessment{Row: n})
		return last(d.Assessments)
	})
	plansGroup = rowGroup("CINPlanDates", &plansTable, func(_ *Reader, parent any, n int32) *CINPlan {
		d := parent.(*Details)
		d.Plans = append(d.Plans, CINPlan{Row: n})
		return last(d.Plans)
	})
	section47Group = rowGroup("Section47", &section47Table, func(_ *Reader, parent any, n int32) *Section47 {
		d := parent.(*Details)
		d.Section47 = append(d.Section47, Section47{Row: n})
		return last(d.Section47)
	})
	reviewsGroup = rowGroup("Reviews", &reviewsTable, func(_ *Reader, parent any, n int32) *Review {
		p := parent.(*CPP)
		p.Reviews = append(p.Reviews, Review{Row: n})
		return last(p.Reviews)
	})
	cppGroup = rowGroup("ChildProtectionPlans", &cppTable, func(_ *Reader, parent any, n int32) *CPP {
		d := parent.(*Details)
		d.CPPs = append(d.CPPs, CPP{Row: n})
		return last(d.CPPs)
	}, reviewsGroup)
	preProceedingsGroup = rowGroup("PreProceedingsandFGDM", &preProceedingsTable, func(_ *Reader, parent any, n int32) *PreProceedings {
		d := parent.(*Details)
		d.PreProceedings = append(d.PreProceedings, PreProceedings{Row: n})
		return last(d.PreProceedings)
	})
	detailsGroup = rowGroup("CINdetails", &detailsTable, func(x *Reader, _ any, n int32) *Details {
		x.child.Details = append(x.child.Details, Details{Row: n})
		return last(x.child.Details)
	}, assessmentsGroup, plansGroup, section47Group, cppGroup, preProceedingsGroup)
	childGroup    = wrapper("Child", identifiersGroup, characteristicsGroup, detailsGroup)
	childrenGroup = wrapper("Children", childGroup)
	messageGroup  = wrapper("Message", headerGroup, childrenGroup)
)
