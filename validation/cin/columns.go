package cin

import (
	"fmt"

	"recordwell/validation"
)

// column is one column of a table; exactly one of date, text and list is set.
type column[T any] struct {
	name string
	xml  string // element name; empty when it is the name
	in   string // element that wraps it, if any
	date func(*T) *Date
	text func(*T) *Text
	list func(*T) *[]Text
}

func (c column[T]) element() string {
	if c.xml != "" {
		return c.xml
	}
	return c.name
}

// table describes one table of the return.
type table[T any] struct {
	name    string
	columns []column[T]
	row     func(*T) int32
}

var headerTable = table[Header]{"Header", []column[Header]{
	{name: "Collection", in: "CollectionDetails", text: func(h *Header) *Text { return &h.Collection }},
	{name: "Year", in: "CollectionDetails", text: func(h *Header) *Text { return &h.Year }},
	{name: "ReferenceDate", in: "CollectionDetails", date: func(h *Header) *Date { return &h.ReferenceDate }},
	{name: "SourceLevel", in: "Source", text: func(h *Header) *Text { return &h.SourceLevel }},
	{name: "LEA", in: "Source", text: func(h *Header) *Text { return &h.LEA }},
	{name: "SoftwareCode", in: "Source", text: func(h *Header) *Text { return &h.SoftwareCode }},
	{name: "Release", in: "Source", text: func(h *Header) *Text { return &h.Release }},
	{name: "SerialNo", in: "Source", text: func(h *Header) *Text { return &h.SerialNo }},
	{name: "DateTime", in: "Source", text: func(h *Header) *Text { return &h.DateTime }},
}, func(h *Header) int32 { return h.Row }}

var identifiersTable = table[Identifiers]{"ChildIdentifiers", []column[Identifiers]{
	{name: "LAchildID", text: func(i *Identifiers) *Text { return &i.LAchildID }},
	{name: "UPN", text: func(i *Identifiers) *Text { return &i.UPN }},
	{name: "FormerUPN", text: func(i *Identifiers) *Text { return &i.FormerUPN }},
	{name: "UPNunknown", text: func(i *Identifiers) *Text { return &i.UPNunknown }},
	{name: "PersonBirthDate", date: func(i *Identifiers) *Date { return &i.PersonBirthDate }},
	{name: "ExpectedPersonBirthDate", date: func(i *Identifiers) *Date { return &i.ExpectedPersonBirthDate }},
	{name: "GenderCurrent", text: func(i *Identifiers) *Text { return &i.GenderCurrent }},
	{name: "Sex", text: func(i *Identifiers) *Text { return &i.Sex }},
	{name: "PersonDeathDate", date: func(i *Identifiers) *Date { return &i.PersonDeathDate }},
}, func(i *Identifiers) int32 { return i.Row }}

var characteristicsTable = table[Characteristics]{"ChildCharacteristics", []column[Characteristics]{
	{name: "Ethnicity", text: func(c *Characteristics) *Text { return &c.Ethnicity }},
}, func(c *Characteristics) int32 { return c.Row }}

var disabilitiesTable = table[Disability]{"Disabilities", []column[Disability]{
	{name: "Disability", text: func(d *Disability) *Text { return &d.Disability }},
}, func(d *Disability) int32 { return d.Row }}

var detailsTable = table[Details]{"CINdetails", []column[Details]{
	{name: "CINreferralDate", date: func(d *Details) *Date { return &d.CINreferralDate }},
	{name: "ReferralSource", text: func(d *Details) *Text { return &d.ReferralSource }},
	{name: "PrimaryNeedCode", text: func(d *Details) *Text { return &d.PrimaryNeedCode }},
	{name: "CINclosureDate", date: func(d *Details) *Date { return &d.CINclosureDate }},
	{name: "ReasonForClosure", text: func(d *Details) *Text { return &d.ReasonForClosure }},
	{name: "DateOfInitialCPC", date: func(d *Details) *Date { return &d.DateOfInitialCPC }},
	{name: "ReferralNFA", text: func(d *Details) *Text { return &d.ReferralNFA }},
}, func(d *Details) int32 { return d.Row }}

var assessmentsTable = table[Assessment]{"Assessments", []column[Assessment]{
	{name: "AssessmentActualStartDate", date: func(a *Assessment) *Date { return &a.AssessmentActualStartDate }},
	{name: "AssessmentInternalReviewDate", date: func(a *Assessment) *Date { return &a.AssessmentInternalReviewDate }},
	{name: "AssessmentAuthorisationDate", date: func(a *Assessment) *Date { return &a.AssessmentAuthorisationDate }},
	{name: "AssessmentFactors", in: "FactorsIdentifiedAtAssessment", list: func(a *Assessment) *[]Text { return &a.AssessmentFactors }},
}, func(a *Assessment) int32 { return a.Row }}

var plansTable = table[CINPlan]{"CINplanDates", []column[CINPlan]{
	{name: "CINPlanStartDate", date: func(p *CINPlan) *Date { return &p.CINPlanStartDate }},
	{name: "CINPlanEndDate", date: func(p *CINPlan) *Date { return &p.CINPlanEndDate }},
}, func(p *CINPlan) int32 { return p.Row }}

var section47Table = table[Section47]{"Section47", []column[Section47]{
	{name: "S47ActualStartDate", date: func(s *Section47) *Date { return &s.S47ActualStartDate }},
	{name: "InitialCPCtarget", date: func(s *Section47) *Date { return &s.InitialCPCtarget }},
	{name: "DateOfInitialCPC", date: func(s *Section47) *Date { return &s.DateOfInitialCPC }},
	{name: "ICPCnotRequired", text: func(s *Section47) *Text { return &s.ICPCnotRequired }},
}, func(s *Section47) int32 { return s.Row }}

var cppTable = table[CPP]{"ChildProtectionPlans", []column[CPP]{
	{name: "CPPstartDate", date: func(p *CPP) *Date { return &p.CPPstartDate }},
	{name: "CPPendDate", date: func(p *CPP) *Date { return &p.CPPendDate }},
	{name: "InitialCategoryOfAbuse", text: func(p *CPP) *Text { return &p.InitialCategoryOfAbuse }},
	{name: "LatestCategoryOfAbuse", text: func(p *CPP) *Text { return &p.LatestCategoryOfAbuse }},
	{name: "NumberOfPreviousCPP", text: func(p *CPP) *Text { return &p.NumberOfPreviousCPP }},
}, func(p *CPP) int32 { return p.Row }}

var reviewsTable = table[Review]{"Reviews", []column[Review]{
	{name: "CPPreviewDate", date: func(r *Review) *Date { return &r.CPPreviewDate }},
}, func(r *Review) int32 { return r.Row }}

var preProceedingsTable = table[PreProceedings]{"PreProceedings", []column[PreProceedings]{
	{name: "PPStartDate", date: func(p *PreProceedings) *Date { return &p.PPStartDate }},
	{name: "LBPSentDate", date: func(p *PreProceedings) *Date { return &p.LBPSentDate }},
	{name: "FGDMMeetingOffer", text: func(p *PreProceedings) *Text { return &p.FGDMMeetingOffer }},
	{name: "FGDMMeetingFac", text: func(p *PreProceedings) *Text { return &p.FGDMMeetingFac }},
	{name: "InitialPPMeetingDate", date: func(p *PreProceedings) *Date { return &p.InitialPPMeetingDate }},
	{name: "ReviewMeetingsCount", text: func(p *PreProceedings) *Text { return &p.ReviewMeetingsCount }},
	{name: "StepDecisionDate", date: func(p *PreProceedings) *Date { return &p.StepDecisionDate }},
	{name: "PPOutcome", text: func(p *PreProceedings) *Text { return &p.PPOutcome }},
	{name: "CourtAppDate", date: func(p *PreProceedings) *Date { return &p.CourtAppDate }},
	{name: "LetterInitCPDate", date: func(p *PreProceedings) *Date { return &p.LetterInitCPDate }},
}, func(p *PreProceedings) int32 { return p.Row }}

// at builds the place of one value. A row whose own LAchildID is not a column
// of its type still has that place: it stands for "this row is there at all".
func (t *table[T]) at(row *T, field string) validation.Place {
	p := validation.Place{Table: t.name, Field: field, Row: int(t.row(row))}
	for i := range t.columns {
		c := &t.columns[i]
		if c.name != field {
			continue
		}
		switch {
		case c.date != nil:
			p.Value = c.date(row).String()
		case c.text != nil:
			p.Value = c.text(row).String()
		case c.list != nil:
			p.Value = joinTexts(*c.list(row))
		}
		return p
	}
	if field != rowItself {
		panic(fmt.Sprintf("cin: table %s has no column %s", t.name, field))
	}
	return p
}

// rowItself is the field of a finding about a row as a whole: the key that
// every table has.
const rowItself = "LAchildID"

func joinTexts(list []Text) string {
	s := ""
	for i, t := range list {
		if i > 0 {
			s += ", "
		}
		s += t.s
	}
	return s
}

// At returns the place of a value, for a finding.
func (h *Header) At(field string) validation.Place          { return headerTable.at(h, field) }
func (i *Identifiers) At(field string) validation.Place     { return identifiersTable.at(i, field) }
func (c *Characteristics) At(field string) validation.Place { return characteristicsTable.at(c, field) }
func (d *Disability) At(field string) validation.Place      { return disabilitiesTable.at(d, field) }
func (d *Details) At(field string) validation.Place         { return detailsTable.at(d, field) }
func (a *Assessment) At(field string) validation.Place      { return assessmentsTable.at(a, field) }
func (p *CINPlan) At(field string) validation.Place         { return plansTable.at(p, field) }
func (s *Section47) At(field string) validation.Place       { return section47Table.at(s, field) }
func (p *CPP) At(field string) validation.Place             { return cppTable.at(p, field) }
func (r *Review) At(field string) validation.Place          { return reviewsTable.at(r, field) }
func (p *PreProceedings) At(field string) validation.Place  { return preProceedingsTable.at(p, field) }
