package datatype

import (
	"fmt"
	"strings"
	"time"
)

// PartialDate is a year, a month of a year, or a day: as much of a date as is
// known. The zero PartialDate is "no date".
type PartialDate struct {
	year  int16
	month int8 // 0: not known
	day   int8 // 0: not known
}

// ParsePartialParts reads three boxes of which the day, or the day and the
// month, may be empty. A day without a month is PartMissing.
func ParsePartialParts(day, month, year string) (PartialDate, error) {
	day, month, year = strings.TrimSpace(day), strings.TrimSpace(month), strings.TrimSpace(year)
	switch absentParts(day, month, year) {
	case AllParts:
		return PartialDate{}, Fault{Kind: Missing, Parts: AllParts}
	case 0:
		d, err := ParseDateParts(day, month, year)
		return Whole(d), err
	case DayPart:
		y, err := readYear(year)
		if err != nil {
			return PartialDate{}, err
		}
		m, ok := readMonth(month)
		if !ok {
			return PartialDate{}, Fault{Kind: NotReal, Parts: MonthPart}
		}
		return PartialDate{year: int16(y), month: int8(m)}, nil
	case DayPart | MonthPart:
		y, err := readYear(year)
		return PartialDate{year: int16(y)}, err
	case MonthPart, MonthPart | YearPart:
		return PartialDate{}, Fault{Kind: PartMissing, Parts: absentParts(day, month, year)}
	default: // the year is the one part that must be there
		return PartialDate{}, Fault{Kind: PartMissing, Parts: YearPart}
	}
}

// ParsePartial reads the canonical forms "2015", "2015-06" and "2015-06-14",
// and nothing else.
func ParsePartial(s string) (PartialDate, error) {
	switch len(s) {
	case 4:
		if y, ok := digits(s); ok && y > 0 {
			return PartialDate{year: int16(y)}, nil
		}
	case 7:
		y, ok1 := digits(s[:4])
		m, ok2 := digits(s[5:])
		if ok1 && ok2 && s[4] == '-' && y > 0 && m >= 1 && m <= 12 {
			return PartialDate{year: int16(y), month: int8(m)}, nil
		}
	case 10:
		d, err := ParseISO(s)
		return Whole(d), err
	}
	return PartialDate{}, ErrDate
}

// Whole returns a day as a partial date of which everything is known.
func Whole(d Date) PartialDate {
	if d == 0 {
		return PartialDate{}
	}
	y, m, day := d.Civil()
	return PartialDate{year: int16(y), month: int8(m), day: int8(day)}
}

// IsZero reports "no date".
func (p PartialDate) IsZero() bool { return p.year == 0 }

// IsWhole reports that the day is known.
func (p PartialDate) IsWhole() bool { return p.day != 0 }

// First and Last return the days between which the date lies.
func (p PartialDate) First() Date {
	if p.year == 0 {
		return 0
	}
	return fromCivil(int(p.year), max(int(p.month), 1), max(int(p.day), 1))
}

// Last returns the latest day that the date can be.
func (p PartialDate) Last() Date {
	switch {
	case p.year == 0:
		return 0
	case p.month == 0:
		return fromCivil(int(p.year), 12, 31)
	case p.day == 0:
		return fromCivil(int(p.year), int(p.month), daysIn(int(p.year), time.Month(p.month)))
	}
	return p.First()
}

// String writes the canonical form; the zero PartialDate is empty.
func (p PartialDate) String() string {
	switch {
	case p.year == 0:
		return ""
	case p.month == 0:
		return fmt.Sprintf("%04d", p.year)
	case p.day == 0:
		return fmt.Sprintf("%04d-%02d", p.year, p.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.year, p.month, p.day)
}

// Words writes "2015", "June 2015" or "14 June 2015".
func (p PartialDate) Words() string {
	switch {
	case p.year == 0:
		return ""
	case p.month == 0:
		return fmt.Sprintf("%d", p.year)
	case p.day == 0:
		return fmt.Sprintf("%s %d", time.Month(p.month), p.year)
	}
	return p.First().Words()
}
