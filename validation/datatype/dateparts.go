package datatype

import (
	"strings"
	"time"
)

var monthNames = [...]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

// ParseDateParts reads a date typed into three boxes. Spaces around are
// dropped; the day may be 6, 06 or 6th, the month 6, 06, June or any beginning
// of its name from three letters in any case. The error is a [Fault]: Missing,
// PartMissing, YearShort or NotReal, with the boxes at fault.
func ParseDateParts(day, month, year string) (Date, error) {
	day, month, year = strings.TrimSpace(day), strings.TrimSpace(month), strings.TrimSpace(year)
	absent := absentParts(day, month, year)
	switch absent {
	case 0:
	case AllParts:
		return 0, Fault{Kind: Missing, Parts: AllParts}
	default:
		return 0, Fault{Kind: PartMissing, Parts: absent}
	}
	y, err := readYear(year)
	if err != nil {
		return 0, err
	}
	d, okDay := readDay(day)
	m, okMonth := readMonth(month)
	if wrong := wrongParts(okDay, okMonth); wrong != 0 {
		return 0, Fault{Kind: NotReal, Parts: wrong}
	}
	date, err := NewDate(y, m, d)
	if err != nil {
		// Each box could be right by itself: the day or the month is the slip.
		return 0, Fault{Kind: NotReal, Parts: DayPart | MonthPart}
	}
	return date, nil
}

func absentParts(day, month, year string) Parts {
	var p Parts
	if day == "" {
		p |= DayPart
	}
	if month == "" {
		p |= MonthPart
	}
	if year == "" {
		p |= YearPart
	}
	return p
}

func wrongParts(okDay, okMonth bool) Parts {
	var p Parts
	if !okDay {
		p |= DayPart
	}
	if !okMonth {
		p |= MonthPart
	}
	return p
}

func readYear(s string) (int, error) {
	n, ok := digits(s)
	switch {
	case !ok:
		return 0, Fault{Kind: NotReal, Parts: YearPart}
	case len(s) != 4:
		return 0, Fault{Kind: YearShort, Parts: YearPart}
	case n == 0:
		return 0, Fault{Kind: NotReal, Parts: YearPart}
	}
	return n, nil
}

func readDay(s string) (int, bool) {
	s = strings.ToLower(s)
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutSuffix(s, ending); ok {
			s = rest
			break
		}
	}
	if len(s) > 2 {
		return 0, false
	}
	n, ok := digits(s)
	return n, ok && n >= 1 && n <= 31
}

func readMonth(s string) (time.Month, bool) {
	if len(s) <= 2 {
		n, ok := digits(s)
		return time.Month(n), ok && n >= 1 && n <= 12
	}
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	if len(s) < 3 {
		return 0, false
	}
	for i, name := range monthNames {
		if strings.HasPrefix(name, s) {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// SplitDate takes apart a whole date that was pasted into one box, such as
// "14/6/2018", "14 June 2018", "14-06-2018" or "2018-06-14". It only cuts; the
// boxes are still to be read by [ParseDateParts].
func SplitDate(s string) (day, month, year string, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '/' || r == '-' || r == '.' || r == ',' || r == ' ' || r == '\t' || r == '\u00a0'
	})
	if len(parts) != 3 {
		return "", "", "", false
	}
	if _, number := digits(parts[0]); number && len(parts[0]) == 4 {
		return parts[2], parts[1], parts[0], true
	}
	return parts[0], parts[1], parts[2], true
}

// JoinParts writes what stands in three boxes as one text, "14|6|2018".
func JoinParts(day, month, year string) string { return day + "|" + month + "|" + year }

// CutParts takes apart what JoinParts wrote; missing parts are empty.
func CutParts(s string) (day, month, year string) {
	day, s, _ = strings.Cut(s, "|")
	month, year, _ = strings.Cut(s, "|")
	return day, month, year
}
