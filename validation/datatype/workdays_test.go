package datatype_test

import (
	"slices"
	"testing"
	"time"

	"recordwell/assets/calendars"
	. "recordwell/validation/datatype"
)

func england(t *testing.T) *Workdays {
	t.Helper()
	w, err := ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorkingDays(t *testing.T) {
	w := england(t)
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2023-03-31", 45, "2023-01-27"},
		{"2022-03-31", 15, "2022-03-10"},
		{"2026-03-31", 45, "2026-01-27"},
		{"2024-03-31", 1, "2024-03-28"}, // Easter Sunday; Good Friday is no working day
		{"2025-04-01", 1, "2025-03-31"},
		{"2023-01-03", 1, "2022-12-30"},
		{"2026-05-03", 0, "2026-05-03"},
	} {
		from, _ := ParseISO(c.from)
		got, ok := w.Back(from, c.n)
		if !ok || got.String() != c.want {
			t.Errorf("%d working days before %s: %s, want %s", c.n, c.from, got, c.want)
		}
		if c.n > 0 && w.IsWorking(from) {
			if back, ok := w.Forward(got, c.n); !ok || back != from {
				t.Errorf("%d working days after %s: %s, want %s", c.n, got, back, c.from)
			}
		}
		if n, ok := w.Between(got, from); w.IsWorking(from) && (!ok || n != c.n) {
			t.Errorf("%d working days from %s to %s, want %d", n, got, from, c.n)
		}
	}
}

func TestACalendarRefusesWhatItDoesNotCover(t *testing.T) {
	w := england(t)
	from, to := w.Covers()
	if _, ok := w.Back(from.AddDays(3), 10); ok {
		t.Error("it went back before its first year")
	}
	if _, ok := w.Forward(to, 1); ok {
		t.Error("it went on after its last year")
	}
	if _, ok := w.Back(to.AddDays(1), 0); ok {
		t.Error("it answered for a day that it does not cover")
	}
	if _, ok := w.Between(from.AddDays(-1), to); ok {
		t.Error("it counted days that it does not cover")
	}
	for _, bad := range []string{`{`, `{"covers": [2020, 2019]}`, `{"covers": [2020, 2021], "dates": ["2019-12-25"]}`, `{"covers": [2020, 2021], "dates": ["25/12/2020"]}`} {
		if _, err := ParseWorkdays([]byte(bad)); err == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}

// The shipped list must be what the law of 1971 and the proclamations give.
func TestEnglandsBankHolidaysFollowTheLaw(t *testing.T) {
	w := england(t)
	from, to := w.Covers()
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	for year := first; year <= last; year++ {
		want := bankHolidays(year)
		for d := MustDate(year, 1, 1); d <= MustDate(year, 12, 31); d++ {
			if !d.IsWeekend() && w.IsWorking(d) == slices.Contains(want, d) {
				t.Errorf("%s: working day %t", d, w.IsWorking(d))
			}
		}
	}
}

// moved are the proclamations: a day in place of another, or one more.
var moved = map[string]string{"2002-05-27": "2002-06-04", "2012-05-28": "2012-06-04", "2020-05-04": "2020-05-08", "2022-05-30": "2022-06-02"}

var proclaimed = []string{"2002-06-03", "2011-04-29", "2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"}

func bankHolidays(year int) []Date {
	e := easter(year)
	days := []Date{
		nextWorking(MustDate(year, 1, 1), nil), e.AddDays(-2), e.AddDays(1),
		firstMonday(MustDate(year, 5, 1)), lastMonday(MustDate(year, 5, 31)), lastMonday(MustDate(year, 8, 31)),
	}
	days = append(days, nextWorking(MustDate(year, 12, 25), days))
	days = append(days, nextWorking(MustDate(year, 12, 26), days))
	for i, d := range days {
		if to, ok := moved[d.String()]; ok {
			days[i], _ = ParseISO(to)
		}
	}
	for _, s := range proclaimed {
		if d, _ := ParseISO(s); d >= MustDate(year, 1, 1) && d <= MustDate(year, 12, 31) {
			days = append(days, d)
		}
	}
	return days
}

func nextWorking(d Date, taken []Date) Date {
	for d.IsWeekend() || slices.Contains(taken, d) {
		d++
	}
	return d
}

func firstMonday(d Date) Date {
	for d.Weekday() != time.Monday {
		d++
	}
	return d
}

func lastMonday(d Date) Date {
	for d.Weekday() != time.Monday {
		d--
	}
	return d
}

// easter follows the ecclesiastical full moon of the Gregorian calendar.
func easter(year int) Date {
	golden := year%19 + 1
	century := year/100 + 1
	skipped := 3*century/4 - 12
	moon := (8*century+5)/25 - 5
	sunday := 5*year/4 - skipped - 10
	epact := ((11*golden+20+moon-skipped)%30 + 30) % 30
	if epact == 25 && golden > 11 || epact == 24 {
		epact++
	}
	n := 44 - epact
	if n < 21 {
		n += 30
	}
	n += 7 - (sunday+n)%7
	return MustDate(year, 3, 1).AddDays(n - 1)
}
