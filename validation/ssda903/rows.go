package ssda903

// Header is who the child is: one row a child.
// UASC is derived from the UASC table for CSV files, and read from XML.
type Header struct {
	CHILD, SEX, DOB, ETHNIC, UPN, MOTHER, MC_DOB, UASC Value
}

func (r *Header) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.SEX, &r.DOB, &r.ETHNIC, &r.UPN, &r.MOTHER, &r.MC_DOB, &r.UASC}[i]
}

// Episode is one spell of being looked after under the same legal status and in
// the same placement. PL_LA, PL_LOCATION and PL_DISTANCE are derived from the
// placement postcode.
type Episode struct {
	CHILD, DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE, HOME_POST, PL_POST, URN, PL_LA, PL_LOCATION, PL_DISTANCE Value
}

func (r *Episode) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DECOM, &r.RNE, &r.LS, &r.CIN, &r.PLACE, &r.PLACE_PROVIDER, &r.DEC, &r.REC, &r.REASON_PLACE_CHANGE, &r.HOME_POST, &r.PL_POST, &r.URN, &r.PL_LA, &r.PL_LOCATION, &r.PL_DISTANCE}[i]
}

// Review is one statutory review.
type Review struct {
	CHILD, DOB, REVIEW, REVIEW_CODE Value
}

func (r *Review) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.REVIEW, &r.REVIEW_CODE}[i]
}

// UASC is a child who came to the country alone to seek asylum.
type UASC struct {
	CHILD, SEX, DOB, DUC Value
}

func (r *UASC) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.SEX, &r.DOB, &r.DUC}[i]
}

// OC2 is health and conduct of a child looked after for 12 months at 31 March.
type OC2 struct {
	CHILD, DOB, SDQ_SCORE, SDQ_REASON, CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED Value
}

func (r *OC2) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.SDQ_SCORE, &r.SDQ_REASON, &r.CONVICTED, &r.HEALTH_CHECK, &r.IMMUNISATIONS, &r.TEETH_CHECK, &r.HEALTH_ASSESSMENT, &r.SUBSTANCE_MISUSE, &r.INTERVENTION_RECEIVED, &r.INTERVENTION_OFFERED}[i]
}

// OC3 is what became of a care leaver around a birthday from 17 to 21.
type OC3 struct {
	CHILD, DOB, IN_TOUCH, ACTIV, ACCOM Value
}

func (r *OC3) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.IN_TOUCH, &r.ACTIV, &r.ACCOM}[i]
}

// AD1 is an adoption of the year.
type AD1 struct {
	CHILD, DOB, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR Value
}

func (r *AD1) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.DATE_INT, &r.DATE_MATCH, &r.FOSTER_CARE, &r.NB_ADOPTR, &r.SEX_ADOPTR, &r.LS_ADOPTR}[i]
}

// PlacedAdoption is a decision that the child should be placed for adoption.
type PlacedAdoption struct {
	CHILD, DOB, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED Value
}

func (r *PlacedAdoption) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.DATE_PLACED, &r.DATE_PLACED_CEASED, &r.REASON_PLACED_CEASED}[i]
}

// PrevPerm is a permanence order that ended before this period of care.
// DATE_PERM may hold ZZ for parts that nobody knows.
type PrevPerm struct {
	CHILD, DOB, PREV_PERM, LA_PERM, DATE_PERM Value
}

func (r *PrevPerm) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.PREV_PERM, &r.LA_PERM, &r.DATE_PERM}[i]
}

// Missing is one time that the child was missing (M) or away without leave (A).
type Missing struct {
	CHILD, DOB, MISSING, MIS_START, MIS_END Value
}

func (r *Missing) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.MISSING, &r.MIS_START, &r.MIS_END}[i]
}

// SWEpisode is one spell with the same social worker.
type SWEpisode struct {
	CHILD, DOB, SW_ID, SW_DECOM, SW_DEC, SW_REASON Value
}

func (r *SWEpisode) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.SW_ID, &r.SW_DECOM, &r.SW_DEC, &r.SW_REASON}[i]
}

// DoLo is one deprivation of liberty order.
type DoLo struct {
	CHILD, DOB, DOLO_START, DOLO_END Value
}

func (r *DoLo) field(i int) *Value {
	return [...]*Value{&r.CHILD, &r.DOB, &r.DOLO_START, &r.DOLO_END}[i]
}
