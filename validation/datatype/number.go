package datatype

import (
	"strconv"
	"strings"
)

// ParseInteger reads a whole number such as "12", "+12", "-3" or "007". A comma
// is refused, because it could divide thousands or a fraction.
func ParseInteger(s string) (int64, error) {
	text, err := readNumber(s)
	if err != nil {
		return 0, err
	}
	if strings.Contains(text, ".") {
		return 0, fault(NotWhole)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault(OutOfRange)
	}
	return n, nil
}

// Decimal is a number with a point in canonical form: no plus sign, no zeros
// that say nothing ("2.50" is "2.5", ".5" is "0.5", "-0" is "0").
type Decimal string

// maxDigits is what a float64 keeps exactly.
const maxDigits = 15

// ParseDecimal reads a number with at most 15 figures; a comma is refused.
func ParseDecimal(s string) (Decimal, error) {
	text, err := readNumber(s)
	if err != nil {
		return "", err
	}
	sign := ""
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		sign, text = "-", rest
	}
	whole, fraction, _ := strings.Cut(text, ".")
	whole = strings.TrimLeft(whole, "0")
	fraction = strings.TrimRight(fraction, "0")
	if len(whole)+len(fraction) > maxDigits {
		return "", fault(OutOfRange)
	}
	switch {
	case whole == "" && fraction == "":
		return "0", nil
	case whole == "":
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return Decimal(sign + whole + fraction), nil
}

// Float returns the number for reckoning.
func (d Decimal) Float() float64 {
	f, err := strconv.ParseFloat(string(d), 64)
	if err != nil {
		return 0 // only for a Decimal that ParseDecimal did not make
	}
	return f
}

// readNumber checks the shape and returns an optional minus, figures and at
// most one point between or before figures.
func readNumber(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", fault(Missing)
	}
	s = strings.Replace(s, "\u2212", "-", 1) // the minus sign of typography
	s = strings.TrimPrefix(s, "+")
	body := strings.TrimPrefix(s, "-")
	figures, points, commas := 0, 0, 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c >= '0' && c <= '9':
			figures++
		case c == '.':
			points++
		case c == ',':
			commas++
		default:
			return "", fault(NotNumber)
		}
	}
	switch {
	case figures == 0 || points > 1 || strings.HasSuffix(body, "."):
		return "", fault(NotNumber)
	case commas > 0:
		return "", fault(Comma)
	}
	return s, nil
}
