package datatype

import "strings"

// Postcode is a full UK postcode in capitals with one space, "SW1A 2AA".
type Postcode string

// ParsePostcode reads a full postcode in any case, with or without its space.
// The shapes and the letters that cannot stand where are the Royal Mail's.
func ParsePostcode(s string) (Postcode, error) {
	s = strings.ToUpper(squeeze(s))
	if s == "" {
		return "", fault(Missing)
	}
	for i := 0; i < len(s); i++ {
		if !isUpper(s[i]) && !isDigit(s[i]) {
			return "", fault(WrongLetters)
		}
	}
	if len(s) < 5 || len(s) > 7 {
		return "", fault(WrongShape)
	}
	out, in := s[:len(s)-3], s[len(s)-3:]
	if s != "GIR0AA" && (!isOutward(out) || !isInward(in)) {
		return "", fault(WrongShape)
	}
	return Postcode(out + " " + in), nil
}

// Outward returns the half before the space: the district.
func (p Postcode) Outward() string {
	out, _, _ := strings.Cut(string(p), " ")
	return out
}

func isInward(s string) bool {
	return isDigit(s[0]) && isInwardLetter(s[1]) && isInwardLetter(s[2])
}

func isInwardLetter(c byte) bool { return isUpper(c) && !strings.ContainsRune("CIKMOV", rune(c)) }

// isOutward knows A9, A99, A9A, AA9, AA99 and AA9A.
func isOutward(s string) bool {
	if !isUpper(s[0]) || strings.ContainsRune("QVX", rune(s[0])) {
		return false
	}
	rest, last := s[1:], "ABCDEFGHJKPSTUW"
	if isUpper(rest[0]) {
		if strings.ContainsRune("IJZ", rune(rest[0])) {
			return false
		}
		rest, last = rest[1:], "ABEHMNPRVWXY"
	}
	switch len(rest) {
	case 1:
		return isDigit(rest[0])
	case 2:
		return isDigit(rest[0]) && (isDigit(rest[1]) || strings.ContainsRune(last, rune(rest[1])))
	}
	return false
}
