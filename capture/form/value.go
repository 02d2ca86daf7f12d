package form

import (
	"math"
	"strconv"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/validation/datatype"
)

// ValueKind is what a value is.
type ValueKind uint8

// The kinds of values.
const (
	KindNull ValueKind = iota
	KindText           // also a time, as HH:MM, and the name of one choice
	KindNumber
	KindDate
	KindSet // names of choices
	KindBool
)

// Value is what an expression works with. The zero Value is null: nothing
// there. Values are small and compare without allocating.
type Value struct {
	kind ValueKind
	// state says why a value is null: not known, refused …
	state    capture.State
	text     string // text; a set's names separated by spaces
	number   float64
	from, to datatype.Date // the first and last day a partial date may mean
}

// TextValue returns text; empty text is null.
func TextValue(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: KindText, state: capture.Answered, text: s}
}

// NumberValue returns a number; what is not a number, or infinite, is null.
func NumberValue(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Value{}
	}
	return Value{kind: KindNumber, state: capture.Answered, number: f}
}

// DateValue returns a date; no date is null.
func DateValue(d datatype.Date) Value { return daysValue(d, d) }

func daysValue(from, to datatype.Date) Value {
	if from.IsZero() {
		return Value{}
	}
	return Value{kind: KindDate, state: capture.Answered, from: from, to: to}
}

// SetValue returns a set of choices' names; an empty set is null.
func SetValue(names ...string) Value { return setValue(strings.Join(names, " ")) }

func setValue(names string) Value {
	v := TextValue(strings.TrimSpace(names))
	if v.kind == KindText {
		v.kind = KindSet
	}
	return v
}

// BoolValue returns true or false.
func BoolValue(b bool) Value {
	v := Value{kind: KindBool, state: capture.Answered}
	if b {
		v.number = 1
	}
	return v
}

// FromAnswer reads an answer as the kind of value that its question takes. An
// answer that is blank, has another state or cannot be read is null.
func FromAnswer(q *Question, a capture.Answer) Value {
	v := Value{}
	if a.State == capture.Answered && a.Readable {
		v = parseValue(q.static().base, a.Value)
	}
	v.state = a.State
	return v
}

func parseValue(as baseType, s string) Value {
	switch as {
	case numberType:
		return toNumber(TextValue(s))
	case dateType:
		return toDate(TextValue(s))
	case setType:
		return setValue(s)
	case boolType:
		return BoolValue(s == "true")
	}
	return TextValue(s)
}

// Kind returns what the value is.
func (v Value) Kind() ValueKind { return v.kind }

// IsNull reports that nothing is there.
func (v Value) IsNull() bool { return v.kind == KindNull }

// State returns the state of the answer that the value came from.
func (v Value) State() capture.State { return v.state }

// String returns the canonical text, as answers store it: an ISO date, a number
// with a point, names separated by spaces, true or false. Null is "".
func (v Value) String() string {
	switch v.kind {
	case KindText, KindSet:
		return v.text
	case KindNumber:
		return strconv.FormatFloat(v.number, 'f', -1, 64)
	case KindDate:
		return v.isoDate()
	case KindBool:
		return strconv.FormatBool(v.number != 0)
	}
	return ""
}

func (v Value) isoDate() string {
	iso := v.from.String()
	switch {
	case v.from == v.to:
		return iso
	case v.to == v.from.AddMonths(1).AddDays(-1):
		return iso[:7]
	}
	return iso[:4]
}

// Number returns the value as a number: text that is one, days from 1 January
// 1970 for a date, 1 and 0 for true and false. It reports whether it could.
func (v Value) Number() (float64, bool) {
	n := toNumber(v)
	return n.number, n.kind == KindNumber
}

// Date returns the day, and whether the value is a whole date.
func (v Value) Date() (datatype.Date, bool) {
	d := toDate(v)
	return d.from, d.kind == KindDate && d.from == d.to
}

// Truth reports whether the value counts as true: neither null, false nor 0.
func (v Value) Truth() bool {
	switch v.kind {
	case KindBool, KindNumber:
		return v.number != 0
	}
	return v.kind != KindNull
}

// Has reports whether a name is in the set; text is a set of its words.
func (v Value) Has(name string) bool {
	if name == "" || v.kind == KindNull {
		return false
	}
	s := v.text
	if v.kind != KindText && v.kind != KindSet {
		s = v.String()
	}
	for {
		first, rest, more := strings.Cut(s, " ")
		if first == name {
			return true
		}
		if !more {
			return false
		}
		s = rest
	}
}

// Names returns the names in the set; text is a set of its words.
func (v Value) Names() []string { return strings.Fields(v.String()) }

// unixDay is 1 January 1970, from which XLSForm counts days.
var unixDay = datatype.MustDate(1970, time.January, 1)

func toNumber(v Value) Value {
	switch v.kind {
	case KindNumber:
		return v
	case KindBool:
		return NumberValue(v.number)
	case KindDate:
		if v.from == v.to {
			return NumberValue(float64(v.from - unixDay))
		}
	case KindText, KindSet:
		if f, ok := parseDecimal(v.text); ok {
			return NumberValue(f)
		}
	}
	return Value{}
}

// parseDecimal reads digits with at most one point and a sign; none of the
// other spellings that Go knows.
func parseDecimal(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' && r != '-' {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}

func toDate(v Value) Value {
	switch v.kind {
	case KindDate:
		return v
	case KindNumber:
		return dayNumber(math.Floor(v.number) + float64(unixDay))
	case KindText:
		return parseDays(v.text)
	}
	return Value{}
}

// lastDay is the last date there is; sums beyond it are null.
var lastDay = datatype.MustDate(9999, time.December, 31)

func dayNumber(n float64) Value {
	if !(n >= 1 && n <= float64(lastDay)) {
		return Value{}
	}
	return DateValue(datatype.Date(n))
}

// parseDays reads YYYY-MM-DD, or the partial dates YYYY-MM and YYYY.
func parseDays(s string) Value {
	switch len(s) {
	case len("2006-01-02"):
		d, _ := datatype.ParseISO(s)
		return DateValue(d)
	case len("2006-01"):
		d, err := datatype.ParseISO(s + "-01")
		if err != nil {
			return Value{}
		}
		return daysValue(d, d.AddMonths(1).AddDays(-1))
	case len("2006"):
		d, err := datatype.ParseISO(s + "-01-01")
		if err != nil {
			return Value{}
		}
		return daysValue(d, d.AddMonths(12).AddDays(-1))
	}
	return Value{}
}
