package research

import (
	"math"
	"strconv"
	"strings"

	"recordwell/ui/widgets"
)

// number writes 1836 as "1,836".
func number[N int | int64](n N) string { return widgets.Thousands(n) }

// counted writes "1 record", "1,836 records".
func counted[N int | int64](n N, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + more
}

// plural picks the words for one or for more.
func plural[N int | int64](n N, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// figure writes a number of a table: one decimal under 10, none from there.
func figure(v float64) string {
	if v < 9.95 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return number(int(math.Round(v)))
}

// clock writes seconds as "48 seconds" or "18 minutes".
func clock(seconds float64) string {
	if seconds < 119.5 {
		return figure(seconds) + " seconds"
	}
	return counted(int(math.Round(seconds/60)), "minute", "minutes")
}

// sentence gives a message that comes from elsewhere a capital and a full stop.
func sentence(s string) string {
	s = capital(s)
	if s != "" && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") {
		s += "."
	}
	return s
}

// capital gives a message a capital, unless it begins with the name of a file.
func capital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if s == "" || strings.ContainsAny(strings.TrimSuffix(first, "."), "./\\:") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
