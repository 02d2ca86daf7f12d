package datatype

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says why a text cannot be read. The list is closed, so that every kind
// has words and can be counted; it never carries what was typed.
type Kind uint8

// The kinds of faults, in the order in which they are looked for.
const (
	NoFault      Kind = iota
	Missing           // nothing but spaces
	PartMissing       // a date without a day, month or year
	YearShort         // a year that is not four figures
	NotReal           // the right shape, but no such thing: 31 February, 25:00
	WrongLetters      // a character that cannot stand in it
	WrongShape        // allowed characters in the wrong number or order
	WrongCheck        // a check letter or digit that does not fit the rest
	TooLong           // more letters than allowed
	TooShort          // fewer letters than allowed
	NotNumber         // not a number at all
	Comma             // a number with a comma, which could mean two things
	NotWhole          // a number with a fraction where none is meant
	OutOfRange        // a number outside its limits
	NotOnList         // not a member of a closed list
)

var kindNames = [...]string{
	"no-fault", "missing", "part-missing", "year-short", "not-real", "wrong-letters", "wrong-shape",
	"wrong-check", "too-long", "too-short", "not-number", "comma", "not-whole", "out-of-range", "not-on-list",
}

// String returns the kind's name, such as "part-missing".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Kinds returns every kind but NoFault, for tests that each has words.
func Kinds() []Kind {
	out := make([]Kind, 0, len(kindNames)-1)
	for k := Missing; int(k) < len(kindNames); k++ {
		out = append(out, k)
	}
	return out
}

// Parts is a set of the boxes of a date.
type Parts uint8

// The boxes of a date.
const (
	DayPart Parts = 1 << iota
	MonthPart
	YearPart
	AllParts = DayPart | MonthPart | YearPart
)

var partNames = [...]string{"day", "month", "year"}

// Has reports whether p holds all of q.
func (p Parts) Has(q Parts) bool { return p&q == q }

// String lists the parts, "day month"; the empty set is "".
func (p Parts) String() string {
	var names []string
	for i, name := range partNames {
		if p.Has(1 << i) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// ParseParts reads what String writes and skips other words.
func ParseParts(s string) Parts {
	var p Parts
	for _, word := range strings.Fields(s) {
		for i, name := range partNames {
			if word == name {
				p |= 1 << i
			}
		}
	}
	return p
}

// Fault is the error of every parser in this package that reads what a person
// typed. Parts names the boxes at fault for dates and is empty otherwise.
type Fault struct {
	Kind  Kind
	Parts Parts
}

// Error is for developers; people read the words of the message catalogue.
func (f Fault) Error() string {
	if f.Parts != 0 {
		return f.Kind.String() + ": " + f.Parts.String()
	}
	return f.Kind.String()
}

func fault(k Kind) error { return Fault{Kind: k} }

// FaultOf returns the fault in err; nil has none, and an error of another kind
// counts as WrongShape.
func FaultOf(err error) Fault {
	var f Fault
	switch {
	case err == nil:
		return Fault{}
	case errors.As(err, &f):
		return f
	case errors.Is(err, ErrDate):
		return Fault{Kind: NotReal, Parts: AllParts}
	default:
		return Fault{Kind: WrongShape}
	}
}
