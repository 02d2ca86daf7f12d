package datatype

import (
	"testing"
	"time"
)

func TestDatePartsAcceptWhatPeopleType(t *testing.T) {
	want := MustDate(2018, 6, 4)
	for _, in := range [][3]string{
		{"4", "6", "2018"}, {"04", "06", "2018"}, {" 4 ", "June", " 2018"}, {"4th", "jun", "2018"},
		{"4", "JUNE", "2018"}, {"04", "Jun.", "2018"}, {"4", "june", "2018"},
	} {
		if got, err := ParseDateParts(in[0], in[1], in[2]); err != nil || got != want {
			t.Errorf("%q = %s, %v", in, got, err)
		}
	}
	for i := time.January; i <= time.December; i++ {
		for _, name := range []string{i.String(), i.String()[:3]} {
			if got, err := ParseDateParts("1", name, "2024"); err != nil || got != MustDate(2024, i, 1) {
				t.Errorf("1 %s 2024 = %s, %v", name, got, err)
			}
		}
	}
	if got, err := ParseDateParts("3", "sept", "2025"); err != nil || got != MustDate(2025, 9, 3) {
		t.Errorf("sept = %s, %v", got, err)
	}
}

func TestDatePartsSayWhichBoxIsWrong(t *testing.T) {
	for _, c := range []struct {
		day, month, year string
		want             Fault
	}{
		{"", "", "", Fault{Missing, AllParts}},
		{" ", "\t", "", Fault{Missing, AllParts}},
		{"", "6", "2018", Fault{PartMissing, DayPart}},
		{"14", "", "2018", Fault{PartMissing, MonthPart}},
		{"14", "6", "", Fault{PartMissing, YearPart}},
		{"", "", "2018", Fault{PartMissing, DayPart | MonthPart}},
		{"", "6", "", Fault{PartMissing, DayPart | YearPart}},
		{"14", "", "", Fault{PartMissing, MonthPart | YearPart}},
		{"", "6", "18", Fault{PartMissing, DayPart}}, // missing comes before short
		{"14", "6", "18", Fault{YearShort, YearPart}},
		{"14", "6", "20188", Fault{YearShort, YearPart}},
		{"99", "99", "18", Fault{YearShort, YearPart}},
		{"14", "6", "0000", Fault{NotReal, YearPart}},
		{"14", "6", "2o18", Fault{NotReal, YearPart}},
		{"32", "6", "2018", Fault{NotReal, DayPart}},
		{"0", "6", "2018", Fault{NotReal, DayPart}},
		{"x", "6", "2018", Fault{NotReal, DayPart}},
		{"-1", "6", "2018", Fault{NotReal, DayPart}},
		{"014", "6", "2018", Fault{NotReal, DayPart}},
		{"14", "13", "2018", Fault{NotReal, MonthPart}},
		{"14", "ju", "2018", Fault{NotReal, MonthPart}},
		{"14", "juny", "2018", Fault{NotReal, MonthPart}},
		{"14", "ma.", "2018", Fault{NotReal, MonthPart}},
		{"45", "13", "2018", Fault{NotReal, DayPart | MonthPart}},
		{"31", "6", "2018", Fault{NotReal, DayPart | MonthPart}},
		{"29", "2", "2023", Fault{NotReal, DayPart | MonthPart}},
	} {
		if _, err := ParseDateParts(c.day, c.month, c.year); FaultOf(err) != c.want {
			t.Errorf("%q %q %q: %v, want %v", c.day, c.month, c.year, err, c.want)
		}
	}
}

func TestPastedDatesAreCutIntoBoxes(t *testing.T) {
	want := MustDate(2018, 6, 14)
	for _, s := range []string{"14/6/2018", "14.06.2018", "14 June 2018", "14-jun-2018", "2018-06-14", " 14 6 2018 ", "14 June, 2018"} {
		d, m, y, ok := SplitDate(s)
		if got, err := ParseDateParts(d, m, y); !ok || err != nil || got != want {
			t.Errorf("%q = %s, %v, %v", s, got, err, ok)
		}
	}
	for _, s := range []string{"", "14", "14/6", "1/2/3/4"} {
		if _, _, _, ok := SplitDate(s); ok {
			t.Errorf("%q was cut", s)
		}
	}
}

func TestPartialDates(t *testing.T) {
	for _, c := range []struct{ day, month, year, canonical, words, first, last string }{
		{"", "", "2015", "2015", "2015", "2015-01-01", "2015-12-31"},
		{"", "feb", "2016", "2016-02", "February 2016", "2016-02-01", "2016-02-29"},
		{"4", "2", "2016", "2016-02-04", "4 February 2016", "2016-02-04", "2016-02-04"},
	} {
		p, err := ParsePartialParts(c.day, c.month, c.year)
		if err != nil || p.String() != c.canonical || p.Words() != c.words || p.First().String() != c.first || p.Last().String() != c.last {
			t.Errorf("%+v: %s, %s, %s to %s, %v", c, p, p.Words(), p.First(), p.Last(), err)
		}
		if again, err := ParsePartial(c.canonical); err != nil || again != p {
			t.Errorf("%s was read as %s, %v", c.canonical, again, err)
		}
		if p.IsWhole() != (len(c.canonical) == 10) {
			t.Errorf("%s: IsWhole is %v", p, p.IsWhole())
		}
	}
	for _, c := range []struct {
		day, month, year string
		want             Fault
	}{
		{"", "", "", Fault{Missing, AllParts}},
		{"4", "", "2015", Fault{PartMissing, MonthPart}},
		{"", "6", "", Fault{PartMissing, YearPart}},
		{"4", "6", "", Fault{PartMissing, YearPart}},
		{"4", "", "", Fault{PartMissing, MonthPart | YearPart}},
		{"", "", "15", Fault{YearShort, YearPart}},
		{"", "june", "15", Fault{YearShort, YearPart}},
		{"", "june?", "2015", Fault{NotReal, MonthPart}},
		{"31", "6", "2015", Fault{NotReal, DayPart | MonthPart}},
	} {
		if p, err := ParsePartialParts(c.day, c.month, c.year); FaultOf(err) != c.want {
			t.Errorf("%q %q %q: %s, %v, want %v", c.day, c.month, c.year, p, err, c.want)
		}
	}
	for _, s := range []string{"", "15", "2015-6", "2015-13", "2015/06", "0000", "2015-02-30", "2015-06-"} {
		if p, err := ParsePartial(s); err == nil {
			t.Errorf("ParsePartial(%q) = %s, want an error", s, p)
		}
	}
}

func TestPartsAreWrittenAndRead(t *testing.T) {
	for p := Parts(0); p <= AllParts; p++ {
		if got := ParseParts(p.String()); got != p {
			t.Errorf("%q was read as %q", p, got)
		}
	}
	d, m, y := CutParts(JoinParts("14", "", "2018"))
	if d != "14" || m != "" || y != "2018" {
		t.Errorf("got %q, %q, %q", d, m, y)
	}
}
