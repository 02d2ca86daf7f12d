package datatype

import (
	"fmt"
	"strings"
)

// TimeOfDay is a time on the clock in minutes after midnight, 0 to 1439.
type TimeOfDay int16

// ParseTime reads 10:47, 10.47, 1047, 947, 10:47am, 10.47 pm and 10am. A number
// alone ("10") is the wrong shape: it says neither minutes nor half of the day.
func ParseTime(s string) (TimeOfDay, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return 0, fault(Missing)
	}
	s, half := cutHalf(s)
	hour, minute, ok := readClock(s, half != 0)
	if !ok {
		return 0, fault(WrongShape)
	}
	if minute > 59 || hour > 23 {
		return 0, fault(NotReal)
	}
	switch {
	case half == 'a' && (hour > 12 || hour == 0), half == 'p' && hour == 0:
		return 0, fault(NotReal)
	case half == 'a' && hour == 12:
		hour = 0
	case half == 'p' && hour < 12:
		hour += 12
	}
	return TimeOfDay(hour*60 + minute), nil
}

func cutHalf(s string) (rest string, half byte) {
	for _, ending := range []string{"am", "a.m.", "a.m", "pm", "p.m.", "p.m"} {
		if rest, ok := strings.CutSuffix(s, ending); ok {
			return strings.TrimSpace(rest), ending[0]
		}
	}
	return s, 0
}

func readClock(s string, hourAlone bool) (hour, minute int, ok bool) {
	if i := strings.IndexAny(s, ":."); i >= 0 {
		h, m := s[:i], s[i+1:]
		if len(h) < 1 || len(h) > 2 || len(m) != 2 {
			return 0, 0, false
		}
		hour, ok1 := digits(h)
		minute, ok2 := digits(m)
		return hour, minute, ok1 && ok2
	}
	n, ok := digits(s)
	switch len(s) {
	case 1, 2:
		return n, 0, ok && hourAlone
	case 3, 4:
		return n / 100, n % 100, ok
	}
	return 0, 0, false
}

// String writes the 24-hour clock, "09:47".
func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", t/60, t%60) }
