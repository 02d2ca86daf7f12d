package likeness

import (
	"strings"
	"time"
)

// Born compares dates of birth, ISO and perhaps without day or month: the same as
// far as both are known, day and month the other way round, one part or one figure
// wrong, or no more than three days apart.
func Born(a, b string) Degree {
	if a == "" || b == "" {
		return Blank
	}
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return Same
	}
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	if len(x) != 3 || len(y) != 3 {
		return Unlike
	}
	if x[0] == y[0] && x[1] == y[2] && x[2] == y[1] {
		return Near
	}
	wrong := 0
	for i := range x {
		if x[i] != y[i] {
			wrong++
		}
	}
	if wrong == 1 && (x[0] == y[0] || Edits(x[0], y[0]) == 1) {
		return Near
	}
	if Edits(strings.Join(x, ""), strings.Join(y, "")) == 1 || daysApart(a, b) <= 3 {
		return Near
	}
	return Unlike
}

func daysApart(a, b string) int {
	x, errX := time.Parse(time.DateOnly, a)
	y, errY := time.Parse(time.DateOnly, b)
	if errX != nil || errY != nil {
		return 1 << 20
	}
	return int(x.Sub(y).Abs().Hours() / 24)
}
