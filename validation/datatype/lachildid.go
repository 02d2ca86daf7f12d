package datatype

import "strings"

// LAChildID is the number or name that a local authority keeps a child's
// record under: up to 20 letters and figures.
type LAChildID string

const maxLAChildID = 20

// ParseLAChildID reads a local child identifier. Spaces around it are dropped,
// everything else counts, as in the census.
func ParseLAChildID(s string) (LAChildID, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", fault(Missing)
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isDigit(c) && !isUpper(c) && !isLower(c) {
			return "", fault(WrongLetters)
		}
	}
	if len(s) > maxLAChildID {
		return "", fault(TooLong)
	}
	return LAChildID(s), nil
}
