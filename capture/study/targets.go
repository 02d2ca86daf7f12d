package study

import (
	"strconv"
	"strings"

	"recordwell/capture/form/source"
)

// Targets are what the records of a study should reach in each of the six
// dimensions of data quality, in percent, 0 to 100.
type Targets struct {
	Completeness, Validity, Accuracy, Consistency, Uniqueness, Timeliness float64
}

// DefaultTargets are used where a study sets none.
var DefaultTargets = Targets{95, 98, 95, 95, 100, 90}

// dimensions are the names of the targets in a file, in their order.
var dimensions = []string{"completeness", "validity", "accuracy", "consistency", "uniqueness", "timeliness"}

// each are the targets in the order of their names.
func (t *Targets) each() []*float64 {
	return []*float64{&t.Completeness, &t.Validity, &t.Accuracy, &t.Consistency, &t.Uniqueness, &t.Timeliness}
}

// Each calls a function with the name and the place of every target, which it may
// change.
func (t *Targets) Each(do func(dimension string, percent *float64)) {
	for i, p := range t.each() {
		do(dimensions[i], p)
	}
}

// readTargets reads the targets of a study; one that is left out is the default.
func readTargets(study source.Fields, problems *source.Problems) Targets {
	t := DefaultTargets
	node := study.Get("targets")
	if node == nil {
		return t
	}
	f := problems.Fields(node, "a list of targets", dimensions...)
	t.Each(func(dimension string, percent *float64) {
		words := f.Text(dimension)
		if words == "" {
			return
		}
		v, err := ParsePercent(words)
		if err != nil {
			problems.Errorf(f.Place(dimension), "A target is a percentage from 0 to 100, not %q", words)
			return
		}
		*percent = v
	})
	return t
}

// ParsePercent reads a percentage from 0 to 100 with at most two decimals.
func ParsePercent(words string) (float64, error) {
	v, err := strconv.ParseFloat(words, 64)
	switch _, decimals, _ := strings.Cut(words, "."); {
	case err != nil:
		return 0, err
	case !(v >= 0 && v <= 100) || len(decimals) > 2 || strings.ContainsAny(words, "eExXpP_+"):
		return 0, strconv.ErrRange
	}
	return v, nil
}

// FormatPercent writes a percentage as ParsePercent reads it.
func FormatPercent(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
