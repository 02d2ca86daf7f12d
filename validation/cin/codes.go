package cin

// codeList is the codes that a column may hold, with the Department's labels.
type codeList map[string]string

// codeColumns are the columns that hold codes.
var codeColumns = map[string]codeList{
	"ChildIdentifiers.Sex":                        sexes,
	"ChildIdentifiers.GenderCurrent":              genders,
	"ChildIdentifiers.UPNunknown":                 upnUnknownReasons,
	"ChildCharacteristics.Ethnicity":              ethnicities,
	"Disabilities.Disability":                     disabilityCodes,
	"CINdetails.ReferralSource":                   referralSources,
	"CINdetails.PrimaryNeedCode":                  primaryNeeds,
	"CINdetails.ReasonForClosure":                 closureReasons,
	"Assessments.AssessmentFactors":               assessmentFactors,
	"ChildProtectionPlans.InitialCategoryOfAbuse": abuseCategories,
	"ChildProtectionPlans.LatestCategoryOfAbuse":  abuseCategories,
}

// Label gives the label of a code at a "Table.Column", for words shown to
// people; ok is false where there is none.
func Label(place, code string) (label string, ok bool) {
	label = codeColumns[place][code]
	return label, label != ""
}

var ethnicities = codeList{
	"WBRI": "White British",
	"WIRI": "White Irish",
	"WOTH": "Any other White background",
	"WIRT": "Traveller of Irish Heritage",
	"WROM": "Gypsy/Roma",
	"MWBC": "White and Black Caribbean",
	"MWBA": "White and Black African",
	"MWAS": "White and Asian",
	"MOTH": "Any other Mixed background",
	"AIND": "Indian",
	"APKN": "Pakistani",
	"ABAN": "Bangladeshi",
	"AOTH": "Any other Asian background",
	"BCRB": "Caribbean",
	"BAFR": "African",
	"BOTH": "Any other Black background",
	"CHNE": "Chinese",
	"OOTH": "Any other ethnic group",
	"REFU": "Refused",
	"NOBT": "Information not yet obtained",
}

var disabilityCodes = codeList{
	"NONE": "None",
	"MOB":  "Mobility",
	"HAND": "Hand function",
	"PC":   "Personal care",
	"INC":  "Incontinence",
	"COMM": "Communication",
	"LD":   "Learning",
	"HEAR": "Hearing",
	"VIS":  "Vision",
	"BEH":  "Behaviour",
	"CON":  "Consciousness",
	"AUT":  "Diagnosed with autism or Asperger's syndrome",
	"DDA":  "Disabled under DDA but not in defined categories",
}

var referralSources = codeList{
	"1A": "INDIVIDUAL - family member, relative or carer",
	"1B": "INDIVIDUAL - acquaintance (including neighbours and child minders)",
	"1C": "INDIVIDUAL - self",
	"1D": "INDIVIDUAL - other (including strangers or Members of Parliament (MPs))",
	"2A": "SCHOOLS",
	"2B": "EDUCATION SERVICES",
	"3A": "HEALTH SERVICES - general practitioner (GP)",
	"3B": "HEALTH SERVICES - health visitor",
	"3C": "HEALTH SERVICES - school nurse",
	"3D": "HEALTH SERVICES - other primary health services",
	"3E": "HEALTH SERVICES - A&E (accident and emergency department)",
	"3F": "HEALTH SERVICES - other (for example hospice)",
	"4":  "HOUSING - local authority housing or housing association",
	"5A": "LA SERVICES - social care, for example adults social care services",
	"5B": "LA SERVICES - other internal services, not including social care or early help",
	"5C": "LA SERVICES - external, from another local authority’s services, for example social care or early help",
	"5D": "LA SERVICES - early help",
	"6":  "POLICE",
	"7":  "OTHER LEGAL AGENCY - including courts, probation, immigration, CAFCASS (Children and Family Court Advisory and Support Service) or prison",
	"8":  "OTHER - including children’s centres, independent agency providers or voluntary organisations",
	"9":  "ANONYMOUS",
	"10": "UNKNOWN",
}

var primaryNeeds = codeList{
	"N0": "Not stated",
	"N1": "Abuse or neglect",
	"N2": "Child’s disability",
	"N3": "Parental disability or illness",
	"N4": "Family in acute stress",
	"N5": "Family dysfunction",
	"N6": "Socially unacceptable behaviour",
	"N7": "Low income",
	"N8": "Absent parenting",
	"N9": "Cases other than children in need",
}

var closureReasons = codeList{
	"RC1": "Adopted",
	"RC2": "Died",
	"RC3": "Child arrangements order",
	"RC4": "Special guardianship order",
	"RC5": "Transferred to services of another local authority",
	"RC6": "Transferred to adult social care services",
	"RC7": "Services ceased for any other reason, including child no longer in need",
	"RC8": "Case closed after assessment, no further action",
	"RC9": "Case closed after assessment, referred to early help",
}

var assessmentFactors = codeList{
	"1A":  "Alcohol misuse: concerns about alcohol misuse by the child",
	"1B":  "Alcohol misuse: concerns about alcohol misuse by the parent(s)/carer(s)",
	"1C":  "Alcohol misuse: concerns about alcohol misuse by another person living in the household",
	"2A":  "Drug misuse: concerns about drug misuse by the child",
	"2B":  "Drug misuse: concerns about drug misuse by the parent(s)/carer(s)",
	"2C":  "Drug misuse: concerns about drug misuse by another person living in the household",
	"3A":  "Domestic abuse: concerns about the child being the subject of domestic abuse",
	"3B":  "Domestic abuse: concerns about the childs parent(s)/carer(s) being the subject of domestic abuse",
	"3C":  "Domestic abuse: concerns about another person living in the household being the subject of domestic abuse",
	"4A":  "Mental health: concerns about the mental health of the child",
	"4B":  "Mental health: concerns about the mental health of the parent(s)/carer(s)",
	"4C":  "Mental health: concerns about the mental health of another person in the family/household",
	"5A":  "Learning disability: concerns about the childs learning disability",
	"5B":  "Learning disability: concerns about the parent(s)/carer(s) learning disability",
	"5C":  "Learning disability: concerns about another person in the family/households learning disability",
	"6A":  "Physical disability or illness: concerns about a physical disability or illness of the child",
	"6B":  "Physical disability or illness: concerns about a physical disability or illness of the parent(s)/carer(s)",
	"6C":  "Physical disability or illness: concerns about a physical disability or illness of another person in the family/household",
	"7A":  "Young carer: concerns that services may be required or the childs health or development may be impaired due to their caring responsibilities",
	"8B":  "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - overseas children who intend to return",
	"8C":  "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - overseas children who intend to stay",
	"8D":  "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - UK children in educational placements",
	"8E":  "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - UK children making alternative family arrangements",
	"8F":  "Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child - other",
	"9A":  "UASC: concerns that services may be required or the child may be at risk of harm as an unaccompanied asylum-seeking child",
	"10A": "Missing: concerns that services may be required or the child may be at risk of harm due to going/being missing",
	"11A": "Child sexual exploitation: concerns that services may be required or the child may be at risk of harm due to child sexual exploitation",
	"12A": "Trafficking: concerns that services may be required or the child may be at risk of harm due to trafficking",
	"13A": "Gangs: concerns that services may be required or the child may be at risk of harm because of involvement in/with gangs",
	"14A": "Socially unacceptable behaviour: concerns that services may be required or the child may be at risk due to their socially unacceptable behaviour",
	"15A": "Self-harm: concerns that services may be required or due to suspected/actual self-harming child may be at risk of harm",
	"16A": "Abuse or neglect – NEGLECT: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect",
	"17A": "Abuse or neglect – EMOTIONAL ABUSE: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect",
	"18A": "Abuse or neglect - PHYSICAL ABUSE (use 18B or 18C instead; query 8945Q)",
	"18B": "Abuse or neglect – PHYSICAL ABUSE (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child",
	"18C": "Abuse or neglect – PHYSICAL ABUSE (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult",
	"19A": "Abuse or neglect - SEXUAL ABUSE (use 19B or 19C instead; query 8950Q)",
	"19B": "Abuse or neglect – SEXUAL ABUSE (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child",
	"19C": "Abuse or neglect – SEXUAL ABUSE (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult",
	"20":  "Other",
	"21":  "No factors identified - only use this code if there is no evidence of any of the factors listed above or below and no further action is being taken",
	"22A": "Female genital mutilation (FGM) - concerns that services may be required or the child may be at risk due to female genital mutilation",
	"23A": "Abuse linked to faith or belief - concerns that services may be required or the child may be at risk due to abuse linked to faith or belief",
	"24A": "Child criminal exploitation: concerns that services may be required or the child may be at risk of harm due to child criminal exploitation",
}

var abuseCategories = codeList{
	"NEG": "Neglect",
	"PHY": "Physical abuse",
	"SAB": "Sexual abuse",
	"EMO": "Emotional abuse",
	"MUL": "Multiple",
}

var upnUnknownReasons = codeList{
	"UN1": "Child is not of school age and has not yet been assigned a UPN",
	"UN2": "Child has never attended a maintained school in England (for example, some unaccompanied asylum-seeking children (UASC))",
	"UN3": "Child is educated outside England",
	"UN4": "Child is new to the service and the UPN is not yet known",
	"UN5": "Sources collating UPNs reflect discrepancy(ies) for the child's name and/or surname and/or date of birth therefore preventing reliable matching (for example, duplicated UPNs)",
	"UN6": "",
	"UN7": "Referral with no further action",
}

var sexes = codeList{
	"M": "Male",
	"F": "Female",
	"U": "Unknown, and every unborn child",
}

// genders is the list of GenderCurrent, collected up to 2023-24.
var genders = codeList{"0": "Not known", "1": "Male", "2": "Female", "9": "Not specified"}

// upnAuthorities is what characters 2 to 4 of a UPN may be, as ranges.
var upnAuthorities = [][2]int{
	{1, 5}, {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359},
	{370, 373}, {380, 384}, {390, 394}, {420, 420}, {660, 681}, {701, 708},
	{800, 803}, {805, 808}, {810, 813}, {815, 815}, {816, 816}, {820, 823},
	{825, 825}, {826, 826}, {830, 830}, {831, 831}, {835, 839}, {840, 840},
	{841, 841}, {845, 845}, {846, 846}, {850, 852}, {855, 857}, {860, 860},
	{861, 861}, {865, 896}, {908, 908}, {909, 909}, {916, 916}, {919, 919},
	{921, 921}, {925, 925}, {926, 926}, {928, 928}, {929, 929}, {931, 931},
	{933, 933}, {935, 938}, {940, 943},
}
