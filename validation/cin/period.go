package cin

import (
	"fmt"

	"recordwell/validation/datatype"
)

// Period is the census year of one return: the twelve months that end on its
// reference date. The zero Period knows neither end, and contains nothing.
type Period struct {
	// Start is the first day, 1 April of a real return; End is the reference date.
	Start, End Date
	// DayBefore is one working day before Start; Back15 and Back45 are so many
	// before End. They are missing when the calendar does not reach that far.
	DayBefore, Back15, Back45 Date

	args map[string]string // for the words of a finding
}

// NewPeriod makes the period of a reference date. The calendar is for the rules
// that count working days; without one they are not checked.
func NewPeriod(reference Date, calendar *datatype.Workdays) Period {
	if reference.Missing() {
		return Period{}
	}
	p := Period{Start: reference.AddYears(-1).AddDays(1), End: reference}
	p.args = map[string]string{"from": p.Start.day.Words(), "to": p.End.day.Words()}
	if calendar != nil {
		p.DayBefore = workdaysBack(calendar, p.Start, 1)
		p.Back15 = workdaysBack(calendar, p.End, 15)
		p.Back45 = workdaysBack(calendar, p.End, 45)
	}
	return p
}

// until is the part of the year that ends on a day within it.
func (p Period) until(day Date, calendar *datatype.Workdays) Period {
	if !day.Before(p.End) || day.Before(p.Start) {
		return p
	}
	start := p.Start
	p = NewPeriod(day, calendar)
	p.Start = start
	p.args["from"] = start.day.Words()
	if calendar != nil {
		p.DayBefore = workdaysBack(calendar, start, 1)
	}
	return p
}

// Contains reports that d is a real day from Start to End, both included.
func (p *Period) Contains(d Date) bool { return d.OnOrAfter(p.Start) && d.OnOrBefore(p.End) }

// Excludes reports that d is a real day, the period is known and d is not in it.
func (p *Period) Excludes(d Date) bool {
	return d.Present() && p.End.Present() && !p.Contains(d)
}

func workdaysBack(calendar *datatype.Workdays, from Date, n int) Date {
	day, ok := calendar.Back(from.day, n)
	if !ok {
		return Date{}
	}
	return NewDate(day)
}

// countsWorkdays reports that the calendar covers every working-day rule.
func (p *Period) countsWorkdays() bool {
	return p.DayBefore.Present() && p.Back15.Present() && p.Back45.Present()
}

// collectionYear names the year of a reference date, such as "2025-26"; empty
// when there is none.
func collectionYear(reference Date) string {
	if reference.Missing() {
		return ""
	}
	y, _, _ := reference.day.Civil()
	return fmt.Sprintf("%04d-%02d", y-1, y%100)
}
