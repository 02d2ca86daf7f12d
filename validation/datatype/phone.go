package datatype

import "strings"

// Phone is a telephone number: "+" and figures as dialled from anywhere, with
// ";ext=12" for an extension, or one of the short numbers of the UK as it is.
type Phone string

// shortNumbers can be dialled only from within the UK and have no country code.
var shortNumbers = map[string]bool{"101": true, "105": true, "111": true, "112": true, "119": true, "999": true}

// ParsePhone reads a UK number with spaces, hyphens, brackets, +44, 0044 or
// (0), with "ext 12" after it, or a number of another country that starts with
// + or 00. Families' numbers are often foreign.
func ParsePhone(s string) (Phone, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return "", fault(Missing)
	}
	s, extension, ok := cutExtension(s)
	if !ok {
		return "", fault(WrongLetters)
	}
	s = strings.Replace(s, "(0)", "", 1)
	figures, ok := phoneFigures(s)
	if !ok {
		return "", fault(WrongLetters)
	}
	switch {
	case strings.HasPrefix(figures, "+44"):
		figures = "+44" + strings.TrimPrefix(figures[3:], "0")
	case strings.HasPrefix(figures, "0044"):
		figures = "+44" + strings.TrimPrefix(figures[4:], "0")
	case strings.HasPrefix(figures, "+"):
	case strings.HasPrefix(figures, "00"):
		figures = "+" + figures[2:]
	case strings.HasPrefix(figures, "0"):
		figures = "+44" + figures[1:]
	case shortNumbers[figures] && extension == "":
		return Phone(figures), nil
	default:
		return "", fault(WrongShape)
	}
	if national, uk := strings.CutPrefix(figures, "+44"); uk && !isUKNational(national) || !uk && !isForeign(figures) {
		return "", fault(WrongShape)
	}
	return Phone(figures + extension), nil
}

// cutExtension returns the extension as ";ext=12".
func cutExtension(s string) (number, extension string, ok bool) {
	for _, mark := range []string{";ext=", "extension", "ext.", "ext", "x"} {
		if before, after, found := strings.Cut(s, mark); found {
			after = strings.TrimSpace(after)
			_, number := digits(after)
			return before, ";ext=" + after, number && len(after) <= 6
		}
	}
	return s, "", true
}

func phoneFigures(s string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9', r == '+' && b.Len() == 0:
			b.WriteRune(r)
		case strings.ContainsRune(" -.()\t\u00a0\u2009\u2010\u2011\u2013", r):
		default:
			return "", false
		}
	}
	return b.String(), true
}

// isUKNational knows the lengths of UK numbers after the country code, as the
// national numbering plan has them.
func isUKNational(s string) bool {
	if s == "8001111" { // Childline
		return true
	}
	if s == "" {
		return false
	}
	switch s[0] {
	case '1':
		return len(s) == 10 || len(s) == 9
	case '2', '3', '5', '7', '9':
		return len(s) == 10
	case '8':
		return len(s) == 10 || len(s) == 9
	}
	return false
}

// isForeign allows 7 to 15 figures, the limits of international numbers.
func isForeign(s string) bool {
	n := len(s) - 1
	return n >= 7 && n <= 15 && s[1] != '0'
}
