package datatype

import "strings"

// NHSNumber is ten figures of which the last checks the rest.
type NHSNumber string

// ParseNHSNumber reads an NHS number with or without spaces and hyphens. The
// check is the NHS data dictionary's: weights 10 to 2, modulus 11.
func ParseNHSNumber(s string) (NHSNumber, error) {
	s = squeeze(s)
	if s == "" {
		return "", fault(Missing)
	}
	sum, same := 0, true
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return "", fault(WrongLetters)
		}
		if i < 9 {
			sum += int(s[i]-'0') * (10 - i)
		}
		same = same && s[i] == s[0]
	}
	if len(s) != 10 {
		return "", fault(WrongShape)
	}
	// A check of 10 cannot be written, so no such number is given out; ten
	// times the same figure is a filler, though some of them add up.
	check := (11 - sum%11) % 11
	if same || check != int(s[9]-'0') {
		return "", fault(WrongCheck)
	}
	return NHSNumber(s), nil
}

// Words writes the number as people read it, "943 476 5919".
func (n NHSNumber) Words() string {
	if len(n) != 10 {
		return string(n)
	}
	return string(n[:3] + " " + n[3:6] + " " + n[6:])
}

// squeeze drops the spaces and hyphens that people put into numbers.
func squeeze(s string) string {
	if !strings.ContainsAny(s, " -\t\u00a0\u2009\u2010\u2011\u2013") {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '\t', '\u00a0', '\u2009', '\u2010', '\u2011', '\u2013':
			return -1
		}
		return r
	}, s)
}
