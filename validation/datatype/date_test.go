package datatype

import (
	"testing"
	"time"
)

func TestDateAgreesWithTheStandardLibraryOnEveryDay(t *testing.T) {
	end := time.Date(2101, 1, 1, 0, 0, 0, 0, time.UTC)
	for c := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC); c.Before(end); c = c.AddDate(0, 0, 1) {
		d := FromTime(c)
		if !d.Time().Equal(c) || d.Weekday() != c.Weekday() || d.String() != c.Format("2006-01-02") || d.DMY() != c.Format("02/01/2006") {
			t.Fatalf("%s became %s, %s", c.Format("2006-01-02"), d, d.Weekday())
		}
	}
	if MustDate(1, 1, 1) != 1 {
		t.Error("1 January of year 1 should be day 1")
	}
}

func TestParseIsStrict(t *testing.T) {
	for _, s := range []string{"", "2025-2-03", "2025-02-30", "2025-13-01", "03/02/2025", "2025-02-03 ", "٢٠٢٥-01-01", "2025-00-10", "0000-01-01"} {
		if d, err := ParseISO(s); err == nil {
			t.Errorf("ParseISO(%q) = %s, want an error", s, d)
		}
	}
	if d, err := ParseDMY("29/02/2024"); err != nil || d.Words() != "29 February 2024" {
		t.Errorf("got %s, %v", d.Words(), err)
	}
	if _, err := ParseDMY("29/02/2023"); err == nil {
		t.Error("2023 had no 29 February")
	}
}

func TestMonthsAndAges(t *testing.T) {
	if got := MustDate(2024, 1, 31).AddMonths(1); got != MustDate(2024, 2, 29) {
		t.Error(got)
	}
	if got := MustDate(2024, 2, 29).AddYears(1); got != MustDate(2025, 2, 28) {
		t.Error(got)
	}
	if got := MustDate(2024, 3, 15).AddMonths(-15); got != MustDate(2022, 12, 15) {
		t.Error(got)
	}
	if got := MustDate(2018, 6, 14).AgeOn(MustDate(2025, 6, 13)); got != 6 {
		t.Error(got)
	}
}
