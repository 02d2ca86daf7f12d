package field

import (
	"strconv"
	"strings"

	"recordwell/validation/datatype"
)

// tag is one check that a form may name.
type tag struct {
	// read is set for our own types: it gives the canonical form or a fault.
	read func(string) (string, error)
	// kind is the fault that failing a tag without a reader means.
	kind datatype.Kind
	// goodParam reports whether what stands after "=" makes sense; nil means
	// that the tag takes no parameter.
	goodParam func(string) bool
}

// tags are all checks a form may name. The names of our own ones say what the
// answer is; max, min, len and oneof are the validator's, counting letters.
var tags = map[string]tag{
	"upn":         {read: reader(datatype.ReadUPN)},
	"nhsnumber":   {read: reader(datatype.ParseNHSNumber)},
	"postcode":    {read: reader(datatype.ParsePostcode)},
	"lachildid":   {read: reader(datatype.ParseLAChildID)},
	"lacode":      {read: reader(datatype.ParseLACode)},
	"schoolurn":   {read: reader(datatype.ParseSchoolURN)},
	"personname":  {read: reader(datatype.ParsePersonName)},
	"ukphone":     {read: reader(datatype.ParsePhone)},
	"emailaddr":   {read: reader(datatype.ParseEmail)},
	"decimal":     {read: reader(datatype.ParseDecimal)},
	"integer":     {read: readInteger},
	"isodate":     {read: readDate},
	"partialdate": {read: readPartial},
	"time":        {read: readTime},
	"between":     {kind: datatype.OutOfRange, goodParam: isSpan},
	"max":         {kind: datatype.TooLong, goodParam: isCount},
	"min":         {kind: datatype.TooShort, goodParam: isCount},
	"len":         {kind: datatype.WrongShape, goodParam: isCount},
	"oneof":       {kind: datatype.NotOnList, goodParam: func(s string) bool { return strings.TrimSpace(s) != "" }},
}

func reader[T ~string](parse func(string) (T, error)) func(string) (string, error) {
	return func(s string) (string, error) {
		v, err := parse(s)
		return string(v), err
	}
}

func readInteger(s string) (string, error) {
	n, err := datatype.ParseInteger(s)
	if err != nil {
		return "", err
	}
	return strconv.FormatInt(n, 10), nil
}

func readDate(s string) (string, error) {
	d, err := datatype.ParseISO(s)
	return d.String(), err
}

func readPartial(s string) (string, error) {
	p, err := datatype.ParsePartial(s)
	return p.String(), err
}

func readTime(s string) (string, error) {
	t, err := datatype.ParseTime(s)
	if err != nil {
		return "", err
	}
	return t.String(), nil
}

func isCount(s string) bool {
	n, err := strconv.ParseUint(s, 10, 31)
	return err == nil && n > 0
}

func isSpan(s string) bool {
	_, _, ok := span(s)
	return ok
}

// span reads "0 99", the least and the most.
func span(s string) (low, high float64, ok bool) {
	a, b, found := strings.Cut(s, " ")
	if !found {
		return 0, 0, false
	}
	least, err1 := datatype.ParseDecimal(a)
	most, err2 := datatype.ParseDecimal(b)
	low, high = least.Float(), most.Float()
	return low, high, err1 == nil && err2 == nil && low <= high
}
