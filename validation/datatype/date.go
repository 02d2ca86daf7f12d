package datatype

import (
	"errors"
	"fmt"
	"time"
)

// ErrDate says that a text is not a real date in the expected format.
var ErrDate = errors.New("not a real date")

// Date is a calendar day without a clock or a zone. The zero Date is "no date".
// Days count from 1 January of year 1, which is day 1, so dates compare and
// subtract as integers.
type Date int32

const unixDay1 = 719163 // day number of 1 January 1970

// NewDate returns the given day, or ErrDate when there is no such day.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, ErrDate
	}
	return fromCivil(year, int(month), day), nil
}

// MustDate is NewDate for constants.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(fmt.Sprintf("datatype: %d-%d-%d: %v", year, month, day, err))
	}
	return d
}

// ParseISO reads YYYY-MM-DD and nothing else.
func ParseISO(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, ErrDate
	}
	return parse(s[0:4], s[5:7], s[8:10])
}

// ParseDMY reads DD/MM/YYYY and nothing else, the format of the SSDA903 files.
func ParseDMY(s string) (Date, error) {
	if len(s) != 10 || s[2] != '/' || s[5] != '/' {
		return 0, ErrDate
	}
	return parse(s[6:10], s[3:5], s[0:2])
}

func parse(y, m, d string) (Date, error) {
	year, ok1 := digits(y)
	month, ok2 := digits(m)
	day, ok3 := digits(d)
	if !ok1 || !ok2 || !ok3 {
		return 0, ErrDate
	}
	return NewDate(year, time.Month(month), day)
}

func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(s) > 0
}

// IsZero reports "no date".
func (d Date) IsZero() bool { return d == 0 }

// String writes YYYY-MM-DD; the zero Date is empty.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

// DMY writes DD/MM/YYYY; the zero Date is empty.
func (d Date) DMY() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%02d/%02d/%04d", day, int(m), y)
}

// Words writes "7 October 2025", as people read it; the zero Date is empty.
func (d Date) Words() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return time.Weekday(int32(d) % 7) }

// IsWeekend reports Saturday or Sunday.
func (d Date) IsWeekend() bool { w := d.Weekday(); return w == time.Saturday || w == time.Sunday }

// AddDays moves by days.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddMonths moves by calendar months; a day that the month lacks becomes its
// last day (31 January plus one month is 28 or 29 February).
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Civil()
	months := y*12 + int(m) - 1 + n
	y, m = months/12, time.Month(months%12+1)
	return fromCivil(y, int(m), min(day, daysIn(y, m)))
}

// AddYears moves by calendar years; 29 February becomes 28 February.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// AgeOn returns completed years from d to on; negative when on is earlier.
func (d Date) AgeOn(on Date) int {
	y1, m1, d1 := d.Civil()
	y2, m2, d2 := on.Civil()
	age := y2 - y1
	if m2 < m1 || (m2 == m1 && d2 < d1) {
		age--
	}
	return age
}

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time {
	return time.Unix((int64(d)-unixDay1)*86400, 0).UTC()
}

// FromTime returns the calendar day of t in its own zone.
func FromTime(t time.Time) Date {
	y, m, d := t.Date()
	return fromCivil(y, int(m), d)
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// fromCivil and Civil follow the usual era arithmetic with March as first month.
func fromCivil(y, m, d int) Date {
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Date(era*146097 + doe - 305)
}

// Civil returns year, month and day.
func (d Date) Civil() (int, time.Month, int) {
	z := int(d) + 305
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	y := yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day := doy - (153*mp+2)/5 + 1
	m := mp + 3
	if m > 12 {
		m -= 12
		y++
	}
	return y, time.Month(m), day
}
