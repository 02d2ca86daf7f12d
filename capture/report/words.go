package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// percent writes a share as "96.8%", whole ones as "100%".
func percent(share float64) string {
	if share == 0 || share == 1 {
		return percentShort(share)
	}
	v := math.Round(share*1000) / 10
	// Rounding must not claim all or nothing.
	v = min(max(v, 0.1), 99.9)
	return strconv.FormatFloat(v, 'f', 1, 64) + "%"
}

func percentShort(share float64) string {
	return strconv.FormatFloat(math.Round(share*1000)/10, 'f', -1, 64) + "%"
}

// points writes a difference of shares as "0.1".
func points(share float64) string {
	return strconv.FormatFloat(math.Max(0.1, math.Round(share*1000)/10), 'f', 1, 64)
}

// number writes 1836 as "1,836".
func number[N int | int64](n N) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// several writes "1 person", "18 people".
func several(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + more
}

func people(n int) string { return several(n, "person", "people") }

// seconds writes a length of time: "9.8 seconds", "71 seconds", "18 minutes".
func seconds(s float64) string {
	switch {
	case s < 9.95:
		return strconv.FormatFloat(s, 'f', 1, 64) + " seconds"
	case s < 119.5:
		return strconv.FormatFloat(math.Round(s), 'f', 0, 64) + " seconds"
	default:
		return several(int(math.Round(s/60)), "minute", "minutes")
	}
}

// figure writes a number of a table: one decimal under 10, none from there.
func figure(v float64) string {
	if v < 9.95 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return number(int(math.Round(v)))
}

// Words writes the rate with all that stands behind it.
func (r Rate) Words(of string) string {
	if !r.Measured() {
		return "not measured"
	}
	return fmt.Sprintf("%s (%s of %s %s, %s; %s)", percent(r.Rate), number(r.Part), number(r.Whole), of, people(r.People), r.Range())
}

// Percent writes the rate alone, "–" where there is none.
func (r Rate) Percent() string {
	if !r.Measured() {
		return "–"
	}
	return percent(r.Rate)
}

// Range writes the likely range in words.
func (r Rate) Range() string { return rangeWords(r.Likely, r.People, percent) }

// Between writes the likely range for a column that is headed so.
func (r Rate) Between() string {
	if !r.Measured() {
		return "–"
	}
	return strings.TrimPrefix(r.Range(), "likely range ")
}

// Between writes the likely range of a geometric mean for such a column.
func (s Seconds) Between() string {
	if s.N == 0 {
		return "–"
	}
	return strings.TrimPrefix(s.Range(), "likely range ")
}

func rangeWords(r *Range, n int, unit func(float64) string) string {
	if r == nil {
		return noRange(n)
	}
	return "likely range " + unit(r.Low) + " to " + unit(r.High)
}

func noRange(n int) string {
	if n < minPeople {
		return "too few people to give a range"
	}
	return "no range"
}
