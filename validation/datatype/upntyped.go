package datatype

import "strings"

// ReadUPN reads a unique pupil number as people type it, with spaces, hyphens
// and small letters, and looks at everything that a number says about itself:
// WrongLetters, WrongShape, NotOnList (characters 2 to 4 name no local
// authority) or WrongCheck (the first letter does not fit).
func ReadUPN(s string) (UPN, error) {
	s = strings.ToUpper(squeeze(s))
	if s == "" {
		return "", fault(Missing)
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) && !isUpper(s[i]) {
			return "", fault(WrongLetters)
		}
	}
	u, ok := ParseUPN(s)
	if !ok {
		return "", fault(WrongShape)
	}
	if _, err := ParseLACode(u.LA()); err != nil {
		return "", fault(NotOnList)
	}
	if u.CheckLetter() != u[0] {
		return "", fault(WrongCheck)
	}
	return u, nil
}
