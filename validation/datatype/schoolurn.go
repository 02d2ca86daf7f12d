package datatype

// SchoolURN is the six-figure number of a school in the register of schools in
// England; it starts with 1.
type SchoolURN string

// ParseSchoolURN reads a school's number.
func ParseSchoolURN(s string) (SchoolURN, error) {
	s = squeeze(s)
	if s == "" {
		return "", fault(Missing)
	}
	if _, ok := digits(s); !ok {
		return "", fault(WrongLetters)
	}
	if len(s) != 6 || s[0] != '1' {
		return "", fault(WrongShape)
	}
	return SchoolURN(s), nil
}
