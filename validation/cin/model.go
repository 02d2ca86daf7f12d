package cin

// Return is a whole return in memory. A large one is better read child by child
// with a [Reader].
type Return struct {
	// Headers has one entry in a real return.
	Headers  []Header
	Children []*Child
}

// Header says which collection this is and who made the file.
type Header struct {
	Row           int32
	Collection    Text
	Year          Text
	ReferenceDate Date
	SourceLevel   Text
	LEA           Text
	SoftwareCode  Text
	Release       Text
	SerialNo      Text
	DateTime      Text
}

// Child is one child with everything of its own below it.
//
// Row, in this and every type below, is the 0-based position of the row among
// all rows of its table in the return, in document order; or whatever number a
// caller that builds a child by hand wants to find again in a finding.
type Child struct {
	// Ref is the local identifier of a child who has no row in ChildIdentifiers.
	Ref             string
	Identifiers     []Identifiers // one in a real return
	Characteristics []Characteristics
	Disabilities    []Disability
	Details         []Details
}

// ID returns the local identifier, empty when there is none.
func (c *Child) ID() string {
	if len(c.Identifiers) == 0 {
		return c.Ref
	}
	return c.Identifiers[0].LAchildID.s
}

// Identifiers is the table ChildIdentifiers.
type Identifiers struct {
	Row                     int32
	LAchildID               Text
	UPN                     Text
	FormerUPN               Text
	UPNunknown              Text
	PersonBirthDate         Date
	ExpectedPersonBirthDate Date
	// GenderCurrent stands in returns up to 2023-24; Sex replaced it.
	GenderCurrent   Text
	Sex             Text
	PersonDeathDate Date
}

// Characteristics is the table ChildCharacteristics.
type Characteristics struct {
	Row       int32
	Ethnicity Text
}

// Disability is one row of the table Disabilities.
type Disability struct {
	Row        int32
	Disability Text
}

// Details is one referral and all that came of it: the table CINdetails.
type Details struct {
	Row int32
	// Orphan marks a referral that is not in the data, but whose assessments,
	// plans or enquiries are. No rule reports about it, only about what is below.
	Orphan           bool
	CINreferralDate  Date
	ReferralSource   Text
	PrimaryNeedCode  Text
	CINclosureDate   Date
	ReasonForClosure Text
	DateOfInitialCPC Date
	ReferralNFA      Text

	Assessments    []Assessment
	Plans          []CINPlan
	Section47      []Section47
	CPPs           []CPP
	PreProceedings []PreProceedings
}

// Assessment is the table Assessments.
type Assessment struct {
	Row int32
	// SameAs, in a tables file with one row a factor, is the position in
	// Details.Assessments of the first row of the same assessment, plus 1.
	SameAs                       int32
	AssessmentActualStartDate    Date
	AssessmentInternalReviewDate Date
	AssessmentAuthorisationDate  Date
	AssessmentFactors            []Text
}

// CINPlan is the table CINplanDates.
type CINPlan struct {
	Row              int32
	CINPlanStartDate Date
	CINPlanEndDate   Date
}

// Section47 is one enquiry under section 47 of the Children Act 1989.
type Section47 struct {
	Row                int32
	S47ActualStartDate Date
	InitialCPCtarget   Date
	DateOfInitialCPC   Date
	ICPCnotRequired    Text
}

// CPP is one child protection plan: the table ChildProtectionPlans.
type CPP struct {
	Row                    int32
	Orphan                 bool // as in [Details]: only its reviews are in the data
	CPPstartDate           Date
	CPPendDate             Date
	InitialCategoryOfAbuse Text
	LatestCategoryOfAbuse  Text
	NumberOfPreviousCPP    Text
	Reviews                []Review
}

// Review is the table Reviews.
type Review struct {
	Row           int32
	CPPreviewDate Date
}

// PreProceedings is pre-proceedings and family group decision making, collected
// from 2025-26.
type PreProceedings struct {
	Row                  int32
	PPStartDate          Date
	LBPSentDate          Date
	FGDMMeetingOffer     Text
	FGDMMeetingFac       Text
	InitialPPMeetingDate Date
	ReviewMeetingsCount  Text
	StepDecisionDate     Date
	PPOutcome            Text
	CourtAppDate         Date
	LetterInitCPDate     Date
}
