package datatype

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Workdays is a calendar of working days: Monday to Friday without the bank
// holidays it lists. It answers only for the years that its list covers.
type Workdays struct {
	from, to Date   // first and last day covered
	holidays []Date // sorted
}

// NewWorkdays makes a calendar for whole years.
func NewWorkdays(firstYear, lastYear int, holidays []Date) (*Workdays, error) {
	from, err1 := NewDate(firstYear, 1, 1)
	to, err2 := NewDate(lastYear, 12, 31)
	if err1 != nil || err2 != nil || to < from {
		return nil, fmt.Errorf("calendar: %d to %d is not a span of years", firstYear, lastYear)
	}
	w := &Workdays{from: from, to: to, holidays: slices.Clone(holidays)}
	slices.Sort(w.holidays)
	for _, h := range w.holidays {
		if h < from || h > to {
			return nil, fmt.Errorf("calendar: %s lies outside the years that it covers", h)
		}
	}
	return w, nil
}

// ParseWorkdays reads the JSON of a calendar file:
// {"covers": [2000, 2027], "dates": ["2000-01-03", …]}. Other keys are notes.
func ParseWorkdays(data []byte) (*Workdays, error) {
	var file struct {
		Covers [2]int   `json:"covers"`
		Dates  []string `json:"dates"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	days := make([]Date, len(file.Dates))
	for i, s := range file.Dates {
		d, err := ParseISO(s)
		if err != nil {
			return nil, fmt.Errorf("calendar: %q is not a date", s)
		}
		days[i] = d
	}
	return NewWorkdays(file.Covers[0], file.Covers[1], days)
}

// Covers returns the first and last day that the calendar knows.
func (w *Workdays) Covers() (from, to Date) { return w.from, w.to }

// IsWorking reports whether d is a working day. Days outside the calendar count
// by their weekday alone; see [Workdays.Back] for arithmetic that refuses them.
func (w *Workdays) IsWorking(d Date) bool {
	if d.IsWeekend() {
		return false
	}
	return !w.IsHoliday(d)
}

// IsHoliday reports whether d is a bank holiday that the calendar lists. A nil
// calendar knows of none.
func (w *Workdays) IsHoliday(d Date) bool {
	if w == nil {
		return false
	}
	_, listed := slices.BinarySearch(w.holidays, d)
	return listed
}

// Back returns the day that is n working days before d. It is false when the
// way there leaves the years that the calendar covers.
func (w *Workdays) Back(d Date, n int) (Date, bool) { return w.step(d, n, -1) }

// Forward returns the day that is n working days after d.
func (w *Workdays) Forward(d Date, n int) (Date, bool) { return w.step(d, n, 1) }

// Between counts the working days after from, up to and including to.
func (w *Workdays) Between(from, to Date) (int, bool) {
	if from < w.from || to > w.to {
		return 0, false
	}
	n := 0
	for d := from + 1; d <= to; d++ {
		if w.IsWorking(d) {
			n++
		}
	}
	return n, true
}

func (w *Workdays) step(d Date, n int, by Date) (Date, bool) {
	for n > 0 {
		d += by
		if d < w.from || d > w.to {
			return 0, false
		}
		if w.IsWorking(d) {
			n--
		}
	}
	return d, d >= w.from && d <= w.to
}
