package ssda903

// Codes is a set of codes. They are few and short: a search in order beats a map.
type Codes []string

// The Department's code lists of 2026/27.
var (
	// SexCodes is the list of SEX.
	SexCodes = Codes{"M", "F", "U"}
	// EthnicCodes is the list of ETHNIC.
	EthnicCodes = Codes{"WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"}
	// UnknownUPNCodes is the list of UPN_unknown.
	UnknownUPNCodes = Codes{"UN1", "UN2", "UN3", "UN4", "UN5"}
	// RNECodes is the list of RNE.
	RNECodes = Codes{"S", "L", "P", "T", "B", "U"}
	// LegalStatusCodes is the list of LS.
	LegalStatusCodes = Codes{"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"}
	// NeedCodes is the list of CIN.
	NeedCodes = Codes{"N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"}
	// PlaceCodes is the list of PLACE.
	PlaceCodes = Codes{"A3", "A4", "A5", "A6", "K1", "K2", "K3", "P1", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z11", "Z12", "Z13", "Z14"}
	// ProviderCodes is the list of PLACE_PROVIDER.
	ProviderCodes = Codes{"PR0", "PR1", "PR2", "PR3", "PR4", "PR5"}
	// RECCodes is the list of REC.
	RECCodes = Codes{"X1", "E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48", "E5", "E6", "E7", "E8", "E9", "E14", "E15", "E16", "E17"}
	// PlaceChangeCodes is the list of REASON_PLACE_CHANGE.
	PlaceChangeCodes = Codes{"CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER"}
	// ReviewCodes is the list of REVIEW_CODE.
	ReviewCodes = Codes{"PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"}
	// SDQReasonCodes is the list of SDQ_REASON.
	SDQReasonCodes = Codes{"SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"}
	// InTouchCodes is the list of IN_TOUCH.
	InTouchCodes = Codes{"YES", "NO", "DIED", "REFU", "NREQ", "RHOM"}
	// ActivityCodes is the list of ACTIV.
	ActivityCodes = Codes{"F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0"}
	// AccommodationCodes is the list of ACCOM.
	AccommodationCodes = Codes{"B1", "B2", "C1", "C2", "D1", "D2", "E1", "E2", "G1", "G2", "H1", "H2", "K1", "K2", "R1", "R2", "S2", "T1", "T2", "U1", "U2", "V1", "V2", "W1", "W2", "X2", "Y1", "Y2", "Z1", "Z2", "0"}
	// AdopterSexCodes is the list of SEX_ADOPTR.
	AdopterSexCodes = Codes{"M1", "F1", "MM", "FF", "MF"}
	// AdopterStatusCodes is the list of LS_ADOPTR.
	AdopterStatusCodes = Codes{"L0", "L11", "L12", "L2", "L3", "L4"}
	// PlacedCeasedCodes is the list of REASON_PLACED_CEASED.
	PlacedCeasedCodes = Codes{"RD1", "RD2", "RD3", "RD4"}
	// PrevPermCodes is the list of PREV_PERM.
	PrevPermCodes = Codes{"P1", "P2", "P3", "P4", "Z1"}
	// MissingCodes is the list of MISSING.
	MissingCodes = Codes{"M", "A"}
	// SWReasonCodes is the list of SW_REASON.
	SWReasonCodes = Codes{"MANAGE", "FCONTA", "LEFTRL", "ORGRST", "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS"}
	// ZeroOneCodes is the list of ZeroOne.
	ZeroOneCodes = Codes{"0", "1"}
	// MotherCodes is the list of MOTHER.
	MotherCodes = Codes{"0", "1"}
)

// Sets that several rules share.
var (
	// Respite is the legal statuses of short breaks, exempt from many rules.
	Respite = Codes{"V3", "V4"}
	// TemporaryPlaces are placements that stand in for the usual one.
	TemporaryPlaces = Codes{"T0", "T1", "T2", "T3", "T4"}
	// FosterPlaces are placements with foster carers.
	FosterPlaces = Codes{"U1", "U2", "U3", "U4", "U5", "U6"}
	// AdoptionPlaces are placements for adoption.
	AdoptionPlaces = Codes{"A3", "A4", "A5", "A6"}
	// AdoptedReasons end an episode by adoption.
	AdoptedReasons = Codes{"E11", "E12"}
	// OutsideEngland are the values of PL_LA beyond England.
	OutsideEngland = Codes{"CON", "NIR", "SCO", "WAL", "NUK"}
	// UnregisteredPlaces are placements that Ofsted registers nobody for.
	UnregisteredPlaces = Codes{"P1", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14"}
)

// AgencyURN stands in for the URN of a regional adoption agency.
const AgencyURN = "XXXXXXX"
