package ssda903

import (
	"fmt"
	"strconv"
	"time"

	"recordwell/validation/datatype"
)

// Period is the collection year: 1 April to 31 March.
type Period struct {
	Start, End datatype.Date
}

// Years are the collection years whose rules are known, newest last. The rules
// are those of 2026/27; earlier years run the same rules over their own dates,
// less those that did not exist yet.
var Years = []string{"2023-24", "2024-25", "2025-26", "2026-27"}

// ParseYear reads a collection year: "2026-27", "2026/27" or the year it ends
// in, "2027".
func ParseYear(s string) (Period, error) {
	bad := fmt.Errorf("the collection year %.20q must be written like 2026-27", s)
	switch len(s) {
	case 4:
		end, err := strconv.Atoi(s)
		if err != nil || end < 1990 || end > 2200 {
			return Period{}, bad
		}
		return yearEnding(end), nil
	case 7:
		start, err1 := strconv.Atoi(s[:4])
		end, err2 := strconv.Atoi(s[5:])
		if err1 != nil || err2 != nil || s[4] != '-' && s[4] != '/' || (start+1)%100 != end {
			return Period{}, bad
		}
		return ParseYear(strconv.Itoa(start + 1))
	}
	return Period{}, bad
}

func yearEnding(end int) Period {
	return Period{datatype.MustDate(end-1, time.April, 1), datatype.MustDate(end, time.March, 31)}
}

// Year is the name of the year, "2026-27".
func (p Period) Year() string {
	y, _, _ := p.End.Civil()
	return fmt.Sprintf("%04d-%02d", y-1, y%100)
}

// EndYear is the year that the collection year ends in, 2027 for 2026-27.
func (p Period) EndYear() int {
	y, _, _ := p.End.Civil()
	return y
}

// Contains reports a real date inside the year.
func (p Period) Contains(v Value) bool {
	return v.IsDate() && !v.Before(p.Start) && !v.After(p.End)
}

// Overlaps reports that a spell from start to end lies at least partly in the
// year. A missing end is open; a start or end that is not a real date is no
// overlap.
func (p Period) Overlaps(start, end Value) bool {
	if !start.IsDate() || end.NotDate() {
		return false
	}
	return !start.After(p.End) && (end.Missing() || !end.Before(p.Start))
}
