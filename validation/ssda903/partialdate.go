package ssda903

import (
	"strconv"
	"time"

	"recordwell/validation/datatype"
)

// partialDate reads a date of which parts may be ZZ, or ZZZZ for the year:
// "ZZ/05/2021". First is the earliest day that it can be, or no date when the
// year is not known. It is false when no day could be meant.
func partialDate(v Value) (first datatype.Date, ok bool) {
	if v.IsDate() {
		return v.Day(), true
	}
	s := v.Text()
	if len(s) != len("ZZ/ZZ/ZZZZ") || s[2] != '/' || s[5] != '/' {
		return 0, false
	}
	day, ok1 := datePart(s[:2], "ZZ")
	month, ok2 := datePart(s[3:5], "ZZ")
	year, ok3 := datePart(s[6:], "ZZZZ")
	if !ok1 || !ok2 || !ok3 {
		return 0, false
	}
	const leap = 2000 // has every day that any year has
	known := year != 0
	if !known {
		year = leap
	}
	first, err := datatype.NewDate(year, time.Month(max(month, 1)), max(day, 1))
	if err != nil {
		return 0, false
	}
	if !known {
		return 0, true
	}
	return first, true
}

// datePart reads digits; 0 is a part that is not known.
func datePart(s, unknown string) (int, bool) {
	if s == unknown {
		return 0, true
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err == nil && n > 0
}
