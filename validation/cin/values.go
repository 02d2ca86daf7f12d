package cin

import (
	"slices"
	"strconv"

	"recordwell/validation/datatype"
)

// Text is a value kept as it was written: missing, or some text.
type Text struct {
	s     string
	given bool
}

// NewText is a value that was given. An empty text is not the same as none.
func NewText(s string) Text { return Text{s, true} }

// Missing reports that nothing was given.
func (t Text) Missing() bool { return !t.given }

// Present reports that something was given, right or wrong.
func (t Text) Present() bool { return t.given }

// String returns what was written, empty when missing.
func (t Text) String() string { return t.s }

// Is reports whether the value is one of the codes.
func (t Text) Is(codes ...string) bool { return t.given && slices.Contains(codes, t.s) }

// In reports whether the value is on the list.
func (t Text) In(list codeList) bool {
	if !t.given {
		return false
	}
	_, ok := list[t.s]
	return ok
}

// True reports yes, in either spelling of the schema.
func (t Text) True() bool { return t.given && (t.s == "true" || t.s == "1") }

// False reports no, in either spelling of the schema. A missing value is
// neither true nor false.
func (t Text) False() bool { return t.given && (t.s == "false" || t.s == "0") }

// Int returns the value as a whole number.
func (t Text) Int() (int, bool) {
	n, err := strconv.Atoi(t.s)
	return n, t.given && err == nil
}

// Date is a day as it was written: missing, a real day, or a text that is no
// day. Comparisons hold only between real days, so a bad date never makes
// another value look wrong.
type Date struct {
	text string // only when it is no day
	day  datatype.Date
}

// NewDate is a real day.
func NewDate(d datatype.Date) Date { return Date{day: d} }

// ParseDate reads YYYY-MM-DD; any other text is kept as a date that is not real.
func ParseDate(s string) Date {
	d, err := datatype.ParseISO(s)
	if err != nil {
		return Date{text: s}
	}
	return Date{day: d}
}

// Present reports a real day.
func (d Date) Present() bool { return d.day != 0 }

// Missing reports that there is no real day: nothing was given, or what was
// given is no day. The rules ask this, as the Department's do.
func (d Date) Missing() bool { return d.day == 0 }

// Unreadable reports that something was given that is no day.
func (d Date) Unreadable() bool { return d.text != "" }

// Day returns the day, or the zero Date.
func (d Date) Day() datatype.Date { return d.day }

// String returns YYYY-MM-DD, or what was written when that is no day.
func (d Date) String() string {
	if d.day != 0 {
		return d.day.String()
	}
	return d.text
}

// Before reports that both are real and d is earlier.
func (d Date) Before(e Date) bool { return d.day != 0 && e.day != 0 && d.day < e.day }

// After reports that both are real and d is later.
func (d Date) After(e Date) bool { return e.Before(d) }

// OnOrBefore reports that both are real and d is not later.
func (d Date) OnOrBefore(e Date) bool { return d.day != 0 && e.day != 0 && d.day <= e.day }

// OnOrAfter reports that both are real and d is not earlier.
func (d Date) OnOrAfter(e Date) bool { return e.OnOrBefore(d) }

// SameDay reports that both are the same real day.
func (d Date) SameDay(e Date) bool { return d.day != 0 && d.day == e.day }

// AddDays, AddMonths and AddYears move a real day; a missing one stays missing.
func (d Date) AddDays(n int) Date {
	if d.day == 0 {
		return Date{}
	}
	return Date{day: d.day.AddDays(n)}
}

// AddMonths moves by calendar months.
func (d Date) AddMonths(n int) Date {
	if d.day == 0 {
		return Date{}
	}
	return Date{day: d.day.AddMonths(n)}
}

// AddYears moves by calendar years.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// Weekend reports a Saturday or Sunday.
func (d Date) Weekend() bool { return d.day != 0 && d.day.IsWeekend() }
