package report

import (
	"fmt"
	"math"
	"strconv"
)

// Unit is what a change between rounds is counted in.
type Unit string

// The units. A share is told in points, of times how much less they are.
const (
	UnitShare  Unit = "share"
	UnitTime   Unit = "time"
	UnitErrors Unit = "errors"
	UnitScore7 Unit = "1 to 7"
	UnitSUS    Unit = "0 to 100"
)

// Change is one measure of two rounds. Its effect is turned so that more is better:
// points more, the part of the time that is saved, errors fewer, a higher score.
type Change struct {
	Name     string `json:"name"`               // "Tasks completed"
	Question string `json:"question,omitempty"` // its name, where it is about one
	Unit     Unit   `json:"unit"`
	// Before and After are the figures: shares, seconds, errors or scores.
	Before       float64 `json:"before"`
	After        float64 `json:"after"`
	PeopleBefore int     `json:"peopleBefore"`
	PeopleAfter  int     `json:"peopleAfter"`
	// Tested is false where either has too few people, or people are all alike.
	Tested bool     `json:"tested"`
	Test   string   `json:"test"`
	Effect float64  `json:"effect"`
	Likely *Range   `json:"likely,omitempty"`
	P      *float64 `json:"p,omitempty"` // nil where the range alone is the test
	// Reach is how far the line goes on which it is drawn, at both sides of no change.
	Reach float64 `json:"reach"`
}

// Clear reports a change that chance alone would seldom make: the likely range does
// not take in no change, and neither does the test.
func (c Change) Clear() bool {
	return c.Tested && c.Likely != nil && (c.Likely.Low > 0 || c.Likely.High < 0) && (c.P == nil || *c.P < 0.05)
}

// Better reports a clear change for the better.
func (c Change) Better() bool { return c.Clear() && c.Effect > 0 }

// Verdict says what the comparison shows.
func (c Change) Verdict() string {
	switch {
	case min(c.PeopleBefore, c.PeopleAfter) < minPeople:
		return "Too few people"
	case !c.Tested:
		return "Cannot be tested"
	case c.Clear() && c.Effect > 0:
		return "Clear change"
	case c.Clear():
		return "Clear change, worse"
	}
	return "May be chance"
}

// Chance writes p, "" where there is none.
func (c Change) Chance() string {
	if c.P == nil {
		return ""
	}
	return chance(*c.P)
}

// Figures writes the figure of each round; "–" where nobody stands behind it.
func (c Change) Figures() [2]string {
	write := map[Unit]func(float64) string{UnitShare: percent, UnitTime: seconds, UnitErrors: figure1, UnitScore7: figure1, UnitSUS: figure1}[c.Unit]
	out := [2]string{"–", "–"}
	if c.PeopleBefore > 0 {
		out[0] = write(c.Before)
	}
	if c.PeopleAfter > 0 {
		out[1] = write(c.After)
	}
	return out
}

// directions are the words of a change for the better and for the worse.
var directions = map[Unit][2]string{
	UnitShare: {"points higher", "points lower"}, UnitTime: {"less time", "more time"}, UnitErrors: {"fewer", "more"},
	UnitScore7: {"higher", "lower"}, UnitSUS: {"higher", "lower"},
}

// amount writes how much, without which way.
func (c Change) amount(v float64) string {
	v = math.Abs(v)
	switch c.Unit {
	case UnitShare:
		return strconv.FormatFloat(100*v, 'f', 1, 64)
	case UnitTime:
		return strconv.FormatFloat(100*v, 'f', 0, 64) + "%"
	}
	return figure1(v)
}

func (c Change) way(v float64) string {
	if v < 0 {
		return directions[c.Unit][1]
	}
	return directions[c.Unit][0]
}

// Words says the change: "14.0 points higher", "24% less time", "2.1 fewer".
func (c Change) Words() string {
	if c.PeopleBefore == 0 || c.PeopleAfter == 0 {
		return "–"
	}
	if amount := c.amount(c.Effect); amount != c.amount(0) {
		return amount + " " + c.way(c.Effect)
	}
	return "No change"
}

// RangeWords says the likely range: "0.9 to 3.3 fewer", "0.1 lower to 1.7 higher".
func (c Change) RangeWords() string {
	if c.Likely == nil {
		return noRange(min(c.PeopleBefore, c.PeopleAfter))
	}
	low, high := c.Likely.Low, c.Likely.High
	switch {
	case low >= 0:
		return c.amount(low) + " to " + c.amount(high) + " " + c.way(high)
	case high <= 0:
		return c.amount(high) + " to " + c.amount(low) + " " + c.way(low)
	}
	worse, better := c.way(low), c.way(high)
	switch c.Unit {
	case UnitShare:
		better = "higher" // of the same points
	case UnitTime:
		worse = "more"
	}
	return c.amount(low) + " " + worse + " to " + c.amount(high) + " " + better
}

// FullName is the name with the question that it is about.
func (c Change) FullName() string {
	if c.Question == "" {
		return c.Name
	}
	return c.Question + ", " + lower(c.Name)
}

// Sentence says all of it in one.
func (c Change) Sentence() string {
	f := c.Figures()
	return fmt.Sprintf("%s, %s to %s, %s, %s, %s, %s and %s", c.FullName(), f[0], f[1], lower(c.Words()), prefixed(c.RangeWords()), lower(c.Verdict()), number(c.PeopleBefore), people(c.PeopleAfter))
}

func prefixed(words string) string {
	if words == noRange(0) || words == noRange(minPeople) {
		return words
	}
	return "likely range " + words
}
