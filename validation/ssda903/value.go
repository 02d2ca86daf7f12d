package ssda903

import (
	"slices"
	"strconv"

	"recordwell/validation"
	"recordwell/validation/datatype"
)

// Value is one cell of one row. It keeps three things apart: nothing was written
// ([Value.Missing]), something was written that cannot be what it should be
// ([Value.NotDate], or a code that no list has), and a usable value. It knows
// where it stands, so a rule reports it with [Value.At].
//
// Values of the same text share one copy of it, with its date read once.
type Value struct {
	text  *text
	row   int32
	table Table
	col   uint8
}

// text is what was written, and the day it names if it names one.
type text struct {
	s    string
	date datatype.Date
}

// Missing reports that nothing was written.
func (v Value) Missing() bool { return v.text == nil }

// Present reports that something was written, usable or not.
func (v Value) Present() bool { return v.text != nil }

// Text is what was written; empty when nothing was.
func (v Value) Text() string {
	if v.text == nil {
		return ""
	}
	return v.text.s
}

// Is reports whether the value is one of the codes.
func (v Value) Is(codes ...string) bool {
	return v.text != nil && slices.Contains(codes, v.text.s)
}

// In reports whether the value is in the set.
func (v Value) In(set Codes) bool { return v.text != nil && slices.Contains(set, v.text.s) }

// NotIn reports a value that is written and not in the set.
func (v Value) NotIn(set Codes) bool { return v.text != nil && !slices.Contains(set, v.text.s) }

// Same reports the same value, two missing values being the same. Two dates are
// the same when they are the same day.
func (v Value) Same(w Value) bool {
	switch {
	case v.text == w.text:
		return true
	case v.text == nil || w.text == nil:
		return false
	case v.text.date != 0 && w.text.date != 0:
		return v.text.date == w.text.date
	}
	return v.text.s == w.text.s
}

// Day is the date, or no date (zero) when the value is missing or not a real
// date.
func (v Value) Day() datatype.Date {
	if v.text == nil {
		return 0
	}
	return v.text.date
}

// IsDate reports a real date.
func (v Value) IsDate() bool { return v.text != nil && v.text.date != 0 }

// NotDate reports that something was written and is not a real date.
func (v Value) NotDate() bool { return v.text != nil && v.text.date == 0 }

// Before reports that both are real dates and the value is earlier.
func (v Value) Before(d datatype.Date) bool { return v.IsDate() && d != 0 && v.text.date < d }

// After reports that both are real dates and the value is later.
func (v Value) After(d datatype.Date) bool { return v.IsDate() && d != 0 && v.text.date > d }

// On reports that both are real dates and the same day.
func (v Value) On(d datatype.Date) bool { return v.IsDate() && d != 0 && v.text.date == d }

// Number is the value as a number; false when it is missing or not one.
func (v Value) Number() (float64, bool) {
	if v.text == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(v.text.s, 64)
	return n, err == nil
}

// At is the place of the value, for a finding.
func (v Value) At() validation.Place {
	return validation.Place{
		Table: v.table.String(), Field: v.table.column(v.col), Row: int(v.row), Value: v.Text(),
	}
}

// nowhere is the row of a value whose row is not there.
const nowhere = -1
